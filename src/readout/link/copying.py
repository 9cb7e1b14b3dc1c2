"""How much two reports have in common, passage by passage summed up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import Article

MANY = 5
"""Other reports that hold the one passage that two have in common, for it to be widespread."""

FEW_SENTENCES = 60
"""Words of such a passage, at most."""

_NEAR = 200
"""Characters within which the middle of a passage lies, for two to be taken for one."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Copying:
    """What one of two reports has from the other, or both from a third: `share` is of the shorter body, 0 to 1.

    `widespread`: it is one passage of a few sentences that many other reports hold as well, and have no more in common
    with these two: a standing note, or background of which nobody can tell whose it is.
    """

    left: str
    right: str
    words: int
    share: float
    spans: tuple[Span, ...]
    widespread: bool = False


def find_copying(articles: Mapping[str, Article], passages: Iterable[SharedPassage]) -> list[Copying]:
    """The pairs that share copied text, those with the greatest share first."""
    pairs: dict[tuple[str, str], list[SharedPassage]] = {}
    for passage in passages:
        if passage.kind is PassageKind.COPIED:
            pairs.setdefault((passage.left.article, passage.right.article), []).append(passage)
    lengths: dict[str, int] = {}
    for name in {name for pair in pairs for name in pair}:
        lengths[name] = sum(_words(articles[name], block.start, block.end) for block in articles[name].paragraphs())
    found = [_copying(pair, shared, articles, lengths) for pair, shared in pairs.items()]
    found = _with_widespread(found)
    return sorted(found, key=lambda one: (-one.share, -one.words, one.left, one.right))


def _copying(
    pair: tuple[str, str],
    shared: Sequence[SharedPassage],
    articles: Mapping[str, Article],
    lengths: Mapping[str, int],
) -> Copying:
    sides = [[passage.left for passage in shared], [passage.right for passage in shared]]
    counts = [sum(_words(articles[one.article], one.start, one.end) for one in side) for side in sides]
    words = min(counts)
    shorter = max(1, min(lengths[name] for name in pair))
    return Copying(*pair, words, min(1.0, words / shorter), tuple(span for side in sides for span in side))


def _with_widespread(found: Sequence[Copying]) -> list[Copying]:
    alone = [one for one in found if len(one.spans) == 2 and one.words <= FEW_SENTENCES]
    partners: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in alone:
        for span, other in zip(one.spans, (one.right, one.left), strict=True):
            place = (span.start + span.end) // 2 // _NEAR
            for near in (place - 1, place, place + 1):
                partners[span.article, near].add(other)
    widespread = {
        (one.left, one.right)
        for one in alone
        if any(len(partners[span.article, (span.start + span.end) // 2 // _NEAR]) > MANY for span in one.spans)
    }
    return [replace(one, widespread=(one.left, one.right) in widespread) for one in found]


def _words(article: Article, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(article.text, start, end))
