import pytest

from geodata.articles.cues import find_cue
from geodata.articles.lines import page_lines
from geodata.articles.wordings import Scope


def reason_of(text: str) -> str:
    (line,) = page_lines(text)
    cue = find_cue(line)
    return cue.reason if cue is not None and cue.scope is not Scope.LABEL else ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below this advertisement", "advertisement"),
        ("Skip to main content", "menu"),
        ("Home > National > North Korea", "menu"),
        ("News | Sport | Weather | Shop", "menu"),
        ("Comments0", "comment box"),
        ("12 Comments", "comment box"),
        ("(0/250)", "counter"),
        ("Policy (0/250 chars)", "comment box"),
        ("Be the first to comment", "comment box"),
        ("To post a reply, please log in first.", "log-in"),
        ("Facebook Twitter WhatsApp Email", "share box"),
        ("Share this article", "share box"),
        ("Click to share on Facebook (Opens in new window)", "share box"),
        ("1,234 views", "counter"),
        ("3/12", "counter"),
        ("5 min read", "counter"),
        ("2 hours ago", "time"),
        ("09:31 GMT", "time"),
        ("[LATEST] Latest Stories", "other headlines"),
        ("More in North Korea", "other headlines"),
        ("Related Articles", "other headlines"),
        ("You may also like", "other headlines"),
        ("ALSO READ | Why the hills keep sliding", "other headlines"),
        ("Read more: Drought raises freight rates", "other headlines"),
        ("Tags: Peru, earthquake", "tags"),
        ("tags north korea pyongyang", "tags"),
        ("#artillery #NLL", "tags"),
        ("By Jane Doe and John Smith", "byline"),
        ("By JANE DOE Staff Writer", "byline"),
        ("Jane Doe Views", "byline"),
        ("jane@andes.example", "byline"),
        ("Reporting by Jane Doe; Editing by John Smith.", "byline"),
        ("© kcna.kp", "photo credit"),
        ("Photo: Jane Doe/Reuters", "photo credit"),
        ("File Photo byJane Doe/Unsplash", "photo credit"),
        ("Yonhap", "agency credit"),
        ("© 2025 Andes Daily. All rights reserved.", "copyright"),
        ("This summary was generated automatically from several reports.", "disclaimer"),
        ("We use cookies to give you a better experience.", "cookie notice"),
        ("Subscribe to our newsletter", "subscription"),
        ("Sign in to join the conversation", "log-in"),
        ("Published: 24 Oct. 2025, 09:31", "publication date"),
        ("lock icon", "icon"),
        ("s", "stray character"),
        ("***", "rule"),
        ("Anzeige", "advertisement"),
        ("관련기사", "other headlines"),
    ],
)
def test_furniture_gives_itself_away(line: str, reason: str) -> None:
    assert reason_of(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister angered Moscow.",
        "Comments are closed on all articles about trials already.",
        "Advertisements for the army appeared in Moscow.",
        "Share prices fell in Tokyo.",
        "Print media are dying in Kursk",
        "“We use cookies to see who reads what,” she said.",
        "We use real butter in our cookies, the baker said.",
        "Tags on the bodies were written in Russian.",
        "By Tuesday the river had fallen.",
        "By the river, a tower stands",
        "Subscribers will pay more from January.",
        "More than 600 soldiers died",
        "Latest figures show a fall in Lima.",
        "Also in August, Kim opened a street.",
        "More in sorrow than in anger",
        "Photos from the harbour showed two ferries side by side.",
        "Images from a satellite show the dam above Lima.",
        "Related incidents were reported in Kursk.",
        "Home prices in Lima > wages, say experts of the bank",
        "| Troops Sent | 10,000+ personnel |",
        "|---|---|",
        "It was cold. Nobody spoke.",
        "He was 79.",
        "600 soldiers",
        "“Help,” she cried.",
        "“Share.”",
        "Haugesund 2",
        "Kim Jong Un",
        "First Overseas Combat Museum",
        "Sign of the times: a town signs up for quiet",
        "Reading, Berkshire",
        "Mobile, Alabama",
        "Map shows where the dam broke",
        "North Korea",
        "Politics",
    ],
)
def test_the_articles_own_words_do_not(line: str) -> None:
    assert reason_of(line) == ""
