"""One sentence's parse as a tree: what hangs on a word, how far a phrase reaches, what negates or shades a verb."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from readout.annotate import trees
from readout.annotate.stances.lexicon import singular
from readout.grammar.people import is_paper
from readout.model.notes import Sentence
from readout.model.text import TextSpan

SUBJECTS: Final = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVES: Final = frozenset({"nsubj:pass", "csubj:pass"})
_IN_NAME: Final = frozenset({"compound", "flat", "nmod:desc", "amod", "det", "nummod", "nmod:poss", "case", "fixed"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without"})
_INHERITS: Final = frozenset({"xcomp", "conj", "advcl", "advcl:relcl", "parataxis"})
_APART: Final = frozenset({"punct", "cc", "parataxis", "discourse"})


_BEHIND: Final = re.compile(r"(?:-[^\W_]+)+")


class Tree(trees.Tree):
    """The tree as stances read it: how far phrases and clauses reach, what negates a verb, who its subject is."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        super().__init__(text, sentence.words)
        self.span = sentence.span

    def extent(self, places: Sequence[int]) -> TextSpan:
        """From the first to the last of some words, without the stops at both ends."""
        kept = sorted(places)
        while len(kept) > 1 and self.tag(kept[0]) == "PUNCT":
            del kept[0]
        while len(kept) > 1 and self.tag(kept[-1]) == "PUNCT":
            del kept[-1]
        return self._whole(self.words[kept[0]].span.start, self.words[kept[-1]].span.end)

    def _whole(self, start: int, end: int) -> TextSpan:
        """A stretch with the rest of a hyphened word at either end, and the closing mark of what opens in it."""
        if found := _BEHIND.match(self.text, end):
            end = found.end()
        while start > 1 and self.text[start - 1] in "-." and self.text[start - 2].isalnum():
            start -= 1
            while start > 0 and self.text[start - 1].isalnum():
                start -= 1
        for left, right in (("(", ")"), ("“", "”"), ("‘", "’"), ('"', '"')):
            inside = self.text[start:end]
            opened = inside.count(left) % 2 if left == right else inside.count(left) > inside.count(right)
            if opened and (closed := re.match(rf"[.,!?]?{re.escape(right)}", self.text[end : end + 2])):
                end += closed.end()
        return TextSpan(start, end)

    def inside_end(self, end: int) -> int:
        """The last word that begins before a character."""
        return max(bisect_left(self._starts, end) - 1, 0)

    def run(self, place: int, without: Sequence[int] = ()) -> list[int]:
        """The words under a word that stand in one stretch with it: what a wrong arc brought from afar is left out."""
        found = self.subtree(place, without)
        centre = found.index(place)
        first = last = centre
        while first > 0 and found[first - 1] == found[first] - 1:
            first -= 1
        while last + 1 < len(found) and found[last + 1] == found[last] + 1:
            last += 1
        return found[first : last + 1]

    def name(self, place: int) -> list[int]:
        """The words of a party's phrase: no clause, no apposition."""
        found, waiting = {place}, [place]
        while waiting:
            for word in self.children(waiting.pop()):
                if self.relation(word) in _IN_NAME and word not in found:
                    found.add(word)
                    waiting.append(word)
        kept = sorted(found)
        while len(kept) > 1 and (self.tag(kept[0]) in {"ADP", "PUNCT", "SCONJ"}):
            del kept[0]
        return [word for word in kept if all(between in found for between in range(min(word, place), max(word, place)))]

    def auxiliaries(self, place: int) -> frozenset[str]:
        """The auxiliaries of a verb, those that it shares with the verb it is joined to among them."""
        own = {self.forms[word] for word in self.children(place, "aux", "aux:pass", "cop")}
        above = self.head(place)
        if self.relation(place) == "conj" and above >= 0 and not self.children(place, "aux", *SUBJECTS):
            own |= self.auxiliaries(above)
        return frozenset(own)

    def negated(self, place: int) -> bool:
        """Whether a verb, an adjective or a noun bears a negation of its own."""
        hanging = self.children(place, "advmod", "det", "mark", "cc:preconj", "aux", "case")
        return any(self.forms[word] in _NEGATIONS for word in hanging)

    def subject(self, place: int) -> int | None:
        """The subject of a verb or predicate, if need be that of the verb which it hangs on."""
        if "with" in self.cases(place) and self.forms[place].endswith("ing"):
            return self._absolute(place)
        at = place
        for _ in range(4):
            if (found := self.children(at, *SUBJECTS)) and not self.children(at, "aux:pass"):
                near = max((word for word in found if word < at), default=found[0])
                joined = "and" in self.forms[found[0] : near]
                return found[0] if joined else near  # one that stands before the subject may be a dateline
            if self.children(at, *PASSIVES, *SUBJECTS):
                return self.agent(at) if at == place else self.children(at, *PASSIVES, *SUBJECTS)[0]
            above = self.head(at)
            if self.relation(at) in {"acl", "acl:relcl"} and above >= 0:
                return self._writer(above)
            if self.relation(at) not in _INHERITS or above < 0 or self._crossed(above, at):
                return None
            blamed = self.relation(at) == "advcl" and "for" in self.cases(at)
            if (blamed or self.relation(at) == "xcomp") and (objects := self.children(above, "obj", "iobj")):
                return objects[0]
            at = above
        return None

    def _absolute(self, place: int) -> int | None:
        """The subject of a participle after "with", also where a parse takes it for a part of a name."""
        nouns = {"NOUN", "PROPN", "PRON"}
        near = [child for child in self.children(place) if child < place and self.tag(child) in nouns]
        return near[-1] if near else None

    def _crossed(self, above: int, place: int) -> bool:
        """Whether a verb is joined over a clause with a subject of its own, so that either may be its subject.

        "They met after Norland sent ships and demanded the islands"; a comma before the "and" would settle it.
        """
        if self.relation(place) != "conj":
            return False
        joint = min([*self.children(place, "cc"), place])
        if joint > 0 and self.forms[joint - 1] in {",", ";"}:
            return False
        between = range(above + 1, joint)
        return any(self.tag(word) == "VERB" and self.children(word, *SUBJECTS, *PASSIVES) for word in between)

    def _writer(self, place: int) -> int:
        """Who sent the letter that says something; a noun for anything else stands for itself."""
        above = self.head(place)
        if is_paper(singular(self.forms[place])) and self.relation(place) in {"obj", "obl"} and above >= 0:
            subject = self.children(above, *SUBJECTS)
            return subject[0] if subject else place
        return place

    def agent(self, place: int) -> int | None:
        """The agent of a passive."""
        agents = self.children(place, "obl:agent")
        agents += [word for word in self.children(place, "obl") if "by" in self.cases(word)]
        return agents[0] if agents else None

    def passive(self, place: int) -> bool:
        """Whether a verb is in the passive."""
        being = place > 0 and self.forms[place - 1] in {"being", "been"} and not self.forms[place].endswith("ing")
        return being or bool(self.children(place, *PASSIVES) or self.children(place, "aux:pass"))

    def is_participle(self, place: int) -> bool:
        """Whether a verb hangs on a noun to which its deed was done: “the plan put forward by Norland”."""
        gerund = self.forms[place].endswith("ing") or bool(self.children(place, "aux", *SUBJECTS))
        return self.relation(place) == "acl" and not gerund and "to" not in self.cases(place)

    def cases(self, place: int) -> set[str]:
        """The prepositions and conjunctions that open a phrase or clause."""
        found = {self.forms[word] for word in self.children(place, "case", "mark", "advmod", "fixed")}
        for word in self.children(place, "case", "mark"):
            found |= {self.forms[part] for part in self.children(word, "fixed")}
        return found

    def joined(self, place: int) -> list[int]:
        """A phrase's head and the heads of those joined to it ("Norland and Sudria")."""
        return [place, *self.children(place, "conj")]

    def strangers(self, place: int) -> list[int]:
        """Clauses that were joined to a phrase though they tell something of their own."""
        found = []
        for word in self.subtree(place):
            above = self.head(word)
            if word == place or self.relation(word) not in {"conj", "parataxis", "advcl", "acl", "acl:relcl"}:
                continue
            own = bool(self.children(word, *SUBJECTS, *PASSIVES))
            verb = self.tag(word) in {"VERB", "AUX"}
            if (
                self.relation(word) == "parataxis"
                or (self.relation(word) == "conj" and verb and (self.tag(above) in {"NOUN", "PROPN", "PRON"} or own))
                or (self.relation(word) in {"acl", "acl:relcl"} and own and self.children(word, "cc"))
            ):
                found.append(word)
        return found

    def loose(self, place: int) -> list[int]:
        """What hangs on a word but is no part of its phrase: stops, conjunctions, asides."""
        return [word for word in self.children(place) if self.relation(word) in _APART]
