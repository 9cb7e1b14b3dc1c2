"""HTML text to a tree, and what is asked of its elements everywhere."""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

Element = Any  # lxml's elements; its stubs do not know the half of them

_DATA_URI = re.compile(r"(?i)\bdata:[a-z]+/[a-z0-9.+-]+;base64,[a-z0-9+/=\s]{200,}")
_NAMING = (
    "class",
    "id",
    "itemprop",
    "role",
    "data-testid",
    "data-component",
    "data-component-name",
    "data-module",
    "data-type",
)


def parse(markup: str) -> Element | None:
    """The tree of a page or of a piece of one; None where nothing is left to parse."""
    slim = _DATA_URI.sub("data:,", markup).encode("utf-8", "replace")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(slim, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def naming(element: Element) -> str:
    """The words by which a page's authors call an element: its class, id and the like, in lower case."""
    return " ".join(filter(None, map(element.get, _NAMING))).lower()


def words_of(element: Element) -> str:
    """All text in an element, white space made single."""
    return " ".join("".join(element.itertext()).split())


def is_longer(element: Element, limit: int) -> bool:
    """Whether an element holds more characters of text than that; looks no further than it must."""
    length = 0
    for text in element.itertext():
        length += len(text.strip()) + 1
        if length > limit:
            return True
    return False


def ancestors(element: Element) -> Iterator[Element]:
    """An element and all that it stands in, from the inside out."""
    while element is not None:
        yield element
        element = element.getparent()


def is_element(node: Element) -> bool:
    """Whether a node is an element, and no comment or processing instruction."""
    return isinstance(node.tag, str)
