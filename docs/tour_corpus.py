"""Some 200 made-up articles of a fixed seed, for the pictures of the tour that need many.

The exhibition, the outlets and every sentence are invented; only the places are real. The pictures
are taken by `docs.make_pictures`.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_SEED, _FIRST_DAY, _DAYS_PER_STOP = 20250301, date(2025, 3, 1), 4
_ROUTE = """Lisbon/Portugal Porto/Portugal Madrid/Spain Seville/Spain Toulouse/France Lyon/France
Geneva/Switzerland Turin/Italy Venice/Italy Trieste/Italy Ljubljana/Slovenia Vienna/Austria
Brno/Czechia Prague/Czechia Leipzig/Germany Hamburg/Germany Copenhagen/Denmark Gothenburg/Sweden
Oslo/Norway Bergen/Norway Stockholm/Sweden Helsinki/Finland Tallinn/Estonia Riga/Latvia
Vilnius/Lithuania Warsaw/Poland Krakow/Poland Budapest/Hungary Belgrade/Serbia Sofia/Bulgaria
Istanbul/Turkey Athens/Greece Cairo/Egypt Tunis/Tunisia Algiers/Algeria Casablanca/Morocco
Dakar/Senegal Accra/Ghana Nairobi/Kenya Mumbai/India Singapore/Singapore Hanoi/Vietnam Osaka/Japan
Sydney/Australia Lima/Peru Quito/Ecuador Havana/Cuba Boston/US Montreal/Canada"""
_OUTLETS = (
    "The Harbour Post",
    "Upland Herald",
    "Radio Meridian",
    "Evening Ferry",
    "The Map Room",
    "",
)
_HEADLINES = (
    "The Lantern Atlas opens in {here}",
    "{here} queues for a map of the sea",
    "From {before} to {here}, one crate at a time",
    "Next stop {after}: the atlas packs again",
    "What {here} made of the Lantern Atlas",
)
# Ten words at most: a longer one, used again with other places, would be taken for a copy.
_OPENINGS = (
    "The old sea charts can be seen in {here}.",
    "Visitors in {here} waited until dusk to get in.",
    "Forty crates reached {here} by rail from {before}.",
    "Old sea charts now fill a hall in {here}.",
    "The hall in {here} smells of varnish and rain.",
)
_MORE = (
    "One sheet shows the way from {before} to {here}.",
    "{country} paid for the train.",
    "{country} has asked {next_country} to pay for the next one.",
    "A school class had come from {far}.",
    "The crates go on to {after} by boat.",
    "One chart stayed in {before}; its varnish had not dried.",
    "Another copy is said to lie in {far}.",
    "The storm kept the exhibition in {before} for two days.",
    "Guides speak of Nether Quillow, which no other map has.",
    "Letters from Saltmere Haven hang beside it.",
    "The ferryman of Brackwater Sound wants his oar back.",
    "Sailors from {far} signed the book and corrected two soundings.",
    "Officials in {country} want a room for it.",
    "{next_country} has offered a lighthouse.",
    "A drawing made in {far} hangs alone.",
    "In {after} a hall by the station is being cleared.",
    "{country} denied that the charts were ever lost.",
    "Two Norwegian students copied the compass roses.",
    "The margins hold the notes of a Dutch pilot.",
)
# Longer ones, for what several outlets print.
_WIRES = (
    (
        "The curators of the atlas said on Monday that the charts would leave {here} for {after} a "
        "day early, because the railway had asked for its wagons back.",
        "They thanked the people of {here}, who had come in the rain, and the porters of {before}, "
        "who had carried forty crates down a spiral stair without breaking a pane of glass.",
        "A spokesman added that the wagons were needed for the apple harvest in the hills behind "
        "{far}, where every barn was already full.",
    ),
    (
        "An unsigned chart that had hung upside down since {before} was found on Monday to show "
        "not a river but the street plan of {far} in a year of flood.",
        "Two students had noticed the mistake when the evening sun in {here} fell on the "
        "back of the paper and the bridges of {far} stood out one after another.",
        "The sheet will be turned round before the exhibition opens in {after}, and the catalogue "
        "gets a slip of paper with an apology.",
    ),
    (
        "A customs officer in {here} opened the wrong crate on Monday and so became the first to "
        "see the globe that had been missing from the inventory since {before}.",
        "It shows an island west of {far} that nobody has found again, although three captains "
        "swore before a notary that they had taken on water there.",
        "Whether the globe may travel on to {after} depends on the weight that the ferry can "
        "carry.",
    ),
)
_MENU = "Home\nNews\nSport\nWeather\nSubscribe\n\n"
_ELSEWHERE = """

