"""The best tags of many short sequences at once: as `decode.viterbi`, a step for all of them together."""

from collections.abc import Sequence

import numpy as np

from readout.annotate.decode import ChainScores
from readout.annotate.weights import Floats


def paths(emissions: Floats, bounds: Sequence[int], chain: ChainScores) -> list[int]:
    """The best tag for each word; no path runs over a bound. `bounds` hold the first word of each sequence and the end.

    (words, tags) to one number a word. Takes as many steps as the longest sequence has words.
    """
    lengths = np.diff(bounds)
    if not lengths.sum():
        return []
    order = np.argsort(-lengths, kind="stable")
    starts = np.asarray(bounds)[:-1][order]
    lengths = lengths[order]
    score = chain.start + emissions[np.minimum(starts, len(emissions) - 1)]
    back = np.zeros((int(lengths[0]), len(order), emissions.shape[1]), dtype=np.int64)
    for step in range(1, int(lengths[0])):
        live = int(np.searchsorted(-lengths, -step, side="left"))  # the sequences longer than `step`
        moved = score[:live, :, None] + chain.transitions
        back[step, :live] = moved.argmax(axis=1)
        score[:live] = moved.max(axis=1) + emissions[starts[:live] + step]
    best = (score + chain.end).argmax(axis=1)
    tags = np.zeros(len(emissions), dtype=np.int64)
    for row, (start, length) in enumerate(zip(starts.tolist(), lengths.tolist(), strict=True)):
        tag = int(best[row])
        for step in range(length - 1, -1, -1):
            tags[start + step] = tag
            tag = int(back[step, row, tag])
    return [int(tag) for tag in tags]
