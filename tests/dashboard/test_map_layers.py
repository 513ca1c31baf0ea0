import json
import re

import pytest
from folium.elements import JSCSSMixin
from streamlit_folium import generate_js_hash

from dashboard.map_layers import Drawn, base_map, main_role, marker_layer, sign
from dashboard.outlines import outline_id
from dashboard.static_files import STATIC_FOLDER
from geodata.coordinates import Coordinates
from geodata.corpus.answers import PlaceCount
from geodata.corpus.together import Companion
from geodata.model import Place, Role
from geodata.places.place_lists import curated_lists, read_place_list

TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


def make_count(
    place: Place,
    *,
    location: int = 0,
    actor: int = 0,
    demonym: int = 0,
    sources: int = 1,
    best: float | None = None,
) -> PlaceCount:
    roles = (location, actor, demonym)
    return PlaceCount(place, sum(roles), 2, sources, 2, *roles, best_confidence=best)


def make_place(name: str = "Kursk", **fields) -> Place:
    return Place("538560", name, Coordinates(51.737, 36.187), country="RU", **fields)


def drawn(counts, **options) -> str:
    layer = marker_layer(counts, Drawn(**options))
    layer.add_to(base_map(""))
    return layer.get_root().script.render() or layer.get_root().render()


def drawing(counts, **options) -> dict:
    found = re.search(r"Dateline\.draw\(map_div, \w+, (\{.*\})\);", drawn(counts, **options))
    assert found, "the layer draws nothing"
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("counts", "role"),
    [
        ({"location": 1, "actor": 9}, Role.LOCATION),
        ({"actor": 1, "demonym": 9}, Role.ACTOR),
        ({"demonym": 2}, Role.DEMONYM),
    ],
)
def test_a_place_where_anything_is_stands_as_a_location(counts, role: Role) -> None:
    assert main_role(make_count(make_place(), **counts)) is role


@pytest.mark.parametrize(
    ("fields", "is_area"),
    [
        ({}, False),
        ({"feature_class": "A", "feature_code": "PCLI"}, True),
        ({"feature_class": "A", "feature_code": "ADM1"}, True),
        ({"feature_class": "H", "feature_code": "SEA"}, True),
        ({"feature_class": "L", "feature_code": "RGN"}, True),
        ({"feature_class": "S", "feature_code": "MUS"}, False),
        ({"feature_class": "R", "feature_code": "ST", "uncertainty_km": 4.5}, False),
    ],
)
def test_an_area_never_looks_like_a_town(fields, is_area: bool) -> None:
    assert sign(make_count(make_place(**fields), location=1))["area"] is is_area


def test_only_a_country_carries_its_code() -> None:
    country = make_place("Russia", feature_class="A", feature_code="PCLI")
    region = make_place("Kursk Oblast", feature_class="A", feature_code="ADM1")
    codes = [sign(make_count(place, location=1))["code"] for place in (country, region)]
    assert codes == ["RU", ""]


@pytest.mark.parametrize(
    ("code", "country", "outline"),
    [
        ("PCLI", "RU", "643"),
        ("PCLI", "AF", "004"),
        ("PCLD", "GL", "304"),
        ("PCLH", "AN", ""),
        ("PCLI", "", ""),
        ("ADM1", "RU", ""),
        ("SEA", "", ""),
    ],
)
def test_only_a_country_of_today_has_an_outline(code: str, country: str, outline: str) -> None:
    place = Place("1", "Somewhere", Coordinates(1, 2), "A", code, country)
    assert sign(make_count(place, location=1))["outline"] == outline


def test_the_outlines_are_numbered_as_the_countries_are() -> None:
    """Of each country the outline that its number names holds its point, or is close to it."""
    shapes = json.loads((STATIC_FOLDER / "countries-50m.geojson").read_text(encoding="utf-8"))
    bounds: dict[str, list[tuple[float, float]]] = {}
    for shape in shapes["features"]:
        bounds.setdefault(shape.get("id", ""), []).extend(points_of(shape["geometry"]))
    (listed,) = (path for path in curated_lists() if path.stem == "countries")
    outlined = 0
    for place in read_place_list(listed):
        at = place.coordinates
        assert at
        number = outline_id(Place("1", place.name, at, "A", place.feature_code, place.country))
        if number and (points := bounds.get(number)):
            outlined += 1
            west, east = min(x for x, _ in points), max(x for x, _ in points)
            south, north = min(y for _, y in points), max(y for _, y in points)
            assert west - 2 <= at.longitude <= east + 2, place.name
            assert south - 2 <= at.latitude <= north + 2, place.name
    assert outlined > 220


