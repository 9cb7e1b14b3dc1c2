"""What is new, changed or withdrawn since an earlier record, in words: for the terminal and for the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from readout.compare.records import Change, Difference
from readout.model.record import (
    ArticleEntry,
    BriefSentence,
    Conflict,
    EventDate,
    Figure,
    Position,
    Published,
    Quote,
    Span,
)
from readout.present import words
from readout.present.disputes import version
from readout.present.labels import Labels
from readout.present.people import spoken_spans
from readout.present.plain import plain
from readout.present.stands import holder, verb

_PARTS = {
    "reports": "Reports",
    "brief": "Brief",
    "events": "Happenings",
    "positions": "Positions",
    "quotes": "Quotations",
    "figures": "Figures",
    "conflicts": "Disagreements",
}
_FIELDS = {
    "said_on": "day",
    "as_of": "as of",
    "published": "publication date",
    "measures": "of what",
    "values": "versions",
    "low": "range from",
    "high": "range to",
}
_STYLES = {"new": "green", "changed": "yellow", "withdrawn": "red"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its words, what changed about it, and where the newer record shows it (an id) and rests it."""

    text: str
    changes: tuple[str, ...]
    id: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the record: entries by what became of them (`new`, `changed`, `withdrawn`)."""

    heading: str
    lines: tuple[tuple[str, tuple[Line, ...]], ...]


def sections(difference: Difference) -> tuple[Section, ...]:
    """The parts in which anything differs."""
    old, new = Labels(difference.old), Labels(difference.new)
    found = []
    for name, part in difference.parts().items():
        lines = (
            ("new", tuple(_line(item, (), new) for item in part.new)),
            ("changed", tuple(_line(one.new, tuple(_changes(one, old, new)), new) for one in part.changed)),
            ("withdrawn", tuple(Line(_text(item, old), (), None, ()) for item in part.withdrawn)),
        )
        if part:
            found.append(Section(_PARTS[name], tuple((kind, entries) for kind, entries in lines if entries)))
    return tuple(found)


def print_difference(difference: Difference, console: Console) -> None:
    """The difference as a list, one entry a paragraph."""
    found = sections(difference)
    if not found:
        console.print("Nothing differs.")
    for section in found:
        console.print(Text(section.heading, style="bold underline"))
        for kind, lines in section.lines:
            for line in lines:
                mark = {"new": "+", "changed": "~", "withdrawn": "−"}[kind]
                console.print(Text.assemble((f"{mark} {kind}  ", _STYLES[kind]), plain(line.text)))
                for change in line.changes:
                    console.print(Text(f"    {plain(change)}", style="dim"))
        console.print()


def _line(item: object, changes: tuple[str, ...], labels: Labels) -> Line:
    if isinstance(item, ArticleEntry):
        return Line(_text(item, labels), changes, f"report-{labels.report(item.id).number}", ())
    if isinstance(item, BriefSentence):
        return Line(_text(item, labels), changes, None, item.cites)
    if isinstance(item, Quote):
        return Line(_text(item, labels), changes, item.id, spoken_spans(item))
    if isinstance(item, Conflict):
        return Line(_text(item, labels), changes, item.id, tuple(s for side in item.sides for s in side.spans))
    return Line(_text(item, labels), changes, getattr(item, "id", None), getattr(item, "spans", ()))


def _text(item: object, labels: Labels) -> str:
    match item:
        case ArticleEntry():
            return f"{labels.report(item.id).name}: {item.title or 'without a headline'}"
        case Quote():
            said = f"“{item.text}”" if item.kind == "direct" else item.text
            return f"{labels.entity(item.speaker) or item.speaker_text or 'Speaker not clear'}: {said}"
        case Position():
            return f"{labels.entity(holder(item)) or 'Party not clear'} {verb(item)}: {item.text}"
        case Figure():
            return f"{item.text} ({item.measures})" if item.measures else item.text
        case Conflict():
            return f"{item.about}: {' / '.join(version(item, side) for side in item.sides)}"
        case _:
            return str(getattr(item, "text", ""))


def _changes(change: Change[Any], old: Labels, new: Labels) -> Iterator[str]:
    """`text: was “…”`, `now also in 4 Gazette`, `no longer in Herald`."""
    for name in change.fields:
        label = _FIELDS.get(name, name.replace("_", " "))
        if isinstance(change.new, ArticleEntry) and name == "text":
            yield "the text was edited"
        else:
            yield f"{label}: was {_value(change.old, name, old)}, is {_value(change.new, name, new)}"
    if change.added:
        yield f"now also in {_named(change.added, new)}"
    if change.dropped:
        yield f"no longer in {_named(change.dropped, old)}"


def _named(articles: Iterable[str], labels: Labels) -> str:
    known = sorted((labels.report(article) for article in articles if labels.knows(article)), key=lambda r: r.number)
    return words.listing(report.name for report in known)


def _value(item: object, name: str, labels: Labels) -> str:
    if isinstance(item, Conflict) and name == "values":
        return " / ".join(version(item, side) for side in item.sides)
    value = getattr(item, name, None)
    match value:
        case None | "":
            return "not known"
        case EventDate():
            dates = dict.fromkeys(filter(None, (words.date(value.start), words.date(value.end))))
            return " to ".join(dates) or "not known"
        case Published():
            return words.date(value.date) or "not known"
        case float():
            return f"{value:,g}"
        case str():
            shown = labels.entity(value) if name in {"speaker", "party", "target", "holder"} else None
            return f"“{value}”" if name in {"text", "title"} else shown or words.date(value) or value
        case _:
            return str(value)
