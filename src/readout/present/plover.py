"""Positions as event data: PLOVER events as JSON lines, and rows with CAMEO roots as CSV (docs/positions.md).

One event for each party, act, target and date. An event whose words say that the act is not done is left out: PLOVER
has no negated events.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from readout.model.plover import cameo_root, mode
from readout.model.record import ArticleEntry, Position, Record, Span

_COLUMNS: Final = (
    "event_id",
    "date",
    "source",
    "source_kind",
    "target",
    "target_kind",
    "cameo_root",
    "plover",
    "mode",
    "quad",
    "act",
    "issue",
    "text",
    "condition",
    "reports",
    "origins",
    "inputs",
)

_Key = tuple[str, str, str, str]


def to_plover(record: Record) -> str:
    """JSON lines, one PLOVER event a line, with its positions, their source articles and the words that prove them."""
    return "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in _events(record))


def to_cameo(record: Record) -> str:
    """CSV with a header, one row an event; cells hold text, spread-sheets take none for a formula."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for event in _events(record):
        rows.writerow([_cell(_value(event, column)) for column in _COLUMNS])
    return out.getvalue()


def _events(record: Record) -> Iterator[dict[str, Any]]:
    groups: dict[_Key, list[Position]] = defaultdict(list)
    for position in record.positions:
        if position.polarity == "affirmed" and position.party is not None:
            key = (position.party, position.act, position.target or "", position.date or "")
            groups[key].append(position)
    articles = {article.id: article for article in record.articles}
    names = {entity.id: {"id": entity.id, "name": entity.name, "kind": entity.kind} for entity in record.entities}
    issues = {issue.id: issue.label for issue in record.issues}
    for held in groups.values():
        yield _event(held, articles, names, issues)


def _event(
    held: Sequence[Position],
    articles: Mapping[str, ArticleEntry],
    names: Mapping[str, dict[str, str]],
    issues: Mapping[str, str],
) -> dict[str, Any]:
    first = held[0]
    spans = sorted({span for position in held for span in position.spans})
    known = list(dict.fromkeys(span.article for span in spans if span.article in articles))
    return {
        "event_id": first.id,
        "date": first.date,
        "source": _named(first.party, names),
        "target": _named(first.target, names),
        "event": first.plover,
        "mode": mode(first.act, [position.text for position in held]),
        "quad": first.quad,
        "cameo_root": cameo_root(first.act),
        "act": first.act,
        "positions": [_position(position, articles, names, issues) for position in held],
        "source_articles": [_article(articles[article]) for article in known],
        "origins": sorted({origin for position in held for origin in position.origins}),
    }


def _named(entity: str | None, names: Mapping[str, dict[str, str]]) -> list[dict[str, str]]:
    return [names[entity]] if entity is not None and entity in names else []


def _position(
    position: Position,
    articles: Mapping[str, ArticleEntry],
    names: Mapping[str, dict[str, str]],
    issues: Mapping[str, str],
) -> dict[str, Any]:
    return {
        "id": position.id,
        "text": position.text,
        "condition": position.condition,
        "issue": issues.get(position.issue or ""),
        "speaker": names.get(position.speaker or ""),
        "quotes": list(position.quotes),
        "evidence": [_evidence(span, articles) for span in position.spans if span.article in articles],
    }


def _evidence(span: Span, articles: Mapping[str, ArticleEntry]) -> dict[str, Any]:
    text = articles[span.article].text[span.start : span.end]
    return {"article": span.article, "start": span.start, "end": span.end, "text": text}


def _article(article: ArticleEntry) -> dict[str, Any]:
    return {
        "id": article.id,
        "input": article.input,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": article.published.date,
    }


def _value(event: Mapping[str, Any], column: str) -> str:
    """What a column shows of an event; several positions are parted by bars."""
    side, _, part = column.partition("_")
    if side in {"source", "target"}:
        return "; ".join(one["kind" if part else "name"] for one in event[side])
    if column in {"issue", "text", "condition"}:
        told = [position[column] for position in event["positions"] if position[column]]
        return " | ".join(dict.fromkeys(told))
    if column == "plover":
        return str(event["event"])
    if column == "reports":
        return str(len(event["source_articles"]))
    if column == "inputs":
        return "; ".join(article["input"] for article in event["source_articles"])
    if column == "origins":
        return str(len(event["origins"]))
    return str(event[column] or "")


def _cell(words: str) -> str:
    """Words that a spreadsheet does not take for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
