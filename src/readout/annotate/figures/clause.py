"""What a figure measures: the words of its clause that say what is counted and what happened to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.annotate.figures.tree import SUBJECTS, Tree
from readout.model.text import TextSpan

_MOST = 18  # words of a phrase that still reads at a glance
_LONG_NAME = 6  # words of a name that need no cutting
_LONGEST_PART = 8  # words of a phrase hung on a noun or verb
_NOMINAL = frozenset({"nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "compound", "amod", "nummod", "flat", "dep"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "SYM", "PRON"})
_VERBS = frozenset({"VERB", "AUX", "ADJ"})
_OBJECTS = ("obj", "iobj", "xcomp", "ccomp")
_RELATIVES = frozenset({"which", "that", "who", "where", "whose", "whom"})
_RIGHT_OF_VERB = frozenset({"obj", "conj", "obl:unmarked", "nmod:unmarked"})
_GAP = 3  # words between two stretches that are shown along, so that the phrase reads on
_STOPS = frozenset({",", ";", ":", "--", "—", "–", "(", ")", "“", "”", '"', "...", "…"})


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure's clause says: the stretches to show, and the word that says what happened."""

    spans: tuple[TextSpan, ...]
    predicate: TextSpan | None


class Clause:
    """Gathers the words of one figure's clause, the most telling first, until the phrase is long enough.

    `apart` are stretches that are told elsewhere: the number with its qualifier, and times. `others` are the figures
    beside it, which are shown whole or not at all.
    """

    def __init__(
        self,
        tree: Tree,
        figure: TextSpan,
        counted: TextSpan | None,
        apart: Iterable[TextSpan],
        others: Iterable[TextSpan] = (),
    ) -> None:
        self._tree = tree
        self._apart = {place for span in apart for place in tree.touched(span)}
        self._figure = set(tree.touched(figure))
        self._others = [places for span in others if (places := set(tree.touched(span)) - self._figure)]
        self._counted = set(tree.touched(counted)) if counted is not None else set()
        self._shown: set[int] = set(self._counted)

    def measured(self, *, aged: bool = False) -> Measured:
        """The phrase and its predicate; of a sentence without a parse nothing. `aged`: the figure is somebody's age."""
        top = self._tree.head_of(sorted(self._figure))
        if top is None:
            return Measured((), None)
        if aged:
            return self._aged(top)
        if top in self._counted or self._tree.words[top].relation != "nummod":
            self._around_noun(top)
        self._show_whole()
        for _ in range(3):
            above = self._tree.governor(top)
            if above is None or not self._is_nominal(top, above):
                break
            self._around_noun(above)
            top = above
        predicate = self._predicate(top)
        if predicate is not None:
            self._around_predicate(top, predicate)
        if not self._shown - self._counted:
            self._show_neighbours()
        named = predicate if predicate is not None else self._noun_predicate(top)
        return Measured(tuple(self._stretches()), None if named is None else self._tree.words[named].span)

    def _aged(self, top: int) -> Measured:
        """Whose age it is: the noun that it stands before, else the name that a comma parts it from."""
        tree, last = self._tree, max(self._figure)
        whose: int | None = tree.governor(top)
        before = min(self._figure) - 1
        if tree.form(max(before, 0)) == "," and before > 0:
            whose = before - 1
            while tree.words[whose].relation == "flat" and tree.words[whose].head >= 0:
                whose = tree.words[whose].head
        elif whose is None or tree.words[whose].tag not in _NOUNS:
            ahead = [one for one in range(last + 1, min(last + 5, len(tree.words))) if tree.words[one].tag in _NOUNS]
            subject = None if whose is None else tree.subject(whose)
            whose = ahead[0] if ahead and not self._is_set_off(last, ahead[0]) else subject
        if whose is None:
            return Measured((), None)
        self._show(one for one in tree.name_of(whose) if tree.words[one].tag != "DET")
        return Measured(tuple(self._stretches()), None)

    def _show_neighbours(self) -> None:
        """Where the parse tells nothing: the words on both sides as far as the next stop."""
        first, last, size = min(self._figure), max(self._figure), len(self._tree.words)
        for steps in (range(last + 1, min(size, last + _LONG_NAME)), range(first - 1, max(-1, first - _LONG_NAME), -1)):
            for one in steps:
                if self._tree.words[one].tag == "PUNCT":
                    break
                self._show([one])

    def _show_whole(self) -> None:
        """What a share is a share of: "of the vote" right behind it."""
        after = max(self._figure) + 1
        words = self._tree.words
        if after >= len(words) or self._tree.form(after).lower() != "of":
            return
        head = words[after].head
        if head > after:
            self._show([after, *(one for one in self._light(head) if one > after)])

    def _is_nominal(self, word: int, above: int) -> bool:
        tree = self._tree
        if tree.role(word) in {*_NOMINAL, "appos", "acl"} and tree.words[above].tag in _NOUNS:
            return True
        return tree.role(word) in {"nmod:unmarked", "obl:unmarked", "nummod"} and tree.words[above].tag == "ADJ"

    def _predicate(self, word: int) -> int | None:
        """The verb, adjective or copular noun that the noun phrase belongs to."""
        tree = self._tree
        before = min(self._figure) - 1
        if before >= 0 and tree.words[before].tag == "VERB" and tree.words[word].relation in _RIGHT_OF_VERB:
            return before
        if tree.children(word, "cop"):
            return word
        above = tree.governor(word)
        if above is None or tree.role(word) in {"appos", "parataxis", "conj", "root", "punct", "discourse"}:
            return None
        return above if tree.words[above].tag in _VERBS or tree.children(above, "cop") else None

    def _noun_predicate(self, word: int) -> int | None:
        """For a phrase without a verb ("12 killed in crash") the participle that hangs on the noun, else the noun."""
        participles = self._tree.children(word, "acl", "acl:relcl", "amod")
        behind = [one for one in participles if one > word and self._tree.words[one].tag == "VERB"]
        return behind[0] if behind else word

    def _around_noun(self, noun: int) -> None:
        tree = self._tree
        name = tree.name_of(noun)
        self._show(one for one in name if not self._is_set_off(min(one, noun), max(one, noun)))
        for one in tree.children(noun, "nmod", "acl", "acl:relcl", "advmod"):
            relation = tree.words[one].relation
            if one < noun or (relation == "advmod" and tree.words[one].tag != "ADV"):
                continue
            part = self._part(one)
            if part and not self._is_set_off(noun, part[0]):
                self._show(part)

    def _part(self, top: int) -> list[int]:
        """A phrase hung on a noun or verb, without what is told beside it; nothing where that is long."""
        found = [one for one in self._tree.subtree(top) if one not in self._apart]
        words = [one for one in found if self._tree.words[one].tag != "PUNCT"]
        if len(words) > _LONGEST_PART:
            near = [one for one in self._tree.children(top, "nmod") if top < one <= top + _GAP + 1]
            kept = [*self._tree.name_of(top), *self._tree.children(top, "case")]
            kept += [part for one in near for part in (*self._tree.name_of(one), *self._tree.children(one, "case"))]
            found = sorted(set(kept) - self._apart) if self._tree.words[top].tag in _NOUNS else []
        if found and all(self._tree.words[one].relation in {"case", "det"} for one in found):
            return []
        return found

    def _is_set_off(self, left: int, right: int) -> bool:
        """Whether a comma or a dash stands between two words."""
        return any(self._tree.form(one) in _STOPS for one in range(left + 1, right + 1))

    def _around_predicate(self, word: int, predicate: int) -> None:
        tree = self._tree
        self._show(tree.verb_group(predicate))
        if tree.role(word) not in SUBJECTS and word != predicate:
            self._show_subject(predicate)
        elif word != predicate:
            self._show_objects(predicate, word)
        else:
            self._show_subject(predicate)
        if tree.role(word) in {"obl", "obl:unmarked", "advmod", "nmod:unmarked", "ccomp"}:
            self._show_objects(predicate, word)
        for one in tree.children(predicate, "obl", "obl:agent"):
            if one != word and one > min(predicate, word):
                self._show(self._part(one))
        self._show_antecedent(predicate)

    def _show_subject(self, verb: int) -> None:
        """The subject, past verbs that share that of the one above ("is expected to cost")."""
        tree = self._tree
        for _ in range(3):
            subject = tree.subject(verb)
            if subject is not None:
                self._show(self._light(subject))
                return
            relation, above = tree.words[verb].relation, tree.words[verb].head
            if above < 0 or relation not in {"xcomp", "conj", "advcl", "ccomp", "acl", "parataxis"}:
                return
            if tree.words[above].tag in _NOUNS and relation == "acl":
                self._show(self._light(above))
                return
            if relation == "xcomp":
                self._show(tree.verb_group(above))
            verb = above

    def _show_objects(self, verb: int, word: int) -> None:
        for one in self._tree.children(verb, *_OBJECTS):
            if one not in {word, self._tree.first(word)}:
                self._show(self._light(one))

    def _show_antecedent(self, verb: int) -> None:
        """What a relative clause is about: "a revolt in the hills in which … people have died"."""
        tree = self._tree
        noun = tree.words[verb].head
        if not tree.words[verb].relation.startswith("acl") or noun < 0 or tree.words[noun].tag not in _NOUNS:
            return
        links = [one for one in tree.children(verb) if tree.form(one).lower() in _RELATIVES and noun < one < verb]
        if not links and tree.subject(verb) is not None:
            return
        linked = [place for one in links for place in (one, *tree.children(one, "case"))]
        self._show([*self._tail(self._light(noun)), *linked])

    def _tail(self, places: Sequence[int]) -> Sequence[int]:
        """The last phrase of a long one that still names what it is about: "a revolt in the country's hills"."""
        ordered = sorted(set(places))
        if len(ordered) <= _LONG_NAME:
            return ordered
        for start in range(len(ordered) - 1, 0, -1):
            behind = [one for one in ordered[start:] if self._tree.words[one].tag in {"NOUN", "PROPN", "ADJ"}]
            if self._tree.words[ordered[start - 1]].tag == "ADP" and len(behind) >= _GAP:
                return ordered[start:]
        return ordered

    def _light(self, noun: int) -> list[int]:
        """A noun phrase without clauses: its name and the short phrases with a preposition."""
        tree = self._tree
        found = tree.name_of(noun)
        if tree.words[noun].tag == "VERB":
            found = [*tree.verb_group(noun), *tree.children(noun, "mark", "obj")]
        for one in tree.children(noun, "nmod"):
            part = self._part(one)
            if one > noun and len(part) <= _LONGEST_PART:
                found += part
        return found

    def _show(self, places: Iterable[int]) -> None:
        tree = self._tree
        fresh = {one for one in places if one not in self._shown and one not in self._apart}
        for other in self._others:
            if fresh & other:
                fresh |= other - self._apart
        words = [one for one in self._shown | fresh if tree.words[one].tag != "PUNCT"]
        if len(words) <= _MOST:
            self._shown |= fresh

    def _stretches(self) -> Iterator[TextSpan]:
        """The words as stretches of the text; what stands between two is left out, stops at the ends too."""
        tree = self._tree
        places = self._joined(sorted(self._shown))
        for number, run in enumerate(_runs(places)):
            words = _trimmed(tree, run, leads=number == 0)
            if words:
                yield TextSpan(tree.words[words[0]].span.start, tree.words[words[-1]].span.end)

    def _joined(self, places: Sequence[int]) -> list[int]:
        """The words with those of short gaps between them, and the dash or stop between two neighbours."""
        tree, found = self._tree, list(places)
        for left, right in pairwise(places):
            between = range(left + 1, right)
            single = len(between) == 1 and tree.words[left + 1].tag == "PUNCT"
            leads_on = tree.form(right).lower() in _RELATIVES and right - 1 in between
            plain = not any(tree.form(one) in _STOPS and not (leads_on and one == right - 1) for one in between)
            if (single or (len(between) <= _GAP and plain)) and not self._apart & set(between):
                found += between
        return sorted(set(found))


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _trimmed(tree: Tree, run: Sequence[int], *, leads: bool) -> Sequence[int]:
    """A stretch without marks at its ends, without a possessive's, and, where it leads, a preposition's loose end."""
    first, last = 0, len(run)
    while first < last and (_is_loose(tree, run[first]) or (leads and tree.words[run[first]].tag in {"ADP", "CCONJ"})):
        first += 1
    while last > first and not _tells(tree, run[last - 1]):
        last -= 1
    return run[first:last]


def _tells(tree: Tree, word: int) -> bool:
    return any(sign.isalnum() or sign in "%$£€" for sign in tree.form(word))


def _is_loose(tree: Tree, word: int) -> bool:
    return tree.form(word).lower() in {"'s", "’s"} or not _tells(tree, word)
