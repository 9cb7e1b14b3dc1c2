"""The reports as a bibliography: BibTeX (biblatex's `@online`) and CSL-JSON."""

import json
import re
from typing import Any

from readout.model.record import ArticleEntry, Record

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z0-9]+")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")
_DATE_PARTS = 3


def to_bibtex(record: Record) -> str:
    """An entry for each report, for biblatex; what a report does not tell has no field."""
    return "\n".join(_entry(article, key) for article, key in zip(record.articles, _keys(record), strict=True))


def to_csl(record: Record) -> str:
    """The reports as CSL-JSON items of type `article-newspaper`."""
    items = [_item(article, key) for article, key in zip(record.articles, _keys(record), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _keys(record: Record) -> list[str]:
    """A key for each report, from who wrote or published it, the year, and its id, which makes it its own."""
    return [_key(article) for article in record.articles]


def _key(article: ArticleEntry) -> str:
    surname = article.byline[0].split()[-1:] if article.byline else []
    by = "".join(_WORD.findall("".join(surname) or article.outlet or article.agency or "report")).lower() or "report"
    return f"{by}{_year(article) or ''}-{article.id.rsplit('-', 1)[-1]}"


def _year(article: ArticleEntry) -> str | None:
    day = article.published.date
    return day[:4] if day and day[:4].isdigit() else None


def _entry(article: ArticleEntry, key: str) -> str:
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.byline) or None,
        "title": f"{{{_tex(article.title)}}}" if article.title else None,
        "organization": _tex(article.outlet) if article.outlet else None,
        "note": _tex(f"Report of {article.agency}") if article.agency else None,
        "date": article.published.date if _year(article) else None,
        "url": _CONTROL.sub("", article.url).replace("{", "%7B").replace("}", "%7D") if article.url else None,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{key},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in _plain(text))


def _plain(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _item(article: ArticleEntry, key: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": key, "type": "article-newspaper"}
    told = {
        "title": article.title,
        "container-title": article.outlet,
        "source": article.agency,
        "URL": article.url,
        "language": article.language,
    }
    item |= {name: _plain(value) for name, value in told.items() if value}
    if article.byline:
        item["author"] = [{"literal": _plain(name)} for name in article.byline]
    if _year(article):
        parts = [int(part) for part in (article.published.date or "").split("-")[:_DATE_PARTS]]
        item["issued"] = {"date-parts": [parts]}
    return item
