"""Writes geodata/mentions/given_names.txt: `benchmarks/derive_given_names.py DIST...`.

DIST are the files dist.female.first and dist.male.first of the 1990 census of the United States,
which the package `names` carries: a name, its frequency in per cent, ... in each line. A name that
a known place bears too ("Florence", "Jordan") or that is a word of `cues.toml` tells no person and
is left out. Needs the gazetteer. Deterministic.
"""

import sys
from pathlib import Path

from geodata.mentions.cues import english_cues
from geodata.names import normalise
from geodata.places.gazetteer import Gazetteer

GAZETTEER = Path(".dateline/gazetteer.bin")
TARGET = Path("geodata/mentions/given_names.txt")
LARGEST_NAMESAKE = 15_000
"""Inhabitants from which a town makes its name doubtful."""
SHORTEST = 3
HEAD = """\
# Given names that tell a person: those of the 1990 census of the United States (public domain) that
# no known place and no English word bears. Made by benchmarks/derive_given_names.py; do not edit.
"""


def main() -> None:
    gazetteer = Gazetteer.open(GAZETTEER)
    cues = english_cues()
    names = {
        normalise(line.split()[0])
        for path in sys.argv[1:]
        for line in Path(path).read_text(encoding="ascii").splitlines()
    }
    kept = [
        name
        for name in sorted(names)
        if len(name) >= SHORTEST
        and name not in cues.common | cues.never_places
        and not _is_known_place(gazetteer, name)
    ]
    TARGET.write_text(HEAD + "".join(f"{name}\n" for name in kept), encoding="utf-8")
    print(f"{len(kept):,} of {len(names):,} names")


def _is_known_place(gazetteer: Gazetteer, name: str) -> bool:
    return any(
        named.place.feature_class != "P" or named.place.population >= LARGEST_NAMESAKE
        for named in gazetteer.find(name)
    )


if __name__ == "__main__":
    main()
