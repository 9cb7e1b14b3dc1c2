"""The timeline: what several reports tell is one event, dated, with its status as the newest have it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout import build, read
from readout.model.record import Event, Record

COURIER = """Ministers meet in Lisbon over river dam

10 March 2024

The foreign ministers of Norway and Chad held talks in Lisbon on Sunday on the dam that divides their countries.

The meeting lasted seven hours. A working dinner had been held in the city on Saturday evening.

The river council will meet in Vienna on Thursday, March 14, the ministers said.

Chad has run the dam since 2011. A treaty between the two countries was signed in 1998.
"""
GAZETTE = """No deal at dam talks

11 March 2024

Norway and Chad ended talks in Lisbon on Sunday without an agreement on the dam.

Kenya demanded a summit of all the countries on the river.

The river council meets in Vienna on Thursday.
"""
LATER = """River council meets

15 March 2024

The river council met in Vienna on Thursday and sent the dispute over the dam to a court of arbitration.

Its members, who come from all the countries on the river, spoke for hours. The court has a year to decide.

Fishermen on the lower river said that they had little hope of seeing its water again before the summer.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reports")
    paths = {}
    for name, text in (("courier", COURIER), ("gazette", GAZETTE), ("later", LATER)):
        path = Path(folder) / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths[name] = str(path)
    return paths


def record(reports: dict[str, str], *names: str) -> Record:
    articles, problems = read([reports[name] for name in names])
    return build(articles, problems, keep_strays=True)


def on(made: Record, day: str) -> list[Event]:
    return [event for event in made.events if event.date.start is not None and event.date.start[:10] == day]


def test_two_reports_of_one_meeting_are_one_event(reports: dict[str, str]) -> None:
    (talks,) = on(record(reports, "courier", "gazette"), "2024-03-10")
    assert len(talks.articles) == 2
    assert talks.place == "Lisbon"
    assert talks.status == "past"
    assert talks.because


def test_the_dinner_the_evening_before_is_another(reports: dict[str, str]) -> None:
    made = record(reports, "courier", "gazette")
    (dinner,) = on(made, "2024-03-09")
    assert len(dinner.articles) == 1


def test_what_one_report_announces_and_a_later_one_describes_is_one_event(reports: dict[str, str]) -> None:
    (before,) = on(record(reports, "courier", "gazette"), "2024-03-14")
    assert before.status == "scheduled"
    (after,) = on(record(reports, "courier", "gazette", "later"), "2024-03-14")
    assert after.status == "past"
    assert len(after.articles) == 3


def test_a_later_report_renames_nothing(reports: dict[str, str]) -> None:
    before = {event.id for event in record(reports, "courier", "gazette").events if event.date.start}
    after = {event.id for event in record(reports, "courier", "gazette", "later").events if event.date.start}
    assert before <= after


def test_what_lies_years_back_is_background(reports: dict[str, str]) -> None:
    made = record(reports, "courier", "gazette")
    (signed,) = on(made, "1998")
    assert signed.background
    assert signed.status == "past"
    (run,) = on(made, "2011")
    assert (run.kind, run.background, run.date.end) == ("state", True, None)
    assert not on(made, "2024-03-10")[0].background


def test_more_origins_make_an_event_more_salient(reports: dict[str, str]) -> None:
    made = record(reports, "courier", "gazette")
    most = max(made.events, key=lambda event: event.salience)
    assert most.date.start == "2024-03-10"
    assert all(0 <= event.salience <= 1 for event in made.events)


def test_the_text_of_an_event_is_printed_in_one_of_its_spans(reports: dict[str, str]) -> None:
    made = record(reports, "courier", "gazette", "later")
    texts = {article.id: article.text for article in made.articles}
    for event in made.events:
        first = event.spans[0]
        assert " ".join(texts[first.article][first.start : first.end].split()) == event.text


def test_days_that_all_reports_give_alike_are_no_conflict(reports: dict[str, str]) -> None:
    assert [one for one in record(reports, "courier", "gazette", "later").conflicts if one.kind == "date"] == []


def test_two_newsrooms_that_give_two_days_for_one_hearing_conflict(tmp_path: Path) -> None:
    """Everything but the day is alike, and neither report knows a second hearing."""
    more = (
        "Some four hundred weavers left their looms on Monday. They want shorter nights and a place to rest.\n\n"
        "The owners of the mill say that orders are lost with every day, and that there is no money for either.\n"
    )
    texts = {
        "one": "Union in court\n\n3 April 2023\n\nThe Harlan district court will hear the request of Brevik Mills to "
        f"ban the walkout on Thursday.\n\n{more}",
        "two": "Mill asks for a ban\n\n3 April 2023\n\nBrevik Mills has asked the Harlan district court to ban the "
        "walkout of its weavers. The hearing is set for Friday, April 7.\n\nNobody at the gates of the mill spoke of "
        "giving in on the first evening. Women had brought soup, and a band of pensioners played until it rained.\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    articles, problems = read([str(tmp_path)])
    (conflict,) = [one for one in build(articles, problems).conflicts if one.kind == "date"]
    assert [side.value for side in conflict.sides] == ["2023-04-06", "2023-04-07"]
    assert conflict.verdict == "contradicts"


@given(st.permutations(["courier", "gazette", "later"]))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_the_reports_changes_nothing(reports: dict[str, str], order: list[str]) -> None:
    assert record(reports, *order).events == record(reports, "courier", "gazette", "later").events
