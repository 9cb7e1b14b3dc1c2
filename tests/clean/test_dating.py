"""When a report came out, and how that is known."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.model.text import Article
from tests.clean.pages import LEAD, SECOND, article, report

UNKNOWN = (None, None, "unknown")
CAPTION = "Travellers wait at the ferry terminal in Sund, Norland, on {when}. (AP Photo/Bo Ek)"


def dating(made: Article) -> tuple[str | None, str | None, str]:
    found = made.heading.dating
    return (found.date.iso() if found.date else None, found.time, found.source.value)


def evidence(made: Article) -> list[str]:
    return [span.of(made.text) for span in made.heading.dating.spans]


# --- stated ---


@pytest.mark.parametrize(
    ("line", "date", "time"),
    [
        ("Tuesday 11 January 2022, 21:46 GMT", "2022-01-11", "21:46+00:00"),
        ("Published: 08:17 PM, 11 Jan, 2022", "2022-01-11", "20:17"),
        ("January 11, 2022", "2022-01-11", None),
        ("11 January", "XXXX-01-11", None),
        ("Tue, Jan 11", "XXXX-01-11", None),
        ("13/01/2022 07:15", "2022-01-13", "07:15"),
    ],
)
def test_a_line_above_the_text_states_the_day(line: str, date: str, time: str | None) -> None:
    made = article(report(above=line))
    assert dating(made) == (date, time, "stated")
    assert all(words in line for words in evidence(made))
    assert evidence(made)


@settings(max_examples=25, deadline=None)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
def test_any_day_is_read_as_it_is_printed(day: dt.date, form: str) -> None:
    line = day.strftime(form)
    made = article(report(above=f"Published {line}"))
    assert dating(made) == (day.isoformat(), None, "stated")
    assert evidence(made) == [line]


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Published January 10, 2022\nUpdated January 12, 2022", "2022-01-10"),
        ("Updated January 12, 2022\nPublished January 10, 2022", "2022-01-10"),
        ("Last updated: January 12, 2022", "2022-01-12"),
    ],
)
def test_the_first_publication_goes_before_an_update(lines: str, date: str) -> None:
    assert dating(article(report(above=lines)))[0] == date


@pytest.mark.parametrize(
    ("dateline", "date"),
    [("SUND, Jan 11 (Reuters) -", "XXXX-01-11"), ("SUND, January 11, 2022 (CMC) –", "2022-01-11")],
)
def test_a_dateline_states_the_day(dateline: str, date: str) -> None:
    assert dating(article(report().replace(LEAD, f"{dateline} {LEAD}"))) == (date, None, "stated")


def test_a_line_that_only_counts_hours_states_nothing() -> None:
    assert dating(article(report(above="Updated 3 hours ago"))) == UNKNOWN


@pytest.mark.parametrize("above", ["", "January 12, 2022"])
def test_the_day_of_a_post_is_no_day_of_the_article(above: str) -> None:
    post = "We are sorry. All sailings are cancelled today.\n\n— Orlo Lines (@orlolines) March 3, 2020"
    assert dating(article(report(above=above, between=post)))[0] == ("2022-01-12" if above else None)


# --- from metadata ---


def test_metadata_date_a_page_that_prints_no_date() -> None:
    made = article(report(), published="2022-01-11T22:40:00+02:00")
    assert dating(made) == ("2022-01-11", "22:40+02:00", "metadata")
    assert evidence(made) == []


def test_the_full_day_printed_goes_before_the_metadata() -> None:
    made = article(report(above="January 11, 2022"), published="2022-01-12T01:00:00Z")
    assert dating(made) == ("2022-01-11", None, "stated")


def test_metadata_complete_a_day_without_its_year() -> None:
    assert dating(article(report(above="11 January"), published="2022-01-11"))[0] == "2022-01-11"


# --- inferred from the article's own dated words ---


def test_a_dated_caption_tells_when_tuesday_was() -> None:
    text = report(between=CAPTION.format(when="Tuesday, Jan. 11, 2022"))
    made = article(text)
    assert dating(made) == ("2022-01-11", None, "inferred")
    assert any("Jan. 11, 2022" in words for words in evidence(made))
    assert any(words == "Tuesday" for words in evidence(made))


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - " + CAPTION.format(when="Tuesday, July 13, 2021"),
        CAPTION.format(when="July 4, 2021"),
        CAPTION.format(when="Sunday, July 4, 2021"),
    ],
)
def test_an_old_pictures_day_is_no_day_of_the_report(caption: str) -> None:
    assert dating(article(report(between=caption))) == UNKNOWN


@pytest.mark.parametrize(
    "sentence",
    [
        "The company was founded in Sund in 1997, and its oldest boat came from Orlo on March 3, 1998.",
        "The court will hear the company’s request on Jan. 14.",
        "On Aug. 7, two boats of the company ran aground off the islands.",
        "It was the worst day for the islands since the March 2 storm, which the crews still speak of.",
        "The crews have set the company a May 1 deadline to answer, and said that they would not wait longer.",
        "The timetable of Sept. 11, 2012, had forty sailings a day.",
    ],
)
def test_a_day_that_the_text_tells_of_is_no_day_of_the_text(sentence: str) -> None:
    text = report().replace(SECOND, sentence + " " + SECOND)
    assert dating(article(text)) == UNKNOWN


def test_the_year_of_another_day_completes_nothing() -> None:
    text = report(
        above="11 January", between="The last strike, on January 28, 2019, went on for nine days and three nights."
    )
    assert dating(article(text)) == ("XXXX-01-11", None, "stated")


def test_the_same_day_with_its_year_completes_the_day() -> None:
    text = report(above="11 January", between=CAPTION.format(when="Tuesday, Jan. 11, 2022"))
    assert dating(article(text)) == ("2022-01-11", None, "stated")


def test_a_text_without_dates_is_undated() -> None:
    assert dating(article(report())) == UNKNOWN
