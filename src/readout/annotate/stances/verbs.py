"""Stances that verbs tell: “demanded”, “ruled out”, “accused them of”."""

from collections.abc import Iterator, Sequence
from typing import Final

from readout.annotate.stances.context import CONDITIONS, DOUBTS, LIST, OPENING
from readout.annotate.stances.findings import Findings
from readout.annotate.stances.found import Found, holders_known
from readout.annotate.stances.lexicon import Frame, lemma, singular, verb_frames, words
from readout.annotate.stances.sides import Side
from readout.annotate.stances.tree import PASSIVES, SUBJECTS
from readout.model.notes import StanceKind

_CLAUSES: Final = ("ccomp", "xcomp")
_PHRASAL: Final = ("obl", "nmod", "advcl", "xcomp", "ccomp", "acl", "obl:unmarked", "obl:agent", "advmod")


class VerbReader(Findings):
    """Reads the stances that verbs tell."""

    def _verb(self, place: int) -> Iterator[Found]:
        for frame in verb_frames(self.tree.forms[place]):
            trigger = self._trigger(place, frame)
            if not trigger:
                continue
            found = self._framed(place, frame, trigger)
            if found is not None:
                yield found
                yield from self._items(place, found)
                return

    def _items(self, place: int, main: Found) -> Iterator[Found]:
        """What a list behind the matter names: “guarantees, including one that ...”."""
        tree = self.tree
        for word in (
            *tree.children(place, "obj", "obl", "nmod"),
            *(tree.children(main.head, "nmod", "acl") if main.head else ()),
        ):
            if word > place and word != main.head and tree.cases(word) & LIST and word not in main.trigger:
                matter = self._matter(word, main.condition, place)
                yield Found(
                    main.kind,
                    main.trigger,
                    main.holders,
                    word,
                    matter,
                    main.targets,
                    main.condition,
                    main.negated,
                    matter,
                )

    def _framed(self, place: int, frame: Frame, trigger: list[int]) -> Found | None:
        """The stance that a verb tells, if all that its frame asks for is there."""
        tree = self.tree
        if (frame.reported and not self.speakers[place]) or self._unreal(place) or self._is_noun(place):
            return None
        passive = (tree.passive(place) or tree.is_participle(place)) and not frame.statal
        if passive and tree.forms[place + 1 : place + 2] == ["to"] and frame.kind is StanceKind.REFUSAL:
            return None  # "a group opposed to the cuts": the group is no matter
        if any(singular(tree.forms[word]) in frame.never for word in self._objects(place)):
            return None
        roles = (self._passive_roles if passive else self._active_roles)(place, frame, trigger)
        head, target = self._completed(place, frame, *roles, passive=passive)
        bare = frame.object == "target" and not frame.needs and target is not None
        if (head is None and not bare) or (head is not None and not self._fits(head, frame)):
            return None
        subject = self._subject(place, frame)
        holders = self._holders(place, subject)
        if passive and subject is None and not holders:
            return None
        if subject is not None and not holders_known(holders) and not self._animate(subject):
            return None
        if frame.aimed and target is None:
            return None
        return self._found(frame.kind, (place, trigger), holders, head, target, subject)

    def _subject(self, place: int, frame: Frame) -> int | None:
        """Who does what a verb tells."""
        tree = self.tree
        if frame.statal and tree.children(place, *PASSIVES):
            return tree.children(place, *PASSIVES)[0]
        return tree.agent(place) if tree.is_participle(place) else tree.subject(place)

    def _objects(self, place: int) -> list[int]:
        """The objects behind a verb, without what only a list names ("including ...")."""
        tree = self.tree
        return [w for w in tree.children(place, "obj", "iobj") if w > place and not tree.cases(w) & LIST]

    def _framed_clause(self, place: int, frame: Frame) -> int | None:
        """The clause that a verb governs, of the kind that its frame asks for."""
        clause = self._clause(place) if frame.clause or frame.object == "target" else None
        if clause is None:
            return None
        if frame.future and not self.tree.auxiliaries(clause) & words("modals", "future"):
            return None
        if frame.infinitive and "to" not in self.tree.cases(clause):
            return None
        return clause if frame.clause else None

    def _passive_roles(self, place: int, frame: Frame, trigger: list[int]) -> tuple[int | None, int | None]:
        """Matter and target of a passive: “was urged to leave”, “was threatened with a lawsuit”."""
        tree = self.tree
        subjects = tree.children(place, *PASSIVES)
        befallen = subjects[0] if subjects else tree.head(place) if tree.is_participle(place) else None
        phrase = self._phrase(place, frame.matter, trigger)
        if frame.object == "target":
            clause = self._framed_clause(place, frame)
            return clause if clause is not None else phrase, befallen
        if frame.object == "matter":
            return (phrase, befallen) if phrase is not None else (befallen, self._phrase(place, frame.target, trigger))
        return None, None

    def _active_roles(self, place: int, frame: Frame, trigger: list[int]) -> tuple[int | None, int | None]:
        """Matter and target of an active verb, by what its frame takes a bare object for."""
        phrase = self._phrase(place, frame.matter, trigger)
        aimed = self._phrase(place, frame.target, trigger)
        if frame.object == "matter":
            return self._with_matter(place, frame, phrase, aimed)
        if frame.object == "target":
            return self._with_target(place, frame, phrase, aimed)
        if phrase is not None:
            return phrase, aimed
        open_to_all = aimed is not None or not frame.target
        return self._framed_clause(place, frame) if open_to_all else None, aimed

    def _with_matter(
        self, place: int, frame: Frame, phrase: int | None, aimed: int | None
    ) -> tuple[int | None, int | None]:
        """“demanded a truce”, “wants the talks to end”, “promised the crews a raise”."""
        objects, clause = self._objects(place), self._framed_clause(place, frame)
        if clause is not None:
            apart = frame.own and self.tree.relation(clause) not in _CLAUSES
            if objects and objects[0] < clause:
                mattering = apart and not self._is_party(objects[0])
                return (objects[0], aimed) if mattering else (clause, objects[0])
            return (clause, aimed) if frame.own or self._other(clause) else (None, None)
        if len(objects) > 1 and frame.target and self._is_party(objects[0]):
            return objects[1], objects[0]
        return objects[0] if objects else phrase, aimed

    def _with_target(
        self, place: int, frame: Frame, phrase: int | None, aimed: int | None
    ) -> tuple[int | None, int | None]:
        """“urged them to leave”, “accused them of lying”, also where the parse has them for the clause's subject."""
        objects = self._objects(place)
        target = objects[0] if objects else aimed
        choices = (self._framed_clause(place, frame), phrase, self._governed(place, frame.matter))
        head = next((each for each in choices if each is not None), None)
        if head is not None and (not objects or objects[0] > head):
            between = [w for w in self.tree.children(head, *SUBJECTS, "obj") if place < w < head]
            target = between[0] if between else target
        if head is None and target is not None:
            head = self._behind(target, frame.matter)
        if target is None and frame.kind is not StanceKind.WARNING:
            return None, None
        return head, target

    def _completed(
        self, place: int, frame: Frame, head: int | None, target: int | None, *, passive: bool
    ) -> tuple[int | None, int | None]:
        """Matter and target with what only the words' order or the tagger of statements tells."""
        objects = self._objects(place)
        if frame.aimed and target is None and objects:
            target = self._behind(objects[0], frame.target)
        missing = head is None and frame.clause and not passive and self.contents[place] is not None
        missing = missing and not (frame.object == "none" and frame.target)
        untold = frame.object == "target" and target is None and frame.kind is not StanceKind.WARNING
        return self._introduced(place) if missing and not untold else head, target

    def _introduced(self, place: int) -> int | None:
        """The main verb of what a cue introduces, where the parse did not join the two."""
        content = self.contents[place]
        if not content or content[0] < place:
            return None
        tree = self.tree
        tops = [w for w in content if tree.head(w) not in content and tree.tag(w) in {"VERB", "AUX", "ADJ"}]
        plain = [w for w in tops if not tree.cases(w) & (CONDITIONS | {"to"})]
        return plain[0] if plain else None

    def _holders(self, place: int, subject: int | None) -> list[Side]:
        """Who takes the stance that a verb tells: the source, where the verb is a cue of one."""
        parsed = [] if subject is None else self.sides.of(self.tree, subject, self.speakers[place])
        cued = self.cues[place]
        near = subject is not None and self.tree.head(subject) == place and any(side.key for side in parsed)
        return list(cued) if cued and not near else parsed

    def _unreal(self, place: int) -> bool:
        """Whether a verb is only what one may, should or wants to do: “urged them to accept the offer”."""
        tree = self.tree
        above = tree.head(place)
        if tree.relation(place) == "amod" or {"would", "have"} <= tree.auxiliaries(place) or self._wished(place):
            return True
        if "to" in {tree.forms[word] for word in tree.children(place, "mark")}:
            purpose = tree.relation(place) == "advcl" and lemma(tree.forms[place]) in {"demand", "protest"}
            return tree.forms[place].endswith("ing") or (
                not purpose and (above < 0 or lemma(tree.forms[above]) not in words("general", "actual"))
            )
        if tree.relation(place) == "xcomp" and tree.forms[place] == lemma(tree.forms[place]):
            return True  # "would help us pass the bill"
        gerund = tree.forms[place].endswith("ing")
        if gerund and above >= 0 and tree.relation(place) in {"xcomp", "ccomp"} and self._denies(above):
            return True
        before = {tree.forms[place - 1]} if place else set()
        return gerund and bool((tree.cases(place) | before) & {"of", "about", "without", "from", "to"})

    def _wished(self, place: int) -> bool:
        """Whether a verb's bare form tells what one ought to do: “asked that Norland agree”."""
        tree = self.tree
        subjects = tree.children(place, "nsubj")
        bare = tree.forms[place] == lemma(tree.forms[place]) and not tree.children(place, "aux", "aux:pass")
        if not bare or not subjects or subjects[0] > place or "and" in tree.forms[subjects[0] : place]:
            return False
        one = tree.tag(subjects[0]) == "PROPN" and not tree.forms[subjects[0]].endswith("s")
        return (one and not tree.children(subjects[0], "cc")) or tree.forms[subjects[0]] in {"he", "she", "it"}

    def _denies(self, place: int) -> bool:
        return any(frame.kind is StanceKind.DENIAL for frame in verb_frames(self.tree.forms[place]))

    def _is_noun(self, place: int) -> bool:
        """Whether what was read as a verb is the noun: “insisted on guarantees”."""
        tree = self.tree
        if not tree.forms[place].endswith("s") or tree.children(place, *SUBJECTS, "aux"):
            return False
        before = tree.tag(place - 1) in {"ADP", "DET", "ADJ"} or tree.forms[place - 1] in OPENING - {
            "to",
            "that",
            "and",
        }
        return (place > 0 and before) or bool(tree.cases(place) & LIST)

    def _clause(self, place: int) -> int | None:
        """The clause or infinitive that a verb governs, behind it."""
        for word in self.tree.children(place, *_CLAUSES, "advcl", "acl"):
            opened = self.tree.cases(word)
            if word <= place or self.tree.tag(word) not in {"VERB", "ADJ", "NOUN", "AUX"}:
                continue
            if self.tree.relation(word) in {"advcl", "acl"} and "to" not in opened:
                continue
            if opened & (CONDITIONS | DOUBTS | {"as", "after", "before", "while", "because", "when", "since"}):
                continue
            return word
        for thing in self.tree.children(place, "obj"):
            for word in self.tree.children(thing, "acl"):
                if self.tree.tag(word) == "VERB" and "to" in self.tree.cases(word) and self._is_party(thing):
                    return word
        return None

    def _phrase(self, place: int, prepositions: frozenset[str], trigger: Sequence[int]) -> int | None:
        """What a verb governs by one of some prepositions, behind it."""
        if not prepositions:
            return None
        for word in self.tree.children(place, *_PHRASAL):
            if word > place and self.tree.cases(word) & prepositions and word not in trigger:
                return word
        for thing in self.tree.children(place, "obj"):
            for word in self.tree.children(thing, "nmod"):
                if self.tree.cases(word) & prepositions and (self._is_party(thing) or self._is_party(word)):
                    return word
        for word in self.tree.children(place, "obj"):
            if word > place and self.tree.forms[word - 1] in prepositions and word - 1 > place:
                return word
        return None

    def _governed(self, place: int, prepositions: frozenset[str]) -> int | None:
        """A clause that a preposition opens, with the one addressed read as its subject: “accused them of lying”."""
        tree = self.tree
        for word in tree.children(place, "ccomp", "xcomp", "advcl"):
            if word > place and {tree.forms[w] for w in tree.children(word, "mark", "case")} & prepositions - {"that"}:
                return word
        return None

    def _behind(self, target: int, prepositions: frozenset[str]) -> int | None:
        """What stands behind the one addressed by a preposition, wherever the parse hangs it: “accused them of ...”."""
        tree = self.tree
        for word in range(target + 1, min(target + 14, len(tree.words))):
            if tree.forms[word] in prepositions and tree.tag(word) in {"ADP", "SCONJ"}:
                head = tree.head(word)
                if head > word:
                    return head
            if tree.tag(word) == "PUNCT" and tree.forms[word] in {".", ";", ":"}:
                return None
        return None

    def _other(self, clause: int) -> bool:
        """Whether a clause has a subject of its own: “wants the talks to end”, not “wants to talk”."""
        return bool(self.tree.children(clause, *SUBJECTS, *PASSIVES))

    def _fits(self, head: int, frame: Frame) -> bool:
        noun = singular(self.tree.forms[head])
        base = lemma(self.tree.forms[head])
        if noun in frame.never or base in frame.never or self.tree.forms[head] in frame.never:
            return False
        if not frame.nouns or (frame.clause and self.tree.tag(head) == "VERB"):
            return True
        return any(
            singular(self.tree.forms[word]) in frame.nouns
            for word in (head, *self.tree.children(head, "nmod", "conj"))
            if word == head or "of" in self.tree.cases(word) or self.tree.relation(word) == "conj"
        )
