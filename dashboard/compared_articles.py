"""Two articles that share text as HTML: what both have with its edits, what each has alone. Pure.

Which sentences go together is found in `geodata.independence.comparison`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.copy_words import order_in_words, outlet, stretches_html
from dashboard.plain_text import escape, one_line
from dashboard.wording import counted, title_words
from geodata.corpus.answers import ArticleSummary
from geodata.corpus.copies import is_earlier
from geodata.independence.comparison import Row, changes
from geodata.independence.differences import Change


def comparison_html(one: ArticleSummary, other: ArticleSummary, rows: Sequence[Row]) -> str:
    """Every sentence of both articles, in the order of the one.

    Args:
        one: The article that counts as the first.
        other: The other, as `geodata.corpus.copies.in_order` puts them.
        rows: Their sentences, paired.
    """
    parts = "".join(_part(kind, list(part), one, other) for kind, part in groupby(rows, _side))
    return (
        '<div class="dl-copies" role="region" aria-label="Two articles compared">'
        '<h2 class="dl-spoken">Two articles compared</h2>'
        f'<ul class="dl-two">{_article("A", one)}{_article("B", other)}</ul>'
        f"<p>{escape(_summary(one, other, rows))}</p>"
        '<p class="dl-key"><ins>Underlined</ins>: only in B. '
        f"<del>Struck through</del>: only in A.</p>{parts}</div>"
    )


def _article(letter: str, article: ArticleSummary) -> str:
    title = escape(one_line(title_words(article.title)))
    return f"<li><b>{letter}</b> {escape(outlet(article))}: <cite>{title}</cite></li>"


def _summary(one: ArticleSummary, other: ArticleSummary, rows: Sequence[Row]) -> str:
    both = [row for row in rows if row.one and row.other]
    same = sum(1 for row in both if all(part.change is Change.KEPT for part in changes(row)))
    order = order_in_words(one, [] if is_earlier(one, other) else [other])
    return f"{counted(len(both), 'sentence')} in both, {same} of them word for word. {order}"


def _side(row: Row) -> str:
    if row.one and row.other:
        return "both"
    return "again" if row.is_repeat else "one" if row.one else "other"


def _part(kind: str, rows: Sequence[Row], one: ArticleSummary, other: ArticleSummary) -> str:
    labels = {
        "both": "In both",
        "one": f"Only in A: {outlet(one)}",
        "other": f"Only in B: {outlet(other)}",
        "again": "In both, but elsewhere",
    }
    paragraphs = "".join(f'<p dir="auto">{text}</p>' for text in _texts(rows))
    return f'<section class="dl-part {kind}"><h3>{escape(labels[kind])}</h3>{paragraphs}</section>'


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if row.one and row.other:
            yield stretches_html(changes(row))
        else:
            yield escape(" ".join(sentence.text for sentence in (*row.one, *row.other)))
