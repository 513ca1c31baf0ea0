"""A small gazetteer of our own, built from lists that a test writes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.places.build import build_gazetteer
from geodata.places.gazetteer import Gazetteer

HEADER = (
    "id,name,lat,lon,feature_class,feature_code,country,admin1,population,within,"
    "uncertainty_km,aliases,abbreviations,demonyms,historic,source\n"
)
ROWS = """\
2017370,Russia,60,100,A,PCLI,RU,,144478050,,,Russian Federation|Россия,RF,Russian|Russians,USSR,
6252001,United States,39.76,-98.5,A,PCLI,US,,327167434,,,America,US|U.S.,American,,
1873107,North Korea,40,127,A,PCLI,KP,,25549819,,,N. Korea,DPRK,North Korean,,
524901,Moscow,55.75204,37.61781,P,PPLC,RU,Moscow,10381222,,,Moskva|Москва,,,,
5601538,Moscow,46.73239,-117.00017,P,PPL,US,Idaho,25060,,,,,,,
5596512,Idaho,44.5,-114.25,A,ADM1,US,Idaho,1416564,,,,ID,Idahoan,,
538560,Kursk,51.72689,36.18457,P,PPL,RU,Kursk Oblast,448733,,,Курск,,,,
538555,Kursk Oblast,51.75,36.25,A,ADM1,RU,Kursk Oblast,1100000,,,,,,,
1871859,Pyongyang,39.03385,125.75432,P,PPLC,KP,Pyongyang,3222000,,,평양,,,Heijo,
dateline:kp-hwasong,Hwasong,39.0965,125.7774,P,PPLX,KP,Pyongyang,,1871859,,Hwasong District,,,,
dateline:kp-taesong,Taesong,39.074,125.82,P,PPLX,KP,Pyongyang,,1871859,2,,,,,
2747373,The Hague,52.07667,4.29861,P,PPLG,NL,South Holland,474292,,,Den Haag,,,,
2200000,Taveuni East,-16.8,179.95,P,PPL,FJ,,800,,,,,,,
2200001,Taveuni West,-16.8,-179.95,P,PPL,FJ,,700,,,,,,,
6640364,Black Sea,43.2,34.3,H,SEA,,,,,,,,,,
"""

PlaceList = Callable[..., Path]


@pytest.fixture
def place_list(tmp_path: Path) -> PlaceList:
    """Writes a list of places: our usual header and the given rows."""

    def write(rows: str, name: str = "places.csv", header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text(header + rows, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def small_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The gazetteer of the rows above, and nothing else."""
    folder = tmp_path_factory.mktemp("small")
    path = folder / "places.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    build_gazetteer(folder / "gazetteer.bin", places=[path], packages=False)
    return Gazetteer.open(folder / "gazetteer.bin")
