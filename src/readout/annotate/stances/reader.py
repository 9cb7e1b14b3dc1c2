"""The stances of one sentence, by its parse: what verbs, nouns, predicates and modals tell that a side wants."""

from collections.abc import Iterator
from dataclasses import replace

from readout.annotate.stances.found import Found
from readout.annotate.stances.modals import ModalReader
from readout.annotate.stances.nouns import NounReader
from readout.annotate.stances.predicates import PredicateReader
from readout.annotate.stances.tree import PASSIVES, SUBJECTS


class Reader(PredicateReader, ModalReader, NounReader):
    """Reads one sentence; `speakers` gives for each word who says it (empty: the report itself)."""

    def stances(self) -> Iterator[Found]:
        """All stances, the nouns' after the verbs'."""
        if self.question:
            return
        taken: set[tuple[str, int]] = set()
        for place in range(len(self.tree.words)):
            for found in (part for whole in self._at(place) for part in self._parts(whole)):
                key = found.head if found.head is not None else place
                if (found.kind.value, key) in taken:
                    continue
                taken.add((found.kind.value, key))
                yield found

    def _parts(self, found: Found) -> Iterator[Found]:
        """A matter of two deeds as two stances: “to reopen the bridge and pay the crews”."""
        tree = self.tree
        inside = set(found.matter)
        for word in found.matter:
            first = tree.head(word)
            two = tree.relation(word) == "conj" and first in inside and tree.tag(word) == tree.tag(first) == "VERB"
            if not two or tree.forms[word].endswith("ing") is not tree.forms[first].endswith("ing"):
                continue
            if not tree.children(first, "obj", "obl", "xcomp") or not tree.children(word, "obj", "obl", "xcomp"):
                continue
            if tree.children(word, *SUBJECTS, *PASSIVES):
                continue
            left = self._stripped([each for each in found.matter if each < min(tree.run(word))])
            right = self._stripped([each for each in found.matter if each >= min(tree.run(word))])
            if left and right:
                yield replace(found, matter=left)
                yield replace(found, matter=right, head=word)
                return
        yield found

    def _at(self, place: int) -> Iterator[Found]:
        tag = self.tree.tag(place)
        if tag in {"VERB", "AUX", "NOUN", "ADJ"} and not self._guessed(place):
            done = False
            if tag in {"VERB", "ADJ"}:
                for found in self._verb(place):
                    done = True
                    yield found
            if not done:
                yield from self._state(place)
                yield from self._having(place)
                yield from self._modal(place)
                yield from self._wish(place)
        if tag == "VERB":
            yield from self._peril(place)
        if tag == "NOUN":
            yield from self._noun(place)
        yield from self._verdict(place)
