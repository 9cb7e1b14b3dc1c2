"""The pieces of a text: every character that is not white space lies in exactly one, and none is changed."""

import itertools
import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from readout.clean.segments import plain, segments, split
from readout.model.text import Mark, Page
from tests.clean.pages import BODY

WRAPPED = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in BODY)
LINES = st.lists(st.sampled_from([*BODY, "", "Advertisement", "By Ana Ruiz", "- one - two", "|", "\t", " x "]))


def pieces(text: str, marks: tuple[Mark, ...] = ()) -> list[str]:
    return [text[each.start : each.end] for each in segments(Page("x", text, marks=marks))]


@given(st.text() | LINES.map("\n".join) | LINES.map("\n\n".join))
@example("a\x0bb\x1cc\u2028d")
@example("\ud800\n\ud800")
@example(WRAPPED)
def test_pieces_are_in_order_apart_and_hold_all_but_white_space(text: str) -> None:
    found = segments(Page("x", text))
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    assert all(text[each.start : each.end].strip() == text[each.start : each.end] != "" for each in found)
    rest = list(text)
    for each in found:
        rest[each.start : each.end] = [" "] * (each.end - each.start)
    assert "".join(rest).strip() == ""


@given(LINES.map("\n".join), st.data())
def test_a_piece_cut_in_two_loses_only_white_space(text: str, data: st.DataObject) -> None:
    for piece in segments(Page("x", text)):
        at = data.draw(st.integers(piece.start, piece.end))
        left, right = split(piece, at, text)
        assert (left.start, right.end) == (piece.start, piece.end)
        assert left.end <= at <= right.start
        assert text[left.end : right.start].strip() == ""


def test_each_line_is_a_piece_where_paragraphs_are_not_wrapped() -> None:
    assert pieces("\n".join(BODY)) == list(BODY)
    assert pieces("\n\n".join(BODY)) == list(BODY)


def test_a_hard_wrapped_paragraph_is_one_piece() -> None:
    assert [" ".join(piece.split()) for piece in pieces(WRAPPED)] == list(BODY)


def test_a_short_line_above_wrapped_text_stays_by_itself() -> None:
    text = "By Ana Ruiz\nMarch 3, 2022\n\n" + WRAPPED
    assert pieces(text)[:2] == ["By Ana Ruiz", "March 3, 2022"]


def test_the_gap_tells_how_many_lines_were_broken() -> None:
    found = segments(Page("x", "One\nTwo\n\n\nThree"))
    assert [each.gap for each in found] == [0, 1, 3]


def test_a_piece_bears_the_tag_of_the_narrowest_mark_around_it() -> None:
    text = "Boats stay in port\nAna Ruiz"
    marks = (Mark(0, len(text), "aside"), Mark(0, 18, "h2"))
    assert [each.tag for each in segments(Page("x", text, marks=marks))] == ["h2", "aside"]


def test_entities_and_curly_marks_are_read_as_what_they_stand_for() -> None:
    assert plain("&quot;No,&quot; she said &amp; left&nbsp;.") == '"No," she said & left .'
    assert plain("“No,” she said. ‘Never’") == "\"No,\" she said. 'Never'"


def test_two_apostrophes_are_one_quotation_mark() -> None:
    assert plain("''We stay,'' he said. ``Always.''") == '"We stay," he said. "Always."'


def test_signs_of_lists_and_headings_are_no_words() -> None:
    assert plain("• Five boats lie in port") == "Five boats lie in port"
    assert plain("## What happens now") == "What happens now"
    assert plain("[Read more](https://orlo.example/x)") == "Read more"
