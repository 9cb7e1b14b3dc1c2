"""What happened, day by day: the background before it, what is still to come after it, what has no date last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from readout.model.record import Event, Record
from readout.present import words
from readout.present.moments import interval, publication

MOST_SHOWN = 40  # happenings of the news that stand open; a reader who wants more unfolds them


@dataclass(frozen=True, slots=True)
class Day:
    """Happenings under one date. `rank`: their numbers on the page, in the order of `events`."""

    name: str | None
    weekday: str | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The timeline in its parts. `number`: by which number the picture and the list name each happening."""

    background: tuple[Day, ...]
    past: tuple[Day, ...]
    coming: tuple[Day, ...]
    undated: tuple[Event, ...]
    lesser: tuple[Day, ...]
    number: dict[str, int]

    @property
    def background_count(self) -> int:
        """How many happenings are folded as background."""
        return sum(len(day.events) for day in self.background)

    @property
    def lesser_count(self) -> int:
        """How many happenings are folded because few reports tell them, and late."""
        return sum(len(day.events) for day in self.lesser)


def chronicle(record: Record) -> Chronicle:
    """The record's events in their order in time."""
    last = last_report(record)
    dated = sorted((event for event in record.events if interval(event)), key=_order)
    undated = tuple(sorted((event for event in record.events if not interval(event)), key=_weight))
    news = [event for event in dated if not event.background]
    kept = set(map(attrgetter("id"), sorted(news, key=_weight)[:MOST_SHOWN]))
    shown = [event for event in news if event.id in kept]
    coming = [event for event in shown if _is_ahead(event, last)]
    background = [event for event in dated if event.background]
    past = [event for event in shown if not _is_ahead(event, last)]
    lesser = [event for event in news if event.id not in kept]
    order = (*background, *past, *coming)
    number = {event.id: place for place, event in enumerate(order, 1)}
    return Chronicle(_days(background), _days(past), _days(coming), undated, _days(lesser), number)


def last_report(record: Record) -> float | None:
    """When the last report came out, as far as known."""
    return max(filter(None, map(publication, record.articles)), default=None)


def _is_ahead(event: Event, last: float | None) -> bool:
    """Whether it was still to come when the last report was written."""
    found = interval(event)
    return event.status in {"scheduled", "called_for"} and found is not None and (last is None or found[1] > last)


def _order(event: Event) -> tuple[float, float, float, str]:
    start, end = interval(event) or (0.0, 0.0)
    return start, end, -event.salience, event.id


def _weight(event: Event) -> tuple[float, str]:
    return -event.salience, event.id


def _days(events: Iterable[Event]) -> tuple[Day, ...]:
    days: dict[str | None, list[Event]] = {}
    for event in events:
        days.setdefault(when(event), []).append(event)
    return tuple(Day(name, _weekday(members), tuple(members)) for name, members in days.items())


def _weekday(events: Sequence[Event]) -> str | None:
    start, end = events[0].date.start, events[0].date.end
    full = start is not None and len(start) >= len("2022-01-10")
    return words.weekday(start) if full and (end is None or end[:10] == (start or "")[:10]) else None


def when(event: Event) -> str | None:
    """`11 January 2022`, `10 to 13 January 2022`; None without a date. The hour stands with the happening."""
    start, end = _date(event.date.start), _date(event.date.end)
    if start is None:
        return f"until {words.date(end)}" if end else None
    if end is None:
        return f"since {words.date(start)}"
    if start == end:
        return words.date(start)
    same = start[:7] == end[:7] and len(start) == len(end) == len("2022-01-10")
    return f"{int(start[8:10])}–{words.date(end)}" if same else f"{words.date(start)} to {words.date(end)}"


def hour(event: Event) -> str | None:
    """The time of day, where one is told."""
    start = event.date.start
    return words.time(start.partition("T")[2]) if start and "T" in start else None


def _date(iso: str | None) -> str | None:
    return iso.partition("T")[0] if iso else None
