"""Facts about publication dates that only the other reports settle."""

from readout.link.dates import settle
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import DateSource
from readout.model.values import PartialDate
from tests.link.reports import report


def test_a_day_without_a_year_takes_the_year_of_the_other_reports() -> None:
    settled = settle([report("a", date=PartialDate(None, 3, 13)), report("b", date=PartialDate(2025, 3, 12))])
    assert settled["a"].date == PartialDate(2025, 3, 13)
    assert settled["a"].source is DateSource.CONTEXT


def test_a_full_date_stays_as_it_is() -> None:
    settled = settle([report("a", date=PartialDate(2025, 3, 12)), report("b", date=PartialDate(2024, 3, 12))])
    assert settled["a"].date == PartialDate(2025, 3, 12)
    assert settled["a"].source is not DateSource.CONTEXT


def test_a_report_alone_keeps_its_partial_date() -> None:
    assert settle([report("a", date=PartialDate(None, 3, 13))])["a"].date == PartialDate(None, 3, 13)


def test_a_story_over_new_year_takes_the_nearest_year() -> None:
    settled = settle([report("a", date=PartialDate(None, 12, 30)), report("b", date=PartialDate(2022, 1, 3))])
    assert settled["a"].date == PartialDate(2021, 12, 30)


def test_reports_of_two_years_leave_it_open() -> None:
    others = [report("b", date=PartialDate(2024, 3, 12)), report("c", date=PartialDate(2025, 3, 12))]
    assert settle([report("a", date=PartialDate(None, 3, 13)), *others])["a"].date == PartialDate(None, 3, 13)


def test_a_report_that_shares_a_passage_decides_between_two_years() -> None:
    others = [report("b", date=PartialDate(2024, 3, 12)), report("c", date=PartialDate(2025, 3, 12))]
    shared = SharedPassage(Span("a", 0, 9), Span("c", 0, 9), PassageKind.COPIED, 1.0)
    settled = settle([report("a", date=PartialDate(None, 3, 13)), *others], [shared])
    assert settled["a"].date == PartialDate(2025, 3, 13)


def test_a_date_far_from_all_others_stays_open() -> None:
    settled = settle([report("a", date=PartialDate(None, 9, 1)), report("b", date=PartialDate(2025, 3, 12))])
    assert settled["a"].date == PartialDate(None, 9, 1)


def test_the_weekday_beside_the_day_must_agree() -> None:
    other = report("b", date=PartialDate(2025, 3, 12))
    thursday, monday = PartialDate(None, 3, 13, weekday=3), PartialDate(None, 3, 13, weekday=0)
    assert settle([report("a", date=thursday), other])["a"].date == PartialDate(2025, 3, 13, weekday=3)
    assert settle([report("a", date=monday), other])["a"].date == monday


def test_the_leap_day_is_settled_in_a_leap_year_only() -> None:
    leap = report("a", date=PartialDate(None, 2, 29))
    assert settle([leap, report("b", date=PartialDate(2024, 3, 2))])["a"].date == PartialDate(2024, 2, 29)
    assert settle([leap, report("b", date=PartialDate(2025, 3, 2))])["a"].date == PartialDate(None, 2, 29)


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = [
        report("a", date=PartialDate(None, 3, 13)),
        report("b", date=PartialDate(2025, 3, 12)),
        report("c", date=None),
    ]
    assert settle(reports) == settle(reports[::-1])
