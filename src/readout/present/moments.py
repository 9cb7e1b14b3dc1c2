"""ISO dates of any precision as places on an axis of days."""

import calendar
import datetime as dt
import re

from readout.model.record import ArticleEntry, Event

_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2})(?::(\d{2}))?.*)?$")
_HOURS = 24.0


def interval(event: Event) -> tuple[float, float] | None:
    """From when to when, in days since the year 1; an open end counts as the end that is known."""
    first, last = event.date.start or event.date.end, event.date.end or event.date.start
    start, end = _stretch(first), _stretch(last)
    if start is None or end is None:
        return None
    return start[0], max(end[1], start[1])


def publication(article: ArticleEntry) -> float | None:
    """When a report came out: noon where the day alone is known; nothing where not even that is."""
    date, time = article.published.date, article.published.time
    if date is None or len(date) < len("2022-01-10"):
        return None
    stretch = _stretch(f"{date}T{time[:5]}" if time else date)
    return None if stretch is None else (stretch[0] + stretch[1]) / 2


def day(place: float) -> dt.date | None:
    """The day in which a place on the axis lies."""
    return dt.date.fromordinal(int(place)) if 1 <= place < dt.date.max.toordinal() else None


def _stretch(iso: str | None) -> tuple[float, float] | None:
    """The first and the last instant of a date or time."""
    found = _ISO.match(iso or "")
    if found is None:
        return None
    year, month, number, hour, minute = (None if part is None else int(part) for part in found.groups())
    try:
        if month is None:
            return _days(dt.date(year or 0, 1, 1), dt.date(year or 0, 12, 31))
        if number is None:
            last = calendar.monthrange(year or 0, month)[1]
            return _days(dt.date(year or 0, month, 1), dt.date(year or 0, month, last))
        at = dt.date(year or 0, month, number)
    except ValueError:
        return None
    if hour is None:
        return _days(at, at)
    instant = at.toordinal() + (hour + (minute or 0) / 60) / _HOURS
    return instant, instant


def _days(first: dt.date, last: dt.date) -> tuple[float, float]:
    return float(first.toordinal()), float(last.toordinal() + 1)
