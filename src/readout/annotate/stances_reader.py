"""The stances of one sentence, by its parse: what verbs, nouns, predicates and modals tell that a side wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from readout.annotate.stances_lexicon import (
    Frame,
    lemma,
    noun_frame,
    singular,
    state_frame,
    verb_frames,
    verdicts,
    words,
)
from readout.annotate.stances_sides import Side, Sides
from readout.annotate.stances_tree import PASSIVES, SUBJECTS, Tree
from readout.grammar.people import is_role
from readout.model.notes import StanceKind

_CONDITIONS: Final = frozenset({"if", "unless", "until", "provided", "providing", "once", "lest"})
_BASES: Final = frozenset({"basis", "condition", "exchange", "return"})
_DOUBTS: Final = frozenset({"if", "whether", "lest"})
_GUESSED: Final = frozenset(
    (
        *("expected", "likely", "expect", "expects", "poised", "considering", "mulling", "weighing", "unlikely"),
        *("possible", "hoping", "hoped", "rumored", "rumoured", "reluctant", "wondered", "wonder"),
    )
)
_OPENING: Final = frozenset(
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
_SEEN: Final = frozenset({"sees", "see", "saw", "perceives", "perceived", "regards", "considers", "fears", "feared"})
_SUPPOSED: Final = frozenset(
    {"possible", "potential", "perceived", "alleged", "so-called", "apparent", "supposed", "any"}
)
_REFUSING: Final = frozenset({"refuse", "refused", "refuses", "refusing", "decline", "declined", "declines"})
_SHORT: Final = frozenset({"short"})
_CLAUSES: Final = ("ccomp", "xcomp")
_FIRST: Final = frozenset({"we", "i"})
_WISHES: Final = frozenset({"important", "essential", "necessary", "imperative", "crucial", "vital"})
_LIST: Final = frozenset({"including", "include", "includes", "included"})
_PHRASAL: Final = ("obl", "nmod", "advcl", "xcomp", "ccomp", "acl", "obl:unmarked", "obl:agent", "advmod")


@dataclass(slots=True)
class Found:
    """A stance while it is read: places are indices into the sentence's words."""

    kind: StanceKind
    trigger: list[int]
    holders: list[Side]
    head: int | None
    matter: list[int] = field(default_factory=list)
    targets: list[Side] = field(default_factory=list)
    condition: list[int] = field(default_factory=list)
    negated: bool = False
    clause: list[int] = field(default_factory=list)
    bare: bool = False  # a matter that only points back: "rejected the demands"


def holders_known(holders: Sequence[Side]) -> bool:
    """Whether the report tells who any of some sides is."""
    return any(side.key is not None or side.chain is not None for side in holders)


