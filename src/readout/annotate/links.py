"""Which source, cue and content belong together: each content to a cue, each cue to a source."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.annotate.decode import TaggedSpan, biaffine
from readout.annotate.encoder import Encoded
from readout.annotate.weights import Floats, Integers, Weights

_FAR = 250  # words between a cue and what it may be linked to: as far as training saw, a window


@dataclass(frozen=True, slots=True)
class Linked:
    """For each cue its source and for each content its cue, as places in the lists given; None where there is none."""

    source: tuple[int | None, ...]
    cue: tuple[int | None, ...]


def link(
    weights: Weights,
    encoded: Encoded,
    sources: Sequence[TaggedSpan],
    cues: Sequence[TaggedSpan],
    contents: Sequence[TaggedSpan],
) -> Linked:
    """Links spans of words by the trained scores (biaffine between a cue's first word and a span's two ends)."""
    if not cues:
        return Linked((), (None,) * len(contents))
    widths = np.cumsum(weights.labels["widths"]["links"])[:-1]
    parts = np.split(encoded.scores["links"], widths, axis=1)
    at = [cue.first for cue in cues]
    decoders = weights.decoders
    by_source = _scores(parts[0][at], decoders["source_link"], parts[2], parts[3], sources)
    by_content = _scores(parts[1][at], decoders["content_link"], parts[4], parts[5], contents)
    by_source += _distances(decoders["source_distance"], at, sources)
    by_content += _distances(decoders["content_distance"], at, contents)
    near = _near(at, contents).T
    unnamed = parts[0][at] @ decoders["source_none"][:-1] + decoders["source_none"][-1]
    return Linked(
        _best(by_source, _near(at, sources), np.asarray(unnamed, dtype=np.float32)),
        _best(by_content.T, near, np.full(len(contents), -np.inf, np.float32)),
    )


def _scores(cue: Floats, weight: Floats, first: Floats, last: Floats, spans: Sequence[TaggedSpan]) -> Floats:
    """(cues, spans)."""
    if not spans:
        return np.zeros((len(cue), 0), np.float32)
    ends = first[[span.first for span in spans]] + last[[span.last - 1 for span in spans]]
    return biaffine(cue, weight, ends)


def _gaps(at: Sequence[int], spans: Sequence[TaggedSpan]) -> tuple[Integers, Integers]:
    cues = np.array(at, dtype=np.int64)[:, None]
    before = cues - np.array([span.last - 1 for span in spans], dtype=np.int64)[None]
    after = np.array([span.first for span in spans], dtype=np.int64)[None] - cues
    return before, after


def _distances(table: Floats, at: Sequence[int], spans: Sequence[TaggedSpan]) -> Floats:
    """(cues, spans): the learnt score for how far apart they stand, by powers of two and by side."""
    before, after = _gaps(at, spans)
    half = len(table) // 2
    bucket = np.minimum(np.log2(np.maximum(np.maximum(before, after), 1)).astype(np.int64), half - 1)
    return np.asarray(table[np.where(before >= after, bucket, bucket + half)], dtype=np.float32)


def _near(at: Sequence[int], spans: Sequence[TaggedSpan]) -> NDArray[np.bool_]:
    before, after = _gaps(at, spans)
    return np.maximum(before, after) <= _FAR


def _best(scores: Floats, near: NDArray[np.bool_], none: Floats) -> tuple[int | None, ...]:
    """Row by row the best column that is near enough and scores more than `none`."""
    allowed = np.where(near, scores, -np.inf)
    if not allowed.shape[1]:
        return (None,) * len(scores)
    best = allowed.argmax(axis=1)
    return tuple(int(column) if allowed[row, column] > none[row] else None for row, column in enumerate(best))
