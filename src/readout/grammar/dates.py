"""Calendar dates in text, full or partial, with the clock time beside them: `find_dates`.

Finds what is written as a date of the calendar ("Tuesday, Jan. 11, 2022", "10th of March", "2022-01-11T07:23:00Z",
"Monday"); expressions that count from elsewhere ("last month", "two days later") are the business of `timex`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from readout.grammar.calendar import (
    ANY_CASE_MONTH,
    ANY_WEEKDAY,
    COUNTED,
    FULL_MONTHS,
    MONTH,
    WEEKDAY,
    either,
    month_number,
    weekday_number,
)
from readout.grammar.clock import ClockMatch, clock_after, clock_before, find_clocks
from readout.model.text import TextSpan
from readout.model.values import MONTHS, PartialDate


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date as written. Both spans are exact; `time_span` may stand before `span` or after it, or in it.

    `until` is the last day of a range ("June 29-30"). `readings` holds both dates of a numeric form whose order of
    day and month is open ("11/01/2022"); `date` then knows only what they share. `time` is ISO 8601.
    """

    span: TextSpan
    date: PartialDate
    time: str | None = None
    time_span: TextSpan | None = None
    until: PartialDate | None = None
    readings: tuple[PartialDate, ...] = ()


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d{2}"
_YEAR_END = r"(?![\d%]|[.,]\d|-\d)"
_TO = r"(?:\s?[-–—/]\s?|\s(?:to|and|through|until)\s)"
_NOT_A_COUNT = r"(?![\w%]|[.,:/]\d|\s(?:percent|per\scent|million|billion|miles|kilomet(?:er|re)s|km)\b)"
_MONTH_CUE = r"(?:in|since|until|till|by|from|during|through|of|to|before|after|last|next|this|early|late)\s|mid-"
_YEAR_CUE = r"(?:in|since|until|till|by|from|during|through|before|after|early|late|between)\s(?:the\syear\s)?|mid-"
_CUES = {cue: re.compile(rf"(?<!\w)(?i:{words})\Z") for cue, words in (("month", _MONTH_CUE), ("year", _YEAR_CUE))}
_CUE_REACH = 18  # characters; no cue is longer than "between the year "
_UNIT = rf"(?:{either(COUNTED)})"


def _lead(form: int) -> str:
    """A weekday before the date."""
    return rf"(?:(?P<w{form}>{ANY_WEEKDAY})(?:,?\s+(?:the\s+)?|,|\s?[-–]\s?))?"


def _trail(form: int) -> str:
    """A weekday in brackets after the date."""
    return rf"(?:\s?\((?P<t{form}>{ANY_WEEKDAY})\))?"


def _last(form: int) -> str:
    """The last day of a range, before or after its month."""
    return rf"(?:{_TO}(?P<u{form}>{_DAY}){_ORDINAL}(?![\d%]|[.,:]\d|\s[a-z]+s\b))?"


