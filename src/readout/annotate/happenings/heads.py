"""The words of a sentence that tell of a happening: nouns of the vocabulary, verbs that are no statement or state."""

from collections.abc import Mapping
from dataclasses import dataclass

from readout.annotate.happenings.tense import Mood, mood, negated
from readout.annotate.happenings.tree import Tree
from readout.annotate.happenings.words import (
    is_statement,
    known_kinds,
    lemma_of,
    listed,
    noun_kinds,
    singular,
    verb_kind,
)
from readout.model.notes import NameKind

_CASES_AT = frozenset({"at", "in", "during", "for"})
_PERSONAL = frozenset({"he", "she", "it", "they", "who", "i", "we", "you"})
_NAMED = frozenset({NameKind.PERSON, NameKind.PRODUCT, NameKind.ORGANIZATION})
_NAMED_KINDS = frozenset({"meeting", "vote", "war", "disaster"})
NAMED = 0.2
"""The score of what is only named: no link and no record looks at it."""
_DEVERBAL = ("tion", "sion", "ment", "tions", "sions", "ments")
_BESIDE = 0.6
_MENTIONED = 0.4
_FAR = 60
_NO = frozenset({"no", "neither", "without"})


@dataclass(frozen=True, slots=True)
class Head:
    """One word that tells of a happening. `carrier`: the verb that says that it was held, or the verb itself.

    `weight`: 1 where it is what its sentence tells, less where it is told beside something else or only mentioned.
    """

    place: int
    kind: str
    noun: bool
    carrier: int | None
    mood: Mood | None
    negated: bool
    weight: float
    dated_only: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What else is known of a sentence's words, by their places.

    `named`: words inside names; `timed`: inside time expressions; `quoted`: inside speech, where no verb is taken;
    `lasting`: verbs with "since", which tell of a state whatever they are.
    """

    named: Mapping[int, NameKind]
    timed: frozenset[int]
    quoted: frozenset[int]
    lasting: frozenset[int]


Heads = dict[int, Head]


def find_heads(tree: Tree, setting: Setting, *, labour: bool, headline: bool) -> Heads:
    """The heads by their places; `labour`: whether a "strike" is one of workers."""
    nouns = {
        place: kind
        for place in range(len(tree))
        if place not in setting.timed
        and (kind := _noun_kind(tree, place, setting.named.get(place), labour=labour)) is not None
    }
    carried = _carried(tree, nouns)
    found: Heads = {place: _noun(tree, place, kind, carried.get(place)) for place, kind in nouns.items()}
    carriers = set(carried.values())
    for place in range(len(tree)):
        if place in nouns or place in setting.quoted or place in setting.timed or not tree.is_verb(place):
            continue
        head = _verb(tree, place, headline=headline, lasting=place in setting.lasting)
        if head is not None and not (place in carriers and (head.kind not in known_kinds() or head.kind == "travel")):
            found[place] = head
    return {
        place: head
        for place, head in found.items()
        if not (head.noun and place in setting.quoted) or not head.dated_only
    }


def find_mentions(tree: Tree, heads: Heads, setting: Setting) -> list[Head]:
    """What else a sentence names as done, real or not: no statement, no state of mind, nothing for a record."""
    found: list[Head] = []
    for place in range(len(tree)):
        if place in heads or place in setting.timed:
            continue
        word, lemma = tree.forms[place], lemma_of(tree.forms[place])
        acted = tree.is_verb(place) and not is_statement(word, lemma)
        verbal = acted and lemma not in listed("mental") and lemma.isalpha()
        eventive = bool(noun_kinds(word)) or word.endswith(_DEVERBAL)
        noun = tree.words[place].tag == "NOUN" and eventive and place not in setting.named
        if verbal or noun:
            told = mood(tree, place) if verbal else None
            denied = negated(tree, place) if verbal else False
            found.append(Head(place, lemma, noun=not verbal, carrier=None, mood=told, negated=denied, weight=NAMED))
    return found


def _noun_kind(tree: Tree, place: int, named: NameKind | None, *, labour: bool) -> str | None:
    word = tree.forms[place]
    kinds = noun_kinds(word)
    if not kinds or not tree.may_be_noun(place) or not _is_told(tree, place, word):
        return None
    kind = kinds[0]
    if labour and "walkout" in kinds:
        kind = "walkout"
    if named in _NAMED and kind not in _NAMED_KINDS:
        return None
    return kind


def _is_told(tree: Tree, place: int, word: str) -> bool:
    """Whether a noun stands for the happening itself, and not as part of another noun's name."""
    before = tree.forms[place - 1] if place else ""
    after = tree.forms[place + 1] if place + 1 < len(tree) else ""
    if singular(word) == "talk" and (word == "talk" or before in _PERSONAL):
        return False
    if singular(word) == "call" and not (
        before in {"phone", "telephone", "video", "conference"} or after in {"with", "between"}
    ):
        return False
    if word in listed("transparent") and after == "of":
        return False
    if word != singular(word) and singular(word) in listed("singular_only"):
        return False
    if before in listed("not_after") or after in listed("not_before"):
        return False
    if before == "-" and place > 1 and tree.forms[place - 2] in listed("not_after"):
        return False
    if after == "-" and place + 2 < len(tree) and tree.words[place + 2].span.start == tree.words[place + 1].span.end:
        return False  # "strike-hit"
    above = tree.head(place)
    modifies = tree.plain(place) == "compound" and above == place + 1 and tree.words[above].tag in {"NOUN", "PROPN"}
    return not modifies


