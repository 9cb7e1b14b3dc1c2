"""Stances that predicates tell: “ready to talk”, “a nonstarter”, “it is important that”."""

from collections.abc import Iterator
from typing import Final

from readout.annotate.stances.context import FIRST, LIST
from readout.annotate.stances.found import Found
from readout.annotate.stances.lexicon import lemma, singular, state_frame, verb_frames, verdicts, words
from readout.annotate.stances.tree import PASSIVES, SUBJECTS
from readout.annotate.stances.verbs import VerbReader
from readout.model.notes import StanceKind

_WISHES: Final = frozenset({"important", "essential", "necessary", "imperative", "crucial", "vital"})


class PredicateReader(VerbReader):
    """Reads the stances that adjectives and other predicates tell."""

    def _state(self, place: int) -> Iterator[Found]:
        tree = self.tree
        frame = state_frame(tree.forms[place])
        if frame is None or tree.tag(place) not in {"ADJ", "VERB"}:
            return
        subject = tree.subject(place)
        head = self._clause(place)
        if head is None:
            head = self._phrase(place, frame.matter, [place])
        if subject is None or head is None or any(tree.forms[w] == "too" for w in tree.children(place, "advmod")):
            return
        if lemma(tree.forms[head]) in frame.never or tree.forms[head] in frame.never:
            return
        kind = frame.kind
        negated = tree.negated(place)
        if negated and frame.opposite is not None:
            kind, negated = frame.opposite, False
        holders = self.sides.of(tree, subject, self.speakers[place])
        if not any(side.key for side in holders) and not self._animate(subject):
            return
        inner = self._inner_frame(head)
        if inner is not None and kind is StanceKind.OFFER:
            kind = inner
        if tree.relation(place) == "acl:relcl" and len(tree.subtree(head)) <= 2:
            return
        found = self._found(kind, (place, [place]), holders, head)
        if found is not None:
            found.negated = negated
            yield found

    def _inner_frame(self, head: int) -> StanceKind | None:
        """“ready to accept”: what one is ready for may be an act itself."""
        frames = verb_frames(self.tree.forms[head])
        if frames and frames[0].kind in {StanceKind.AGREEMENT, StanceKind.REFUSAL} and not frames[0].particle:
            return frames[0].kind
        return None

    def _verdict(self, place: int) -> Iterator[Found]:
        """“Some demands are nonstarters”, said by a party."""
        tree, start = self.tree, self.tree.words[place].span.start
        if not self.speakers[place] or (place and tree.forms[place - 1] == "-"):
            return
        for pattern, kind in verdicts():
            match = pattern.match(tree.text, start, tree.span.end)
            head = self._predicate(place, match.end()) if match is not None else None
            if match is None or head is None:
                continue
            subject = self._judged(head, match[0])
            turned = kind is StanceKind.OFFER and tree.negated(head)
            denied = tree.negated(head) and not turned and not match[0].lower().startswith("not")
            if subject is not None and not denied:
                yield self._judgement(StanceKind.REFUSAL if turned else kind, place, subject, match.end())
                return

    def _judged(self, head: int, verdict: str) -> int | None:
        """What a verdict is on; None where that is nothing that was asked or offered."""
        tree = self.tree
        subject = tree.children(head, *SUBJECTS)[0]
        if tree.forms[subject] in {"that", "which"}:
            above = [word for word in tree.above(head) if tree.tag(word) in {"NOUN", "PROPN"} and word < subject]
            if not above or any(lemma(tree.forms[w]) in {"push", "reject"} for w in tree.above(above[0])):
                return None
            subject = above[0]
        if singular(tree.forms[subject]) == "other" or tree.tag(subject) == "PRON":
            return None
        asked = words("nouns", "proposal") | words("nouns", "demand") | words("nouns", "talks") | {"policy"}
        named = {singular(tree.forms[w]) for w in (subject, *tree.children(subject, "nmod"))}
        return None if "acceptable" in verdict.lower() and not named & asked else subject

    def _judgement(self, kind: StanceKind, place: int, subject: int, end: int) -> Found:
        """The stance of a verdict; what a list behind it names is the matter."""
        tree = self.tree
        condition = self._condition(place, None)
        found = Found(kind, [place], list(self.speakers[place]), subject, condition=condition)
        reach = tree.run(subject, self._cue_words())
        found.matter = self._stripped([w for w in reach if w < place]) or [subject]
        found.targets = self._inner_target(StanceKind.REFUSAL, subject)
        last = tree.inside_end(end)
        listed = next((w for w in range(place, len(tree.words)) if tree.forms[w] in LIST), None)
        if listed is not None and tree.head(listed) > listed:
            found.head = tree.head(listed)
            items = tree.run(found.head)
            found.matter = self._stripped([w for w in items if w > listed]) or found.matter
            last = max([last, *items])
        found.clause = self._stripped(list(range(min([*reach, subject]), last + 1)))
        return found

    def _predicate(self, place: int, end: int) -> int | None:
        """The word of a verdict that bears the subject."""
        tree = self.tree
        last = tree.inside_end(end)
        for word in range(last, place - 1, -1):
            if tree.children(word, *SUBJECTS):
                return word
        for word in (last, place):
            for above in list(tree.above(word))[:1]:
                if (
                    tree.children(above, *SUBJECTS)
                    and tree.tag(above) in {"AUX", "VERB", "ADJ", "NOUN"}
                    and above >= place - 3
                ):
                    return above
        return None

    def _wish(self, place: int) -> Iterator[Found]:
        """“We would like to see …”, “it is important that …”."""
        tree = self.tree
        speaker = self.speakers[place]
        if not speaker:
            return
        head: int | None = None
        if tree.forms[place] == "like" and "would" in tree.auxiliaries(place) and tree.children(place, "xcomp"):
            wish = tree.children(place, "xcomp")[0]
            subject = tree.subject(place)
            if tree.forms[wish] == "see" and subject is not None:
                if tree.forms[subject] not in FIRST:
                    return
                things = [w for w in (*tree.children(wish, "obj", "ccomp", "xcomp"),) if w > wish]
                head = things[0] if things else None
                if head is not None:
                    head = next((w for w in things if tree.tag(w) == "VERB"), head)
        elif tree.forms[place] in _WISHES and tree.children(place, "expl", "nsubj"):
            clauses = [w for w in tree.children(place, "csubj", "ccomp", "advcl") if w > place]
            head = next((w for w in clauses if tree.children(w, *SUBJECTS, *PASSIVES)), None)
        if head is None:
            return
        found = self._found(StanceKind.DEMAND, (place, [place]), list(speaker), head)
        if found is not None:
            found.negated = False
            found.clause = self._clause_words(place, found)
            yield found
