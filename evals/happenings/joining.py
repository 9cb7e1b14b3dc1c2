"""Which events are one: pairs of annotated events of ECB+ that we join, in per cent.

The two subtopics of a topic are look-alike events, of other years and mostly without dates: a pile of both is harder
than any story. Only pairs count of which both were found; every third topic is read.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from pathlib import Path

from corpora.coreference import ACTIONS, Document, EntityMention, ecbplus_documents
from evals import plain
from readout.annotate.annotator import each
from readout.link.dates import settle
from readout.link.entities import find_entities
from readout.link.happenings import find_happenings
from readout.model.notes import Notes
from readout.model.text import Article

_EVERY = 3


def joined(root: Path) -> dict[str, float]:
    """Precision and recall of the pairs that are joined, and how many join two look-alike events."""
    right = ours = gold = astray = 0
    topics = groupby(sorted(ecbplus_documents(root, ACTIONS), key=_topic), key=_topic)
    for number, (_, documents) in enumerate(topics):
        if number % _EVERY:
            continue
        for (event, group, story), (other, other_group, other_story) in combinations(_told(list(documents)), 2):
            gold += event == other
            ours += group == other_group
            right += event == other and group == other_group
            astray += group == other_group and story != other_story
    return {
        "joined P": _percent(right, ours),
        "joined R": _percent(right, gold),
        "joined look-alikes": _percent(astray, ours),
    }


def _topic(document: Document) -> int:
    return int(document.story.split()[0])


def _told(documents: Sequence[Document]) -> list[tuple[str, tuple[str, int], str]]:
    """For each annotated event that we found: the event, our group, and the story that it belongs to."""
    articles = [plain.article(one.id, one.text) for one in documents]
    notes = list(each(articles, vectors=False))
    groups = find_happenings(articles, notes, find_entities(articles, notes), settle(articles))
    first = {key: group.tellings[0] for group in groups for key in group.tellings}
    return [
        (event, first[key], document.story)
        for document, article, note in zip(documents, articles, notes, strict=True)
        for key, event in _found(document, article, note)
        if key in first
    ]


def _found(document: Document, article: Article, notes: Notes) -> Iterator[tuple[tuple[str, int], str]]:
    for number, happening in enumerate(notes.happenings):
        head = (happening.head.start, happening.head.end)
        mention = next((one for one in document.mentions if _meet(one, head)), None)
        if mention is not None:
            yield (article.id, number), mention.entity


def _meet(mention: EntityMention, head: tuple[int, int]) -> bool:
    return mention.span[0] < head[1] and head[0] < mention.span[1]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
