"""How probable each span of a BIO tagging is: sums over all taggings of a chain, where `sequences` finds the best."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.annotate.decode import ChainScores
from readout.annotate.weights import Floats

Doubles = NDArray[np.float64]

_NEVER = -60.0  # the logarithm of what is as good as nothing


@dataclass(frozen=True, slots=True)
class SpanChance:
    """Words `first` up to, not including, `last` as one span, and its probability."""

    first: int
    last: int
    chance: float


@dataclass(frozen=True, slots=True)
class Marginals:
    """Of many sequences at once, one row for each word; tags are O, B and I of the first label, and so on.

    `forward` times `backward` is each tag's probability. `into` is what a word's tag multiplies a path by, `move` what
    the step between two tags does. `begin` and `end` bound each word's sequence.
    """

    forward: Doubles
    backward: Doubles
    into: Doubles
    move: Doubles
    bounds: tuple[int, ...]

    @property
    def tags(self) -> Doubles:
        """(words, tags): how probable each tag of a word is."""
        return self.forward * self.backward

    def closing(self, label: int) -> tuple[Doubles, Doubles]:
        """What ends a span at each word: after a lone B, and after an I."""
        inner = 2 + 2 * label
        leaving = self.move.copy()
        leaving[:, inner] = 0.0
        after = np.zeros_like(self.backward)
        after[:-1] = self.into[1:] * self.backward[1:]
        found = [after @ leaving[tag] for tag in (inner - 1, inner)]
        ends = np.array(self.bounds[1:]) - 1
        for place, tag in enumerate((inner - 1, inner)):
            found[place][ends] = self.backward[ends, tag]
        return found[0], found[1]


def marginals(emissions: Floats, bounds: Sequence[int], chain: ChainScores) -> Marginals:
    """Forward and backward sums, scaled word by word. `bounds` hold the first word of each sequence and the end."""
    bounds = sorted(set(bounds))
    count, width = emissions.shape
    weight = np.exp(emissions.astype(np.float64) - emissions.max(axis=1, keepdims=True))
    move, end = np.exp(chain.transitions.astype(np.float64)), np.exp(chain.end.astype(np.float64))
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = np.asarray(bounds)[:-1][order], lengths[order]
    forward, backward = np.zeros((count, width)), np.zeros((count, width))
    scale = np.ones(count)
    state = weight[starts] * np.exp(chain.start.astype(np.float64))
    live = [int(np.searchsorted(-lengths, -step, side="left")) for step in range(int(lengths[0]))]
    for step, rows in enumerate(live):
        at = starts[:rows] + step
        if step:
            state = (state[:rows] @ move) * weight[at]
        total = state.sum(axis=1)
        state = state / total[:, None]
        forward[at], scale[at] = state, total
    into = weight / scale[:, None]
    last = starts + lengths - 1
    backward[last] = end / (forward[last] @ end)[:, None]
    for step in range(int(lengths[0]) - 2, -1, -1):
        at = starts[: live[step + 1]] + step
        backward[at] = (into[at + 1] * backward[at + 1]) @ move.T
    return Marginals(forward, backward, into, move, tuple(bounds))


def likely(
    found: Marginals, label: int, least: float, always: Collection[tuple[int, int]] = ()
) -> Iterator[SpanChance]:
    """The spans of a label, counted from 0, that have more than the `least` probability, in text order.

    With them come those of `always`, given by their first word and the word after the last.
    """
    outer, inner = 1 + 2 * label, 2 + 2 * label
    alone, closed = found.closing(label)
    with np.errstate(divide="ignore"):
        run = np.cumsum(np.maximum(np.log(found.into[:, inner] * found.move[inner, inner]), _NEVER))
    step = found.move[outer, inner] / found.move[inner, inner]
    starts = np.unique([*np.flatnonzero(found.tags[:, outer] > least).tolist(), *(first for first, _ in always)])
    starts = starts.astype(np.int64)
    stops = np.asarray(found.bounds)[np.searchsorted(found.bounds, starts, side="right")]
    for first, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        opened = found.forward[first, outer]
        chances = opened * step * np.exp(run[first:stop] - run[first]) * closed[first:stop]
        chances[0] = opened * alone[first]
        kept = chances > least
        kept[[last - first - 1 for other, last in always if other == first]] = True
        for place in np.flatnonzero(kept).tolist():
            yield SpanChance(first, first + place + 1, float(chances[place]))
