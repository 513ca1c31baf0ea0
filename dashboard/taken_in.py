"""Furniture that this visitor has taken back into an article, for as long as the visit lasts.

The article as changed stands among the visitor's own; how a stretch is moved is decided in
`geodata.articles.taking_in`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard import data
from geodata.articles.taking_in import with_taken_in
from geodata.model import Article, Furniture, GeoparsedArticle

_KEPT, _WANTED = "taken-in", "taken-in-wanted"


@dataclass(frozen=True, slots=True)
class _Changed:
    original: GeoparsedArticle
    was_own: bool
    stretches: tuple[Furniture, ...]
    shown: GeoparsedArticle


def stretches_taken_in(article_id: str) -> tuple[Furniture, ...]:
    """What was furniture of the article and is now part of its body, in order of the text."""
    changed = _changed(article_id)
    return changed.stretches if changed else ()


def want(article_id: str, start: int, *, taken_in: bool) -> None:
    """Remembers that a stretch is to be taken in or put back; a widget's callback may call it."""
    st.session_state[_WANTED] = (article_id, start, taken_in)


def settle(shown: GeoparsedArticle, geoparse: Callable[[Article], GeoparsedArticle]) -> bool:
    """Does to the shown article what was wanted of it; whether anything was.

    The corpus that is shown is another one afterwards: the page must be run as a whole.

    Args:
        shown: The article as it stands on the screen.
        geoparse: Finds its places anew.

    Raises:
        GazetteerError: There is none to find them with.
    """
    article_id, start, taken_in = st.session_state.pop(_WANTED, ("", -1, False))
    if article_id != shown.article.id:
        return False
    before = _changed(article_id)
    original = before.original if before else data.own_articles().get(article_id, shown)
    stretches = before.stretches if before else ()
    named = [one for one in original.article.furniture if one.start == start]
    if not named or (named[0] in stretches) == taken_in:
        return False
    wanted = {*stretches, *named} if taken_in else {*stretches} - {*named}
    _keep(original, before.was_own if before else article_id in data.own_articles(),
          tuple(sorted(wanted)), geoparse)  # fmt: skip
    return True


def _keep(
    original: GeoparsedArticle,
    was_own: bool,
    stretches: tuple[Furniture, ...],
    geoparse: Callable[[Article], GeoparsedArticle],
) -> None:
    own, article_id = data.own_articles(), original.article.id
    if stretches:
        shown = geoparse(with_taken_in(original.article, stretches))
        own[article_id] = shown
        _all()[article_id] = _Changed(original, was_own, stretches, shown)
        return
    _all().pop(article_id, None)
    if was_own:
        own[article_id] = original
    else:
        own.pop(article_id, None)


def _changed(article_id: str) -> _Changed | None:
    """None also where the visitor has since removed or replaced the article as changed."""
    changed = _all().get(article_id)
    is_shown = changed is not None and data.own_articles().get(article_id) is changed.shown
    return changed if is_shown else None


def _all() -> dict[str, _Changed]:
    kept: dict[str, _Changed] = st.session_state.setdefault(_KEPT, {})
    return kept
