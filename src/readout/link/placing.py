"""From aligned words to spans of text: whole words, the punctuation that both share, and no block in between."""

from collections.abc import Iterator
from itertools import groupby

from readout.link.alignment import Aligned, Stretch
from readout.link.pile import Pile
from readout.model.record import Span

_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def unbroken(aligned: Aligned, pile: Pile) -> Iterator[Aligned]:
    """The passage, parted where a block that is no paragraph stands between its words in either report."""

    def key(one: Stretch) -> tuple[int, int]:
        return int(pile.stretch[one.left]), int(pile.stretch[one.right])

    for _, part in groupby((piece for one in aligned for piece in _pieces(one, pile)), key):
        yield tuple(part)


def _pieces(one: Stretch, pile: Pile) -> Iterator[Stretch]:
    start = 0
    for at in range(1, one.count + 1):
        if at == one.count or any(
            pile.stretch[first + at] != pile.stretch[first + at - 1] for first in (one.left, one.right)
        ):
            yield Stretch(one.left + start, one.right + start, at - start)
            start = at


def place(aligned: Aligned, pile: Pile, *, punctuation: bool) -> tuple[Span, Span]:
    """The spans of a passage on the left and on the right, with the punctuation about them that both share."""
    left = _span(pile, aligned[0].left, aligned[-1].left_end)
    right = _span(pile, aligned[0].right, aligned[-1].right_end)
    return _with_punctuation(left, right, pile, aligned) if punctuation else (left, right)


def _span(pile: Pile, first: int, end: int) -> Span:
    return Span(pile.articles[pile.owner[first]].id, int(pile.start[first]), int(pile.end[end - 1]))


def _with_punctuation(left: Span, right: Span, pile: Pile, aligned: Aligned) -> tuple[Span, Span]:
    a = pile.articles[pile.owner[aligned[0].left]].text
    b = pile.articles[pile.owner[aligned[0].right]].text
    before = after = 0
    while _same_mark(a, left.start - 1 - before, b, right.start - 1 - before):
        before += 1
    while _same_mark(a, left.end + after, b, right.end + after):
        after += 1
    return (
        Span(left.article, left.start - before, left.end + after),
        Span(right.article, right.start - before, right.end + after),
    )


def _same_mark(a: str, at: int, b: str, bt: int) -> bool:
    """Whether the same sign of punctuation stands at both places, however it is drawn."""
    if not (0 <= at < len(a) and 0 <= bt < len(b)):
        return False
    x, y = a[at].translate(_ALIKE), b[bt].translate(_ALIKE)
    return x == y and not x.isalnum() and not x.isspace() and x != "_"
