"""Time expressions of running text, placed on the calendar."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.calendar import MONTHS, WEEKDAYS
from readout.grammar.times import find_times, resolve, resolve_all, timex3
from readout.grammar.timex_words import DAY_PARTS, SEASONS, UNITS
from readout.model.notes import TimeKind
from readout.model.values import PartialDate, Precision, When

TUESDAY = PartialDate(2022, 1, 11)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


def values(text: str, published: PartialDate | None = TUESDAY) -> dict[str, str | None]:
    return {mention.span.of(text): timex3(mention.value, published) for mention in find_times(text)}


def whens(text: str, published: PartialDate | None = TUESDAY) -> list[When | None]:
    return [resolve(mention, published) for mention in find_times(text)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The United States briefed its allies Tuesday ahead of new talks.", "Tuesday", "2022-01-11"),
        ("Envoys held inconclusive talks on Monday in Geneva.", "Monday", "2022-01-10"),
        ("The alliance on Wednesday will renew contact with Moscow.", "Wednesday", "2022-01-12"),
        ("Then on Thursday the parties head to Vienna for a meeting.", "Thursday", "2022-01-13"),
        ("He was speaking after Monday’s talks.", "Monday", "2022-01-10"),
        ("Ministers stressed Sunday that there was time.", "Sunday", "2022-01-09"),
        ("Talks on Wednesday and a meeting on Thursday would show whether it is worthwhile.", "Thursday", "2022-01-13"),
        ("The deadline was postponed until Friday after a row.", "Friday", "2022-01-14"),
        ("The vote is scheduled for Friday, officials said.", "Friday", "2022-01-14"),
        ("The strike began last Friday.", "Friday", None),
        ("The strike began last Friday.", "last Friday", "2022-01-07"),
        ("They return next Monday.", "next Monday", "2022-01-17"),
        ("a round on Jan. 13, he said", "Jan. 13", "2022-01-13"),
        ("They spoke on Dec. 30.", "Dec. 30", "2021-12-30"),
        ("They spoke two days ago.", "two days ago", "2022-01-09"),
        ("He left yesterday.", "yesterday", "2022-01-10"),
        ("He arrived on January 9 and left two days later.", "two days later", "2022-01-11"),
        ("They met on Jan. 6. The next round was the following day.", "the following day", "2022-01-07"),
    ],
)
def test_a_day_is_placed_by_the_tense_and_the_story(text: str, words: str, day: str | None) -> None:
    assert values(text).get(words) == day


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Russia annexed it in 2014.", "2014", "2014"),
        ("exports fell last month", "last month", "2021-12"),
        ("exports fell last year", "last year", "2021"),
        ("It was adopted earlier this year.", "earlier this year", "2022"),
        ("two calls in December", "December", "2021-12"),
        ("They will vote in March.", "March", "2022-03"),
        ("the week before, he resigned", "the week before", "2022-W01"),
        ("this week's talks", "this week", "2022-W02"),
        ("over the weekend they met", "the weekend", "2022-W01-WE"),
        ("since the 1990s", "the 1990s", "199"),
        ("in the third quarter of 2021", "the third quarter of 2021", "2021-Q3"),
        ("in fiscal 2020", "fiscal 2020", "2020"),
        ("this summer", "this summer", "2022-SU"),
        ("the 20th century", "the 20th century", "19"),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
        ("They met on Monday night.", "Monday night", "2022-01-10TNI"),
        ("for more than seven hours", "more than seven hours", "PT7H"),
        ("a 30-year plan", "30-year", "P30Y"),
        ("two and a half years of war", "two and a half years", "P2Y6M"),
        ("several months of talks", "several months", "PXM"),
        ("the past two weeks", "the past two weeks", "P2W"),
        ("every Thursday", "every Thursday", "XXXX-WXX-4"),
        ("He is now in Geneva.", "now", "PRESENT_REF"),
        ("He recently left.", "recently", "PAST_REF"),
        ("a deal in the near future", "the near future", "FUTURE_REF"),
        ("on Christmas Day", "Christmas Day", "2021-12-25"),
        ("since Thanksgiving", "Thanksgiving", "2021-11-25"),
        ("It opened at 8:55 a.m. (07:55 GMT).", "8:55 a.m.", "2022-01-11T08:55+01:00"),
        ("the strikes at 10 p.m. Monday", "10 p.m. Monday", "2022-01-10T22:00"),
    ],
)
def test_an_expression_has_its_timex_value(text: str, words: str, value: str) -> None:
    assert values(text).get(words) == value


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("pressure since 2014 after a revolution", When("2014", None, Precision.YEAR)),
        ("It lasts until March.", When(None, "2022-03", Precision.MONTH)),
        ("the summit in Madrid (scheduled for June 29-30)", When("2022-06-29", "2022-06-30", Precision.DAY)),
        ("last week", When("2022-01-03", "2022-01-09", Precision.DAY)),
        ("in the 1990s", When("1990", "1999", Precision.YEAR)),
        ("in the fourth quarter of 2021", When("2021-10", "2021-12", Precision.MONTH)),
        ("at 8:55 a.m. (07:55 GMT)", When("2022-01-11T08:55", "2022-01-11T08:55", Precision.MINUTE, "+01:00")),
        ("for seven hours", None),
        ("He left recently.", None),
    ],
)
def test_a_mention_becomes_an_interval_as_fine_as_its_words(text: str, when: When | None) -> None:
    assert whens(text) == [when]


def test_two_dates_are_two() -> None:
    assert values("talks on Dec. 7 and Dec. 30") == {"Dec. 7": "2021-12-07", "Dec. 30": "2021-12-30"}


def test_without_a_date_of_publication_a_value_stays_partial() -> None:
    text = "They met on January 10, and will meet again on Wednesday, as they did in 2014 and last month."
    assert list(values(text, None).values()) == ["XXXX-01-10", "XXXX-WXX-3", "2014", None]
    assert [when is not None for when in whens(text, None)] == [False, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "We may march on that may hill",
        "a 29-year-old soldier",
        "some 2,014 people and 2014 people",
        "Four flights a week at $5 a day",
        "Jan Kavan met Theresa May and April Smith.",
        "a fall in prices and a spring in the step",
        "ABC's This Week and CBS's 60 Minutes",
        "The China Daily said so.",
        "The second man had a second thought.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert [mention.span.of(text) for mention in find_times(text)] == []


@given(DAYS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_bare_weekday_lies_within_a_week_of_the_report(day: dt.date, name: str) -> None:
    for text, sign in ((f"They met {name}.", -1), (f"They will meet on {name}.", 1)):
        (when,) = whens(text, PartialDate.of(day))
        assert when is not None
        assert when.start is not None
        off = (dt.date.fromisoformat(when.start) - day).days * sign
        assert 0 <= off < 7


@given(DAYS, st.integers(1, 400))
def test_days_ago_count_back(day: dt.date, count: int) -> None:
    (when,) = whens(f"It began {count} days ago.", PartialDate.of(day))
    assert when is not None
    assert when.start == (day - dt.timedelta(days=count)).isoformat()


@given(
    st.text(max_size=60),
    st.lists(st.sampled_from(["last month", "Monday's", "two days later", "8:55 a.m.", "June 29–30"])),
)
def test_spans_are_in_order_and_values_never_fail(noise: str, words: list[str]) -> None:
    text = noise.join(words)
    mentions = find_times(text)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(mentions))
    for mention in mentions:
        resolve(mention, TUESDAY)
        resolve(mention, None)
        assert mention.kind in TimeKind


def test_a_conjunction_and_an_outlets_name_are_no_part_of_a_time() -> None:
    assert list(values("He said that Monday's talks were good, Ukraine Today wrote.")) == ["Monday"]
    assert list(values("They met in Geneva late on Jan. 9.")) == ["Jan. 9"]


def test_an_undated_report_is_placed_by_its_own_dates() -> None:
    text = "They took uncompromising stands Tuesday. (Photo, Brussels, Tuesday, Jan. 11, 2022.) They meet on Friday."
    starts = [when and when.start for when in resolve_all(find_times(text))]
    assert starts == ["2022-01-11", "2022-01-11", None]


def test_a_day_is_not_made_up_from_a_coarser_time() -> None:
    assert values("It was founded in 2018. Later that day he left.")["Later that day"] is None
    assert values("He left on Jan. 6. Later that day he returned.")["Later that day"] == "2022-01-06"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("between June and July 2016", "June", "2016-06"),
        ("Sales began in January.", "January", "2022-01"),
        ("It was discussed as recently as Wednesday.", "Wednesday", "2022-01-05"),
        ("It could vote as early as Wednesday.", "Wednesday", "2022-01-12"),
        ("They saw their son before Wednesday's vote.", "Wednesday", "2022-01-12"),
        ("The girls went to Wednesday's ceremony.", "Wednesday", "2022-01-05"),
        ("a week of talks in the year leading up to the war", "the year", None),
    ],
)
def test_neighbouring_words_tell_which_day_is_meant(text: str, words: str, value: str | None) -> None:
    assert values(text).get(words) == value


WORDS = [*UNITS, *SEASONS, *DAY_PARTS, *(m.capitalize() for m in MONTHS), *(d.capitalize() for d in WEEKDAYS)]
WORDS += [
    "the",
    "last",
    "next",
    "this",
    "past",
    "following",
    "that",
    "same",
    "of",
    "in",
    "on",
    "by",
    "since",
    "until",
    "from",
    "and",
    "ago",
    "earlier",
    "later",
    "a",
    "two",
]
WORDS += [
    "half",
    "dozen",
    "first",
    "third",
    "fiscal",
    "year-ago",
    "period",
    "every",
    "mid-",
    "end",
    "1",
    "30",
    "31",
    "2014",
    "00",
    "12:00",
    "8:55",
    "a.m.",
    "GMT",
    ",",
    ".",
    "-",
]
WORDS += [
    "1/2",
    "99999999",
    "Easter",
    "Thanksgiving",
    "weekend",
    "noon",
    "overnight",
    "today",
    "before",
    "after",
    "tens",
    "million",
    "now",
]
PUBLISHED = [
    None,
    TUESDAY,
    PartialDate(1, 1, 1),
    PartialDate(9999, 12, 31),
    PartialDate(2024, 2, 29),
    PartialDate(month=1),
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", "-", "\n"]), st.sampled_from(PUBLISHED))
def test_no_heap_of_time_words_fails(words: list[str], glue: str, published: PartialDate | None) -> None:
    mentions = find_times(glue.join(words))
    for when in resolve_all(mentions, published):
        assert when is None or when.start is None or when.end is None or when.start <= when.end


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("between 2014-2016 it fell", When("2014", "2016", Precision.YEAR)),
        ("in 2020-21 it grew", When("2020", "2021", Precision.YEAR)),
        ("ever since 9/11", When("2001-09-11", None, Precision.DAY)),
        ("a fortnight ago", When("2021-12-27", "2022-01-02", Precision.DAY)),
        ("in H1 2021", When("2021-01", "2021-06", Precision.MONTH)),
        ("lasts until at least March 2023", When(None, "2023-03", Precision.MONTH)),
        ("in winter 2021-22", When("2021-12", "2022-02", Precision.MONTH)),
        ("the week of Jan. 17", When("2022-01-17", "2022-01-23", Precision.DAY)),
    ],
)
def test_stretches_of_time(text: str, when: When) -> None:
    assert whens(text) == [when]


def test_the_second_of_two_weekdays_follows_the_first() -> None:
    assert list(values("They met from Monday to Friday.").values()) == ["2022-01-10", "2022-01-14"]
