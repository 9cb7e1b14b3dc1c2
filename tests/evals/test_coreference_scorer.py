"""The scorers of coreference on cases whose values are known."""

import itertools

import numpy as np
import pytest

from evals.coreference.scorer import Conll, _best

KEY = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: "c", 7: "c"}
OURS = {1: "x", 2: "x", 3: "y", 4: "y", 5: "z", 6: "z", 7: "z"}


def test_a_grouping_is_wholly_like_itself() -> None:
    """The same groups under other names score 100 by each measure."""
    scorer = Conll()
    scorer.add(KEY, {mention: f"other {entity}" for mention, entity in KEY.items()})
    assert scorer.scores() == {"MUC": 100.0, "B3": 100.0, "CEAFe": 100.0, "CoNLL": 100.0}


def test_links_that_are_half_right() -> None:
    """Two of four links of the key are there, and two of four of ours are in the key."""
    scorer = Conll()
    scorer.add(KEY, OURS)
    assert scorer.scores()["MUC"] == 50.0
    assert scorer.scores()["B3"] == pytest.approx(66.7)


def test_documents_are_added_up() -> None:
    """Two documents, one wholly right and one wholly wrong, give the mean of their links."""
    scorer = Conll()
    scorer.add({1: "a", 2: "a"}, {1: "a", 2: "a"})
    scorer.add({1: "a", 2: "a"}, {1: "a", 2: "b"})
    assert scorer.scores()["MUC"] == pytest.approx(66.7)


def test_the_best_assignment_is_found() -> None:
    """The shortest augmenting paths give what trying all assignments gives."""
    draw = np.random.default_rng(3)
    for _ in range(40):
        likeness = draw.random((draw.integers(1, 5), draw.integers(1, 6)))
        wide = likeness if likeness.shape[0] <= likeness.shape[1] else likeness.T
        ways = itertools.permutations(range(wide.shape[1]), wide.shape[0])
        best = max(sum(wide[row, way[row]] for row in range(len(way))) for way in ways)
        assert _best(likeness) == pytest.approx(best)
