"""Values that words in a report stand for: dates, times, amounts, names."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

MONTHS = 12
LEAP_YEAR = 2024  # so that February 29 without a year is a date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which parts may be unknown: "January 10" has no year, "Tuesday" only a weekday.

    `weekday` counts from Monday = 0 (as `datetime.date.weekday`); it may stand beside a day and month and then
    must agree with them once the year is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether year, month and day are all known."""
        return None not in {self.year, self.month, self.day}

    def iso(self) -> str:
        """As in TIMEX3: `2022-01-10`, `2022-01`, `2022`; `XXXX-01-10` where the year is not known."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def to_date(self) -> dt.date | None:
        """The day, if it is fully known and exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @classmethod
    def of(cls, day: dt.date) -> "PartialDate":
        """The full date of a day."""
        return cls(day.year, day.month, day.day)

    def agrees(self) -> bool:
        """Whether the parts can all be true: the day exists in its month, and falls on its weekday."""
        if self.month is None or self.day is None:
            return self.month is None or 1 <= self.month <= MONTHS
        try:
            day = dt.date(LEAP_YEAR if self.year is None else self.year, self.month, self.day)
        except ValueError:
            return False
        return self.year is None or self.weekday is None or day.weekday() == self.weekday

    def complete(self, year: int) -> "PartialDate":
        """The same date in `year`, if its own year is not known; ask `agrees` whether that can be."""
        return self if self.year is not None else replace(self, year=year)


def years_matching(weekday: int, month: int, day: int, near: int) -> tuple[int, ...]:
    """The years, nearest to `near` first, in which the day falls on the weekday: "Tuesday, Jan. 11" was in 2022.

    Eleven years to either side are looked at, in which every day but February 29 falls on every weekday.
    """
    span = sorted(range(near - 11, near + 12), key=lambda year: (abs(year - near), year))
    return tuple(year for year in span if PartialDate(year, month, day, weekday).agrees())


class Precision(StrEnum):
    """How finely a time is told; a week is told by its days, a quarter by its months, a decade by its years."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time, from its first to its last minute, hour, day, month or year, both included.

    Both ends are ISO 8601 as fine as `precision` (`2022-01-10T08:55`, `2022-01-10`, `2022-01`, `2022`). One is None
    where the stretch is open ("since 2014"). `zone` is the offset from UTC of a clock time, where the report gives it.
    """

    start: str | None
    end: str | None
    precision: Precision
    zone: str | None = None


class Qualifier(StrEnum):
    """How an amount relates to the number that is printed."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as a report states it: one `value`, or a range from `low` to `high`.

    `unit` is a canonical name ("dollar", "mile per hour") or the lemma of the noun that is counted ("person").
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None
    unit: str | None = None
