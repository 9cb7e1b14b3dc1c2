"""Events of the record: each happening once, with its date, place and participants."""

from readout.merge.events.events import date_conflicts, record_events

__all__ = ["date_conflicts", "record_events"]
