"""Units of one article through the encoder: scores for each word, a vector for each unit.

An article is never batched with another one, and every graph runs on one thread: so what is read in it cannot
depend on its neighbours or on the number of threads. Within it, sentences are batched by length.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.annotate.units import Unit
from readout.annotate.weights import Floats, Integers, Weights
from readout.annotate.windows import Window, batches, chosen, overlapping
from readout.model.text import TextSpan

_MOST = 1024  # subwords in one run: beyond it runs get no faster (benchmarks/annotate.py), only larger
_LONGEST, _OVERLAP = 224, 32


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one reading's units.

    `text` is the article's, `words` are all words of all units in order. `scores`: by head, one row for each word.
    `begins`: the row where each unit's words begin, and the number of rows at the end. `vectors`: one row for each
    unit.
    """

    text: str
    units: Sequence[Unit]
    words: Sequence[TextSpan]
    begins: Sequence[int]
    scores: dict[str, Floats]
    vectors: Floats

    def paragraphs(self) -> list[int]:
        """The word that each paragraph begins with, and the number of words at the end."""
        opening = {begin for begin, unit in zip(self.begins, self.units, strict=False) if unit.opens}
        return sorted({0, *opening, len(self.words)})

    def paragraph_of(self, words: Sequence[int]) -> Integers:
        """The number of the paragraph that each of some words stands in."""
        return np.searchsorted(np.array(self.paragraphs()), np.array(words, dtype=np.int64), side="right") - 1


def encode(weights: Weights, text: str, sequences: Sequence[Sequence[Unit]]) -> Encoded:
    """Reads sequences of units (the body, a caption); no window reaches over the end of a sequence."""
    units = [unit for sequence in sequences for unit in sequence]
    hidden, vectors = _sentences(weights, units)
    reading = weights.labels.get("window", {})
    windows: list[Window] = []
    rows: list[int] = []  # of each unit, the window that it is read in
    begin = 0
    for sequence in sequences:
        lengths = [len(unit.ids) for unit in sequence]
        cut = overlapping(lengths, reading.get("longest", _LONGEST), reading.get("overlap", _OVERLAP))
        rows += [len(windows) + row for row in chosen(lengths, cut)]
        windows += [Window(begin + window.first, begin + window.last) for window in cut]
        begin += len(sequence)
    begins = [0, *np.cumsum([len(unit.words) for unit in units]).tolist()]
    words = [TextSpan(*word) for unit in units for word in unit.words]
    return Encoded(text, units, words, begins, _scores(weights, units, hidden, windows, rows), vectors)


def _sentences(weights: Weights, units: Sequence[Unit]) -> tuple[list[Floats], Floats]:
    """The shared states of each unit's subwords, and the units' vectors."""
    hidden: list[Floats] = [np.zeros((0, 0), np.float32)] * len(units)
    vectors: list[Floats] = [np.zeros(0, np.float32)] * len(units)
    for batch in batches([len(unit.ids) for unit in units], _MOST):
        ids, mask = _padded([units[row].ids for row in batch])
        states, pooled = weights.graphs.sentences(ids, mask)
        for place, row in enumerate(batch):
            hidden[row] = states[place, : len(units[row].ids)]
            vectors[row] = pooled[place]
    return hidden, np.stack(vectors) if vectors else np.zeros((0, 0), np.float32)


def _scores(
    weights: Weights, units: Sequence[Unit], hidden: Sequence[Floats], windows: Sequence[Window], rows: Sequence[int]
) -> dict[str, Floats]:
    """Windows run one by one: as fast as together (their products are large), without padding, in less memory."""
    found: dict[str, list[Floats]] = {}
    for number, window in enumerate(windows):
        inside = slice(window.first, window.last)
        states = np.concatenate(hidden[inside])[None]
        codes = np.concatenate([unit.features for unit in units[inside]])[None]
        heads = {**weights.graphs.names(states, codes), **weights.graphs.statements(states, codes)}
        for unit, words in _words(units, window):
            if rows[unit] == number:
                for head, scores in heads.items():
                    found.setdefault(head, [np.zeros((0, 0), np.float32)] * len(units))[unit] = scores[0, words]
    return {head: np.concatenate(scores) for head, scores in found.items()}


def _words(units: Sequence[Unit], window: Window) -> list[tuple[int, Integers]]:
    """Each unit of a window with the places, in the window, where its words begin."""
    found: list[tuple[int, Integers]] = []
    begin = 0
    for unit in range(window.first, window.last):
        found.append((unit, units[unit].first + begin))
        begin += len(units[unit].ids)
    return found


def _padded(rows: Sequence[np.ndarray]) -> tuple[np.ndarray, Integers]:
    """Rows side by side, zeros after the shorter ones, and the mask of what is no padding."""
    longest = max(len(row) for row in rows)
    table = np.zeros((len(rows), longest, *rows[0].shape[1:]), dtype=rows[0].dtype)
    mask = np.zeros((len(rows), longest), dtype=np.int64)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return table, mask
