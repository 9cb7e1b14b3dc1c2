"""Notes that stand over or under an outlet's reports whatever they are about: shared, and yet nothing is copied."""

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum

from readout.link.alignment import Aligned
from readout.link.pile import Pile

PARTNERS = 3
"""Reports with which a report shares a note, and nothing else, where the note is standing text."""

_EDGE = 3
"""Words by which a note may miss the first word or the last of a body."""

_MOST = 0.5
"""The share of a body from which on what it shares is no note to it."""


class _Edge(Enum):
    HEAD = "head"
    FOOT = "foot"


def standing_notes(pairs: Sequence[Sequence[Aligned]], pile: Pile) -> set[int]:
    """The pairs of reports, by their place in `pairs`, that share standing text only.

    `pairs` has the passages of each two reports.
    """
    alone = {at: edge for at, pair in enumerate(pairs) if (edge := _only_edge(pair, pile))}
    partners: dict[tuple[int, _Edge], set[int]] = defaultdict(set)
    for at, edge in alone.items():
        left, right = _owners(pairs[at], pile)
        partners[left, edge].add(right)
        partners[right, edge].add(left)
    return {
        at
        for at, edge in alone.items()
        if any(len(partners[owner, edge]) >= PARTNERS for owner in _owners(pairs[at], pile))
    }


def _only_edge(pair: Sequence[Aligned], pile: Pile) -> _Edge | None:
    """Where the one passage of a pair stands, if there is one only, at the same edge of both bodies."""
    if len(pair) != 1:
        return None
    first, last = pair[0][0], pair[0][-1]
    left, right = (pile.words_of(owner) for owner in _owners(pair, pile))
    bodies = (left.stop - left.start, right.stop - right.start)
    if sum(one.count for one in pair[0]) > _MOST * min(bodies):
        return None
    if last.left_end >= left.stop - _EDGE and last.right_end >= right.stop - _EDGE:
        return _Edge.FOOT
    if first.left <= left.start + _EDGE and first.right <= right.start + _EDGE:
        return _Edge.HEAD
    return None


def _owners(pair: Sequence[Aligned], pile: Pile) -> tuple[int, int]:
    first = pair[0][0]
    return int(pile.owner[first.left]), int(pile.owner[first.right])
