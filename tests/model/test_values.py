"""Partial dates."""

from readout.model.values import PartialDate


def test_a_day_that_does_not_exist_agrees_with_nothing() -> None:
    assert not PartialDate(2022, 2, 30).agrees()
    assert not PartialDate(month=2, day=30).agrees()
    assert PartialDate(month=2, day=29).agrees()
    assert not PartialDate(2022, 2, 29).agrees()


def test_a_weekday_must_be_the_days_own() -> None:
    assert PartialDate(2022, 1, 11, weekday=1).agrees()
    assert not PartialDate(2022, 1, 11, weekday=2).agrees()
    assert PartialDate(month=1, day=11, weekday=2).agrees()


def test_a_known_year_is_kept() -> None:
    assert PartialDate(2021, 1, 11).complete(2022).year == 2021
    assert PartialDate(month=1, day=11).complete(2022) == PartialDate(2022, 1, 11)
