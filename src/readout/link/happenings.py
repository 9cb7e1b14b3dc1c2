"""Happenings that several reports tell, each once."""

from collections.abc import Mapping, Sequence

from readout.model.links import SharedEntity, SharedHappening
from readout.model.notes import Notes
from readout.model.text import Article, Dating


def find_happenings(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedHappening, ...]:
    """Nothing is joined yet."""
    del articles, notes, entities, datings
    return ()
