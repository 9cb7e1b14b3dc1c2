"""A stance put together: its kind settled by what its matter is, its target where the matter names it."""

from collections.abc import Sequence
from typing import Final

from readout.annotate.stances.context import FIRST
from readout.annotate.stances.extents import Extents
from readout.annotate.stances.found import Found
from readout.annotate.stances.lexicon import lemma, noun_frame, singular, verb_frames, words
from readout.annotate.stances.sides import Side
from readout.annotate.stances.tree import PASSIVES, SUBJECTS
from readout.model.notes import StanceKind

_REFUSING: Final = frozenset({"refuse", "refused", "refuses", "refusing", "decline", "declined", "declines"})
_SHORT: Final = frozenset({"short"})
_GIVING: Final = frozenset({StanceKind.AGREEMENT, StanceKind.OFFER, StanceKind.PROMISE})


class Findings(Extents):
    """Puts stances together."""

    def _found(  # noqa: PLR0913, PLR0917 - one for each part of a stance
        self,
        kind: StanceKind,
        places: tuple[int, list[int]],
        holders: list[Side],
        head: int | None,
        target: int | None = None,
        subject: int | None = None,
    ) -> Found | None:
        """A stance from its parts. `places`: the word that tells it, and all words of the trigger."""
        tree, (place, trigger) = self.tree, places
        condition = self._condition(place, head)
        matter = self._told(place, head, self._matter(head, condition, place) if head is not None else [], condition)
        if target is not None and head is not None and place < target < head:
            matter = self._behind_target(target, head, matter)
        matter = self._spelt_out(place, matter)
        polarity = self._negated(place, kind)
        if polarity is None:
            return None
        targets = self._targets(place, kind, head, target)
        found = Found(kind, trigger, holders, head, matter, targets, condition, polarity)
        found.kind = self._settled(found)
        naught = head is not None and any(tree.forms[word] == "no" for word in tree.children(head, "det"))
        if naught and found.kind in _GIVING | {StanceKind.THREAT}:
            found.negated = not found.negated  # "proposed no changes"
        giving = found.kind in _GIVING
        if giving and polarity and tree.auxiliaries(place) & words("modals", "refusal"):
            found.kind, found.negated = StanceKind.REFUSAL, False  # "would not accept"
        found.clause = self._span(place, found, holder=tree.subject(place) if subject is None else subject)
        return found

    def _vowed(self, head: int) -> StanceKind:
        """What a vow is: to resist is a refusal, to retaliate a threat."""
        frames = verb_frames(self.tree.forms[head])
        if self.tree.negated(head):
            return StanceKind.PROMISE
        if lemma(self.tree.forms[head]) == "veto":
            return StanceKind.THREAT
        refusing = [frame for frame in frames if frame.kind is StanceKind.REFUSAL and frame.object != "none"]
        if any(self._trigger(head, frame) for frame in refusing):
            return StanceKind.REFUSAL
        if lemma(self.tree.forms[head]) in words("harm", "deeds"):
            return StanceKind.THREAT
        return StanceKind.PROMISE

    def _is_threat(self, head: int, holders: Sequence[Side], matter: Sequence[int]) -> bool:
        """Whether what is warned of is what the warner would bring: its own deed, or sanctions and the like."""
        tree = self.tree
        subjects = tree.children(head, *SUBJECTS, *PASSIVES)
        keys = {side.key for side in holders if side.key}
        nouns = [head, *matter, *tree.children(head, "obj", "nmod", "conj", *SUBJECTS, *PASSIVES)]
        harm = any(singular(tree.forms[word]) in words("harm", "nouns") for word in nouns)
        if not subjects:
            return harm and singular(tree.forms[head]) in words("harm", "nouns")
        sides = self.sides.of(tree, subjects[0], holders)
        own = any(side.key in keys for side in sides if side.key)
        if own or tree.forms[subjects[0]] in FIRST:
            return harm or lemma(tree.forms[head]) in words("harm", "deeds") | words("harm", "force")
        meets = lemma(tree.forms[head]) in words("harm", "meet") or tree.children(head, "expl") or tree.passive(head)
        return harm and bool(meets)

    def _spelt_out(self, place: int, matter: list[int]) -> list[int]:
        """A matter with the clause that spells it out: “offered a deal, with both sides to withdraw”."""
        tree = self.tree
        for word in tree.children(place, "advcl"):
            reach = tree.run(word)
            if matter and reach[0] - 4 < matter[-1] < reach[0] and tree.forms[reach[0]] == "with":
                return [*matter, *range(matter[-1] + 1, reach[-1] + 1)]
        return matter

    def _targets(self, place: int, kind: StanceKind, head: int | None, target: int | None) -> list[Side]:
        """Whom a stance is aimed at, by its verb or by what its matter names."""
        if target is not None and self.tree.tag(target) in {"NOUN", "PROPN", "PRON"}:
            found = self.sides.of(self.tree, target, self.speakers[place])
            if found:
                return found
        return self._inner_target(kind, head) if head is not None else []

    def _negated(self, place: int, kind: StanceKind) -> bool | None:
        """Whether the words say that it is not done; None where they make it the matter of a refusal."""
        tree = self.tree
        negated, governor = tree.negated(place), tree.head(place)
        if governor < 0 or tree.relation(place) not in {"xcomp", "advcl", "acl"}:
            return negated
        if tree.relation(place) == "xcomp" and lemma(tree.forms[governor]) in words("general", "actual"):
            return negated or tree.negated(governor)  # "did not appear to object"
        above = {tree.forms[governor]} | {tree.forms[word] for word in tree.children(governor, "advmod", "xcomp")}
        if above & _REFUSING:
            return None if kind is not StanceKind.REFUSAL else not negated
        return True if above & _SHORT else negated

    def _settled(self, found: Found) -> StanceKind:
        """The kind of a stance by what its matter is: who warns of his own deed threatens."""
        tree, head = self.tree, found.head
        if head is None:
            return found.kind
        if found.kind is StanceKind.WARNING:
            if self._is_threat(head, found.holders, found.matter):
                return StanceKind.THREAT
            if tree.negated(head) and lemma(tree.forms[head]) in {"tolerate", "stand", "accept"}:
                return StanceKind.THREAT
            refused = tree.negated(head) and tree.auxiliaries(head) & words("modals", "refusal")
            return StanceKind.REFUSAL if refused and self._own(head, found.holders) else found.kind
        if found.kind is StanceKind.PROMISE:
            return self._vowed(head)
        if found.kind is StanceKind.OFFER and lemma(tree.forms[head]) in {"defend", "protect"}:
            return StanceKind.PROMISE
        if found.kind is StanceKind.OFFER and lemma(tree.forms[head]) in words("harm", "deeds"):
            return StanceKind.THREAT
        return found.kind

    def _inner_target(self, kind: StanceKind, head: int) -> list[Side]:
        """The target that the matter names: “demanded that France join”, “rejected the union's demand”."""
        tree = self.tree
        if kind in {StanceKind.DEMAND, StanceKind.THREAT, StanceKind.WARNING, StanceKind.ACCUSATION}:
            subjects = tree.children(head, *SUBJECTS)
            if subjects:
                return [side for side in self.sides.of(tree, subjects[0], self.speakers[head]) if side.key]
        if kind in {StanceKind.REFUSAL, StanceKind.AGREEMENT, StanceKind.DENIAL}:
            frame = noun_frame(tree.forms[head])
            if frame is not None:
                return self._noun_holders(head)
        return []

    def _noun_holders(self, place: int) -> list[Side]:
        """Whose demand, offer ... a noun is: the owner, who it is from, or who makes it."""
        tree, speaker = self.tree, self.speakers[place]
        for word in tree.children(place, "nmod:poss"):
            answered = tree.forms[word] in {"its", "their", "his", "her"} and self._answered(place)
            return [] if answered else self.sides.of(tree, word, speaker)  # "turned down its request": another's
        for word in tree.children(place, "nmod"):
            if tree.cases(word) & {"from", "by"}:
                return self.sides.of(tree, word, speaker)
        maker = self._maker(place)
        if maker is not None:
            return self.sides.of(tree, maker, speaker)
        for word in tree.children(place, "amod", "compound"):
            side = self.sides.one(tree, word, speaker)
            if side.key is not None:
                return [side]
        return self._raiser(place)

    def _maker(self, place: int) -> int | None:
        """“the offer made by Norland”, “offers for talks by Norland”."""
        tree = self.tree
        for word in tree.children(place, "acl"):
            if tree.forms[word] in {"made", "lodged", "filed", "put", "presented", "submitted"}:
                return tree.agent(word)
        inner = [w for noun in tree.children(place, "nmod") for w in tree.children(noun, "nmod")]
        return next((word for word in inner if "by" in tree.cases(word)), None)

    def _raiser(self, place: int) -> list[Side]:
        """Who raises it: “Norland issued a series of demands”."""
        tree, at = self.tree, place
        while tree.relation(at) in {"nmod", "conj", "appos"} and tree.head(at) >= 0:
            at = tree.head(at)
        governor = tree.head(at)
        if tree.relation(at) != "obj" or governor < 0:
            return []
        if lemma(tree.forms[governor]) not in words("general", "support"):
            return []
        subject = tree.subject(governor)
        return [] if subject is None else self.sides.of(tree, subject, self.speakers[governor])

    def _answered(self, place: int) -> bool:
        """Whether a demand or an offer is what a verb of refusing or taking is about."""
        above = self.tree.head(place)
        answering = {StanceKind.REFUSAL, StanceKind.AGREEMENT, StanceKind.DENIAL}
        return above >= 0 and any(frame.kind in answering for frame in verb_frames(self.tree.forms[above]))
