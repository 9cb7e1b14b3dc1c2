"""The record as tables for spreadsheets and statistics: one table for each of its parts.

CSV rows name people, reports and origins in words beside their ids. A cell with several values parts them by `; `, and
evidence is `report:start-end`, code points into the report's text. JSON lines hold the record's own objects unchanged.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import msgspec

from readout.model.record import Conflict, ConflictSide, Quote, QuoteReport, Record, Span

Cell = str | int | float | bool | None
Column = Callable[[Any, "_Names"], Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NO_PARTS = frozenset({"schema_version", "title"})


@dataclass(frozen=True, slots=True)
class Table:
    """One part of the record; every row has a cell for each of `columns`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(record: Record) -> tuple[Table, ...]:
    """A table for each part of the record, also for those that are empty."""
    names = _Names(record)
    return tuple(
        Table(name, tuple(columns), tuple(tuple(cell(one, names) for cell in columns.values()) for one in rows(record)))
        for name, (columns, rows) in _TABLES.items()
    )


def to_csv(record: Record) -> dict[str, str]:
    """CSV files by name, each with a heading row. Words that a spreadsheet takes for a formula get an apostrophe."""
    return {f"{table.name}.csv": _csv(table) for table in tables(record)}


def to_jsonl(record: Record) -> dict[str, str]:
    """Files of JSON lines by name: for each part of the record its objects, as they stand in the record."""
    parts = [field.name for field in fields(record) if field.name not in _NO_PARTS]
    return {f"{name}.jsonl": "".join(map(_line, getattr(record, name))) for name in parts}


def _csv(table: Table) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(table.columns)
    rows.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _line(one: object) -> str:
    return msgspec.json.encode(one).decode() + "\n"


def _safe(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


class _Names:
    """What ids stand for, in words; an id that stands for nothing stays as it is."""

    def __init__(self, record: Record) -> None:
        self._entities = {entity.id: entity.name for entity in record.entities}
        self._origins = {origin.id: origin.name for origin in record.origins}
        self._inputs = {article.id: article.input for article in record.articles}
        self._issues = {issue.id: issue.label for issue in record.issues}

    def entity(self, name: str | None) -> str | None:
        return None if name is None else self._entities.get(name, name)

    def entities(self, names: Iterable[str]) -> str:
        return _list(self._entities.get(name, name) for name in names)

    def origins(self, names: Iterable[str]) -> str:
        return _list(self._origins.get(name, name) for name in names)

    def issue(self, name: str | None) -> str | None:
        return None if name is None else self._issues.get(name, name)

    def reports(self, articles: Iterable[str]) -> str:
        return _list(dict.fromkeys(self._inputs.get(article, article) for article in articles))

    def evidence(self, spans: Iterable[Span]) -> str:
        return _list(f"{self.reports([span.article])}:{span.start}-{span.end}" for span in spans)


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)


def _plain(*names: str) -> dict[str, Column]:
    """Columns that show an attribute as it is."""
    return {name: _attribute(name) for name in names}


def _attribute(name: str) -> Column:
    get = attrgetter(name)
    return lambda one, _: get(one)


def _told(spans: str) -> dict[str, Column]:
    """Columns that say who tells something, and where; `spans` is the attribute that holds the evidence."""
    get = attrgetter(spans)
    return {
        "reports": lambda one, names: names.reports(span.article for span in get(one)),
        "origins": lambda one, names: names.origins(one.origins),
        "evidence": lambda one, names: names.evidence(get(one)),
    }


def _rows(part: str) -> Callable[[Record], Iterable[Any]]:
    """The objects of one part of the record."""
    return attrgetter(part)


def _quote_rows(record: Record) -> Iterator[tuple[Quote, QuoteReport]]:
    """A row for each report of each quotation."""
    return ((quote, report) for quote in record.quotes for report in quote.reports)


def _quote(*names: str) -> dict[str, Column]:
    """Columns that show an attribute of the quotation of a row."""
    return {name: lambda row, _, get=attrgetter(name): get(row[0]) for name in names}  # type: ignore[misc]


def _sides(record: Record) -> Iterator[tuple[Conflict, int, ConflictSide]]:
    """A row for each side of each conflict."""
    return ((one, number, side) for one in record.conflicts for number, side in enumerate(one.sides, 1))


