"""The role of a mention: does something happen there, does the name act, or is it a people?

Roles follow Gritta et al. 2019 (doi 10.1007/s10579-019-09475-3). Rules over the words around the
name; names of peoples are told by `recognition`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from geodata.mentions.cues import Cues, english_cues
from geodata.model import Mention, Role
from geodata.names import Word, normalise_word, words

_WINDOW = 60
"""Code points looked at on either side; five or six words, never past a sentence's end."""

_STOP = regex.compile(r"[!?…\n:;]|(?<!\b\p{L})\.(?=\s|$)")


def with_roles(text: str, mentions: Sequence[Mention], cues: Cues | None = None) -> list[Mention]:
    """The same mentions with location or actor decided; demonyms stay demonyms."""
    judged = cues or english_cues()
    return [
        mention
        if mention.role is Role.DEMONYM
        else replace(mention, role=_role(text, mention, judged))
        for mention in mentions
    ]


def _role(text: str, mention: Mention, cues: Cues) -> Role:
    before = _keys_before(text, mention.start)
    after, possessive = _keys_after(text, mention.end)
    if possessive:
        return _role_of_owner(after, cues)
    if _is_party(text, mention, after, cues):
        return Role.ACTOR
    if before and before[-1] in {"the", "a"}:
        before = before[:-1]
    if before[-1:] == ["for"] and cues.departing.intersection(before[-2:-1]):
        return Role.LOCATION
    if before and before[-1] in cues.before_actors - cues.locating:
        return Role.ACTOR
    if before and before[-1] in {"and", "or"} and _follows_actor(before, cues):
        return Role.ACTOR
    if _is_counterpart(before, cues):
        return Role.ACTOR
    if before and before[-1] in cues.locating:
        return Role.LOCATION
    if after and after[0] in cues.acting_verbs and not _is_inside_phrase(before):
        return Role.ACTOR
    return Role.LOCATION


def _role_of_owner(after: Sequence[str], cues: Cues) -> Role:
    """Russia's war, Russia's ambassador: an actor. Russia's Kursk region: where it is."""
    for key in after[:3]:
        if key in cues.place_nouns:
            return Role.LOCATION
        if key in cues.actor_nouns:
            return Role.ACTOR
    return Role.LOCATION


def _is_party(text: str, mention: Mention, after: Sequence[str], cues: Cues) -> bool:
    """One of a pair of names before such a noun, as in "the Russia-Ukraine war"."""
    dashed = text[mention.end : mention.end + 1] in {"-", "–", "—"} or (
        mention.start > 0 and text[mention.start - 1] in {"-", "–"}
    )
    return dashed and bool(cues.pair_nouns.intersection(after[:3]))


def _is_counterpart(before: Sequence[str], cues: Cues) -> bool:
    """Party to something named just before, as in "ties with B" or "ambassador to B"."""
    if not before or before[-1] not in {"between", "with", "to", "and", "of", "for", "against"}:
        return False
    return bool((cues.pair_nouns | {"ambassador", "envoy"}).intersection(before[-4:-1]))


def _follows_actor(before: Sequence[str], cues: Cues) -> bool:
    return bool(cues.pair_nouns.intersection(before[-5:-1])) or "between" in before[-4:-1]


def _is_inside_phrase(before: Sequence[str]) -> bool:
    return bool(before) and before[-1] in {"of", "in", "at", "near", "from", "to", "on"}


def _keys_before(text: str, start: int) -> list[str]:
    stretch = text[max(0, start - _WINDOW) : start]
    cut = max((stop.end() for stop in _STOP.finditer(stretch)), default=0)
    return _keys(words(stretch[cut:]))


def _keys_after(text: str, end: int) -> tuple[list[str], bool]:
    stretch = text[end : end + _WINDOW]
    stop = _STOP.search(stretch)
    keys = _keys(words(stretch[: stop.start() if stop else None]))
    possessive = stretch[:1] in {"'", "’"}
    if possessive and keys and keys[0] == "s":
        keys = keys[1:]
    return keys, possessive


def _keys(listed: Iterable[Word]) -> list[str]:
    return [normalise_word(word.written) for word in listed]
