"""A sentence's dependency tree, with what reading happenings off it asks of a tree."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from readout.model.notes import Sentence, Word
from readout.model.text import TextSpan

_NOMINAL_BEFORE = frozenset({"DET", "ADJ", "NUM", "PART", "ADP"})
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj")
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "your", "my"})


class Tree:
    """The words of one sentence by their places, with heads, children and small letters."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.span = sentence.span
        self.words: tuple[Word, ...] = sentence.words
        self.lower = [word.span.of(text).casefold().replace("’", "'") for word in self.words]
        self._starts = [word.span.start for word in self.words]
        self._children: list[list[int]] = [[] for _ in self.words]
        for place, word in enumerate(self.words):
            if 0 <= word.head < len(self.words) and word.head != place and word.relation != "root":
                self._children[word.head].append(place)

    def __len__(self) -> int:
        return len(self.words)

    def children(self, place: int, *relations: str) -> list[int]:
        """The words that hang on a word, by the first part of their relations where any are given."""
        found = self._children[place]
        if not relations:
            return found
        return [child for child in found if self.relation(child) in relations]

    def relation(self, place: int) -> str:
        """A word's relation without its subtype."""
        return self.words[place].relation.partition(":")[0]

    def head(self, place: int) -> int:
        """The word that a word hangs on; -1 for a root."""
        word = self.words[place]
        return -1 if word.relation == "root" or word.head == place else word.head

    def up(self, place: int) -> Iterator[int]:
        """The words that a word hangs on, nearest first."""
        seen = {place}
        above = self.head(place)
        while 0 <= above < len(self.words) and above not in seen:
            yield above
            seen.add(above)
            above = self.head(above)

    def below(self, place: int, without: frozenset[int] = frozenset()) -> list[int]:
        """A word and all that hangs on it, in order, without some words and what hangs on them."""
        found, waiting = set[int](), [place]
        while waiting:
            here = waiting.pop()
            if here not in found and here not in without:
                found.add(here)
                waiting += self._children[here]
        return sorted(found)

    def at(self, offset: int) -> int | None:
        """The word that stands at or right before an offset of the text."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self.span.end else None

    def places(self, span: TextSpan) -> list[int]:
        """The words inside a span."""
        return list(range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)))

    def top(self, places: list[int]) -> int:
        """Of neighbouring words, the one whose head is none of them."""
        inside = set(places)
        return next((place for place in places if self.head(place) not in inside), places[-1])

    def is_verb(self, place: int) -> bool:
        """Whether a word is a verb in a verb's place."""
        return self.words[place].tag == "VERB" and self.relation(place) not in {
            "amod",
            "compound",
            "case",
            "fixed",
            "flat",
            "nmod",
        }

    def may_be_noun(self, place: int) -> bool:
        """Whether a word is a noun, or tagged as a verb where a noun stands ("security talks")."""
        tag = self.words[place].tag
        if tag in {"NOUN", "PROPN"}:
            return True
        before = self.words[place - 1].tag if place else ""
        led = before in _NOMINAL_BEFORE and self.lower[place - 1] not in {"to", "not"}
        led = led or (place > 0 and self.lower[place - 1] in _POSSESSIVES)
        return tag == "VERB" and (led or (self.relation(place) in _NOMINAL and before in {"NOUN", "PROPN"}))
