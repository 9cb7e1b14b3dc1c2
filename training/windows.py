"""Windows over prepared documents, and batches of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.prepared import IGNORED, Prepared

LONGEST = 256
"""Subwords in a training window."""

READ, OVERLAP = 224, 32
"""Subwords in a window at run time, and how many the next one shares: no worse than 320 and 64, and faster."""

_BATCH_TOKENS = 2560


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive units of one document, from `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded. `offsets` are the numbers of the windows' first words in the prepared corpus."""

    hidden: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    labels: Tensor
    units: Tensor
    offsets: tuple[int, ...]


def cut(prepared: Prepared, rng: np.random.Generator, longest: int = LONGEST) -> list[Window]:
    """All documents in windows, cut at new places each time."""
    lengths = np.diff(prepared.tokens_of)
    found: list[Window] = []
    for begin, end in zip(prepared.units_of[:-1], prepared.units_of[1:], strict=True):
        first, total, allowed = int(begin), 0, int(rng.integers(longest // 3, longest + 1))
        for unit in range(int(begin), int(end)):
            if total and total + lengths[unit] > allowed:
                found.append(Window(first, unit))
                first, total, allowed = unit, 0, longest
            total += int(lengths[unit])
        if first < end:
            found.append(Window(first, int(end)))
    return found


def overlapping(prepared: Prepared, document: int, longest: int = READ, overlap: int = OVERLAP) -> list[Window]:
    """The windows of one document as at run time: each begins some units before the last one ended."""
    lengths = np.diff(prepared.tokens_of).tolist()
    end = int(prepared.units_of[document + 1])
    first, found = int(prepared.units_of[document]), list[Window]()
    while first < end:
        last, total = first, 0
        while last < end and (last == first or total + lengths[last] <= longest):
            total += lengths[last]
            last += 1
        found.append(Window(first, last))
        if last == end:
            break
        start, shared = last, 0
        while start - 1 > first and shared + lengths[start - 1] <= overlap:
            start -= 1
            shared += lengths[start]
        first = start
    return found


def batches(prepared: Prepared, windows: Sequence[Window], rng: np.random.Generator) -> list[list[Window]]:
    """Windows of like length together, in random order."""
    length = {window: int(prepared.tokens_of[window.last] - prepared.tokens_of[window.first]) for window in windows}
    ordered = sorted(windows, key=lambda window: -length[window] * rng.uniform(0.9, 1.1))
    found: list[list[Window]] = [[]]
    for window in ordered:
        longest = max([length[window], *(length[other] for other in found[-1])])
        if found[-1] and longest * (len(found[-1]) + 1) > _BATCH_TOKENS:
            found.append([])
        found[-1].append(window)
    rng.shuffle(found)  # type: ignore[arg-type]
    return found


def collate(prepared: Prepared, windows: Sequence[Window]) -> Batch:
    """One batch of windows of one corpus."""
    parts = list(_parts(prepared, windows))
    longest = max(len(part[0]) for part in parts)
    wordiest = max(len(part[2]) for part in parts)
    size, columns = len(parts), prepared.labels.shape[1]
    hidden = torch.zeros(size, longest, prepared.hidden.shape[1])
    features = torch.zeros(size, longest, prepared.features.shape[1], dtype=torch.long)
    mask = torch.zeros(size, longest)
    first = torch.zeros(size, wordiest, dtype=torch.long)
    word = torch.zeros(size, wordiest, dtype=torch.bool)
    labels = torch.full((size, wordiest, columns), IGNORED)
    units = torch.full((size, wordiest), -1)
    for row, (states, codes, starts, golds, owners) in enumerate(parts):
        hidden[row, : len(states)] = states.float()
        features[row, : len(states)] = torch.from_numpy(codes)
        mask[row, : len(states)] = 1
        first[row, : len(starts)] = torch.from_numpy(starts)
        word[row, : len(starts)] = True
        labels[row, : len(starts)] = torch.from_numpy(golds)
        units[row, : len(starts)] = torch.from_numpy(owners)
    offsets = tuple(int(prepared.words_of[window.first]) for window in windows)
    return Batch(hidden, features, mask, first, word, labels, units, offsets)


def _parts(
    prepared: Prepared, windows: Sequence[Window]
) -> Iterator[tuple[Tensor, np.ndarray, np.ndarray, np.ndarray, np.ndarray]]:  # type: ignore[type-arg]
    for window in windows:
        tokens = slice(int(prepared.tokens_of[window.first]), int(prepared.tokens_of[window.last]))
        words = slice(int(prepared.words_of[window.first]), int(prepared.words_of[window.last]))
        counts = np.diff(prepared.words_of[window.first : window.last + 1])
        owners = np.repeat(np.arange(window.first, window.last), counts)
        yield (
            prepared.hidden[tokens],
            prepared.features[tokens],
            prepared.first[words] - tokens.start,
            prepared.labels[words],
            owners,
        )
