"""What a cue introduces, and who speaks after a quotation, by the parse."""

import numpy as np

from readout.annotate.clauses import inquit, introduced
from readout.annotate.decode import TaggedSpan
from readout.annotate.encoder import Encoded
from readout.model.notes import Word
from readout.model.text import TextSpan


def sentence(parse: str) -> tuple[Encoded, list[Word]]:
    """One sentence given as lines of form, part of speech, head (from 1) and relation."""
    rows = [line.split() for line in parse.strip().splitlines()]
    text = " ".join(row[0] for row in rows)
    words: list[TextSpan] = []
    for row in rows:
        start = words[-1].end + 1 if words else 0
        words.append(TextSpan(start, start + len(row[0])))
    parsed = [Word(span, int(row[2]) - 1, row[3], row[1]) for span, row in zip(words, rows, strict=True)]
    return Encoded(text, [], words, [0, len(words)], {}, np.zeros((1, 1), np.float32)), parsed


def words_of(encoded: Encoded, span: TaggedSpan | None) -> str | None:
    if span is None:
        return None
    return encoded.text[encoded.words[span.first].start : encoded.words[span.last - 1].end]


AFTER = """
Orlova PROPN 2 nsubj
said VERB 0 root
the DET 4 det
pier NOUN 6 nsubj
would AUX 6 aux
close VERB 2 ccomp
. PUNCT 2 punct
"""
BEFORE = """
The DET 2 det
pier NOUN 4 nsubj
will AUX 4 aux
close VERB 7 ccomp
, PUNCT 7 punct
Orlova PROPN 7 nsubj
said VERB 0 root
. PUNCT 7 punct
"""


def test_a_cue_introduces_its_clause() -> None:
    encoded, parsed = sentence(AFTER)
    found = introduced(encoded, parsed, TaggedSpan("cue", 1, 2), TaggedSpan("source", 0, 1), [])
    assert words_of(encoded, found) == "the pier would close"


def test_before_a_cue_at_the_end_stands_what_was_said() -> None:
    encoded, parsed = sentence(BEFORE)
    found = introduced(encoded, parsed, TaggedSpan("cue", 6, 7), TaggedSpan("source", 5, 6), [])
    assert words_of(encoded, found) == "The pier will close"


def test_words_that_are_taken_are_not_introduced_again() -> None:
    encoded, parsed = sentence(AFTER)
    assert introduced(encoded, parsed, TaggedSpan("cue", 1, 2), None, [TaggedSpan("content", 3, 6)]) is None


def test_who_speaks_after_a_quotation_is_heard() -> None:
    encoded, parsed = sentence("""
    “ PUNCT 3 punct
    We PRON 3 nsubj
    stay VERB 9 ccomp
    ,” PUNCT 3 punct
    harbour NOUN 7 compound
    pilot NOUN 7 compound
    Ivo PROPN 9 nsubj
    Prat PROPN 7 flat
    yelled VERB 0 root
    . PUNCT 9 punct
    """)
    heard = inquit(encoded, parsed, TextSpan(0, encoded.text.index(",”") + 2))
    assert heard is not None
    assert (words_of(encoded, heard[0]), words_of(encoded, heard[1])) == ("harbour pilot Ivo Prat", "yelled")


def test_after_a_quotation_that_ends_its_sentence_nobody_is_heard() -> None:
    encoded, parsed = sentence(AFTER)
    assert inquit(encoded, parsed, TextSpan(0, len(encoded.text))) is None
