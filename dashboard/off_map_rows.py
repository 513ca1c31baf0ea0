"""What is not on the map as rows of tables. Pure; what is listed is in `geodata.corpus.hidden`."""

from collections.abc import Sequence

import polars as pl

from dashboard.plain_text import one_line
from dashboard.table_cells import excerpt
from dashboard.wording import UNRESOLVED_WORDS, source_name, title_words, whereabouts
from geodata.corpus.filtering import Hidden
from geodata.corpus.hidden import Listed, ListedMention, UndatedArticle

LIST_WORDS = {
    Listed.UNRESOLVED: "Unresolved",
    Listed.FURNITURE: "Page furniture",
    Listed.APPROXIMATE: "Approximate, on the map",
    Listed.PEOPLE: "People",
    Listed.UNDATED: "Undated articles",
    Listed.FILTERED: "Hidden by filters",
}
LIST_MEANINGS = {
    Listed.UNRESOLVED: "Names that could not be placed. Rather no marker than a wrong one.",
    Listed.FURNITURE: "Names in what the page has around the article: menus, captions, other "
    "headlines. They are counted and never placed.",
    Listed.APPROXIMATE: "These are on the map, each as a ring within which the place lies.",
    Listed.PEOPLE: "Adjectives and peoples, such as “North Korean troops”. The filter “Role of "
    "the mention” puts those that have a place on the map.",
    Listed.UNDATED: "Articles whose day of publication the text does not say. The switch “Undated "
    "articles” in the filters takes them off the map, or puts them back.",
    Listed.FILTERED: "Mentions that the filters take off the map, each under the first filter "
    "that does.",
}
LIST_EMPTY = {
    Listed.UNRESOLVED: "Every name under these filters was resolved to a place.",
    Listed.FURNITURE: "No name under these filters stands in page furniture.",
    Listed.APPROXIMATE: "Every place under these filters is known where it is.",
    Listed.PEOPLE: "No adjective or people under these filters is hidden.",
    Listed.UNDATED: "Every article under these filters that names a place has a date.",
    Listed.FILTERED: "The filters hide nothing. Narrow them, and what they hide is listed here.",
}
HIDDEN_WORDS = {
    Hidden.BY_SOURCE: "from another source",
    Hidden.BY_DATE: "outside the dates",
    Hidden.BY_ROLE: "in another role",
    Hidden.BY_FEATURE_CLASS: "of another kind of place",
    Hidden.BY_WORDS: "without the words",
    Hidden.BY_COPY: "in a copy of an earlier text",
}


def mention_table(listed: Listed, rows: Sequence[ListedMention]) -> pl.DataFrame:
    """One row per mention of a list, with the column that the list is about."""
    return pl.DataFrame(
        {"Name": [one_line(row.mention.text, longest=60) for row in rows]}
        | _about(listed, rows)
        | {
            "Passage": [_passage(row) for row in rows],
            "Source": [one_line(source_name(row.source), longest=60) for row in rows],
            "Published": pl.Series([row.published for row in rows], dtype=pl.Date),
        }
    )


def undated_table(rows: Sequence[UndatedArticle]) -> pl.DataFrame:
    """One row per undated article."""
    return pl.DataFrame(
        {
            "Headline": [one_line(title_words(row.title), longest=120) for row in rows],
            "Source": [one_line(source_name(row.source), longest=60) for row in rows],
            "Mentions": [row.mention_count for row in rows],
            "On the map": ["no" if row.hidden_count else "yes" for row in rows],
        }
    )


def _about(listed: Listed, rows: Sequence[ListedMention]) -> dict[str, pl.Series]:
    if listed == Listed.UNRESOLVED:
        reasons = [UNRESOLVED_WORDS[row.unresolved] if row.unresolved else "" for row in rows]
        return {"Why it has no place": pl.Series(reasons, dtype=pl.String)}
    if listed == Listed.APPROXIMATE:
        radii = [row.place.uncertainty_km if row.place else None for row in rows]
        return {"Lies in": _lies_in(rows), "± km": pl.Series(radii, dtype=pl.Float64)}
    if listed == Listed.PEOPLE:
        return {"Of": pl.Series([_place_name(row) for row in rows], dtype=pl.String)}
    if listed == Listed.FILTERED:
        causes = [HIDDEN_WORDS.get(row.hidden, "") if row.hidden else "" for row in rows]
        places = [_place_name(row) for row in rows]
        return {
            "Hidden": pl.Series(causes, dtype=pl.String),
            "Place": pl.Series(places, dtype=pl.String),
        }
    return {}


def _lies_in(rows: Sequence[ListedMention]) -> pl.Series:
    return pl.Series(
        [one_line(whereabouts(row.place), longest=80) if row.place else "" for row in rows],
        dtype=pl.String,
    )


def _place_name(row: ListedMention) -> str:
    return one_line(row.place.name, longest=80) if row.place else "unresolved"


def _passage(row: ListedMention) -> str:
    return excerpt(
        row.passage, row.mention.start - row.passage_start, row.mention.end - row.passage_start
    )
