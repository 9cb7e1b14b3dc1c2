"""Issues: clusters of what is demanded, offered and refused."""

from collections.abc import Mapping, Sequence

from readout.model.links import SharedEntity, SharedIssue
from readout.model.notes import Notes
from readout.model.text import Article, Dating


def find_issues(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedIssue, ...]:
    """Nothing is joined yet."""
    del articles, notes, entities, datings
    return ()
