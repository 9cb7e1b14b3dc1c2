"""What is scheduled, as an iCalendar file (RFC 5545) with the reports that say so in each entry's description.

Only what is told to the day or finer goes into a calendar. A clock time without a zone stays a floating one, and the
file is the same whenever it is written: its stamp is the day of the newest report.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

import icalendar

from readout.model.record import ArticleEntry, Event, Record, Span

_DAILY = frozenset({"day", "hour", "minute"})
_LONGEST = 75  # characters of a title; a calendar shows no more of it


def to_ics(record: Record) -> str:
    """The calendar; also where nothing is scheduled, as an empty one."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Readout//Readout//EN")
    calendar.add("version", "2.0")
    if record.title:
        calendar.add("x-wr-calname", record.title)
    reports = {article.id: article for article in record.articles}
    stamp = _stamp(record)
    for event in record.events:
        start = _moment(event.date.start) if event.date.precision in _DAILY else None
        if event.status == "scheduled" and start is not None:
            calendar.add_component(_entry(event, start, stamp, reports))
    return str(calendar.to_ical(), "utf-8")


def _entry(event: Event, start: dt.date, stamp: dt.datetime, reports: Mapping[str, ArticleEntry]) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@readout")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", start)
    end = _moment(event.date.end)
    if not isinstance(start, dt.datetime) and end is not None and not isinstance(end, dt.datetime):
        entry.add("dtend", end + dt.timedelta(days=1))  # RFC 5545: the day after the last
    entry.add("summary", _title(event.text))
    if event.place:
        entry.add("location", event.place)
    entry.add("description", "\n\n".join([event.text, *_sources(event, reports)]))
    entry.add("transp", "TRANSPARENT")
    return entry


def _title(text: str) -> str:
    """The text, cut behind a whole word where it is long."""
    if len(text) <= _LONGEST:
        return text.rstrip(" .")
    return f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,.;:')} …"


def _sources(event: Event, reports: Mapping[str, ArticleEntry]) -> Iterator[str]:
    """For each report its name, day, address and words."""
    told: dict[str, Span] = {}
    for span in event.spans:
        told.setdefault(span.article, span)
    for article, span in told.items():
        report = reports[article]
        name = ", ".join(
            part for part in (report.outlet or report.title or report.input, report.published.date) if part
        )
        words = re.sub(r"\s+", " ", report.text[span.start : span.end]).strip()
        yield "\n".join(part for part in (name, report.url, words) if part)


def _moment(iso: str | None) -> dt.date | None:
    """A day, or a time of day: in UTC where its zone is known."""
    if iso is None:
        return None
    try:
        if "T" not in iso:
            return dt.date.fromisoformat(iso)
        moment = dt.datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment if moment.tzinfo is None else moment.astimezone(dt.UTC)


def _stamp(record: Record) -> dt.datetime:
    """The day of the newest report, or of nothing: the same record always gives the same file."""
    days = [day for each in record.articles if isinstance(day := _moment(each.published.date), dt.date)]
    day = max(days, default=dt.date(1970, 1, 1))
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
