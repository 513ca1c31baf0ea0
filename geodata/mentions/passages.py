"""An article's text cut into passages: what a reader is shown around a mention.

A passage is a paragraph, or some sentences of a long one. Which words are furniture was decided
when the article was read.
"""

from collections.abc import Iterator

from geodata.mentions.sentences import sentence_bounds
from geodata.model import Article, Passage, Span

LONGEST_PASSAGE = 600
"""Code points above which a paragraph is cut between sentences: about six lines on a screen."""


def passages(article: Article) -> tuple[Passage, ...]:
    """Every paragraph of body and furniture in order of the text; blank stretches are left out."""
    cut = [
        Passage(start, end, in_body)
        for stretches, in_body in ((article.body, True), (article.furniture, False))
        for stretch in stretches
        for start, end in _paragraphs(article.text, stretch.start, stretch.end)
    ]
    return tuple(sorted(cut, key=lambda passage: passage.start))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line_start = start
    while line_start < end:
        found = text.find("\n", line_start, end)
        line_end = end if found < 0 else found
        if text[line_start:line_end].strip():
            if line_end - line_start > LONGEST_PASSAGE:
                yield from _grouped_sentences(text, line_start, line_end)
            else:
                yield line_start, line_end
        line_start = line_end + 1


def _grouped_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    group_start = group_end = start
    for _, sentence_end in sentence_bounds(text, Span(start, end)):
        if sentence_end - group_start > LONGEST_PASSAGE and group_end > group_start:
            yield group_start, group_end
            group_start = group_end
        group_end = sentence_end
    yield group_start, end