def _carried(tree: Tree, nouns: Mapping[int, str]) -> dict[int, int]:
    """For nouns the verb that says they were held, began, took place, or the verb at whose place they stand."""
    carried: dict[int, int] = {}
    for place in nouns:
        top = _handed(tree, place)
        verb = tree.head(top)
        if verb < 0 or not (tree.words[verb].tag in {"VERB", "AUX"} or tree.is_verb(verb)):
            continue
        relation, lemma = tree.plain(top), lemma_of(tree.forms[verb])
        held = relation == "obj" and lemma in listed("carriers")
        took_place = relation == "nsubj" and (lemma in listed("intransitive") or _is_passive(tree, verb, lemma))
        if held or took_place or (relation == "obl" and _is_setting(tree, top, verb, lemma)):
            carried[place] = verb
    return carried


def _is_setting(tree: Tree, top: int, verb: int, lemma: str) -> bool:
    """Whether a noun is where a verb's deed was done: "met at the summit"."""
    done = lemma not in listed("stative") | listed("light") or lemma in listed("carriers")
    return done and bool(_case(tree, top) & _CASES_AT) and not is_statement(tree.forms[verb], lemma)


def _is_passive(tree: Tree, verb: int, lemma: str) -> bool:
    helped = any(child for child in tree.hanging(verb, "aux") if tree.words[child].relation == "aux:pass")
    return lemma in listed("carriers") and helped


def _case(tree: Tree, place: int) -> set[str]:
    return {tree.forms[child] for child in tree.hanging(place, "case")}


def _handed(tree: Tree, place: int) -> int:
    """The noun whose place in the clause counts: that of "round" in "a round of talks"."""
    if place > 1 and tree.forms[place - 1] == "of" and tree.forms[place - 2] in listed("transparent"):
        return place - 2
    above = tree.head(place)
    handing = above >= 0 and tree.forms[above] in listed("transparent") and tree.plain(place) == "nmod"
    return above if handing else place


def _noun(tree: Tree, place: int, kind: str, carrier: int | None) -> Head:
    denied = any(tree.forms[child] in _NO for child in tree.hanging(place, "det", "case", "advmod"))
    said = _mood_of_noun(tree, place, carrier)
    denied = denied or (carrier is not None and negated(tree, carrier))
    weight = _MENTIONED if carrier is None else _weight(tree, carrier)
    return Head(
        place,
        kind,
        noun=True,
        carrier=carrier,
        mood=said,
        negated=denied,
        weight=weight,
        dated_only=singular(tree.forms[place]) in listed("dated_only"),
    )


