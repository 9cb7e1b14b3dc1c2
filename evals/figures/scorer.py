"""How quantities are counted: each labelled one is matched with one found of the same value in its sentence.

With unit: the units are the same too, in NewsQuant's normal form or as printed, singular and case aside. With change:
the sign is the same too. Where a sentence has one value twice, the pair that agrees in most is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.newsquant import Quantity
from readout.grammar.units import singular


@dataclass(slots=True)
class Tally:
    """Counts over sentences."""

    labelled: int = 0
    predicted: int = 0
    value: int = 0
    unit: int = 0
    change: int = 0

    def add(self, labelled: Sequence[Quantity], predicted: Sequence[Quantity]) -> None:
        """Count one sentence."""
        self.labelled += len(labelled)
        self.predicted += len(predicted)
        for gold, found in matches(labelled, predicted):
            self.value += 1
            self.unit += same_unit(gold, found)
            self.change += gold.change == found.change

    def scores(self) -> dict[str, float]:
        """F1 of each count, and precision and recall of the values, in per cent."""
        total = self.labelled + self.predicted
        names = {"value": self.value, "value and unit": self.unit, "value and change": self.change}
        return {
            **{f"{name} F1": _percent(2 * count, total) for name, count in names.items()},
            "value P": _percent(self.value, self.predicted),
            "value R": _percent(self.value, self.labelled),
        }


def matches(labelled: Sequence[Quantity], predicted: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Pairs of the same value."""
    free, pairs = list(predicted), list[tuple[Quantity, Quantity]]()
    for gold in labelled:
        alike = [found for found in free if same_value(gold.value, found.value)]
        if alike:
            best = max(alike, key=lambda found: 2 * same_unit(gold, found) + (gold.change == found.change))
            free.remove(best)
            pairs.append((gold, best))
    return pairs


def same_value(left: str, right: str) -> bool:
    """Whether two values or ranges are the same to six digits; a range may be given from either end."""
    ours, theirs = _numbers(left), _numbers(right)
    return len(ours) == len(theirs) and all(
        abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1) for a, b in zip(sorted(ours), sorted(theirs), strict=True)
    )


def _numbers(value: str) -> list[float]:
    return [float(part) for part in re.findall(r"(?<![\d.])-?[\d.]+(?:[eE][-+]?\d+)?", value.replace(" ", ""))]


def same_unit(gold: Quantity, found: Quantity) -> bool:
    """Whether the unit is right in its normal form, or the same words."""
    ours = {_plain(found.normalized_unit), _plain(found.unit)}
    return bool(ours & {_plain(gold.normalized_unit), _plain(gold.unit)})


def _plain(unit: str) -> str:
    words = re.sub(r"[^\w%$€£-]+", " ", unit.lower()).split()
    return " ".join(singular(word) for word in words if word not in {"and", "of", "the"}) or "-"


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
