"""Who reported first-hand: an id that stays when a further report comes in."""

from readout.merge.origins import origin_ids, record_origins
from tests.merge.made import origin


def test_a_further_report_of_an_agency_does_not_rename_its_origin() -> None:
    assert origin_ids([origin("AFP", "a")]) == origin_ids([origin("AFP", "a", "b")])


def test_two_origins_never_share_an_id() -> None:
    unnamed = [origin("unknown", "a"), origin("unknown", "b"), origin("AFP", "c")]
    assert len(set(origin_ids(unnamed))) == 3


def test_of_two_origins_of_one_name_each_keeps_its_id_when_reports_are_added() -> None:
    before = origin_ids([origin("unknown", "a"), origin("unknown", "c")])
    after = origin_ids([origin("unknown", "a", "b"), origin("unknown", "c")])
    assert before == after


def test_the_origin_with_most_reports_stands_first() -> None:
    found = [origin("AP", "c"), origin("AFP", "b", "a"), origin("dpa", "d")]
    made = record_origins(found, origin_ids(found))
    assert [each.name for each in made] == ["AFP", "AP", "dpa"]
    assert made[0].articles == ("a", "b")
    assert made[0].because == found[1].because


def test_their_order_does_not_depend_on_the_order_in_which_they_were_found() -> None:
    found = [origin("AP", "c"), origin("AFP", "b"), origin("dpa", "d")]
    turned = found[::-1]
    assert record_origins(found, origin_ids(found)) == record_origins(turned, origin_ids(turned))
