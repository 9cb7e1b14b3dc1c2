"""Publication dates that a report alone leaves open ("January 10"), settled by the other reports of the story."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from readout.model.links import SharedPassage
from readout.model.text import Article, DateSource, Dating
from readout.model.values import PartialDate

_CLOSE = dt.timedelta(days=31)
"""Reports of one story lie within a month of each other, so that another year is never as close."""


def settle(articles: Sequence[Article], passages: Iterable[SharedPassage] = ()) -> Mapping[str, Dating]:
    """How each article is dated, by id; a day and month get their year where the other reports leave only one.

    Reports that share passages are asked first, then all. A weekday beside the day has to agree with the year.
    What is still open, or open to two years, stays partial. The order of the articles does not matter.
    """
    alone = {article.id: article.heading.dating for article in sorted(articles, key=lambda one: one.id, reverse=True)}
    known = {name: day for name, dating in alone.items() if (day := dating.date and dating.date.to_date())}
    neighbours = _neighbours(passages)
    return {
        name: _settled(dating, [known[one] for one in sorted(neighbours.get(name, ())) if one in known], known)
        for name, dating in sorted(alone.items())
    }


def _neighbours(passages: Iterable[SharedPassage]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {}
    for passage in passages:
        left, right = passage.left.article, passage.right.article
        neighbours.setdefault(left, set()).add(right)
        neighbours.setdefault(right, set()).add(left)
    return neighbours


def _settled(dating: Dating, near: Sequence[dt.date], known: Mapping[str, dt.date]) -> Dating:
    date = dating.date
    if date is None or date.year is not None or date.month is None or date.day is None:
        return dating
    for days in (near, list(known.values())):
        years = _years(date, days)
        if len(years) == 1:
            full = replace(date, year=years.pop())
            return replace(dating, date=full, source=DateSource.CONTEXT)
    return dating


def _years(date: PartialDate, days: Iterable[dt.date]) -> set[int]:
    """The years in which the date lies close to one of the days."""
    years: set[int] = set()
    for day in set(days):
        for year in (day.year - 1, day.year, day.year + 1):
            full = date.complete(year)
            found = full.to_date()
            if found is not None and full.agrees() and abs(found - day) <= _CLOSE:
                years.add(year)
    return years
