"""Task `timelines`: date selection on T17.

For each timeline as many days are chosen as the human one has, by the record's own measure of salience: each article is
an origin, and gives a day the prominence of its first mention. As published systems do, articles and days are those
between the timeline's first day and its last; `any day` is the score without that knowledge.
"""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpora.detokenise import detokenise
from corpora.t17 import T17Article, Timeline, read, timelines
from readout.grammar.times import find_times, resolve_all
from readout.merge.events.salience import prominence, salience
from readout.model.values import PartialDate, Precision, When

_DAILY = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE})
_STOP = re.compile(r"[.!?] ")


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's day of publication, and the days that it tells, each with the sentence that first does."""

    published: date
    told: Mapping[date, int]


def score(path: Path) -> dict[str, float]:
    """F1 of the days chosen in per cent, the mean over the timelines."""
    stories = _stories(path)
    human = list(timelines(path))
    return {
        "date F1": _mean(_f1(timeline, chosen(timeline, stories[timeline.story])) for timeline in human),
        "date F1, any day": _mean(_f1(each, chosen(each, stories[each.story], between=False)) for each in human),
    }


def predict(path: Path, out: Path) -> None:
    """Write JSON lines with `id`, `story` and the chosen `dates` of each timeline."""
    stories = _stories(path)
    rows = (
        {
            "id": timeline.id,
            "story": timeline.story,
            "dates": [day.isoformat() for day in sorted(chosen(timeline, stories[timeline.story]))],
        }
        for timeline in timelines(path)
    )
    out.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def chosen(timeline: Timeline, articles: Iterable[Dated], *, between: bool = True) -> set[date]:
    """As many days as the timeline has, the most salient first."""
    first, last = timeline.days[0], timeline.days[-1]
    told: dict[date, dict[str, float]] = defaultdict(dict)
    seen = [each for each in articles if not between or first <= each.published <= last]
    for number, article in enumerate(seen):
        for day, sentence in article.told.items():
            if not between or first <= day <= last:
                told[day][str(number)] = prominence(sentence)
    ranked = sorted(told, key=lambda day: (-salience(told[day], len(seen)), day))
    return set(ranked[: len(timeline.days)])


def dated(article: T17Article) -> Dated:
    """The days that an article tells; its tokens are put back together first."""
    text, _ = detokenise([token for token in article.text.split(" ") if token])
    stops = [found.start() for found in _STOP.finditer(text)]
    mentions = find_times(text)
    told: dict[date, int] = {}
    for mention, when in zip(mentions, resolve_all(mentions, PartialDate.of(article.date)), strict=True):
        day = _day(when)
        if day is not None:
            told.setdefault(day, bisect_right(stops, mention.span.start))
    return Dated(article.date, told)


def _stories(path: Path) -> dict[str, list[Dated]]:
    stories: dict[str, list[Dated]] = defaultdict(list)
    for article in read(path):
        stories[f"{article.topic}_{article.source}"].append(dated(article))
    return stories


def _day(when: When | None) -> date | None:
    if when is None or when.precision not in _DAILY or when.start is None or when.end is None:
        return None
    try:
        return date.fromisoformat(when.start[:10]) if when.start[:10] == when.end[:10] else None
    except ValueError:
        return None


def _f1(timeline: Timeline, days: set[date]) -> float:
    return 200 * len(days & set(timeline.days)) / (len(days) + len(timeline.days))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return round(sum(found) / len(found), 2) if found else 0.0
