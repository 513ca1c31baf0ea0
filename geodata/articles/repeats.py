"""Lines that stand on a page more than once: headlines, captions, paragraphs.

Copies of an article in other outlets are compared elsewhere.
"""

from collections.abc import Sequence

from geodata.articles.lines import Line


def mark_repeats(lines: Sequence[Line], reasons: list[str], headline: int | None) -> None:
    """Only the first of several equal lines is the article's own, unless they are very short."""
    title = lines[headline].key if headline is not None else ""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if reasons[at]:
            continue
        if not line.key:
            key = line.text
        elif line.word_count > 5 or len(line.text) > 40 or (title and line.key == title):
            key = line.key
        else:
            continue
        if key in seen:
            reasons[at] = _reason_of_repeat(line, key == title)
        seen.add(key)


def _reason_of_repeat(line: Line, is_title: bool) -> str:
    if is_title:
        return "repeated headline"
    return "repeated caption" if line.text.endswith(("]", ")")) else "repeated lines"
