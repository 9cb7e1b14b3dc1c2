"""TempEval-3's way of counting time expressions (UzZaman and others 2013, task A).

Relaxed: the extents meet; strict: they are the same; value: they meet and the TIMEX3 values are the same string.
Each expression of the one side is matched with one of the other at most, in order of the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.timeml import Timex


@dataclass(slots=True)
class Tally:
    """How many expressions there are on either side, and how many of the matched ones agree in what."""

    labelled: int = 0
    predicted: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    type: int = 0

    def add(self, labelled: Sequence[Timex], predicted: Sequence[Timex]) -> None:
        """Count one document."""
        self.labelled += len(labelled)
        self.predicted += len(predicted)
        for gold, found in matches(labelled, predicted):
            self.relaxed += 1
            self.strict += (gold.start, gold.end) == (found.start, found.end)
            self.value += gold.value == found.value
            self.type += gold.type == found.type

    def scores(self) -> dict[str, float]:
        """F1 of each count, and precision and recall of the relaxed one, in per cent."""
        total = self.labelled + self.predicted
        f1 = {name: _percent(2 * getattr(self, name), total) for name in ("relaxed", "strict", "value", "type")}
        return {
            **{f"{name} F1": score for name, score in f1.items()},
            "relaxed P": _percent(self.relaxed, self.predicted),
            "relaxed R": _percent(self.relaxed, self.labelled),
        }


def matches(labelled: Sequence[Timex], predicted: Iterable[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of expressions whose extents meet."""
    free, pairs = list(labelled), list[tuple[Timex, Timex]]()
    for found in predicted:
        gold = next((one for one in free if one.start < found.end and found.start < one.end), None)
        if gold is not None:
            free.remove(gold)
            pairs.append((gold, found))
    return pairs


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
