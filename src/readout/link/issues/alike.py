"""How far two stances are about the same thing: their matters' vectors, and the words that they share."""

import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from readout.annotate.stances.lexicon import singular, words
from readout.model.notes import Stance

Floats: TypeAlias = NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM = 5  # letters of a word by which its forms are one: expand, expansion
_BY_VECTOR = 0.72
_SHORT = 3
_NEVER = -1e9


def likeness(vectors: Sequence[tuple[float, ...]], told: Sequence[frozenset[str]]) -> Floats:
    """For each pair how alike they are, 0 to 1: mostly by vectors, the rest by words that both have."""
    shared = _overlaps(told)
    width = max((len(vector) for vector in vectors), default=0)
    if not width or any(len(vector) != width for vector in vectors):
        return shared
    rows = np.array(vectors, dtype=np.float64)
    # einsum and not a product by BLAS: its sums would depend on what else is in the table
    close = np.einsum("id,jd->ij", rows, rows)
    return np.asarray(_BY_VECTOR * close + (1 - _BY_VECTOR) * shared)


def clusters(alike: Floats, least: float) -> list[list[int]]:
    """Groups by average linkage: the two groups that are most alike are joined until none are alike enough.

    Each row's best is kept, so that a join costs a row and not the table.
    """
    groups = [[number] for number in range(len(alike))]
    between = alike.copy()
    np.fill_diagonal(between, _NEVER)
    best = between.argmax(axis=1) if groups else np.zeros(0, dtype=np.int64)
    while groups:
        nearest = between[np.arange(len(groups)), best]
        left = int(nearest.argmax())
        right = int(best[left])
        if len(groups) < 2 or nearest[left] < least:
            break
        one, other = len(groups[left]), len(groups[right])
        row = (between[left] * one + between[right] * other) / (one + other)
        between[left], between[:, left] = row, row
        between[right], between[:, right] = _NEVER, _NEVER
        between[left, left] = _NEVER
        groups[left] += groups[right]
        groups[right] = []
        stale = np.isin(best, (left, right))
        stale[[left, right]] = True
        best[stale] = between[stale].argmax(axis=1)
        nearer = between[:, left] > between[np.arange(len(groups)), best]
        best[nearer] = left
    return [sorted(group) for group in groups if group]


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


def _overlaps(told: Sequence[frozenset[str]]) -> Floats:
    """For each pair the share of the shorter one's words that both have."""
    known = {word: place for place, word in enumerate(sorted(frozenset().union(*told)))}
    table = np.zeros((len(told), len(known)))
    for row, words_told in enumerate(told):
        table[row, [known[word] for word in words_told]] = 1.0
    sizes = table.sum(axis=1)
    fewest = np.minimum(sizes[:, None], sizes[None, :])
    return np.asarray((table @ table.T) / np.maximum(fewest, 1.0))
