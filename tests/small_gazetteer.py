"""A handful of places in memory, for tests that need names but not the whole gazetteer."""

from collections.abc import Iterable

from geodata.coordinates import Coordinates
from geodata.model import NamedPlace, NameSummary, NameUse, Place
from geodata.names import NormalisedName, normalise

KINDS = {"country": ("A", "PCLI"), "region": ("A", "ADM1"), "county": ("A", "ADM2"),
         "capital": ("P", "PPLC"), "town": ("P", "PPL"), "quarter": ("P", "PPLX"),
         "river": ("H", "STM")}  # fmt: skip


def make_place(
    place_id: str, name: str, kind: str = "town", *, at: tuple[float, float] = (0.0, 0.0), **fields
) -> Place:
    feature_class, feature_code = KINDS[kind]
    return Place(
        place_id,
        name,
        Coordinates(*at),
        feature_class=feature_class,
        feature_code=feature_code,
        **fields,
    )


class SmallGazetteer:
    """Answers like the real one: candidates by name, most prominent first as they were given."""

    def __init__(self, entries: Iterable[tuple[Place, dict[NameUse, list[str]]]]) -> None:
        self._named: dict[NormalisedName, list[NamedPlace]] = {}
        for place, other_names in entries:
            self._add(place, place.name, NameUse.NAME)
            for use, names in other_names.items():
                for name in names:
                    self._add(place, name, use)

    def _add(self, place: Place, name: str, use: NameUse) -> None:
        self._named.setdefault(normalise(name), []).append(NamedPlace(place, use))

    def named(self, name: NormalisedName) -> tuple[NamedPlace, ...]:
        return tuple(self._named.get(name, ()))

    def summary(self, name: NormalisedName) -> NameSummary | None:
        named = self.named(name)
        if not named:
            return None
        first = named[0].place
        return NameSummary(
            first.feature_class,
            first.feature_code,
            max(entry.place.population for entry in named),
            len(named),
            frozenset(entry.use for entry in named),
        )


NORTH_KOREA = make_place(
    "1873107", "North Korea", "country", at=(40, 127), country="KP", population=25_549_819
)
SOUTH_KOREA = make_place(
    "1835841", "South Korea", "country", at=(36.5, 127.75), country="KR", population=51_635_256
)
RUSSIA = make_place(
    "2017370", "Russia", "country", at=(60, 100), country="RU", population=144_478_050
)
UKRAINE = make_place(
    "690791", "Ukraine", "country", at=(49, 32), country="UA", population=44_622_516
)
USA = make_place(
    "6252001", "United States", "country", at=(39.76, -98.5), country="US", population=327_167_434
)
PYONGYANG = make_place("1871859", "Pyongyang", "capital", at=(39.03385, 125.75432), country="KP",
                       admin1="Pyongyang", population=3_222_000, name_count=80)  # fmt: skip
HWASONG = make_place("dateline:kp-hwasong", "Hwasong", "quarter", at=(39.0965, 125.7774),
                     country="KP", admin1="Pyongyang", within="1871859")  # fmt: skip
TAESONG = make_place("dateline:kp-taesong", "Taesong", "quarter", at=(39.074, 125.82),
                     country="KP", admin1="Pyongyang", within="1871859",
                     uncertainty_km=5.0)  # fmt: skip
HWASONG_COUNTY = make_place("dateline:kp-hwasong-gun", "Hwasong", "county", at=(41.256, 129.493),
                            country="KP", admin1="North Hamgyong")  # fmt: skip
HWASEONG = make_place("1843561", "Hwaseong", "town", at=(37.207, 126.817), country="KR",
                      admin1="Gyeonggi", population=900_000, name_count=20)  # fmt: skip
MOSCOW = make_place("524901", "Moscow", "capital", at=(55.752, 37.616), country="RU",
                    admin1="Moscow", population=10_381_222, name_count=120)  # fmt: skip
MOSCOW_IDAHO = make_place("5601538", "Moscow", "town", at=(46.732, -117.0), country="US",
                          admin1="Idaho", population=25_060, name_count=10)  # fmt: skip
IDAHO = make_place("5596512", "Idaho", "region", at=(44.5, -114.25), country="US", admin1="Idaho")
NORTH_CAROLINA = make_place("4482348", "North Carolina", "region", at=(35.5, -80.0), country="US",
                            admin1="North Carolina")  # fmt: skip
KURSK = make_place("538560", "Kursk", "town", at=(51.737, 36.187), country="RU",
                   admin1="Kursk Oblast", population=409_431, name_count=40)  # fmt: skip
KURSK_REGION = make_place("538555", "Kursk Oblast", "region", at=(51.67, 36.17), country="RU",
                          admin1="Kursk Oblast", population=1_100_000)  # fmt: skip
POLAND = make_place("798544", "Poland", "country", at=(52, 20), country="PL")
WEST = make_place("4", "West", "region", at=(5.4, 10.6), country="CM", admin1="West")
IVE = make_place("5", "Ive", "town", at=(40.0, -80.0), country="US", population=150_000)
KIM = make_place("1", "Kim", "town", at=(37.25, -103.35), country="US", population=74)
READING = make_place("2639577", "Reading", "town", at=(51.456, -0.971), country="GB",
                     admin1="England", population=244_070, name_count=30)  # fmt: skip
WEST_CREEK = make_place("2", "Sparta", "town", at=(36.5, -81.1), country="US",
                        admin1="North Carolina", population=1_800)  # fmt: skip


def small_gazetteer() -> SmallGazetteer:
    demonym, alternate, short = NameUse.DEMONYM, NameUse.ALTERNATE, NameUse.ABBREVIATION
    return SmallGazetteer(
        [
            (
                NORTH_KOREA,
                {demonym: ["North Korean", "North Koreans"], short: ["N. Korea", "DPRK"]},
            ),
            (SOUTH_KOREA, {demonym: ["South Korean", "South Koreans", "Korean"]}),
            (RUSSIA, {demonym: ["Russian", "Russians"]}),
            (UKRAINE, {demonym: ["Ukrainian", "Ukrainians"]}),
            (USA, {demonym: ["American", "Americans"], short: ["U.S.", "US", "USA"]}),
            (PYONGYANG, {alternate: ["평양"]}),
            (HWASONG, {alternate: ["Hwasong district"]}),
            (HWASONG_COUNTY, {alternate: ["Hwasong county"]}),
            (HWASEONG, {alternate: ["Hwasong"]}),
            (TAESONG, {alternate: ["Taesong district", "Daesong"]}),
            (MOSCOW, {alternate: ["Moskva", "Москва"]}),
            (MOSCOW_IDAHO, {}),
            (IDAHO, {short: ["ID", "Ida."]}),
            (NORTH_CAROLINA, {short: ["N.C.", "NC"]}),
            (KURSK, {alternate: ["Курск"]}),
            (KURSK_REGION, {alternate: ["Kursk Region"]}),
            (KIM, {}),
            (POLAND, {demonym: ["Polish", "Poles"]}),
            (WEST, {}),
            (IVE, {alternate: ["North", "AI", "Polish"]}),
            (READING, {}),
            (WEST_CREEK, {}),
        ]
    )
