"""What is told of copies: how many texts there are, who else has one, what each one changed. Pure.

Which articles share text is found in `geodata.independence`; how it looks is in frontend/copies.*.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.plain_text import Json, escape, one_line, plain
from dashboard.wording import counted, day, source_name, title_words
from geodata.corpus.answers import ArticlePassages, ArticleSummary
from geodata.corpus.copies import NamingText
from geodata.independence.comparison import Sharing
from geodata.independence.differences import Change, Stretch

NAMED_AT_ONCE = 3
# In front of the words and after them, for readers who cannot see the lines. The first text is A,
# as in the legend; which of both was written first is often not known.
_SPOKEN = {
    Change.ADDED: ("only in B: ", " (end)"),
    Change.LEFT_OUT: ("only in A: ", " (end)"),
}
_TAGS = {Change.ADDED: "ins", Change.LEFT_OUT: "del"}


@dataclass(frozen=True, slots=True)
class CopyTold:
    """One copy of a text, and what it makes of the passages that name a place.

    Attributes:
        passages: Each as stretches against the first text; only of those that differ.
        same_count: Passages that are word for word the same.
        is_compared: Whether anybody looked: of very many copies only the first are compared.
    """

    article: ArticleSummary
    passages: tuple[tuple[Stretch, ...], ...]
    same_count: int
    is_compared: bool = True


def texts_in_words(articles: Sequence[ArticleSummary], text_count: int) -> str:
    """As in "2 outlets, 1 independent text"; articles where not every source is known."""
    sources = {article.source for article in articles}
    told = counted(len(articles), "article") if "" in sources else counted(len(sources), "outlet")
    return f"{told}, {counted(text_count, 'independent text')}"


def place_in_words(texts: Sequence[NamingText]) -> str:
    """In how many passages, articles and independent texts a place is named.

    Where a text counts once, the articles and outlets are those that count on the map as well;
    the others, which stand in the list too, are told apart.
    """
    naming = [one for text in texts for one in (text.first, *text.copies)]
    passages = counted(sum(len(one.passages) for one in naming), "passage")
    uncounted = frozenset[str]().union(*(text.uncounted for text in texts))
    articles = [one.article for one in naming if one.article.id not in uncounted]
    told = f"{passages} in {articles_in_words(len(articles), len(uncounted))}"
    if len(naming) < 2:
        return told
    if any(not article.source for article in articles):
        return f"{told}, {counted(len(texts), 'independent text')}"
    return f"{told} · {texts_in_words(articles, len(texts))}"


def repeating_in_words(repeating_count: int) -> str:
    """As in "15 articles only repeat others"; empty where none does."""
    repeat = "repeats" if repeating_count == 1 else "repeat"
    return f"{counted(repeating_count, 'article')} only {repeat} others" if repeating_count else ""


def articles_in_words(count: int, repeating_count: int) -> str:
    """As in "33 articles, and 4 that only repeat them".

    Args:
        count: Articles that count.
        repeating_count: Articles that do not, since they have nothing but copies.
    """
    told = counted(count, "article")
    if not repeating_count:
        return told
    repeat, it = "repeats" if repeating_count == 1 else "repeat", "it" if count == 1 else "them"
    return f"{told}, and {repeating_count:,} that only {repeat} {it}"


def outlet(article: ArticleSummary) -> str:
    """Who published it, and when: "Yonhap, 24 Oct 2025"."""
    return f"{one_line(source_name(article.source), longest=60)}, {day(article.published)}"


def sharing_label(article: ArticleSummary, sharing: Sharing) -> str:
    """One of several articles to choose from: "11 of 12 sentences · Headline · KCNA, 24 Oct 2025".

    Args:
        article: The one that may be chosen.
        sharing: What the article being read shares with it.
    """
    shared = f"{sharing.shared_count} of {counted(sharing.sentence_count, 'sentence')}"
    title = one_line(title_words(article.title), longest=50)
    return f"{shared} · {title} · {outlet(article)}"


def told_copy(copy: ArticlePassages, passages: Sequence[tuple[Stretch, ...]]) -> CopyTold:
    """A copy with what differs in it.

    Args:
        copy: The article and its passages.
        passages: The same passages against the first text.
    """
    differing = tuple(one for one in passages if _differs(one))
    return CopyTold(copy.article, differing, len(passages) - len(differing))


def sharing_in_words(sharing: Sequence[Sharing]) -> str:
    """As in "Shares most of its text with 1 article, single sentences with 27 more"."""
    most = [one for one in sharing if 2 * one.shared_count > one.sentence_count]
    fewer = [one for one in sharing if 2 * one.shared_count <= one.sentence_count]
    single = sum(1 for one in fewer if one.shared_count == 1)
    groups = (
        ("most of its text", len(most)),
        ("several sentences", len(fewer) - single),
        ("a single sentence" if single == 1 else "single sentences", single),
    )
    (what, count), *rest = [group for group in groups if group[1]]
    told = [f"Shares {what} with {counted(count, 'article')}"]
    return ", ".join([*told, *(f"{words} with {more:,} more" for words, more in rest)])


def text_in_words(text: NamingText) -> str:
    """How many outlets have a text; empty where only one has."""
    articles = [text.first.article, *(copy.article for copy in text.copies)]
    return texts_in_words(articles, 1) if text.copies else ""


def also_json(text: NamingText, copies: Sequence[CopyTold]) -> Json:
    """What the browser needs of the copies gathered under a text; None where there are none."""
    if not copies:
        return None
    named = [outlet(copy.article) for copy in copies[:NAMED_AT_ONCE]]
    more = len(copies) - len(named)
    edited = any(copy.passages for copy in copies)
    return {
        "words": f"Also in {'; '.join(named)}" + (f" and {more} more" if more else ""),
        "how": "the same text, edited" if edited else "the same text",
        "order": order_in_words(text.first.article, text.rivals),
        "first": outlet(text.first.article),
        "copies": [_copy_json(copy) for copy in copies],
    }


def order_in_words(first: ArticleSummary, rivals: Sequence[ArticleSummary]) -> str:
    """Whether a text is known to be the earliest, and why not.

    Args:
        first: The article that is taken for the first.
        rivals: Those that may have been earlier all the same.
    """
    if not rivals:
        return f"{outlet(first)}, was first."
    undated = [one for one in (first, *rivals) if one.published is None]
    if not undated:
        return "Which was first is not known: they are of the same day."
    named = ", ".join(
        one_line(one.source or "one of unknown source", longest=60) for one in undated[:3]
    )
    are = "is" if len(undated) == 1 else "are"
    return f"Which was first is not known: {named} {are} undated."


def stretches_html(stretches: Sequence[Stretch]) -> str:
    """Stretches as HTML: underlined or struck through, and said in words for screen readers."""
    return "".join(map(_stretch_html, stretches))


def _stretch_html(stretch: Stretch) -> str:
    if stretch.change is Change.KEPT:
        return escape(stretch.text)
    before, after = _SPOKEN[stretch.change]
    text = stretch.text
    space = text[: len(text) - len(text.lstrip())]
    tag = _TAGS[stretch.change]
    return (
        f'{escape(space)}<{tag}><span class="dl-spoken">{before}</span>{escape(text.lstrip())}'
        f'<span class="dl-spoken">{after}</span></{tag}>'
    )


def _differs(stretches: Sequence[Stretch]) -> bool:
    return any(one.change is not Change.KEPT for one in stretches)


def _copy_json(copy: CopyTold) -> Json:
    same = counted(copy.same_count, "passage")
    if not copy.is_compared:
        said = "The same text; compare the articles to see what differs."
    elif not copy.passages:
        said = "Word for word the same."
    elif copy.same_count:
        said = f"{same} word for word the same; this differs."
    else:
        said = "The same text, edited."
    return {
        "article": copy.article.id,
        "name": outlet(copy.article),
        "said": said,
        "passages": [
            [{"text": plain(one.text), "change": one.change.value} for one in passage]
            for passage in copy.passages
        ],
    }
