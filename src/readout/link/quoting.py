"""Which shared words are a reporter's own, and which both reports quote."""

from collections.abc import Iterator
from itertools import groupby, pairwise

import numpy as np

from readout.grammar.quotation import inside
from readout.link.alignment import Aligned, Stretch
from readout.link.pile import Pile


class Quoting:
    """Tells the words between quotation marks; each article is read once, when it is first asked about."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._read: set[int] = set()
        self._marked = np.zeros(len(pile.words), dtype=bool)

    def own_pieces(self, aligned: Aligned) -> list[Aligned]:
        """The shared words in quotation marks in neither report, parted where others stand between."""
        self._look_at(aligned[0].left)
        self._look_at(aligned[0].right)
        parts = (part for stretch in aligned for part in self._split(stretch))
        return [tuple(one for _, one in run) for marked, run in groupby(parts, lambda part: part[0]) if not marked]

    def _split(self, stretch: Stretch) -> Iterator[tuple[bool, Stretch]]:
        left = self._marked[stretch.left : stretch.left_end]
        marked = left | self._marked[stretch.right : stretch.right_end]
        cuts = np.flatnonzero(marked[1:] != marked[:-1]) + 1
        for start, end in pairwise([0, *cuts.tolist(), stretch.count]):
            yield bool(marked[start]), Stretch(stretch.left + start, stretch.right + start, end - start)

    def _look_at(self, place: int) -> None:
        """Read the article that a place belongs to, if it is not read yet."""
        owner = int(self._pile.owner[place])
        if owner in self._read:
            return
        self._read.add(owner)
        article, words = self._pile.articles[owner], self._pile.words_of(owner)
        spans = inside(article.text, [block.span for block in article.paragraphs()])
        starts = np.array([start for start, _ in spans], dtype=np.int32)
        ends = np.array([-1, *(end for _, end in spans)], dtype=np.int32)
        first = self._pile.start[words]
        self._marked[words] = first < ends[np.searchsorted(starts, first, side="right")]
