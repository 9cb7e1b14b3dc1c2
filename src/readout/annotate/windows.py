"""Windows over an article's units: how a text longer than the encoder reads at once is cut and joined again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive units, from `first` up to, not including, `last`."""

    first: int
    last: int


def overlapping(lengths: Sequence[int], longest: int, overlap: int) -> list[Window]:
    """Windows of whole units of at most `longest` subwords, each beginning some units before the last one ended.

    A unit that is longer still is a window of its own. Windows share at most `overlap` subwords.
    """
    found: list[Window] = []
    first = 0
    while first < len(lengths):
        last, total = first, 0
        while last < len(lengths) and (last == first or total + lengths[last] <= longest):
            total += lengths[last]
            last += 1
        found.append(Window(first, last))
        if last == len(lengths):
            break
        start, shared = last, 0
        while start - 1 > first and shared + lengths[start - 1] <= overlap:
            start -= 1
            shared += lengths[start]
        first = start
    return found


def chosen(lengths: Sequence[int], windows: Sequence[Window]) -> list[int]:
    """For each unit the window that it is read in: the one whose nearer edge is farthest from it.

    The ends of the text are no edges.
    """
    before = [0]
    for length in lengths:
        before.append(before[-1] + length)
    best = [-1] * len(lengths)
    room = [-1.0] * len(lengths)
    for number, window in enumerate(windows):
        for unit in range(window.first, window.last):
            left = before[unit] - before[window.first] if window.first else float("inf")
            right = before[window.last] - before[unit + 1] if window.last < len(lengths) else float("inf")
            if min(left, right) > room[unit]:
                best[unit], room[unit] = number, min(left, right)
    return best


def batches(lengths: Sequence[int], most: int, waste: float = 0.8) -> Iterator[list[int]]:
    """Rows of like length together, longest first: at most `most` subwords with padding, a row fills `waste` of it."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: (-lengths[row], row)):
        if batch and (lengths[batch[0]] * (len(batch) + 1) > most or lengths[row] < waste * lengths[batch[0]]):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
