"""The words of a text as numbers, found for a whole article at once."""

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_MARKS = np.array([ord(mark) for mark in '"“”„«»`'], dtype=np.uint32)
_PLANE = 0x10000  # beyond it stand emoji and rare scripts: no words


@dataclass(frozen=True, slots=True)
class Wording:
    """Runs of letters and digits: where they stand, a hash of each in lower case, and what shows of it.

    `capital` and `figure` tell what a word begins with; `after_mark` whether a quotation mark stands before it.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    hash: NDArray[np.uint64]
    capital: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    after_mark: NDArray[np.bool_]


def wording(text: str) -> Wording:
    """The words of a text. Apostrophes, hyphens and points part words, so that their drawing does not matter."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _letters()[np.minimum(points, _PLANE)]
    edges = np.flatnonzero(np.diff(letters, prepend=False, append=False))
    start, end = edges[::2], edges[1::2]
    lower = _lower()[np.minimum(points, _PLANE)]
    figure = (points[start] >= ord("0")) & (points[start] <= ord("9"))
    return Wording(
        start=start.astype(np.int32),
        end=end.astype(np.int32),
        hash=_hashes(lower, start, end),
        capital=lower[start] != points[start],
        figure=figure,
        after_mark=_between(np.flatnonzero(np.isin(points, _MARKS)), start, end),
    )


def _between(signs: NDArray[np.int64], start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The words between which and the word before one of the signs stands."""
    before = np.searchsorted(signs, np.concatenate(([0], end[:-1]))) if len(start) else start
    between: NDArray[np.bool_] = np.searchsorted(signs, start) > before
    return between


def word_hash(word: str) -> int:
    """The hash of one word, as `wording` gives it."""
    return int(wording(word).hash[0])


def _hashes(points: NDArray[np.uint32], start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Polynomial hashes modulo 2**64 of stretches, as differences of one running sum."""
    powers, inverses = _powers(len(points))
    sums = np.zeros(len(points) + 1, dtype=np.uint64)
    np.cumsum(_mixed()[np.minimum(points, _PLANE)] * powers, out=sums[1:])
    return (sums[end] - sums[start]) * inverses[start]


def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    size = 1 << max(12, count.bit_length())
    powers, inverses = _power_table(size)
    return powers[:count], inverses[:count]


@functools.lru_cache(maxsize=2)
def _power_table(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    tables = []
    for base in (_BASE, _INVERSE):
        table = np.full(size, base, dtype=np.uint64)
        table[0] = 1
        tables.append(np.multiply.accumulate(table))
    return tables[0], tables[1]


@functools.cache
def _letters() -> NDArray[np.bool_]:
    return np.array([*(chr(point).isalnum() for point in range(_PLANE)), False])


@functools.cache
def _lower() -> NDArray[np.uint32]:
    """The small letter of each; where there is none of one sign, the letter itself."""
    lower = [ord(small) if len(small := chr(point).lower()) == 1 else point for point in range(_PLANE)]
    return np.array([*lower, _PLANE], dtype=np.uint32)


@functools.cache
def _mixed() -> NDArray[np.uint64]:
    """A number of 64 bits for each character, the same on every machine."""
    mixed = (np.arange(_PLANE + 1, dtype=np.uint64) + np.uint64(1)) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(29))
