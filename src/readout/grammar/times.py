"""Time expressions of a text with their values: `find_times` and `resolve`.

`find_times` needs nothing but the text: a mention's value is an expression in the language of `timex_expression`
("DCT <XXXX-WXX-2"), which becomes a TIMEX3 value (`timex3`) or an interval (`resolve`) once the day of publication
is known, without the text.
"""

import datetime as dt
import re
from collections.abc import Sequence

from readout.grammar.narrative import Narrative
from readout.grammar.timex import find_expressions
from readout.grammar.timex_expression import openness, timex3
from readout.grammar.timex_value import bounds, grain
from readout.model.notes import TimeKind, TimeMention
from readout.model.values import PartialDate, Precision, When

__all__ = ["find_times", "resolve", "resolve_all", "timex3"]

_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?([+-]\d\d:\d\d)?")
_UNTIL = re.compile(r" /(\d{4}|\d\d)\b")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T\w\w)?")
_PRECISIONS = {
    "D": Precision.DAY,
    "W": Precision.DAY,
    "WE": Precision.DAY,
    "M": Precision.MONTH,
    "Q": Precision.MONTH,
    "HALF": Precision.MONTH,
    "SEASON": Precision.MONTH,
    "Y": Precision.YEAR,
    "E": Precision.YEAR,
    "C": Precision.YEAR,
}
_LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of `text[start:end]`, in order, none overlapping."""
    told = Narrative(text)
    mentions = (told.mention(expression) for expression in find_expressions(text, start, end))
    return tuple(mention for mention in mentions if mention is not None)


def resolve(mention: TimeMention, published: PartialDate | None = None) -> When | None:
    """The stretch of time that a mention means in a report published on that day.

    None where that cannot be said: a duration, a vague word ("recently"), a weekday in a report without a date.
    """
    if mention.value is None:
        return None
    value = timex3(mention.value, published)
    return None if value is None else _open(_when(value, mention.value), openness(mention.value))


def resolve_all(mentions: Sequence[TimeMention], published: PartialDate | None = None) -> tuple[When | None, ...]:
    """What each mention of one article means; in order.

    Without a day of publication a bare weekday still means the day that the article itself dates in full and that
    falls on it ("Tuesday" beside "Tuesday, Jan. 11, 2022"), where there is one such day only.
    """
    whens = [resolve(mention, published) for mention in mentions]
    dated = {
        when.start for when in whens if when is not None and when.precision is Precision.DAY and when.start == when.end
    }
    for place, mention in enumerate(mentions):
        weekday = _WEEKDAY.fullmatch(timex3(mention.value, published) or "")
        if whens[place] is None and weekday is not None and mention.kind is not TimeKind.SET:
            days = [day for day in dated if day and dt.date.fromisoformat(day).isoweekday() == int(weekday[1])]
            whens[place] = When(days[0], days[0], Precision.DAY) if len(days) == 1 else None
    return tuple(whens)


def _when(value: str, expression: str) -> When | None:
    clock = _CLOCK.fullmatch(value)
    if clock is not None:
        moment = f"{clock[1]}T{clock[2]}:{clock[3]}"
        return When(moment, moment, Precision.HOUR if clock[3] == "00" else Precision.MINUTE, clock[4])
    unit, stretch = grain(value), bounds(value)
    if unit is None or stretch is None:
        return None
    precision = _PRECISIONS[unit]
    first, last = (day.isoformat()[: _LENGTHS[precision]] for day in stretch)
    until = _UNTIL.search(expression)
    if until is not None:
        last = until[1] if len(until[1]) == 4 else f"{last[:8]}{until[1]}"
    return When(first, last, precision)


def _open(when: When | None, side: str | None) -> When | None:
    """The stretch without its end ("since 2014") or its start ("until March")."""
    if when is None or side is None:
        return when
    if side == "since":
        return When(when.start, None, when.precision, when.zone)
    return When(None, when.end, when.precision, when.zone)
