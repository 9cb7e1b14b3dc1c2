"""Stances that nouns tell: “Norland's demand for a truce”, “has no plans to attack”."""

from collections.abc import Iterator, Sequence
from typing import Final

from readout.annotate.stances.context import CONDITIONS, LIST
from readout.annotate.stances.findings import Findings
from readout.annotate.stances.found import Found, holders_known
from readout.annotate.stances.lexicon import Frame, lemma, noun_frame, singular, verb_frames, words
from readout.annotate.stances.sides import Side
from readout.annotate.stances.tree import SUBJECTS
from readout.model.notes import StanceKind

_BEING: Final = frozenset({"is", "was", "are", "were", "'s"})
_SEEN: Final = frozenset({"sees", "see", "saw", "perceives", "perceived", "regards", "considers", "fears", "feared"})
_SUPPOSED: Final = frozenset(
    {"possible", "potential", "perceived", "alleged", "so-called", "apparent", "supposed", "any"}
)


class NounReader(Findings):
    """Reads the stances that nouns tell."""

    def _noun(self, place: int) -> Iterator[Found]:
        tree = self.tree
        frame = noun_frame(tree.forms[place])
        if frame is None or tree.relation(place) == "compound" or tree.negated(place):
            return
        before = tree.forms[max(0, place - 5) : place]
        if (
            (_SEEN & set(before) and "as" in before)
            or any(tree.forms[word] in _SEEN for word in tree.above(place))
            or any(tree.forms[word] in _SUPPOSED for word in tree.children(place, "amod", "advmod", "case"))
        ):
            return
        holders = self._noun_holders(place)
        if not holders or (not holders_known(holders) and tree.tag(place - 1) in {"PRON", "DET"}):
            return
        heads = self._noun_matters(place, frame)
        for head in heads:
            found = self._found(frame.kind, (place, [place]), holders, head)
            if found is None:
                continue
            found.negated = self._given_up(place)
            if len(heads) > 1:
                found.matter = self._item(head, heads, found.matter)
            found.targets = self._noun_targets(place, frame, holders)
            found.clause = self._noun_clause(place, found, alone=len(heads) > 1)
            yield found

    def _noun_matters(self, place: int, frame: Frame) -> list[int]:
        """The heads of what is demanded, offered ...: the clause or phrase behind the noun, and the items of a list."""
        listed = self._listed(place)
        main = self._noun_clause_head(place)
        if main is None:
            main = self._noun_phrase_head(place, frame)
        return listed if main is None else [main, *listed]

    def _listed(self, place: int) -> list[int]:
        """The items of “demands: …” and “demands, including …”."""
        tree = self.tree
        found: list[int] = []
        for word in tree.children(place, "appos", "conj", "nmod", "acl", "list", "parataxis"):
            colon = ":" in tree.forms[place + 1 : place + 3] and tree.relation(word) == "appos"
            if word > place and (tree.cases(word) & LIST or colon):
                items = [part for part in tree.joined(word) if part > place]
                found += items
                found += [w for part in items for w in tree.children(part, "acl", "acl:relcl") if self._opens(w)]
        top = tree.head(place)
        if not found and top >= 0 and tree.relation(place) == "nmod":
            found = [w for w in tree.children(top, "nmod", "acl") if w > place and tree.cases(w) & LIST]
        return found

    def _noun_clause_head(self, place: int) -> int | None:
        """The verb of “demand to …”, “demand that …”."""
        tree = self.tree
        for word in tree.children(place, "acl", "acl:relcl", "ccomp", "advcl", "xcomp"):
            opened = tree.cases(word)
            if word < place or tree.tag(word) not in {"VERB", "ADJ", "NOUN"} or not opened & {"to", "that", "for"}:
                continue
            told = tree.relation(word) == "acl:relcl" and "that" in opened and not tree.children(word, *SUBJECTS)
            if not told and not opened & CONDITIONS:
                return word
        return None

    def _noun_phrase_head(self, place: int, frame: Frame) -> int | None:
        """The noun of “demand for …”, or what the parse hung on the verb instead."""
        tree, governor = self.tree, self.tree.head(place)
        for word in tree.children(place, "nmod", "acl", "obl"):
            if word > place and tree.cases(word) & frame.matter:
                return word
        if governor < 0 or tree.relation(place) not in {"obj", "obl", "nsubj"}:
            return None
        if tree.relation(place) == "obj" and verb_frames(tree.forms[governor]):
            for word in tree.children(governor, "advcl", "xcomp"):
                if word > place and "to" in {tree.forms[w] for w in tree.children(word, "mark")}:
                    return word
        for word in tree.children(governor, "obl", "nmod", "advcl", "acl"):
            if place + 1 < word < place + 5 and tree.cases(word) & (frame.matter - {"of", "to"}):
                return word
        return None

    def _opens(self, clause: int) -> bool:
        """Whether a clause is an item of a list: “..., and for Norland to leave”."""
        tree = self.tree
        first = min(tree.run(clause))
        while first < clause and tree.tag(first) == "PUNCT":
            first += 1
        return tree.forms[first] == "and" or (tree.forms[first] == "for" and tree.forms[first - 1] in {"and", ","})

    def _noun_targets(self, place: int, frame: Frame, holders: Sequence[Side]) -> list[Side]:
        tree = self.tree
        for word in tree.children(place, "nmod"):
            if tree.cases(word) & (frame.target - frame.matter):
                sides = self.sides.of(tree, word, self.speakers[place])
                if any(side.key for side in sides):
                    return sides
        at = place
        governor = tree.head(at)
        keys = {side.key for side in holders}
        if tree.relation(at) == "obj" and governor >= 0 and verb_frames(tree.forms[governor]):
            subject = tree.subject(governor)
            if subject is not None:
                return [s for s in self.sides.of(tree, subject, self.speakers[governor]) if s.key and s.key not in keys]
        return []

    def _given_up(self, place: int) -> bool:
        """Whether a demand or a refusal is no longer made: “dropped its opposition to the cuts”."""
        above = self.tree.head(place)
        return (
            above >= 0
            and self.tree.relation(place) == "obj"
            and lemma(self.tree.forms[above]) in words("general", "ending")
        )

    def _having(self, place: int) -> Iterator[Found]:
        """“has no plans to attack”, “there is no plan to leave”."""
        tree = self.tree
        kind = "evidence" if singular(tree.forms[place]) in words("having", "evidence") else "denial"
        head = next((w for w in tree.children(place, "acl", "nmod", "advcl", "xcomp") if w > place), None)
        if tree.tag(place) != "NOUN" or singular(tree.forms[place]) not in words("having", kind) or head is None:
            return
        if not self._is_none(place):
            return
        near = range(place - 1, max(-1, place - 6), -1)
        verb = next(
            (w for w in near if tree.forms[w] in words("having", "find" if kind == "evidence" else "verbs")), None
        )
        if verb is None and not any(tree.forms[w] in _BEING for w in range(max(0, place - 4), place)):
            return
        if verb is not None and self._guessed(verb):
            return
        holder = self._haver(place, verb) if verb is not None else None
        sides = list(self.speakers[place]) if verb is None else []
        if holder is not None and verb is not None:
            sides = self.sides.of(tree, holder, self.speakers[verb])
        found = self._found(StanceKind.DENIAL, (place, [w for w in (verb, place) if w is not None]), sides, head)
        if found is not None:
            found.negated = False
            opening = [verb] if verb is not None else [place - 1]
            low = min([place, *opening, *(tree.name(holder) if holder is not None else [])])
            found.clause = list(range(low, max([place, *found.matter, *found.condition]) + 1))
            yield found

    def _is_none(self, place: int) -> bool:
        """Whether a noun is said not to be: “no plans”, “did not have any plans”."""
        tree = self.tree
        determined = {tree.forms[word] for word in tree.children(place, "det")}
        if "no" in determined:
            return True
        denying = {"n't", "not", "denied", "deny", "denies"}
        return "any" in determined and bool(denying & set(tree.forms[max(0, place - 6) : place]))

    def _haver(self, place: int, verb: int) -> int | None:
        """Whose plans a “has no plans” tells of."""
        tree = self.tree
        above = tree.head(place)
        subjects = tree.children(verb, *SUBJECTS) or (tree.children(above, *SUBJECTS) if above >= 0 else [])
        inherited = tree.subject(verb)
        before = [w for w in (*subjects, *([inherited] if inherited is not None else [])) if w < verb]
        if before:
            return before[0]
        beside = [w for w in range(max(0, verb - 2), verb) if tree.tag(w) in {"PRON", "PROPN"}]
        return beside[-1] if beside else None
