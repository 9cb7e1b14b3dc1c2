"""Figures of the record, and where reports disagree on one."""

from collections.abc import Sequence

from readout.merge.sources import Sources
from readout.model.links import SharedFigure
from readout.model.record import Conflict, Figure


def record_figures(figures: Sequence[SharedFigure], sources: Sources) -> tuple[Figure, ...]:
    """The figures, in the order of the articles and of their texts."""
    del figures, sources
    return ()


def figure_conflicts(figures: Sequence[SharedFigure], sources: Sources) -> tuple[Conflict, ...]:
    """Where reports give one quantity differently."""
    del figures, sources
    return ()
