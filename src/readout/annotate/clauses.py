"""What a cue introduces, by the parse: the words said where the tagger saw who said but not what."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from readout.annotate.decode import TaggedSpan
from readout.annotate.encoder import Encoded
from readout.annotate.names import head_word
from readout.model.notes import Word
from readout.model.text import TextSpan

_CLAUSES = ("ccomp", "obj", "xcomp")  # in the order in which they are taken
_FEWEST = 3
_REACH = 25  # words after a quotation within which its speaker is looked for
_HEARD = 0.5


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


def inquit(encoded: Encoded, parsed: Sequence[Word], quotation: TextSpan) -> tuple[TaggedSpan, TaggedSpan] | None:
    """The speaker and the verb after a quotation that ends in a comma: the first verb with a subject after it."""
    if not re.search(r"[,!?]\W*\Z", quotation.of(encoded.text)):
        return None
    begin = bisect_left([word.start for word in encoded.words], quotation.end)
    if begin == len(encoded.words) or _sentence(encoded, begin)[0] == begin:
        return None
    end = min(_sentence(encoded, begin)[1], begin + _REACH)
    for verb in range(begin, end):
        if parsed[verb].tag != "VERB":
            continue
        subjects = [
            place for place in range(begin, end) if parsed[place].head == verb and parsed[place].relation == "nsubj"
        ]
        if not subjects:
            return None
        reached = [place for place in range(begin, end) if _under(parsed, place, subjects[0])]
        if verb in range(reached[0], reached[-1] + 1):
            return None
        return TaggedSpan("source", reached[0], reached[-1] + 1, _HEARD), TaggedSpan("cue", verb, verb + 1, _HEARD)
    return None


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
