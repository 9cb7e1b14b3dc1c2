"""Two reports of one record: what both tell, what only one tells, and which words differ for the same thing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter
from typing import Literal

from readout.compare.overlap import Overlap, overlaps
from readout.model.record import Conflict, Entity, Record, Span

_MOSTLY = 0.6  # of the words, beyond which marking them tells a reader nothing
Kind = Literal["event", "quote", "figure", "position", "name"]


@dataclass(frozen=True, slots=True)
class Told:
    """A thing that reports tell: `spans` holds where, at least one for each report that tells it."""

    id: str
    kind: Kind
    text: str
    spans: tuple[Span, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The reports that tell it."""
        return frozenset(span.article for span in self.spans)


@dataclass(frozen=True, slots=True)
class Worded:
    """One thing in different words: `forms` holds each report's own, for the reports that name it."""

    id: str
    kind: Kind
    about: str
    forms: tuple[tuple[Span, str], ...]

    @property
    def common(self) -> frozenset[str]:
        """The words that every report has."""
        return frozenset.intersection(*(frozenset(_words(text)) for _, text in self.forms))

    def runs(self, text: str) -> tuple[tuple[str, bool], ...]:
        """One report's words cut into runs: those that every report has, and those that not every one has.

        Where little is the same, nothing is told apart: it is all other words.
        """
        common = self.common
        marked = [(piece, bool(key) and key not in common) for piece, key in _keys(text)]
        own, all_words = sum(other for _, other in marked), sum(1 for _ in _words(text))
        if own > _MOSTLY * all_words:
            return ((text, False),)
        return tuple(("".join(p for p, _ in run), own) for own, run in groupby(marked, key=itemgetter(1)))

    def form(self, article: str) -> str | None:
        """The words of one report."""
        return next((text for span, text in self.forms if span.article == article), None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports of one record. `shares`: how much of the left stands in the right, and the other way round."""

    left: str
    right: str
    both: tuple[Told, ...]
    left_only: tuple[Told, ...]
    right_only: tuple[Told, ...]
    worded: tuple[Worded, ...]
    disagree: tuple[Conflict, ...]
    shares: tuple[Overlap | None, Overlap | None]


def compare_reports(record: Record, left: str, right: str) -> Comparison:
    """What the reports `left` and `right` (article ids) have in common and what not.

    Raises:
        KeyError: the record holds no such report.
    """
    known = {article.id for article in record.articles}
    for article in (left, right):
        if article not in known:
            raise KeyError(article)
    things = told(record)
    shared = overlaps(record)
    return Comparison(
        left,
        right,
        both=tuple(thing for thing in things if {left, right} <= thing.articles),
        left_only=tuple(thing for thing in things if left in thing.articles and right not in thing.articles),
        right_only=tuple(thing for thing in things if right in thing.articles and left not in thing.articles),
        worded=tuple(thing for thing in worded(record) if _differ(thing.form(left), thing.form(right))),
        disagree=tuple(conflict for conflict in record.conflicts if takes_sides(conflict, left, right)),
        shares=(shared.get((left, right)), shared.get((right, left))),
    )


def told(record: Record) -> tuple[Told, ...]:
    """Everything that reports tell, in the order of the record's parts."""
    found = [Told(event.id, "event", event.text, event.spans) for event in record.events]
    found += [Told(p.id, "position", p.text, p.spans) for p in record.positions]
    found += [Told(q.id, "quote", q.text, tuple(s for row in q.reports for s in row.spans)) for q in record.quotes]
    found += [Told(figure.id, "figure", figure.text, figure.spans) for figure in record.figures]
    return tuple(thing for thing in found if thing.spans)


def worded(record: Record) -> tuple[Worded, ...]:
    """The things for which reports have different words: quotations, happenings, figures, names."""
    texts = {article.id: article.text for article in record.articles}
    found = [
        Worded(q.id, "quote", q.text, tuple((row.spans[0], row.text) for row in q.reports if row.spans))
        for q in record.quotes
    ]
    found += [Worded(e.id, "event", e.text, _printed(e.spans, texts)) for e in record.events]
    found += [Worded(f.id, "figure", f.measures or f.text, _printed(f.spans, texts)) for f in record.figures]
    found += [Worded(entity.id, "name", entity.name, _names(entity, texts)) for entity in record.entities]
    return tuple(thing for thing in found if _several(text for _, text in thing.forms))


def takes_sides(conflict: Conflict, left: str, right: str) -> bool:
    """Whether one report is on one side of a conflict, and the other on another and not on the same."""
    sides = [{span.article for span in side.spans} for side in conflict.sides]
    return any(
        (left in one and right in other) or (right in one and left in other) for one, other in combinations(sides, 2)
    ) and not any({left, right} <= side for side in sides)


def nearest(record: Record) -> tuple[str, str] | None:
    """The two reports of different origins that tell most things in common: the pair most worth comparing."""
    origins = {article.id: article.origin for article in record.articles}
    common: dict[tuple[str, str], int] = {}
    for thing in told(record):
        for pair in combinations(sorted(thing.articles & origins.keys()), 2):
            common[pair] = common.get(pair, 0) + 1
    pairs = list(combinations(sorted(origins), 2))
    return max(pairs, key=lambda pair: (origins[pair[0]] != origins[pair[1]], common.get(pair, 0)), default=None)


def _printed(spans: Iterable[Span], texts: dict[str, str]) -> tuple[tuple[Span, str], ...]:
    """The words of each report: of several places in one report the longest."""
    best: dict[str, Span] = {}
    for span in spans:
        known = best.get(span.article)
        if span.article in texts and (known is None or span.end - span.start > known.end - known.start):
            best[span.article] = span
    return tuple((span, " ".join(texts[span.article][span.start : span.end].split())) for span in best.values())


def _names(entity: Entity, texts: dict[str, str]) -> tuple[tuple[Span, str], ...]:
    """The fullest name that each report prints for an entity."""
    named = (Span(m.article, m.start, m.end) for m in entity.mentions if m.form == "name")
    return _printed(named, texts)


def plain(text: str) -> str:
    """Words as they are compared, without the capital and the marks that only open and close a sentence."""
    words = " ".join(text.translate(_MARKS).split()).strip(" .,;:\"'")
    return words[:1].lower() + words[1:]


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_PIECES = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|(?:[\W_])+?")


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """(as printed, as compared) for each word and each mark; marks compare as nothing."""
    first = True
    for piece in _PIECES.findall(text):
        word = piece[:1].isalnum()
        key = piece.translate(_MARKS) if word else ""
        yield piece, key[:1].lower() + key[1:] if first else key
        first = first and not word


def _words(text: str) -> Iterator[str]:
    return (key for _, key in _keys(text) if key)


def _several(forms: Iterable[str]) -> bool:
    return len(set(map(plain, forms))) > 1


def _differ(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and _several((left, right))
