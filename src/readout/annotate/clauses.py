"""What a cue introduces, by the parse: the words said where the tagger saw who said but not what."""

from collections.abc import Sequence

from readout.annotate.decode import TaggedSpan
from readout.annotate.encoder import Encoded
from readout.annotate.names import head_word
from readout.model.notes import Word

_CLAUSES = ("ccomp", "obj", "xcomp")  # in the order in which they are taken
_FEWEST = 3


def introduced(
    encoded: Encoded, parsed: Sequence[Word], cue: TaggedSpan, source: TaggedSpan | None, taken: Sequence[TaggedSpan]
) -> TaggedSpan | None:
    """The words before a “…, she said.” at a sentence's end, else the cue's clause or object; no words of `taken`."""
    begin, end = _sentence(encoded, cue.first)
    known = [cue, *([source] if source else [])]
    first, last = min(span.first for span in known), max(span.last for span in known)
    if begin <= first and _bare(encoded, last, end) and first - begin >= _FEWEST:
        found = (begin, first)
    else:
        below = _clause(parsed, cue, begin, end)
        if below is None:
            return None
        found = below
    span = _trimmed(encoded, TaggedSpan("content", *found, cue.score))
    clear = all(span.last <= other.first or other.last <= span.first for other in (*known, *taken))
    return span if span.first < span.last and clear else None


def _sentence(encoded: Encoded, word: int) -> tuple[int, int]:
    unit = max(number for number, begin in enumerate(encoded.begins[:-1]) if begin <= word)
    return encoded.begins[unit], encoded.begins[unit + 1]


def _clause(parsed: Sequence[Word], cue: TaggedSpan, begin: int, end: int) -> tuple[int, int] | None:
    head = head_word(parsed, cue.first, cue.last)
    for relation in _CLAUSES:
        for word in range(begin, end):
            if parsed[word].head == head and parsed[word].relation == relation and not cue.first <= word < cue.last:
                reached = [place for place in range(begin, end) if _under(parsed, place, word)]
                return reached[0], reached[-1] + 1
    return None


def _under(parsed: Sequence[Word], word: int, top: int) -> bool:
    while word >= 0:
        if word == top:
            return True
        word = parsed[word].head
    return False


def _bare(encoded: Encoded, first: int, last: int) -> bool:
    return not any(sign.isalnum() for word in encoded.words[first:last] for sign in word.of(encoded.text))


def _trimmed(encoded: Encoded, span: TaggedSpan) -> TaggedSpan:
    first, last = span.first, span.last
    while last > first and _bare(encoded, last - 1, last) and encoded.words[last - 1].of(encoded.text) not in "\"”'’":
        last -= 1
    while first < last and _bare(encoded, first, first + 1) and encoded.words[first].of(encoded.text) not in "\"“'‘":
        first += 1
    return TaggedSpan(span.label, first, last, span.score)
