"""The day a report was published, and how that is known: stated, in the metadata, or inferred from its dated words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from readout.clean.datelines import Dateline
from readout.grammar.clock import find_clocks
from readout.grammar.dates import DateMatch, find_dates
from readout.model.text import Block, DateSource, Dating, Page, Role, TextSpan
from readout.model.values import PartialDate

_UPDATED = re.compile(r"\b(?:updated?|modified|edited|amended|revised|changed)\b[^|•·\n]{0,30}$", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|originally) (?:published|posted)[^|\n]{0,12}$", re.IGNORECASE)
_CLOCK_GAP = 8  # characters between a date and its time: " / ", " | ", " - at "
_LABELLED = re.compile(
    r"\W*(?:(?:first |last )?(?:published|posted|updated|modified|created|printed)|date)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be|is to|are to|due|scheduled|set for|expected|planned|"
    r"plans?|upcoming|next|ahead of|before|until|by|from|starting|beginning|between|"
    r"reserved for|followed by|deadline)\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"^\W*(?:file|archive|library)\b|\bfile\)?$|\bfile (?:photo|picture|image)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘])")
_ON = re.compile(r"\bon (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\(?$", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"['’]s? |-|\s(?!and|in|at|with|as|when|after|before|by|to|for|from|that|but|"
    r"or|while|of|over|he|she|it|they|the|a|an|said|were|was|is|are|has|have|had)[a-z]+"
)
_SOON_DAYS = 10
_SENTENCE_REACH = 400  # characters; longer than sentences get
_LEAD = 4  # paragraphs in which a report tells what is new; a day named there in the past is the day it was written


def find_dating(page: Page, blocks: Sequence[Block], dateline: Dateline | None) -> Dating:
    """What the article alone says of its day of publication."""
    stated = _stated(page.text, blocks, dateline)
    if stated is not None and stated.date is not None and stated.date.is_full:
        return stated
    metadata = _from_metadata(page)
    if metadata is not None:
        return metadata
    if stated is not None:
        return _with_year(stated, page.text, blocks)
    told = _body_dates(page.text, blocks)
    return _from_captions(page.text, blocks, told) or _from_lead(page.text, blocks, told) or Dating()


def _stated(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Dating | None:
    """The date printed as the article's own: the first publication before an update, a line before a dateline."""
    body = [block for block in blocks if block.role is Role.PARAGRAPH]
    lines = [block for block in blocks if block.role is Role.DATE]
    if body:
        above = [block for block in lines if block.start < body[-1].start]
        below = [block for block in lines if block not in above and _LABELLED.match(block.span.of(text))]
        lines = above + below  # a bare date below the text may belong to a correction or to another story
    found = [(match, block) for block in lines for match in find_dates(text, block.start, block.end) if _is_day(match)]
    timed = {match.date for match, _ in found if match.time}  # the same day printed again without its hour is a copy
    found = [(match, block) for match, block in found if match.time or match.date not in timed]
    first = [pair for pair in found if not _UPDATED.search(text[pair[1].start : _begin(pair[0])])]
    foremost = [pair for pair in first if _FIRST.search(text[pair[1].start : _begin(pair[0])])]
    chosen = next(iter(foremost or first or found), None)
    if chosen is not None:
        match = _with_clock(chosen[0], chosen[1], text, lines)
        return _dating(match, DateSource.STATED, _readable(match, text, blocks))
    if dateline is not None and dateline.date is not None:
        return _dating(dateline.date, DateSource.STATED)
    return None


def _with_clock(match: DateMatch, block: Block, text: str, lines: Sequence[Block]) -> DateMatch:
    """A date with the time that stands apart from it: behind a bar on its line, or alone on the line below."""
    if match.time is not None:
        return match
    following = [each for each in lines if each.start >= block.end and not text[block.end : each.start].strip()]
    for place, reach in (
        (TextSpan(match.span.end, block.end), _CLOCK_GAP),
        *((each.span, 2) for each in following[:1]),
    ):
        clock = next(iter(find_clocks(text, place.start, place.end)), None)
        if clock is not None and clock.span.start - place.start <= reach:
            return replace(match, time=clock.iso(match.date.to_date()), time_span=clock.span)
    return match


def _dating(match: DateMatch, source: DateSource, date: PartialDate | None = None) -> Dating:
    spans = [match.span] if match.time_span is None else sorted([match.span, match.time_span])
    merged = [spans[0]]
    for left, right in pairwise(spans):
        merged[-1:] = [TextSpan(left.start, max(left.end, right.end))] if right.start <= left.end + 6 else [left, right]
    return Dating(date or match.date, match.time, source, tuple(merged))


def _readable(match: DateMatch, text: str, blocks: Sequence[Block]) -> PartialDate:
    """A numeric date whose order is open, settled by the article's other dates where they speak for one reading."""
    if not match.readings:
        return match.date
    near = [
        each.date for block in blocks for each in find_dates(text, block.start, block.end) if each.span != match.span
    ]
    votes = Counter({reading: sum(_fits(reading, other) for other in near) for reading in match.readings})
    best, second = [*votes.most_common(), (None, 0)][:2]
    return best[0] if best[1] > second[1] and best[0] is not None else match.date


def _fits(reading: PartialDate, other: PartialDate) -> bool:
    same_year = other.year is None or other.year == reading.year
    return same_year and other.month == reading.month and other.day is not None


