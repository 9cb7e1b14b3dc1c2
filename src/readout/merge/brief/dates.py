"""Dates for the days that a report tells by its own day of publication ("Tuesday", "last month")."""

import datetime as dt
import re

from readout.grammar.calendar import FULL_MONTHS
from readout.merge.brief.context import Context
from readout.merge.brief.sentences import Telling
from readout.merge.brief.wording import Put, Wording
from readout.model.notes import TimeMention
from readout.model.record import Span
from readout.model.text import TextSpan
from readout.model.values import Precision, When

MONTHS = tuple(name.capitalize() for name in FULL_MONTHS)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DAY = re.compile(
    rf"(?P<on>\bon )?(?:\b(?P<part>early|late) )?(?:\b(?:this|last|next|this past|this coming) )?"
    rf"\b(?P<day>{_DAYS}|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b"
    rf"(?: (?P<hour>morning|afternoon|evening|night)\b)?(?P<of>['’]s\b)?"
    rf"(?P<more>,? (?:the |\(|[A-Z][a-z]{{2,8}}\.? )\d)?"
)
_MONTH = re.compile(
    r"\b(?P<rest>earlier |later )?(?P<which>last|this|next) (?P<unit>month|year)\b(?P<of>['’]s\b)?", re.IGNORECASE
)
_WEEK = re.compile(r"\b(?P<rest>earlier |later )?(?:last|this|next) week\b(?!['’]s)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\b(?:on|by|until|till|since|from|before|after|through|for|of|between|and|to|the|a|this|every|each|next|last|as|late|early|than|to)|['’]s)\s+\Z",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight"
    r"|(?:this|last|next) (?:morning|afternoon|evening|week|weekend|month|year))\b",
    re.IGNORECASE,
)

