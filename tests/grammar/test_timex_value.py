"""Values of TIMEX3 as stretches of the calendar, and steps between them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.timex_expression import timex3
from readout.grammar.timex_value import Relation, bounds, grain, occurrence, of_day, shift, years_on
from readout.model.values import PartialDate

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
TUESDAY = PartialDate(2022, 1, 11)


@pytest.mark.parametrize(
    ("value", "unit", "first", "last"),
    [
        ("2022-01-11", "D", "2022-01-11", "2022-01-11"),
        ("2022-01-11TNI", "D", "2022-01-11", "2022-01-11"),
        ("2022-02", "M", "2022-02-01", "2022-02-28"),
        ("2021-WI", "SEASON", "2021-12-01", "2022-02-28"),
        ("2022-W02", "W", "2022-01-10", "2022-01-16"),
        ("2022-W02-WE", "WE", "2022-01-15", "2022-01-16"),
        ("2021-Q4", "Q", "2021-10-01", "2021-12-31"),
        ("2021-H1", "HALF", "2021-01-01", "2021-06-30"),
        ("199", "E", "1990-01-01", "1999-12-31"),
        ("19", "C", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_value_is_a_stretch_of_days(value: str, unit: str, first: str, last: str) -> None:
    assert grain(value) == unit
    stretch = bounds(value)
    assert stretch is not None
    assert (stretch[0].isoformat(), stretch[1].isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["P2D", "PRESENT_REF", "XXXX-01-10", "2022-02-30", "PXY", ""])
def test_durations_and_partial_values_are_none(value: str) -> None:
    assert bounds(value) is None
    assert shift(value, 1, "D") is None


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("DCT -1W", "2022-W01"),
        ("DCT <XXXX-WXX-2", "2022-01-11"),
        ("DCT <<XXXX-WXX-2", "2022-01-04"),
        ("DCT >>XXXX-WXX-2", "2022-01-18"),
        ("DCT ~XXXX-12-30 +2D", "2022-01-01"),
        ("DCT <XXXX-Q3 -1y", "2020-Q3"),
        ("DCT +0D :TNI", "2022-01-11TNI"),
        ("DCT +0D :T23:30 +45MIN", "2022-01-12T00:15"),
        ("DCT ~XXXX-03-06 =W", "2022-W09"),
        ("2014 since", "2014"),
        ("2022-06-29 /30", "2022-06-29"),
    ],
)
def test_an_expression_counts_from_the_day_of_publication(expression: str, value: str) -> None:
    assert timex3(expression, TUESDAY) == value


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "HALF", "Y", "E", "C"]))
def test_a_day_lies_in_the_stretch_that_is_named_after_it(day: dt.date, unit: str) -> None:
    stretch = bounds(of_day(day, unit))
    assert stretch is not None
    assert stretch[0] <= day <= stretch[1]


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y"]), st.integers(-50, 50))
def test_a_step_there_and_back_ends_where_it_began(day: dt.date, unit: str, count: int) -> None:
    begun = of_day(day, unit)
    there = shift(begun, count, unit)
    assert there is not None
    assert shift(there, -count, unit) == begun


@given(DAYS, st.integers(1, 7), st.sampled_from([Relation.BEFORE, Relation.AFTER]))
def test_the_weekday_before_and_after_leave_out_the_day(day: dt.date, weekday: int, relation: Relation) -> None:
    found = occurrence(f"XXXX-WXX-{weekday}", day.isoformat(), relation)
    assert found is not None
    off = (dt.date.fromisoformat(found) - day).days * (-1 if relation is Relation.BEFORE else 1)
    assert 1 <= off <= 7


@given(DAYS, st.integers(-30, 30))
def test_the_same_quarter_of_another_year(day: dt.date, years: int) -> None:
    quarter = of_day(day, "Q")
    moved = years_on(quarter, years)
    assert moved is not None
    assert moved[4:] == quarter[4:]
    assert int(moved[:4]) - int(quarter[:4]) == years
