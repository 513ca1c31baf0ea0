"""A view as one HTML file: the map, its places and passages, to open from disk with no network.

Pure: the same content makes the same file. How it looks and moves is in frontend/standalone.*.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from dashboard.frontend_files import frontend
from dashboard.map_layers import sign
from dashboard.plain_text import Json, escape, one_line, plain, script_json
from dashboard.static_files import STATIC_FOLDER, joined
from dashboard.wording import about_place, counted, day, source_name, title_words
from geodata.corpus.answers import PlaceCount
from geodata.exports.content import Content, ExportedArticle, ExportedMention

_OUTLINES = STATIC_FOLDER / "countries-110m.geojson"
_ADDRESSES = ("https://", "http://")


def standalone_map(content: Content, counts: Sequence[PlaceCount], *, title: str) -> bytes:
    """The file.

    Args:
        content: The mentions, and where they come from.
        counts: The places among them, as the map shows them.
        title: The headline of the page.
    """
    styles = [_map_file("map.css"), frontend("standalone.css")]
    scripts = [_map_file("map.js"), frontend("elements.js", "standalone.js")]
    data = script_json(_data(content, counts))
    provenance = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
        for name, value in content.provenance.items()
        if value
    )
    # Nothing but these very scripts and styles may run or be asked for, whatever a text holds.
    policy = (
        f"default-src 'none'; img-src data:; script-src {_hashes(scripts)}; "
        f"style-src {_hashes(styles)}; base-uri 'none'; form-action 'none'"
    )
    page = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
{"".join(f"<style>{style}</style>" for style in styles)}</head>
<body><header><h1>{escape(title)}</h1><p>{escape(content.provenance.filter_words)}</p></header>
<main><div id="map" role="application" aria-label="Map of the places; the list holds the same">
</div><section id="side" aria-label="Places and passages"></section></main>
<footer><details><summary>Where this is from</summary><dl>{provenance}</dl></details></footer>
<noscript>This map needs JavaScript.</noscript>
<script type="application/json" id="outlines">{_outlines()}</script>
<script type="application/json" id="data">{data}</script>
{"".join(f"<script>{script}</script>" for script in scripts)}</body></html>
"""
    return page.encode("utf-8", "replace")


def _data(content: Content, counts: Sequence[PlaceCount]) -> Json:
    by_place = _by_place(content.mentions)
    unplaced = [mention for mention in content.mentions if mention.place is None]
    return {
        "drawing": {
            "signs": [sign(count) for count in counts],
            "together": [],
            "address": "",
            "corpus": content.provenance.corpus,
        },
        "places": [
            {
                "id": count.place.id,
                "name": one_line(count.place.name, longest=80),
                "about": about_place(count.place),
                "count": counted(count.mention_count, "mention"),
                "articles": _articles(by_place.get(count.place.id, [])),
            }
            for count in counts
        ],
        "unplaced": _articles(unplaced),
        "unplacedCount": counted(len(unplaced), "mention"),
    }


def _by_place(mentions: Iterable[ExportedMention]) -> dict[str, list[ExportedMention]]:
    found: dict[str, list[ExportedMention]] = {}
    for mention in mentions:
        if mention.place:
            found.setdefault(mention.place.id, []).append(mention)
    return found


def _articles(mentions: Sequence[ExportedMention]) -> list[Json]:
    """The articles of mentions that are in order of article and text, with their passages."""
    grouped = groupby(mentions, key=lambda mention: mention.article)
    articles = sorted(
        ((article, list(named)) for article, named in grouped),
        key=lambda one: _newest_first(one[0]),
    )
    return [
        {
            "title": one_line(title_words(article.title), longest=300),
            "meta": f"{one_line(source_name(article.source))} · {day(article.published)}",
            "url": article.url if article.url.startswith(_ADDRESSES) else "",
            "passages": [
                _pieces(list(one))
                for _, one in groupby(named, key=lambda mention: mention.passage_start)
            ],
        }
        for article, named in articles
    ]


def _newest_first(article: ExportedArticle) -> tuple[bool, int, str]:
    published = article.published
    return (published is None, -published.toordinal() if published else 0, article.id)


def _pieces(mentions: Sequence[ExportedMention]) -> list[Json]:
    """One passage, as plain words and names in turn: the second, fourth, ... piece is a name."""
    text, first = mentions[0].passage, mentions[0].passage_start
    cut: list[Json] = []
    at = 0
    for mention in mentions:
        start, end = mention.start - first, mention.end - first
        if start < at:
            continue
        cut += [plain(text[at:start]), plain(text[start:end])]
        at = end
    return [*cut, plain(text[at:])]


def _outlines() -> str:
    return _OUTLINES.read_text(encoding="utf-8").replace("<", "\\u003c")


def _map_file(name: str) -> str:
    """With the line ends that a browser makes of any others before it takes the hash."""
    return joined(name).decode().replace("\r\n", "\n")


def _hashes(sources: Iterable[str]) -> str:
    digests = (hashlib.sha256(source.encode()).digest() for source in sources)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
