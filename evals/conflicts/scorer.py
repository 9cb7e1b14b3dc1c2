"""Precision and recall of joining figures that measure one thing, and of telling that they disagree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evals.conflicts.labels import Label

_DISAGREE = frozenset({"differ", "contradict"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the program says of a pair: whether it is one figure, and if so how the two stand to each other."""

    gold: Label
    told: Label


def scores(judged: Iterable[Judged]) -> dict[str, float]:
    """In per cent: P and R of joins, of disagreements, and how many joined pairs have the right verdict."""
    rows = list(judged)
    joined = [row for row in rows if row.told != "other"]
    same = [row for row in rows if row.gold != "other"]
    both = [row for row in joined if row.gold != "other"]
    loud = [row for row in rows if row.told in _DISAGREE]
    due = [row for row in rows if row.gold in _DISAGREE]
    hits = [row for row in loud if row.gold in _DISAGREE]
    return {
        "pairs": float(len(rows)),
        "same thing": float(len(same)),
        "join P": _share(len(both), len(joined)),
        "join R": _share(len(both), len(same)),
        "disagreements": float(len(due)),
        "disagreement P": _share(len(hits), len(loud)),
        "disagreement R": _share(len(hits), len(due)),
        "verdict right of joined": _share(sum(row.gold == row.told for row in both), len(both)),
    }


def confusion(judged: Iterable[Judged]) -> Counter[tuple[Label, Label]]:
    """How often each gold label met each told one."""
    return Counter((row.gold, row.told) for row in judged)


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