_TABLES: Mapping[str, tuple[Mapping[str, Column], Callable[[Record], Iterable[Any]]]] = {
    "articles": (
        {
            **_plain("id", "input", "url", "title", "outlet", "agency"),
            "byline": lambda one, _: _list(one.byline),
            "contributors": lambda one, _: _list(one.contributors),
            "dateline": lambda one, _: one.dateline,
            "published": lambda one, _: one.published.date,
            "published_time": lambda one, _: one.published.time,
            "published_from": lambda one, _: one.published.source,
            "language": lambda one, _: one.language,
            "origin": lambda one, names: names.origins([one.origin]),
            "characters": lambda one, _: len(one.text),
        },
        _rows("articles"),
    ),
    "origins": (
        {
            **_plain("id", "name"),
            "reports": lambda one, names: names.reports(one.articles),
            "because": lambda one, _: _list(reason.text for reason in one.because),
        },
        _rows("origins"),
    ),
    "passages": (
        {**_plain("text", "kind"), "evidence": lambda one, names: names.evidence(one.spans)},
        _rows("passages"),
    ),
    "entities": (
        {
            **_plain("id", "name", "kind"),
            "aliases": lambda one, _: _list(one.aliases),
            "roles": lambda one, _: _list(role.text for role in one.roles),
            "party": lambda one, names: names.entity(one.party),
            "mentions": lambda one, _: len(one.mentions),
            "reports": lambda one, names: names.reports(mention.article for mention in one.mentions),
        },
        _rows("entities"),
    ),
    "quotes": (
        {
            **_quote("id"),
            "speaker": lambda row, names: names.entity(row[0].speaker),
            **_quote("speaker_text", "kind", "text", "cue", "channel", "addressee", "said_on"),
            "via": lambda row, names: names.entity(row[0].via),
            **_quote("statement"),
            "report": lambda row, names: names.reports([row[1].spans[0].article]),
            "start": lambda row, _: row[1].spans[0].start,
            "end": lambda row, _: row[1].spans[-1].end,
            "wording": lambda row, _: row[1].text,
            "origin": lambda row, names: names.origins([row[1].origin]),
        },
        _quote_rows,
    ),
    "events": (
        {
            **_plain("id", "kind"),
            "start": lambda one, _: one.date.start,
            "end": lambda one, _: one.date.end,
            "precision": lambda one, _: one.date.precision,
            **_plain("status", "background", "salience", "text", "place"),
            "participants": lambda one, names: names.entities(one.participants),
            **_told("spans"),
        },
        _rows("events"),
    ),
    "figures": (
        {
            **_plain("id", "text", "value", "low", "high", "qualifier", "unit", "measures"),
            "holder": lambda one, names: names.entity(one.holder),
            **_plain("as_of"),
            **_told("spans"),
        },
        _rows("figures"),
    ),
    "issues": ({**_plain("id", "label"), "terms": lambda one, _: _list(one.terms)}, _rows("issues")),
    "positions": (
        {
            "id": lambda one, _: one.id,
            "party": lambda one, names: names.entity(one.party),
            "speaker": lambda one, names: names.entity(one.speaker),
            **_plain("act", "polarity"),
            "target": lambda one, names: names.entity(one.target),
            "issue": lambda one, names: names.issue(one.issue),
            **_plain("text", "condition", "date", "plover", "quad"),
            "quotes": lambda one, _: _list(one.quotes),
            **_told("spans"),
        },
        _rows("positions"),
    ),
    "conflicts": (
        {
            "id": lambda row, _: row[0].id,
            "kind": lambda row, _: row[0].kind,
            "verdict": lambda row, _: row[0].verdict,
            "about": lambda row, _: row[0].about,
            "side": lambda row, _: row[1],
            "value": lambda row, names: names.entity(row[2].value),
            "holders": lambda row, names: names.entities(row[2].holders),
            "origins": lambda row, names: names.origins(row[2].origins),
            "evidence": lambda row, names: names.evidence(row[2].spans),
        },
        _sides,
    ),
    "brief": ({**_plain("text"), **_told("cites")}, _rows("brief")),
    "problems": (_plain("input", "stage", "message"), _rows("problems")),
}
