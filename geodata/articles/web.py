"""Saved web pages -> Article: trafilatura finds the article, htmldate the day, nothing is run.

Fetching pages from the network is not done here; nor is any file beside the page opened.
"""

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date

import htmldate
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from geodata.articles.dates import written_date
from geodata.articles.encoding import check_size, check_text
from geodata.articles.labels import clean_label, clean_language, clean_url
from geodata.articles.lines import key_of
from geodata.articles.markup import block_text, parse_markup
from geodata.articles.text import article_of
from geodata.articles.told import Told, iso_day, override
from geodata.errors import ArticleFormatError
from geodata.model import Article

# Written by browsers at the top of a page they save.
_SAVED_FROM = re.compile(rb"saved from url=\(\d{1,5}\)(https?://[^\s<>\"]{1,2000})", re.IGNORECASE)
_DATED_CLASS = re.compile(
    r"\b(?:pub(?:lished|lish|lication)?|post(?:ed)?|entry|article|story)[-_]?(?:date|time|on|at)?\b"
    r"|\bdate(?:line|[-_]?published)?\b|\btimestamp\b",
    re.IGNORECASE,
)
_LONGEST_DATE = 120


def read_page(content: bytes, *, path: str, clean: bool = True) -> Article:
    """The article on a saved page. Its text is the headline and what trafilatura finds below it.

    Raises:
        ArticleFormatError: Binary, too long, empty, or a page without any text.
    """
    check_size(len(content), path=path)
    check_text(content, path=path)
    tree = parse_markup(content)
    shown = block_text(tree) if tree is not None else ""
    if tree is None or not shown:
        raise ArticleFormatError(
            "there is no text on this page; open it in a browser and save its text as .txt",
            path=path,
        )
    told = _told(tree, content)
    extracted = bare_extraction(
        deepcopy(tree), with_metadata=True, include_comments=False, include_tables=True
    )
    found = "" if extracted is None or isinstance(extracted, dict) else extracted.text or ""
    if extracted is not None and not isinstance(extracted, dict):
        told = replace(
            told,
            title=clean_label(extracted.title or ""),
            source=clean_label(extracted.sitename or ""),
            url=told.url or clean_url(extracted.url or ""),
        )
    text = _with_headline(found.strip() or shown, told.title)
    article = article_of(text, path=path, title=told.title, clean=clean)
    return override(article, told)


def page_date(tree: HtmlElement) -> date | None:
    """The day of publication that a page's markup states; None where it states none.

    htmldate sees only what states a date plainly: metadata, linked data, the address, and time
    elements that agree with each other. It would otherwise also take a picture's address, or
    03/04/2025 for the third of April.
    """
    evidence = etree.Element("html")
    head = etree.SubElement(evidence, "head")
    for element in tree.xpath("//meta[@content] | //link[@rel='canonical'] | //head/script"):
        if element.tag != "meta" or _states_date(element):
            head.append(deepcopy(element))
    stated = htmldate.find_date(
        etree.tostring(evidence, encoding="unicode", method="html"),
        extensive_search=False,
        original_date=True,
    )
    return iso_day(stated) if stated else _shown_date(tree)


def _states_date(meta: HtmlElement) -> bool:
    name = " ".join(
        (meta.get("property") or "", meta.get("name") or "", meta.get("itemprop") or "")
    )
    if "image" in name.lower() or "url" in name.lower():
        return False
    content = (meta.get("content") or "").strip()
    return len(content) <= _LONGEST_DATE and (
        iso_day(content) is not None or written_date(content) is not None
    )


def _shown_date(tree: HtmlElement) -> date | None:
    """The day in elements made to show a date, where all of them agree."""
    days: set[date] = set()
    for element in tree.iter("time", "span", "div", "p", "abbr", "small"):
        is_time = element.tag == "time"
        if not is_time and not _DATED_CLASS.search((element.get("class") or "")[:200]):
            continue
        written = (element.get("datetime") or "") if is_time else ""
        shown = element.text_content().strip()
        day = iso_day(written.strip())
        if day is None and len(shown) <= _LONGEST_DATE:
            day = written_date(shown)
        if day is not None:
            days.add(day)
    return days.pop() if len(days) == 1 else None


def _told(tree: HtmlElement, content: bytes) -> Told:
    saved_from = _SAVED_FROM.search(content[:4000])
    url = clean_url(saved_from[1].decode("ascii", "ignore")) if saved_from else ""
    language = clean_language(
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    return Told(published=page_date(tree), url=url, language=language)


def _with_headline(text: str, title: str) -> str:
    opening = [key_of(line) for line in text.split("\n", 3)[:3]]
    return text if not title or key_of(title) in opening else f"{title}\n\n{text}"
