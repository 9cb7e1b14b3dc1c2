"""What linking compares of a figure: its unit, what is counted, what befell it, its words, its names, its day."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readout.grammar.times import resolve_all
from readout.grammar.units import is_measure
from readout.link.figures.names import Named, named_in, names_beside
from readout.link.figures.words import fate, head_of, is_long_ago, is_nested, is_partial, is_real, kind, stem, stems
from readout.model.notes import FigureMention, Notes
from readout.model.record import Span
from readout.model.text import Article, Dating, TextSpan
from readout.model.values import Precision, When


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a figure. `kind`: the class of units of which two can be one quantity.

    `words` are stems of what is measured, `around` those of the whole sentence; `names` are the names in what is
    measured, `countries` those of the sentence and `localities` stems of its other places. `head` is the noun that a
    figure stands before as its attribute. `day`: the stretch that the figure is told for; `published`: the report's
    day; `years`: those the sentence names. `partial`: of a part or the rest of something; `nested`: of what another
    count is taken from; `real`: come about, or not yet; `background`: of years past; `since`: of all years since one.
    """

    article: str
    place: int
    mention: FigureMention
    text: str
    kind: str
    fate: str | None
    predicate: str | None
    words: frozenset[str]
    names: frozenset[str]
    countries: frozenset[str]
    localities: frozenset[str]
    head: str | None
    around: frozenset[str]
    vector: tuple[float, ...]
    day: When | None
    published: dt.date | None
    years: frozenset[int]
    partial: bool
    nested: bool
    real: bool | None
    background: bool
    since: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.article, self.mention.span.start, self.mention.span.end)


def told_figures(
    article: Article, notes: Notes, dating: Dating | None, keys: Mapping[int, str] | None = None
) -> Iterator[Told]:
    """The figures of one report, in order; `keys` names the entity of each chain of its notes."""
    if notes.figures:
        reader = _Reader(article, notes, dating, keys or {})
        yield from (reader.told(place) for place in range(len(notes.figures)))


class _Reader:
    """Reads the figures of one report."""

    def __init__(self, article: Article, notes: Notes, dating: Dating | None, keys: Mapping[int, str]) -> None:
        date = None if dating is None else dating.date
        self._article = article
        self._notes = notes
        self._published = None if date is None else date.to_date()
        self._whens = resolve_all(notes.times, date)
        self._starts = [sentence.span.start for sentence in notes.sentences]
        self._named = sorted(named_in(article, notes, keys), key=lambda name: name.span)
        self._name_starts = [name.span.start for name in self._named]
        self._time_starts = [time.span.start for time in notes.times]

    def told(self, place: int) -> Told:
        """One figure."""
        text, one = self._article.text, self._notes.figures[place]
        number = bisect_right(self._starts, one.span.start) - 1
        sentence = self._notes.sentences[number] if number >= 0 else None
        extent = one.span if sentence is None else sentence.span
        measured = " ".join(span.of(text) for span in one.measures)
        predicate = None if one.predicate is None else one.predicate.of(text).lower()
        head = head_of(text, one)
        befell = None if head or is_measure(one.amount.unit) else fate(predicate, text, one, measured)
        day = None if one.time is None or one.time >= len(self._whens) else self._whens[one.time]
        return Told(
            article=self._article.id,
            place=place,
            mention=one,
            text=one.span.of(text),
            kind=kind(one, befell),
            fate=befell,
            predicate=None if predicate is None else stem(predicate),
            words=stems(measured) - stems(one.amount.unit or ""),
            names=names_beside(text, one, self._near(extent)),
            countries=frozenset(name.key for name in self._near(extent) if name.is_country),
            localities=self._localities(extent),
            head=head,
            around=stems(extent.of(text)),
            vector=() if sentence is None else sentence.vector,
            day=day,
            published=self._published,
            years=self._years(extent),
            partial=is_partial(text, one),
            nested=is_nested(text, one),
            real=is_real(measured),
            background=is_long_ago(extent.of(text)) or _is_past(day, self._published),
            since=self._is_since(extent),
        )

    def _localities(self, extent: TextSpan) -> frozenset[str]:
        held = (name for name in self._near(extent) if name.is_locality)
        return frozenset(part for name in held for part in stems(name.key))

    def _near(self, extent: TextSpan) -> list[Named]:
        """The names of a sentence."""
        first = bisect_left(self._name_starts, extent.start)
        last = bisect_left(self._name_starts, extent.end)
        return self._named[first:last]

    def _whens_in(self, extent: TextSpan) -> list[When]:
        """What the times of a sentence mean, as far as known."""
        first, last = (bisect_left(self._time_starts, edge) for edge in (extent.start, extent.end))
        return [when for when in self._whens[first:last] if when is not None]

    def _years(self, extent: TextSpan) -> frozenset[int]:
        return frozenset(int(when.start[:4]) for when in self._whens_in(extent) if when.start is not None)

    def _is_since(self, extent: TextSpan) -> bool:
        """Whether the sentence tells of all that has been since an earlier year."""
        published = self._published
        if published is None:
            return False
        whens = self._whens_in(extent)
        return any(
            when.end is None and when.start is not None and int(when.start[:4]) < published.year for when in whens
        )


def _is_past(day: When | None, published: dt.date | None) -> bool:
    """Whether the figure is told for a year before that of the report."""
    return day is not None and published is not None and day.end is not None and day.end[:4] < f"{published.year:04d}"


def day_of(told: Told) -> tuple[str, str] | None:
    """The first and last day, month or year that a figure is told for, as ISO as fine as known."""
    when = told.day
    if when is None or when.start is None or when.end is None:
        return None
    fine = 10 if when.precision in {Precision.DAY, Precision.HOUR, Precision.MINUTE} else 7
    return when.start[:fine], when.end[:fine]
