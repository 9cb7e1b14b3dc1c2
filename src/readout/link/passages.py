"""Passages that two reports share, word for word or lightly edited, and whether one copies or both quote a third."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from readout.link.alignment import Aligned, Aligner, Stretch
from readout.link.pile import Pile, pile_up
from readout.link.placing import place, unbroken
from readout.link.quoting import Quoting
from readout.link.shingles import Runs, find_runs
from readout.model.links import PassageKind, SharedPassage
from readout.model.text import Article

ALONE = 6.0
"""How telling a passage must be where the two reports share nothing else."""

AMONG = 4.0
"""How telling it must be where they also share a copied one that stands alone."""

QUOTED = 4.0
"""How telling the words must be that both quote."""

_SEED = 2.5
"""How telling the runs of a chain must be for it to be looked at."""

_REPORTER = 3.5
"""How telling the shared words outside quotation marks must be, for the passage to be copied and not quoted."""


def find_passages(articles: Sequence[Article]) -> tuple[SharedPassage, ...]:
    """The passages that each two of the articles share, ordered by their spans; `left` has the smaller article id.

    Text that stands in very many reports is not given for each two of them, but along a chain that joins them all.
    """
    pile = pile_up(articles)
    finder = _Finder(pile)
    found = [passage for pair in _pairs(find_runs(pile), pile) for passage in finder.passages(pair)]
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _pairs(runs: Runs, pile: Pile) -> Iterator[list[Stretch]]:
    """The runs of each two articles that may share a passage."""
    if not len(runs.left):
        return
    telling = pile.told[runs.left + runs.count] - pile.told[runs.left]
    pair = pile.owner[runs.left].astype(np.int64) * len(pile.articles) + pile.owner[runs.right]
    starts = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    ends = np.append(starts[1:], len(pair))
    enough = np.add.reduceat(telling, starts) >= AMONG
    for start, end in zip(starts[enough].tolist(), ends[enough].tolist(), strict=True):
        columns = (runs.left[start:end], runs.right[start:end], runs.count[start:end])
        yield [Stretch(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


@dataclass(frozen=True, slots=True)
class _Shared:
    aligned: Aligned
    kind: PassageKind
    telling: float


class _Finder:
    """Makes passages of the runs of one pair of articles at a time."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._aligner = Aligner(pile)
        self._quoting = Quoting(pile)

    def passages(self, runs: Sequence[Stretch]) -> Iterator[SharedPassage]:
        """The passages that the two articles share; nothing where all is stock phrases."""
        candidates = [one for one in self._aligner.align(runs, _SEED) if self._aligner.telling(one) >= AMONG]
        shared = [self._judged(aligned) for aligned in candidates]
        copies = any(one.kind is PassageKind.COPIED and one.telling >= ALONE for one in shared)
        for one in shared:
            if one.telling >= (QUOTED if one.kind is PassageKind.QUOTED else AMONG if copies else ALONE):
                yield from self._placed(one)

    def _judged(self, aligned: Aligned) -> _Shared:
        """Decide between copied and quoted; what both quote loses the few words around it."""
        marked, plain = self._quoting.parts(aligned)
        if not marked or self._aligner.telling(plain) >= _REPORTER:
            return _Shared(aligned, PassageKind.COPIED, self._aligner.telling(aligned))
        within = _between(aligned, marked[0], marked[-1])
        return _Shared(within, PassageKind.QUOTED, self._aligner.telling(within))

    def _placed(self, shared: _Shared) -> Iterator[SharedPassage]:
        for part in unbroken(shared.aligned, self._pile):
            left, right = place(part, self._pile, punctuation=shared.kind is PassageKind.COPIED)
            same = sum(one.count for one in part)
            words = part[-1].left_end - part[0].left + part[-1].right_end - part[0].right
            yield SharedPassage(left, right, shared.kind, round(2 * same / words, 4))


def _between(aligned: Aligned, first: Stretch, last: Stretch) -> Aligned:
    """The passage from the first of two of its stretches to the second."""
    cut: list[Stretch] = []
    for one in aligned:
        start, end = max(one.left, first.left), min(one.left_end, last.left_end)
        if start < end:
            cut.append(Stretch(start, one.right + start - one.left, end - start))
    return tuple(cut)
