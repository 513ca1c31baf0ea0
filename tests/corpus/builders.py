"""Small geoparsed articles for the tests of the corpus, and hypothesis' way to make many."""

from datetime import date

from hypothesis import strategies as st

from geodata.coordinates import Coordinates
from geodata.model import (
    Article,
    Candidate,
    CorpusFilter,
    Evidence,
    Furniture,
    GeoparsedArticle,
    Mention,
    Passage,
    Place,
    Resolution,
    Role,
    Span,
    Unresolved,
)

PYONGYANG = Place("1871859", "Pyongyang", Coordinates(39.03385, 125.75432), "P", "PPLC", "KP")
KURSK = Place("538560", "Kursk", Coordinates(51.73733, 36.18735), "P", "PPLA", "RU", "Kursk")
RUSSIA = Place("2017370", "Russia", Coordinates(60.0, 100.0), "A", "PCLI", "RU")
STREET = Place(
    "dateline:street",
    "Street",
    Coordinates(39.06, 125.77),
    "R",
    "ST",
    "KP",
    within="1871859",
    uncertainty_km=4.5,
)

Named = tuple[str, Place | Unresolved, Role]


def location(name: str, meant: Place | Unresolved) -> Named:
    return (name, meant, Role.LOCATION)


def actor(name: str, meant: Place | Unresolved) -> Named:
    return (name, meant, Role.ACTOR)


def demonym(name: str, meant: Place | Unresolved) -> Named:
    return (name, meant, Role.DEMONYM)


def make_geoparsed(
    article_id: str,
    *paragraphs: tuple[str, list[Named]],
    source: str = "",
    published: date | None = None,
    furniture: tuple[str, list[str]] | None = None,
) -> GeoparsedArticle:
    """An article of paragraphs, each with the names in it from left to right.

    Args:
        furniture: A last line of the page, and the names in it.
    """
    text, passages, resolutions, body = "", [], [], []
    for paragraph, named in paragraphs:
        start, after = len(text), 0
        for name, meant, role in named:
            at = paragraph.index(name, after)
            after = at + len(name)
            resolutions.append(_resolution(Mention(start + at, start + after, name, role), meant))
        text += paragraph + "\n"
        passages.append(Passage(start, start + len(paragraph)))
        body.append(Span(start, start + len(paragraph)))
    in_furniture: list[Mention] = []
    spans: tuple[Furniture, ...] = ()
    if furniture:
        line, names = furniture
        start = len(text)
        text += line
        passages.append(Passage(start, len(text), in_body=False))
        spans = (Furniture(start, len(text), "a menu"),)
        for name in names:
            at = start + line.index(name)
            in_furniture.append(Mention(at, at + len(name), name))
    return GeoparsedArticle(
        Article(
            article_id,
            text,
            title=f"About {article_id}",
            source=source,
            published=published,
            url=f"https://example.org/{article_id}",
            language="en",
            path=f"folder/{article_id}.txt",
            body=tuple(body),
            furniture=spans,
        ),
        tuple(passages),
        tuple(resolutions),
        tuple(in_furniture),
    )


def _resolution(mention: Mention, meant: Place | Unresolved) -> Resolution:
    if isinstance(meant, Unresolved):
        return Resolution(mention, unresolved=meant)
    evidence = (Evidence("population", 0.5, "is the largest of that name"),)
    return Resolution(
        mention,
        Candidate(meant, 1.25, evidence),
        Candidate(RUSSIA, 0.5, evidence),
        confidence=0.75,
    )


# What a database keeps: any text but NUL and halves of surrogate pairs.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
degrees = st.floats(-90, 90)
weights = st.floats(allow_nan=False, allow_infinity=False)
evidence = st.builds(Evidence, clue=texts, weight=weights, words=texts)
days = st.dates(date(2025, 10, 20), date(2025, 10, 28))
roles = st.sampled_from(Role)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """A place whose fields follow from its id: all articles agree on what an id stands for."""
    key = draw(st.integers(1, 6))
    return Place(
        str(key),
        f"Place {key % 3}'s",
        Coordinates(key * 10.0, key * -20.5),
        "PAHS"[key % 4],
        "PPL",
        "KP",
        "a\\b" * key,
        key * 1_000_000_000,
        key,
        str(key + 1),
        None if key % 2 else key / 3,
    )


@st.composite
def resolutions_of(draw: st.DrawFn, mention: Mention) -> Resolution:
    if draw(st.booleans()):
        return Resolution(mention, unresolved=draw(st.sampled_from(Unresolved)))
    candidate = st.builds(Candidate, places(), weights, st.lists(evidence, max_size=2).map(tuple))
    return Resolution(
        mention,
        draw(candidate),
        draw(st.none() | candidate),
        confidence=draw(st.none() | st.floats(0, 1)),
    )


@st.composite
def geoparsed_articles(draw: st.DrawFn, article_id: str = "") -> GeoparsedArticle:
    """Any article: hostile text, passages of every length, mentions in body and furniture."""
    text, passages, resolutions, in_furniture = "", [], [], []
    for number in range(draw(st.integers(0, 4))):
        is_body = draw(st.booleans())
        start = len(text)
        for name in draw(st.lists(names, max_size=3)):
            text += draw(texts)
            mention = Mention(len(text), len(text) + len(name), name, draw(roles))
            text += name
            if is_body:
                resolutions.append(draw(resolutions_of(mention)))
            else:
                in_furniture.append(mention)
        text += f"{number}\r\n"
        passages.append(Passage(start, len(text), is_body))
    article = Article(
        article_id or draw(names),
        text,
        title=draw(texts),
        source=draw(st.sampled_from(["", "One", "Two", "thrée\u202e"])),
        published=draw(st.none() | days),
        url=draw(texts),
        language=draw(st.sampled_from(["", "en", "ko"])),
        path=draw(texts),
        body=tuple(Span(cut.start, cut.end) for cut in passages if cut.in_body),
        furniture=tuple(
            Furniture(cut.start, cut.end, "a menu") for cut in passages if not cut.in_body
        ),
    )
    return GeoparsedArticle(article, tuple(passages), tuple(resolutions), tuple(in_furniture))


def corpora(max_size: int = 4) -> st.SearchStrategy[list[GeoparsedArticle]]:
    """Several articles, each with an id of its own."""
    return st.lists(
        geoparsed_articles(), max_size=max_size, unique_by=lambda geoparsed: geoparsed.article.id
    )


filters = st.builds(
    CorpusFilter,
    sources=st.frozensets(st.sampled_from(["", "One", "Two", "none"])),
    published_from=st.none() | days,
    published_to=st.none() | days,
    include_undated=st.booleans(),
    roles=st.frozensets(roles),
    feature_classes=st.frozensets(st.sampled_from("PAHS")),
    words=st.text(max_size=3),
)