def _mood_of_noun(tree: Tree, place: int, carrier: int | None) -> Mood | None:
    """What the words that govern a noun say: held, planned, called for, feared; None where they say nothing."""
    below = _handed(tree, place)
    for above in [*tree.above(below)]:
        lemma = lemma_of(tree.forms[above])
        verbal = tree.is_verb(above)
        if not verbal and (singular(tree.forms[above]) in listed("calling") and tree.plain(below) == "nmod"):
            return Mood.CALLED
        if not verbal and tree.words[above].tag == "NOUN" and singular(tree.forms[above]) in listed("unreal"):
            return Mood.UNREAL
        if verbal:
            if above == carrier:
                return mood(tree, above)
            if lemma in listed("calling") and _is_called(tree, below) and above == tree.head(_handed(tree, place)):
                return Mood.CALLED
            if lemma in listed("unreal") and tree.plain(below) == "obj":
                return Mood.UNREAL
            if mood(tree, above) is Mood.CALLED:
                return Mood.CALLED
            happened = _case(tree, _handed(tree, place)) & {"at", "during"} and mood(tree, above) is Mood.PAST
            return Mood.PAST if happened else _mood_by_case(tree, place)
        below = above
    return _mood_by_case(tree, place)


def _is_called(tree: Tree, place: int) -> bool:
    """Whether a noun is what a verb of demanding demands: its object, or behind "for"."""
    return tree.plain(place) == "obj" or (tree.plain(place) == "obl" and "for" in _case(tree, place))


def _mood_by_case(tree: Tree, place: int) -> Mood | None:
    return Mood.PAST if _case(tree, _handed(tree, place)) & {"after", "following", "since", "during"} else None


def _weight(tree: Tree, verb: int) -> float:
    """Whether a verb heads its sentence, or what somebody is said to have said in it."""
    while True:
        relation, above = tree.plain(verb), tree.head(verb)
        if above < 0:
            return 1.0
        said = relation in {"ccomp", "parataxis"} and is_statement(tree.forms[above], lemma_of(tree.forms[above]))
        told = relation in {"ccomp", "parataxis"} and is_statement(tree.forms[verb], lemma_of(tree.forms[verb]))
        if not (said or told or (relation == "conj" and tree.is_verb(above))) or above > verb + _FAR:
            return _BESIDE
        verb = above


def _verb(tree: Tree, place: int, *, headline: bool, lasting: bool) -> Head | None:
    word = tree.forms[place]
    lemma = lemma_of(word)
    kind = _verb_kind(tree, place, lemma)
    if (
        kind is None
        and not lasting
        and (is_statement(word, lemma) or lemma in listed("stative") or len(lemma) < 3 or not lemma.isalpha())
    ):
        return None
    told_of = [*tree.hanging(place, "obj"), *([tree.head(place)] if tree.plain(place) == "acl" else [])]
    if any(tree.forms[one] in listed("sayings") for one in told_of if one >= 0):
        return None
    if word.endswith("ing") and tree.words[place].relation == "acl":
        return None  # "those retiring soon"
    told = mood(tree, place)
    if told is Mood.UNREAL or (told is Mood.PRESENT and headline):
        told = Mood.PAST if headline and not _follows_to(tree, place) else told
    if told is Mood.UNREAL:
        return None
    denied = negated(tree, place)
    return Head(place, kind or lemma, noun=False, carrier=place, mood=told, negated=denied, weight=_weight(tree, place))


def _verb_kind(tree: Tree, place: int, lemma: str) -> str | None:
    """The kind of a verb with its particle ("walked out"), its object ("stopped work") or its "with"."""
    parts = [tree.forms[child] for child in tree.hanging(place, "compound") if tree.words[child].tag in {"ADP", "ADV"}]
    things = [tree.forms[child] for child in tree.hanging(place, "obj")]
    others = ["with"] if _speaks_with(tree, place, lemma) else []
    for more in (*parts, *things, *others):
        kind = verb_kind(f"{lemma}-{more}")
        if kind is not None:
            return kind
    if parts or (lemma == "hear" and not listed("hearers") & set(tree.forms)):
        return None
    return None if lemma == "agree" and tree.hanging(place, "xcomp") else verb_kind(lemma)


def _speaks_with(tree: Tree, place: int, lemma: str) -> bool:
    """Whether somebody speaks with another party, and not to the press."""
    if lemma not in {"speak", "talk"} or "with" not in tree.forms[place + 1 : place + 3]:
        return False
    behind = tree.forms.index("with", place)
    return listed("press").isdisjoint(tree.forms[behind + 1 : behind + 3])


def _follows_to(tree: Tree, place: int) -> bool:
    return place > 0 and tree.forms[place - 1] == "to"
