"""The fast way to a tree gives the tree of the slow one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.decode import best_tree
from readout.annotate.parses import _tree


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_a_tree_of_best_heads_is_the_best_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).standard_normal((size, size)).astype(np.float32)
    assert _tree(scores) == best_tree(scores)
