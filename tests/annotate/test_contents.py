"""Which candidates become contents, and what the rescorer is told of them."""

from readout.annotate.candidates import codes, seen
from readout.annotate.contents import Candidate, best, candidates
from readout.annotate.decode import TaggedSpan, spans
from readout.annotate.encoder import Encoded, encode
from readout.annotate.marginals import SpanChance
from readout.annotate.names import chain
from readout.annotate.parses import parse
from readout.annotate.sequences import paths
from readout.annotate.units import units
from readout.annotate.weights import Weights
from readout.grammar.quotation import find, inside
from tests.annotate.fakes import weights

TEXT = "Traders said prices would fall sharply"
TOLD = {"traders": "B-source", "said": "B-cue", "prices": "B-content", "would": "I-content", "fall": "I-content"}
CONTENT, NEXT_WORDS_TAG, HELD = (2, 5), 9, 18
"""The tagged content, and two slots: the tag of the word behind a span, and the parts that stand inside it."""


def read(text: str, told: dict[str, str]) -> tuple[Weights, Encoded, list[TaggedSpan]]:
    reader = weights(text, attribution=lambda word: told.get(word, "O"))
    encoded = encode(reader, text, [units(reader.tokenizer, text, [[(0, len(text))]], inside(text))])
    emissions = encoded.scores["attribution"]
    tags = paths(emissions, encoded.paragraphs(), chain(reader, "attribution"))
    return reader, encoded, spans(tags, reader.labels["attribution"], emissions)


def test_the_tagged_content_is_a_candidate_and_clear_of_who_said_it() -> None:
    reader, encoded, tagged = read(TEXT, TOLD)
    found = candidates(reader, encoded, parse(reader, encoded), find(TEXT), tagged)
    assert CONTENT in {(one.span.first, one.span.last) for one in found}
    assert all(one.span.first >= CONTENT[0] for one in found)


def test_what_promises_most_is_taken_once() -> None:
    """Of two readings of one clause the better one stands; another clause stands beside it; a doubtful one falls."""
    offered = [(0, 4, 0.5), (1, 4, 0.8), (4, 7, 0.6), (8, 9, 0.1)]
    found = [Candidate(TaggedSpan("content", first, last), worth) for first, last, worth in offered]
    assert [(one.first, one.last) for one in best(found)] == [(1, 4), (4, 7)]


def test_a_span_is_told_what_stands_behind_it_and_in_it() -> None:
    reader, encoded, tagged = read(TEXT, TOLD)
    words = seen(reader, encoded, parse(reader, encoded), find(TEXT), tagged)
    around, short = codes(words, encoded.paragraphs(), [SpanChance(0, 5, 0.1), SpanChance(2, 4, 0.1)])
    source, cue, content = 1, 2, 4
    assert (around[HELD], short[HELD]) == (source + cue + content, content)
    assert (around[NEXT_WORDS_TAG], short[NEXT_WORDS_TAG]) == (0, 3)
