"""The doubtful choices as rows of a table, and the words around it. Pure."""

from collections.abc import Sequence

import polars as pl

from dashboard.plain_text import one_line
from dashboard.table_cells import excerpt, percents
from dashboard.wording import UNRESOLVED_WORDS, counted, whereabouts
from geodata.corpus.review import Doubt

CONFIDENCE, AT_STAKE = "Confidence", "At stake"


def doubt_table(rows: Sequence[Doubt]) -> pl.DataFrame:
    """One row per choice, in the given order."""
    return pl.DataFrame(
        {
            "Name": [one_line(row.toponym, longest=60) for row in rows],
            "Taken for": [taken_for(row) for row in rows],
            CONFIDENCE: percents([row.confidence for row in rows]),
            "Mentions": [row.mention_count for row in rows],
            "Articles": [row.article_count for row in rows],
            AT_STAKE: [row.at_stake for row in rows],
            "Most doubtful passage": [
                excerpt(row.passage, row.start - row.passage_start, row.end - row.passage_start)
                for row in rows
            ],
        }
    )


def taken_for(one: Doubt) -> str:
    """The place and where it lies; why there is none for what is unresolved."""
    if one.unresolved:
        return f"nothing: {UNRESOLVED_WORDS[one.unresolved]}"
    if one.place is None:
        return ""
    lies_in = whereabouts(one.place)
    return one_line(f"{one.place.name}, {lies_in}" if lies_in else one.place.name, longest=80)


def in_words(queue: Sequence[Doubt]) -> str:
    """As in "12 choices of a place are in doubt (30 mentions). About 9 mentions are likely ..."."""
    if not queue:
        return "You have looked at every doubtful choice under these filters."
    mentions = sum(one.mention_count for one in queue)
    at_stake = max(round(sum(one.at_stake for one in queue)), 1)
    return (
        f"{counted(len(queue), 'choice')} of a place {_are(len(queue))} in doubt "
        f"({counted(mentions, 'mention')}). About {counted(at_stake, 'mention')} "
        f"{_are(at_stake)} likely to stand wrongly on the map, or to be missing from it; copies "
        "of one sentence count as one. The costliest doubt comes first."
    )


def looked_at_words(done: int, left: int) -> str:
    """As in "3 looked at in this visit, 12 to go"."""
    return f"{done:,} looked at in this visit, {left:,} to go" if done else f"{left:,} to go"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
