"""What a page's markup states, gathered once: its tree, its meta elements, its JSON-LD."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from readout.read.html.linked_data import Object, article_object, linked_objects
from readout.read.html.tree import Element

_WORTH_READING = 250  # characters: a shorter `articleBody` is a teaser


@dataclass(frozen=True)
class PageMarkup:
    """A parsed page. `source`: its HTML; `url`: where it was fetched, if it was."""

    source: str
    tree: Element
    url: str | None = None

    @functools.cached_property
    def objects(self) -> list[Object]:
        """Every object of the page's JSON-LD."""
        return linked_objects(self.tree)

    @functools.cached_property
    def article(self) -> Object | None:
        """The JSON-LD object that is the article."""
        return article_object(self.objects)

    @functools.cached_property
    def metas(self) -> dict[str, str]:
        """Names (property, name, itemprop; in lower case) and contents of meta elements; the first of a name stands."""
        found: dict[str, str] = {}
        for name, content in _metas(self.tree):
            found.setdefault(name, content)
        return found

    def said(self, name: str) -> object:
        """A property of the article in JSON-LD; None where it is not there."""
        return None if self.article is None else self.article.get(name)

    def meta(self, names: list[str]) -> str | None:
        """The first of the meta elements that is there and is no mere link."""
        return next((self.metas[name] for name in names if name in self.metas and not _is_url(self.metas[name])), None)

    @property
    def stated_body(self) -> str | None:
        """The text that a page carries in its JSON-LD; where scripts draw the page, it is the only one there."""
        body = self.said("articleBody")
        return body if isinstance(body, str) and len(body) >= _WORTH_READING else None


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join(unescape(meta.get("content") or "").split())
        if name and content:
            yield name.lower(), content


def _is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://", "//", "@"))
