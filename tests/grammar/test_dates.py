"""Calendar dates as news prints them."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.dates import DateMatch, find_dates
from readout.model.values import PartialDate, years_matching

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
AP_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def one(text: str) -> DateMatch:
    (match,) = find_dates(text)
    return match


def ap(day: dt.date) -> str:
    return f"{AP_MONTHS[day.month - 1]} {day.day}"


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("Published: 08:17 PM, 11 Jan, 2022", "2022-01-11", "20:17"),
        ("11 January 2022, 07:23 AM", "2022-01-11", "07:23"),
        ("2022-01-11T07:23:00+02:00", "2022-01-11", "07:23+02:00"),
        ("2022-01-11T07:23:00Z", "2022-01-11", "07:23+00:00"),
        ("10 Jan 2022 14:05 GMT", "2022-01-10", "14:05+00:00"),
        ("3:24 p.m. EST March 4, 2022", "2022-03-04", "15:24-05:00"),
        ("Updated 1641 GMT (0041 HKT) January 11, 2022", "2022-01-11", "16:41+00:00"),
        ("First published on Thu 13 Jan 2022 18.30 GMT", "2022-01-13", "18:30+00:00"),
        ("Tue Jan 11 14:05:00 EST 2022", "2022-01-11", "14:05-05:00"),
        ("Tue, 11 Jan 2022 14:05:00 +0530", "2022-01-11", "14:05+05:30"),
        ("July 4, 2022 | 5:30 am ET", "2022-07-04", "05:30-04:00"),
        ("Jan 11, 2022 at 3:05pm ET", "2022-01-11", "15:05-05:00"),
        ("10 Jan, 2022, 10:30 IST", "2022-01-10", "10:30+05:30"),
        ("Jan. 10, 2022, 9:00 p.m. local time", "2022-01-10", "21:00"),
    ],
)
def test_a_date_line_gives_the_day_and_the_clock_time(text: str, date: str, time: str) -> None:
    match = one(text)
    assert (match.date.iso(), match.time) == (date, time)
    assert match.time_span is not None
    assert match.time_span.of(text)[0].isdigit()


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("held talks in Geneva on Jan. 10, kicking off", "Jan. 10", "XXXX-01-10"),
        ("on January 10, a spokesperson", "January 10", "XXXX-01-10"),
        ("the 10th of March.", "10th of March", "XXXX-03-10"),
        ("by March 2022 at last", "March 2022", "2022-03"),
        ("In 2014, Russia annexed", "2014", "2014"),
        ("two phone calls in December, accompanied", "December", "XXXX-12"),
        ("In May 10,000 people left", "May", "XXXX-05"),
        ("next May at the latest", "May", "XXXX-05"),
        ("photographed in mid-January", "January", "XXXX-01"),
        ("11 january 2022", "11 january 2022", "2022-01-11"),
        ("JANUARY 11, 2022", "JANUARY 11, 2022", "2022-01-11"),
        ("11-Jan-2022", "11-Jan-2022", "2022-01-11"),
        ("/2022/01/10/us-russia-talks", "2022/01/10", "2022-01-10"),
    ],
)
def test_a_date_in_running_text_is_as_partial_as_its_words(text: str, words: str, iso: str) -> None:
    match = one(text)
    assert (match.span.of(text), match.date.iso()) == (words, iso)


@pytest.mark.parametrize(
    "text",
    [
        "We may march on",
        "The 2014 people who came",
        "in 2014 people died",
        "sold 1,997 items in all",
        "may 5 people stay?",
        "Theresa May said it was up to May",
        "a score of 3.5.2020.1",
        "its 1997 borders",
        "call 10-12-2020-33",
        "February 30, 2022",
        "Sun and Sat had Mon and Wed",
        "24/7 and 9/11",
    ],
)
def test_words_and_numbers_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert find_dates(text) == []


def test_a_weekday_alone_and_with_its_date() -> None:
    assert one("the allies Tuesday ahead of talks").date == PartialDate(weekday=1)
    assert one("Mon 10 Jan").date == PartialDate(month=1, day=10, weekday=0)
    assert one("Monday’s talks").span.end == len("Monday")


def test_a_range_knows_its_last_day() -> None:
    for text in ("June 29-30", "June 29–30", "June 29 to 30", "29-30 June"):
        match = one(f"in Madrid ({text}).")
        assert (match.date, match.until) == (PartialDate(month=6, day=29), PartialDate(month=6, day=30))


def test_two_dates_joined_by_and_are_two() -> None:
    text = "held talks on Dec. 7 and Dec. 30, during which"
    assert [match.span.of(text) for match in find_dates(text)] == ["Dec. 7", "Dec. 30"]


def test_the_order_of_day_and_month_is_not_guessed() -> None:
    open_order = one("11/01/2022")
    assert open_order.date == PartialDate(2022)
    assert open_order.readings == (PartialDate(2022, 11, 1), PartialDate(2022, 1, 11))
    assert one("13/01/2022").date == one("01/13/2022").date == PartialDate(2022, 1, 13)
    assert one("11.01.2022").date == PartialDate(2022, 1, 11)
    assert one("05/05/2022").date == PartialDate(2022, 5, 5)


def test_the_weekday_settles_the_order_of_day_and_month() -> None:
    assert one("Wed 12/01/2022").date == PartialDate(2022, 1, 12, weekday=2)


def test_a_weekday_tells_the_year() -> None:
    assert years_matching(1, 1, 11, near=2022)[0] == 2022
    assert 2021 not in years_matching(1, 1, 11, near=2022)


@given(DAYS, st.integers(-3, 3))
def test_the_true_year_is_among_those_that_match_its_weekday(day: dt.date, off: int) -> None:
    assert day.year in years_matching(day.weekday(), day.month, day.day, near=day.year + off)


@given(
    DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %b. %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%d %b, %Y", "%d-%b-%Y"])
)
def test_every_day_is_read_back_from_every_form(day: dt.date, form: str) -> None:
    printed = day.strftime(form)
    match = one(f"On {printed} they met.")
    assert match.span.of(f"On {printed} they met.") == printed
    assert match.date.to_date() == day
    assert match.date.agrees()


@given(DAYS)
def test_a_day_without_a_year_completes_to_the_day(day: dt.date) -> None:
    partial = one(f"in Geneva on {ap(day)}, he said").date
    assert partial.year is None
    assert partial.complete(day.year).to_date() == day


@given(DAYS, st.times(), st.sampled_from(["%I:%M %p", "%H:%M"]))
def test_every_clock_time_is_read_back(day: dt.date, time: dt.time, form: str) -> None:
    text = f"{day:%d %B %Y}, {time.strftime(form)}"
    assert one(text).time == f"{time:%H:%M}"


@given(st.text(), st.lists(st.sampled_from(["Jan. 10", "Monday", " in 2014 ", "11/01/2022", "8:55 a.m.", "May"])))
def test_spans_are_in_order_and_never_overlap(noise: str, dates: list[str]) -> None:
    text = noise.join(dates)
    spans = [match.span for match in find_dates(text)]
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.text(max_size=20), DAYS)
def test_a_window_gives_offsets_into_the_whole_text(before: str, day: dt.date) -> None:
    text = f"{before}\n{day:%B %d, %Y}\n"
    match = find_dates(text, len(before) + 1)[0]
    assert match.date.to_date() == day
