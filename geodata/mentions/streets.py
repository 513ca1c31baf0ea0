"""Streets and squares not in the gazetteer, found by their shape: "Sappyol Street".

Only where the same sentence names a place they can lie in; where that is, `geodata.places` says.
"""

from collections.abc import Sequence

from geodata.mentions.cues import Cues
from geodata.mentions.other_names import is_other_name
from geodata.mentions.runs import Phrase
from geodata.model import Mention, Role

_LONGEST_STREET = 4
"""Words in the longest street name taken for one."""


def with_streets(
    text: str, sentence: Phrase, mentions: Sequence[Mention], cues: Cues
) -> list[Mention]:
    """The mentions of a sentence and its unlisted streets, in order.

    An address ("1935 Orchard Street") is left alone: it locates a house, not the news.
    """
    if sentence.title_case or all(mention.role is Role.DEMONYM for mention in mentions):
        return list(mentions)
    tokens = sentence.tokens
    found = list(mentions)
    for first, past in sentence.runs:
        is_street = (
            2 <= past - first <= _LONGEST_STREET
            and tokens.keys[past - 1] in cues.streets
            and not (first > 0 and tokens.keys[first - 1].isdigit())
            and not is_other_name(first, past, tokens)
        )
        start, end = tokens.starts[first], tokens.ends[past - 1]
        if is_street and not any(m.start < end and start < m.end for m in mentions):
            found.append(Mention(start, end, text[start:end]))
    return sorted(found, key=lambda mention: mention.start)
