"""Events of the record: each happening once, with its date, place and participants, and where dates disagree."""

from collections.abc import Sequence

from readout.merge.sources import Sources
from readout.model.links import SharedHappening
from readout.model.record import Conflict, Event


def record_events(happenings: Sequence[SharedHappening], sources: Sources) -> tuple[Event, ...]:
    """The events, in order of time."""
    del happenings, sources
    return ()


def date_conflicts(happenings: Sequence[SharedHappening], sources: Sources) -> tuple[Conflict, ...]:
    """Where reports date one event differently."""
    del happenings, sources
    return ()
