"""Values of TIMEX3 ("1998-02-13", "1998-W08", "1989-Q3", "199", "2022-01-11TNI") as stretches of days.

A value names a stretch of the calendar. `bounds` gives its first and last day, `shift` counts from it, `occurrence`
finds the nearest stretch of a recurring kind ("XXXX-WXX-2" is a Tuesday, "XXXX-03" a March, "XXXX-Q3" a third quarter).
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from readout.grammar.holidays import holiday

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("M", re.compile(r"(\d{4})-(\d\d)")),
    ("Y", re.compile(r"(\d{4})")),
    ("E", re.compile(r"(\d{3})X?")),
    ("C", re.compile(r"(\d{2})(?:XX)?")),
    ("WE", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("W", re.compile(r"(\d{4})-W(\d\d)")),
    ("Q", re.compile(r"(\d{4})-Q([1-4])")),
    ("HALF", re.compile(r"(\d{4})-H([12])")),
    ("SEASON", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
)


class Relation(StrEnum):
    """Where an occurrence lies from the day that one counts from; the single signs include that day itself."""

    AT_OR_BEFORE = "<"
    BEFORE = "<<"
    AT_OR_AFTER = ">"
    AFTER = ">>"
    NEAREST = "~"
    NEAR_OR_BEFORE = "~<"
    NEAR_OR_AFTER = "~>"


def date_part(value: str) -> str:
    """The value without its clock time or part of day."""
    return value.split("T", 1)[0]


def grain(value: str) -> str | None:
    """D, W, WE, M, Q, SEASON, HALF, Y, E (decade), C (century); None for a value that is no stretch of days."""
    return next((name for name, form in _FORMS if form.fullmatch(date_part(value))), None)


def bounds(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a value; None for durations, references and partial values."""
    unit = grain(value)
    if unit is None:
        return None
    match = dict(_FORMS)[unit].fullmatch(date_part(value))
    assert match is not None
    try:
        return _BOUNDS[unit](*match.groups())
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    """From the first of a month through `count` months; months past December run into the next year."""
    last = year * 12 + month - 1 + count
    return dt.date(year, month, 1), dt.date(last // 12, last % 12 + 1, 1) - dt.timedelta(days=1)


def _years(first: int, count: int) -> tuple[dt.date, dt.date]:
    return dt.date(first, 1, 1), dt.date(first + count - 1, 12, 31)


def _week(year: str, week: str, first: int = 1) -> tuple[dt.date, dt.date]:
    return dt.date.fromisocalendar(int(year), int(week), first), dt.date.fromisocalendar(int(year), int(week), 7)


_BOUNDS: dict[str, Callable[..., tuple[dt.date, dt.date]]] = {
    "D": lambda y, m, d: (dt.date(int(y), int(m), int(d)), dt.date(int(y), int(m), int(d))),
    "M": lambda y, m: _months(int(y), int(m), 1),
    "Y": lambda y: _years(int(y), 1),
    "E": lambda e: _years(int(e) * 10, 10),
    "C": lambda c: _years(int(c) * 100, 100),
    "W": _week,
    "WE": lambda y, w: _week(y, w, 6),
    "Q": lambda y, q: _months(int(y), int(q) * 3 - 2, 3),
    "HALF": lambda y, h: _months(int(y), int(h) * 6 - 5, 6),
    "SEASON": lambda y, s: _months(int(y), _SEASONS[s], 3),
}


def of_day(day: dt.date, unit: str) -> str:
    """The value of the stretch of kind `unit` in which the day lies."""
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    forms = {
        "Y": f"{day.year:04d}",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "HALF": f"{day.year:04d}-H{(day.month + 5) // 6}",
        "E": f"{day.year // 10:03d}",
        "C": f"{day.year // 100:02d}",
    }
    return forms.get(unit, day.isoformat())


# Days within which a date without a year is taken for the nearest one against the tense; set on tbaq's training half.
NEAR = {Relation.NEAR_OR_BEFORE: 90, Relation.NEAR_OR_AFTER: 60}
_MONTHS_IN = {"M": 1, "Q": 3, "HALF": 6, "Y": 12, "E": 120, "C": 1200}


def shift(value: str, amount: int, unit: str) -> str | None:
    """The value `amount` units on (back, where negative), as fine as the unit: two weeks before a day is a week."""
    stretch = bounds(value)
    if stretch is None:
        return None
    try:
        if unit in _MONTHS_IN:
            return of_day(_month_on(stretch[0], amount * _MONTHS_IN[unit]), unit)
        return of_day(stretch[0] + dt.timedelta(days=amount * (7 if unit == "W" else 1)), unit)
    except (ValueError, OverflowError):
        return None


def _month_on(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)


def years_on(value: str, years: int) -> str | None:
    """The same stretch of another year: the quarter, the month or the day of `years` later."""
    stretch = bounds(value)
    if stretch is None or not re.match(r"\d{4}", value):
        return None
    moved = f"{stretch[0].year + years if grain(value) in {'W', 'WE'} else int(value[:4]) + years:04d}{value[4:]}"
    return moved if bounds(moved) is not None else None


def hours_on(value: str, minutes: int) -> str | None:
    """The clock time `minutes` later; the day itself where the value has no clock time."""
    clock = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(.*)", value)
    if clock is None:
        return date_part(value) if grain(value) == "D" else None
    try:
        moment = dt.datetime.fromisoformat(f"{clock[1]}T{clock[2]}:{clock[3]}") + dt.timedelta(minutes=minutes)
    except (ValueError, OverflowError):
        return None
    return f"{moment:%Y-%m-%dT%H:%M}{clock[4]}"


_MARGIN = 20  # years at the ends of the calendar from which nothing is counted


def occurrence(kind: str, value: str, relation: Relation) -> str | None:
    """The stretch of a recurring kind that lies as `relation` says from `value`; None where there is none."""
    here = bounds(value)
    if here is None or not dt.MINYEAR + _MARGIN < here[0].year < dt.MAXYEAR - _MARGIN:
        return None
    stretches = [(bounds(name), name) for name in _occurrences(kind, here[0])]
    known = [(stretch, name) for stretch, name in stretches if stretch is not None]
    before = [name for (first, last), name in known if last < here[0]]
    at = [name for (first, last), name in known if first <= here[1] and last >= here[0]]
    after = [name for (first, last), name in known if first > here[1]]
    nearest = at[0] if at else min(known, key=lambda item: _distance(item[0], here), default=(None, None))[1]
    if relation in NEAR:
        stretch = bounds(nearest) if nearest else None
        if stretch is not None and _distance(stretch, here) > NEAR[relation]:
            relation = Relation.AT_OR_BEFORE if relation is Relation.NEAR_OR_BEFORE else Relation.AT_OR_AFTER
    match relation:
        case Relation.BEFORE:
            return before[-1] if before else None
        case Relation.AT_OR_BEFORE:
            return (before + at)[-1] if before or at else None
        case Relation.AFTER:
            return after[0] if after else None
        case Relation.AT_OR_AFTER:
            return (at + after)[0] if after or at else None
        case _:
            return nearest


def _distance(stretch: tuple[dt.date, dt.date], here: tuple[dt.date, dt.date]) -> int:
    return max((stretch[0] - here[1]).days, (here[0] - stretch[1]).days, 0)


def _occurrences(kind: str, near: dt.date) -> Iterator[str]:
    """The stretches of a kind around a day, in order."""
    weekday = re.fullmatch(r"XXXX-WXX-([1-7])", kind)
    if weekday is not None:
        days = (near + dt.timedelta(days=off) for off in range(-14, 15))
        yield from (day.isoformat() for day in days if day.isoweekday() == int(weekday[1]))
    elif kind == "XXXX-WXX-WE":
        yield from (f"{of_day(near + dt.timedelta(days=off), 'W')}-WE" for off in (-14, -7, 0, 7, 14))
    elif kind.startswith("XXXX-XX-"):
        yield from (f"{of_day(_month_on(near, off), 'M')}-{kind[-2:]}" for off in (-2, -1, 0, 1, 2))
    elif kind.startswith("XXXX-"):
        reach = 8 if kind == "XXXX-02-29" else 2
        for year in range(near.year - reach, near.year + reach + 1):
            name = kind[5:]
            yield holiday(name, year).isoformat() if name.islower() else f"{year:04d}-{name}"
