"""How joins and disagreements of figures are scored."""

import pytest

from evals.conflicts.labels import read_labels
from evals.conflicts.scorer import Judged, scores


def test_a_join_is_right_where_the_two_measure_one_thing() -> None:
    rows = [Judged("agree", "agree"), Judged("agree", "other"), Judged("other", "agree"), Judged("other", "other")]
    told = scores(rows)
    assert told["join P"] == pytest.approx(50)
    assert told["join R"] == pytest.approx(50)
    assert told["disagreement P"] == 0


def test_a_disagreement_counts_whichever_verdict_it_has() -> None:
    rows = [Judged("contradict", "differ"), Judged("differ", "other"), Judged("agree", "contradict")]
    told = scores(rows)
    assert told["disagreement P"] == pytest.approx(50)
    assert told["disagreement R"] == pytest.approx(50)
    assert told["verdict right of joined"] == 0


def test_no_story_is_in_both_halves() -> None:
    stories = {split: {(one.corpus, one.story) for one in read_labels(split=split)} for split in ("dev", "held_out")}
    assert stories["dev"].isdisjoint(stories["held_out"])


def test_the_labels_hold_places_and_no_text() -> None:
    pairs = read_labels()
    assert len(pairs) >= 120
    assert all(place.start < place.end and len(place.sha) == 12 for one in pairs for place in (one.a, one.b))
    assert len({one.id for one in pairs}) == len(pairs)
