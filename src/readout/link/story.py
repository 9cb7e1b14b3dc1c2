"""Which reports do not belong to the story that the others tell.

Two reports are alike by the vectors of their headlines and openings and by the names that they share. The story is the
largest group of reports joined by likeness, if it is more than half of them; what stands outside is told, with a
reason. Two reports alone, or two stories of equal size, leave nothing to go by.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from readout.link.grouping import Grouping
from readout.model.notes import NameKind, Notes
from readout.model.text import Article, Role, TextSpan

_OPENING = 8  # sentences, the headline among them, that tell what a report is about
_NAMES = 0.3  # what sharing all names is worth beside the cosine; set with the next by `evals/story`
_ALIKE = 0.55  # likeness from which two reports are joined
_NAMED = frozenset({NameKind.PERSON, NameKind.ORGANIZATION, NameKind.LOCATION, NameKind.NATIONALITY, NameKind.FACILITY})
_LEAST = 3


def outsiders(articles: Sequence[Article], notes: Sequence[Notes]) -> list[tuple[str, str]]:
    """The ids of the reports that seem to tell another story, each with the reason; `notes` need vectors.

    The order of the articles does not matter to what is found.
    """
    seen = sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
    known = [(article, note) for article, note in seen if any(sentence.vector for sentence in note.sentences)]
    if len(known) < _LEAST:
        return []
    likeness = _likeness(known)
    story = _story(likeness)
    if 2 * len(story) <= len(known):
        return []
    return [
        (article.id, _reason(number, likeness, story, known))
        for number, (article, _) in enumerate(known)
        if number not in story
    ]


def _likeness(known: Sequence[tuple[Article, Notes]]) -> NDArray[np.float64]:
    """(reports, reports): cosine of the openings, and the share of the fewer names that both have."""
    openings = np.stack([_opening(article, note) for article, note in known])
    likeness = np.einsum("id,jd->ij", openings, openings)
    names = [_names(article, note) for article, note in known]
    for left, right in combinations(range(len(known)), 2):
        shared = len(names[left] & names[right]) / max(1, min(len(names[left]), len(names[right])))
        likeness[left, right] += _NAMES * shared
        likeness[right, left] = likeness[left, right]
    return np.asarray(likeness, dtype=np.float64)


def _opening(article: Article, note: Notes) -> NDArray[np.float64]:
    read = [block for block in article.blocks if block.role in {Role.HEADLINE, Role.PARAGRAPH}]
    vectors = [
        sentence.vector
        for sentence in note.sentences
        if sentence.vector and any(block.start <= sentence.span.start < block.end for block in read)
    ]
    mean = np.mean(vectors[:_OPENING] or [note.sentences[0].vector], axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float64)


def _names(article: Article, note: Notes) -> frozenset[str]:
    opening = [sentence.span for sentence in note.sentences[: 2 * _OPENING]]
    end = max((span.end for span in opening), default=0)
    return frozenset(
        _plain(mention.span, article)
        for mention in note.mentions
        if mention.kind in _NAMED and mention.span.start < end
    )


def _plain(span: TextSpan, article: Article) -> str:
    return span.of(article.text).casefold().removesuffix("'s").removesuffix("’s")


def _story(likeness: NDArray[np.float64]) -> frozenset[int]:
    """The largest group that likeness joins; of two as large, the one with the first report."""
    grouping = Grouping(range(len(likeness)))
    for left, right in combinations(range(len(likeness)), 2):
        if likeness[left, right] >= _ALIKE:
            grouping.join(left, right)
    groups = [grouping.root(number) for number in range(len(likeness))]
    largest = max(groups, key=lambda group: (groups.count(group), -groups.index(group)))
    return frozenset(number for number, group in enumerate(groups) if group == largest)


def _reason(
    number: int, likeness: NDArray[np.float64], story: frozenset[int], known: Sequence[tuple[Article, Notes]]
) -> str:
    nearest = max(sorted(story), key=lambda other: likeness[number, other])
    own, other = (_names(*known[place]) for place in (number, nearest))
    shared = ", ".join(sorted(own & other)[:3]) or "none"
    return (
        f"seems to tell another story: its headline and opening are unlike those of the other {len(story)} reports "
        f"(nearest: {likeness[number, nearest]:.2f}, {_ALIKE} is needed; names shared with it: {shared})"
    )
