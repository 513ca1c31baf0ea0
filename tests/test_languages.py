"""Articles in other languages: what they are in, and which of their names are found and placed.

English is what is measured. Here stands only what holds for the others.
"""

from pytest import fixture, mark

from geodata.articles.text import read_text
from geodata.geoparse import Geoparser, make_geoparser
from geodata.model import Article, Span
from geodata.places.gazetteer import Gazetteer


@fixture(scope="module")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    return make_geoparser(gazetteer)


ARTICLES = {
    "ko": (
        "어제 평양 시민들이 새로운 박물관 앞에 모였다고 관영 매체가 금요일 보도했다. "
        "서울 대표단과 부산 대표단도 왔으며, 개관식은 저녁까지 계속되었다고 한다.",
        {"평양": "KP", "서울": "KR", "부산": "KR"},
    ),
    "ru": (
        "В пятницу открыли новый музей. Делегация, которую прислала Москва, посетила город "
        "Пхеньян. Курск ждёт гостей осенью, сообщили организаторы. Украина ответа не дала.",
        {"Москва": "RU", "Пхеньян": "KP", "Курск": "RU", "Украина": "UA"},
    ),
    "uk": (
        "У п'ятницю відкрили новий музей. Делегація, яку надіслав Київ, відвідала місто Львів. "
        "Харків чекає на гостей восени, повідомили організатори. Одеса готує виставку.",
        {"Київ": "UA", "Львів": "UA", "Харків": "UA", "Одеса": "UA"},
    ),
    "de": (
        "Am Freitag wurde in München ein neues Museum eröffnet. Die Gäste kamen aus Köln, Zürich "
        "und Wien, sagte die Bürgermeisterin. Auch aus Russland waren Besucher angereist.",
        {"München": "DE", "Köln": "DE", "Zürich": "CH", "Wien": "AT", "Russland": "RU"},
    ),
    "es": (
        "El viernes se inauguró en Sevilla un nuevo museo dedicado a la historia. Los visitantes "
        "llegaron desde Zaragoza y Ciudad de México, dijo el alcalde de la ciudad.",
        {"Sevilla": "ES", "Zaragoza": "ES", "Ciudad de México": "MX"},
    ),
    "fr": (
        "Un nouveau musée a ouvert ses portes vendredi à Marseille. Les visiteurs sont venus de "
        "Genève, de Bruxelles et de Saint-Étienne, a déclaré la maire. Il ira à Londres en mai.",
        {"Marseille": "FR", "Genève": "CH", "Bruxelles": "BE", "Saint-Étienne": "FR",
         "Londres": "GB"},
    ),
    "ar": (
        "افتتح متحف جديد يوم الجمعة في القاهرة بحضور عدد كبير من الزوار. وقال المنظمون إن المعرض "
        "سينتقل بعد ذلك إلى بغداد ثم إلى دمشق في الخريف، بينما رفضت بيروت التعليق.",
        {"القاهرة": "EG", "بغداد": "IQ", "دمشق": "SY", "بيروت": "LB"},
    ),
    "zh": (
        "北京 (本报讯) 新博物馆星期五开幕。组织者说，展览随后将前往其他城市，市政府表示欢迎，"
        "预计每天有超过两千名观众前来参观。",
        {"北京": "CN"},
    ),
    "ja": (
        "東京 (共同) 新しい博物館が金曜日に開館した。主催者によると、展覧会はその後、各地を巡回する"
        "予定で、毎日二千人以上の来場者が見込まれている。",
        {"東京": "JP"},
    ),
}  # fmt: skip
"""Sentences of our own in each language, with names that are written as the gazetteer has them."""


@mark.parametrize("language", ARTICLES)
def test_an_article_is_recognised_as_one_in_its_language(language: str) -> None:
    text, _ = ARTICLES[language]
    assert read_text(text).language == language
    assert read_text(text, clean=False).language == language


@mark.parametrize("language", ARTICLES)
def test_names_are_found_as_the_gazetteer_spells_them(geoparser: Geoparser, language: str) -> None:
    text, countries = ARTICLES[language]
    geoparsed = geoparser.geoparse(Article("a", text, body=(Span(0, len(text)),)))
    placed = {r.mention.text: r.place.country for r in geoparsed.resolutions if r.place}
    assert countries.items() <= placed.items()


@mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("평양 시민", "평양", "1871859"),
        ("Город Пхеньян.", "Пхеньян", "1871859"),
        ("Москва молчит.", "Москва", "524901"),
        ("Курск ждёт.", "Курск", "538560"),
        ("北京", "北京", "1816670"),
        ("في القاهرة", "القاهرة", "360630"),
        ("Die Polizei in München nahm zwei Männer fest.", "München", "2867714"),
        ("Die Polizei in Köln nahm zwei Männer fest.", "Köln", "2886242"),
        ("La policía de Sevilla detuvo a dos personas.", "Sevilla", "2510911"),
    ],
)
def test_a_native_name_is_the_place_it_names(
    geoparser: Geoparser, text: str, name: str, place_id: str
) -> None:
    geoparsed = geoparser.geoparse(Article("a", text, body=(Span(0, len(text)),)))
    [resolution] = geoparsed.resolutions
    assert resolution.mention.text == name
    assert resolution.place is not None
    assert resolution.place.id == place_id
