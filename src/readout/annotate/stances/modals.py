"""Stances that modals tell inside what a side says: “must”, “will not”, “will face sanctions if”."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from readout.annotate.stances.context import FIRST
from readout.annotate.stances.findings import Findings
from readout.annotate.stances.found import Found
from readout.annotate.stances.lexicon import lemma, singular, words
from readout.annotate.stances.sides import Side
from readout.annotate.stances.tree import PASSIVES, SUBJECTS
from readout.model.notes import StanceKind

_NOBODY: Final = frozenset({"i", "it", "there", "this", "that", "what", "which", "who", "you"})
_VOWS: Final = frozenset({"assure", "promise", "pledge", "vow", "guarantee", "reassure"})
_STRIKING: Final = frozenset(
    ("retaliate", "strike", "punish", "impose", "sue", "veto", "boycott", "destroy", "annihilate", "crush", "impeach")
)
_GRANTING: Final = frozenset({"accept", "allow", "agree", "tolerate", "support", "permit", "vote", "endorse"})
_IDLE: Final = frozenset(
    (
        *("be", "know", "have", "comment", "say", "hesitate", "speculate", "discuss", "stop", "tell", "get", "need"),
        *("think", "see", "want", "believe", "forget", "happen", "work", "rest", "find", "play", "win", "lose", "make"),
        *("attend", "appear", "seek", "run", "pretend", "go", "come", "stay", "fade", "last", "remain"),
    )
)


class ModalReader(Findings):
    """Reads the stances that modals tell."""

    def _modal(self, place: int) -> Iterator[Found]:
        tree = self.tree
        speaker = self.speakers[place]
        if tree.tag(place) not in {"VERB", "ADJ", "NOUN"}:
            return
        auxiliaries = tree.auxiliaries(place)
        subject = self._own_subject(place)
        if subject is None or any(tree.relation(w).startswith("acl") for w in self._path(place)):
            return
        if not speaker:
            yield from self._plainly(place, subject, auxiliaries)
            return
        sides = self.sides.of(tree, subject, speaker)
        own = any(side.key is not None and side.key in {one.key for one in speaker} for side in sides)
        own = own or tree.forms[subject] == "we" or self._echoes(subject, sides, speaker)
        if own and not any(side.key for side in sides):
            sides = [replace(side, words=tree.extent(tree.name(subject))) for side in speaker]
        yield from self._must(place, subject, sides, auxiliaries, own=own)
        if own:
            yield from self._will(place, sides, auxiliaries)
        else:
            yield from self._facing(place, subject, sides, auxiliaries)

    def _plainly(self, place: int, subject: int, auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“Norland will not lift the ban”, told by the report itself."""
        tree = self.tree
        if not auxiliaries & {"will", "wo"} or not tree.negated(place) or tree.passive(place):
            return
        sides = self.sides.of(tree, subject, [])
        if any(side.key for side in sides) and tree.children(place, "obj", "xcomp"):
            yield from self._will(place, sides, auxiliaries)

    def _must(
        self, place: int, subject: int, sides: list[Side], auxiliaries: frozenset[str], *, own: bool
    ) -> Iterator[Found]:
        """“The board must resign”, “the bridge should be reopened”."""
        tree = self.tree
        any_deal = singular(tree.forms[subject]) in words("nouns", "proposal") | words("nouns", "talks") and any(
            tree.forms[word] in {"any", "no"} for word in tree.children(subject, "det")
        )
        must = bool(auxiliaries & words("modals", "demand")) or self._has_to(place, any_deal=any_deal)
        if any(w < subject for w in tree.children(place, "aux") if tree.forms[w] in words("modals", "demand")):
            return  # "should a buyer be willing to pay": a condition, or a question
        if not must or own or tree.forms[subject] in _NOBODY:
            return
        if auxiliaries & {"have", "been"} and "should" in auxiliaries:
            yield from self._reproach(place, sides, auxiliaries)
            return
        named = [side for side in sides if side.key]
        kind = StanceKind.CONDITION if any_deal else StanceKind.DEMAND
        found = self._found(kind, (place, [place]), list(self.speakers[place]), place)
        if found is None:
            return
        found.targets = named
        found.negated = False
        reach = tree.run(place, [*found.condition, *self._cue_words(), *tree.strangers(place)])
        found.matter = self._stripped(self._whole(self._stripped(reach), found.condition))
        while len(found.matter) > 1 and self.tree.forms[found.matter[0]] in {"to", "“", '"'}:
            del found.matter[0]
        modals = [word for word in tree.children(place, "aux") if tree.forms[word] in words("modals", "demand")]
        found.trigger = modals or [place]
        found.clause = self._clause_words(place, found)
        yield found

    def _reproach(self, place: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """A reproach: “the board should not have closed the mine”."""
        known = [side for side in sides if side.key]
        if "have" not in auxiliaries or not known or self.tree.tag(place) != "VERB":
            return
        found = self._found(StanceKind.ACCUSATION, (place, [place]), list(self.speakers[place]), place)
        if found is not None:
            found.targets, found.negated = known, False
            found.matter = self._stripped(self.tree.run(place, self._cue_words()))
            found.clause = self._clause_words(place, found)
            yield found

    def _has_to(self, place: int, *, any_deal: bool) -> bool:
        """“needs to leave”, “has to leave”: the verb below a need."""
        above = self.tree.head(place)
        return (
            self.tree.relation(place) == "xcomp"
            and above >= 0
            and self.tree.forms[above] in words("modals", "semi")
            and "to" in self.tree.cases(place)
            and not self.tree.children(above, "obj")
            and not self.tree.negated(above)
            and (any_deal or not self.tree.auxiliaries(above) & {"would", "may", "might"})
        )

    def _will(self, place: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“We will not allow”, “Norland would respond if attacked”, “we will help”."""
        tree = self.tree
        future = auxiliaries & words("modals", "refusal")
        if not future or tree.tag(place) != "VERB":
            return
        condition = self._condition(place, place)
        kind = self._bound(place, future, condition)
        if kind is None:
            return
        found = self._found(kind, (place, [place]), sides, place)
        if found is None:
            return
        found.kind, found.negated, found.condition = kind, False, condition
        found.matter = self._deed(place, condition)
        found.trigger = [*[w for w in tree.children(place, "aux", "advmod") if w < place], place]
        found.clause = self._clause_words(place, found)
        yield found
        if kind is StanceKind.REFUSAL and condition and tree.forms[condition[0]] in {"until", "unless"}:
            yield replace(found, kind=StanceKind.CONDITION)

    def _bound(self, place: int, future: frozenset[str], condition: list[int]) -> StanceKind | None:
        """What one does by saying what one will do or not."""
        tree = self.tree
        base = lemma(tree.forms[place])
        able = bool(future & {"can", "ca", "could", "cannot"})
        vowed = any(lemma(cue) in _VOWS for cue in self._said_by(place))
        if tree.negated(place):
            if base in _IDLE and "without" not in tree.forms:
                return None
            if able and base not in _GRANTING:
                return None
            return StanceKind.PROMISE if vowed or base in words("harm", "force") else StanceKind.REFUSAL
        if able:
            return None
        if self._does_harm(place) and (condition or base in _STRIKING):
            return StanceKind.THREAT
        if base in words("kind", "deeds") and tree.children(place, "obj", "obl", "xcomp"):
            return StanceKind.PROMISE
        return None

    def _does_harm(self, place: int) -> bool:
        """Whether a verb, or what it brings, hurts somebody."""
        if lemma(self.tree.forms[place]) in words("harm", "deeds"):
            return True
        things = self.tree.children(place, "obj", "obl", *PASSIVES)
        return any(singular(self.tree.forms[word]) in words("harm", "nouns") for word in things)

    def _facing(self, place: int, subject: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“Norland will face sanctions if it attacks”, “sanctions will be imposed”."""
        tree = self.tree
        if tree.negated(place) and auxiliaries & words("modals", "refusal"):
            yield from self._hanging(place)
            return
        if lemma(tree.forms[place]) in words("wrong", "deeds"):
            yield from self._wrong(place, sides, auxiliaries)
            return
        future = auxiliaries & words("modals", "future") or tree.forms[place] in {"faces", "planned", "risks"}
        if not future or tree.negated(place):
            return
        meets = lemma(tree.forms[place]) in words("harm", "meet") and any(
            singular(tree.forms[word]) in words("harm", "nouns") for word in tree.children(place, "obj")
        )
        looms = singular(tree.forms[subject]) in words("harm", "nouns") and (
            tree.relation(subject) in PASSIVES or lemma(tree.forms[place]) in {"follow", "come", "be"}
        )
        if not (meets or looms):
            return
        yield from self._threat(place, [side for side in sides if side.key])

    def _hanging(self, place: int) -> Iterator[Found]:
        """“Talks will not start until the troops leave”."""
        condition = self._condition(place, place)
        if not condition or self.tree.forms[condition[0]] not in {"until", "unless"}:
            return
        found = self._found(StanceKind.CONDITION, (place, [place]), list(self.speakers[place]), place)
        if found is not None:
            found.negated, found.condition = False, condition
            found.matter = self._deed(place, condition)
            found.clause = self._clause_words(place, found)
            yield found

    def _peril(self, place: int) -> Iterator[Found]:
        """“The leak could harm the talks”, said by a party: a warning."""
        tree = self.tree
        could = tree.auxiliaries(place) & (words("modals", "guess") | words("modals", "future"))
        hurts = tree.tag(place) == "VERB" and lemma(tree.forms[place]) in words("harm", "perils")
        subject = tree.children(place, *SUBJECTS)
        if not (could and hurts and subject and self.speakers[place]) or tree.negated(place):
            return
        if (
            tree.forms[subject[0]] in FIRST
            or tree.forms[subject[0]] in {"that", "which"}
            or not tree.children(place, "obj")
        ):
            return
        found = self._found(StanceKind.WARNING, (place, [place]), list(self.speakers[place]), place)
        if found is not None:
            found.kind, found.negated = StanceKind.WARNING, False
            found.matter = self._deed(place, found.condition)
            found.clause = self._clause_words(place, found)
            yield found

    def _wrong(self, place: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“Norland broke the truce”, said by another side."""
        tree = self.tree
        known = [side for side in sides if side.key]
        shaded = auxiliaries & (words("modals", "refusal") | words("modals", "guess") | words("modals", "demand"))
        if not known or shaded or tree.negated(place) or tree.passive(place) or not self.speakers[place]:
            return
        if lemma(tree.forms[place]) == "fail" and not tree.children(place, "xcomp", "advcl"):
            return
        found = self._found(StanceKind.ACCUSATION, (place, [place]), list(self.speakers[place]), place)
        if found is not None:
            found.targets, found.negated = known, False
            found.matter = self._deed(place, found.condition)
            found.clause = self._clause_words(place, found)
            yield found

    def _threat(self, place: int, targets: list[Side]) -> Iterator[Found]:
        tree = self.tree
        found = self._found(StanceKind.THREAT, (place, [place]), list(self.speakers[place]), place)
        if found is None:
            return
        found.kind = StanceKind.THREAT
        found.targets = targets
        found.negated = False
        found.matter = self._stripped(tree.run(place, [*found.condition, *self._cue_words(), *self._asides(place)]))
        found.clause = self._clause_words(place, found)
        yield found