class Reader:
    """Reads one sentence; `speakers` gives for each word who says it (empty: the report itself)."""

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
            subjects = tree.hanging(place, "nsubj")
            clauses = [word for word in tree.hanging(place, "ccomp") if word > place]
            if not subjects or not clauses or subjects[0] > place or tree.negated(place):
                continue
            sides = self.sides.of(tree, subjects[0], self.speakers[place])
            outer = {side.key for side in self.speakers[place] if side.key and not side.nobody}
            if any(side.key is not None and outer <= {side.key} for side in sides):
                for word in tree.reached(clauses[0], tree.strangers(clauses[0])):
                    self.speakers[word] = sides

    def stances(self) -> Iterator[Found]:
        """All stances, the nouns' after the verbs'."""
        if self.question:
            return
        taken: set[tuple[StanceKind, int]] = set()
        for place in range(len(self.tree.words)):
            for found in (part for whole in self._at(place) for part in self._parts(whole)):
                key = found.head if found.head is not None else place
                if (found.kind, key) in taken:
                    continue
                taken.add((found.kind, key))
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
            if not tree.hanging(first, "obj", "obl", "xcomp") or not tree.hanging(word, "obj", "obl", "xcomp"):
                continue
            if tree.hanging(word, *SUBJECTS, *PASSIVES):
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
        if tag == "NOUN":
            yield from self._noun(place)
        yield from self._verdict(place)

    # Verbs

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
            *tree.hanging(place, "obj", "obl", "nmod"),
            *(tree.hanging(main.head, "nmod", "acl") if main.head else ()),
        ):
            if word > place and word != main.head and tree.cases(word) & _LIST and word not in main.trigger:
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

    def _trigger(self, place: int, frame: Frame) -> list[int]:
        if not frame.particle:
            return [place]
        near = self.tree.forms[place + 1 : place + 5]
        if frame.particle in near:
            at = place + 1 + near.index(frame.particle)
            if self.tree.head(at) in {place, at - 1, at + 1} or at == place + 1:
                return [place, at]
        return []

    def _framed(self, place: int, frame: Frame, trigger: list[int]) -> Found | None:
        tree = self.tree
        if (frame.reported and not self.speakers[place]) or self._unreal(place) or self._is_noun(place):
            return None
        participle = (
            tree.relation(place) == "acl" and not tree.forms[place].endswith("ing") and not tree.cases(place) & {"to"}
        )
        passive = (tree.passive(place) or participle) and not frame.statal
        subject = tree.agent(place) if participle else tree.subject(place)
        if frame.statal and tree.hanging(place, *PASSIVES):
            subject = tree.hanging(place, *PASSIVES)[0]
        objects = [w for w in tree.hanging(place, "obj", "iobj") if w > place and not tree.cases(w) & _LIST]
        clause = self._clause(place)
        if passive and tree.forms[place + 1 : place + 2] == ["to"] and frame.kind is StanceKind.REFUSAL:
            return None  # "a group opposed to the cuts": the group is no matter
        if clause is not None and frame.future and not tree.auxiliaries(clause) & words("modals", "future"):
            clause = None
        if clause is not None and frame.infinitive and "to" not in tree.cases(clause):
            clause = None
        if any(singular(tree.forms[word]) in frame.never for word in objects):
            return None
        phrase = self._phrase(place, frame.matter, trigger)
        aimed = self._phrase(place, frame.target, trigger)
        befallen = tree.hanging(place, *PASSIVES)[0] if passive and tree.hanging(place, *PASSIVES) else None
        if participle and befallen is None:
            befallen = tree.head(place)
        head: int | None = None
        target: int | None = aimed
        if passive:
            if frame.object == "target":
                target, head = befallen, clause if clause is not None and frame.clause else phrase
            elif frame.object == "matter" and phrase is not None:
                target, head = befallen, phrase
            elif frame.object == "matter":
                head = befallen
            else:
                return None
        elif frame.object == "matter":
            if clause is not None and frame.clause and (objects or clause > place):
                head = clause
                apart = frame.own and tree.relation(clause) not in _CLAUSES
                if objects and objects[0] < clause and apart and not self._is_party(objects[0]):
                    head = objects[0]
                elif objects and objects[0] < clause:
                    target = objects[0]
                elif not frame.own and not self._other(clause):
                    return None
            elif objects:
                head = objects[0]
                if len(objects) > 1 and frame.target and self._is_party(objects[0]):
                    target, head = objects[0], objects[1]
            else:
                head = phrase
        elif frame.object == "target":
            target = objects[0] if objects else aimed
            opened = self._governed(place, frame.matter)
            head = clause if clause is not None and frame.clause else phrase if phrase is not None else opened
            if head is not None and (not objects or objects[0] > head):
                between = [w for w in tree.hanging(head, *SUBJECTS, "obj") if place < w < head]
                target = between[0] if between else target
            if head is None and target is not None:
                head = self._behind(target, frame.matter)
            if target is None and not (frame.kind is StanceKind.WARNING and head is not None):
                return None
        else:
            head = phrase if frame.matter else None
            if head is None and frame.clause and (aimed is not None or not frame.target):
                head = clause
        if head is None and frame.clause and not passive and self.contents[place]:
            head = self._introduced(place)
        if head is None and not (frame.object == "target" and not frame.needs and target is not None):
            return None
        if head is not None and not self._fits(head, frame):
            return None
        holders = self._holders(place, subject)
        if subject is not None and not holders_known(holders) and not self._animate(subject):
            return None
        if frame.aimed and target is None:
            return None
        return self._found(frame.kind, place, trigger, holders, head, target, subject)

    def _introduced(self, place: int) -> int | None:
        """The main verb of what a cue introduces, where the parse did not join the two."""
        content = self.contents[place]
        if content is None or content[0] < place:
            return None
        tree = self.tree
        tops = [w for w in content if tree.head(w) not in content and tree.tag(w) in {"VERB", "AUX", "ADJ"}]
        plain = [w for w in tops if not tree.cases(w) & (_CONDITIONS | {"to"})]
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
        if tree.relation(place) == "amod":
            return True
        if "to" in {tree.forms[word] for word in tree.hanging(place, "mark")}:
            purpose = tree.relation(place) == "advcl" and lemma(tree.forms[place]) in {"demand", "protest"}
            return not purpose and (above < 0 or lemma(tree.forms[above]) not in words("general", "actual"))
        gerund = tree.forms[place].endswith("ing")
        if gerund and above >= 0 and tree.relation(place) in {"xcomp", "ccomp"} and self._denies(above):
            return True
        before = {tree.forms[place - 1]} if place else set()
        return gerund and bool((tree.cases(place) | before) & {"of", "about", "without", "from", "to"})

    def _denies(self, place: int) -> bool:
        return any(frame.kind is StanceKind.DENIAL for frame in verb_frames(self.tree.forms[place]))

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

    def _is_noun(self, place: int) -> bool:
        """Whether what was read as a verb is the noun: “insisted on guarantees”."""
        tree = self.tree
        if not tree.forms[place].endswith("s") or tree.hanging(place, *SUBJECTS, "aux"):
            return False
        before = tree.tag(place - 1) in {"ADP", "DET", "ADJ"} or tree.forms[place - 1] in _OPENING - {
            "to",
            "that",
            "and",
        }
        return (place > 0 and before) or bool(tree.cases(place) & _LIST)

    def _clause(self, place: int) -> int | None:
        """The clause or infinitive that a verb governs, behind it."""
        for word in self.tree.hanging(place, *_CLAUSES, "advcl", "acl"):
            opened = self.tree.cases(word)
            if word <= place or self.tree.tag(word) not in {"VERB", "ADJ", "NOUN", "AUX"}:
                continue
            if self.tree.relation(word) in {"advcl", "acl"} and "to" not in opened:
                continue
            if opened & (_CONDITIONS | _DOUBTS | {"as", "after", "before", "while", "because", "when", "since"}):
                continue
            return word
        for thing in self.tree.hanging(place, "obj"):
            for word in self.tree.hanging(thing, "acl"):
                if self.tree.tag(word) == "VERB" and "to" in self.tree.cases(word) and self._is_party(thing):
                    return word
        return None

    def _phrase(self, place: int, prepositions: frozenset[str], trigger: Sequence[int]) -> int | None:
        """What a verb governs by one of some prepositions, behind it."""
        if not prepositions:
            return None
        for word in self.tree.hanging(place, *_PHRASAL):
            if word > place and self.tree.cases(word) & prepositions and word not in trigger:
                return word
        for thing in self.tree.hanging(place, "obj"):
            for word in self.tree.hanging(thing, "nmod"):
                if self.tree.cases(word) & prepositions and (self._is_party(thing) or self._is_party(word)):
                    return word
        for word in self.tree.hanging(place, "obj"):
            if word > place and self.tree.forms[word - 1] in prepositions and word - 1 > place:
                return word
        return None

    def _governed(self, place: int, prepositions: frozenset[str]) -> int | None:
        """A clause that a preposition opens, with the one addressed read as its subject: “accused them of lying”."""
        tree = self.tree
        for word in tree.hanging(place, "ccomp", "xcomp", "advcl"):
            if word > place and {tree.forms[w] for w in tree.hanging(word, "mark", "case")} & prepositions - {"that"}:
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
        return bool(self.tree.hanging(clause, *SUBJECTS, *PASSIVES))

    def _is_party(self, place: int) -> bool:
        side = self.sides.one(self.tree, place, self.speakers[place])
        return side.key is not None or side.chain is not None

    def _fits(self, head: int, frame: Frame) -> bool:
        noun = singular(self.tree.forms[head])
        base = lemma(self.tree.forms[head])
        if noun in frame.never or base in frame.never or self.tree.forms[head] in frame.never:
            return False
        if not frame.nouns or (frame.clause and self.tree.tag(head) == "VERB"):
            return True
        return any(
            singular(self.tree.forms[word]) in frame.nouns
            for word in (head, *self.tree.hanging(head, "nmod", "conj"))
            if word == head or "of" in self.tree.cases(word) or self.tree.relation(word) == "conj"
        )

    def _found(
        self,
        kind: StanceKind,
        place: int,
        trigger: list[int],
        holders: list[Side],
        head: int | None,
        target: int | None,
        subject: int | None = None,
    ) -> Found | None:
        tree = self.tree
        condition = self._condition(place, head)
        matter = self._matter(head, condition, place) if head is not None else []
        matter = self._told(place, head, matter, condition)
        if target is not None and head is not None and place < target < head:
            matter = self._behind_target(target, head, matter)
        named = target is not None and tree.tag(target) in {"NOUN", "PROPN", "PRON"}
        targets = self.sides.of(tree, target, self.speakers[place]) if target is not None and named else []
        if not targets and head is not None:
            targets = self._inner_target(kind, head)
        negated = tree.negated(place)
        governor = tree.head(place)
        if tree.relation(place) in {"xcomp", "advcl", "acl"} and governor >= 0:
            above = {tree.forms[governor]} | {tree.forms[word] for word in tree.hanging(governor, "advmod", "xcomp")}
            if above & _REFUSING:
                if kind is not StanceKind.REFUSAL:
                    return None
                negated = not negated
            if above & _SHORT:
                negated = True
        found = Found(kind, trigger, holders, head, matter, targets, condition, negated)
        if kind is StanceKind.WARNING and head is not None:
            if self._is_threat(head, holders, matter):
                found.kind = StanceKind.THREAT
            elif (
                tree.negated(head) and self._own(head, holders) and tree.auxiliaries(head) & words("modals", "refusal")
            ):
                found.kind = StanceKind.REFUSAL
        if kind is StanceKind.PROMISE and head is not None:
            found.kind = self._vowed(head)
        if kind is StanceKind.OFFER and head is not None and lemma(tree.forms[head]) in words("harm", "deeds"):
            found.kind = StanceKind.THREAT
        found.clause = self._span(place, found, holder=tree.subject(place) if subject is None else subject)
        return found

    def _vowed(self, head: int) -> StanceKind:
        """What a vow is: to resist is a refusal, to retaliate a threat."""
        frames = verb_frames(self.tree.forms[head])
        if self.tree.negated(head):
            return StanceKind.PROMISE
        if lemma(self.tree.forms[head]) == "veto":
            return StanceKind.THREAT
        if any(frame.kind is StanceKind.REFUSAL and self._trigger(head, frame) for frame in frames):
            return StanceKind.REFUSAL
        if lemma(self.tree.forms[head]) in words("harm", "deeds"):
            return StanceKind.THREAT
        return StanceKind.PROMISE

    def _behind_target(self, target: int, head: int, matter: list[int]) -> list[int]:
        """A matter without the one addressed, who was read as its subject: “urged them to leave”."""
        opening = [w for w in range(target, head) if self.tree.forms[w] in {"to", "of", "for", "not"} and w in matter]
        marks = [w for w in opening if self.tree.head(w) == head]
        return self._stripped([w for w in matter if w > marks[0]]) or matter if marks else matter

    def _told(self, place: int, head: int | None, matter: list[int], condition: Sequence[int]) -> list[int]:
        """The matter of a cue is what it introduces, whose ends the tagger of statements knows best."""
        content = self.contents[place]
        if head is None or content is None or head not in content or not content or content[0] < place:
            return matter
        if self.tree.relation(head) in {"obj", "obl", "nmod"}:
            return matter  # a phrase ends where the parse has it: what follows is the report's
        last = min([content[-1] + 1, *[word for word in condition if word >= head]])
        first = next((word for word in content if self.tree.forms[word] not in _OPENING), content[0])
        return self._stripped(list(range(first, last))) or matter

    def _inner_target(self, kind: StanceKind, head: int) -> list[Side]:
        """The target that the matter names: “demanded that France join”, “rejected the union's demand”."""
        tree = self.tree
        if kind in {StanceKind.DEMAND, StanceKind.THREAT, StanceKind.WARNING, StanceKind.ACCUSATION}:
            subjects = tree.hanging(head, *SUBJECTS)
            if subjects:
                return [side for side in self.sides.of(tree, subjects[0], self.speakers[head]) if side.key]
        if kind in {StanceKind.REFUSAL, StanceKind.AGREEMENT, StanceKind.DENIAL}:
            frame = noun_frame(tree.forms[head])
            if frame is not None:
                return self._noun_holders(head)
        return []

    def _matter(self, head: int, condition: Sequence[int], place: int) -> list[int]:
        """The words of a matter without the words that open it."""
        tree = self.tree
        without = [*condition, *self._cue_words(), *tree.strangers(head)]
        if head < place:
            without.append(place)
        found = [word for word in tree.run(head, without) if word >= min(head, place) or head < place]
        found = [word for word in found if head < place or word > place]
        if not found:
            return []
        found = self._whole(found, condition)
        while len(found) > 1 and (tree.tag(found[0]) == "PUNCT" or tree.forms[found[0]] in _OPENING | _LIST):
            if tree.tag(found[0]) == "DET":
                break
            del found[0]
        if len(found) > 1 and place < head and tree.tag(found[0]) == "PART" and tree.forms[found[1]] == "to":
            before = found[0] - 1
            if before - 1 > place and tree.forms[before - 1] == "for" and tree.tag(before) in {"PROPN", "NOUN", "PRON"}:
                found = [before, *found]
        return self._within_marks(self._stripped(found), place)

    def _whole(self, found: list[int], condition: Sequence[int]) -> list[int]:
        """A matter that breaks off at a verb goes on to the next stop."""
        tree = self.tree
        last = found[-1]
        ends = {"PUNCT", "CCONJ", "SCONJ"}
        if tree.tag(last) not in {"VERB", "AUX", "PART", "ADP", "DET", "ADJ"} or last + 1 >= len(tree.words):
            return found
        if tree.tag(last) == "VERB" and tree.tag(last + 1) in {"ADP", "PRON", "ADV"}:
            return found
        while last + 1 < len(tree.words) and tree.tag(last + 1) not in ends and last + 1 not in condition:
            if self.cues[last + 1] is not None:
                break
            last += 1
            found = [*found, last]
        return found

    def _within_marks(self, found: list[int], place: int) -> list[int]:
        """A matter up to the mark that closes the quotation its trigger stands in (“…,” she said)."""
        tree = self.tree
        opened = False
        for word in range(len(tree.words)):
            form = tree.forms[word]
            if form == "“" or (form == '"' and not opened):
                opened = True
            elif form in {"”", '"'} and opened:
                opened = False
                begun = next((w for w in range(word - 1, -1, -1) if tree.forms[w] in {"“", '"'}), word)
                if begun < place < word and tree.forms[word - 1] in {",", ".", "!", "?"}:
                    return self._stripped([w for w in found if w < word]) or found
        return found

    def _cue_words(self) -> list[int]:
        return [place for place, cue in enumerate(self.cues) if cue is not None]

    def _condition(self, place: int, head: int | None) -> list[int]:
        """The words of what a stance hangs on."""
        tree = self.tree
        near = {place}
        if head is not None:
            near |= set(tree.reached(head, tree.strangers(head)))
        governor = tree.head(place)
        if tree.relation(place) in {"ccomp", "xcomp"} and governor >= 0:
            near.add(governor)
        for word in range(len(tree.words)):
            above = tree.head(word)
            if above not in near or word == place:
                continue
            opened = tree.cases(word)
            clause = {"advcl", "ccomp", "xcomp", "acl"}
            if opened & _CONDITIONS and tree.relation(word) in clause and tree.tag(word) not in {"NOUN", "PROPN", "NUM"}:
                if "whether" in opened:
                    continue
                marks = [w for w in tree.hanging(word, "mark", "advmod", "case") if tree.forms[w] in _CONDITIONS]
                return list(range(marks[0], max([marks[0], *tree.run(word)]) + 1))
            if tree.forms[word] in _BASES and opened & {"on", "in"} and tree.relation(word) in {"obl", "nmod"}:
                return tree.run(word)
        return []

    def _guessed(self, place: int) -> bool:
        """Whether the words only suppose the stance: a condition, a question, a guess."""
        tree = self.tree
        if tree.auxiliaries(place) & words("modals", "guess"):
            return True
        at = place
        for above in (place, *tree.above(place)):
            if tree.relation(above) == "advcl" and tree.cases(above) & (_DOUBTS | _CONDITIONS):
                return True
            if tree.relation(above) in {"ccomp", "csubj", "acl", "xcomp", "obj", "obl"} and tree.cases(above) & _DOUBTS:
                return True
            told = above != place and tree.relation(at) in {"ccomp", "xcomp"}
            if told and tree.auxiliaries(above) & {"may", "might", "can", "could"}:
                return True
            if above != at and tree.relation(at) in {"xcomp", "ccomp"} and tree.forms[above] in _GUESSED:
                return True
            if tree.relation(above) in {"acl:relcl"}:
                break
            at = above
        return False

    def _span(self, place: int, found: Found, holder: int | None) -> list[int]:
        """The clause that says it, holder and condition within, as far as they stand in one stretch."""
        tree = self.tree
        kept = {*found.trigger, *found.matter, *found.condition}
        kept |= {
            word for word in tree.hanging(place, "aux", "aux:pass", "cop", "advmod", "obj", "iobj", "compound:prt")
        }
        if found.matter and found.head is not None and found.head < place:
            kept |= set(tree.run(place))
        for word in tree.hanging(place, "obl", "obl:unmarked", "advmod", "xcomp"):
            reach = tree.run(word)
            if min(reach) == max(kept) + 1 and tree.tag(min(reach)) != "PUNCT" and len(reach) < 12:
                kept |= set(reach)
        if holder is not None and abs(holder - place) < 25 and tree.head(holder) == place:
            kept |= set(tree.name(holder))
        first, last = min(kept), max(kept)
        edges = [word for word in self._cue_words() if first <= word <= last and word not in found.trigger]
        if edges and self.speakers[place]:
            before = [word for word in edges if word < place]
            after = [word for word in edges if word > place]
            first = max([first, *[word + 1 for word in before]])
            last = min([last, *[word - 1 for word in after]])
        return list(range(first, last + 1))

    # Adjectives and participles

    def _state(self, place: int) -> Iterator[Found]:
        tree = self.tree
        frame = state_frame(tree.forms[place])
        if frame is None or tree.tag(place) not in {"ADJ", "VERB"}:
            return
        subject = tree.subject(place)
        if subject is None:
            return
        head = self._clause(place)
        if head is None:
            head = self._phrase(place, frame.matter, [place])
        if head is None:
            return
        kind = frame.kind
        negated = tree.negated(place)
        if negated and frame.opposite is not None:
            kind, negated = frame.opposite, False
        holders = self.sides.of(tree, subject, self.speakers[place])
        if not any(side.key for side in holders) and not self._animate(subject):
            return
        if any(tree.forms[word] == "too" for word in tree.hanging(place, "advmod")):
            return
        inner = self._inner_frame(head)
        if inner is not None and kind is StanceKind.OFFER:
            kind = inner
        if tree.relation(place) == "acl:relcl" and len(tree.reached(head)) <= 2:
            return
        found = self._found(kind, place, [place], holders, head, None)
        if found is not None:
            found.negated = negated
            yield found

    def _inner_frame(self, head: int) -> StanceKind | None:
        """“ready to accept”: what one is ready for may be an act itself."""
        frames = verb_frames(self.tree.forms[head])
        if frames and frames[0].kind in {StanceKind.AGREEMENT, StanceKind.REFUSAL} and not frames[0].particle:
            return frames[0].kind
        return None

    def _having(self, place: int) -> Iterator[Found]:
        """“has no plans to attack”."""
        tree = self.tree
        evidence = singular(tree.forms[place]) in words("having", "evidence")
        if tree.tag(place) != "NOUN" or not (evidence or singular(tree.forms[place]) in words("having", "denial")):
            return
        if not any(tree.forms[word] in {"no", "any"} for word in tree.hanging(place, "det")):
            return
        verb = next(
            (w for w in range(place - 1, max(-1, place - 6), -1) if tree.forms[w] in words("having", "verbs")), None
        )
        exists = any(tree.forms[w] in {"is", "was", "are", "were", "'s"} for w in range(max(0, place - 4), place))
        if verb is None and not exists:
            return
        if "any" in tree.forms[place - 2 : place] and not any(
            tree.forms[w] in {"n't", "not", "denied", "deny", "denies"} for w in range(max(0, place - 6), place)
        ):
            return
        head = next((w for w in tree.hanging(place, "acl", "nmod", "advcl", "xcomp") if w > place), None)
        if head is None:
            return
        if verb is not None:
            subjects = [w for w in tree.hanging(verb, *SUBJECTS)] or [
                w for w in tree.hanging(tree.head(place), *SUBJECTS) if w < place and tree.head(place) >= 0
            ]
            if not subjects and (inherited := tree.subject(verb)) is not None:
                subjects = [inherited]
            near = [w for w in subjects if w < verb]
            if not near:
                near = [w for w in range(max(0, verb - 2), verb) if tree.tag(w) in {"PRON", "PROPN"}][-1:]
            holders = self.sides.of(tree, near[-1], self.speakers[verb]) if near else []
            holder = near[-1] if near else None
        else:
            holders, holder = list(self.speakers[place]), None
        found = self._found(StanceKind.DENIAL, place, [w for w in (verb, place) if w is not None], holders, head, None)
        if found is not None:
            found.negated = False
            first = holder if holder is not None else (verb if verb is not None else place)
            low = min(
                [
                    place,
                    *([verb] if verb is not None else [place - 1]),
                    *(tree.name(holder) if holder is not None else []),
                ]
            )
            found.clause = list(range(low, max([place, *found.matter, *found.condition]) + 1))
            yield found

    # Modals inside a party's words

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

    def _path(self, place: int) -> list[int]:
        """The words from one up to the edge of what its speaker says."""
        tree = self.tree
        found = [place]
        for above in tree.above(place):
            if self.speakers[above] != self.speakers[place]:
                break
            found.append(above)
        return found if tree.head(found[-1]) >= 0 or len(found) > 1 else found[:1]

    def _plainly(self, place: int, subject: int, auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“Norland will not lift the ban”, told by the report itself."""
        tree = self.tree
        if not auxiliaries & {"will", "wo"} or not tree.negated(place) or tree.passive(place):
            return
        sides = self.sides.of(tree, subject, [])
        if any(side.key for side in sides) and tree.hanging(place, "obj", "xcomp"):
            yield from self._will(place, sides, auxiliaries)

    def _own_subject(self, place: int) -> int | None:
        tree = self.tree
        found = tree.hanging(place, *SUBJECTS, *PASSIVES)
        if found:
            return found[0]
        if tree.relation(place) in {"conj", "xcomp"}:
            subject = tree.subject(place)
            if subject is not None and subject < place:
                return subject
        return None

    def _must(
        self, place: int, subject: int, sides: list[Side], auxiliaries: frozenset[str], *, own: bool
    ) -> Iterator[Found]:
        """“The board must resign”, “the bridge should be reopened”."""
        tree = self.tree
        any_deal = singular(tree.forms[subject]) in words("nouns", "proposal") | words("nouns", "talks") and any(
            tree.forms[word] in {"any", "no"} for word in tree.hanging(subject, "det")
        )
        must = bool(auxiliaries & words("modals", "demand")) or self._has_to(place, any_deal=any_deal)
        if not must or own or tree.forms[subject] in _NOBODY:
            return
        if auxiliaries & {"have", "been"} and "should" in auxiliaries:
            yield from self._reproach(place, sides, auxiliaries)
            return
        named = [side for side in sides if side.key]
        kind = StanceKind.CONDITION if any_deal else StanceKind.DEMAND
        found = self._found(kind, place, [place], list(self.speakers[place]), place, None)
        if found is None:
            return
        found.targets = named
        found.negated = False
        reach = tree.run(place, [*found.condition, *self._cue_words(), *tree.strangers(place)])
        found.matter = self._stripped(self._whole(self._stripped(reach), found.condition))
        while len(found.matter) > 1 and self.tree.forms[found.matter[0]] in {"to", "“", '"'}:
            del found.matter[0]
        found.trigger = [w for w in tree.hanging(place, "aux") if tree.forms[w] in words("modals", "demand")] or [place]
        found.clause = self._clause_words(place, found)
        yield found

    def _reproach(self, place: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“The board should not have closed the mine.”"""
        known = [side for side in sides if side.key]
        if "have" not in auxiliaries or not known or self.tree.tag(place) != "VERB":
            return
        found = self._found(StanceKind.ACCUSATION, place, [place], list(self.speakers[place]), place, None)
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
            and not self.tree.hanging(above, "obj")
            and not self.tree.negated(above)
            and (any_deal or not self.tree.auxiliaries(above) & {"would", "may", "might"})
        )

    def _will(self, place: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“We will not allow”, “Norland would respond if attacked”, “we will help”."""
        tree = self.tree
        future = auxiliaries & words("modals", "refusal")
        if not future or tree.tag(place) != "VERB":
            return
        condition = self._condition(place, None)
        kind = self._bound(place, future, condition)
        if kind is None:
            return
        found = self._found(kind, place, [place], sides, place, None)
        if found is None:
            return
        found.kind, found.negated, found.condition = kind, False, condition
        found.matter = self._deed(place, condition)
        found.trigger = [*[w for w in tree.hanging(place, "aux", "advmod") if w < place], place]
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
        if base in words("kind", "deeds") and tree.hanging(place, "obj", "obl", "xcomp"):
            return StanceKind.PROMISE
        return None

    def _deed(self, place: int, condition: Sequence[int]) -> list[int]:
        """The clause of a verb without its subject."""
        tree = self.tree
        found = self._stripped(tree.run(place, [*condition, *self._cue_words(), *tree.strangers(place)]))
        for subject in tree.hanging(place, *SUBJECTS)[:1]:
            below = set(tree.reached(subject))
            if max(below) < place:
                found = self._stripped([word for word in found if word not in below])
        return self._stripped(self._whole(found, condition))

    def _asides(self, place: int) -> list[int]:
        return [word for word in self.tree.loose(place) if self.tree.relation(word) == "parataxis"]

    def _said_by(self, place: int) -> list[str]:
        del place
        return [self.tree.forms[word] for word, cue in enumerate(self.cues) if cue is not None]

    def _does_harm(self, place: int) -> bool:
        """Whether a verb, or what it brings, hurts somebody."""
        if lemma(self.tree.forms[place]) in words("harm", "deeds"):
            return True
        things = self.tree.hanging(place, "obj", "obl", *PASSIVES)
        return any(singular(self.tree.forms[word]) in words("harm", "nouns") for word in things)

    def _facing(self, place: int, subject: int, sides: list[Side], auxiliaries: frozenset[str]) -> Iterator[Found]:
        """“Norland will face sanctions if it attacks”, “sanctions will be imposed”."""
        tree = self.tree
        future = auxiliaries & words("modals", "future") or tree.forms[place] in {"faces", "planned", "risks"}
        if not future or tree.negated(place):
            return
        meets = lemma(tree.forms[place]) in words("harm", "meet") and any(
            singular(tree.forms[word]) in words("harm", "nouns") for word in tree.hanging(place, "obj")
        )
        looms = singular(tree.forms[subject]) in words("harm", "nouns") and (
            tree.relation(subject) in PASSIVES or lemma(tree.forms[place]) in {"follow", "come", "be"}
        )
        if not (meets or looms):
            return
        yield from self._threat(place, [side for side in sides if side.key])

    def _threat(self, place: int, targets: list[Side]) -> Iterator[Found]:
        tree = self.tree
        found = self._found(StanceKind.THREAT, place, [place], list(self.speakers[place]), place, None)
        if found is None:
            return
        found.kind = StanceKind.THREAT
        found.targets = targets
        found.negated = False
        found.matter = self._stripped(tree.run(place, [*found.condition, *self._cue_words(), *self._asides(place)]))
        found.clause = self._clause_words(place, found)
        yield found

    def _is_threat(self, head: int, holders: Sequence[Side], matter: Sequence[int]) -> bool:
        """Whether what is warned of is what the warner would bring: its own deed, or sanctions and the like."""
        tree = self.tree
        subjects = tree.hanging(head, *SUBJECTS, *PASSIVES)
        keys = {side.key for side in holders if side.key}
        nouns = [head, *matter, *tree.hanging(head, "obj", "nmod", "conj", *SUBJECTS, *PASSIVES)]
        harm = any(singular(tree.forms[word]) in words("harm", "nouns") for word in nouns)
        if not subjects:
            return harm and singular(tree.forms[head]) in words("harm", "nouns")
        sides = self.sides.of(tree, subjects[0], holders)
        own = any(side.key in keys for side in sides if side.key)
        if own or tree.forms[subjects[0]] in _FIRST:
            return harm or lemma(tree.forms[head]) in words("harm", "deeds")
        meets = lemma(tree.forms[head]) in words("harm", "meet") or tree.hanging(head, "expl") or tree.passive(head)
        return harm and bool(meets)

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
        if any(self.sides.is_person(side) for side in speaker) and (form == "it" or (form == "they" and len(speaker) == 1)):
            return False
        known = {side.chain for side in sides if side.chain is not None}
        if known:
            return bool(known & {side.chain for side in speaker})
        return not any(side.key for side in sides)

    def _wish(self, place: int) -> Iterator[Found]:
        """“We would like to see …”, “it is important that …”."""
        tree = self.tree
        speaker = self.speakers[place]
        if not speaker:
            return
        head: int | None = None
        if tree.forms[place] == "like" and "would" in tree.auxiliaries(place) and tree.hanging(place, "xcomp"):
            wish = tree.hanging(place, "xcomp")[0]
            subject = tree.subject(place)
            if tree.forms[wish] == "see" and subject is not None:
                if tree.forms[subject] not in _FIRST:
                    return
                things = [w for w in (*tree.hanging(wish, "obj", "ccomp", "xcomp"),) if w > wish]
                head = things[0] if things else None
                if head is not None:
                    head = next((w for w in things if tree.tag(w) == "VERB"), head)
        elif tree.forms[place] in _WISHES and tree.hanging(place, "expl", "nsubj"):
            clauses = [w for w in tree.hanging(place, "csubj", "ccomp", "advcl") if w > place]
            head = next((w for w in clauses if tree.hanging(w, *SUBJECTS, *PASSIVES)), None)
        if head is None:
            return
        found = self._found(StanceKind.DEMAND, place, [place], list(speaker), head, None)
        if found is not None:
            found.negated = False
            found.clause = self._clause_words(place, found)
            yield found

    def _stripped(self, places: list[int]) -> list[int]:
        kept = list(places)
        while len(kept) > 1 and (
            self.tree.tag(kept[0]) in {"PUNCT", "CCONJ"} or self.tree.forms[kept[0]] in {"that", "because"}
        ):
            del kept[0]
        while len(kept) > 1 and self.tree.tag(kept[-1]) in {"PUNCT", "CCONJ"}:
            del kept[-1]
        return kept

    def _clause_words(self, place: int, found: Found) -> list[int]:
        """The clause of a predicate with its subject, up to the cue of who says it."""
        tree = self.tree
        without = [*self._cue_words(), *self._asides(place)]
        reach = self._stripped(sorted({*tree.run(place, without), *found.condition, *found.matter}))
        subject = tree.subject(place)
        low = min(reach)
        if subject is not None and subject < low and low - subject < 12 and tree.relation(place) in {"conj", "xcomp"}:
            low = min(tree.name(subject))
        cues = [w for w in self._cue_words() if low <= w < place]
        if cues:
            low = max(cues) + 1
        return self._stripped(list(range(low, max(reach) + 1)))

    # Nouns and verdicts

    def _noun(self, place: int) -> Iterator[Found]:
        tree = self.tree
        frame = noun_frame(tree.forms[place])
        if frame is None or tree.relation(place) in {"compound"} or tree.negated(place):
            return
        if any(tree.forms[word] in _SEEN for word in tree.above(place)) or any(
            tree.forms[word] in _SUPPOSED for word in tree.hanging(place, "amod", "advmod", "case")
        ):
            return
        holders = self._noun_holders(place)
        if not holders or (not holders_known(holders) and tree.tag(place - 1) in {"PRON", "DET"}):
            return
        heads = self._noun_matters(place, frame)
        for head in heads:
            found = self._found(frame.kind, place, [place], holders, head, None)
            if found is None:
                continue
            found.negated = self._given_up(place)
            if len(heads) > 1:
                found.matter = self._item(head, heads, found.matter)
            found.targets = self._noun_targets(place, frame, holders)
            found.clause = self._noun_clause(place, found, alone=len(heads) > 1)
            yield found

    def _noun_holders(self, place: int) -> list[Side]:
        tree = self.tree
        speaker = self.speakers[place]
        for word in tree.hanging(place, "nmod:poss"):
            if tree.forms[word] in {"its", "their", "his", "her"} and self._answered(place):
                return []  # "turned down its request": not the one who turned it down
            return self.sides.of(tree, word, speaker)
        for word in tree.hanging(place, "nmod"):
            if tree.cases(word) & {"from", "by"}:
                return self.sides.of(tree, word, speaker)
        for word in (
            *tree.hanging(place, "acl"),
            *[w for n in tree.hanging(place, "nmod") for w in tree.hanging(n, "nmod")],
        ):
            made = lemma(tree.forms[word]) in {"make", "lodge", "file", "put"} or tree.forms[word] in {
                "made",
                "lodged",
                "filed",
            }
            if made and (agent := tree.agent(word)) is not None:
                return self.sides.of(tree, agent, speaker)
            if "by" in tree.cases(word) and tree.relation(word) == "nmod":
                return self.sides.of(tree, word, speaker)
        for word in tree.hanging(place, "amod", "compound"):
            side = self.sides.one(tree, word, speaker)
            if side.key is not None:
                return [side]
        at = place
        while tree.relation(at) in {"nmod", "conj", "appos"} and tree.head(at) >= 0:
            at = tree.head(at)
        governor = tree.head(at)
        if tree.relation(at) == "obj" and governor >= 0 and lemma(tree.forms[governor]) in words("general", "support"):
            if lemma(tree.forms[governor]) in {
                "hear",
                "receive",
                "drop",
                "ignore",
                "consider",
                "discuss",
                "answer",
                "meet",
            }:
                return []
            subject = tree.subject(governor)
            if subject is not None:
                return self.sides.of(tree, subject, self.speakers[governor])
        return []

    def _given_up(self, place: int) -> bool:
        """Whether a demand or a refusal is no longer made: “dropped its opposition to the cuts”."""
        above = self.tree.head(place)
        return above >= 0 and self.tree.relation(place) == "obj" and lemma(self.tree.forms[above]) in words("general", "ending")

    def _answered(self, place: int) -> bool:
        """Whether a demand or an offer is what a verb of refusing or taking is about."""
        above = self.tree.head(place)
        answering = {StanceKind.REFUSAL, StanceKind.AGREEMENT, StanceKind.DENIAL}
        return above >= 0 and any(frame.kind in answering for frame in verb_frames(self.tree.forms[above]))

    def _noun_matters(self, place: int, frame: Frame) -> list[int]:
        tree = self.tree
        listed: list[int] = []
        for word in tree.hanging(place, "appos", "conj", "nmod", "acl", "list", "parataxis"):
            named = tree.cases(word) & _LIST
            colon = ":" in tree.forms[place + 1 : place + 3] and tree.relation(word) == "appos"
            if word > place and (named or colon):
                listed += [part for part in tree.joined(word) if part > place]
                listed += [
                    w for part in tree.joined(word) for w in tree.hanging(part, "acl", "acl:relcl") if self._opens(w)
                ]
        top = tree.head(place)
        if not listed and top >= 0 and tree.relation(place) == "nmod":
            listed = [w for w in tree.hanging(top, "nmod", "acl") if w > place and tree.cases(w) & _LIST]
        for word in tree.hanging(place, "acl", "acl:relcl", "ccomp", "advcl", "xcomp"):
            if word > place and tree.tag(word) in {"VERB", "ADJ", "NOUN"} and tree.cases(word) & {"to", "that", "for"}:
                if not tree.cases(word) & _CONDITIONS and not (
                    tree.relation(word) == "acl:relcl"
                    and "that" in tree.cases(word)
                    and not tree.hanging(word, *SUBJECTS)
                ):
                    return [word, *listed]
        for word in tree.hanging(place, "nmod", "acl", "obl"):
            if word > place and tree.cases(word) & frame.matter:
                return [word, *listed]
        above = tree.head(place)
        if above >= 0 and tree.relation(place) == "obj" and verb_frames(tree.forms[above]):
            for word in tree.hanging(above, "advcl", "xcomp"):
                if word > place and "to" in {tree.forms[w] for w in tree.hanging(word, "mark")}:
                    return [word, *listed]
        governor = tree.head(place)
        if governor >= 0 and tree.relation(place) in {"obj", "obl", "nsubj"}:
            for word in tree.hanging(governor, "obl", "nmod", "advcl", "acl"):
                if word in (place + 2, place + 3, place + 4) and tree.cases(word) & (frame.matter - {"of", "to"}):
                    return [word, *listed]
        return listed

    def _opens(self, clause: int) -> bool:
        """Whether a clause is an item of a list: “..., and for Norland to leave”."""
        tree = self.tree
        first = min(tree.run(clause))
        while first < clause and tree.tag(first) == "PUNCT":
            first += 1
        return tree.forms[first] == "and" or (tree.forms[first] == "for" and tree.forms[first - 1] in {"and", ","})

    def _item(self, head: int, heads: Sequence[int], matter: list[int]) -> list[int]:
        """One item of a list: from its own first word to the next item's."""
        tree = self.tree
        starts = {each: min(tree.run(each, [w for w in heads if w != each])) for each in heads}
        start = starts[head]
        after = [begin for begin in starts.values() if begin > start]
        last = min(after) if after else max([*matter, *tree.run(head)]) + 1
        item = self._stripped(list(range(start, last))) or matter
        while len(item) > 1 and tree.forms[item[0]] in {"for", "and", ",", "including"}:
            del item[0]
        return item

    def _noun_targets(self, place: int, frame: Frame, holders: Sequence[Side]) -> list[Side]:
        tree = self.tree
        for word in tree.hanging(place, "nmod"):
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

    def _noun_clause(self, place: int, found: Found, *, alone: bool) -> list[int]:
        tree = self.tree
        if alone or (found.matter and min(found.matter) > place + 12):
            return found.matter
        kept = {place, *found.matter, *found.condition, *tree.name(place)}
        for word in tree.hanging(place, "nmod:poss", "nmod"):
            reach = tree.name(word)
            if max(reach) < max(kept):
                kept |= set(tree.run(word)) if max(tree.run(word)) < max(kept) else set(reach)
        return list(range(min(kept), max(kept) + 1))

    def _verdict(self, place: int) -> Iterator[Found]:
        """“Some demands are nonstarters”, said by a party."""
        tree = self.tree
        speaker = self.speakers[place]
        if not speaker:
            return
        start = tree.words[place].span.start
        for pattern, kind in verdicts():
            match = pattern.match(tree.text, start, tree.span.end)
            if match is None or (place and tree.forms[place - 1] == "-"):
                continue
            head = self._predicate(place, match.end())
            if head is None:
                continue
            subject = tree.hanging(head, *SUBJECTS)[0]
            if tree.forms[subject] in {"that", "which"}:
                above = [word for word in tree.above(head) if tree.tag(word) in {"NOUN", "PROPN"} and word < subject]
                if not above or any(lemma(tree.forms[w]) in {"push", "reject"} for w in tree.above(above[0])):
                    continue
                subject = above[0]
            if kind is StanceKind.OFFER and tree.negated(head):
                kind = StanceKind.REFUSAL  # noqa: PLW2901
            elif tree.negated(head) and not match[0].lower().startswith("not"):
                continue
            condition = self._condition(place, None)
            if singular(tree.forms[subject]) == "other" or tree.tag(subject) == "PRON":
                continue
            asked = words("nouns", "proposal") | words("nouns", "demand") | words("nouns", "talks") | {"policy"}
            named = {singular(tree.forms[w]) for w in (subject, *tree.hanging(subject, "nmod"))}
            if "acceptable" in match[0].lower() and not named & asked:
                continue
            found = Found(kind, [place], list(speaker), subject, condition=condition)
            found.matter = self._stripped([w for w in tree.run(subject, self._cue_words()) if w < place]) or [subject]
            found.targets = self._inner_target(StanceKind.REFUSAL, subject)
            listed = [w for w in range(len(tree.words)) if tree.forms[w] in _LIST and w > place]
            last = tree.inside_end(match.end())
            if listed:
                tail = tree.head(listed[0])
                found.head = tail if tail > listed[0] else subject
                reach = tree.run(found.head) if found.head != subject else [last]
                found.matter = self._stripped([w for w in reach if w > listed[0]]) or found.matter
                last = max([last, *reach])
            found.clause = self._stripped(list(range(min([*tree.run(subject, self._cue_words()), subject]), last + 1)))
            yield found
            return

    def _predicate(self, place: int, end: int) -> int | None:
        """The word of a verdict that bears the subject."""
        tree = self.tree
        last = tree.inside_end(end)
        for word in range(last, place - 1, -1):
            if tree.hanging(word, *SUBJECTS):
                return word
        for word in (last, place):
            for above in list(tree.above(word))[:1]:
                if (
                    tree.hanging(above, *SUBJECTS)
                    and tree.tag(above) in {"AUX", "VERB", "ADJ", "NOUN"}
                    and above >= place - 3
                ):
                    return above
        return None
