"""Days whose date moves with the year."""

import datetime as dt
import re
from collections.abc import Callable


def holiday(rule: str, year: int) -> dt.date:
    """The day of a rule named in `words/times.toml`: "thanksgiving", "easter-2"."""
    found = re.fullmatch(r"easter([+-]\d+)?", rule)
    if found is not None:
        return easter(year) + dt.timedelta(days=int(found[1] or 0))
    return _RULES[rule](year)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Nature, 20 April 1876)."""
    century = year // 100
    golden = year % 19
    correction = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = correction - (correction // 28) * (1 - (29 // (correction + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - sunday
    month = 3 + (days + 40) // 44
    return dt.date(year, month, days + 28 - 31 * (month // 4))


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _memorial(year: int) -> dt.date:
    last = dt.date(year, 5, 31)
    return last - dt.timedelta(days=last.weekday())


_RULES: dict[str, Callable[[int], dt.date]] = {
    "thanksgiving": lambda year: _nth(year, 11, 3, 4),
    "labor": lambda year: _nth(year, 9, 0, 1),
    "king": lambda year: _nth(year, 1, 0, 3),
    "mothers": lambda year: _nth(year, 5, 6, 2),
    "memorial": _memorial,
}