Most read
1. Bridge closed in {far}
2. Two swans return to {after}
3. Vote in {before}
"""


@dataclass(frozen=True, slots=True)
class _Stop:
    day: date
    words: dict[str, str]


def articles() -> Iterator[dict[str, str | None]]:
    """Lines as `geodata ingest` reads them, always the same ones, in no order of days."""
    dice = random.Random(_SEED)
    stops = _stops(dice)
    for number, stop in enumerate(stops, 1):
        for outlet in dice.sample(_OUTLETS, 4):
            name = f"tour-{number}-{_OUTLETS.index(outlet)}"
            yield {"url": url_of(name)} | _report(stop, outlet, dice)
    for number, (stop, wire) in enumerate(zip(stops[10::9], _WIRES, strict=False), 1):
        for printed, article in enumerate(_printed_thrice(stop, wire, dice), 1):
            yield {"url": url_of(f"wire-{number}-{printed}")} | article


def url_of(name: str) -> str:
    """The address of one of them: "tour-STOP-OUTLET", or "wire-NUMBER-PRINTED"."""
    return f"https://lantern-atlas.example/{name}"


def write_articles(path: Path) -> None:
    """Writes them as JSON Lines."""
    lines = (json.dumps({"language": "en"} | article) for article in articles())
    path.write_text("\n".join(lines), encoding="utf-8")


def _stops(dice: random.Random) -> list[_Stop]:
    route = [stop.split("/") for stop in _ROUTE.split()]
    towns = [town for town, _ in route]
    found = []
    for at, (town, country) in enumerate(route[:-1]):
        if not at:
            continue  # It comes from nowhere.
        after, next_country = route[at + 1]
        words = {
            "here": town,
            "country": country,
            "before": towns[at - 1],
            "after": after,
            "next_country": next_country,
            "far": dice.choice([name for name in towns[:14] if name != town]),
        }
        found.append(_Stop(_FIRST_DAY + timedelta(days=_DAYS_PER_STOP * at), words))
    return found


def _report(stop: _Stop, outlet: str, dice: random.Random) -> dict[str, str | None]:
    body = [dice.choice(_OPENINGS), *dice.sample(_MORE, dice.randint(4, 8))]
    day = stop.day + timedelta(days=dice.randint(0, 6))
    text = "\n\n".join(body)
    if dice.random() < 0.3:
        text = f"{_MENU}{text}{_ELSEWHERE}"
    return _article(stop, outlet, text, None if dice.random() < 0.08 else day, dice)


def _printed_thrice(
    stop: _Stop, wire: tuple[str, str, str], dice: random.Random
) -> Iterator[dict[str, str | None]]:
    """One text in three outlets: whole, changed in a word and longer, and shortened."""
    lead, middle, end = wire
    changed = lead.replace("Monday", "Tuesday")
    versions = [(lead, middle, end), (changed, middle, "The porters asked for soup."), (lead, end)]
    for later, (outlet, body) in enumerate(zip(_OUTLETS, versions, strict=False)):
        yield _article(stop, outlet, "\n\n".join(body), stop.day + timedelta(days=2 + later), dice)


def _article(
    stop: _Stop, outlet: str, text: str, day: date | None, dice: random.Random
) -> dict[str, str | None]:
    return {
        "title": dice.choice(_HEADLINES).format(**stop.words),
        "source": outlet or None,
        "published": day.isoformat() if day else None,
        "text": text.format(**stop.words),
    }
