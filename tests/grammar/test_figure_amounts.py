"""Whether two amounts can be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.figure_amounts import Agreement, bounds, compare, granularity
from readout.model.values import Amount, Qualifier

MORE, ABOUT, LEAST, UP_TO, NEARLY = (
    Qualifier.MORE_THAN,
    Qualifier.ABOUT,
    Qualifier.AT_LEAST,
    Qualifier.UP_TO,
    Qualifier.NEARLY,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Amount(13_000, qualifier=MORE), Amount(14_000, qualifier=MORE), Agreement.DIFFERS),
        (Amount(13_000, qualifier=MORE), Amount(14_000), Agreement.DIFFERS),
        (Amount(13_000), Amount(14_000), Agreement.CONTRADICTS),
        (Amount(9), Amount(14), Agreement.CONTRADICTS),
        (Amount(9), Amount(14, qualifier=LEAST), Agreement.CONTRADICTS),
        (Amount(100_000), Amount(100_000, qualifier=ABOUT), Agreement.SAME),
        (Amount(100, qualifier=MORE), Amount(143), Agreement.ROUNDED),
        (Amount(60, qualifier=MORE), Amount(64), Agreement.ROUNDED),
        (Amount(10_000_000, qualifier=NEARLY), Amount(9_600_000), Agreement.ROUNDED),
        (Amount(716_000_000_000), Amount(700_000_000_000, qualifier=MORE), Agreement.ROUNDED),
        (Amount(1_600_000), Amount(1_700_000), Agreement.CONTRADICTS),
        (Amount(50, qualifier=LEAST), Amount(80, qualifier=UP_TO), Agreement.DIFFERS),
        (Amount(None, 20_000, 99_999), Amount(100_000), Agreement.ROUNDED),
        (Amount(None, 24, 99), Amount(60, qualifier=ABOUT), Agreement.ROUNDED),
        (Amount(None, 24, 99), Amount(600), Agreement.CONTRADICTS),
        (Amount(None, 10, 12), Amount(11), Agreement.ROUNDED),
        (Amount(None, 10, 12), Amount(14), Agreement.CONTRADICTS),
    ],
)
def test_numbers_of_one_thing(one: Amount, other: Amount, expected: Agreement) -> None:
    """Rounding is no disagreement; bounds that both hold differ; numbers that exclude each other contradict."""
    assert compare(one, other) is expected


amounts = st.builds(
    Amount,
    st.one_of(st.integers(0, 10**7), st.floats(0, 10**4).map(lambda value: round(value, 2))),
    qualifier=st.one_of(st.none(), st.sampled_from(Qualifier)),
)


@given(amounts, amounts)
def test_which_is_named_first_makes_no_difference(one: Amount, other: Amount) -> None:
    assert compare(one, other) is compare(other, one)


@given(amounts)
def test_a_qualifier_alone_is_no_disagreement(one: Amount) -> None:
    assert compare(one, Amount(one.value)) is Agreement.SAME


@given(amounts)
def test_what_is_printed_lies_within_its_own_bounds(one: Amount) -> None:
    low, high = bounds(one)
    assert one.value is not None
    assert low <= one.value <= high


@pytest.mark.parametrize(("value", "step"), [(1300, 100), (4.5, 0.1), (20, 1), (100_000, 100_000), (0, 1), (101, 1)])
def test_the_last_digit_that_tells(value: float, step: float) -> None:
    assert granularity(value) == pytest.approx(step)
