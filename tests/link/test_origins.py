"""Facts about who reported first-hand."""

from hypothesis import given
from hypothesis import strategies as st

from readout.link.origins import find_origins
from readout.link.passages import find_passages
from readout.model.links import SharedOrigin
from readout.model.text import Article
from readout.model.values import PartialDate
from tests.link.reports import report
from tests.link.test_passages import DAM, ENDINGS, FLOOD, MAYOR, OPENINGS, OTHER


def origins(*articles: Article) -> dict[tuple[str, ...], SharedOrigin]:
    return {one.articles: one for one in find_origins(articles, find_passages(articles))}


def test_two_outlets_with_one_agencys_copy_are_one_origin_even_where_the_texts_differ() -> None:
    found = origins(report("a", OTHER[0], agency="AFP"), report("b", OTHER[1], agency="AFP"), report("c", OTHER[2]))
    assert set(found) == {("a", "b"), ("c",)}
    origin = found["a", "b"]
    assert origin.name == "AFP"
    assert {span.article for reason in origin.because for span in reason.spans} == {"a", "b"}


def test_two_that_only_quote_the_same_statement_are_two_origins() -> None:
    first = report("a", OTHER[0], f"{MAYOR} told the public radio on Friday morning.")
    second = report("b", f"{MAYOR}, who has led the town since 2010, said at the bridge.", OTHER[2])
    assert set(origins(first, second)) == {("a",), ("b",)}


def test_an_uncredited_report_with_an_agencys_text_has_the_agencys_origin_and_says_why() -> None:
    agency = report("a", FLOOD, DAM, OTHER[0], agency="AP", outlet="Morning Sun")
    copy = report("b", DAM, FLOOD, OTHER[1], outlet="Hill Gazette")
    origin = origins(agency, copy)["a", "b"]
    assert origin.name == "AP"
    reason = next(reason for reason in origin.because if reason.rule == "uncredited_copy")
    assert "Hill Gazette" in reason.text
    assert "AP" in reason.text
    assert {span.article for span in reason.spans} == {"a", "b"}


def test_two_agencies_that_share_a_paragraph_of_background_stay_two() -> None:
    found = origins(report("a", *OTHER[:2], FLOOD, agency="AP"), report("b", *OTHER[2:], FLOOD, agency="AFP"))
    assert set(found) == {("a",), ("b",)}


def test_an_uncredited_report_joins_the_agency_that_it_has_more_from() -> None:
    first = report("a", OTHER[0], DAM, agency="AP")
    second = report("b", OTHER[2], FLOOD, OTHER[3], agency="AFP")
    assert set(origins(first, second, report("c", DAM, FLOOD, OTHER[3]))) == {("a",), ("b", "c")}


def test_one_text_with_two_credits_is_one_origin_the_earlier_ones() -> None:
    early = report("a", FLOOD, DAM, *OTHER[:2], agency="AP", date=PartialDate(2025, 3, 11))
    late = report("b", FLOOD, DAM, *OTHER[:2], agency="AFP", date=PartialDate(2025, 3, 12))
    own = report("c", OTHER[3], agency="AFP", date=PartialDate(2025, 3, 10))
    found = origins(early, late, own)
    assert {articles: one.name for articles, one in found.items()} == {("a", "b"): "AP", ("c",): "AFP"}
    assert any(reason.rule == "same_text" for reason in found["a", "b"].because)


def test_two_uncredited_reports_of_one_text_are_named_after_the_earlier_outlet() -> None:
    late = report("a", FLOOD, DAM, OTHER[0], outlet="Hill Gazette", date=PartialDate(2025, 3, 12))
    early = report("b", FLOOD, DAM, OTHER[1], outlet="Valley Post", date=PartialDate(2025, 3, 11))
    assert origins(late, early)["a", "b"].name == "Valley Post"


def test_a_reprint_belongs_with_the_outlet_that_it_names() -> None:
    original = report("a", FLOOD, DAM, outlet="Valley Post")
    reprint = report("b", OTHER[0], OTHER[1], outlet="Hill Gazette", reprint_of="The Valley Post")
    assert origins(original, reprint)["a", "b"].name == "The Valley Post"


def test_an_outlets_own_report_is_not_the_agencys_that_it_carried_before() -> None:
    wire = report("a", FLOOD, DAM, agency="AFP", outlet="Valley Post")
    own = report("b", OTHER[0], OTHER[1], outlet="Valley Post")
    assert {articles: one.name for articles, one in origins(wire, own).items()} == {
        ("a",): "AFP",
        ("b",): "Valley Post",
    }


def test_two_reports_of_one_outlets_own_are_one_origin() -> None:
    first, second = report("a", OTHER[0], outlet="Valley Post"), report("b", OTHER[1], outlet="valley post")
    assert set(origins(first, second)) == {("a", "b")}


def test_a_report_that_stands_alone_is_named_after_its_title_where_nothing_else_is_known() -> None:
    assert origins(report("a", OTHER[0], title="Valley under water"))["a",].name == "Valley under water"
    assert origins(report("a", OTHER[0]))["a",].name == "a.txt"


def test_the_agencys_own_site_is_the_agency() -> None:
    assert set(origins(report("a", OTHER[0], outlet="Reuters"), report("b", OTHER[1], agency="Reuters"))) == {
        ("a", "b")
    }


def test_one_sentence_that_a_crowd_of_reports_holds_joins_nobody() -> None:
    pieces = [*OPENINGS, *ENDINGS]
    crowd = [report(f"r{at}", piece, FLOOD, piece[::-1]) for at, piece in enumerate(pieces)]
    assert all(len(articles) == 1 for articles in origins(*crowd))
    assert ("r0", "r1") in origins(*crowd[:2])


BODIES = st.lists(st.sampled_from((*OTHER, FLOOD, DAM, f"{MAYOR} said.")), min_size=1, max_size=4)
REPORTS = st.lists(
    st.builds(
        lambda body, agency, outlet, day: ("", body, agency, outlet, day),
        BODIES,
        st.sampled_from([None, None, "AP", "AFP"]),
        st.sampled_from([None, "Valley Post", "Hill Gazette", "AP"]),
        st.sampled_from([None, PartialDate(None, 3, 13), PartialDate(2025, 3, 12), PartialDate(2025, 3, 10)]),
    ),
    min_size=1,
    max_size=6,
)


@given(REPORTS, st.randoms())
def test_every_report_has_one_origin_whatever_the_order(rows: list[tuple], chance: object) -> None:  # type: ignore[type-arg]
    reports = [
        report(f"r{number}", *body, agency=agency, outlet=outlet, date=day)
        for number, (_, body, agency, outlet, day) in enumerate(rows)
    ]
    found = find_origins(reports, find_passages(reports))
    assert sorted(name for one in found for name in one.articles) == [one.id for one in reports]
    assert all(one.name for one in found)
    shuffled = reports.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_origins(shuffled, find_passages(shuffled)) == found
