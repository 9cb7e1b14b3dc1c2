"""Two records of one story, an earlier and a later one: what is new, what changed, what is withdrawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from readout.compare.matching import Sighting, match
from readout.model.record import (
    ArticleEntry,
    BriefSentence,
    Conflict,
    Event,
    Figure,
    Position,
    Quote,
    Record,
    Span,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """One thing before and after. `fields`: what differs; `added`, `dropped`: reports that tell it now, or no more."""

    old: T
    new: T
    fields: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What became of one part of the record, in the order of the newer record; what is withdrawn in that of the old."""

    new: tuple[T, ...]
    changed: tuple[Change[T], ...]
    withdrawn: tuple[T, ...]

    def __bool__(self) -> bool:
        """Whether anything is told here."""
        return bool(self.new or self.changed or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a story's record says now and did not say before, part by part."""

    old: Record
    new: Record
    reports: Part[ArticleEntry]
    brief: Part[BriefSentence]
    events: Part[Event]
    positions: Part[Position]
    quotes: Part[Quote]
    figures: Part[Figure]
    conflicts: Part[Conflict]

    def __bool__(self) -> bool:
        """Whether the records differ in any of the parts."""
        return any(self.parts().values())

    def parts(self) -> dict[str, Part[object]]:
        """The parts by name."""
        names = ("reports", "brief", "events", "positions", "quotes", "figures", "conflicts")
        return {name: getattr(self, name) for name in names}


def diff(old: Record, new: Record) -> Difference:
    """What differs between two records. Things are matched by id, else by their places, else by their words."""
    ids = _ids(old, new)
    return Difference(
        old,
        new,
        reports=_part(old.articles, new.articles, _View(_report, _REPORT), ids),
        brief=_part(old.brief, new.brief, _View(_sentence, ("text",)), ids),
        events=_part(old.events, new.events, _View(_event, ("date", "status", "place", "text")), ids),
        positions=_part(old.positions, new.positions, _View(_position, _POSITION), ids),
        quotes=_part(old.quotes, new.quotes, _View(_quote, ("text", "speaker", "said_on", "kind")), ids),
        figures=_part(old.figures, new.figures, _View(_figure, _FIGURE), ids),
        conflicts=_part(old.conflicts, new.conflicts, _View(_conflict, ("verdict", "values")), ids),
    )


@dataclass(frozen=True, slots=True)
class _View(Generic[T]):
    """How entries of one part are recognised, and which of their fields tell something new if they differ."""

    sight: Callable[[T], Sighting]
    fields: tuple[str, ...]


_REPORT = ("title", "outlet", "agency", "published", "text")
_POSITION = ("act", "polarity", "text", "condition", "date", "party", "target")
_FIGURE = ("text", "value", "low", "high", "qualifier", "measures", "holder", "as_of")


def _part(old: Sequence[T], new: Sequence[T], view: _View[T], ids: dict[str, str]) -> Part[T]:
    pairs = match([view.sight(item) for item in old], [view.sight(item) for item in new])
    changed = (_change(old[one], new[other], view, ids) for other, one in sorted(pairs.items()))
    kept = set(pairs.values())
    return Part(
        tuple(item for place, item in enumerate(new) if place not in pairs),
        tuple(change for change in changed if change is not None),
        tuple(item for place, item in enumerate(old) if place not in kept),
    )


def _change(old: T, new: T, view: _View[T], ids: dict[str, str]) -> Change[T] | None:
    """What changed, or nothing: other fields, or that other reports tell it."""
    before, after = view.sight(old).articles, view.sight(new).articles
    differ = tuple(name for name in view.fields if _value(old, name, ids) != _value(new, name, {}))
    added, dropped = tuple(sorted(after - before)), tuple(sorted(before - after))
    return Change(old, new, differ, added, dropped) if differ or added or dropped else None


def _value(item: object, name: str, ids: dict[str, str]) -> object:
    """A field's value; an entity is compared by what it is matched with in the newer record."""
    if name == "values" and isinstance(item, Conflict):
        return sorted(side.value for side in item.sides)
    value = getattr(item, name, None)
    return ids.get(value, value) if isinstance(value, str) else value


def _ids(old: Record, new: Record) -> dict[str, str]:
    """Old ids of entities to new ones: the same id, else the same kind and name."""
    names = {(entity.kind, entity.name): entity.id for entity in new.entities}
    kept = {entity.id for entity in new.entities}
    return {
        entity.id: entity.id if entity.id in kept else names.get((entity.kind, entity.name), entity.id)
        for entity in old.entities
    }


def _report(article: ArticleEntry) -> Sighting:
    words = " ".join(filter(None, (article.outlet, article.title))) if article.title else article.url or article.input
    return Sighting(article.id, article.url or words, ())


def _sentence(sentence: BriefSentence) -> Sighting:
    edits = {edit.span for edit in sentence.edits}  # a date that several sentences borrow makes them no one sentence
    return Sighting(None, sentence.text, tuple(span for span in sentence.cites if span not in edits) or sentence.cites)


def _event(event: Event) -> Sighting:
    return Sighting(event.id, event.text, event.spans)


def _position(position: Position) -> Sighting:
    return Sighting(position.id, f"{position.act} {position.text}", position.spans)


def _quote(quote: Quote) -> Sighting:
    return Sighting(quote.id, quote.text, tuple(span for row in quote.reports for span in row.spans))


def _figure(figure: Figure) -> Sighting:
    return Sighting(figure.id, f"{figure.text} {figure.measures}", figure.spans)


def _conflict(conflict: Conflict) -> Sighting:
    spans: tuple[Span, ...] = tuple(span for side in conflict.sides for span in side.spans)
    return Sighting(conflict.id, conflict.about, spans)
