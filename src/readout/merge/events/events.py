"""Events of the record: each happening once, with its date, place and participants."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from readout.annotate.happenings.words import known_kinds
from readout.link.happenings.reasons import day as written
from readout.merge.events.conflicts import conflicts
from readout.merge.events.dates import Standing, Told, event_date, is_background, is_vague, majority, status_of
from readout.merge.events.salience import salience
from readout.merge.events.text import clearest
from readout.merge.sources import Sources
from readout.model.ids import content_id
from readout.model.links import SharedHappening
from readout.model.notes import HappeningStatus
from readout.model.record import Conflict, Event, EventDate, Reason, Span
from readout.model.values import Precision, When

_MOST = 10  # events of a story of one report; each further one adds the next
_MORE = 4
_MENTIONED = 0.4  # how a noun scores that is only named in a sentence about something else
_LEAD = 2  # sentences of a report whose happenings are news though nothing dates them


def record_events(happenings: Sequence[SharedHappening], sources: Sources) -> tuple[Event, ...]:
    """The events worth a line, in order of time; those without a date stand last, the most salient first."""
    groups = [group for group in _groups(happenings, sources) if _is_news(*group)]
    made = _told_apart(_once([_event(tellings, because, sources) for tellings, because in groups]))
    most = _MOST + _MORE * len(sources.articles)
    kept = sorted(made, key=lambda event: (-event.salience, event.id))[:most]
    return tuple(sorted(kept, key=_order))


def date_conflicts(happenings: Sequence[SharedHappening], sources: Sources) -> tuple[Conflict, ...]:
    """Where reports date one event differently."""
    return tuple(conflicts([tellings for tellings, _ in _groups(happenings, sources)], sources))


_Group = tuple[list[Told], tuple[Reason, ...]]


def _groups(happenings: Sequence[SharedHappening], sources: Sources) -> Iterator[_Group]:
    standings = {
        article: Standing.of(sources.articles[article], notes, sources.datings[article], sources.origins[article])
        for article, notes in sources.notes.items()
    }
    for shared in happenings:
        yield [_telling(*key, standings, sources) for key in shared.tellings], shared.because


def _telling(article: str, number: int, standings: Mapping[str, Standing], sources: Sources) -> Told:
    happening = sources.notes[article].happenings[number]
    named = (sources.entities.get((article, chain)) for chain in happening.chains)
    return standings[article].told(happening, tuple(name for name in named if name is not None))


def _is_news(tellings: list[Told], _because: tuple[Reason, ...]) -> bool:
    """Whether an event has a date, or several origins tell it, or a report leads with it; and took or takes place."""
    body = [each for each in tellings if not each.headline]
    if not body or all(each.happening.negated for each in body):
        return False
    known = any(each.happening.kind in known_kinds() for each in body)
    lasting = any(each.happening.lasting for each in body)
    origins = {each.origin for each in body}
    acting = any(each.participants or each.place for each in body)
    leads = any(each.sentence < _LEAD and each.happening.score == 1.0 for each in body)
    if any(each.when is not None and not is_vague(each.when) for each in body):
        return known or lasting or leads or len(origins) > 1 or acting
    real = {each.happening.status for each in body} & {HappeningStatus.PAST, HappeningStatus.SCHEDULED}
    if any(each.when is not None for each in body):
        return known and acting and HappeningStatus.SCHEDULED in real
    told_of = any(each.happening.score > _MENTIONED for each in body)
    return known and told_of and bool(real) and acting and (len(origins) > 1 or leads)


def _event(tellings: list[Told], because: tuple[Reason, ...], sources: Sources) -> Event:
    body = [each for each in tellings if not each.headline]
    when = majority(body)
    status = status_of(body, when)
    main = clearest([each for each in body if when is None or _agrees(each.when, when)] or body, status)
    origins: dict[str, float] = {}
    for each in tellings:
        origins[each.origin] = max(origins.get(each.origin, 0.0), each.weight)
    kind: Literal["happening", "state"] = "state" if when is not None and when.end is None else "happening"
    return Event(
        id=_id(tellings, when),
        kind=kind,
        date=event_date(when),
        status=status,
        background=is_background(body, when),
        salience=round(salience(origins, len(set(sources.origins.values()))), 3),
        text=" ".join(main.happening.span.of(main.article.text).split()),
        place=_place(tellings, main),
        participants=_participants(tellings),
        spans=tuple(dict.fromkeys([main.span, *sorted(each.span for each in tellings)])),
        articles=tuple(sorted({each.article.id for each in tellings})),
        origins=tuple(sorted(origins)),
        because=(*because, *_dated_by(body, when, sources)),
    )


def _once(made: Sequence[Event]) -> list[Event]:
    """Without those for which no clause is left that does not tell a more salient one of the same day too."""
    kept: list[Event] = []
    taken = set[tuple[EventDate, Span]]()
    shown = set[tuple[EventDate | None, Span]]()
    for event in sorted(
        made, key=lambda one: (one.date.start is None, -len(one.origins), -len(one.spans), -one.salience, one.id)
    ):
        told = {(event.date, span) for span in event.spans}
        main = event.spans[0]
        repeats = event.date.start is not None and told <= taken
        if repeats or (event.date, main) in shown or (event.date.start is None and (None, main) in shown):
            continue
        kept.append(event)
        taken |= told
        shown |= {(event.date, main), (None, main)}
    return kept


def _agrees(one: When | None, when: When) -> bool:
    return one is not None and one.start is not None and when.start is not None and one.start[:10] == when.start[:10]


def _id(tellings: Sequence[Told], when: When | None) -> str:
    """From what the first report to tell it says: a later report renames nothing."""
    first = min(
        tellings, key=lambda each: (each.headline, each.published or "9999", each.article.id, each.happening.head)
    )
    clause = " ".join(first.happening.span.of(first.article.text).casefold().split())
    day = when.start[:10] if when is not None and when.start is not None else None
    return content_id("ev", first.happening.kind, day, clause)


def _told_apart(made: Sequence[Event]) -> Iterator[Event]:
    """Events with ids of their own: those of one clause on one day have also their spans in it."""
    count = Counter(event.id for event in made)
    seen = Counter[str]()
    for event in sorted(made, key=lambda one: (one.id, one.spans, one.text)):
        seen[event.id] += 1
        again = content_id("ev", event.id, str(seen[event.id]))
        yield event if count[event.id] == 1 else replace(event, id=again)


def _place(tellings: Sequence[Told], main: Told) -> str | None:
    """The place that most tellings print, in the words of the main one where it is theirs."""
    printed = Counter(place for each in tellings if (place := each.place) is not None)
    return max(printed, key=lambda place: (printed[place], place == main.place, len(place), place), default=None)


def _participants(tellings: Sequence[Told]) -> tuple[str, ...]:
    """Those that take part in any telling, the most named first."""
    count = Counter(name for each in tellings for name in set(each.participants))
    return tuple(sorted(count, key=lambda name: (-count[name], name)))


def _dated_by(tellings: Sequence[Told], when: When | None, sources: Sources) -> Iterator[Reason]:
    """What the day was counted from, where the reports print a weekday or the like."""
    day = written(when) if when is not None else None
    if when is None or day is None:
        return
    for each in tellings:
        times = sources.notes[each.article.id].times
        relative = [times[number] for number in each.happening.times if (times[number].value or "").startswith("DCT")]
        if relative and each.published is not None and _agrees(each.when, when):
            words = relative[0].span.of(each.article.text)
            span = Span(each.article.id, relative[0].span.start, relative[0].span.end)
            yield Reason("dated", f"“{words}” in a report of {_written(each.published)} is {day}.", (span,))
            return


def _written(published: str) -> str:
    return written(When(published, published, Precision.DAY)) or published


def _order(event: Event) -> tuple[bool, str, str, float, str]:
    start = event.date.start or event.date.end
    return start is None, start or "", event.date.end or "9999", -event.salience, event.id
