"""The date and status of an event: what its tellings say, weighed, and settled by the newest reports."""

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.grammar.times import resolve_all
from readout.link.happenings.telling import best, days_of, trusted
from readout.merge.events.salience import prominence
from readout.model.notes import Happening, HappeningStatus, Notes
from readout.model.record import EventDate, Span
from readout.model.text import Article, Dating, Role, TextSpan
from readout.model.values import Precision, When

_BACKGROUND = dt.timedelta(days=45)
"""A report that looks further back than this tells background: the weeks before the news still belong to it."""

_SHORT = 4  # days from the first to the last of what is dated to the day: a weekend, "June 29-30"

Status = Literal["past", "scheduled", "called_for"]


_STATUSES: tuple[tuple[HappeningStatus, Status], ...] = (
    (HappeningStatus.PAST, "past"),
    (HappeningStatus.SCHEDULED, "scheduled"),
    (HappeningStatus.CALLED_FOR, "called_for"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event: where it stands, what it dates it to, and how things stood for its report."""

    article: Article
    happening: Happening
    when: When | None
    published: str | None
    sentence: int
    headline: bool
    origin: str
    participants: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How prominently it is told."""
        return prominence(self.sentence)

    @property
    def span(self) -> Span:
        """The words that tell it."""
        return Span(self.article.id, self.happening.span.start, self.happening.span.end)

    @property
    def place(self) -> str | None:
        """The place as printed."""
        return None if self.happening.place is None else self.happening.place.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Standing:
    """What all tellings of one report share: its day, what its times mean, where its sentences and headlines begin."""

    article: Article
    origin: str
    published: str | None
    whens: Sequence[When | None]
    sentences: Sequence[int]
    asides: Sequence[TextSpan]

    @classmethod
    def of(cls, article: Article, notes: Notes, dating: Dating, origin: str) -> "Standing":
        """The standing of an article with its settled date."""
        body = [block.span for block in article.paragraphs()]
        begins = [span.start for span in body]
        within = [
            sentence.start
            for sentence in article.sentences
            if (place := bisect_right(begins, sentence.start) - 1) >= 0 and sentence.start < body[place].end
        ]
        published = dating.date.iso() if dating.date is not None and dating.date.is_full else None
        asides = [block.span for block in article.blocks if block.role is not Role.PARAGRAPH]
        return cls(article, origin, published, resolve_all(notes.times, dating.date), within, asides)

    def told(self, happening: Happening, participants: tuple[str, ...]) -> Told:
        """One telling, with its date and its place in the report."""
        headline = any(span.start <= happening.head.start < span.end for span in self.asides)
        sentence = 0 if headline else max(0, bisect_right(self.sentences, happening.head.start) - 1)
        when = trusted(best([self.whens[time] for time in happening.times]), happening, self.published)
        return Told(self.article, happening, when, self.published, sentence, headline, self.origin, participants)


def majority(tellings: Sequence[Told]) -> When | None:
    """The time that most origins give, the finer and then the one of the newer reports where they are as many."""
    given = {each.when: each for each in tellings if each.when is not None}
    if not given:
        return None
    days = Counter[tuple[str | None, str | None]]()
    for key in {(_stretch(each.when), each.origin) for each in tellings if each.when is not None}:
        days[key[0]] += 1
    fine = {_stretch(when): _fineness(when) for when in given}
    stretch = max(
        days, key=lambda key: (fine[key] > 1, days[key], fine[key], _newest(tellings, key), key[0] or "", key[1] or "")
    )
    inside = [when for when in given if _stretch(when) == stretch]
    return min(inside, key=lambda when: (-_fineness(when), when.start or "", when.end or ""))


def _stretch(when: When | None) -> tuple[str | None, str | None]:
    """First and last day, month or year, whatever the clock says."""
    return (None, None) if when is None else (when.start and when.start[:10], when.end and when.end[:10])


def _fineness(when: When) -> int:
    order = [Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.HOUR, Precision.MINUTE]
    one_day = when.start is not None and when.end is not None and when.start[:10] == when.end[:10]
    return order.index(when.precision) if one_day or when.precision is not Precision.DAY else 1


def _newest(tellings: Iterable[Told], stretch: tuple[str | None, str | None]) -> str:
    return max((each.published or "" for each in tellings if _stretch(each.when) == stretch), default="")


def event_date(when: When | None) -> EventDate:
    """The record's form of a time; a clock time with the zone that the report gives."""
    if when is None:
        return EventDate(None, None, None)
    zone = when.zone or ""
    start, end = (None if side is None else side + (zone if "T" in side else "") for side in (when.start, when.end))
    return EventDate(start, end, when.precision.value)


def is_vague(when: When) -> bool:
    """Whether a time is a stretch of days that no calendar has a name for a day of: "this week"."""
    return (
        when.precision is Precision.DAY
        and when.start != when.end
        and not (when.start and when.end and _length(when) <= _SHORT)
    )


def _length(when: When) -> int:
    return (dt.date.fromisoformat(str(when.end)[:10]) - dt.date.fromisoformat(str(when.start)[:10])).days


def status_of(tellings: Sequence[Told], when: When | None) -> Status | None:
    """As the newest reports have it; a day that lies behind them has passed, one ahead of them is to come."""
    newest = max((each.published for each in tellings if each.published is not None), default=None)
    current = [each for each in tellings if each.published == newest] if newest is not None else list(tellings)
    given = {each.happening.status for each in current} - {None} or {each.happening.status for each in tellings} - {
        None
    }
    days = days_of(when) if when is not None else None
    called = given == {HappeningStatus.CALLED_FOR}
    if days is not None and newest is not None and not called:
        if days[1] < newest:
            return "past"
        if days[0] > newest:
            return "scheduled"
    for status, name in _STATUSES:
        if status in given:
            return name
    return "past" if days is not None and newest is not None and days[0] <= newest else None


def is_background(tellings: Sequence[Told], when: When | None) -> bool:
    """Whether every report that tells it looks far back."""
    days = days_of(when) if when is not None else None
    if when is not None and when.end is None:
        return True
    if days is None:
        return False
    published = [each.published for each in tellings if each.published is not None]
    if not published:
        return when is not None and when.precision is Precision.YEAR
    last = min(days[1], "9999-12-31")
    return all(_days_before(last, one) > _BACKGROUND for one in published)


def _days_before(day: str, published: str) -> dt.timedelta:
    year, month, number = (int(part) for part in day.split("-"))
    last = dt.date(year, month, min(number, 28)) if number > 28 and month == 2 else _clamped(year, month, number)
    return dt.date.fromisoformat(published) - last


def _clamped(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, min(number, 30)) if number == 31 else dt.date(year, month, number)
