"""A long text is cut into windows of whole sentences, and every sentence is read where it stands deepest."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.windows import Window, batches, chosen, overlapping

LENGTHS = st.lists(st.integers(3, 256), max_size=60)


@given(LENGTHS)
def test_windows_cover_every_sentence_and_hold_no_more_than_they_may(lengths: list[int]) -> None:
    windows = overlapping(lengths, 320, 64)
    assert {unit for window in windows for unit in range(window.first, window.last)} == set(range(len(lengths)))
    for window in windows:
        assert sum(lengths[window.first : window.last]) <= 320 or window.last - window.first == 1


@given(LENGTHS)
def test_each_window_goes_further_than_the_one_before(lengths: list[int]) -> None:
    windows = overlapping(lengths, 320, 64)
    assert all(left.first < right.first and left.last < right.last for left, right in pairwise(windows))


def test_a_text_that_fits_is_one_window() -> None:
    assert overlapping([100, 100, 100], 320, 64) == [Window(0, 3)]


def test_a_window_begins_with_the_sentences_before_it() -> None:
    assert overlapping([100, 100, 30, 30, 100, 100], 260, 64) == [Window(0, 4), Window(2, 6)]


@given(LENGTHS)
def test_a_sentence_is_read_in_a_window_that_holds_it(lengths: list[int]) -> None:
    windows = overlapping(lengths, 320, 64)
    for unit, number in enumerate(chosen(lengths, windows)):
        assert windows[number].first <= unit < windows[number].last


def test_a_sentence_in_two_windows_is_read_in_the_one_with_more_around_it() -> None:
    lengths = [50] * 8
    windows = [Window(0, 5), Window(3, 8)]
    assert chosen(lengths, windows) == [0, 0, 0, 0, 1, 1, 1, 1]


@given(LENGTHS, st.integers(300, 3000))
def test_a_batch_wastes_little_and_none_is_lost(lengths: list[int], most: int) -> None:
    made = list(batches(lengths, most))
    assert sorted(row for batch in made for row in batch) == list(range(len(lengths)))
    for batch in made:
        longest = max(lengths[row] for row in batch)
        assert longest * len(batch) <= most or len(batch) == 1
        assert all(lengths[row] >= 0.8 * longest for row in batch)
