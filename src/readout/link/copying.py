"""How much two reports have in common, passage by passage summed up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import Article

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Copying:
    """What one of two reports has from the other, or both from a third: `share` is of the shorter body, 0 to 1."""

    left: str
    right: str
    words: int
    share: float
    spans: tuple[Span, ...]


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


def _words(article: Article, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(article.text, start, end))
