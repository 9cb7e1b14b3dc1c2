"""How telling it is that two reports share a word: names, figures and the words of every report say little."""

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray

FUNCTION = 0.2
REPORTING = 0.4
NAME = 0.4
FIGURE = 0.4
CONTENT = 1.0

_MOSTLY = 0.8
"""A word that is printed with a capital so often is a name."""


def weights(vocabulary: Sequence[str], words: NDArray[np.int32], capital: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The weight of each word of a pile; boundaries (negative numbers) have none."""
    real = words >= 0
    times = np.bincount(words[real], minlength=len(vocabulary))
    capitals = np.bincount(words[real], weights=capital[real], minlength=len(vocabulary))
    table = np.fromiter((_weight(word) for word in vocabulary), dtype=np.float32, count=len(vocabulary))
    named = (capitals >= _MOSTLY * times) & (table == CONTENT)
    table[named] = NAME
    out = np.zeros(len(words), dtype=np.float32)
    out[real] = table[words[real]]
    return out


def _weight(word: str) -> float:
    if word in _plain("function") or len(word) == 1:
        return FUNCTION
    if word in _plain("reporting"):
        return REPORTING
    return FIGURE if word[0].isdigit() else CONTENT


@functools.cache
def _plain(kind: str) -> frozenset[str]:
    table = tomllib.loads(resources.files("readout.link").joinpath("words/plain.toml").read_text("utf-8"))
    return frozenset(table[kind].split())
