"""Names: the nine types that the encoder was taught, and what the record makes of each."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias

from readout.annotate.consistency import consistent
from readout.annotate.decode import ChainScores, spans
from readout.annotate.encoder import Encoded
from readout.annotate.sequences import paths
from readout.annotate.weights import Weights
from readout.model.notes import Form, Mention, NameKind, Word
from readout.model.text import TextSpan

EntityKind: TypeAlias = Literal["person", "organization", "place", "country", "group"]

KINDS: Final[Mapping[str, NameKind]] = {
    "Person": NameKind.PERSON,
    "Organization": NameKind.ORGANIZATION,
    "Location": NameKind.LOCATION,
    "NORP": NameKind.NATIONALITY,
    "Facility": NameKind.FACILITY,
    "Product": NameKind.PRODUCT,
    "Date": NameKind.DATE,
    "Money": NameKind.MONEY,
    "Misc": NameKind.MISCELLANEOUS,
}
"""The corpus's labels."""

ENTITY_KINDS: Final[Mapping[NameKind, EntityKind | None]] = {
    NameKind.PERSON: "person",
    NameKind.ORGANIZATION: "organization",
    NameKind.LOCATION: "place",
    NameKind.NATIONALITY: "group",
    NameKind.FACILITY: "place",
    NameKind.PRODUCT: None,
    NameKind.DATE: None,
    NameKind.MONEY: None,
    NameKind.MISCELLANEOUS: None,
}
"""The record's kind of entity for each type of name; `docs/names.md` tells why, and when a place is a country."""


def mentions(weights: Weights, encoded: Encoded, parsed: Sequence[Word]) -> list[Mention]:
    """The names in text order. `parsed` are the words' parses, heads counted over all words."""
    words = encoded.words
    emissions = encoded.scores["names"]
    tags = paths(emissions, encoded.paragraphs(), chain(weights, "names"))  # no name runs over a paragraph's end
    found: list[Mention] = []
    labels = weights.labels["names"]
    tagged = spans(tags, labels, emissions)
    extents = [TextSpan(words[span.first].start, words[span.last - 1].end) for span in tagged]
    settled = consistent(tagged, [extent.of(encoded.text) for extent in extents], emissions, labels)
    for span, extent in zip(settled, extents, strict=True):
        head = words[head_word(parsed, span.first, span.last)]
        found.append(Mention(extent, KINDS[span.label], Form.NAME, head, round(span.score, 4)))
    return found


def chain(weights: Weights, head: str) -> ChainScores:
    """The linear chain of one head."""
    matrices = (weights.decoders[f"{head}_{part}"] for part in ("transitions", "start", "end"))
    return ChainScores(*matrices)


def head_word(parsed: Sequence[Word], first: int, last: int) -> int:
    """The word of a span that the rest of it hangs on: the last of those whose head lies outside."""
    free = [word for word in range(first, last) if not first <= parsed[word].head < last]
    return free[-1] if free else last - 1
