"""A sentence's parse as figures read it: which words stand under which, and the small groups around a head."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.annotate import trees
from readout.model.text import TextSpan

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
_WITHIN = frozenset({"amod", "compound", "flat", "nmod:poss", "nmod:desc", "det", "fixed", "nmod:unmarked"})
_WITH_VERB = frozenset({"aux", "aux:pass", "cop", "compound:prt"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_STEPS = 40  # climbs after which a parse is taken to run in a circle


class Tree(trees.Tree):
    """The tree as figures read it: past what is joined by "and", and with the small groups around a head."""

    def role(self, word: int) -> str:
        """The word's relation; for a conjunct that of the first."""
        return self.relation(self.first(word))

    def first(self, word: int) -> int:
        """The first conjunct of those that a word is one of."""
        for _ in range(_STEPS):
            if self.words[word].relation != "conj" or self.words[word].head < 0:
                break
            word = self.words[word].head
        return word

    def governor(self, word: int) -> int | None:
        """The word above a word, past what it is joined to by "and"."""
        head = self.words[self.first(word)].head
        return None if head < 0 else head

    def touched(self, span: TextSpan) -> range:
        """The words that a span touches."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.words[first].span.end <= span.start:
            first += 1
        return range(first, bisect_left(self._starts, span.end))

    def head_of(self, places: Sequence[int]) -> int | None:
        """The word of a stretch that hangs on one outside it; the last such, as heads of noun phrases stand last."""
        outside = [one for one in places if self.words[one].head not in places and self.words[one].relation != "punct"]
        nouns = [one for one in outside if self.words[one].tag in {"NOUN", "PROPN", "SYM"}]
        found = nouns or outside
        return found[-1] if found else None

    def name_of(self, word: int) -> list[int]:
        """A noun with what stands close to it: "the crane drivers' walkout", "the union's demands"."""
        found = [word]
        for one in self.children(word):
            relation = self.words[one].relation
            if relation == "nmod:poss":
                found += [below for below in self.subtree(one) if one - below < _CLOSE]
            elif relation in _WITHIN and abs(word - one) < _CLOSE and self.form(one) not in {"-", "--", "–"}:
                found += [one, *self.children(one, "amod", "compound", "flat", "case", "advmod")]
        return self._with_dashes(found)

    def _with_dashes(self, found: Sequence[int]) -> list[int]:
        """The words and the hyphens between them."""
        known = set(found)
        dashes = (one + 1 for one in known if one + 2 in known and self.form(one + 1) in {"-", "–", "’", "'", "/"})
        return sorted(known | set(dashes))

    def verb_group(self, verb: int) -> list[int]:
        """A predicate with its auxiliaries, copula, particle and negation."""
        found = [verb]
        for one in self.children(verb):
            negates = self.words[one].relation == "advmod" and self.form(one).lower() in _NEGATIONS
            if negates or self.words[one].relation in _WITH_VERB:
                found.append(one)
        return sorted(found)

    def subject(self, verb: int) -> int | None:
        """A predicate's own subject."""
        return next((one for one in self.children(verb) if self.words[one].relation in SUBJECTS), None)


_CLOSE = 6  # words between a noun and what belongs to its name