def points_of(geometry) -> list[tuple[float, float]]:
    polygons = (
        [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    )
    return [(x, y) for polygon in polygons for x, y in polygon[0]]


def test_a_companion_says_how_often_it_is_named_with_the_chosen_place() -> None:
    kursk, count = make_place(), make_count(make_place(), location=3)
    found = drawing([count], chosen="1", together=[Companion(kursk, 2, 1)], corpus_version="v")
    assert found["together"] == [{"id": "538560", "passages": 2}]
    assert found["signs"][0]["companion"] == "With the chosen place in 2 passages"
    assert found["corpus"] == "v"
    assert drawing([count])["signs"][0]["companion"] == ""


def test_an_approximate_place_says_so_and_has_its_ring() -> None:
    street = make_place("Sappyol Street", uncertainty_km=4.5)
    shown = sign(make_count(street, location=1))
    assert shown["km"] == 4.5
    assert shown["label"] == "Sappyol Street (approx.)"
    assert "approximate within 4.5 km" in str(shown["note"])


@pytest.mark.parametrize(
    ("sources", "words"),
    [(0, "source not known"), (1, "1 known source"), (2, "2 known sources")],
)
def test_articles_of_unknown_source_are_not_called_none(sources: int, words: str) -> None:
    shown = sign(make_count(make_place(), location=3, sources=sources))
    assert str(shown["note"]).endswith(f"3 mentions · 2 articles · {words} · 2 independent texts")


def test_the_layer_holds_every_place_and_the_choice() -> None:
    found = drawing([make_count(make_place(), location=3)], chosen="538560", address="place=538560")
    assert [one["n"] for one in found["signs"]] == [3]
    assert (found["chosen"], found["address"]) == ("538560", "place=538560")


@pytest.mark.parametrize(
    "name",
    ["</script><script>alert(1)</script>", "${alert(1)}", "`", "C:\\users", "a'b\"c", "x\u2028y"],
)
def test_a_hostile_name_stays_a_name(name: str) -> None:
    place = make_place(name)
    (shown,) = drawing([make_count(place, location=1)])["signs"]
    assert shown["name"] == " ".join(name.split())
    assert name not in drawn([make_count(place, location=1)])


def test_a_name_that_turns_the_text_around_is_set_straight() -> None:
    (shown,) = drawing([make_count(make_place("\u202eksruK"), location=1)])["signs"]
    assert shown["name"] == "ksruK"


def hosts(element) -> set[str]:
    """Every file of a map and its parts that lies on another host."""
    own = [
        address
        for one in [element, *element._children.values()]
        if isinstance(one, JSCSSMixin)
        for _, address in [*one.default_js, *one.default_css]
    ]
    return {address for address in own if "//" in address}


def test_the_built_in_map_names_no_other_host() -> None:
    drawn_map = base_map("")
    assert hosts(drawn_map) == set()
    assert "http" not in re.sub(r"<meta[^>]*>", "", drawn_map.get_root().script.render())


def test_tiles_are_drawn_only_where_they_are_set_and_say_where_from() -> None:
    drawn_map = base_map(TILES)
    script = drawn_map.get_root().render()
    assert hosts(drawn_map) == set()
    assert "tile.openstreetmap.org" in script
    assert "OpenStreetMap contributors" in script
    assert '"referrerPolicy": "origin"' in script


@pytest.mark.parametrize(("tiles", "deepest"), [("", 11), (TILES, 18)])
def test_the_limits_of_zoom_are_the_map_s_own(tiles: str, deepest: int) -> None:
    script = base_map(tiles).get_root().render()
    options = script[script.index("L.map(") :].split(");")[0]
    assert '"minZoom": 0' in options
    assert f'"maxZoom": {deepest}' in options


@pytest.mark.parametrize("tiles", ["", TILES])
def test_the_map_itself_never_changes(tiles: str) -> None:
    first, second = (base_map(tiles).get_root().render() for _ in range(2))
    assert generate_js_hash(first, "map") == generate_js_hash(second, "map")


def test_a_place_that_is_likelier_wrong_than_right_is_drawn_as_a_question() -> None:
    doubtful = sign(make_count(make_place("Columbia"), location=1, best=0.48))
    assert doubtful["doubtful"]
    assert doubtful["label"] == "Columbia (doubtful)"
    assert "doubtful, 48 % sure at best" in str(doubtful["note"])
    for best in (0.5, 0.95, None):
        likely = sign(make_count(make_place("Columbia"), location=1, best=best))
        assert not likely["doubtful"]
        assert likely["label"] == "Columbia"
        assert "doubtful" not in str(likely["note"])
