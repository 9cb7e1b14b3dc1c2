"""Names scored exactly: span and type, micro-averaged, as CoNLL 2003 does."""

from collections import Counter
from collections.abc import Iterable

from corpora.worldwide_ner import TYPES, NamedArticle

Span = tuple[int, int, str]


def score(golds: Iterable[NamedArticle], predictions: Iterable[NamedArticle]) -> dict[str, float]:
    """F1 of all entities and of each type, in per cent; tokens must be the same on both sides."""
    right, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    for ours, theirs in zip(golds, predictions, strict=True):
        for wanted, found in zip(ours.paragraphs, theirs.paragraphs, strict=True):
            spans, guesses = set(entities(wanted.tags)), set(entities(found.tags))
            right.update(kind for _, _, kind in spans & guesses)
            predicted.update(kind for _, _, kind in guesses)
            gold.update(kind for _, _, kind in spans)
    scores = {
        "micro F1": _percent(2 * right.total(), predicted.total() + gold.total()),
        "micro P": _percent(right.total(), predicted.total()),
        "micro R": _percent(right.total(), gold.total()),
    }
    return scores | {kind: _percent(2 * right[kind], predicted[kind] + gold[kind]) for kind in TYPES}


def entities(tags: Iterable[str]) -> list[Span]:
    """(first token, after the last, type) of BIO tags; an I that continues nothing opens an entity."""
    found: list[Span] = []
    before = "O"
    for index, tag in enumerate(tags):
        if tag != "O":
            if tag[0] == "I" and before[2:] == tag[2:]:
                found[-1] = (found[-1][0], index + 1, tag[2:])
            else:
                found.append((index, index + 1, tag[2:]))
        before = tag
    return found


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
