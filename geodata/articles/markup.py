"""HTML -> a tree without anything that runs, and a tree -> its text, one block per line.

Which part of a page is the article is decided by its reader.
"""

import re

from lxml import etree
from lxml.html import HtmlElement, document_fromstring, fromstring
from trafilatura.utils import decode_file

_NOT_SHOWN = "script style template noscript iframe object embed applet svg canvas".split()
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol option p pre section table td th tr ul".split()
)
# lxml refuses text that is decoded already and still declares its encoding.
_DECLARATION = re.compile(r"^\ufeff?\s{0,99}<\?xml[^>]{0,200}\?>")
_SPACE = re.compile(r"[^\S\n]+")
_LINKED_JSON = "application/ld+json"


def parse_markup(content: bytes | str) -> HtmlElement | None:
    """The tree of a page without scripts, styles and frames; None where there is none.

    Linked data (JSON-LD) is kept, in the page's head: it is read, never run.
    """
    text = _DECLARATION.sub("", decode_file(content))
    try:
        tree = document_fromstring(text)
    except (etree.LxmlError, ValueError):
        return None
    linked = [
        script.text_content()
        for script in tree.iter("script")
        if (script.get("type") or "").strip().lower() == _LINKED_JSON
    ]
    for element in list(tree.iter(*_NOT_SHOWN)):
        if element.getparent() is not None:
            element.drop_tree()
    head = tree.find("head")
    if head is not None:
        for statement in linked:
            etree.SubElement(head, "script", {"type": _LINKED_JSON}).text = statement
    return tree


def markup_text(fragment: str) -> str:
    """The text of a piece of HTML, one block per line, without anything that runs."""
    if not fragment.strip():
        return ""
    # The wrapper keeps text outside any element in place.
    tree = fromstring(f"<div>{fragment}</div>")
    for element in list(tree.iter(*_NOT_SHOWN)):
        if element.getparent() is not None:
            element.drop_tree()
    return block_text(tree)


def block_text(tree: HtmlElement) -> str:
    """The text of a tree, one block per line; comments and linked data are left out."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        is_element = isinstance(element.tag, str)
        if is_element and element.tag in _BLOCKS:
            pieces.append("\n")
        if event == "start" and element.tag not in {"script", "title"}:
            pieces.append((element.text or "").replace("\n", " "))
        elif event != "start" and element is not tree:
            pieces.append((element.tail or "").replace("\n", " "))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
