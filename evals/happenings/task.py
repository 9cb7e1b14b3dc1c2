"""Task `happenings`: events and times of MEANTIME and the coreference of events of ECB+, in per cent.

Precision counts a happening as right that stands on the head of any annotated event; recall asks for those events
alone that are neither statements nor thoughts nor aspects of others, as the record has none of these. `dated`: the
time expression given to an event is the one that the corpus links it to. `joined` is of ECB+ (`joining.py`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from corpora.meantime import EventMention, WikinewsArticle, read
from corpora.timeml import Timex
from evals import plain
from evals.happenings.joining import joined
from evals.timex.scorer import Tally
from readout.annotate.annotator import each
from readout.grammar.times import timex3
from readout.model.notes import Happening, HappeningStatus, Notes
from readout.model.text import Article, DateSource, Dating
from readout.model.values import PartialDate

_OURS = frozenset({"OTHER"})


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article, the same as an article of ours, and what we read in it."""

    gold: WikinewsArticle
    article: Article
    notes: Notes

    @property
    def found(self) -> list[tuple[int, Happening]]:
        """The happenings in the sentences that are annotated, with their numbers; one on each head."""
        inside = [
            (number, one) for number, one in enumerate(self.notes.happenings) if one.head.end <= self.gold.annotated
        ]
        return [next(same) for _, same in groupby(inside, key=lambda pair: pair[1].head)]


def score(root: Path) -> dict[str, float]:
    """Precision, recall and F1 of events, and what is right of those that were found."""
    articles = list(_read(root))
    return {**_events(articles), **_details(articles), **_times(articles), **joined(root)}


def predict(root: Path, out: Path) -> None:
    """Write JSON lines with `id` and `events`: offsets of head, status, negated, and those of times."""
    with out.open("w", encoding="utf-8") as lines:
        for each_read in _read(root):
            rows = [
                {
                    "start": one.head.start,
                    "end": one.head.end,
                    "kind": one.kind,
                    "status": one.status,
                    "negated": one.negated,
                    "times": [
                        [each_read.notes.times[n].span.start, each_read.notes.times[n].span.end] for n in one.times
                    ],
                }
                for _, one in each_read.found
            ]
            lines.write(json.dumps({"id": each_read.gold.id, "events": rows}) + "\n")


def _read(root: Path) -> Iterator[Read]:
    golds = list(read(root))
    articles = [_article(gold) for gold in golds]
    for gold, article, notes in zip(golds, articles, each(articles), strict=True):
        yield Read(gold, article, notes)


def _article(gold: WikinewsArticle) -> Article:
    bare = plain.article(gold.id, gold.text)
    dating = Dating(_created(gold), None, DateSource.STATED, ())
    return replace(bare, heading=replace(bare.heading, dating=dating))


def _created(gold: WikinewsArticle) -> PartialDate | None:
    try:
        return PartialDate.of(date.fromisoformat(gold.created[:10]))
    except ValueError:
        return None


def _matched(one: Read) -> dict[EventMention, tuple[int, Happening]]:
    """The annotated events that a happening stands on."""
    matched: dict[EventMention, tuple[int, Happening]] = {}
    for number, happening in one.found:
        event = next((each_event for each_event in one.gold.events if _on(happening, each_event)), None)
        if event is not None:
            matched.setdefault(event, (number, happening))
    return matched


def _on(happening: Happening, event: EventMention) -> bool:
    return event.span[0] < happening.head.end and happening.head.start < event.span[1]


def _events(articles: Sequence[Read]) -> dict[str, float]:
    found = sum(len(one.found) for one in articles)
    right = wanted = hit = 0
    for one in articles:
        matched = _matched(one)
        right += len(matched)
        ours = [event for event in one.gold.events if event.kind in _OURS and event.span[1] <= one.gold.annotated]
        wanted += len(ours)
        hit += sum(event in matched for event in ours)
    precision, recall = _percent(right, found), _percent(hit, wanted)
    return {"events P": precision, "events R": recall, "events F1": _f1(precision, recall)}


def _details(articles: Iterable[Read]) -> dict[str, float]:
    """Of the events found: whether they are denied, whether they are to come, and when they are."""
    count: Counter[str] = Counter()
    for one in articles:
        for event, (_, happening) in _matched(one).items():
            count["all"] += 1
            count["polarity"] += happening.negated == (event.polarity == "NEG")
            ahead = happening.status in {HappeningStatus.SCHEDULED, HappeningStatus.CALLED_FOR}
            count["timed"] += event.time in {"FUTURE", "NON_FUTURE"}
            count["time"] += event.time in {"FUTURE", "NON_FUTURE"} and ahead == (event.time == "FUTURE")
            times = [one.notes.times[number].span for number in happening.times]
            count["dates"] += bool(times)
            count["linked"] += bool(event.times)
            count["dated"] += any(span.start < end and start < span.end for span in times for start, end in event.times)
    precision, recall = _percent(count["dated"], count["dates"]), _percent(count["dated"], count["linked"])
    return {
        "polarity right": _percent(count["polarity"], count["all"]),
        "future right": _percent(count["time"], count["timed"]),
        "dated P": precision,
        "dated R": recall,
    }


def _times(articles: Iterable[Read]) -> dict[str, float]:
    """Time expressions, counted as in task `timex`."""
    tally = Tally()
    for one in articles:
        inside = [each_time for each_time in one.gold.times if each_time.span[1] <= one.gold.annotated]
        gold = [Timex(*each_time.span, each_time.type, each_time.value) for each_time in inside]
        ours = [
            Timex(time.span.start, time.span.end, time.kind.upper(), timex3(time.value, _created(one.gold)) or "")
            for time in one.notes.times
            if time.span.end <= one.gold.annotated
        ]
        tally.add(sorted(gold, key=lambda each_time: each_time.start), ours)
    scores = tally.scores()
    return {f"times {name}": scores[name] for name in ("relaxed F1", "value F1")}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 2) if precision + recall else 0.0
