"""Passages that two reports share, word for word or lightly edited, and whether one copies or both quote a third."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from readout.link.alignment import WIDEST_GAP, Aligned, Aligner, Stretch, cut
from readout.link.pile import Pile, pile_up
from readout.link.placing import place, unbroken
from readout.link.quoting import Quoting
from readout.link.shingles import SHINGLE, Runs, find_runs, find_shingles
from readout.link.standing import StandingNotes
from readout.model.links import PassageKind, SharedPassage
from readout.model.text import Article

# How telling words are is the sum of their weights in `telling`: 1 for a word that is no name, figure or commonplace.
# All limits below were set on the development half of `evals/copies` and the triplets of BASIL there.

FEWEST_WORDS = 7
"""Words that a passage has at least."""

FEWEST_IN_PART = 6
"""Words that each part of it has at least, where a caption or the like parts it."""

COPIED = 8.0
"""How telling a passage in a reporter's own words must be where the two reports share nothing else."""

AMONG_COPIED = 5.0
"""How telling it must be where they also share one that stands alone."""

QUOTED = 5.5
"""How telling the words must be that both quote, where they share no other quotation."""

AMONG_QUOTED = 4.4
"""How telling they must be where they do."""

EDIT = 0.2
"""What a word that was changed, added or cut takes from what a passage tells beside another."""

EDIT_ALONE = 0.5
"""What it takes from one in a reporter's words that stands alone: two may well find like words for the same thing."""

CLAUSE = 10
"""Unchanged words that are enough for a quotation, so long as they tell what one must that stands beside another."""

OWN_PIECE = 6.5
"""How telling the shared words between two quotations must be, to be more than the names of who spoke and when."""

OWN_WORDS = 9.0
"""How telling all shared words outside quotation marks must be, for the passage to be copied and not quoted."""

ATTRIBUTION = 2
"""Words around a quotation that go with it: "she tweeted"."""

MUCH = 20.0
"""How telling the copied passages of two reports must be, for their shared quotations to be copied along."""

_SEED = 3.0
"""How telling the runs of a chain must be for it to be looked at."""


