"""Notes of many articles → Links: what belongs together, each with its reason."""

from collections.abc import Sequence

from readout.link.dates import settle
from readout.link.entities import find_entities
from readout.link.figures import find_figures
from readout.link.happenings import find_happenings
from readout.link.issues import find_issues
from readout.link.origins import find_origins
from readout.link.passages import find_passages
from readout.link.story import outsiders
from readout.link.utterances import find_utterances
from readout.model.links import Links
from readout.model.notes import Notes
from readout.model.text import Article

__all__ = ["link", "outsiders"]


def link(articles: Sequence[Article], notes: Sequence[Notes] = ()) -> Links:
    """Find what the articles share, who reported first-hand, when each was published, whom they name and quote.

    `notes` go with `articles`, or are empty: then no names are linked. The order of the articles does not matter.
    """
    passages = find_passages(articles)
    datings = settle(articles, passages)
    origins = find_origins(articles, passages, datings)
    if not notes:
        return Links(passages, origins, (), datings)
    named = find_entities(articles, notes)
    return Links(
        passages,
        origins,
        named,
        datings,
        utterances=find_utterances(articles, notes, named, datings),
        happenings=find_happenings(articles, notes, named, datings),
        figures=find_figures(articles, notes, named, datings),
        issues=find_issues(articles, notes, named, datings),
    )
