"""Where an article's parts stand in a JSON object, for the shapes that people have."""

import datetime as dt
import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any

from readout.model.text import Metadata

Object = Mapping[str, Any]

_DEEPEST = 8  # lists in lists; an API wraps its articles two or three times
_NEVER_ARTICLES = frozenset(
    {
        "breadcrumblist",
        "organization",
        "newsmediaorganization",
        "person",
        "imageobject",
        "website",
        "webpage",
        "videoobject",
        "searchaction",
        "sitenavigationelement",
        "listitem",
        "itemlist",
        "collectionpage",
    }
)  # fmt: skip - schema.org's companions of an article in a @graph


@functools.cache
def field_names() -> dict[str, tuple[str, ...]]:
    """Each part of an article, and the names that it goes by."""
    data = resources.files("readout.read").joinpath("words/json_fields.toml").read_text("utf-8")
    return {part: tuple(names) for part, names in tomllib.loads(data).items()}


def articles_in(value: object, depth: int = 0) -> Iterator[Object]:
    """The objects of a JSON document that are articles, or are meant to be; companions in a graph are passed over."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from articles_in(item, depth + 1)
    elif isinstance(value, dict):
        inner = None if text_of(value) else _list_in(value)
        if inner is not None:
            yield from articles_in(inner, depth + 1)
        elif not _is_companion(value):
            yield value


def text_of(article: Object) -> str | None:
    """The article's text as it stands there."""
    return _first(article, "text", _as_text)


def summary_of(article: Object) -> str | None:
    """The few words that stand in for the text where there is none."""
    return _first(article, "summary", _as_text)


def metadata_of(article: Object, url: str | None = None) -> Metadata:
    """What the object says about the article beside its text."""
    return Metadata(
        url=_first(article, "url", _as_url) or url,
        title=_first(article, "title", _as_name),
        outlet=_first(article, "outlet", _as_name),
        byline=_byline(article),
        published=_first(article, "published", _as_date),
        language=_first(article, "language", _as_name),
        agency=_first(article, "agency", _as_name),
    )


def id_of(article: Object) -> str | None:
    """A name of its own that the object has, if it is short enough to be read."""
    for key in ("id", "_id", "uuid"):
        value = article.get(key)
        if isinstance(value, int | str) and not isinstance(value, bool) and 0 < len(str(value)) <= 80:
            return str(value)
    return None


def is_behind_wall(article: Object) -> bool:
    """Whether schema.org's `isAccessibleForFree` says no."""
    said = str(article.get("isAccessibleForFree")).lower()
    return said in {"false", "no", "0"} or said.endswith("schema.org/false")


def _is_companion(value: Object) -> bool:
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return all(str(name).lower() in _NEVER_ARTICLES for name in names)


def _list_in(value: Object) -> list[Any] | None:
    for name in field_names()["lists"]:
        found = _at(value, name)
        if isinstance(found, list) and (not found or any(isinstance(item, dict) for item in found)):
            return found
    return None


def _at(value: object, path: str) -> object:
    for key in path.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _first(article: Object, part: str, read: Callable[[object], str | None]) -> str | None:
    for name in field_names()[part]:
        found = read(_at(article, name))
        if found:
            return found
    return None


def _as_text(value: object) -> str | None:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(item for item in value if item.strip()) or None
    return None


def _as_name(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _as_url(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return (
        value.strip() if isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")) else None
    )


def _as_date(value: object) -> str | None:
    if isinstance(value, dict):
        return _as_date(value.get("date") or value.get("$date"))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value)
    return value.strip() or None if isinstance(value, str) else None


def _epoch(seconds: float) -> str | None:
    """Seconds, or milliseconds, since 1970; anything else that a number could mean is left alone."""
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    if not 1e8 < seconds < 1e10:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()


def _byline(article: Object) -> tuple[str, ...]:
    for name in field_names()["byline"]:
        value = _at(article, name)
        people = value if isinstance(value, list) else [value]
        names = tuple(filter(None, map(_as_name, people)))
        if names:
            return names
    return ()
