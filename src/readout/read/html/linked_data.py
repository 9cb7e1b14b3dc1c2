"""schema.org's JSON-LD in a page: the article that it describes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from readout.read.html.tree import Element

Object = Mapping[str, Any]

_ARTICLE_TYPES = (
    "newsarticle",
    "article",
    "reportage",
    "blogposting",
    "liveblogposting",
    "report",
    "opinion",
    "analysis",
)
_LISTS = frozenset({"collectionpage", "itemlist", "searchresultspage"})


def linked_objects(tree: Element) -> list[Object]:
    """Every object of the page's JSON-LD, those inside graphs and lists too; broken scripts are passed over."""
    found: list[Object] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().strip().startswith("application/ld+json"):
            try:
                value = json.loads((script.text or "").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects(value)
    return found


def article_object(objects: list[Object]) -> Object | None:
    """The object that is an article, the one that says most."""
    articles = [item for item in objects if any(_is_article_type(kind) for kind in types_of(item))]
    return max(articles, key=len, default=None)


def types_of(item: Object) -> list[str]:
    """schema.org's types of an object, in lower case."""
    kinds = item.get("@type")
    return [str(kind).lower().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def is_list_page(objects: list[Object]) -> bool:
    """Whether the page says of itself that it lists others, and of no article."""
    return article_object(objects) is None and any(_LISTS & set(types_of(item)) for item in objects)


def named(value: object, objects: list[Object]) -> tuple[str, ...]:
    """The names of a person or an organisation, or of several; a bare `@id` is looked up in the graph."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for item in value for name in named(item, objects)))
    if isinstance(value, Mapping):
        name = value.get("name")
        if name is None and "@id" in value:
            name = next(
                (item.get("name") for item in objects if item.get("@id") == value["@id"] and item.get("name")), None
            )
        return named(name, objects) if name is not None else ()
    if not isinstance(value, str):
        return ()
    text = " ".join(value.split())
    return (text,) if text and not text.lower().startswith(("http://", "https://")) else ()


def _is_article_type(kind: str) -> bool:
    return kind.endswith("article") or kind in _ARTICLE_TYPES


def _objects(value: object) -> Iterator[Object]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "liveBlogUpdate"):
            if isinstance(value.get(key), list | Mapping):
                yield from _objects(value[key])
