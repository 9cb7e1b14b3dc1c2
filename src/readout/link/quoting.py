"""Which shared words are a reporter's own, and which both reports quote."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from readout.grammar.quotation import inside
from readout.link.alignment import Aligned, Stretch
from readout.link.pile import Pile


class Quoting:
    """Tells the words between quotation marks; each article is read once, when it is first asked about."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._spans: dict[int, tuple[list[int], list[int]]] = {}

    def parts(self, aligned: Aligned) -> tuple[Aligned, Aligned]:
        """The words that stand in quotation marks in one of the reports at least, and those that do in neither."""
        marked: list[Stretch] = []
        plain: list[Stretch] = []
        for stretch in aligned:
            for quoted, part in self._split(stretch):
                (marked if quoted else plain).append(part)
        return tuple(marked), tuple(plain)

    def _split(self, stretch: Stretch) -> Iterator[tuple[bool, Stretch]]:
        def quoted(at: int) -> bool:
            return self._in_marks(stretch.left + at) or self._in_marks(stretch.right + at)

        for marked, places in groupby(range(stretch.count), quoted):
            ats = list(places)
            yield marked, Stretch(stretch.left + ats[0], stretch.right + ats[0], len(ats))

    def _in_marks(self, place: int) -> bool:
        owner = int(self._pile.owner[place])
        if owner not in self._spans:
            self._spans[owner] = self._read(owner)
        starts, ends = self._spans[owner]
        offset = int(self._pile.start[place])
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < ends[at]

    def _read(self, owner: int) -> tuple[list[int], list[int]]:
        article = self._pile.articles[owner]
        spans = inside(article.text, [block.span for block in article.paragraphs()])
        return [start for start, _ in spans], [end for _, end in spans]
