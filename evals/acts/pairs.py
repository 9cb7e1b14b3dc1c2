"""Task `pairs`: the PLOVER sentences without their actors given: is the labelled event among those that we read?

One pair of actors is labelled in a sentence that may tell of more, so only recall can be had. Actors come from the
parse and the names, which never saw these sentences, by way of acts and stances. The root of each pair is told by a
reader that is fitted here, on four fifths for the fifth that is scored: the shipped head has seen all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora.plover import ActSentence, read_file
from evals.acts.scorer import older
from evals.plain import article
from readout.annotate import each
from readout.model.notes import Notes
from readout.model.text import TextSpan

FOLDS = 5
_HASHES = 512  # buckets for the trigger's words
_STEPS, _RATE, _DECAY = 400, 0.5, 2e-4
_SHARED = 0.5  # of the shorter span: then two spans are the same actor

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that we read in a sentence, and the word that joins them."""

    source: TextSpan | None
    target: TextSpan | None
    trigger: str
    kind: str


def score(path: Path) -> dict[str, float]:
    """Recall in per cent of the actors, and of actors and root together; how many pairs we read in a sentence."""
    sentences = list(read_file(path if path.is_file() else path / "plover" / "PLV_train.tsv"))
    notes = list(each((article(str(row), one.text) for row, one in enumerate(sentences)), threads=1))
    return recall(sentences, [pairs(one.text, noted) for one, noted in zip(sentences, notes, strict=True)], notes)


def pairs(text: str, notes: Notes) -> list[Pair]:
    """The pairs of actors in a sentence's acts and stances."""
    found = [Pair(one.actor, one.target, one.trigger.of(text) if one.trigger else "", "") for one in notes.acts]
    found += [Pair(one.holder, one.target, one.trigger.of(text), one.kind.value) for one in notes.stances]
    return found


def recall(
    sentences: Sequence[ActSentence], read: Sequence[Sequence[Pair]], notes: Sequence[Notes]
) -> dict[str, float]:
    """The scores; folds are drawn with a fixed seed."""
    roots = sorted({older(one.root) for one in sentences})
    vectors = [_vector(noted) for noted in notes]
    fold = np.random.default_rng(0).permutation(len(sentences)) % FOLDS
    rows = [_matching(one, found) for one, found in zip(sentences, read, strict=True)]
    guesses = _guessed(sentences, read, vectors, fold, roots)
    whole = [
        any(guess == older(one.root) for pair, guess in zip(found, guessed, strict=True) if pair in matched)
        for one, found, guessed, matched in zip(sentences, read, guesses, rows, strict=True)
    ]
    return {
        "source and target recall": _share([bool(matched) for matched in rows]),
        "source, target and root recall": _share(whole),
        "source recall": _share(
            [any(_same(p.source, one.source) for p in r) for one, r in zip(sentences, read, strict=True)]
        ),
        "pairs in a sentence": round(sum(len(found) for found in read) / max(len(read), 1), 2),
    }


def _guessed(
    sentences: Sequence[ActSentence],
    read: Sequence[Sequence[Pair]],
    vectors: Sequence[Floats],
    fold: NDArray[np.int64],
    roots: Sequence[str],
) -> list[list[str]]:
    """The root of each pair, by a reader that has not seen its sentence."""
    gold = np.array([roots.index(older(one.root)) for one in sentences])
    known = [_matching(one, found) or list(found)[:1] for one, found in zip(sentences, read, strict=True)]
    table = np.array([_features(v, k[0] if k else None) for v, k in zip(vectors, known, strict=True)])
    guesses: list[list[str]] = [[] for _ in sentences]
    for number in range(FOLDS):
        weights = _fitted(table[fold != number], gold[fold != number], len(roots))
        for row in np.flatnonzero(fold == number).tolist():
            features = [_features(vectors[row], pair) for pair in read[row]]
            guesses[row] = [roots[int((one @ weights).argmax())] for one in features]
    return guesses


def _features(vector: Floats, pair: Pair | None) -> Floats:
    """A sentence's vector, the words of the trigger, the kind of stance, and a one."""
    hashed = np.zeros(_HASHES)
    if pair is not None:
        for word in {pair.trigger.casefold()[:6], f"kind {pair.kind}"}:
            hashed[sum(ord(sign) * 31**place for place, sign in enumerate(word)) % _HASHES] = 1.0
    return np.concatenate([4 * vector, hashed, [1.0]])


def _fitted(table: Floats, gold: NDArray[np.int64], classes: int) -> Floats:
    """Softmax regression by gradient descent."""
    weights, wanted = np.zeros((table.shape[1], classes)), np.eye(classes)[gold]
    for _ in range(_STEPS):
        scores = table @ weights
        chance = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        weights -= _RATE * (table.T @ (chance - wanted) / len(gold) + _DECAY * weights)
    return weights


def _vector(notes: Notes) -> Floats:
    found = [one.vector for one in notes.sentences if one.vector]
    return np.mean(np.array(found), axis=0) if found else np.zeros(384)


def _matching(one: ActSentence, found: Sequence[Pair]) -> list[Pair]:
    """The pairs that are the labelled one."""
    return [pair for pair in found if _same(pair.source, one.source) and _same(pair.target, one.target)]


def _same(span: TextSpan | None, extent: tuple[int, int] | None) -> bool:
    if span is None or extent is None:
        return span is None and extent is None
    shared = min(span.end, extent[1]) - max(span.start, extent[0])
    return shared >= _SHARED * min(span.end - span.start, extent[1] - extent[0]) and shared > 0


def _share(right: Sequence[bool]) -> float:
    return round(100 * sum(right) / max(len(right), 1), 2)
