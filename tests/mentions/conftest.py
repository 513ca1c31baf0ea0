"""The sentences whose names' roles were marked by hand."""

from pathlib import Path

from pytest import fixture

from geodata.evaluation.role_scores import RoleSentence, read_role_sentences


@fixture(scope="session")
def role_sentences() -> list[RoleSentence]:
    return read_role_sentences(Path(__file__).parent / "role_sentences.tsv")
