"""Names: the nine types that the encoder was taught, and what the record makes of each."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Final, Literal, TypeAlias

import numpy as np

from readout.annotate.consistency import consistent
from readout.annotate.decode import ChainScores, disjoint
from readout.annotate.encoder import Encoded
from readout.annotate.marginals import Doubles, Marginals, likely, marginals
from readout.annotate.weights import Weights
from readout.model.notes import Form, Mention, NameKind, Word
from readout.model.text import TextSpan

_NAME: Final = 0.6  # the chance that a place must have to be a name, of whatever type (evals/names)
_LEAST: Final = 0.01  # types less likely have no vote

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
    odds = marginals(encoded.scores["names"], encoded.paragraphs(), chain(weights, "names"))
    types = [label.removeprefix("B-") for label in weights.labels["names"] if label.startswith("B-")]
    named = _named(odds, len(types))
    extents = [TextSpan(words[first].start, words[last - 1].end) for first, last, _ in named]
    chances = [chance for _, _, chance in named]
    settled = consistent([extent.of(encoded.text) for extent in extents], chances, types.index("Person"))
    found: list[Mention] = []
    for (first, last, chance), extent, kind in zip(named, extents, settled, strict=True):
        head = words[head_word(parsed, first, last)]
        found.append(Mention(extent, KINDS[types[kind]], Form.NAME, head, round(float(chance.sum()), 4)))
    return found


def _named(odds: Marginals, types: int) -> list[tuple[int, int, Doubles]]:
    """First word, the word after the last, and the chance of each type, of the places that are rather names than not.

    No name runs over a paragraph's end.
    """
    places: dict[tuple[int, int], Doubles] = {}
    for number in range(types):
        for span in likely(odds, number, _LEAST):
            places.setdefault((span.first, span.last), np.zeros(types))[number] = span.chance
    found = [(*place, float(chance.sum()) - _NAME) for place, chance in sorted(places.items(), key=itemgetter(0))]
    return [(found[one][0], found[one][1], places[found[one][:2]]) for one in disjoint(found)]


def chain(weights: Weights, head: str) -> ChainScores:
    """The linear chain of one head."""
    matrices = (weights.decoders[f"{head}_{part}"] for part in ("transitions", "start", "end"))
    return ChainScores(*matrices)


def head_word(parsed: Sequence[Word], first: int, last: int) -> int:
    """The word of a span that the rest of it hangs on: the last of those whose head lies outside."""
    free = [word for word in range(first, last) if not first <= parsed[word].head < last]
    return free[-1] if free else last - 1
