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
from readout.read.html.linked_data import Object, named
from readout.read.html.tree import Element, words_of

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+(?:[|»·•–—]|-{1,2}|::|:)\s+(?=[^|»·•]{2,60}$)")
_NOT_PUBLISHED = re.compile(
    r"modif|updat|revis|expir|valid|description|title|keyword|image|video|copyright", re.IGNORECASE
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
_YEAR = re.compile(r"(?:19|20)\d\d")


@functools.cache
def _names() -> dict[str, list[str]]:
    data = resources.files("readout.read").joinpath("words/meta_names.toml").read_text("utf-8")
    return tomllib.loads(data)


def page_metadata(
    tree: Element, objects: list[Object], article: Object | None, markup: str, url: str | None
) -> Metadata:
    """All that the markup says. `url`: where the page was fetched, if it was."""
    said = article or {}
    metas = dict(_metas(tree))
    here = _own_url(tree, metas, said, url) or _saved_from(markup) or url
    outlet = _outlet(objects, said, metas)
    return Metadata(
        url=here,
        title=_headline(said) or _first(metas, _names()["title"]) or _document_title(tree, outlet),
        outlet=outlet,
        byline=_authors(tree, objects, said, metas),
        published=_published(tree, said, metas, url=here),
        language=_language(tree, said, metas),
        agency=next(iter(named(said.get("sourceOrganization") or said.get("provider"), objects)), None),
    )


def titles_of(tree: Element, article: Object | None) -> list[str]:
    """The page's title in all the forms that the markup gives, to know the visible headline by."""
    metas = dict(_metas(tree))
    found = [
        _headline(article or {}),
        *(metas.get(name) for name in _names()["title"]),
        _document_title(tree, _first(metas, _names()["outlet"])),
    ]
    return list(dict.fromkeys(title for title in found if title))


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    """Names and contents of meta elements; the first of a name stands."""
    seen: set[str] = set()
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join(unescape(meta.get("content") or "").split())
        if name and content and name.lower() not in seen:
            seen.add(name.lower())
            yield name.lower(), content


def _first(metas: dict[str, str], names: list[str]) -> str | None:
    return next((metas[name] for name in names if name in metas and not _is_url(metas[name])), None)


def _is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "//", "@"))


def _headline(said: Object) -> str | None:
    value = said.get("headline") or said.get("name")
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _document_title(tree: Element, outlet: str | None) -> str | None:
    """The window's title, without the site's name after it."""
    title = tree.find(".//title")
    words = words_of(title) if title is not None else ""
    parts = _SITE_SUFFIX.split(words)
    if len(parts) > 1 and (outlet is None or outlet.lower() in parts[-1].lower() or len(parts[0]) > len(parts[-1])):
        words = words[: words.rindex(parts[-1])].rstrip(" |»·•–—-:")
    return words or None


def _outlet(objects: list[Object], said: Object, metas: dict[str, str]) -> str | None:
    """The name that readers know the site by; a publisher's is often its company's."""
    site = _first(metas, ["og:site_name"])
    if site and not _DOMAIN.fullmatch(site):
        return site
    return next(iter(named(said.get("publisher"), objects)), None) or _first(metas, _names()["outlet"])


def _own_url(tree: Element, metas: dict[str, str], said: Object, url: str | None) -> str | None:
    """The address that the page gives for itself; one that is only a site's front page says nothing."""
    canonical = (
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    )
    main = said.get("mainEntityOfPage")
    linked = main.get("@id") or main.get("url") if isinstance(main, dict) else main
    for candidate in (*canonical, metas.get("og:url"), said.get("url"), linked):
        if not isinstance(candidate, str) or not candidate.strip():
            continue
        full = urljoin(url or "", candidate.strip())
        try:
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and (parts.path.strip("/") or parts.query):
            return full
    return None


def _saved_from(markup: str) -> str | None:
    """The address that browsers write into a page that they save."""
    found = _SAVED_FROM.search(markup[:20_000])
    return (found[1] or found[2]) if found else None


def _authors(tree: Element, objects: list[Object], said: Object, metas: dict[str, str]) -> tuple[str, ...]:
    linked = named(said.get("author") or said.get("creator"), objects)
    if linked:
        return tuple(unescape(name) for name in linked)
    single = _first(metas, _names()["byline"])
    if single:
        return (single,)
    visible = tree.xpath("//*[@itemprop='author' or @rel='author' or contains(@rel, 'author ')]")
    names = [words_of(element) for element in visible if element.tag not in {"link", "meta"}]
    return tuple(dict.fromkeys(name for name in names if 2 < len(name) < 80))[:6]


def _published(tree: Element, said: Object, metas: dict[str, str], url: str | None) -> str | None:
    for value in (
        said.get("datePublished"),
        *(metas.get(name) for name in _names()["published"]),
        said.get("dateCreated"),
    ):
        if isinstance(value, str) and _YEAR.search(value):
            return value.strip()
    return _dated_element(tree) or _date_of_other_metas(tree, url)


def _dated_element(tree: Element) -> str | None:
    """The `datetime` of an element that says it is the publication's, else of the page's only one by the headline."""
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    for element in marked:
        value = element.get("datetime") or element.get("content") or ""
        if _YEAR.search(value):
            return str(value).strip()
    times = [t.get("datetime") for t in tree.iter("time") if _YEAR.search(t.get("datetime") or "")]
    days = {value[:10] for value in times}
    return str(times[0]).strip() if len(days) == 1 else None


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


def _language(tree: Element, said: Object, metas: dict[str, str]) -> str | None:
    stated = said.get("inLanguage")
    if isinstance(stated, str) and stated:
        return stated
    root = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    return root.strip() if root and root.strip() else _first(metas, _names()["language"])
