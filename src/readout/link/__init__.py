"""Notes of many articles → Links: what belongs together, each with its reason."""

from collections.abc import Sequence

from readout.link.dates import settle
from readout.link.origins import find_origins
from readout.link.passages import find_passages
from readout.model.links import Links
from readout.model.text import Article

__all__ = ["link"]


def link(articles: Sequence[Article]) -> Links:
    """Find what the articles share, who reported first-hand, when each was published; their order does not matter."""
    passages = find_passages(articles)
    datings = settle(articles, passages)
    return Links(passages, find_origins(articles, passages, datings), datings)
