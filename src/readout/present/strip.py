"""The picture above the timeline: days drawn to scale, what lies far off folded at either end.

Places across are percentages, so that the letters keep their size on a phone and on paper; heights are pixels.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.model.record import Event
from readout.present import words
from readout.present.labels import Labels, ReportLabel
from readout.present.moments import day, interval, publication
from readout.present.timeline import Chronicle, last_report

_REACH = 10.0  # days beyond which a happening may be folded; a longer story reaches as far as it is long
_LEFT, _RIGHT = 20.0, 83.0  # where the scale begins and ends if something is folded there
_ROOM = 5.6  # per cent between two dots side by side: on a phone their edges just do not touch
_STEP = 20  # pixels between two dots above each other
_MOST_ROWS = 7
_MOST_FOLDED = 6
_TICKS = 6
_STEPS = (1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 61, 91, 122, 183, 365, 730, 1826, 3652, 7305, 18262)


@dataclass(frozen=True, slots=True)
class Dot:
    """A happening: `x` across (0 to 100), `row` above the axis from 0; `bar`: the stretch it covers, if long."""

    event: Event
    number: int
    x: float
    row: int
    bar: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture; its scale runs from `left` to `right`. `now`: the last report.

    `folds`: (where the break stands, where its label stands, label).
    """

    rows: int
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[float, ...]
    folds: tuple[tuple[float, float, str], ...]
    reports: tuple[tuple[float, ReportLabel], ...]
    now: float | None
    left: float
    right: float

    @property
    def axis(self) -> int:
        """How far below the top the axis lies."""
        return 14 + self.rows * _STEP

    def y(self, dot: Dot) -> int:
        """The middle of a dot."""
        return self.axis - 13 - dot.row * _STEP


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to per cent."""

    first: float
    last: float
    left: float
    right: float

    def x(self, place: float) -> float:
        share = (min(max(place, self.first), self.last) - self.first) / (self.last - self.first)
        return round(self.left + share * (self.right - self.left), 2)


def strip(story: Chronicle, labels: Labels) -> Strip | None:
    """The picture of a story with two dated happenings or more."""
    events = [event for days in (story.background, story.past, story.coming) for d in days for event in d.events]
    published = [(place, report) for report in labels.reports if (place := publication(report.article)) is not None]
    if len(events) < 2:
        return None
    first, last = _window([event for event in events if not event.background] or events, [p for p, _ in published])
    before = [event for event in events if event.background or _lies_before(event, first, last)]
    after = [event for event in events if _span(event)[0] >= last and not event.background]
    inside = [event for event in events if event not in before and event not in after]
    scale = _Scale(first, last, _LEFT if before else 3.0, _RIGHT if after else 97.0)
    dots = [*_folded(before, story, 2.5, scale.left - 4.5), *_stacked(inside, story, scale)]
    dots += _folded(after, story, scale.right + 5, 97.5)
    now = last_report(labels.record)
    return Strip(
        rows=max((dot.row for dot in dots), default=0) + 1,
        dots=tuple(dots),
        ticks=_ticks(scale),
        lines=_lines(scale),
        folds=(*_fold(before, scale.left - 1.5, (scale.left - 3) / 2), *_fold(after, scale.right + 1.5, 91.5)),
        reports=tuple((scale.x(place), report) for place, report in published if first <= place <= last),
        now=scale.x(now) if now is not None and first <= now <= last else None,
        left=scale.left,
        right=scale.right,
    )


def _span(event: Event) -> tuple[float, float]:
    return interval(event) or (0.0, 0.0)


def _lies_before(event: Event, first: float, last: float) -> bool:
    """Whether it ended before the scale begins, or began before it and is told too roughly to be drawn on it."""
    start, end = _span(event)
    return end <= first or (start < first and end - start > 2 * (last - first))


def _window(events: Sequence[Event], published: Sequence[float]) -> tuple[float, float]:
    """The days that are drawn to scale: those around the reports, and on from there without a long gap."""
    spans = [_span(event) for event in events if _span(event)[1] - _span(event)[0] <= _REACH]
    known = spans or [_span(event) for event in events]
    lead = max(events, key=lambda event: (event.salience, event.id))
    low, high = (min(published), max(published)) if published else _span(lead)
    waiting = sorted(known, key=lambda span: max(low - span[1], span[0] - high))
    for start, end in waiting:
        if max(low - end, start - high) <= max(_REACH, high - low):
            low, high = min(low, start), max(high, end)
    return float(int(low)), float(int(high) if high == int(high) and high > low + 1 else int(high) + 1)


def _folded(events: Sequence[Event], story: Chronicle, left: float, right: float) -> list[Dot]:
    """Dots in their order at even distances: no scale where they lie far apart. The weightiest, if they are many."""
    kept = sorted(sorted(events, key=lambda event: -event.salience)[:_MOST_FOLDED], key=_span)
    columns = max(1, int((right - left) // _ROOM) + 1)
    step = (right - left) / max(1, min(len(kept), columns) - 1) if len(kept) > 1 else 0.0
    return [
        Dot(event, story.number[event.id], round(left + step * (place % columns), 2), place // columns, None)
        for place, event in enumerate(kept)
    ]


def _stacked(events: Sequence[Event], story: Chronicle, scale: _Scale) -> list[Dot]:
    """Dots at their day, above each other where they would touch; the weightiest lie lowest."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_MOST_ROWS)]
    dots = []
    for event in sorted(events, key=lambda event: (-event.salience, event.id)):
        start, end = (scale.x(place) for place in _span(event))
        middle = round((start + end) / 2, 2)
        long = _span(event)[1] - _span(event)[0] > 1.01
        reach = (min(start, middle - _ROOM / 2), max(end, middle + _ROOM / 2)) if long else _around(middle)
        row = next((n for n, row in enumerate(taken) if all(b <= reach[0] or reach[1] <= a for a, b in row)), None)
        if row is not None:
            taken[row].append(reach)
            dots.append(Dot(event, story.number[event.id], middle, row, (start, end) if long else None))
    return sorted(dots, key=lambda dot: dot.number)


