"""Facts about the passages that reports share."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from readout.link.passages import find_passages
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import Article, Fact, Heading, Role, TextSpan
from tests.link.reports import report

FLOOD = (
    "The river rose by four metres in a night and carried away the wooden footbridge, two delivery vans and "
    "most of the vineyard that the Marek family had planted in 1987."
)
DAM = "Engineers opened the second sluice of the Lesna dam shortly after midnight to spare the old town downstream."
MAYOR = "“I have not slept, and neither has anyone who can hold a shovel in this valley,” mayor Jana Hruba"
OTHER = (
    "Schools across the district stayed shut while teachers ferried blankets to the sports hall.",
    "A retired postman kept a tally of the cellars still under water.",
    "Trains will not run before the weekend at the earliest, the operator warned commuters.",
    "Farmers counted drowned calves along the embankment and cursed the forecast.",
)


def words_of(span: Span, *articles: Article) -> str:
    (article,) = (one for one in articles if one.id == span.article)
    return article.text[span.start : span.end]


def only(passages: Sequence[SharedPassage]) -> SharedPassage:
    (passage,) = passages
    return passage


def test_a_copied_paragraph_is_found_wherever_it_stands() -> None:
    first = report("a", OTHER[0], OTHER[1], FLOOD)
    second = report("b", FLOOD, OTHER[2], OTHER[3])
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first, second) == FLOOD
    assert words_of(passage.right, first, second) == FLOOD
    assert (passage.kind, passage.similarity) == (PassageKind.COPIED, 1.0)


def test_a_passage_begins_and_ends_where_the_sharing_does() -> None:
    first = report("a", f"Late on Friday, {DAM[0].lower()}{DAM[1:-1]}, according to the river board.")
    second = report("b", f"{DAM[:-1]} and its cellars.", OTHER[0])
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first).casefold() == DAM[:-1].casefold()
    assert words_of(passage.right, second) == DAM[:-1]


def test_light_edits_do_not_break_a_passage() -> None:
    edited = FLOOD.replace("in a night", "overnight").replace("footbridge", "foot-bridge").replace("1987", "the 1980s")
    first, second = report("a", FLOOD), report("b", edited)
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first).startswith("The river rose by four metres")
    assert words_of(passage.left, first).endswith("had planted in")
    assert 0.8 < passage.similarity < 1


def test_how_quotation_marks_dashes_and_capitals_are_drawn_does_not_matter() -> None:
    first = report("a", f"{MAYOR} said. {DAM}")
    second = report("b", f"{MAYOR} said. {DAM}".replace("“", '"').replace("”", '"').replace("Lesna dam", "Lesna Dam"))
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first) == first.text
    assert passage.similarity == 1.0


def test_a_passage_goes_on_over_the_end_of_a_paragraph_where_both_go_on() -> None:
    first, second = report("a", FLOOD, DAM, OTHER[0]), report("b", OTHER[1], FLOOD, DAM)
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first) == f"{FLOOD}\n\n{DAM}"


def test_a_caption_between_two_copied_paragraphs_is_no_part_of_the_passage() -> None:
    first = report("a", FLOOD, (Role.CAPTION, "The river at Lesna on Friday."), DAM)
    second = report("b", FLOOD, DAM)
    found = find_passages([first, second])
    assert [words_of(one.left, first) for one in found] == [FLOOD, DAM]
    assert [words_of(one.right, second) for one in found] == [FLOOD, DAM]


def test_what_is_no_paragraph_is_not_compared() -> None:
    first = report("a", (Role.CAPTION, FLOOD), (Role.PULL_QUOTE, DAM), OTHER[0])
    second = report("b", FLOOD, DAM)
    assert find_passages([first, second]) == ()


def test_two_reports_that_quote_a_third_copy_nothing() -> None:
    first = report("a", OTHER[0], f"{MAYOR} told the public radio on Friday morning.")
    second = report("b", f"{MAYOR}, who has led the town since 2010, said at the bridge.", OTHER[2])
    passage = only(find_passages([first, second]))
    assert passage.kind is PassageKind.QUOTED
    assert words_of(passage.left, first).startswith("I have not slept")


def test_a_quotation_whose_marks_one_report_dropped_is_still_a_third_ones() -> None:
    bare = MAYOR.replace("“", "").replace("”", "").removesuffix(" mayor Jana Hruba")
    first = report("a", f"{MAYOR} told reporters.")
    second = report("b", f"Her message to the capital was plain: {bare} whatever the ministers may think.")
    assert only(find_passages([first, second])).kind is PassageKind.QUOTED


def test_a_quotation_with_the_reporters_own_words_around_it_is_copied() -> None:
    scene = "said as she waded out of the flooded library with a box of parish registers under each arm"
    first = report("a", OTHER[0], f"{MAYOR} {scene}.")
    second = report("b", f"{MAYOR} {scene}.", OTHER[2])
    assert only(find_passages([first, second])).kind is PassageKind.COPIED


def test_stock_phrases_join_nothing() -> None:
    stock = (
        "a meeting of the Organization for Security and Cooperation in Europe in Vienna on Thursday",
        "Deputy Foreign Minister Pavel Novotny and his Hungarian counterpart, Foreign Minister Istvan Kovacs",
        "did not immediately respond to a request for comment",
    )
    first = report("a", *(f"{OTHER[0][:-1]} before {phrase}." for phrase in stock[:2]), f"The firm {stock[2]}.")
    second = report("b", *(f"{phrase} {OTHER[3][:-1]}." for phrase in stock))
    assert find_passages([first, second]) == find_passages([report("a", OTHER[0]), report("b", OTHER[3])]) == ()


NOTE = "The Valley Post reports under the press code of 1994 and answers every complaint within ten working days."
OPENINGS = [
    "A ferry ran aground off the northern pier with eleven anglers aboard, who fished on until the lifeboat came.",
    "Beekeepers want money for hives ruined by the motorway's lamps, which draw the swarms into the traffic.",
    "The orchestra dismissed its conductor after an argument about tuning that ended with a broken music stand.",
    "Two brothers reopened the quarry that their grandfather had closed, and found his hammers where they fell.",
    "Auditors found the swimming pool's missing heaters in a councillor's barn, warming forty ornamental carp.",
]
ENDINGS = [
    "The lighthouse keeper called it the quietest rescue of her career.",
    "A judge will visit the meadow at dusk before she rules.",
    "Violinists threw roses; the percussion section abstained.",
    "Both wear the miner's lamp that hung above their kitchen table.",
    "The fish, he told the inspectors, had never been happier.",
]


def test_a_note_under_many_reports_is_nothing_that_they_share() -> None:
    bodies = zip(OPENINGS, ENDINGS, strict=True)
    assert find_passages([report(f"r{at}", *body, NOTE) for at, body in enumerate(bodies)]) == ()


def test_background_under_many_reports_of_one_agency_is_copied() -> None:
    bodies = zip(OPENINGS, ENDINGS, strict=True)
    reports = [report(f"r{at}", *body, NOTE, agency="AFP") for at, body in enumerate(bodies)]
    assert {words_of(one.left, *reports) for one in find_passages(reports)} == {NOTE}


def test_wire_copy_in_very_many_reports_is_joined_along_a_chain() -> None:
    reports = [report(f"r{number:02}", FLOOD, DAM) for number in range(40)]
    found = find_passages(reports)
    assert len(found) < 40 * 39 / 4
    reached = {"r00"}
    for _ in reports:
        reached |= {
            name for one in found for name in (one.left.article, one.right.article)
            if {one.left.article, one.right.article} & reached
        }  # fmt: skip
    assert len(reached) == 40


PIECES = (*OTHER, FLOOD, DAM, f"{MAYOR} told the public radio on Friday.")


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5), min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_reports_does_not_matter(bodies: list[list[str]], chance: object) -> None:
    reports = [report(f"r{number}", *body) for number, body in enumerate(bodies)]
    shuffled = reports.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_passages(shuffled) == find_passages(reports)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5), min_size=2, max_size=4))
def test_spans_hold_whole_words_of_their_reports(bodies: list[list[str]]) -> None:
    reports = {f"r{number}": report(f"r{number}", *body) for number, body in enumerate(bodies)}
    for passage in find_passages(list(reports.values())):
        assert passage.left.article < passage.right.article
        for span in (passage.left, passage.right):
            text = reports[span.article].text
            assert 0 <= span.start < span.end <= len(text)
            assert not (text[span.start - 1 : span.start].isalnum() and text[span.start].isalnum())
            assert not (text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum())


def test_a_report_without_any_body_shares_nothing() -> None:
    assert find_passages([report("a"), report("b", (Role.HEADLINE, FLOOD)), report("c", FLOOD)]) == ()
    assert find_passages([]) == ()


def test_signs_beyond_the_basic_plane_and_letters_that_grow_do_not_shift_the_spans() -> None:
    first = report("a", f"İstanbul’dan 🚒🚒 — {FLOOD}")
    second = report("b", f"🚨 {FLOOD}")
    passage = only(find_passages([first, second]))
    assert words_of(passage.left, first) == words_of(passage.right, second) == FLOOD


def test_a_dateline_and_the_agency_in_it_are_no_part_of_what_is_shared() -> None:
    bodies = [report(name, f"PRAGUE (AP) — {FLOOD}") for name in "ab"]
    heading = Heading(dateline=Fact("PRAGUE", (TextSpan(0, 6),)), agency=Fact("AP", (TextSpan(8, 10),)))
    reports = [replace(one, heading=heading) for one in bodies]
    assert words_of(only(find_passages(reports)).left, *reports) == FLOOD
