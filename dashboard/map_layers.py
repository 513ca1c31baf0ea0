"""Places and their counts -> folium layers. Pure: the same answer draws the same map.

How the map looks and moves is in static/*.js, view.js the last of them; what a click meant is in
`dashboard.map_events`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard.explanation import percent
from dashboard.outlines import outline_id
from dashboard.plain_text import Json, one_line, script_json
from dashboard.wording import about_place, counted, source_name
from geodata.corpus.answers import PlaceCount
from geodata.corpus.together import Companion
from geodata.model import Place, Role

# As seen from the component's own page, so that it holds under any base path.
STATIC = "../../app/static"
SHALLOWEST_ZOOM = 0  # the whole world on a phone
DEEPEST_ZOOM = 11
DEEPEST_TILE_ZOOM = 18
# A place of which no mention is likelier right than wrong is drawn as a question.
DOUBTFUL_BELOW = 0.5

# Folium would fetch Leaflet and five other files from hosts outside; these are all our own.
folium.Map.default_js = [("map", f"{STATIC}/built/map.js")]
folium.Map.default_css = [("map_css", f"{STATIC}/built/map.css")]


class _Start(MacroElement):
    """Wakes the map's own script; the same for every map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "Dateline.start({{ this._parent.get_name() }}, {{ this.options }});"
        "{% endmacro %}"
    )

    def __init__(self, options: Json) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Start"
        self.options = script_json(options)


class _Signs(MacroElement):
    """All markers in one element: a thousand cost what one folium marker costs."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "Dateline.draw(map_div, {{ this._parent.get_name() }}, {{ this.drawing }});"
        "{% endmacro %}"
    )

    def __init__(self, drawing: Json) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Signs"
        self.drawing = script_json(drawing)


def base_map(tiles: str) -> folium.Map:
    """The map without markers; it must never differ within a visit, or the browser reloads it.

    Args:
        tiles: Template of a tile server's addresses; empty for the built-in outlines.
    """
    drawn = folium.Map(
        [25, 20],
        zoom_start=2,
        tiles=None,
        prefer_canvas=True,
        zoom_snap=1 if tiles else 0.25,  # tiles are sharp at whole steps only
        # Not min_zoom and max_zoom: folium keeps those for its own tiles.
        minZoom=SHALLOWEST_ZOOM,
        maxZoom=DEEPEST_TILE_ZOOM if tiles else DEEPEST_ZOOM,
        world_copy_jump=True,
        track_resize=False,  # view.js does, and knows what to keep in view
    )
    if tiles:
        folium.TileLayer(
            tiles, attr=_tile_credit(tiles), max_zoom=DEEPEST_TILE_ZOOM, referrer_policy="origin"
        ).add_to(drawn)
    _Start(
        {
            "ground": not tiles,
            "outlines": f"{STATIC}/countries-110m.geojson",
            "finerOutlines": f"{STATIC}/countries-50m.geojson",
            "attribution": "Leaflet · Natural Earth",
        }
    ).add_to(drawn)
    return drawn


def _tile_credit(tiles: str) -> str:
    host = urlsplit(tiles).hostname or ""
    if host.endswith("openstreetmap.org"):
        return "© OpenStreetMap contributors"
    return f"Tiles: {''.join(char for char in host if char.isalnum() or char in '.-')}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the map is told beside the places.

    Attributes:
        chosen: Id of the place to stand out.
        together: The places to be joined to the chosen one by lines.
        address: The page's query, so that the map keeps its position there after each change.
        corpus_version: Of the articles on the map; when it changes, all places come into view.
    """

    chosen: str | None = None
    together: Sequence[Companion] = ()
    address: str = ""
    corpus_version: str = ""


def marker_layer(counts: Sequence[PlaceCount], drawn: Drawn) -> folium.FeatureGroup:
    """Every place that the filter shows as one sign, its area or ring, and the lines between."""
    layer = folium.FeatureGroup("places")
    companions = {one.place.id: one for one in drawn.together}
    drawing: Json = {
        "signs": [sign(count, companions.get(count.place.id)) for count in counts],
        "together": [{"id": one.place.id, "passages": one.passage_count} for one in drawn.together],
        "chosen": drawn.chosen,
        "address": drawn.address,
        "corpus": drawn.corpus_version,
    }
    _Signs(drawing).add_to(layer)
    return layer


def sign(count: PlaceCount, companion: Companion | None = None) -> dict[str, Json]:
    """What the scripts need to know to draw one place.

    Args:
        count: The place, and how often it is named.
        companion: How often it is named with the chosen place, where a line leads to it.
    """
    place = count.place
    name = one_line(place.name, longest=80)
    return {
        "id": place.id,
        "name": name,
        "label": name + _label_remark(count),
        "note": _note(count),
        "lat": place.coordinates.latitude,
        "lon": place.coordinates.longitude,
        "n": count.mention_count,
        "area": is_drawn_as_area(place),
        "role": main_role(count).value,
        "km": place.uncertainty_km,
        "doubtful": is_doubtful(count),
        "code": place.country if place.feature_code.startswith("PCL") else "",
        "outline": outline_id(place),
        "companion": _companion_words(companion) if companion else "",
    }


def _label_remark(count: PlaceCount) -> str:
    if count.place.uncertainty_km is not None:
        return " (approx.)"
    return " (doubtful)" if is_doubtful(count) else ""


def is_doubtful(count: PlaceCount) -> bool:
    """Whether even the surest of its mentions is likelier wrong than right."""
    return _doubt(count) is not None


def _doubt(count: PlaceCount) -> float | None:
    best = count.best_confidence
    return best if best is not None and best < DOUBTFUL_BELOW else None


def _companion_words(companion: Companion) -> str:
    return f"With the chosen place in {counted(companion.passage_count, 'passage')}"


def is_drawn_as_area(place: Place) -> bool:
    """Whether it gets the square of a country, region or sea, not the circle of a town."""
    return place.feature_class in {"A", "L", "H"}


def main_role(count: PlaceCount) -> Role:
    """Location when anything is said to be there; actor or demonym where it is only that."""
    if count.location_count:
        return Role.LOCATION
    return Role.ACTOR if count.actor_count else Role.DEMONYM


def _note(count: PlaceCount) -> str:
    doubt = _doubt(count)
    numbers: Iterable[str] = (
        counted(count.mention_count, "mention"),
        counted(count.article_count, "article"),
        counted(count.source_count, "known source") if count.source_count else source_name(""),
        *([counted(count.text_count, "independent text")] if count.article_count > 1 else []),
        *([] if doubt is None else [f"doubtful, {percent(doubt)} sure at best"]),
    )
    return one_line(f"{about_place(count.place)} · {' · '.join(numbers)}")