_ISO = r"(?P<y1>(?:1[5-9]|20)\d\d)(?P<s1>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=s1)(?P<d1>3[01]|[12]\d|0?[1-9])(?!\d|[-/.]\d)"
_NUMERIC = (
    rf"{_lead(2)}(?P<a2>\d\d?)(?P<s2>[./-])(?P<b2>\d\d?)(?P=s2)(?P<y2>(?:1[5-9]|20)\d\d|\d\d)"
    r"(?!\d|[./:-]\d|%|[a-zA-SU-Z])"
)
_DAY_MONTH = (
    rf"{_lead(3)}(?:(?P<f3>{_DAY}){_ORDINAL}{_TO})?(?P<d3>{_DAY}){_ORDINAL}(?:\s+of\s+|\s+|-)"
    rf"(?:(?P<m3>{MONTH})|(?P<l3>(?i:{ANY_CASE_MONTH}))(?=,?[\s-]+{_YEAR}\b))(?!\w)(?:(?:,?\s+|-|/)(?P<y3>{_YEAR}){_YEAR_END})?"
    rf"{_trail(3)}"
)
_MONTH_DAY = (
    rf"{_lead(4)}(?:(?P<m4>{MONTH})|(?P<l4>(?i:{ANY_CASE_MONTH}))(?=\s+\d\d?{_ORDINAL},?\s+{_YEAR}\b))"
    rf"(?:\s+(?:the\s+)?|-)(?P<d4>{_DAY}){_ORDINAL}{_NOT_A_COUNT}{_last(4)}"
    rf"(?:(?:\s?,\s*|\s+|-)(?P<y4>{_YEAR}){_YEAR_END})?{_trail(4)}"
)
_CTIME = rf"{_lead(5)}(?P<m5>{MONTH})\s+(?P<d5>{_DAY})\s+(?P<c5>\d\d:\d\d(?::\d\d)?(?:\s[A-Z]+)?)\s+(?P<y5>{_YEAR})\b"
_MONTH_YEAR = rf"(?P<m6>{MONTH})(?:\s?,\s*|\s+of\s+|\s+|-)(?P<y6>{_YEAR})(?![\d%]|[.,]\d|\s(?:{_UNIT})\b)"
_BARE_MONTH = rf"(?P<m7>{MONTH})(?!\w|-\d|\s[A-Z])"
_BARE_YEAR = rf"(?P<y8>(?:1[89]|20)\d\d)(?![\w%]|[.,]\d|[:/]\d|\s(?:{_UNIT})\b)"
_BARE_WEEKDAY = rf"(?P<w9>{WEEKDAY})(?!\w|\s(?:the\s13th|[A-Z][a-z]+\sMass\b))"
_FORMS = {
    "iso": _ISO,
    "numeric": _NUMERIC,
    "ctime": _CTIME,
    "day_month": _DAY_MONTH,
    "month_day": _MONTH_DAY,
    "month_year": _MONTH_YEAR,
    "month": _BARE_MONTH,
    "year": _BARE_YEAR,
    "weekday": _BARE_WEEKDAY,
}
_FORM = "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items())
_LOWER = either(sorted({month[:3] for month in FULL_MONTHS}))
_START = rf"(?<![\w$€£#])(?=\d(?<!\d[.,:/-]\d)|[JFMASONDTW]|(?:{_LOWER}))"  # spares most places the forms below
_DATE = re.compile(rf"{_START}(?:{_FORM})")
_PIVOT = 69  # two-digit years up to it are of this century, as POSIX reads them
_NAMES_TOO = frozenset({"may", "april", "june"})
_NAME_CUES = frozenset({"to", "of", "by", "from", "before", "after"})


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMatch]:
    """All dates in `text[start:end]`, in order, none overlapping; offsets are into the whole text."""
    stop = len(text) if end is None else end
    matches: list[DateMatch] = []
    used = start
    for found in _DATE.finditer(text, start, stop):
        match = _READERS[str(found.lastgroup)](found) if found.start() >= used else None
        if match is not None:
            matches.append(_with_clock(text, match, used, stop))
            used = max(matches[-1].span.end, matches[-1].time_span.end if matches[-1].time_span else 0)
    return matches


def _with_clock(text: str, match: DateMatch, start: int, stop: int) -> DateMatch:
    """The date with the clock time that stands after it, or else before it."""
    if match.time_span is not None or (match.date.day is None and match.date.weekday is None):
        return match
    clock = clock_after(text, match.span.end, stop) or clock_before(text, match.span.start, start)
    return match if clock is None else _timed(match, clock)


def _timed(match: DateMatch, clock: ClockMatch) -> DateMatch:
    return replace(match, time=clock.iso(match.date.to_date()), time_span=clock.span)


def _span(found: re.Match[str]) -> TextSpan:
    return TextSpan(found.start(), found.end())


def _number(found: re.Match[str], group: str) -> int | None:
    return None if found[group] is None else int(found[group])


def _weekday(found: re.Match[str], *groups: str) -> int | None:
    words = [found[group] for group in groups if found[group] is not None]
    return weekday_number(words[0]) if words else None


def _sound(match: DateMatch) -> DateMatch | None:
    """The match, if its day exists (a weekday that disagrees is left for the reader to see)."""
    ends = [end for end in (match.date, match.until) if end is not None]
    return match if all(replace(end, weekday=None).agrees() for end in ends) else None


