"""The words that tell a happening: its clause where that reads as a sentence of its own, else the whole sentence."""

import re

from readout.annotate.happenings.tree import Tree
from readout.model.text import TextSpan

_FEWEST = 5  # words that make a clause a reader can do with
_LONGEST = 40  # ... and that he gets through
_BEFORE_NOUN = ("det", "amod", "compound", "nmod", "nummod", "flat")
_CUT = frozenset({"parataxis", "discourse"})
_EDGES = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_LEADING = frozenset({"then", "that", "but", "and", "meanwhile", "however"})
_DATELINE = re.compile(
    r"\A(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?\s?(?:\([^()\n]{2,40}\))?"
    r"|[^\n—–]{2,40}\([A-Z][\w ]{1,20}\))"
    r"\s?(?:—|–|--|-)\s+"
)
_PRONOUNS = frozenset({"it", "which", "who", "that", "they", "he", "she", "whom", "whose", "this", "there", "i", "we"})
_LEFT = "\"“‘'"
_ENDS = "\"”’'"


def clause(tree: Tree, verb: int) -> TextSpan | None:
    """The clause of a verb, if it has a subject and ends and begins where one can cut."""
    if tree.plain(verb) == "acl":
        return _with_antecedent(tree, verb)
    first = _with_subject(tree, verb)
    if first is None:
        return None
    kept = tree.subtree(first, frozenset(_cut(tree, first, verb)))
    low, high = _trimmed(tree, max(kept[0], _behind_dateline(tree)), kept[-1])
    whole = {*kept, *_punctuation(tree, low, high)}
    if high - low + 1 < _FEWEST or not whole.issuperset(range(low, high + 1)) or not _cuttable(tree, low, high):
        return None
    if low and tree.forms[low] in _PRONOUNS:
        return None
    if tree.words[high].tag in {"ADP", "DET", "AUX", "PART"} and tree.words[high].relation != "compound:prt":
        return None
    return TextSpan(tree.words[low].span.start, tree.words[high].span.end)


def _with_antecedent(tree: Tree, verb: int) -> TextSpan | None:
    """A relative clause with the noun that it tells of: "Ann Harlow, who led the bank until 2014"."""
    noun = tree.head(verb)
    ahead = [child for child in tree.hanging(noun, *_BEFORE_NOUN) if child < noun]
    low = min((tree.subtree(child)[0] for child in ahead), default=noun)
    clause_of = tree.subtree(verb)
    _, high = _trimmed(tree, low, clause_of[-1])
    whole = {*range(low, noun + 1), *tree.subtree(noun), *_punctuation(tree, low, high)}
    sound = noun < verb <= high and high - low < _LONGEST and whole.issuperset(range(low, high + 1))
    enough = high - low + 1 >= _FEWEST and tree.words[noun].tag in {"NOUN", "PROPN"}
    return TextSpan(tree.words[low].span.start, tree.words[high].span.end) if sound and enough else None


def _punctuation(tree: Tree, low: int, high: int) -> list[int]:
    return [place for place in range(low, high + 1) if tree.words[place].tag == "PUNCT"]


def sentence(tree: Tree) -> TextSpan:
    """The sentence without the dateline before it."""
    words = tree.span.of(tree.text)
    dateline = _DATELINE.match(words)
    return TextSpan(tree.span.start + (dateline.end() if dateline else 0), tree.span.end)


def _behind_dateline(tree: Tree) -> int:
    start = sentence(tree).start
    return next((place for place, word in enumerate(tree.words) if word.span.start >= start), 0)


def _with_subject(tree: Tree, verb: int) -> int | None:
    """The verb that heads the clause: itself, or the one that it shares a subject with."""
    if tree.plain(verb) in {"acl", "xcomp", "csubj"}:
        return None
    if tree.hanging(verb, "nsubj", "expl"):
        return verb
    first = tree.head(verb)
    if tree.plain(verb) == "conj" and first >= 0 and tree.is_verb(first) and tree.hanging(first, "nsubj", "expl"):
        return first if tree.plain(first) not in {"acl", "xcomp", "csubj"} else None
    return None


def _cut(tree: Tree, first: int, verb: int) -> set[int]:
    """What of a clause is another clause: coordinated ones, and those set off by commas at its end."""
    cut = set[int]()
    for place in {first, verb}:
        for child in tree.hanging(place):
            relation = tree.plain(child)
            own = bool(tree.hanging(child, "nsubj", "expl"))
            verbal = relation == "conj" and child != verb and tree.is_verb(child)
            aside = relation in _CUT and tree.words[child].tag != "PUNCT"
            if aside or (verbal and (own or child > verb)) or (relation == "advcl" and _set_off(tree, child)):
                cut.add(child)
    return cut


def _set_off(tree: Tree, child: int) -> bool:
    """Whether an adverbial clause stands behind a comma or dash, or before one."""
    places = tree.subtree(child)
    low, high = places[0], places[-1]
    before = tree.forms[low - 1] if low else ","
    after = tree.forms[high + 1] if high + 1 < len(tree) else "."
    inside = tree.forms[low] in {",", "--", "—", "–"}
    return inside or before in {",", "--", "—", "–"} or (low == 0 and after == ",")


def _trimmed(tree: Tree, low: int, high: int) -> tuple[int, int]:
    while (
        0 < low < high
        and (tree.words[low].tag in _EDGES or tree.forms[low] in _LEADING)
        and tree.forms[low] not in _LEFT
    ):
        low += 1
    while low < high and (tree.words[high].tag in _EDGES and tree.forms[high] not in {")", *_ENDS}):
        high -= 1
    return low, high


def _cuttable(tree: Tree, low: int, high: int) -> bool:
    def edge(place: int) -> bool:
        return tree.words[place].tag in _EDGES or tree.forms[place] in _LEADING

    return (low == 0 or edge(low - 1)) and (high + 1 >= len(tree) or edge(high + 1))
