"""The dependency tree of a sentence: what every reader of syntax asks of a parse."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from readout.model.notes import Word
from readout.model.text import TextSpan


class Tree:
    """The words of one sentence in order; a word is told by its place among them.

    A parse may run in a circle or lead outside its sentence: no walk here fails on one or goes on for ever.
    """

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = tuple(words)
        self.forms = [word.span.of(text).casefold().replace("’", "'") for word in self.words]  # in small letters
        self._starts = [word.span.start for word in self.words]
        self._children: list[list[int]] = [[] for _ in self.words]
        for place in range(len(self.words)):
            if (head := self.head(place)) >= 0:
                self._children[head].append(place)

    def __len__(self) -> int:
        return len(self.words)

    def form(self, place: int) -> str:
        """A word as printed."""
        return self.words[place].span.of(self.text)

    def tag(self, place: int) -> str:
        """The part of speech of a word."""
        return self.words[place].tag

    def relation(self, place: int) -> str:
        """How a word hangs on its head."""
        return self.words[place].relation

    def head(self, place: int) -> int:
        """The word that a word hangs on; -1 for a root."""
        word = self.words[place]
        inside = 0 <= word.head < len(self.words) and word.head != place
        return word.head if inside and word.relation != "root" else -1

    def children(self, place: int, *relations: str) -> list[int]:
        """The words that hang on a word, in order; by certain relations only where any are named."""
        found = self._children[place]
        return [child for child in found if not relations or self.words[child].relation in relations]

    def subtree(self, place: int, without: Collection[int] = ()) -> list[int]:
        """A word and all under it, in order; `without`: not these and what hangs on them."""
        found, waiting = {place}, [place]
        while waiting:
            for child in self._children[waiting.pop()]:
                if child not in found and child not in without:
                    found.add(child)
                    waiting.append(child)
        return sorted(found)

    def above(self, place: int) -> Iterator[int]:
        """The words that a word hangs on, nearest first."""
        seen = {place}
        head = self.head(place)
        while head >= 0 and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def inside(self, span: TextSpan) -> range:
        """The words that begin in a stretch of the text."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def at(self, offset: int) -> int | None:
        """The last word that begins at or before an offset."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 else None
