"""What an element of a page is for, by its tag and by the names its authors gave it.

The names are vocabulary (`words/furniture.toml`): content-management systems are many, but they borrow from each other.
"""

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from readout.read.html.tree import Element, is_longer, naming, words_of

_SKIPPED_TAGS = frozenset({
    "script", "style", "noscript", "template", "svg", "button", "input", "select", "textarea", "label", "option",
    "iframe", "object", "embed", "canvas", "audio", "video", "map", "head", "title", "meta", "link", "dialog", "math",
    "progress",
})  # fmt: skip
_PICTURES = ("img", "picture", "amp-img", "video", "amp-video", "figcaption")
_WHOLE_TAGS = frozenset({"html", "body", "main", "article"})
_LONGEST_BOX = 2_500  # characters
_LONGEST = {"address": 300, "time": 200, "h2": 600}  # characters of a byline with its function, a date, a standfirst
_LONGEST_LABEL = 80
_LONGEST_CAPTION = 400
_BESIDE_CAPTION = 80  # characters: a credit, "Enlarge image"
_CAPTION_LEVELS = 4
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_WHOLE_NAME = "(?<![a-z0-9])(?:{})(?![0-9]*[a-z])"  # a number may follow; `ad` inside a machine-made `x1ad9f` is none
_INVISIBLE_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FURNITURE_TAGS = {
    "aside": "aside",
    "nav": "nav",
    "footer": "footer",
    "address": "address",
    "time": "time",
    "figcaption": "figcaption",
}
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside", "doc-pullquote": "aside"}


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an element is for: a mark's tag. `sure`: told by its tag or a name that means nothing else."""

    tag: str
    sure: bool


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = resources.files("readout.read").joinpath("words/furniture.toml").read_text("utf-8")
    return {
        purpose: re.compile("|".join(_WHOLE_NAME.format(name) for name in names))
        for purpose, names in tomllib.loads(data).items()
    }


def is_skipped(element: Element) -> bool:
    """Whether a reader of the page never sees the element, or sees a control where text should be."""
    if element.tag in _SKIPPED_TAGS or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _INVISIBLE_STYLE.search(element.get("style") or ""):
        return True
    name = naming(element)
    if not name or element.tag in _WHOLE_TAGS:
        return False
    patterns = _patterns()
    if patterns["comments"].search(name):
        return not _holds_headline(element)
    return patterns["skipped"].search(name) is not None and not _is_wrapper(element)


def _is_wrapper(element: Element) -> bool:
    """Whether an element holds too much to be a box: `has-sidebar` and `no-ads` are names of whole articles."""
    return _holds_headline(element) or is_longer(element, _LONGEST_BOX)


def _holds_headline(element: Element) -> bool:
    return next(element.iter("h1"), None) is not None


def purpose_of(element: Element) -> Purpose | None:
    """What an element is for beside being text; None for the text itself."""
    if element.tag in _WHOLE_TAGS:
        return None
    name = naming(element)
    patterns = _patterns()
    if element.tag == "figure":
        return _figure_purpose(element, name)
    if element.tag in {"time", "figcaption"}:
        return Purpose(element.tag, sure=True)
    for tag in ("aside", "figcaption", *_LONGEST):
        if name and patterns[tag].search(name) and not _is_too_long(element, tag):
            return Purpose(tag, sure=True)
    by_tag = _FURNITURE_TAGS.get(element.tag) or _ROLES.get(element.get("role") or "")
    if by_tag:
        return Purpose(by_tag, sure=True)
    if element.tag == "a" and "author" in (element.get("rel") or ""):
        return Purpose("address", sure=True)
    for names, tag in (("nav", "nav"), ("footer", "footer"), ("maybe_aside", "aside")):
        if name and patterns[names].search(name):
            return None if _is_wrapper(element) else Purpose(tag, sure=False)
    return None


def _is_too_long(element: Element, tag: str) -> bool:
    """Whether an element cannot be what its name says; systems call whole posts `date-posts` or `author-page`."""
    return is_longer(element, _LONGEST[tag]) if tag in _LONGEST else tag == "aside" and _is_wrapper(element)


@functools.cache
def _labels() -> re.Pattern[str]:
    lines = resources.files("readout.read").joinpath("words/ad_labels.txt").read_text("utf-8").splitlines()
    return re.compile("|".join(line for line in lines if line and not line.startswith("#")), re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a block only says that an advertisement or a control stands there."""
    return len(text) <= _LONGEST_LABEL and _labels().fullmatch(text) is not None


def stands_by_picture(element: Element, length: int) -> bool:
    """Whether a text of that length is all that stands with a picture in some small element: its caption."""
    if element.tag == "p" and _is_set_apart(element) and _follows_picture(element):
        return length <= _LONGEST_CAPTION
    if length > _LONGEST_CAPTION or element.tag in {"p", "li", "h1", "h2", "h3", "html", "body"}:
        element = element.getparent() if element.tag == "p" else None
    for _ in range(_CAPTION_LEVELS):
        if element is None or element.tag in {"body", "article", "main", "section"}:
            return False
        if is_longer(element, length + _BESIDE_CAPTION):
            return False
        if holds_picture(element):
            return True
        element = element.getparent()
    return False


def _is_set_apart(paragraph: Element) -> bool:
    """Whether a paragraph is centred, or all in italics or small type, as captions without a name are."""
    if (paragraph.get("align") or "").lower() == "center" or _CENTRED.search(paragraph.get("style") or ""):
        return True
    inner = list(paragraph)
    return len(inner) == 1 and inner[0].tag in {"em", "i", "small"} and words_of(inner[0]) == words_of(paragraph)


def _follows_picture(element: Element) -> bool:
    before = element.getprevious()
    return before is not None and holds_picture(before) and not words_of(before)


def _figure_purpose(element: Element, name: str) -> Purpose | None:
    """A figure's text is its caption, but for figures of words: pull quotes, embedded posts, tables."""
    if _patterns()["aside"].search(name):
        return Purpose("aside", sure=True)
    if element.find(".//blockquote") is not None or element.find(".//table") is not None:
        return None
    return Purpose("figcaption" if holds_picture(element) else "aside", sure=True)


def holds_picture(element: Element) -> bool:
    """Whether there is a picture, a film or a caption in an element."""
    return next(element.iter(*_PICTURES), None) is not None
