"""Who a verb's subject is, by the parse of its sentence."""

from collections.abc import Sequence

from readout.model.notes import Sentence
from readout.model.text import TextSpan

_SHARING = frozenset({"advcl", "conj", "xcomp", "parataxis"})  # verbs that share the subject of the one they hang on
_STEPS = 3
_CLAUSES = ("acl", "acl:relcl", "appos", "punct", "advcl", "parataxis", "conj")


def subject(sentence: Sentence, verb: int) -> TextSpan | None:
    """The subject of a verb with all that hangs on it, without clauses of its own."""
    for place, word in enumerate(sentence.words):
        if word.head == verb and word.relation.startswith("nsubj"):
            inside = subtree(sentence, place, but=_CLAUSES)
            return TextSpan(sentence.words[min(inside)].span.start, sentence.words[max(inside)].span.end)
    return None


def subject_over(sentence: Sentence, verb: int) -> TextSpan | None:
    """The subject of a verb, or of the verb that it goes with: “Orlova declined an interview, saying …”."""
    for _ in range(_STEPS):
        found = subject(sentence, verb)
        word = sentence.words[verb]
        if found is not None or word.head < 0 or word.relation not in _SHARING:
            return found
        verb = word.head
    return None


def subtree(sentence: Sentence, root: int, *, but: Sequence[str] = ()) -> set[int]:
    """The words that hang on a word, itself among them, without branches of some relations."""
    inside = {root}
    grown = True
    while grown:
        more = {
            i
            for i, word in enumerate(sentence.words)
            if word.head in inside and i not in inside and word.relation not in but
        }
        inside |= more
        grown = bool(more)
    return inside
