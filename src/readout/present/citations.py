"""The stretches of the reports that a record cites: each is a place on the page that a statement can open."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import msgspec

from readout.model.record import Entity, Record, Span


def anchor(span: Span) -> str:
    """The id of a stretch's place on the page."""
    return f"s-{span.article}-{span.start}-{span.end}"


def cited(record: Record) -> frozenset[Span]:
    """Every span in the record, and of each entity its first mention in each report."""
    mentions = (span for entity in record.entities for span in first_mentions(entity))
    return frozenset(_spans(record)).union(mentions)


def first_mentions(entity: Entity) -> tuple[Span, ...]:
    """Where each report first names an entity: by name if it does so at all."""
    best: dict[str, tuple[bool, Span]] = {}
    for mention in entity.mentions:
        candidate = (mention.form != "name", Span(mention.article, mention.start, mention.end))
        best[mention.article] = min(best.get(mention.article, candidate), candidate)
    return tuple(span for _, span in best.values())


def _spans(value: Any) -> Iterator[Span]:  # noqa: ANN401 - walks whatever the record is made of
    """The spans in a value of the record, however deep they lie."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