def _from_metadata(page: Page) -> Dating | None:
    if page.metadata.published is None:
        return None
    matches = [match for match in find_dates(page.metadata.published) if match.date.is_full]
    return Dating(matches[0].date, matches[0].time, DateSource.METADATA) if matches else None


def _with_year(stated: Dating, text: str, blocks: Sequence[Block]) -> Dating:
    """A stated day without a year, completed where the article's own words name the same day with its year."""
    date = stated.date
    if date is None or date.year is not None or date.month is None:
        return stated
    years = {
        match.date.year
        for block in blocks
        if block.role in {Role.PARAGRAPH, Role.CAPTION, Role.DATE, Role.NOTE}
        for match in find_dates(text, block.start, block.end)
        if match.date.is_full and (match.date.month, match.date.day) == (date.month, date.day)
    }
    if len(years) != 1:
        return stated
    full = PartialDate(years.pop(), date.month, date.day, date.weekday)
    return Dating(full, stated.time, stated.source, stated.spans) if full.agrees() else stated


def _from_captions(text: str, blocks: Sequence[Block], told: Sequence[DateMatch]) -> Dating | None:
    """A picture's day with its year, where the text calls that day by its weekday alone. `told`: the body's dates."""
    spoken = [match for match in told if match.date.weekday is not None and match.date.day is None]
    weekdays = {match.date.weekday for match in spoken}
    candidates = [match for match in _caption_dates(text, blocks) if _weekday(match.date) in weekdays]
    if not candidates:
        return None
    latest = max(candidates, key=lambda match: _ordinal(match.date))
    witness = next(match for match in spoken if match.date.weekday == _weekday(latest.date))
    return Dating(latest.date, None, DateSource.INFERRED, (latest.span, witness.span))


def _from_lead(text: str, blocks: Sequence[Block], told: Sequence[DateMatch]) -> Dating | None:
    """The day on which the lead says that something happened, when the text's other days lie close about it.

    The day is told as past ("... started their meeting on January 10"), nothing later is told as past, and a day within
    ten days after it is told as to come. A day that only qualifies a noun ("the Sept. 11 attacks") tells nothing.
    """
    lead_end = [block.end for block in blocks if block.role is Role.PARAGRAPH][:_LEAD][-1:]
    days = [match for match in told if match.date.day is not None and not match.readings]
    if not lead_end or len({match.date.year for match in days if match.date.year is not None}) > 1:
        return None
    past = [match for match in days if not _in_future(text, match)]
    coming = [match for match in days if _in_future(text, match)]
    recent = [match for match in past if match.span.start < lead_end[0] and _is_adverbial(text, match)]
    if not recent:
        return None
    latest = max(recent, key=_day_of_year)
    later = [match for match in past if _day_of_year(match) > _day_of_year(latest)]
    soon = [match for match in coming if 0 < _day_of_year(match) - _day_of_year(latest) <= _SOON_DAYS]
    return Dating(latest.date, None, DateSource.INFERRED, (latest.span,)) if soon and not later else None


def _is_adverbial(text: str, match: DateMatch) -> bool:
    """Whether a date says when: "on" stands before it and no noun that it would qualify behind it."""
    before = text[max(0, match.span.start - 16) : match.span.start]
    return _ON.search(before) is not None and _QUALIFIES.match(text[match.span.end : match.span.end + 24]) is None


def _day_of_year(match: DateMatch) -> int:
    """A date's place in the year, near enough to compare days without one (a story over New Year stays undated)."""
    return (match.date.month or 0) * 31 + (match.date.day or 0)


def _caption_dates(text: str, blocks: Sequence[Block]) -> Iterator[DateMatch]:
    for index, block in enumerate(blocks):
        if block.role is not Role.CAPTION or _FILE.search(block.span.of(text)):
            continue
        credit = blocks[index + 1] if index + 1 < len(blocks) else None
        if (
            credit is not None
            and credit.role is Role.CREDIT
            and re.search(r"\bfile\b", credit.span.of(text), re.IGNORECASE)
        ):
            continue
        yield from (
            match for match in find_dates(text, block.start, block.end) if match.date.is_full and match.date.agrees()
        )


def _body_dates(text: str, blocks: Sequence[Block]) -> list[DateMatch]:
    return [
        match for block in blocks if block.role is Role.PARAGRAPH for match in find_dates(text, block.start, block.end)
    ]


def _in_future(text: str, match: DateMatch) -> bool:
    """Whether the words before a date, within its sentence, look ahead."""
    before = text[max(0, match.span.start - _SENTENCE_REACH) : match.span.start].rsplit("\n", 1)[-1]
    clause = _SENTENCE.split(before)[-1]
    return _FUTURE.search(clause) is not None


def _is_day(match: DateMatch) -> bool:
    return (
        match.date.day is not None
        or bool(match.readings)
        or (match.date.year is not None and match.date.month is not None)
    )


def _begin(match: DateMatch) -> int:
    return match.span.start if match.time_span is None else min(match.span.start, match.time_span.start)


def _weekday(date: PartialDate) -> int | None:
    day = date.to_date()
    return day.weekday() if day else None


def _ordinal(date: PartialDate) -> int:
    day = date.to_date()
    return day.toordinal() if day else 0
