"""Figures that measure the same thing, joined across reports."""

from collections.abc import Mapping, Sequence

from readout.model.links import SharedEntity, SharedFigure
from readout.model.notes import Notes
from readout.model.text import Article, Dating


def find_figures(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedFigure, ...]:
    """Nothing is joined yet."""
    del articles, notes, entities, datings
    return ()
