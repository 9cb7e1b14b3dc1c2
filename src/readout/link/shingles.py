"""Runs of words that two reports share, by an index of hashed word shingles; linear in the size of the pile."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.link.pile import Pile

SHINGLE = 4
"""Words of a shingle. Longer ones lose reports edited in every line, shorter ones find little but stock phrases."""

FEW = 24
"""A shingle that stands in more places is compared along a chain of its places, not each with each."""

CHAIN = 2

_LEAST_TELLING = 1.0
"""Shingles of function words and names alone start no run."""

Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Runs:
    """Longest runs of the same words: `count` words from `left` on and from `right` on, in places of the pile.

    Ordered by the two articles, then by `left`; the article of `left` comes first in the pile.
    """

    left: Longs
    right: Longs
    count: Longs


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles that stand in more than one place: hashes, places and how many places hold each; sorted by hash."""

    hashes: NDArray[np.uint64]
    places: Longs
    held: Longs

    def held_at(self, size: int) -> Longs:
        """How many places hold the shingle at each place of a pile of `size` words; 0 where it stands once."""
        held = np.zeros(size, dtype=np.int64)
        held[self.places] = self.held
        return held


def find_runs(shingles: Shingles, pile: Pile) -> Runs:
    """All runs of at least `SHINGLE` words that two articles share."""
    return _in_order(_joined(_seeds(shingles, pile), len(pile.words)), pile)


def _seeds(shingles: Shingles, pile: Pile) -> Longs:
    """Pairs of places with the same shingle, as sorted keys: the distance of the places, then the first."""
    hashes, places, same = shingles.hashes, shingles.places, shingles.held
    size = len(pile.words)
    found = []
    for step in range(1, FEW):
        if len(hashes) <= step:
            break
        alike = hashes[step:] == hashes[:-step]
        if not alike.any():
            break
        if step > CHAIN:
            alike &= same[step:] <= FEW
        first, second = places[:-step][alike], places[step:][alike]
        apart = pile.owner[first] != pile.owner[second]
        found.append((second[apart] - first[apart]) * size + first[apart])
    keys = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
    keys.sort()
    return keys


def find_shingles(pile: Pile) -> Shingles:
    """The shingles that stand in more than one place; each in the order of its places."""
    count = max(0, len(pile.words) - SHINGLE + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    scattered = _scatter(pile.words)
    for offset in range(SHINGLE):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + scattered[offset : offset + count]
        hashes ^= hashes >> np.uint64(29)
    whole = pile.owner[:count] == pile.owner[SHINGLE - 1 :][:count]
    telling = pile.told[SHINGLE : SHINGLE + count] - pile.told[:count] >= _LEAST_TELLING
    places = np.flatnonzero(whole & telling)
    order = np.argsort(hashes[places], kind="stable")
    places = places[order]
    hashes = hashes[places]
    again = np.zeros(len(hashes), dtype=bool)
    alike = hashes[1:] == hashes[:-1]
    again[1:] |= alike
    again[:-1] |= alike
    hashes = hashes[again]
    return Shingles(hashes, places[again], _group_sizes(hashes))


def _scatter(words: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Word numbers spread over 64 bits (the finaliser of splitmix64)."""
    mixed = words.astype(np.int64).view(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _group_sizes(hashes: NDArray[np.uint64]) -> Longs:
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else np.zeros(0, int)
    sizes = np.diff(np.append(starts, len(hashes)))
    return np.repeat(sizes, sizes)


def _joined(keys: Longs, size: int) -> Runs:
    """Shingles at the same distance that overlap or touch, joined to the longest runs."""
    if not len(keys):
        empty = np.zeros(0, dtype=np.int64)
        return Runs(empty, empty, empty)
    starts = np.flatnonzero(np.concatenate(([True], np.diff(keys) > SHINGLE)))
    ends = np.append(starts[1:], len(keys)) - 1
    distance, left = np.divmod(keys[starts], size)
    return Runs(left, left + distance, keys[ends] - keys[starts] + SHINGLE)


def _in_order(runs: Runs, pile: Pile) -> Runs:
    order = np.lexsort((runs.right, runs.left, pile.owner[runs.right], pile.owner[runs.left]))
    return Runs(runs.left[order], runs.right[order], runs.count[order])
