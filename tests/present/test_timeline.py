"""The timeline: background before, what is to come after, days drawn to scale, what lies far off folded."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.model.record import EventDate
from readout.present.labels import Labels
from readout.present.moments import interval, publication
from readout.present.strip import strip
from readout.present.timeline import chronicle, hour, when
from tests.present import fixtures


def dated(start: str | None, end: str | None = "", **known: object):
    event = fixtures.full().events[0]
    last = start if end == "" else end
    return replace(event, date=EventDate(start, last, "day"), **known)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-01-10", "2022-01-10", "10 January 2022"),
        ("2022-01-10", "2022-01-13", "10–13 January 2022"),
        ("2021-12-30", "2022-01-02", "30 December 2021 to 2 January 2022"),
        ("2022-01-10T08:55", "2022-01-10T08:55", "10 January 2022"),
        ("2014", "2014", "2014"),
        ("2014", None, "since 2014"),
        (None, "2014-03", "until March 2014"),
        (None, None, None),
    ],
)
def test_a_stretch_of_time_is_told_in_words(start, end, words):
    assert when(dated(start, end)) == words


def test_the_hour_is_told_where_it_is_known():
    assert hour(dated("2022-01-10T08:55")) == "08:55"
    assert hour(dated("2022-01-10")) is None


def test_a_day_is_a_day_long_and_a_year_a_year():
    start, end = interval(dated("2022-01-10"))
    assert end - start == 1
    start, end = interval(dated("2020"))
    assert end - start == 366


@pytest.mark.parametrize("iso", ["2022-02-30", "yesterday", "0000", "2022-13", "XXXX-01-10"])
def test_what_is_no_date_has_no_place(iso):
    assert interval(dated(iso)) is None


def test_background_past_and_announced_stand_apart_and_what_has_no_date_comes_last():
    story = chronicle(fixtures.story())
    assert [event.id for day in story.background for event in day.events] == ["v-launch"]
    assert [event.id for day in story.past for event in day.events] == ["v-rescue", "v-bang"]
    assert [event.id for day in story.coming for event in day.events] == ["v-board"]
    assert [event.id for event in story.undated] == ["v-inquiry"]
    assert story.number == {"v-launch": 1, "v-rescue": 2, "v-bang": 3, "v-board": 4}


def test_what_was_announced_for_a_day_before_the_last_report_is_not_to_come():
    record = fixtures.story()
    held = replace(record.events[2], date=EventDate("2026-03-01", "2026-03-01", "day"))
    assert chronicle(replace(record, events=(held,))).coming == ()


def test_the_background_is_folded_and_the_news_drawn_to_scale():
    record = fixtures.story()
    picture = strip(chronicle(record), Labels(record))
    place = {dot.event.id: dot.x for dot in picture.dots}
    assert place["v-launch"] < picture.left < place["v-bang"] < place["v-rescue"] < place["v-board"] < picture.right
    assert [name for _, _, name in picture.folds] == ["1998"]
    ticks = [tick.x for tick in picture.ticks]
    steps = {round(b - a, 1) for a, b in itertools.pairwise(ticks)}
    assert len(steps) == 1
    assert picture.ticks[0].text == "3 Mar"


def test_one_happening_makes_no_picture():
    record = fixtures.story()
    assert strip(chronicle(replace(record, events=record.events[:1])), Labels(record)) is None


def test_the_day_of_a_report_whose_hour_is_not_known_is_its_noon():
    articles = fixtures.full().articles
    assert publication(articles[1]) % 1 == 0.5
    assert publication(articles[0]) % 1 == pytest.approx(18 / 24 + 5 / 1440)
    assert publication(articles[2]) is None


days = st.sampled_from(
    [
        "2026-03-02",
        "2026-03-03",
        "2026-03-05",
        "2022-02-28",
        "1848-03-18",
        "2022",
        "2021-12",
        "1914",
        "2026-03-03T06:40",
        "9999-12-31",
        "0001",
    ]
)


@given(st.lists(st.tuples(days, days, st.booleans(), st.sampled_from([0.0, 0.5, 1.0])), min_size=2, max_size=10))
def test_every_dot_lies_in_the_picture_and_none_upon_another(drawn):
    event = fixtures.full().events[0]
    events = tuple(
        replace(event, id=f"v-{n}", date=EventDate(min(a, b), max(a, b), "day"), background=back, salience=weight)
        for n, (a, b, back, weight) in enumerate(drawn)
    )
    record = replace(fixtures.full(), events=events)
    picture = strip(chronicle(record), Labels(record))
    if picture is None:
        return
    assert all(0 <= dot.x <= 100 for dot in picture.dots)
    assert len({(dot.x, dot.row) for dot in picture.dots}) == len(picture.dots)
    assert len(picture.ticks) <= 7


@given(st.permutations(range(5)))
def test_the_order_of_the_record_does_not_matter(order):
    record = fixtures.story()
    mixed = replace(record, events=tuple(record.events[place] for place in order))
    assert chronicle(mixed) == chronicle(record)
