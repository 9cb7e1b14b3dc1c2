"""Scores to tags, spans and trees."""

from collections.abc import Sequence
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.decode import ChainScores, best_tree, biaffine, disjoint, spans, viterbi

LABELS = ("O", "B-cue", "I-cue")


def chain(size: int, seed: int) -> ChainScores:
    rng = np.random.default_rng(seed)
    transitions, start, end = (rng.normal(size=shape).astype(np.float32) for shape in ((size, size), size, size))
    return ChainScores(transitions, start, end)


@given(st.integers(0, 1000), st.integers(1, 5))
def test_viterbi_finds_the_best_of_all_sequences(seed: int, length: int) -> None:
    """No other sequence of tags scores higher."""
    scores = chain(3, seed)
    emissions = np.random.default_rng(seed + 1).normal(size=(length, 3)).astype(np.float32)

    def total(tags: tuple[int, ...]) -> float:
        moves = sum(scores.transitions[left, right] for left, right in pairwise(tags))
        return float(scores.start[tags[0]] + emissions[range(length), tags].sum() + moves + scores.end[tags[-1]])

    best = max(product(range(3), repeat=length), key=total)
    assert abs(total(tuple(viterbi(emissions, scores))) - total(best)) < 1e-4


def test_spans_end_where_the_label_does() -> None:
    """A B beside an I of the same label opens a second span."""
    tags = [0, 1, 2, 1, 0]
    found = spans(tags, LABELS, np.zeros((5, 3), np.float32))
    assert [(span.label, span.first, span.last) for span in found] == [("cue", 1, 3), ("cue", 3, 4)]


@given(st.integers(0, 1000), st.integers(1, 9))
def test_a_tree_has_one_root_and_no_cycle(seed: int, size: int) -> None:
    """From every word the heads lead to the root."""
    heads = best_tree(np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32) * 3)
    assert heads.count(0) == 1
    for word in range(1, size + 1):
        at, steps = word, 0
        while at:
            at, steps = heads[at - 1], steps + 1
            assert steps <= size


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    """Two words that each want the other for head: one of them takes the root's word instead."""
    scores = np.array([[5, 0, 0], [1, -9, 4], [0, 4, -9]], dtype=np.float32)
    assert best_tree(scores) == [0, 1, 2]


def test_biaffine_is_the_bordered_product() -> None:
    """[left; 1] W [right; 1] for every pair."""
    rng = np.random.default_rng(0)
    left, right, weight = (rng.normal(size=shape).astype(np.float32) for shape in ((2, 3), (4, 3), (4, 4)))
    bordered = [np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1) for rows in (left, right)]
    assert np.allclose(biaffine(left, weight, right), bordered[0] @ weight @ bordered[1].T, atol=1e-5)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4), st.floats(-0.5, 1.0)), max_size=9))
def test_the_best_spans_apart(drawn: list[tuple[int, int, float]]) -> None:
    """What is taken does not overlap, and no other choice is worth more."""
    spans = [(first, first + length, worth) for first, length, worth in drawn]
    taken = disjoint(spans)

    def apart(chosen: Sequence[int]) -> bool:
        return all(
            spans[one][1] <= spans[other][0] or spans[other][1] <= spans[one][0]
            for one, other in combinations(chosen, 2)
        )

    assert apart(taken)
    worths = [
        sum(spans[one][2] for one in chosen)
        for size in range(len(spans) + 1)
        for chosen in combinations(range(len(spans)), size)
        if apart(chosen)
    ]
    assert sum(spans[one][2] for one in taken) == pytest.approx(max(worths))
