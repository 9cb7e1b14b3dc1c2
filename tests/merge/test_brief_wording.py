"""How a wording is printed: cuts, puts, spaces and stops."""

from hypothesis import given
from hypothesis import strategies as st

from readout.merge.brief.wording import Put, Wording, printed
from readout.model.record import Span
from readout.model.text import TextSpan

TEXT = "But the crews, who had waited for hours, sailed on Tuesday, officials said."


def wording(*cuts: str, text: str = TEXT) -> Wording:
    places = [TextSpan(text.index(cut), text.index(cut) + len(cut)) for cut in cuts]
    return Wording("a", TextSpan(0, len(text)), tuple(places))


def test_what_is_left_begins_with_a_capital_and_keeps_its_spaces() -> None:
    line, edits = printed(wording("But ", ", who had waited for hours,"), TEXT)
    assert line == "The crews sailed on Tuesday, officials said."
    assert edits == ()


def test_a_clause_cut_at_the_end_leaves_one_stop() -> None:
    assert (
        printed(wording(", officials said"), TEXT)[0] == "But the crews, who had waited for hours, sailed on Tuesday."
    )


def test_an_edit_says_what_it_stands_for_and_where() -> None:
    start = TEXT.index("on Tuesday")
    put = Put(TextSpan(start, start + len("on Tuesday")), "on March 11", Span("a", 0, 3))
    line, (edit,) = printed(wording("But ").having(put), TEXT)
    assert line[edit.start : edit.end] == "on March 11"
    assert edit.was == "on Tuesday"


def test_marks_of_two_kinds_become_a_pair() -> None:
    text = '“We will sail," she said.'
    assert printed(wording(text=text), text)[0] == "“We will sail,” she said."


def test_a_mark_turned_round_is_set_right() -> None:
    text = "”We will sail,” she said."
    assert printed(wording(text=text), text)[0] == "“We will sail,” she said."


def test_a_clause_alone_becomes_a_sentence() -> None:
    start = TEXT.index("sailed")
    line, _ = printed(Wording("a", TextSpan(start, TEXT.index(", officials"))), TEXT)
    assert line == "Sailed on Tuesday."


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=4))
def test_cutting_adds_nothing(pairs: list[tuple[int, int]]) -> None:
    cuts = tuple(TextSpan(min(pair), max(pair)) for pair in pairs)
    line, _ = printed(Wording("a", TextSpan(0, len(TEXT)), cuts), TEXT)
    waiting = iter(TEXT.casefold() + ".")
    assert all(sign in waiting for sign in line.casefold() if sign != " ")
