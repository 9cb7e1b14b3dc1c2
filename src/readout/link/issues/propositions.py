"""Which tellings of a party's stance on one issue say the same: one proposition in other words."""

import re
from collections.abc import Sequence

from readout.grammar.numbers import find_numbers
from readout.link.issues.alike import clusters, likeness, stem

_SAME = 0.56  # mean likeness of tellings of one proposition (set by reading stories outside of the labelled set)
_APART = -10.0  # keeps two tellings apart whatever else is joined


def propositions(vectors: Sequence[tuple[float, ...]], texts: Sequence[str]) -> list[list[int]]:
    """The places of tellings of one proposition together; tellings that give other numbers are never one."""
    told = [frozenset(stem(word) for word in re.findall(r"[^\W\d_]{4,}", text.casefold())) for text in texts]
    alike = likeness(vectors, told)
    numbers = [_numbers(text) for text in texts]
    for one, left in enumerate(numbers):
        for other, right in enumerate(numbers):
            if left and right and left != right:
                alike[one, other] = _APART
    return clusters(alike, _SAME)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(text[number.span.start : number.span.end].casefold() for number in find_numbers(text))
