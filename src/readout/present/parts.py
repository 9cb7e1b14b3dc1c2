"""The record's parts arranged for reading: events by date, quotations by speaker, positions by issue and party."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import BriefSentence, Entity, Event, Position, Quote, Record, Span
from readout.present import words
from readout.present.labels import Labels
from readout.present.sharing import PassageGroup

_KINDS = (
    ("person", "People"),
    ("country", "Countries"),
    ("organization", "Organizations"),
    ("group", "Groups"),
    ("place", "Places"),
)


@dataclass(frozen=True, slots=True)
class BriefPiece:
    """A run of a brief's sentence; `was` is what an edit put it in place of, `span` where that is known from."""

    text: str
    was: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PositionTable:
    """Positions by issue (rows) and party (columns). The keys are ids; None: said of no issue, by no known party."""

    issues: tuple[str | None, ...]
    parties: tuple[str | None, ...]
    cells: dict[tuple[str | None, str | None], tuple[Position, ...]]


def contents(record: Record, groups: tuple[PassageGroup, ...]) -> tuple[tuple[str, str], ...]:
    """(id, heading) of each section that the page has."""
    sections: tuple[tuple[str, str, object], ...] = (
        ("brief", "In brief", record.brief),
        ("events", "What happened, and when", record.events),
        ("positions", "Who wants what", record.positions),
        ("quotes", "Who said what", record.quotes),
        ("conflicts", "Where the reports disagree", record.conflicts),
        ("figures", "Figures", record.figures),
        ("entities", "People and places", record.entities),
        ("origins", "Origins", record.origins),
        ("passages", "Shared passages", groups),
        ("reports", "Reports", record.articles),
        ("problems", "Not used", record.problems),
    )
    return tuple((name, heading) for name, heading, content in sections if content)


def brief_lines(sentence: BriefSentence) -> tuple[BriefPiece, ...]:
    """The sentence cut at its edits."""
    pieces = []
    position = 0
    for edit in sorted(sentence.edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            continue
        pieces.append(BriefPiece(sentence.text[position : edit.start]))
        pieces.append(BriefPiece(sentence.text[edit.start : edit.end], edit.was, edit.span))
        position = edit.end
    pieces.append(BriefPiece(sentence.text[position:]))
    return tuple(piece for piece in pieces if piece.text)


def dated_events(events: Iterable[Event]) -> tuple[tuple[str | None, tuple[Event, ...]], ...]:
    """(date in words, events) in the order of time; what has no date comes last."""
    days: dict[str | None, list[Event]] = {}
    for event in sorted(events, key=lambda event: (event.date.start is None, event.date.start or "", event.id)):
        days.setdefault(_interval(event), []).append(event)
    return tuple((day, tuple(members)) for day, members in days.items())


def by_speaker(quotes: Iterable[Quote], labels: Labels) -> tuple[tuple[str | None, tuple[Quote, ...]], ...]:
    """(speaker's name, quotations), those with most to say first; quotations without a clear speaker last."""
    speakers: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        speakers.setdefault(labels.entity(quote.speaker), []).append(quote)
    ranked = sorted(speakers.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    return tuple((name, tuple(members)) for name, members in ranked)


def by_kind(entities: Iterable[Entity]) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    """(heading, entities), most mentioned first."""
    ranked = sorted(entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))
    kinds = ((heading, tuple(entity for entity in ranked if entity.kind == kind)) for kind, heading in _KINDS)
    return tuple((heading, members) for heading, members in kinds if members)


def position_table(record: Record) -> PositionTable:
    """Issues in the record's order, parties with most positions first."""
    cells: dict[tuple[str | None, str | None], list[Position]] = {}
    weight: dict[str | None, int] = {}
    for position in record.positions:
        party = position.party or position.speaker
        cells.setdefault((position.issue, party), []).append(position)
        weight[party] = weight.get(party, 0) + 1
    held = {issue for issue, _ in cells}
    issues: list[str | None] = [issue.id for issue in record.issues if issue.id in held]
    issues += sorted((issue for issue in held if issue not in issues), key=lambda issue: (issue is None, issue or ""))
    parties = sorted(weight, key=lambda party: (party is None, -weight[party], party or ""))
    return PositionTable(tuple(issues), tuple(parties), {key: tuple(members) for key, members in cells.items()})


def _interval(event: Event) -> str | None:
    """`11 January 2022`, `from 10 to 13 January 2022`; None for an event without a date."""
    start, end = event.date.start, event.date.end
    if start is None or end is None or start == end:
        return words.date(start or end)
    return f"{words.date(start)} to {words.date(end)}"