def _read_iso(found: re.Match[str]) -> DateMatch | None:
    return _sound(DateMatch(_span(found), PartialDate(int(found["y1"]), int(found["m1"]), int(found["d1"]))))


def _read_numeric(found: re.Match[str]) -> DateMatch | None:
    """Day and month in the order that the separator and the numbers allow: points mean day first."""
    year = int(found["y2"])
    if len(found["y2"]) == 2:
        if found["s2"] != "/":
            return None  # "10.5.22" and "10-11-12" are scores, versions and telephone numbers
        year += 2000 if year <= _PIVOT else 1900
    first, second = int(found["a2"]), int(found["b2"])
    weekday = _weekday(found, "w2")
    orders = [(second, first)] if found["s2"] == "." else [(first, second), (second, first)]
    dates = dict.fromkeys(PartialDate(year, month, day, weekday) for month, day in orders if month <= MONTHS and day)
    readings = tuple(date for date in dates if date.month and date.agrees())
    if not readings:
        return None
    if len(readings) == 1:
        return DateMatch(_span(found), readings[0])
    return DateMatch(_span(found), PartialDate(year, weekday=weekday), readings=readings)


def _read_day_month(found: re.Match[str]) -> DateMatch | None:
    year, month = _number(found, "y3"), month_number(found["m3"] or found["l3"])
    weekday, day, first = _weekday(found, "w3", "t3"), int(found["d3"]), _number(found, "f3")
    if first is None:
        return _sound(DateMatch(_span(found), PartialDate(year, month, day, weekday)))
    return _sound(
        DateMatch(_span(found), PartialDate(year, month, first, weekday), until=PartialDate(year, month, day))
    )


def _read_month_day(found: re.Match[str]) -> DateMatch | None:
    year, month = _number(found, "y4"), month_number(found["m4"] or found["l4"])
    last = _number(found, "u4")
    date = PartialDate(year, month, int(found["d4"]), _weekday(found, "w4", "t4"))
    return _sound(DateMatch(_span(found), date, until=None if last is None else PartialDate(year, month, last)))


def _read_ctime(found: re.Match[str]) -> DateMatch | None:
    """`Tue Jan 11 14:05:00 EST 2022`, as machines print it."""
    date = PartialDate(int(found["y5"]), month_number(found["m5"]), int(found["d5"]), _weekday(found, "w5"))
    clocks = find_clocks(found.string, found.start("c5"), found.end("c5"))
    match = _sound(DateMatch(_span(found), date))
    return _timed(match, clocks[0]) if match and clocks else match


def _read_month_year(found: re.Match[str]) -> DateMatch | None:
    return DateMatch(_span(found), PartialDate(int(found["y6"]), month_number(found["m6"])))


def _cue(found: re.Match[str], kind: str) -> str | None:
    """The preposition before a bare month or year, without which it may be a name or a number."""
    cue = _CUES[kind].search(found.string, max(0, found.start() - _CUE_REACH), found.start())
    return None if cue is None else cue[0].rstrip().lower()


def _read_month(found: re.Match[str]) -> DateMatch | None:
    """A month after a preposition; some months are first names and surnames too, so not after "to" or "by"."""
    cue = _cue(found, "month")
    if cue is None or (cue in _NAME_CUES and found["m7"].lower() in _NAMES_TOO):
        return None
    return DateMatch(_span(found), PartialDate(month=month_number(found["m7"])))


def _read_year(found: re.Match[str]) -> DateMatch | None:
    return DateMatch(_span(found), PartialDate(int(found["y8"]))) if _cue(found, "year") else None


def _read_weekday(found: re.Match[str]) -> DateMatch | None:
    return DateMatch(_span(found), PartialDate(weekday=weekday_number(found["w9"])))


_READERS: dict[str, Callable[[re.Match[str]], DateMatch | None]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "ctime": _read_ctime,
    "day_month": _read_day_month,
    "month_day": _read_month_day,
    "month_year": _read_month_year,
    "month": _read_month,
    "year": _read_year,
    "weekday": _read_weekday,
}
