"""PLOVER types scored: macro-averaged F1 over the types that the gold has, and accuracy."""

from collections import Counter
from collections.abc import Sequence


def score(golds: Sequence[str], predictions: Sequence[str]) -> dict[str, float]:
    """Root macro-F1, accuracy and F1 by root, in per cent; the newer CONCEDE and RETREAT count as YIELD."""
    wanted = [older(root) for root in golds]
    guessed = [older(root) for root in predictions]
    right = Counter(gold for gold, guess in zip(wanted, guessed, strict=True) if gold == guess)
    gold, found = Counter(wanted), Counter(guessed)
    by_root = {root: 200 * right[root] / (gold[root] + found[root]) for root in sorted(gold)}
    return {
        "root macro-F1": round(sum(by_root.values()) / max(len(by_root), 1), 2),
        "root accuracy": round(100 * right.total() / max(len(wanted), 1), 2),
    } | {root: round(value, 2) for root, value in by_root.items()}


def older(root: str) -> str:
    """The type's name in the corpus's version of PLOVER."""
    return "YIELD" if root in {"CONCEDE", "RETREAT"} else root
