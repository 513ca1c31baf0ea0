"""The guided look: what a first visit should know of the map page, in five steps, as HTML. Pure.

Which step is seen, and whether any, is the browser's affair: frontend/guide.js.
"""

from dataclasses import dataclass

from dashboard.measured import LOCAL_NEWS, WORLD_NEWS, in_ten
from dashboard.signs_legend import sign

GUIDE_WORDS = "Guided look"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its heading, its words, and the part of the page that it tells of.

    Attributes:
        part: As frontend/guide.css knows it; that part is outlined meanwhile.
        body: HTML of our own.
    """

    part: str
    heading: str
    body: str


def _right_in_ten() -> str:
    """As in "eight"; of the two gold corpora the worse."""
    return in_ten(min(LOCAL_NEWS.places.precision, WORLD_NEWS.places.precision))


STEPS = (
    Step(
        "everything",
        "What you see",
        f"""<p>News articles name places. Dateline has found the names, looked each up in its own
gazetteer, and put one sign on the map for each place.</p>
<p class="pictures">{sign("place small")}{sign("place")}{sign("place large")}
<span>The more often a place is named, the larger its sign.</span></p>""",
    ),
    Step(
        "signs",
        "What the signs mean",
        f"""<ul><li>{sign("place")}<span>A town or a site, at its spot.</span></li>
<li>{sign("place area")}{sign("place plate")}<span>A country; a region or a sea. They have no one
spot.</span></li>
<li>{sign("place approximate")}<span>Dashed: only about here.</span></li>
<li>{sign("actor")}<span>Hollow: the name stands for a government or a team, as in “Moscow
replied”.</span></li></ul>""",
    ),
    Step(
        "places",
        "Where to click",
        """<p>Click a sign, or a row of the table of places: every passage that names the place
opens below. Click a name in an article, <b class="example">as this one</b>, to ask why it stands
where it does.</p>
<p>Or start from an article. With the keyboard: in the map, <kbd>N</kbd> and <kbd>P</kbd> walk from
place to place.</p>""",
    ),
    Step(
        "narrowing",
        "Look closer",
        """<p>Draw across the bars of the timeline, or step by day, week or month; filter by source
and words at the left<span class="dl-narrow"> (» at the top)</span>; search at the top. The map and
the tables follow.</p>
<p>The address of the page holds what you see: Back goes back, and Share copies a link.</p>""",
    ),
    Step(
        "off-map",
        "What is not on the map",
        f"""<p>Names that could not be placed, names in menus and other page furniture, and whatever
a filter hides: counted under the heading, listed with reasons under “Not on the map”.</p>
<p>A machine has read this. On news it had not seen, about {_right_in_ten()} of ten places were
right. Read the passage before you rely on a sign.</p>""",
    ),
)


def guide_html() -> str:
    """The panel with all its steps, each hidden until it is its turn."""
    steps = "".join(_step(number, step) for number, step in enumerate(STEPS, 1))
    return (
        f'<section class="dl-guide" aria-label="{GUIDE_WORDS}" hidden>'
        f'<div class="steps" aria-live="polite">{steps}</div>'
        '<footer><button type="button" class="back">Step back</button>'
        '<button type="button" class="on">Go on</button>'
        f'<button type="button" class="leave">Leave the {GUIDE_WORDS.lower()}</button>'
        "</footer></section>"
    )


def _step(number: int, step: Step) -> str:
    return (
        f'<div class="step" data-part="{step.part}" role="group" tabindex="-1" hidden '
        f'aria-labelledby="dl-guide-{number}"><h2 id="dl-guide-{number}">{step.heading} '
        f"<small>{number} of {len(STEPS)}</small></h2>{step.body}</div>"
    )
