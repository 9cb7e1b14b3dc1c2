"""Positions as event data."""

import csv
import io
import json
from dataclasses import replace

import readout
from readout.model.plover import mode
from readout.present.plover import to_cameo, to_plover
from tests.examples import record


def test_each_event_names_its_source_type_and_evidence() -> None:
    texts = {article.id: article.text for article in record().articles}
    events = [json.loads(line) for line in to_plover(record()).splitlines()]
    assert events
    for event in events:
        assert event["source"]
        assert event["event"] in {"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"}
        for position in event["positions"]:
            for one in position["evidence"]:
                assert texts[one["article"]][one["start"] : one["end"]] == one["text"]


def test_one_event_for_each_party_act_target_and_date() -> None:
    events = [json.loads(line) for line in to_plover(record()).splitlines()]
    keys = [(e["source"][0]["id"], e["act"], *[t["id"] for t in e["target"]], e["date"]) for e in events]
    assert len(set(keys)) == len(keys)


def test_an_act_that_is_not_done_is_no_event() -> None:
    negated = replace(record(), positions=tuple(replace(p, polarity="negated") for p in record().positions))
    assert not to_plover(negated)


def test_rows_have_the_cameo_root_of_the_act() -> None:
    rows = list(csv.DictReader(io.StringIO(to_cameo(record()))))
    roots = {row["act"]: row["cameo_root"] for row in rows}
    assert roots["demand"] == "10"
    assert roots["refusal"] == "12"


def test_a_request_for_talks_has_the_mode_meet() -> None:
    assert mode("demand", ["called for a summit"]) == "meet"
    assert mode("offer", ["offered talks"]) is None


def test_both_are_public() -> None:
    assert readout.to_plover is to_plover
    assert readout.to_cameo is to_cameo
