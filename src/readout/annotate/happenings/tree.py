"""A sentence's dependency tree, with what reading happenings off it asks of a tree."""

from collections.abc import Sequence

from readout.annotate import trees
from readout.model.notes import Sentence

_NOMINAL_BEFORE = frozenset({"DET", "ADJ", "NUM", "PART", "ADP"})
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj")
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "your", "my"})


class Tree(trees.Tree):
    """The tree as happenings read it: by relations without their subtypes."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        super().__init__(text, sentence.words)
        self.span = sentence.span

    def plain(self, place: int) -> str:
        """A word's relation without its subtype."""
        return self.relation(place).partition(":")[0]

    def hanging(self, place: int, *relations: str) -> list[int]:
        """The words that hang on a word, by their plain relations where any are given."""
        return [child for child in self.children(place) if not relations or self.plain(child) in relations]

    def top(self, places: Sequence[int]) -> int:
        """Of neighbouring words, the one whose head is none of them."""
        inside = set(places)
        return next((place for place in places if self.head(place) not in inside), places[-1])

    def is_verb(self, place: int) -> bool:
        """Whether a word is a verb in a verb's place."""
        return self.words[place].tag == "VERB" and self.plain(place) not in {
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
        led = before in _NOMINAL_BEFORE and self.forms[place - 1] not in {"to", "not"}
        led = led or (place > 0 and self.forms[place - 1] in _POSSESSIVES)
        return tag == "VERB" and (led or (self.plain(place) in _NOMINAL and before in {"NOUN", "PROPN"}))
