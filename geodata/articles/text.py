"""Plain text -> Article: title, source and date where the text says them, body and furniture.

Where the text came from (file, table, web page, feed) is the business of its own reader.
"""

from datetime import date

from geodata.articles.dates import Said, dateline_date, said_date
from geodata.articles.identity import article_id, text_id
from geodata.articles.labels import clean_label
from geodata.articles.language import language_of
from geodata.articles.layout import Layout, lay_out, take_whole
from geodata.articles.outlets import find_outlet
from geodata.model import Article

_HEAD_PROSE = 2
_LINES_ABOVE_HEADLINE = 2
_ABOUT_OTHERS = frozenset({"other headlines", "comment box"})


def read_text(text: str, *, path: str = "", clean: bool = True) -> Article:
    """The article in a plain text; the text itself is kept as it is.

    Args:
        text: A page as it was saved or pasted.
        path: The file it was read from.
        clean: Whether furniture is told from the article. Otherwise the whole text is its body, and
            title, source and date stay empty.
    """
    return article_of(text, path=path, clean=clean)


def article_of(
    text: str, *, path: str = "", title: str = "", language: str = "", clean: bool = True
) -> Article:
    """The same for a text whose title or language may be known from elsewhere.

    Its id goes by its path, or by the text itself where it has none. A known language is not looked
    for: the tables for that take half a second to open.
    """
    id = article_id(path=path) if path else text_id(text)
    if not clean:
        layout = take_whole(text)
        return Article(
            id=id,
            text=text,
            title=title,
            path=path,
            language=language or language_of(text, layout.body),
            body=layout.body,
            furniture=layout.furniture,
        )
    layout = lay_out(text, title=title)
    return Article(
        id=id,
        text=text,
        title=title or headline_of(layout),
        source=clean_label(find_outlet(layout.lines, layout.reasons, masthead=layout.masthead)),
        published=publication_date(layout),
        path=path,
        language=language or language_of(text, layout.body),
        body=layout.body,
        furniture=layout.furniture,
    )


def headline_of(layout: Layout) -> str:
    """The headline as a label; empty where no line is clearly it."""
    if layout.headline is None:
        return ""
    return clean_label(layout.lines[layout.headline].text.removeprefix("#").lstrip("# "))


def publication_date(layout: Layout) -> date | None:
    """The day of publication, where the page says it and does not contradict itself.

    Labelled lines count anywhere but in lists of other headlines and comments; a date alone counts
    from just above the headline to the second paragraph, a dateline only in the first two. What
    stands below the headline goes before what stands above, which may be the day of the visit.
    """
    said: dict[tuple[Said, bool], set[date | None]] = {}
    top = layout.headline if layout.headline is not None else 0
    prose_count = 0
    for at, (line, reason) in enumerate(zip(layout.lines, layout.reasons, strict=True)):
        if line.is_prose and not reason:
            prose_count += 1
            if prose_count <= _HEAD_PROSE and (day := dateline_date(line.text)):
                said.setdefault((Said.BESIDE_NAMES, False), set()).add(day)
            continue
        if at == layout.headline or reason in _ABOUT_OTHERS:
            continue
        found = said_date(line.text)
        if found is None:
            continue
        plainness, said_day = found
        is_near_top = prose_count < _HEAD_PROSE and at >= top - _LINES_ABOVE_HEADLINE
        if is_near_top or plainness in {Said.PUBLISHED, Said.UPDATED}:
            said.setdefault((plainness, at < top), set()).add(said_day)
    plainest = said[min(said)] if said else set()
    return plainest.pop() if len(plainest) == 1 else None
