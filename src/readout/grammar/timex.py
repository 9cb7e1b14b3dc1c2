"""Finding time expressions in running text, as TIMEX3 marks them: `find_expressions`."""

import re
from dataclasses import dataclass, replace

from readout.grammar import timex_calendar, timex_quarters, timex_relative, timex_span
from readout.grammar.calendar import MONTH, offset
from readout.grammar.clock import ClockMatch, find_clocks
from readout.grammar.dates import DateMatch, find_dates
from readout.grammar.timex_words import Meaning, Rule
from readout.model.notes import TimeKind
from readout.model.text import TextSpan

_RULES: tuple[Rule, ...] = (*timex_calendar.RULES, *timex_quarters.RULES, *timex_relative.RULES, *timex_span.RULES)
_BY_START: dict[str, tuple[Rule, ...]] = {
    start: tuple(rule for rule in _RULES if start in rule.starts)
    for start in {s for rule in _RULES for s in rule.starts}
}
_FIRST_WORD = re.compile(r"(?<![\w$€£#@.])(?:\d|[A-Za-z]+)")
_TO_CLOCK = re.compile(r"(?:,?\s(?:at\s)?(?:around\s|about\s)?|\sat\s)\Z")
_PARTIAL = re.compile(r"DCT \?XXXX(-\d\d(?:-\d\d)?)")
_SHARED_YEAR = re.compile(
    rf"(?:,\s|,?\s(?:and|or|to|through|until)\s|\s?[–-]\s?){MONTH}(?:\s\d\d?)?,?\s((?:1[5-9]|20)\d\d)(?![\w-])"
)
_FROM_CLOCK = re.compile(r"(?:(?:\s\([^()]{4,20}\))?,?\s(?:on\s)?)\Z")


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression and its meaning; the meaning may still count from other expressions of the text."""

    span: TextSpan
    kind: TimeKind
    meaning: str


def find_expressions(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """All time expressions of `text[start:end]`, in order, none overlapping; the longer wins where two begin alike."""
    stop = len(text) if end is None else end
    dates = {match.span.start: match for match in find_dates(text, start, stop) if match.date.day or match.readings}
    found: list[Expression] = []
    place = start
    for word in _FIRST_WORD.finditer(text, start, stop):
        if word.start() < place:
            continue
        best = _longest(text, word, stop, dates.get(word.start()))
        if best is not None and best.span.start >= place:
            found.append(_with_shared_year(text, best))
            place = best.span.end
    return _with_clocks(text, found, find_clocks(text, start, stop))


def _with_shared_year(text: str, expression: Expression) -> Expression:
    """A month or day whose year stands behind the next one: "between June and July 2016"."""
    partial = _PARTIAL.match(expression.meaning)
    shared = _SHARED_YEAR.match(text, expression.span.end) if partial else None
    if partial is None or shared is None:
        return expression
    return replace(expression, meaning=f"{shared[1]}{partial[1]}{expression.meaning[partial.end() :]}")


def _longest(text: str, word: re.Match[str], stop: int, date: DateMatch | None) -> Expression | None:
    best = None if date is None else _of_date(date)
    key = "#" if word[0].isdigit() else word[0].lower()
    for rule in _BY_START.get(key, ()):
        match = rule.pattern.match(text, word.start(), stop)
        if match is None or (best is not None and match.end() <= best.span.end):
            continue
        meaning = rule.read(match)
        if meaning is not None:
            best = _of_rule(match, meaning)
    return best


def _of_rule(match: re.Match[str], meaning: Meaning) -> Expression:
    return Expression(TextSpan(match.start() + meaning.skip, match.end()), meaning.kind, meaning.expression)


def _of_date(match: DateMatch) -> Expression | None:
    """A calendar date as an expression; a range keeps its last day behind a slash, as ISO 8601 writes intervals."""
    if match.readings:
        return Expression(match.span, TimeKind.DATE, "XXXX" if match.date.year is None else str(match.date.year))
    first = match.date.iso()
    meaning = first if match.date.year is not None else f"DCT ?{first}"
    if match.until is not None:
        meaning += f" /{match.until.iso()[-2:]}"
    return Expression(match.span, TimeKind.DATE, meaning)


def _with_clocks(text: str, expressions: list[Expression], clocks: list[ClockMatch]) -> list[Expression]:
    """The expressions together with clock times: one expression where the two stand side by side."""
    items: list[Expression | ClockMatch] = [*expressions, *clocks]
    items.sort(key=lambda item: (item.span.start, -item.span.end))
    merged: list[Expression] = []
    pending: ClockMatch | None = None
    for item in items:
        if isinstance(item, ClockMatch):
            if pending is not None and _repeats(text, pending, item):
                merged[-1] = replace(merged[-1], meaning=_with_offset(merged[-1].meaning, pending, item))
                continue
            if merged and item.span.start < merged[-1].span.end:
                continue
            if merged and _joins(text, merged[-1], item):
                merged[-1] = _timed(merged[-1], item)
                pending = item
            else:
                merged.append(Expression(item.span, TimeKind.TIME, f"DAYREF :T{item.iso()}"))
                pending = item
            continue
        if merged and item.span.start < merged[-1].span.end:
            continue
        if merged and pending is not None and merged[-1].span == pending.span and _led_by(text, pending, item):
            merged[-1] = _timed(item, pending)
        else:
            merged.append(item)
        pending = None
    return merged


def _repeats(text: str, clock: ClockMatch, other: ClockMatch) -> bool:
    """Read "8:55 a.m. (07:55 GMT)": the second says the first once more, in another zone."""
    return text[clock.span.end : other.span.start].strip() == "(" and text[other.span.end : other.span.end + 1] == ")"


def _with_offset(meaning: str, clock: ClockMatch, other: ClockMatch) -> str:
    """The meaning with the offset that the second clock time lends the first."""
    known = None if other.zone is None or clock.zone is not None else offset(other.zone)
    if known is None:
        return meaning
    sign = -1 if known[0] == "-" else 1
    minutes = sign * (int(known[1:3]) * 60 + int(known[4:])) + clock.hour * 60 + clock.minute
    minutes = (minutes - other.hour * 60 - other.minute + 720) % 1440 - 720
    mark = "-" if minutes < 0 else "+"
    return f"{meaning}{mark}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _takes_clock(expression: Expression) -> bool:
    """Whether the expression is one day, of which a clock time can be told."""
    meaning = expression.meaning
    day = "XXXX-WXX-" in meaning or re.search(r"\d\d-\d\d\b|D\b", meaning)
    return (
        bool(day) and expression.kind in {TimeKind.DATE, TimeKind.TIME} and "WE" not in meaning and "/" not in meaning
    )


def _joins(text: str, expression: Expression, clock: ClockMatch) -> bool:
    between = text[expression.span.end : clock.span.start]
    return _takes_clock(expression) and len(between) < 14 and _TO_CLOCK.match(between) is not None


def _led_by(text: str, clock: ClockMatch, expression: Expression) -> bool:
    between = text[clock.span.end : expression.span.start]
    return _takes_clock(expression) and len(between) < 28 and _FROM_CLOCK.match(between) is not None


def _timed(expression: Expression, clock: ClockMatch) -> Expression:
    span = TextSpan(min(expression.span.start, clock.span.start), max(expression.span.end, clock.span.end))
    meaning = re.sub(r" :T\w+$", "", expression.meaning)
    return Expression(span, TimeKind.TIME, f"{meaning} :T{clock.iso()}")
