"""MUC, B-cubed, CEAF-e and their mean, the CoNLL score, for groupings of the same mentions.

Vilain and others 1995, Bagga and Baldwin 1998, Luo 2005, Pradhan and others 2012.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Grouping = Mapping[Hashable, Hashable]
"""The entity of each mention; key and response have the same mentions."""


@dataclass(slots=True)
class Share:
    """What was got of what was due, as sums over documents."""

    got: float = 0.0
    due: float = 0.0

    @property
    def value(self) -> float:
        """The share, 0 where nothing is due."""
        return self.got / self.due if self.due else 0.0


@dataclass(slots=True)
class Metric:
    """Recall and precision of one measure, added up over documents."""

    recall: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.recall.value + self.precision.value
        return 2 * self.recall.value * self.precision.value / both if both else 0.0


class Conll:
    """Adds up documents: `add` one after the other, then read `scores`."""

    def __init__(self) -> None:
        self._metrics = {name: Metric() for name in ("MUC", "B3", "CEAFe")}

    def add(self, key: Grouping, response: Grouping) -> None:
        """Score one document, or one story for coreference across documents."""
        assert set(key) == set(response), "the same mentions are grouped"
        pairs = (key, response), (response, key)
        for share, (left, right) in zip(("recall", "precision"), pairs, strict=True):
            _muc(getattr(self._metrics["MUC"], share), left, right)
            _b_cubed(getattr(self._metrics["B3"], share), left, right)
        _ceaf(self._metrics["CEAFe"], key, response)

    def scores(self) -> dict[str, float]:
        """Per cent: F1 of each measure, and their mean."""
        found = {name: 100 * metric.f1 for name, metric in self._metrics.items()}
        return {name: round(value, 1) for name, value in (found | {"CoNLL": sum(found.values()) / 3}).items()}


def _groups(grouping: Grouping) -> list[set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, entity in grouping.items():
        found[entity].add(mention)
    return list(found.values())


def _muc(share: Share, left: Grouping, right: Grouping) -> None:
    for group in _groups(left):
        share.got += len(group) - len({right[mention] for mention in group})
        share.due += len(group) - 1


def _b_cubed(share: Share, left: Grouping, right: Grouping) -> None:
    for group in _groups(left):
        share.got += sum(count**2 for count in Counter(right[mention] for mention in group).values()) / len(group)
        share.due += len(group)


def _ceaf(metric: Metric, key: Grouping, response: Grouping) -> None:
    left, right = _groups(key), _groups(response)
    if not left:
        return
    likeness = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in right] for one in left])
    got = _best(likeness)
    for share, groups in ((metric.recall, left), (metric.precision, right)):
        share.got += got
        share.due += len(groups)


def _best(likeness: NDArray[np.float64]) -> float:
    """The greatest sum of a one-to-one assignment (Kuhn 1955, by shortest augmenting paths)."""
    weights = -likeness if likeness.shape[0] <= likeness.shape[1] else -likeness.T
    rows, columns = weights.shape
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # row 0 and column 0 stand for none
    for row in range(1, rows + 1):
        _augment(weights, row, by_row, by_column, owner)
    taken = np.flatnonzero(owner[1:])
    return float(-weights[owner[1:][taken] - 1, taken].sum())


def _augment(
    weights: NDArray[np.float64],
    row: int,
    by_row: NDArray[np.float64],
    by_column: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> None:
    """Assign one more row, moving others where that is better in sum."""
    columns = weights.shape[1]
    least = np.full(columns + 1, np.inf)
    way = np.zeros(columns + 1, dtype=np.int64)
    used = np.zeros(columns + 1, dtype=bool)
    owner[0], column = row, 0
    while True:
        used[column] = True
        cost = weights[owner[column] - 1] - by_row[owner[column]] - by_column[1:]
        closer = ~used[1:] & (cost < least[1:])
        least[1:][closer] = cost[closer]
        way[1:][closer] = column
        following = int(np.where(used, np.inf, least).argmin())
        step = least[following]
        by_row[owner[used]] += step
        by_column[used] -= step
        least[~used] -= step
        column = following
        if owner[column] == 0:
            break
    while column:
        owner[column], column = owner[way[column]], int(way[column])
