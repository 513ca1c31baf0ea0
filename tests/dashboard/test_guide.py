import re
from pathlib import Path

from dashboard.guide import STEPS, guide_html
from dashboard.signs_legend import legend

FRONTEND = Path(__file__).parents[2] / "dashboard" / "frontend"


def test_every_part_that_a_step_tells_of_is_outlined() -> None:
    css = (FRONTEND / "guide.css").read_text(encoding="utf-8")
    outlined = set(re.findall(r'data-dateline-guide="([\w-]+)"', css))
    assert {step.part for step in STEPS} - outlined == {"everything"}
    assert outlined <= {step.part for step in STEPS}


def test_its_signs_are_signs_of_the_legend() -> None:
    known = set(
        re.findall(r'class="dl-sign ([^"]+)"', legend(with_demonyms=True, with_doubtful=True))
    )
    shown = set(re.findall(r'class="dl-sign ([^"]+)"', guide_html()))
    assert {kinds.removesuffix(" small").removesuffix(" large") for kinds in shown} <= known


def test_only_a_legend_that_is_asked_to_opens_it() -> None:
    assert "data-dateline-guide" not in legend(with_demonyms=False, with_doubtful=False)
    assert ">Guided look</button>" in legend(
        with_demonyms=False, with_doubtful=False, guide_words="Guided look"
    )


def test_all_steps_are_hidden_until_it_is_their_turn() -> None:
    html = guide_html()
    assert html.count(" hidden ") + html.count(" hidden>") == len(STEPS) + 1
    assert html.count("<h2 ") == len(STEPS)
    assert " of 5</small>" in html
