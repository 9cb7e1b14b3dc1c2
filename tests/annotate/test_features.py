"""What the encoder is told of casing, marks and beginnings."""

from readout.annotate.features import COLUMNS, features
from readout.annotate.words import words
from readout.grammar.quotation import inside


def columns(text: str, name: str) -> list[int]:
    codes = features(text, words(text), inside(text), opens=True, first=False)
    return codes[:, list(COLUMNS).index(name)].tolist()


def test_casing_tells_apart_what_the_vocabulary_cannot() -> None:
    """Lower, Title, UPPER, mixed, one letter, digits, both, neither."""
    assert columns("us Us US McKay A 13,000 G20 ,", "casing") == [1, 2, 3, 4, 5, 6, 7, 8]


def test_marks_open_and_close_round_what_is_inside() -> None:
    """Outside, opening mark, inside, closing mark."""
    assert columns("She said “no deal” again", "marks") == [1, 1, 3, 2, 2, 4, 1]


def test_an_apostrophe_is_no_stray_mark() -> None:
    """Only a word that is nothing but a mark can be a mark."""
    assert columns("The ministers’ plan won’t do", "marks")[3:5] == [1, 1]


def test_a_headline_in_title_case_is_known_as_one() -> None:
    """Where every long word is capitalised, capitals tell little, and the encoder is told so."""
    assert set(columns("Dock Strike Enters Second Week", "place")) == {3}
    assert set(columns("DOCK STRIKE ENTERS SECOND WEEK", "place")) == {4}
    assert columns("“The strike goes on", "place") == [1, 2, 1, 1, 1]


def test_codes_stay_inside_their_tables() -> None:
    """No code reaches the size of its column; 0 is left to the encoder's own tokens."""
    codes = features("“Éire’s 5-0 win”…", words("“Éire’s 5-0 win”…"), [(1, 15)], opens=False, first=True)
    assert (codes > 0).all()
    assert (codes < list(COLUMNS.values())).all()
