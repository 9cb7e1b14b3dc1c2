"""A corpus made ready: units with their gold labels as flat arrays, and the frozen layers' states beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.bert import WIDTH, Bottom, Top, pooled

IGNORED = -100
_TOKENS_AT_ONCE = 8192

Array = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One split of one corpus.

    Flat over tokens: `ids`, `features`. Flat over words: `first` (token index), `labels` (words, columns), `extents`.
    Offsets: `tokens_of` and `words_of` by unit, `units_of` by document. `relations` has whatever rows the task needs.
    """

    ids: Array
    features: Array
    first: Array
    labels: Array
    extents: Array
    tokens_of: Array
    words_of: Array
    units_of: Array
    relations: Array
    hidden: Tensor
    vectors: Tensor | None = None


def save(folder: Path, name: str, arrays: dict[str, Array], bottom: Bottom, top: Top | None = None) -> None:
    """Write the arrays and run the frozen layers over them, once; with `top`, the sentence vectors too."""
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / f"{name}.npz"
    same = known.exists() and np.array_equal(np.load(known)["ids"], arrays["ids"])
    np.savez(folder / f"{name}.npz", **arrays)
    if top is not None:
        vectors = np.zeros((len(arrays["tokens_of"]) - 1, WIDTH), dtype=np.float32)
        for units in _batches(arrays["tokens_of"]):
            vectors[units] = _vectors(bottom, top, arrays, units).numpy()
        np.save(folder / f"{name}.vectors.npy", vectors)
    if same and (folder / f"{name}.hidden.npy").exists():
        return  # features and labels may change; the frozen layers see only the ids
    hidden = np.lib.format.open_memmap(
        folder / f"{name}.hidden.npy", mode="w+", dtype=np.int16, shape=(len(arrays["ids"]), WIDTH)
    )
    for units in _batches(arrays["tokens_of"]):
        for unit, states in zip(units, _run(bottom, arrays, units), strict=True):
            begin, end = arrays["tokens_of"][unit], arrays["tokens_of"][unit + 1]
            hidden[begin:end] = states[: end - begin].view(torch.int16).numpy()
    hidden.flush()


def load(folder: Path, name: str) -> Prepared:
    """Read what `save` wrote; the hidden states stay on disk and are mapped."""
    with np.load(folder / f"{name}.npz") as stored:
        arrays = {key: stored[key] for key in stored.files}
    mapped = np.lib.format.open_memmap(folder / f"{name}.hidden.npy", mode="r+")
    beside = folder / f"{name}.vectors.npy"
    vectors = torch.from_numpy(np.load(beside)) if beside.exists() else None
    return Prepared(**arrays, hidden=torch.from_numpy(mapped).view(torch.bfloat16), vectors=vectors)


def _batches(tokens_of: Array) -> Iterator[list[int]]:
    lengths = np.diff(tokens_of)
    batch: list[int] = []
    for unit in np.argsort(-lengths, kind="stable").tolist():
        if batch and (len(batch) + 1) * lengths[batch[0]] > _TOKENS_AT_ONCE:
            yield batch
            batch = []
        batch.append(unit)
    if batch:
        yield batch


def _run(bottom: Bottom, arrays: dict[str, Array], units: list[int]) -> Tensor:
    ids, mask = _padded(arrays, units)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        return bottom(ids, mask).to(torch.bfloat16)


def _vectors(bottom: Bottom, top: Top, arrays: dict[str, Array], units: list[int]) -> Tensor:
    ids, mask = _padded(arrays, units)
    with torch.no_grad():
        return pooled(top(bottom(ids, mask), mask), mask)


def _padded(arrays: dict[str, Array], units: list[int]) -> tuple[Tensor, Tensor]:
    longest = max(int(arrays["tokens_of"][unit + 1] - arrays["tokens_of"][unit]) for unit in units)
    ids = torch.zeros(len(units), longest, dtype=torch.long)
    mask = torch.zeros(len(units), longest)
    for row, unit in enumerate(units):
        begin, end = arrays["tokens_of"][unit], arrays["tokens_of"][unit + 1]
        ids[row, : end - begin] = torch.from_numpy(arrays["ids"][begin:end])
        mask[row, : end - begin] = 1
    return ids, mask
