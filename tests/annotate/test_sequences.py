"""Many sequences decoded at once come out as each would alone."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.decode import ChainScores, viterbi
from readout.annotate.sequences import paths


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(0, 1000))
def test_each_sequence_has_the_tags_that_it_would_have_alone(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    chain = ChainScores(*(draw.standard_normal(shape).astype(np.float32) for shape in ((4, 4), (4,), (4,))))
    bounds = np.cumsum([0, *lengths]).tolist()
    emissions = draw.standard_normal((bounds[-1], 4)).astype(np.float32)
    alone = [tag for a, b in pairwise(bounds) for tag in viterbi(emissions[a:b], chain)]
    assert paths(emissions, bounds, chain) == alone
