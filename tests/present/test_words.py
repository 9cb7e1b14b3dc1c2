"""Numbers, plurals and dates as an editor writes them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.present import words


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "no reports"), (1, "one report"), (9, "nine reports"), (10, "10 reports"), (1200, "1,200 reports")],
)
def test_counts_are_words_up_to_nine(value, text):
    assert words.count(value, "report") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "no"), (7, "seven"), (10, "ten"), (19, "nineteen"), (20, "twenty"), (42, "forty-two"), (120, "120")],
)
def test_no_sentence_opens_with_a_figure_below_a_hundred(value, text):
    assert words.opening(value) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2022-01-10", "10 January 2022"),
        ("2022-01", "January 2022"),
        ("2014", "2014"),
        ("XXXX-01-10", "10 January, year unknown"),
        ("2022-01-10T08:55", "10 January 2022, 08:55"),
        ("soon", "soon"),
        ("2022-13-10", "2022-13-10"),
        (None, None),
    ],
)
def test_dates_are_as_fine_as_they_are_known(iso, text):
    assert words.date(iso) == text


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        ([], None),
        (["XXXX-01-10"], None),
        (["2022-01-10", "2022-01-10"], "on 10 January 2022"),
        (["2022-01"], "in January 2022"),
        (["2022-01-11", "2022-01-10"], "on 10 and 11 January 2022"),
        (["2022-01-10", "2022-01-12", "2022-01-11"], "on 10–12 January 2022"),
        (["2022-01-31", "2022-02-01"], "on 31 January and 1 February 2022"),
        (["2022-01-31", "2022-02-01", "2022-02-03"], "between 31 January and 3 February 2022"),
        (["2021-12-31", "2022-01-01"], "between 31 December 2021 and 1 January 2022"),
        (["2021", "2022-01-01"], "between 2021 and 1 January 2022"),
    ],
)
def test_the_days_of_many_reports_are_one_phrase(dates, text):
    assert words.date_range(dates) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("20:17", "20:17"),
        ("07:55Z", "07:55 GMT"),
        ("09:30-05:00", "09:30 UTC−05:00"),
        ("09:30:00+02:00", "09:30 UTC+02:00"),
        ("09:30:12", "09:30:12"),
    ],
)
def test_times_name_their_zone_where_the_report_does(iso, text):
    assert words.time(iso) == text


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (0.001, "<1%"), (0.126, "13%"), (0.999, "99%"), (1, "100%")])
def test_a_share_is_never_rounded_to_nothing_or_to_all(share, text):
    assert words.percent(share) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_with_and(items, text):
    assert words.listing(items) == text


def test_weekdays_are_known_for_full_dates_only():
    assert words.weekday("2022-01-11") == "Tuesday"
    assert words.weekday("2022-01") is None


def test_a_language_without_a_name_keeps_its_code():
    assert words.language("en-GB") == "English"
    assert words.language("tlh") == "tlh"


@given(st.dates())
def test_every_day_can_be_written(day: dt.date):
    assert words.date(day.isoformat()) == f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


@given(st.text(), st.integers(2, 60))
def test_an_excerpt_keeps_to_its_length(text, limit):
    short = words.excerpt(text, limit)
    assert len(short) <= limit
    assert "\n" not in short
