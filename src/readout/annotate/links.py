"""Which source, cue and content belong together: each content to a cue, each cue to a source."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.annotate.decode import TaggedSpan, biaffine
from readout.annotate.encoder import Encoded
from readout.annotate.weights import Floats, Integers, Weights

_SPARE = 3.0  # the score that a link may lose so that no cue goes without a content (`evals score polnear`)
_NOTHING = np.array(-np.inf, dtype=np.float32)


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
    """Links spans of words by the trained scores (biaffine between a cue's first word and a span's two ends).

    Only within a paragraph: in PolNeAR's training articles all sources but four stand in their cue's, and 99 % of
    contents.
    """
    if not cues:
        return Linked((), (None,) * len(contents))
    parts = _parts(weights, encoded)
    at = [cue.first for cue in cues]
    decoders = weights.decoders
    by_source = _scores(parts[0][at], decoders["source_link"], parts[2], parts[3], sources)
    by_source += _distances(decoders["source_distance"], at, sources)
    cue_at, source_at = (encoded.paragraph_of([one.first for one in part]) for part in (cues, sources))
    unnamed = np.asarray(parts[0][at] @ decoders["source_none"][:-1] + decoders["source_none"][-1], dtype=np.float32)
    by_source = np.where(cue_at[:, None] == source_at, by_source, -np.inf)
    by_content = content_scores(weights, encoded, cues, contents).T
    return Linked(
        _spread(_best(by_source, unnamed), by_source, unnamed),
        _spread(_best(by_content, _NOTHING), by_content, _NOTHING),
    )


def content_scores(
    weights: Weights, encoded: Encoded, cues: Sequence[TaggedSpan], contents: Sequence[TaggedSpan]
) -> Floats:
    """(cues, contents): how well each content fits each cue; nothing fits outside its paragraph."""
    parts, at = _parts(weights, encoded), [cue.first for cue in cues]
    scores = _scores(parts[1][at], weights.decoders["content_link"], parts[4], parts[5], contents)
    scores += _distances(weights.decoders["content_distance"], at, contents)
    here, there = (encoded.paragraph_of([one.first for one in part]) for part in (cues, contents))
    return np.where(here[:, None] == there, scores, -np.inf)


def content_ends(weights: Weights, encoded: Encoded) -> tuple[Floats, Floats]:
    """What the encoder says of each word as a content's first and as its last."""
    parts = _parts(weights, encoded)
    return parts[4], parts[5]


def _parts(weights: Weights, encoded: Encoded) -> list[Floats]:
    widths = np.cumsum(weights.labels["widths"]["links"])[:-1]
    return np.split(encoded.scores["links"], widths, axis=1)


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


def _best(scores: Floats, none: Floats) -> list[int | None]:
    """Row by row the best column that scores more than `none`."""
    if not scores.shape[1]:
        return [None] * len(scores)
    best = scores.argmax(axis=1)
    most = np.broadcast_to(none, len(scores))
    return [int(column) if scores[row, column] > most[row] else None for row, column in enumerate(best)]


def _spread(chosen: list[int | None], scores: Floats, none: Floats) -> tuple[int | None, ...]:
    """Gives a column that no row chose a row that another column can spare, where that costs little.

    In PolNeAR's training articles all but one cue in four hundred have a content, and every source has a cue.
    """
    most = np.broadcast_to(none, len(scores))
    for column in range(scores.shape[1]):
        if column in chosen:
            continue
        costs = {
            row: (most[row] if chosen[row] is None else scores[row, chosen[row]]) - scores[row, column]
            for row in range(len(scores))
            if np.isfinite(scores[row, column]) and (chosen[row] is None or chosen.count(chosen[row]) > 1)
        }
        cheapest = min(costs, key=lambda row: costs[row], default=None)
        if cheapest is not None and costs[cheapest] <= _SPARE:
            chosen[cheapest] = column
    return tuple(chosen)
