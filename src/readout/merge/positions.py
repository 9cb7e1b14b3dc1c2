"""Issues and positions of the record: what each party wants, on what, with the words that prove it."""

from collections.abc import Sequence

from readout.merge.sources import Sources
from readout.model.links import SharedIssue
from readout.model.record import Issue, Position, Quote


def record_positions(
    issues: Sequence[SharedIssue], quotes: Sequence[Quote], sources: Sources
) -> tuple[tuple[Issue, ...], tuple[Position, ...]]:
    """The issues, and the positions on them."""
    del issues, quotes, sources
    return (), ()