def _around(middle: float) -> tuple[float, float]:
    return middle - _ROOM / 2, middle + _ROOM / 2


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """Up to six dates, at the middle of their days, at the first of their months or of their years."""
    length = scale.last - scale.first
    step = next((step for step in _STEPS if length / step <= _TICKS), _STEPS[-1])
    if step <= 21:
        places = range(int(scale.first), int(scale.last), step)
        shown = [found for place in places if (found := day(place)) is not None]
        names = [_short(d, shown[n - 1] if n else None) for n, d in enumerate(shown)]
        return tuple(Tick(scale.x(d.toordinal() + 0.5), name) for d, name in zip(shown, names, strict=True))
    months = max(1, round(step / 30.4))
    firsts = _firsts(scale, months)[: _TICKS + 1]
    return tuple(Tick(scale.x(d.toordinal()), _month(d, yearly=months >= 12)) for d in firsts)


def _firsts(scale: _Scale, months: int) -> list[dt.date]:
    """The first of every so many months on the scale."""
    start, end = day(scale.first), day(scale.last - 1)
    if start is None or end is None:
        return []
    counts = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    firsts = (dt.date(count // 12, count % 12 + 1, 1) for count in counts if count % months == 0)
    return [first for first in firsts if first >= start]


def _short(date: dt.date, before: dt.date | None) -> str:
    """`10 Jan`, and where the month goes on `11`."""
    same = before is not None and (before.year, before.month) == (date.year, date.month)
    return str(date.day) if same else f"{date.day} {words.MONTHS[date.month - 1][:3]}"


def _month(date: dt.date, *, yearly: bool) -> str:
    return str(date.year) if yearly else f"{words.MONTHS[date.month - 1][:3]} {date.year}"


def _lines(scale: _Scale) -> tuple[float, ...]:
    """Where the days part, as far as there is room to show it."""
    if scale.last - scale.first > 32:
        return ()
    return tuple(scale.x(float(place)) for place in range(int(scale.first), int(scale.last) + 1))


def _fold(events: Iterable[Event], line: float, label: float) -> tuple[tuple[float, float, str], ...]:
    days = sorted(found for event in events if (found := day(_span(event)[0])) is not None)
    return ((line, label, _range(days[0], days[-1], short=line > 50)),) if days else ()


def _range(first: dt.date, last: dt.date, *, short: bool) -> str:
    """`2008–21`, `2019`; of what is still to come the month: `Mar 2022`."""
    if first.year == last.year:
        return _month(first, yearly=not short or first.month != last.month)
    same = first.year // 100 == last.year // 100
    return f"{first.year}–{last.year % 100:02d}" if same else f"{first.year}–{last.year}"
