"""Days whose date moves with the year."""

import datetime as dt

import pytest

from readout.grammar.holidays import easter, holiday


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2022, 4, 17)]
)
def test_easter_sunday(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("thanksgiving", dt.date(2021, 11, 25)),
        ("labor", dt.date(2021, 9, 6)),
        ("king", dt.date(2021, 1, 18)),
        ("mothers", dt.date(2021, 5, 9)),
        ("memorial", dt.date(2021, 5, 31)),
        ("easter-2", dt.date(2021, 4, 2)),
    ],
)
def test_the_rules_of_2021(rule: str, day: dt.date) -> None:
    assert holiday(rule, 2021) == day


def test_easter_is_always_a_sunday_in_spring() -> None:
    for year in range(1900, 2100):
        assert easter(year).weekday() == 6
        assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)
