"""How telling it is that two reports share a word: names, figures and commonplaces say little."""

import functools
import tomllib
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from readout.link.wording import word_hash

FUNCTION = 0.2
SERVICE = 0.3
REPORTING = 0.4
NAME = 0.3
FIGURE = 0.4
CONTENT = 1.0


def weights(
    vocabulary: NDArray[np.uint64], words: NDArray[np.int32], name: NDArray[np.bool_], figure: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """The weight of each word; `vocabulary` holds the hash of each number in `words`, `name` marks words of names."""
    table = np.full(len(vocabulary), CONTENT, dtype=np.float32)
    table[np.bincount(words, weights=figure, minlength=len(vocabulary)) > 0] = FIGURE
    table[np.isin(vocabulary, _plain("reporting"))] = REPORTING
    table[np.isin(vocabulary, _plain("service"))] = SERVICE
    table[np.isin(vocabulary, _plain("function"))] = FUNCTION
    return np.where(name, np.minimum(table[words], NAME), table[words])


@functools.cache
def _plain(kind: str) -> NDArray[np.uint64]:
    table = tomllib.loads(resources.files("readout.link").joinpath("words/plain.toml").read_text("utf-8"))
    return np.array([word_hash(word) for word in table[kind].split()], dtype=np.uint64)
