"""What the positions eval counts as the same act, party, matter and condition."""

import pytest

from evals.positions.labels import Extent, Label, Statement
from evals.positions.scorer import score

TEXT = "Ann Lee leads the union. She rejected the board's demand to reopen the mine unless wages rise. Rain fell."
KEY = ("invented", "1")


def _at(words: str) -> Extent:
    start = TEXT.index(words)
    return start, start + len(words)


def _label(act: str, party: str | None = None, polarity: str = "affirmed", **words: str) -> Label:
    spans = {name: _at(one) for name, one in words.items()}
    return Label(
        act,
        party=None if party is None else _at(party),
        alias=spans.get("alias"),
        acts_for=None,
        target=spans.get("target"),
        matter=_at("reopen the mine"),
        condition=spans.get("condition"),
        polarity=polarity,
    )


def _statement(*labels: Label, words: str = "She rejected the board's demand to reopen the mine") -> Statement:
    return Statement(*KEY, *_at(words), "labour", "a", labels)


def _scores(gold: Statement, *predicted: Label) -> dict[str, float]:
    return score([gold], [_statement(*predicted)], {KEY: TEXT})


REFUSAL = _label("refusal", "She", alias="Ann Lee", target="the board", condition="unless wages rise")
DEMAND = _label("demand", "the board", target="She")


def test_labels_that_are_the_gold_are_all_right() -> None:
    scores = _scores(_statement(REFUSAL, DEMAND), REFUSAL, DEMAND)
    for measure in ("act micro F1", "refusal F1", "party right", "target right", "condition recall right"):
        assert scores[measure] == pytest.approx(100)


def test_an_act_is_missed_where_no_label_of_the_statement_has_it() -> None:
    scores = _scores(_statement(REFUSAL, DEMAND), REFUSAL)
    assert scores["act micro P"] == pytest.approx(100)
    assert scores["act micro R"] == pytest.approx(50)
    assert scores["demand F1"] == pytest.approx(0)


def test_an_act_that_the_statement_does_not_hold_is_invented() -> None:
    scores = _scores(_statement(REFUSAL), REFUSAL, _label("threat", "She"))
    assert scores["act micro P"] == pytest.approx(50)
    assert scores["act micro R"] == pytest.approx(100)


def test_nothing_read_in_a_statement_without_a_position_is_right() -> None:
    assert _scores(_statement())["none right"] == pytest.approx(100)
    assert _scores(_statement(), REFUSAL)["none right"] == pytest.approx(0)


@pytest.mark.parametrize(
    ("words", "right"), [("She", True), ("Ann Lee", True), ("Lee", True), ("the board", False), ("Rain", False)]
)
def test_a_party_is_right_by_its_pronoun_or_by_its_name(words: str, right: bool) -> None:
    assert _scores(_statement(REFUSAL), _label("refusal", words))["party right"] == pytest.approx(100 * right)


def test_a_pronoun_is_right_where_its_chain_leads_to_the_name() -> None:
    gold = _statement(_label("refusal", "Ann Lee"))
    assert _scores(gold, _label("refusal", "She", alias="Ann Lee"))["party right"] == pytest.approx(100)
    assert _scores(gold, _label("refusal", "She"))["party right"] == pytest.approx(0)


def test_a_title_right_before_the_name_is_the_same_party() -> None:
    text = "Mayor Ann Lee refused."
    gold = Label("refusal", (6, 13), None, None, None, None, None, "affirmed")
    title = Label("refusal", (0, 5), None, None, None, None, None, "affirmed")
    verb = Label("refusal", (14, 21), None, None, None, None, None, "affirmed")
    statement = Statement(*KEY, 0, len(text), "local", "a", (gold,))
    for label, right in ((title, 100), (verb, 0)):
        predicted = Statement(*KEY, 0, len(text), "local", "readout", (label,))
        assert score([statement], [predicted], {KEY: text})["party right"] == pytest.approx(right)


def test_a_label_without_a_party_is_wrong_where_the_gold_has_one() -> None:
    assert _scores(_statement(REFUSAL), _label("refusal"))["party right"] == pytest.approx(0)


def test_a_condition_that_is_not_in_the_gold_costs_precision_only() -> None:
    gold = _statement(_label("refusal", "She"))
    scores = _scores(gold, REFUSAL)
    assert scores["condition precision right"] == pytest.approx(0)
    assert scores["party right"] == pytest.approx(100)


def test_polarity_is_compared_for_the_acts_found() -> None:
    gold = _statement(_label("refusal", "She", polarity="negated"))
    assert _scores(gold, REFUSAL)["polarity right"] == pytest.approx(0)


def test_two_labels_of_one_act_are_paired_by_their_parties() -> None:
    first, second = _label("accusation", "She"), _label("accusation", "the board")
    assert _scores(_statement(first, second), second, first)["party right"] == pytest.approx(100)


def test_a_statement_that_was_not_predicted_holds_nothing() -> None:
    assert score([_statement(REFUSAL)], [], {KEY: TEXT})["act micro R"] == pytest.approx(0)
