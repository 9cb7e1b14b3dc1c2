"""How far two stances are about the same thing: their matters' vectors, and the words that they share."""

import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from readout.annotate.stances_lexicon import singular, words
from readout.model.notes import Stance

Floats: TypeAlias = NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM = 5  # letters of a word by which its forms are one: expand, expansion
_BY_VECTOR = 0.72
_SHORT = 3


def likeness(vectors: Sequence[tuple[float, ...]], told: Sequence[frozenset[str]]) -> Floats:
    """For each pair how alike they are, 0 to 1: mostly by vectors, the rest by words that both have."""
    shared = np.array([[_overlap(one, other) for other in told] for one in told], dtype=np.float64)
    width = max((len(vector) for vector in vectors), default=0)
    if not width or any(len(vector) != width for vector in vectors):
        return shared
    rows = np.array(vectors, dtype=np.float64)
    # einsum and not a product by BLAS: its sums would depend on what else is in the table
    close = np.einsum("id,jd->ij", rows, rows)
    return np.asarray(_BY_VECTOR * close + (1 - _BY_VECTOR) * shared)


def clusters(alike: Floats, least: float) -> list[list[int]]:
    """Groups by average linkage: the two groups that are most alike are joined until none are alike enough."""
    groups = [[number] for number in range(len(alike))]
    between = alike.copy()
    np.fill_diagonal(between, -1.0)
    while len(groups) > 1:
        best = int(between.argmax())
        left, right = sorted(divmod(best, len(groups)))
        if between[left, right] < least:
            break
        one, other = len(groups[left]), len(groups[right])
        row = (between[left] * one + between[right] * other) / (one + other)
        between[left], between[:, left] = row, row
        between[left, left] = -1.0
        groups[left] += groups.pop(right)
        between = np.delete(np.delete(between, right, axis=0), right, axis=1)
    return [sorted(group) for group in groups]


def content_words(text: str, stance: Stance, names: frozenset[str]) -> frozenset[str]:
    """The stems of the words that tell what a stance is about, without names and general words."""
    spans = stance.topics or ((stance.matter or stance.span),)
    found = {
        stem(word.casefold())
        for span in spans
        for word in _words(span.of(text))
        if len(word) > _SHORT
        and not (word[0].isupper() and word.casefold() in names)
        and singular(word.casefold()) not in words("general", "nouns")
    }
    return frozenset(found)


def stem(word: str) -> str:
    """What the forms of a word share."""
    return singular(word)[:_STEM]


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s$", "", word) for word in _WORD.findall(text)]


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
