"""How a reader's shorthand becomes labels with offsets."""

import pytest

from evals.positions import label
from evals.positions.label import ShorthandError, parsed, shown
from evals.positions.places import Drawn

TEXT = "Ann Lee leads the union.\nShe said the union won’t end the strike until the board pays. The board pays."
START, END = TEXT.index("She"), TEXT.index(" The board")
KEY = ("invented", "1")


@pytest.fixture(autouse=True)
def _one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label, "sample", lambda: [Drawn(*KEY, START, END, "train")])


def _read(shorthand: str) -> list[dict[str, str | None]]:
    ((statement, split),) = parsed(shorthand, "a", {KEY: TEXT})
    assert split == "train"
    names = ("party", "alias", "acts_for", "target", "matter", "condition")
    spans = [{name: getattr(one, name) for name in names} for one in statement.labels]
    return [{name: span and TEXT[slice(*span)] for name, span in one.items()} for one in spans]


def test_words_become_the_span_where_they_stand_in_the_statement() -> None:
    (one,) = _read("0 labour refusal | She = Ann Lee > the union | the board | end the strike | until .. pays")
    assert one == {
        "party": "She",
        "alias": "Ann Lee",
        "acts_for": "the union",
        "target": "the board",
        "matter": "end the strike",
        "condition": "until the board pays",
    }


def test_words_are_looked_up_in_the_statement_before_the_text_around_it() -> None:
    ((statement, _),) = parsed("0 labour refusal | the union | the board", "a", {KEY: TEXT})
    party, target = statement.labels[0].party, statement.labels[0].target
    assert party is not None
    assert target is not None
    assert START < party[0] < target[0] < END


def test_a_second_place_can_be_named() -> None:
    (one,) = _read("0 labour refusal | union | | the~2 .. strike")
    assert one["matter"] == "the strike"


def test_a_straight_apostrophe_stands_for_a_curly_one() -> None:
    (one,) = _read("0 labour refusal | She | | won't end")
    assert one["matter"] == "won’t end"


def test_a_statement_without_a_position_has_no_label() -> None:
    assert _read("0 labour") == []


def test_several_positions_and_a_negated_one() -> None:
    ((statement, _),) = parsed("0 labour -threat | She\n+ demand | the union", "a", {KEY: TEXT})
    assert [(one.act, one.polarity) for one in statement.labels] == [("threat", "negated"), ("demand", "affirmed")]


@pytest.mark.parametrize(
    "shorthand", ["0 labour refusal | Bo Ek", "0 labour shrug | She", "0 weather refusal | She", "zero labour"]
)
def test_what_is_not_in_the_text_or_no_act_is_refused(shorthand: str) -> None:
    with pytest.raises(ShorthandError):
        list(parsed(shorthand, "a", {KEY: TEXT}))


def test_a_statement_is_shown_in_its_context() -> None:
    assert ">>> She said" in shown(0, Drawn(*KEY, START, END, "train"), {KEY: TEXT})
