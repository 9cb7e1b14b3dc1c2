"""White space is drawn as a browser draws it, and the places of links and dates stay true."""

from hypothesis import given
from hypothesis import strategies as st

from readout.read.html.collapse import BOLD_OFF, BOLD_ON, BREAK, LINK_OFF, LINK_ON, TIME_OFF, TIME_ON, collapsed

SIGNS = BREAK + LINK_ON + LINK_OFF + BOLD_ON + BOLD_OFF + TIME_ON + TIME_OFF


@given(st.text("ab .\n\xa0" + SIGNS))
def test_words_are_kept_in_order_and_dates_lie_inside(raw):
    pieces = list(collapsed(raw))
    letters = "".join(char for char in raw if char.isalnum())
    assert "".join(char for piece in pieces for char in piece.text if char.isalnum()) == letters
    for piece in pieces:
        assert piece.text == piece.text.strip() != ""
        assert 0 <= piece.linked <= len(piece.text)
        assert 0 <= piece.bold <= len(piece.text)
        assert all(piece.text[start:end].strip() == piece.text[start:end] != "" for start, end in piece.times)


def test_a_link_that_spans_two_paragraphs_counts_in_both():
    pieces = list(collapsed(f"{LINK_ON}one{BREAK}{BREAK}two{LINK_OFF} three"))
    assert [(piece.text, piece.linked) for piece in pieces] == [("one", 3), ("two three", 3)]