def find_passages(articles: Sequence[Article]) -> tuple[SharedPassage, ...]:
    """The passages that each two of the articles share, ordered by their spans; `left` has the smaller article id.

    Text that stands in very many reports is not given for each two of them, but along a chain that joins them all.
    Notes that stand over or under many reports that have nothing else in common are left out.
    """
    pile = pile_up(articles)
    shingles = find_shingles(pile)
    notes = StandingNotes(pile, shingles.held_at(len(pile.words)), SHINGLE)
    finder = _Finder(pile)
    found: list[SharedPassage] = []
    for runs in _pairs(find_runs(shingles, pile), pile):
        copied, quoted = finder.shared(runs)
        if notes.are_all([one.aligned for one in copied]):
            copied = []
        found += finder.placed([*copied, *quoted])
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _pairs(runs: Runs, pile: Pile) -> Iterator[list[Stretch]]:
    """The runs of each two articles that may share a passage."""
    runs = _promising(runs, pile)
    pair = _pair(runs, pile)
    cuts = np.flatnonzero(pair[1:] != pair[:-1]) + 1
    for start, end in pairwise([0, *cuts.tolist(), len(pair)]):
        columns = (runs.left[start:end], runs.right[start:end], runs.count[start:end])
        yield [Stretch(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _promising(runs: Runs, pile: Pile) -> Runs:
    """The runs that are telling enough, with those that stand about as far apart in the same two articles."""
    if not len(runs.left):
        return runs
    distance = runs.right - runs.left
    pair = _pair(runs, pile)
    order = np.lexsort((distance, pair))
    apart = (np.diff(pair[order]) != 0) | (np.diff(distance[order]) > WIDEST_GAP)
    starts = np.flatnonzero(np.concatenate(([True], apart)))
    telling = (pile.told[runs.left + runs.count] - pile.told[runs.left])[order]
    enough = np.add.reduceat(telling, starts) >= _SEED
    kept = np.zeros(len(order), dtype=bool)
    kept[order] = np.repeat(enough, np.diff(np.append(starts, len(order))))
    return Runs(runs.left[kept], runs.right[kept], runs.count[kept])


def _pair(runs: Runs, pile: Pile) -> NDArray[np.int64]:
    """A number for the two articles of each run."""
    return pile.owner[runs.left].astype(np.int64) * len(pile.articles) + pile.owner[runs.right]


@dataclass(frozen=True, slots=True)
class _Shared:
    aligned: Aligned
    kind: PassageKind
    telling: float
    edits: int


class _Finder:
    """Makes passages of the runs of one pair of articles at a time."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._aligner = Aligner(pile)
        self._quoting = Quoting(pile)

    def shared(self, runs: Sequence[Stretch]) -> tuple[list[_Shared], list[_Shared]]:
        """What is copied between the two articles, and what both quote; nothing where all is stock phrases."""
        aligned = [one for one in self._aligner.align(runs, _SEED) if _long_enough(one)]
        likely = [one for one in aligned if self._aligner.telling(one) >= min(AMONG_QUOTED, AMONG_COPIED)]
        shared = [self._judged(one) for one in likely]
        copied = [one for one in shared if one.kind is PassageKind.COPIED]
        quoted = [one for one in shared if one.kind is PassageKind.QUOTED]
        copied = _told_enough(copied, COPIED, AMONG_COPIED)
        quoted = _told_enough(quoted, QUOTED, AMONG_QUOTED)
        if sum(one.telling for one in copied) >= MUCH:
            return [*copied, *(replace(one, kind=PassageKind.COPIED) for one in quoted)], []
        return copied, quoted

    def placed(self, pair: Sequence[_Shared]) -> Iterator[SharedPassage]:
        """The passages of two articles as spans of their texts."""
        for one in pair:
            yield from self._placed(one)

    def _judged(self, aligned: Aligned) -> _Shared:
        """Decide between a reporter's own words and what both quote."""
        pieces = self._quoting.own_pieces(aligned)
        told = [self._aligner.telling(piece) for piece in pieces]
        marked = self._aligner.telling(aligned) - sum(told)
        own = marked < AMONG_QUOTED / 2 or max(told, default=0.0) >= OWN_PIECE or sum(told) >= OWN_WORDS
        kind = PassageKind.COPIED if own else PassageKind.QUOTED
        aligned = aligned if own else _without_edges(aligned, pieces)
        return _Shared(aligned, kind, self._aligner.telling(aligned), _edits(aligned))

    def _placed(self, shared: _Shared) -> Iterator[SharedPassage]:
        parts = list(unbroken(shared.aligned, self._pile))
        for part in parts:
            if len(parts) > 1 and sum(one.count for one in part) < FEWEST_IN_PART:
                continue
            left, right = place(part, self._pile, punctuation=shared.kind is PassageKind.COPIED)
            same = sum(one.count for one in part)
            words = part[-1].left_end - part[0].left + part[-1].right_end - part[0].right
            yield SharedPassage(left, right, shared.kind, round(2 * same / words, 4))


def _long_enough(aligned: Aligned) -> bool:
    return sum(one.count for one in aligned) >= FEWEST_WORDS


def _told_enough(shared: Sequence[_Shared], alone: float, among: float) -> list[_Shared]:
    """The passages that are telling enough: one alone, the others beside it."""
    if not any(_stands_alone(one, alone, among) for one in shared):
        return []
    return [one for one in shared if one.telling - EDIT * one.edits >= among]


def _stands_alone(one: _Shared, alone: float, among: float) -> bool:
    if one.kind is PassageKind.COPIED:
        return one.telling - EDIT_ALONE * one.edits >= alone
    longest = max(part.count for part in one.aligned)
    return one.telling - EDIT * one.edits >= alone or (longest >= CLAUSE and one.telling >= among)


def _without_edges(aligned: Aligned, own: Sequence[Aligned]) -> Aligned:
    """A quotation without the words around it, but for those that stand right beside it and say who spoke."""
    joints = {(one.left_end, one.right_end) for one in aligned} | {(one.left, one.right) for one in aligned}
    start, end = aligned[0].left, aligned[-1].left_end
    for piece in own:
        first, last = piece[0], piece[-1]
        few = sum(one.count for one in piece) < ATTRIBUTION
        if first.left == start and (few or (last.left_end, last.right_end) in joints):
            start = last.left_end
        elif last.left_end == end and (few or (first.left, first.right) in joints):
            end = first.left
    return cut(aligned, start, end)


def _edits(aligned: Aligned) -> int:
    """The words between the stretches of a passage, on the side where there are more."""
    left = aligned[-1].left_end - aligned[0].left
    right = aligned[-1].right_end - aligned[0].right
    return max(left, right) - sum(one.count for one in aligned)
