"""A linear-chain conditional random field in numpy: its likelihood and gradient, and Adam to climb it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Field:
    """Scores: `emissions` [features, roles], `transitions` [roles, roles], `start` and `end` [roles]."""

    emissions: Floats
    transitions: Floats
    start: Floats
    end: Floats

    @classmethod
    def zeros(cls, features: int, roles: int) -> "Field":
        """A field that prefers nothing."""
        return cls(np.zeros((features, roles)), np.zeros((roles, roles)), np.zeros(roles), np.zeros(roles))

    def parts(self) -> list[Floats]:
        """The arrays, for an optimiser."""
        return [self.emissions, self.transitions, self.start, self.end]


def likelihood(field: Field, rows: Sequence[npt.NDArray[np.int64]], gold: Sequence[int]) -> tuple[float, Field]:
    """Log-likelihood of the gold roles of one article and its gradient. `rows`: the active features of each line."""
    scores = np.stack([field.emissions[each].sum(axis=0) for each in rows])
    forward, backward = _forward(field, scores), _backward(field, scores)
    total = _log_sum(forward[-1] + field.end)
    marginals = np.exp(forward + backward - total)
    gradient = Field.zeros(*field.emissions.shape)
    value = float(field.start[gold[0]] + field.end[gold[-1]] - total)
    expected = -marginals
    for line, role in enumerate(gold):
        expected[line, role] += 1
        value += float(scores[line, role])
        np.add.at(gradient.emissions, rows[line], expected[line])
    gradient.start += expected[0]
    gradient.end += expected[-1]
    for line in range(1, len(gold)):
        pair = forward[line - 1][:, None] + field.transitions + (scores[line] + backward[line])[None, :] - total
        gradient.transitions -= np.exp(pair)
        gradient.transitions[gold[line - 1], gold[line]] += 1
        value += float(field.transitions[gold[line - 1], gold[line]])
    return value, gradient


def decode(field: Field, rows: Sequence[npt.NDArray[np.int64]]) -> list[int]:
    """The most likely roles."""
    scores = np.stack([field.emissions[each].sum(axis=0) for each in rows])
    best, back = field.start + scores[0], []
    for row in scores[1:]:
        paths = best[:, None] + field.transitions
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int((best + field.end).argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


class Adam:
    """Kingma and Ba 2015, climbing."""

    def __init__(self, field: Field, rate: float) -> None:
        self._field = field
        self._rate = rate
        self._first = [np.zeros_like(part) for part in field.parts()]
        self._second = [np.zeros_like(part) for part in field.parts()]
        self._step = 0

    def climb(self, gradient: Field) -> None:
        """One step along a gradient."""
        self._step += 1
        scale = self._rate * np.sqrt(1 - 0.999**self._step) / (1 - 0.9**self._step)
        for i, (part, slope) in enumerate(zip(self._field.parts(), gradient.parts(), strict=True)):
            self._first[i] += 0.1 * (slope - self._first[i])
            self._second[i] += 0.001 * (slope * slope - self._second[i])
            np.add(part, scale * self._first[i] / (np.sqrt(self._second[i]) + 1e-8), out=part)


def _forward(field: Field, scores: Floats) -> Floats:
    table = np.empty_like(scores)
    table[0] = field.start + scores[0]
    for line in range(1, len(scores)):
        table[line] = _log_sum_rows(table[line - 1][:, None] + field.transitions) + scores[line]
    return table


def _backward(field: Field, scores: Floats) -> Floats:
    table = np.empty_like(scores)
    table[-1] = field.end
    for line in range(len(scores) - 2, -1, -1):
        table[line] = _log_sum_rows((field.transitions + scores[line + 1] + table[line + 1]).T)
    return table


def _log_sum(values: Floats) -> float:
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum()))


def _log_sum_rows(table: Floats) -> Floats:
    top = table.max(axis=0)
    result: Floats = top + np.log(np.exp(table - top).sum(axis=0))
    return result
