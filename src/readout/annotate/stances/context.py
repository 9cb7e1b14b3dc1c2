"""A sentence with who says each of its words, and what its words tell of who acts."""

from collections.abc import Sequence
from typing import Final

from readout.annotate.stances.lexicon import Frame, lemma, singular, words
from readout.annotate.stances.sides import Side, Sides
from readout.annotate.stances.tree import PASSIVES, SUBJECTS, Tree
from readout.grammar.people import is_role

CONDITIONS: Final = frozenset({"if", "unless", "until", "provided", "providing", "once", "lest"})
DOUBTS: Final = frozenset({"if", "whether", "lest"})
OPENING: Final = frozenset(
    (
        "to",
        "that",
        "for",
        "of",
        "on",
        "about",
        "against",
        "from",
        "into",
        "with",
        "over",
        "as",
        "upon",
        "at",
        "and",
        "“",
        '"',
    )
)
FIRST: Final = frozenset({"we", "i"})
LIST: Final = frozenset({"including", "include", "includes", "included"})
_GUESSED: Final = frozenset(
    (
        *("expected", "likely", "expect", "expects", "poised", "considering", "mulling", "weighing", "unlikely"),
        *("possible", "hoping", "hoped", "rumored", "rumoured", "reluctant", "wondered", "wonder"),
    )
)


class Context:
    """One sentence with who says each of its words."""

    def __init__(
        self,
        tree: Tree,
        sides: Sides,
        speakers: Sequence[Sequence[Side]],
        cues: Sequence[Sequence[Side] | None],
        contents: Sequence[range | None],
    ) -> None:
        """`cues`: for each word of a cue who speaks; `contents`: for each such word the words that it introduces."""
        self.tree = tree
        self.sides = sides
        self.speakers = [list(each) for each in speakers]
        self.cues = cues
        self.contents = contents
        self._nested()
        self.question = tree.span.of(tree.text).rstrip(" \"'”’").endswith("?")

    def _nested(self) -> None:
        """Who says what inside others' words, or where no attribution was seen: the subject of a verb of saying."""
        tree = self.tree
        for place, form in enumerate(tree.forms):
            if tree.tag(place) != "VERB" or lemma(form) not in words("harm", "said") or self.cues[place] is not None:
                continue
            subjects = tree.children(place, "nsubj")
            clauses = [word for word in tree.children(place, "ccomp") if word > place]
            if not subjects or not clauses or subjects[0] > place or tree.negated(place):
                continue
            sides = self.sides.of(tree, subjects[0], self.speakers[place])
            outer = {side.key for side in self.speakers[place] if side.key and not side.nobody}
            if any(side.key is not None and outer <= {side.key} for side in sides):
                for word in tree.subtree(clauses[0], tree.strangers(clauses[0])):
                    self.speakers[word] = sides

    def _is_party(self, place: int) -> bool:
        side = self.sides.one(self.tree, place, self.speakers[place])
        return side.key is not None or side.chain is not None

    def _animate(self, place: int) -> bool:
        """Whether a phrase means somebody who can take a stance."""
        tree = self.tree
        form = tree.forms[place]
        if tree.tag(place) == "PRON":
            return form not in {"this", "what", "there"}
        if tree.tag(place) == "PROPN":
            return True
        if {form, singular(form)} & words("people", "groups") or is_role(singular(form)):
            return True
        return any(tree.tag(word) == "PROPN" for word in tree.name(place))

    def _path(self, place: int) -> list[int]:
        """The words from one up to the edge of what its speaker says."""
        tree = self.tree
        found = [place]
        for above in tree.above(place):
            if self.speakers[above] != self.speakers[place]:
                break
            found.append(above)
        return found if tree.head(found[-1]) >= 0 or len(found) > 1 else found[:1]

    def _own_subject(self, place: int) -> int | None:
        tree = self.tree
        found = tree.children(place, *SUBJECTS, *PASSIVES)
        if found:
            return found[0]
        if tree.relation(place) in {"conj", "xcomp"}:
            subject = tree.subject(place)
            if subject is not None and subject < place:
                return subject
        return None

    def _own(self, head: int, holders: Sequence[Side]) -> bool:
        """Whether a clause tells what the holder himself does."""
        subject = self._own_subject(head)
        if subject is None:
            return False
        keys = {side.key for side in holders if side.key}
        sides = self.sides.of(self.tree, subject, holders)
        return any(side.key in keys for side in sides if side.key) or self._echoes(subject, sides, holders)

    def _echoes(self, subject: int, sides: Sequence[Side], speaker: Sequence[Side]) -> bool:
        """Whether a pronoun means who speaks: “the workers said they would not …”."""
        form = self.tree.forms[subject]
        if form not in {"they", "it", "he", "she"} or not speaker:
            return False
        if self.sides.in_direct(self.tree.words[subject].span):
            return False
        person = any(self.sides.is_person(side) for side in speaker)
        if person and (form == "it" or (form == "they" and speaker[0].acts_for is None)):
            return False
        known = {side.chain for side in sides if side.chain is not None}
        if known:
            return bool(known & {side.chain for side in speaker})
        return not any(side.key for side in sides)

    def _guessed(self, place: int) -> bool:
        """Whether the words only suppose the stance: a condition, a question, a guess."""
        tree = self.tree
        if tree.auxiliaries(place) & words("modals", "guess"):
            return True
        at = place
        for above in (place, *tree.above(place)):
            if tree.relation(above) == "advcl" and tree.cases(above) & (DOUBTS | CONDITIONS):
                return True
            if tree.relation(above) in {"ccomp", "csubj", "acl", "xcomp", "obj", "obl"} and tree.cases(above) & DOUBTS:
                return True
            told = above != place and tree.relation(at) in {"ccomp", "xcomp"}
            if told and tree.auxiliaries(above) & {"may", "might", "can", "could"}:
                return True
            if above != at and tree.relation(at) in {"xcomp", "ccomp"} and tree.forms[above] in _GUESSED:
                return True
            if tree.relation(above) == "acl:relcl":
                break
            at = above
        return False

    def _trigger(self, place: int, frame: Frame) -> list[int]:
        if not frame.particle:
            return [place]
        near = self.tree.forms[place + 1 : place + 5]
        if frame.particle in near:
            at = place + 1 + near.index(frame.particle)
            if self.tree.head(at) in {place, at - 1, at + 1} or at == place + 1:
                return [place, at]
        return []

    def _said_by(self, place: int) -> list[str]:
        del place
        return [self.tree.forms[word] for word, cue in enumerate(self.cues) if cue is not None]
