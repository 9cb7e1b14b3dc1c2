"""The weights of a log-linear ranking that make the right candidates likeliest."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.antecedents.data import Choice

_FEW = 5  # choices under which a feature is left out
_DECAY = 1e-3
_STEPS = 600
_RATE = 0.05

Floats = NDArray[np.float64]


def fitted(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights by name of feature: the mean log chance of what is right is greatest, less their squares."""
    counts = Counter(name for choice in choices for told in choice.features for name in told)
    names = sorted(name for name, count in counts.items() if count >= _FEW)
    table, groups, right = _laid_out(choices, {name: place for place, name in enumerate(names)})
    weights = _ascended(table, groups, right, len(choices))
    return {name: round(float(value), 3) for name, value in zip(names, weights, strict=True) if abs(value) >= 0.0005}


def _laid_out(choices: Sequence[Choice], place: dict[str, int]) -> tuple[Floats, NDArray[np.int64], NDArray[np.bool_]]:
    """A row for each candidate, the number of its choice, and whether it is right."""
    rows = [
        (number, told, right)
        for number, choice in enumerate(choices)
        for told, right in zip(choice.features, choice.right, strict=True)
    ]
    table = np.zeros((len(rows), len(place)))
    for row, (_, told, _) in enumerate(rows):
        for name, value in told.items():
            if name in place:
                table[row, place[name]] = value
    return table, np.array([number for number, _, _ in rows]), np.array([right for _, _, right in rows])


def _ascended(table: Floats, groups: NDArray[np.int64], right: NDArray[np.bool_], count: int) -> Floats:
    """Adam's steps up the mean log likelihood."""
    weights, first, second = (np.zeros(table.shape[1]) for _ in range(3))
    for step in range(1, _STEPS + 1):
        gradient = (
            table.T
            @ (_shares(table @ weights, groups, right, count) - _shares(table @ weights, groups, None, count))
            / count
            - _DECAY * weights
        )
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights += _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def _shares(scores: Floats, groups: NDArray[np.int64], right: NDArray[np.bool_] | None, count: int) -> Floats:
    """The chance of each candidate in its choice; with `right`, among those that are."""
    most = np.full(count, -np.inf)
    np.maximum.at(most, groups, scores)
    raised = np.exp(scores - most[groups]) * (1.0 if right is None else right)
    total = np.zeros(count)
    np.add.at(total, groups, raised)
    return raised / np.maximum(total[groups], 1e-30)
