"""Notes that stand over or under an outlet's reports whatever they are about: shared, and yet nothing is copied."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readout.link.alignment import Aligned
from readout.link.pile import Pile

MANY = 5
"""Reports that hold the words of a standing note, at least."""

LONGEST = 120
"""Words at the head or foot of a body among which notes stand."""

EVERYWHERE = 8
"""Reports that hold the words of one that stands within the text, at least."""

SHORT = 80
"""Words of such a note, at most."""

_MOST = 0.5
"""The share of a body from which on what many others hold is no note to it, but its text."""

_BREAK = 10
"""Words in a row of which a note may be made for one report only: who wrote it, when it was changed."""

_INSIDE = 0.9


class StandingNotes:
    """Knows where notes stand in each body. `held` tells how many places of the pile hold the shingle at each."""

    def __init__(self, pile: Pile, held: NDArray[np.int64], shingle: int) -> None:
        self._pile = pile
        self._common = _covered(held >= MANY, shingle)
        self._everywhere = _covered(held >= EVERYWHERE, shingle)
        self._zones: dict[int, tuple[int, int]] = {}

    def are_all(self, passages: Sequence[Aligned]) -> bool:
        """Whether two reports share standing notes only. What two of one agency share is the agency's background."""
        return all(self._is_note(passage) for passage in passages) and not self._one_agency(passages)

    def _one_agency(self, passages: Sequence[Aligned]) -> bool:
        if not passages:
            return False
        first = passages[0][0]
        left, right = (
            self._pile.articles[self._pile.owner[place]].heading.agency for place in (first.left, first.right)
        )
        return left is not None and right is not None and left.value == right.value

    def _is_note(self, passage: Aligned) -> bool:
        """Whether a passage stands at the head or foot of both bodies, or all over the pile."""
        words = sum(one.count for one in passage)
        bodies = [self._pile.words_of(int(self._pile.owner[place])) for place in (passage[0].left, passage[0].right)]
        if words > _MOST * min(body.stop - body.start for body in bodies):
            return False
        common = sum(int(self._everywhere[one.left : one.left_end].sum()) for one in passage)
        if words <= SHORT and common >= _INSIDE * words:
            return True
        for first, end in (
            (passage[0].left, passage[-1].left_end),
            (passage[0].right, passage[-1].right_end),
        ):
            head, foot = self._zone(first)
            if max(head - first, end - foot) < _INSIDE * (end - first):
                return False
        return True

    def _zone(self, place: int) -> tuple[int, int]:
        """Where the notes at the head of a body end, and where those at its foot begin."""
        owner = int(self._pile.owner[place])
        if owner not in self._zones:
            body = self._pile.words_of(owner)
            common = self._common[body]
            most = min(LONGEST, int(_MOST * len(common)))
            self._zones[owner] = (body.start + _reach(common, most), body.stop - _reach(common[::-1], most))
        return self._zones[owner]


def _covered(starts: NDArray[np.bool_], count: int) -> NDArray[np.bool_]:
    """The places that one of the shingles beginning at `starts` covers."""
    covered = starts.copy()
    for offset in range(1, count):
        covered[offset:] |= starts[:-offset]
    return covered


def _reach(common: NDArray[np.bool_], most: int) -> int:
    """How many words from the first on belong to notes; none if they go on beyond `most`."""
    places = np.flatnonzero(common)
    gaps = np.diff(places, prepend=-1)
    broken = np.flatnonzero(gaps > _BREAK + 1)
    within = places[: broken[0]] if len(broken) else places
    reach = int(within[-1]) + 1 if len(within) else 0
    return reach if reach <= most else 0
