"""How much of the answer key of `examples/` stands in the record, part by part.

The key was written with the reports and is looked at while the code is written: these scores tell whether the parts
work together, and nothing about unseen stories. A row of the key is found where the record holds one thing of its kind
at the words that the key quotes; `reports` is the share of the quoted places of found rows that this one thing covers.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import readout
from readout.model.record import ArticleEntry, Event, Figure, Position, Quote, Record, Span

_KEY = Path(__file__).parents[2] / "tests" / "data" / "examples_expected.json"
Row = Mapping[str, Any]


def score(path: Path) -> dict[str, Any]:
    """Per cent of the key's rows found, and of what is found, what is right; `path` is the folder of the reports."""
    record = readout.build(*readout.read([str(path)]))
    key = json.loads(_KEY.read_text(encoding="utf-8"))
    places = _Places(record)
    return {
        "quotes": _quotes(key["quotes"], record, places),
        "meetings": _meetings(key["meetings"], record, places),
        "figures": _figures(key["figures"], record, places),
        "positions": _positions(key["positions"], record, places),
        "conflicts": _conflicts(key["conflicts"], record, places),
    }


class _Places:
    """Where the words that the key quotes stand in the record's articles."""

    def __init__(self, record: Record) -> None:
        self._articles = {Path(article.input).name: article for article in record.articles}

    def of(self, rows: Iterable[Row]) -> list[Span]:
        """The first place of each row's words in its article, outside pull-quotes; `text` may be a list of pieces."""
        found = []
        for row in rows:
            article = self._articles[row["article"]]
            for words in row["text"] if isinstance(row["text"], list) else [row["text"]]:
                found += [Span(article.id, start, start + len(words)) for start in _starts(article, words)][:1]
        return found


def _starts(article: ArticleEntry, words: str) -> list[int]:
    aside = [block for block in article.blocks if block.role == "pull_quote"]
    return [
        found.start()
        for found in re.finditer(re.escape(words), article.text)
        if not any(block.start <= found.start() < block.end for block in aside)
    ]


def _covers(spans: Iterable[Span], place: Span) -> bool:
    return any(span.article == place.article and span.start < place.end and place.start < span.end for span in spans)


def _covered(spans: Sequence[Span], places: Sequence[Span]) -> int:
    return sum(_covers(spans, place) for place in places)


def _share(part: float, whole: float) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _quotes(rows: Sequence[Row], record: Record, places: _Places) -> dict[str, float]:
    """Direct and mixed quotations: each report of each row."""
    names = {entity.id: entity.name for entity in record.entities}
    wanted = found = right = 0
    for row in rows:
        for report in row["reports"]:
            wanted += 1
            place = places.of([report])[0]
            said = [one for one in record.quotes if _covers(_quote_spans(one), place)]
            found += bool(said)
            right += any(names.get(one.speaker or "") == _named(row["speaker"]) for one in said)
    return {"found": _share(found, wanted), "speaker": _share(right, wanted)}


def _named(speaker: str) -> str | None:
    """The key describes sources without a name ("A senior official ..."); the record has no entity for them."""
    return None if speaker.startswith("A ") else speaker


def _quote_spans(quote: Quote) -> list[Span]:
    return [span for row in quote.reports for span in row.spans]


def _meetings(rows: Sequence[Row], record: Record, places: _Places) -> dict[str, float]:
    found = dated = status = background = told = wanted = 0
    for row in rows:
        where = places.of(row["reports"])
        best = max(record.events, key=lambda event: _meeting_rank(event, where, row), default=None)
        if best is None or not _covered(best.spans, where):
            continue
        found += 1
        told += _covered(best.spans, where)
        wanted += len(where)
        dated += (best.date.start or "")[:10] == row["date"]["start"][:10]
        status += best.status == row["status"]
        background += best.background == row["background"]
    return {
        "found": _share(found, len(rows)),
        "reports": _share(told, wanted),
        "date": _share(dated, found),
        "status": _share(status, found),
        "background": _share(background, found),
        "events": len(record.events),
    }


def _meeting_rank(event: Event, where: Sequence[Span], row: Row) -> tuple[int, bool, str]:
    dated = (event.date.start or "")[:10] == row["date"]["start"][:10]
    return _covered(event.spans, where), dated, event.id


def _figures(rows: Sequence[Row], record: Record, places: _Places) -> dict[str, float]:
    names = {entity.id: entity.name for entity in record.entities}
    found = held = told = wanted = 0
    for row in rows:
        where = places.of(row["reports"])
        same = [one for one in record.figures if _same_value(one, row) and _covered(one.spans, where)]
        best = max(same, key=lambda one: (_covered(one.spans, where), one.id), default=None)
        if best is None:
            continue
        found += 1
        told += _covered(best.spans, where)
        wanted += len(where)
        holder = names.get(best.holder or "", best.holder) or ""
        held += (row["holder"] or "").casefold() == holder.casefold()
    return {"found": _share(found, len(rows)), "reports": _share(told, wanted), "holder": _share(held, found)}


def _same_value(figure: Figure, row: Row) -> bool:
    return (figure.value, figure.low, figure.high) == (row["value"], row["low"], row["high"])


def _positions(rows: Sequence[Row], record: Record, places: _Places) -> dict[str, float]:
    names = {entity.id: entity.name for entity in record.entities}
    found = told = wanted = 0
    for row in rows:
        where = places.of(row["reports"])
        same = [one for one in record.positions if _same_stance(one, row, names) and _covered(one.spans, where)]
        found += bool(same)
        told += _covered([span for one in same for span in one.spans], where)
        wanted += len(where) if same else 0
    return {
        "found": _share(found, len(rows)),
        "reports": _share(told, wanted),
        "cells": len(record.positions),
        "issues": len(record.issues),
    }


def _same_stance(position: Position, row: Row, names: Mapping[str, str]) -> bool:
    return (names.get(position.party or ""), position.act) == (row["party"], row["act"])


def _conflicts(rows: Sequence[Row], record: Record, places: _Places) -> dict[str, float]:
    """The key's conflicts that are told, with the right places on either side; and how many others are."""
    known = set()
    found = 0
    for row in rows:
        sides = [places.of(side["spans"]) for side in row["sides"]]
        told = [
            one
            for one in record.conflicts
            if one.kind == row["kind"]
            and all(any(_covered(side.spans, where) for side in one.sides) for where in sides)
        ]
        known |= {one.id for one in told}
        found += bool(told)
    others = [one for one in record.conflicts if one.kind in {"figure", "date"} and one.id not in known]
    return {"found": _share(found, len(rows)), "others": len(others)}
