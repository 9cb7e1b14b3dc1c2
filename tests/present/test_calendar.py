"""The calendar of what is to come."""

from dataclasses import replace

import icalendar

from readout.model.record import Event, EventDate, Record
from readout.present import to_ics
from tests.present.fixtures import full


def _with(date: EventDate, status: str = "scheduled", text: str = "The inquiry opens, it is said") -> Record:
    made = full()
    event: Event = replace(made.events[0], date=date, status=status, text=text)  # type: ignore[arg-type]
    return replace(made, events=(event,))


def _entries(made: Record) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(to_ics(made)).walk("VEVENT"))


def test_what_is_scheduled_is_an_entry_with_its_sources() -> None:
    """An entry names the day, the place, and each report with its words."""
    (entry,) = _entries(_with(EventDate("2026-03-09", "2026-03-09", "day")))
    assert entry.decoded("dtstart").isoformat() == "2026-03-09"
    assert entry.decoded("dtend").isoformat() == "2026-03-10"
    assert str(entry["summary"]) == "The inquiry opens, it is said"
    assert str(entry["location"]) == "near Port Amsel"
    assert "Rescuers took 40 people off a ferry" in str(entry["description"])


def test_what_is_past_or_called_for_is_in_no_calendar() -> None:
    """Only what is planned belongs in a calendar."""
    day = EventDate("2026-03-09", "2026-03-09", "day")
    assert _entries(_with(day, "past")) == []
    assert _entries(_with(day, "called_for")) == []


def test_a_month_is_no_day() -> None:
    """What is planned for a month or year has no place in a calendar of days."""
    assert _entries(_with(EventDate("2026-04", "2026-04", "month"))) == []
    assert _entries(_with(EventDate(None, None, None))) == []


def test_a_clock_time_with_a_zone_is_told_in_universal_time() -> None:
    """Half past two in Sofia is half past twelve by Greenwich in March; a time without a zone floats."""
    moment = "2026-03-09T14:30+02:00"
    (entry,) = _entries(_with(EventDate(moment, moment, "minute")))
    assert entry.decoded("dtstart").isoformat() == "2026-03-09T12:30:00+00:00"
    (floating,) = _entries(_with(EventDate("2026-03-09T14:30", "2026-03-09T14:30", "minute")))
    assert floating.decoded("dtstart").tzinfo is None


def test_the_same_record_gives_the_same_file() -> None:
    """Nothing of the moment of writing is in the file."""
    made = _with(EventDate("2026-03-09", "2026-03-11", "day"))
    assert to_ics(made) == to_ics(made)
    assert _entries(made)[0].decoded("dtend").isoformat() == "2026-03-12"


def test_a_long_text_is_cut_behind_a_word_in_the_title_only() -> None:
    """The description keeps all that the title leaves out."""
    text = "The commission " + "of inquiry into the stranding " * 5 + "meets"
    (entry,) = _entries(_with(EventDate("2026-03-09", "2026-03-09", "day"), text=text))
    assert len(str(entry["summary"])) < 80
    assert str(entry["summary"]).endswith(" …")
    assert text in str(entry["description"])
