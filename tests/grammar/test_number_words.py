"""Numbers in words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.number_words import number_value, words_value, year_value
from readout.grammar.numbers import find_numbers

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
ONES += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // scale)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(0, 10**9 - 1))
def test_every_number_is_read_back_from_its_words(number: int) -> None:
    assert words_value(spelled(number)) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half", Fraction(5, 2)),
        ("1,997", Fraction(1997)),
        ("5 1/2", Fraction(11, 2)),
        ("half a", Fraction(1, 2)),
    ],
)
def test_halves_and_digits(words: str, value: Fraction) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize("words", ["two three", "people", ""])
def test_what_is_no_number_is_none(words: str) -> None:
    assert words_value(words) is None


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety-six", 1996), ("twenty twenty-two", 2022), ("two thousand", 2000), ("twenty people", None)],
)
def test_a_year_is_said_in_two_halves(words: str, year: int | None) -> None:
    assert year_value(words) == year


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of people", 200, 999),
        ("hundreds of thousands of people", 200_000, 999_999),
        ("tens of millions of people", 20_000_000, 99_999_999),
        ("half a million people", 500_000, 500_000),
        ("2.2 billion people", 2_200_000_000, 2_200_000_000),
        ("4 hundred million people", 400_000_000, 400_000_000),
    ],
)
def test_scales_and_vague_plurals(text: str, low: int, high: int) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high) == (low, high)
