"""The story itself in the terminal: the brief, the timeline, what is in dispute, and who wants what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from readout.model.record import Position, Span
from readout.present import words
from readout.present.disputes import Disputes, version
from readout.present.labels import Labels
from readout.present.parts import rests_on, said_in
from readout.present.plain import plain
from readout.present.stands import holder, stand_table, verb
from readout.present.timeline import Day, chronicle, hour

_MOST_EVENTS = 12  # a summary is read on one or two screens; the record holds them all
_MOST_POSITIONS = 12
_MOST_CONFLICTS = 10
_LONG = 180


@dataclass(frozen=True, slots=True)
class Indented:
    """A line that stands two columns to the right, all of it where it is wrapped."""

    text: Text


Line = Text | Indented | Table


def brief(labels: Labels) -> Iterator[Line]:
    """Each sentence with the numbers of its reports; what one origin alone has, and what is disputed, is marked."""
    disputed = Disputes(labels.record)
    for sentence in labels.record.brief:
        spans = rests_on(sentence)
        line = Text.assemble(plain(sentence.text), " ", _numbers(spans, labels), _alone(sentence.origins, labels))
        conflicts = disputed.of(spans, said_in(sentence))
        if conflicts:
            verdict = "in dispute" if any(one.verdict == "contradicts" for one in conflicts) else "reports differ"
            line.append(f" ({verdict})", style="red")
        yield line


def timeline(labels: Labels) -> Iterator[Line]:
    """The weightiest happenings in their order; the background is counted."""
    story = chronicle(labels.record)
    days = [*story.past, *story.coming]
    events = sorted((event for day in days for event in day.events), key=lambda event: (-event.salience, event.id))
    kept = {event.id for event in events[:_MOST_EVENTS]}
    for day in days:
        yield from _day(day, kept, labels)
    left = len(events) - len(kept)
    more = [words.count(left, "lesser happening")] if left else []
    more += [f"{words.number(story.background_count)} of background"] if story.background else []
    more += [f"{words.number(len(story.undated))} without a date"] if story.undated else []
    if more:
        yield Indented(Text(f"and {words.listing(more)}", style="dim"))


def disputes(labels: Labels) -> Iterator[Line]:
    """Each disagreement with its versions, and who stands behind each."""
    for conflict in labels.record.conflicts[:_MOST_CONFLICTS]:
        verdict = "the reports contradict each other" if conflict.verdict == "contradicts" else "the reports differ"
        yield Text.assemble((plain(words.sentence(conflict.about)), "bold"), (f": {verdict}", "red"))
        for side in conflict.sides:
            holders = words.listing(plain(labels.entity(one)) for one in side.holders)
            said = f", {holders}" if holders else ""
            yield Indented(Text.assemble(plain(version(conflict, side)), said, " ", _numbers(side.spans, labels)))
    yield from _more(len(labels.record.conflicts) - _MOST_CONFLICTS, "more")


def positions(labels: Labels) -> Iterator[Line]:
    """Issues on which several parties speak, each party's first position; else what single parties want."""
    table = stand_table(labels.record)
    shown = 0
    for row in table.rows:
        if shown >= _MOST_POSITIONS:
            break
        yield Text(plain(words.sentence(labels.issue(row.issue) or "Other matters")), style="bold")
        firsts = [held[0] for _, held in row.cells if held] + list(row.other[:1])
        for held in firsts:
            yield _position(held, labels)
        shown += len(firsts)
    for _, held_alone in table.alone:
        for held in held_alone[: max(0, min(2, _MOST_POSITIONS - shown))]:
            yield _position(held, labels)
            shown += 1
    yield from _more(len(labels.record.positions) - shown, "more position")


def _position(held: Position, labels: Labels) -> Indented:
    who = plain(labels.entity(holder(held))) or "Party not clear"
    text = words.excerpt(plain(held.text), _LONG)
    return Indented(Text.assemble(who, " ", (verb(held), "italic"), f": {text} ", _numbers(held.spans, labels)))


def _day(day: Day, kept: Iterable[str], labels: Labels) -> Iterator[Line]:
    shown = [event for event in day.events if event.id in kept]
    if shown:
        yield Text(" ".join(filter(None, (day.weekday, day.name))), style="bold")
    for event in shown:
        tag = {"scheduled": " (announced)", "called_for": " (called for)"}.get(event.status or "", "")
        clock = f"{hour(event)}: " if hour(event) else ""
        text = words.excerpt(plain(words.sentence(event.text)), _LONG)
        numbers = _numbers(event.spans, labels)
        yield Indented(Text.assemble(clock, text, (tag, "dim"), " ", numbers, _alone(event.origins, labels)))


def _numbers(spans: Iterable[Span], labels: Labels) -> Text:
    """`[1 4]`: the reports behind a statement."""
    numbers = sorted({labels.report(span.article).number for span in spans if labels.knows(span.article)})
    return Text(f"[{' '.join(map(str, numbers))}]" if numbers else "", style="cyan")


def _alone(origins: Iterable[str], labels: Labels) -> Text:
    alone = len(set(origins)) == 1 and len(labels.record.origins) > 1
    return Text(" (one origin)" if alone else "", style="yellow")


def _more(left: int, what: str) -> Iterator[Line]:
    if left > 0:
        yield Indented(Text(f"and {words.count(left, what)}", style="dim"))
