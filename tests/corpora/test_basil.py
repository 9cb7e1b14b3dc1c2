"""BASIL: one event in three outlets."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from corpora import basil


def test_paragraphs_are_apart_and_sentences_of_one_are_not(tmp_path: Path) -> None:
    (tmp_path / "basil").mkdir()
    triplet = [_row("NYT"), _row("fox")]
    (tmp_path / "basil" / "dev.jsonl").write_text(json.dumps(triplet) + "\n", encoding="utf-8")
    first, second = basil.read(tmp_path)
    assert first.text == "It sank. Nobody was hurt.\n\nA tug came."
    assert (first.id, second.id) == ("e1/nyt", "e1/fox")
    assert first.topic == second.topic
    assert first.date == date(2012, 8, 21)


def _row(source: str) -> dict[str, Any]:
    return {
        "source": source,
        "uuid": "empty",
        "triplet-uuid": "e1",
        "title": "Ferry sinks",
        "url": "https://a.example/1",
        "date": "2012-08-21",
        "main-event": "A ferry sinks",
        "body-paragraphs": [["It sank.", "Nobody was hurt."], ["A tug came."]],
    }
