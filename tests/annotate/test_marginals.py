"""The chance of a span is the share of all taggings that hold it."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.decode import ChainScores
from readout.annotate.marginals import likely, marginals

TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
LENGTHS = (3, 1, 4)


def chain(seed: int) -> ChainScores:
    random = np.random.default_rng(seed)
    barred = [[into[0] == "I" and before[2:] != into[2:] for into in TAGS] for before in TAGS]
    opening = [tag[0] == "I" for tag in TAGS]
    return ChainScores(
        np.where(barred, -1e4, random.normal(size=(5, 5))).astype(np.float32),
        np.where(opening, -1e4, random.normal(size=5)).astype(np.float32),
        random.normal(size=5).astype(np.float32),
    )


def by_hand(emissions: np.ndarray, rules: ChainScores) -> dict[tuple[int, int, int], float]:  # type: ignore[type-arg]
    """Every tagging of one short sequence, its weight given to each of its spans."""
    found: dict[tuple[int, int, int], float] = {}
    total = 0.0
    for tags in product(range(len(TAGS)), repeat=len(emissions)):
        score = rules.start[tags[0]] + rules.end[tags[-1]] + sum(emissions[word, tag] for word, tag in enumerate(tags))
        score += sum(rules.transitions[one, other] for one, other in pairwise(tags))
        weight = float(np.exp(score))
        total += weight
        for label in (0, 1):
            for first, tag in enumerate(tags):
                if tag == 1 + 2 * label:
                    last = first + 1
                    while last < len(tags) and tags[last] == 2 + 2 * label:
                        last += 1
                    found[label, first, last] = found.get((label, first, last), 0.0) + weight
    return {span: weight / total for span, weight in found.items()}


@given(st.integers(0, 10_000))
def test_chances_are_those_of_counting(seed: int) -> None:
    """Several sequences at once, of unequal lengths, give what each gives when all its taggings are listed."""
    emissions = np.random.default_rng(seed + 1).normal(size=(sum(LENGTHS), len(TAGS))).astype(np.float32) * 2
    bounds = [0, *np.cumsum(LENGTHS).tolist()]
    rules = chain(seed)
    odds = marginals(emissions, bounds, rules)
    for label in (0, 1):
        found = {(span.first, span.last): span.chance for span in likely(odds, label, 1e-9)}
        for begin, end in pairwise(bounds):
            for (kind, first, last), chance in by_hand(emissions[begin:end], rules).items():
                if kind == label and chance > 1e-6:
                    assert found[begin + first, begin + last] == pytest.approx(chance, rel=1e-4)
        assert all(any(begin <= first and last <= end for begin, end in pairwise(bounds)) for first, last in found)


def test_a_span_can_be_asked_for() -> None:
    """The best tags' own span stands among the candidates however unlikely it is."""
    emissions = np.zeros((3, len(TAGS)), np.float32)
    emissions[:, 0] = 9.0
    odds = marginals(emissions, [0, 3], chain(0))
    assert list(likely(odds, 1, 0.5)) == []
    assert [(span.first, span.last) for span in likely(odds, 1, 0.5, [(1, 3)])] == [(1, 3)]
