"""The parse of one sentence as the brief reads it: what stands below a word, and where that stands in the text."""

from collections.abc import Sequence

from readout.annotate import trees
from readout.model.text import TextSpan


class Tree(trees.Tree):
    """A sentence's tree, with the stretches of text that trimming cuts along."""

    @property
    def root(self) -> int | None:
        """The word that all others hang on; the first, where the sentence was read in pieces."""
        return next((place for place in range(len(self)) if self.head(place) < 0), None)

    def child(self, place: int, *relations: str) -> int | None:
        """The first dependent with one of the relations."""
        return next(iter(self.children(place, *relations)), None)

    def within(self, start: int, end: int) -> list[int]:
        """The words that a stretch of the text holds whole."""
        return [place for place in self.inside(TextSpan(start, end)) if self.words[place].span.end <= end]

    def stretch(self, places: Sequence[int]) -> TextSpan:
        """From the first to the last of some words."""
        return TextSpan(self.words[min(places)].span.start, self.words[max(places)].span.end)

    def whole(self, place: int) -> bool:
        """Whether a word and all that hangs on it stand together, but for marks."""
        under = set(self.subtree(place))
        between = range(min(under), max(under) + 1)
        return all(one in under or self.words[one].tag == "PUNCT" for one in between)
