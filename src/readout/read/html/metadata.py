"""What a page's markup says about the report: JSON-LD first, then meta elements, then dated markup.

Running text is never asked: a date in the text is not a date of the text.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from importlib import resources
from urllib.parse import urljoin, urlsplit

import lxml.html

from readout.model.text import Metadata
from readout.read.html.furniture import purpose_of
from readout.read.html.linked_data import named
from readout.read.html.markup import PageMarkup
from readout.read.html.tree import Element, ancestors, words_of

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+(?:[|»·•–—]|-{1,2}|::)\s+")
_SITE_BEFORE = re.compile(r"^[^:]{2,40}:\s+")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
_BY = re.compile(r"(?:(?:written|reported|posted|story) )?by:?\s+", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(
    r"modif|updat|revis|expir|valid|description|title|keyword|image|video|copyright", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_AUTHORS = 6


@functools.cache
def _names() -> dict[str, list[str]]:
    data = resources.files("readout.read").joinpath("words/meta_names.toml").read_text("utf-8")
    return tomllib.loads(data)


def page_metadata(markup: PageMarkup, headline: str | None) -> Metadata:
    """All that the markup says. `headline`: the visible one, to be the title where the markup states none."""
    url = _own_url(markup) or _saved_from(markup.source) or markup.url
    return Metadata(
        url=url,
        title=next(_stated_titles(markup), None) or headline or next(iter(_window_titles(markup.tree)), None),
        outlet=_outlet(markup),
        byline=_authors(markup),
        published=_published(markup, url),
        language=_language(markup),
        agency=next(iter(named(markup.said("sourceOrganization") or markup.said("provider"), markup.objects)), None),
    )


def titles_of(markup: PageMarkup) -> list[str]:
    """The page's title in all the forms that the markup gives, to know the visible headline by."""
    return list(dict.fromkeys([*_stated_titles(markup), *_window_titles(markup.tree)]))


def _stated_titles(markup: PageMarkup) -> Iterator[str]:
    headline = markup.said("headline") or markup.said("name")
    if isinstance(headline, str) and headline.strip():
        yield " ".join(unescape(headline).split())
    yield from (markup.metas[name] for name in _names()["title"] if name in markup.metas)


def _window_titles(tree: Element) -> list[str]:
    """The window's title: the parts that sites' and sections' names are set off from, longest first, and all of it."""
    title = tree.find(".//title")
    words = words_of(title) if title is not None else ""
    parts = sorted((part.strip() for part in _TITLE_PARTS.split(words)), key=len, reverse=True)
    heads = [words[: match.start()] for match in _TITLE_PARTS.finditer(words)]
    found = [*parts[:1], words, *heads, _SITE_BEFORE.sub("", parts[0])]
    return [title for title in dict.fromkeys(found) if title]


def _outlet(markup: PageMarkup) -> str | None:
    """The name that readers know the site by; a publisher's is often its company's."""
    site = markup.meta(["og:site_name"])
    if site and not _DOMAIN.fullmatch(site):
        return site
    return next(iter(named(markup.said("publisher"), markup.objects)), None) or markup.meta(_names()["outlet"])


def _own_url(markup: PageMarkup) -> str | None:
    """The address that the page gives for itself; one that is only a site's front page says nothing."""
    links = (link for link in markup.tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    main = markup.said("mainEntityOfPage")
    linked = main.get("@id") or main.get("url") if isinstance(main, dict) else main
    stated = (*(link.get("href") for link in links), markup.metas.get("og:url"), markup.said("url"), linked)
    for candidate in stated:
        if isinstance(candidate, str) and candidate.strip():
            full = _joined(markup.url or "", candidate.strip())
            if full is not None:
                return full
    return None


def _joined(base: str, link: str) -> str | None:
    try:
        full = urljoin(base, link)
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in {"http", "https"} and (parts.path.strip("/") or parts.query) else None


def _saved_from(source: str) -> str | None:
    """The address that browsers write into a page that they save."""
    found = _SAVED_FROM.search(source[:20_000])
    return (found[1] or found[2]) if found else None


def _authors(markup: PageMarkup) -> tuple[str, ...]:
    linked = named(markup.said("author") or markup.said("creator"), markup.objects)
    if linked:
        return tuple(unescape(name) for name in linked)
    single = markup.meta(_names()["byline"])
    if single:
        return (_BY.sub("", single, count=1),)
    marked = markup.tree.xpath("//*[@itemprop='author' or @rel='author' or contains(@rel, 'author ')]")
    names = (_BY.sub("", _author_words(element), count=1) for element in marked)
    return tuple(dict.fromkeys(name for name in names if 2 < len(name) < 80))[:_MOST_AUTHORS]


def _author_words(element: Element) -> str:
    """The name in an element that is marked as the author's."""
    if element.tag in {"link", "meta"}:
        return ""
    inner = element.xpath(".//*[@itemprop='name']")
    name = inner[0] if inner else element
    return name.get("content") or words_of(name)


def _published(markup: PageMarkup, url: str | None) -> str | None:
    metas = (markup.metas.get(name) for name in _names()["published"])
    for value in (markup.said("datePublished"), *metas, markup.said("dateCreated")):
        if isinstance(value, str) and _YEAR.search(value):
            return value.strip()
    return _marked_date(markup.tree) or _only_date(markup.tree) or _date_of_other_metas(markup.tree, url)


def _marked_date(tree: Element) -> str | None:
    """The date of an element that says it is the publication's."""
    marked = "//*[@itemprop='datePublished' or @pubdate] | //abbr[contains(@class, 'published')]"
    for element in tree.xpath(f"{marked} | //time[contains(@class, 'published')]"):
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        if _YEAR.search(value):
            return str(value).strip()
    return None


def _only_date(tree: Element) -> str | None:
    """The day of the `time` elements outside boxes and menus, if it is one day."""
    times = [time.get("datetime") for time in tree.iter("time") if _YEAR.search(time.get("datetime") or "")]
    if not times or len({value.strip()[:10] for value in times}) > 1:
        return None
    outside = [time.get("datetime").strip() for time in tree.iter("time") if time.get("datetime") and not _in_box(time)]
    return outside[0] if outside else None


def _in_box(element: Element) -> bool:
    purposes = (purpose_of(outer) for outer in ancestors(element.getparent()))
    return any(purpose is not None and purpose.tag in {"aside", "nav"} for purpose in purposes)


def _date_of_other_metas(tree: Element, url: str | None) -> str | None:
    """What htmldate makes of the meta elements and the address alone; it is shown no text, or it would guess."""
    from htmldate import find_date  # noqa: PLC0415 - knows dates in dozens of languages, and loads slowly

    metas = (
        deepcopy(meta)
        for meta in tree.iter("meta")
        if not _NOT_PUBLISHED.search(meta.get("property") or meta.get("name") or meta.get("itemprop") or "description")
    )
    skeleton: Element = lxml.html.document_fromstring("<html><head></head><body><p></p></body></html>")
    skeleton.head.extend(metas)
    found: str | None = find_date(skeleton, extensive_search=False, original_date=True, url=url)
    return found


def _language(markup: PageMarkup) -> str | None:
    stated = markup.said("inLanguage")
    if isinstance(stated, str) and stated:
        return stated
    root = markup.tree.get("lang") or markup.tree.get("xml:lang")
    return root.strip() if root and root.strip() else markup.meta(_names()["language"])
