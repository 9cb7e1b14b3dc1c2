"""How time expressions are counted."""

from corpora.timeml import Timex
from evals.timex.scorer import Tally, matches


def test_an_expression_counts_once() -> None:
    gold = [Timex(0, 10, "DATE", "2022")]
    found = [Timex(0, 4, "DATE", "2022"), Timex(5, 10, "DATE", "2022")]
    assert matches(gold, found) == [(gold[0], found[0])]


def test_relaxed_strict_and_value_are_counted_apart() -> None:
    tally = Tally()
    tally.add(
        [Timex(0, 4, "DATE", "2022"), Timex(10, 20, "DATE", "2021"), Timex(30, 35, "TIME", "PRESENT_REF")],
        [Timex(0, 4, "DATE", "2022"), Timex(12, 20, "DATE", "2020")],
    )
    scores = tally.scores()
    assert (scores["relaxed F1"], scores["strict F1"], scores["value F1"]) == (80.0, 40.0, 40.0)
    assert (scores["relaxed P"], scores["relaxed R"]) == (100.0, 66.67)
