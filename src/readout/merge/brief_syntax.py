"""The parse of one sentence as a tree: what stands below a word, and where that stands in the text."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from readout.model.notes import Word
from readout.model.text import TextSpan


class Tree:
    """Words of a sentence with their heads; words are known by their places."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = tuple(words)

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below: dict[int, list[int]] = {}
        for place, word in enumerate(self.words):
            below.setdefault(word.head, []).append(place)
        return below

    @property
    def root(self) -> int | None:
        """The word that all others hang on; the first, where the sentence was read in pieces."""
        return next(iter(self._below.get(-1, [])), None)

    def children(self, place: int) -> list[int]:
        """The words whose head a word is."""
        return self._below.get(place, [])

    def child(self, place: int, *relations: str) -> int | None:
        """The first dependent with one of the relations."""
        return next((one for one in self.children(place) if self.words[one].relation in relations), None)

    def under(self, place: int) -> list[int]:
        """A word and all that hangs on it, in order."""
        found, todo = {place}, [place]
        while todo:
            for child in self.children(todo.pop()):
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def above(self, place: int) -> Iterator[int]:
        """The heads of a word, from its own upwards."""
        seen = {place}
        head = self.words[place].head
        while head >= 0 and head not in seen:
            yield head
            seen.add(head)
            head = self.words[head].head

    def form(self, place: int) -> str:
        """A word as printed."""
        return self.words[place].span.of(self.text)

    def lower(self, place: int) -> str:
        """A word in small letters, its apostrophe plain."""
        return self.form(place).casefold().replace("’", "'")

    def at(self, start: int, end: int) -> list[int]:
        """The words that a stretch of the text holds."""
        return [place for place, word in enumerate(self.words) if start <= word.span.start and word.span.end <= end]

    def stretch(self, places: Sequence[int]) -> TextSpan:
        """From the first to the last of some words."""
        return TextSpan(self.words[min(places)].span.start, self.words[max(places)].span.end)

    def whole(self, place: int) -> bool:
        """Whether a word and all that hangs on it stand together, but for marks."""
        under = set(self.under(place))
        between = range(min(under), max(under) + 1)
        return all(one in under or self.words[one].tag == "PUNCT" for one in between)
