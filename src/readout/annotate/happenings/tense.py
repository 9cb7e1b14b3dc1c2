"""Whether the words around a verb say that it happened, is planned, is called for, or none of these."""

from enum import StrEnum

from readout.annotate.happenings.tree import Tree
from readout.annotate.happenings.words import is_past_form, lemma_of, listed, singular

_HAVE = frozenset({"has", "have", "had", "'ve", "having"})
_WAS = frozenset({"was", "were", "been", "got", "being", "did"})
_IS = frozenset({"is", "are", "am", "'s", "'re"})
_WILL = frozenset({"will", "'ll", "shall", "wo"})
_MIGHT = frozenset({"may", "might", "could", "can", "should", "must", "ca"})
_NOT = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
_INVARIABLE = frozenset(
    {"set", "put", "cut", "hit", "shut", "split", "quit", "cast", "burst", "hurt", "let", "spread", "beat", "bid"}
)


class Mood(StrEnum):
    """What a clause says of its verb."""

    PAST = "past"
    PRESENT = "present"
    PLANNED = "planned"
    WOULD = "would"
    CALLED = "called"
    UNREAL = "unreal"


def mood(tree: Tree, verb: int) -> Mood:
    """How a verb stands to the facts, by its auxiliaries, its form and what governs it."""
    if any(tree.forms[child] in listed("unreal_marks") for child in tree.hanging(verb, "mark")):
        return Mood.UNREAL
    helping = _auxiliaries(tree, verb)
    modal = _by_modal(helping)
    if modal is not None:
        return modal
    if _is_infinitive(tree, verb):
        return _governed(tree, verb)
    if not helping and _is_demanded(tree, verb):
        return Mood.CALLED
    form = tree.forms[verb]
    if not helping and tree.plain(verb) == "xcomp" and is_past_form(form):
        return _inherited(tree, verb)  # "would like to see it withdrawn"
    if helping & (_HAVE | _WAS):
        return Mood.PAST
    if form.endswith("ing"):
        return Mood.PRESENT if helping & _IS else _inherited(tree, verb)
    if is_past_form(form) or (form in _INVARIABLE and not helping):
        if helping & _IS:
            return Mood.PRESENT
        return Mood.PAST
    return _shared(tree, verb) if helping == set() and tree.plain(verb) == "conj" else Mood.PRESENT


def _by_modal(helping: set[str]) -> Mood | None:
    if helping & _WILL:
        return Mood.PLANNED
    if "would" in helping or "'d" in helping:
        return Mood.WOULD
    return Mood.UNREAL if helping & _MIGHT else None


def negated(tree: Tree, verb: int) -> bool:
    """Whether a clause denies its verb, or has it fail."""
    if any(tree.forms[child] in _NOT for child in tree.hanging(verb, "advmod", "det", "cc")):
        return True
    above = tree.head(verb)
    refused = above >= 0 and lemma_of(tree.forms[above]) in {"fail", "refus", "declin", "refuse", "decline", "avoid"}
    return refused and tree.plain(verb) in {"xcomp", "ccomp", "advcl"}


def _is_demanded(tree: Tree, verb: int) -> bool:
    """Whether a clause is what a demand demands: "their demand that France join the talks"."""
    above = tree.head(verb)
    if above < 0 or tree.plain(verb) not in {"acl", "ccomp"} or is_past_form(tree.forms[verb]):
        return False
    lemma = singular(tree.forms[above]) if tree.words[above].tag == "NOUN" else lemma_of(tree.forms[above])
    that = any(tree.forms[child] == "that" for child in tree.hanging(verb, "mark"))
    return that and lemma in listed("calling") and not tree.forms[verb].endswith("s")


def _auxiliaries(tree: Tree, verb: int) -> set[str]:
    found = {tree.forms[child] for child in tree.hanging(verb, "aux", "cop")}
    for back in range(verb - 1, max(-1, verb - 4), -1):  # the parser may hang an auxiliary elsewhere
        if tree.words[back].tag == "AUX":
            found.add(tree.forms[back])
        elif tree.words[back].tag not in {"ADV", "PART"}:
            break
    return found


def _is_infinitive(tree: Tree, verb: int) -> bool:
    if tree.forms[verb].endswith("ing"):
        return False
    marked = any(tree.forms[child] == "to" for child in tree.hanging(verb, "mark"))
    behind = [tree.forms[place] for place in range(max(0, verb - 2), verb)]
    return marked or behind[-1:] == ["to"] or behind == ["to", "be"]


def _governed(tree: Tree, verb: int) -> Mood:
    """An infinitive: planned, called for, or as real as what it is the content of."""
    first = min([verb, *tree.hanging(verb, "mark", "aux")])
    before = tree.forms[first - 1] if first else ""
    if before in _IS | {"was", "were"}:
        return Mood.PLANNED  # "is to meet"
    above = tree.head(verb)
    if above < 0:
        return Mood.UNREAL
    lemma = lemma_of(tree.forms[above])
    if lemma in listed("passing") and tree.plain(verb) == "xcomp":
        return mood(tree, above)
    if lemma in listed("planning") or tree.forms[above] in listed("planning"):
        settled = mood(tree, above) if tree.is_verb(above) else Mood.PLANNED
        return Mood.UNREAL if negated(tree, above) or settled is Mood.UNREAL else Mood.PLANNED
    if lemma in listed("calling") and tree.plain(verb) in {"xcomp", "ccomp", "acl", "advcl"}:
        return Mood.CALLED
    return Mood.UNREAL


def _inherited(tree: Tree, verb: int) -> Mood:
    """A participle is as real as the clause that it hangs on."""
    for above in tree.above(verb):
        if tree.is_verb(above):
            return mood(tree, above)
    return Mood.PRESENT


def _shared(tree: Tree, verb: int) -> Mood:
    """A second verb shares the first one's auxiliaries: "will meet and sign"."""
    first = tree.head(verb)
    return mood(tree, first) if first >= 0 and tree.is_verb(first) else Mood.PRESENT