_NO_DAY = re.compile(r"\b(?:yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def dated(telling: Telling, wording: Wording, context: Context) -> Wording:
    """The sentence with dates for its weekdays, months and years, as far as the record knows them.

    What stands inside a quotation stays as it was said.
    """
    for time, when in context.times[telling.article]:
        inside = telling.span.start <= time.span.start and time.span.end <= telling.span.end
        if not inside or when is None or telling.is_quoted(time.span.start, time.span.end):
            continue
        put = next((made for tell in (_day, _week, _month) if (made := tell(telling, time, when, context))), None)
        clear = put is not None and not any(put.span.overlaps(other.span) for other in wording.puts)
        if put is not None and clear and wording.keeps(put.span.start, put.span.end):
            wording = wording.having(put)
    return wording


def undated(telling: Telling, wording: Wording, context: Context) -> bool:
    """Whether a day is left that nobody can place who reads it later ("today"; "this week" where a date is known)."""
    pattern = _UNNAMED if context.articles[telling.article].published.date else _NO_DAY
    put = [one.span for one in wording.puts]
    return any(
        wording.keeps(*found.span())
        and not telling.is_quoted(*found.span())
        and not any(span.start <= found.start() < span.end for span in put)
        for found in pattern.finditer(telling.text, telling.span.start, telling.span.end)
    )


def _day(telling: Telling, time: TimeMention, when: When, context: Context) -> Put | None:
    day = (when.start or "")[:10]
    if when.precision not in {Precision.DAY, Precision.HOUR, Precision.MINUTE} or day != (when.end or "")[:10]:
        return None
    found = next(
        (
            one
            for one in _DAY.finditer(telling.text, telling.span.start, telling.span.end)
            if one.start() < time.span.end and time.span.start < one.end()
        ),
        None,
    )
    if found is None or found["more"] or not _stands_alone(telling, found):
        return None
    if telling.text[telling.span.start : found.start()].endswith(" for "):
        return None  # pay "for Tuesday": past or to come, the words around do not tell
    published = context.articles[telling.article].published.date
    if published and day < published and _looks_ahead(telling, time.span):
        return None
    words = _day_words(telling, found, _spoken(day, context))
    return Put(TextSpan(*found.span()), words, _evidence(telling, time, day, context))


def _looks_ahead(telling: Telling, span: TextSpan) -> bool:
    """Whether a time hangs on what is still to be done ("ready to bring them back on Sunday"): no past day is meant."""
    tree = telling.tree
    inside = tree.within(span.start, span.end)
    for place in tree.above(inside[0]) if inside else ():
        if tree.words[place].tag not in {"VERB", "AUX"}:
            continue
        below = {tree.forms[one] for one in tree.children(place) if tree.words[one].relation in {"mark", "aux"}}
        return (
            bool(below & {"to", "will", "would", "can", "could", "may", "might", "should", "must", "shall"})
            and "have" not in below
        )
    return False


def left_over(telling: Telling, wording: Wording) -> bool:
    """Whether a weekday is left without its date."""
    put = [one.span for one in wording.puts]
    return any(
        wording.keeps(*found.span())
        and not found["more"]
        and not telling.is_quoted(*found.span())
        and not any(span.start <= found.start("day") < span.end for span in put)
        for found in _DAY.finditer(telling.text, telling.span.start, telling.span.end)
    )


def _stands_alone(telling: Telling, found: re.Match[str]) -> bool:
    """Whether the day is no part of a name or of a date that is printed in full."""
    after = telling.text[found.end() : found.end() + 12]
    return re.match(r",? (?:[A-Z][a-z]{2,8}\.? \d|\d)", after) is None and re.match(r" [A-Z]", after) is None


def _day_words(telling: Telling, found: re.Match[str], day: str) -> str:
    """The date as it fits the words around: "on January 11", "the January 10 talks", "the evening of January 9"."""
    before = telling.text[telling.span.start : found.start()]
    placed = _BEFORE.search(before) is not None
    if found["of"]:
        return day if placed and re.search(r"\b(?:the|this|last|next)\s+\Z", before, re.IGNORECASE) else f"the {day}"
    hour = "night" if found["day"].casefold() == "tonight" else found["hour"]
    if hour:
        day = f"the {hour} of {day}"
    preposition = "" if placed and not found["on"] else "on "
    return f"{found['part']} {preposition}{day}" if found["part"] and preposition else f"{preposition}{day}"


def _spoken(day: str, context: Context) -> str:
    """A day as it is printed; with its year, where that is not the story's."""
    date = dt.date.fromisoformat(day)
    words = f"{MONTHS[date.month - 1]} {date.day}"
    return words if str(date.year) == _year(context) else f"{words}, {date.year}"


def _year(context: Context) -> str:
    years = [article.published.date[:4] for article in context.record.articles if article.published.date]
    return max(years, default="")


def _week(telling: Telling, time: TimeMention, when: When, context: Context) -> Put | None:
    found = _WEEK.search(telling.text, time.span.start, min(time.span.end + 2, telling.span.end))
    if found is None or when.precision is not Precision.DAY or when.start is None or when.start == when.end:
        return None
    before = telling.text[telling.span.start : found.start()]
    week = f"the week of {_spoken(when.start, context)}"
    words = week if _BEFORE.search(before) is not None else f"in {week}"
    evidence = _evidence(telling, time, when.start, context)
    return Put(TextSpan(*found.span()), f"{found['rest'].lower()}in {week}" if found["rest"] else words, evidence)


def _month(telling: Telling, time: TimeMention, when: When, context: Context) -> Put | None:
    if when.precision not in {Precision.MONTH, Precision.YEAR} or when.start is None or when.start != when.end:
        return None
    found = _MONTH.search(telling.text, time.span.start, min(time.span.end + 2, telling.span.end))
    if found is None or found.end() < time.span.end:
        return None
    year, _, month = when.start.partition("-")
    if (found["unit"].casefold() == "month") != bool(month):
        return None
    name = MONTHS[int(month) - 1] if month else year
    if month and year != _year(context):
        name = f"{name} {year}"
    before = telling.text[telling.span.start : found.start()]
    if found["of"]:
        words = f"the {name}"
    elif _BEFORE.search(before) is not None or re.search(r"\b(?:in|during|earlier|later)\s+\Z", before):
        words = name
    else:
        words = f"in {name}"
    rest = (found["rest"] or "").casefold()
    return Put(
        TextSpan(*found.span()), f"{rest}in {name}" if rest else words, _evidence(telling, time, when.start, context)
    )


def _evidence(telling: Telling, time: TimeMention, day: str, context: Context) -> Span:
    """Where a report prints the date: this one first; else its day of publication; else the words themselves."""
    own = Span(telling.article, time.span.start, time.span.end)
    for name in sorted(context.times, key=lambda one: (one != telling.article, one)):
        for other, when in context.times[name]:
            printed = other.span.of(context.articles[name].text)
            if when is not None and when.start == when.end == day and _tells(printed, day):
                return Span(name, other.span.start, other.span.end)
    published = context.articles[telling.article].published
    return published.spans[0] if published.spans else own


def _tells(printed: str, day: str) -> bool:
    """Whether a printed date names the month, or the year, and the day itself."""
    year, month, number = (*day.split("-"), "", "")[:3]
    parts = re.findall(r"\d+|[A-Za-z]+", printed)
    if not month:
        return year in parts
    named = any(part[:3] == MONTHS[int(month) - 1][:3] for part in parts) or (year in parts and month in parts)
    return named and (not number or str(int(number)) in [part.lstrip("0") for part in parts])
