"""`readout quotes`, as a shell sees it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import readout
from readout.cli.main import main
from readout.model.record import (
    SCHEMA_VERSION,
    ArticleEntry,
    ArticleEvidence,
    Entity,
    Published,
    Quote,
    QuoteReport,
    Record,
    Span,
)

TEXT = "=Quay open,= Ana Orlova said. We shall see, an official said."


def quote(id_: str, start: int, end: int, speaker: str | None, words: str) -> Quote:
    row = QuoteReport((Span("a", start, end),), None, None, TEXT[start:end], "o")
    return Quote(id_, "direct", TEXT[start:end], speaker, words, None, "said", None, None, None, None, (), (row,), ())


@pytest.fixture
def record(tmp_path: Path) -> Path:
    none = ArticleEvidence(None, None, None, (), (), None, None)
    day = Published(None, None, "unknown", ())
    entry = ArticleEntry("a", "one.txt", None, "Quay", "Herald", None, (), (), None, day, "en", TEXT, (), "o", none)
    ana = Entity("e-1", "person", "Ana Orlova", ("Orlova",), (), None, (), ())
    quotes = (quote("q-1", 0, 11, "e-1", "Ana Orlova"), quote("q-2", 30, 42, None, "an official"))
    made = Record(SCHEMA_VERSION, "Quay", (entry,), (), (), (ana,), quotes, (), (), (), (), (), (), ())
    path = tmp_path / "record.json"
    path.write_text(readout.to_json(made), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["quotes", *map(str, arguments)])


def test_a_record_made_before_is_read_and_who_said_what_printed(record: Path) -> None:
    result = run(record)
    assert result.exit_code == 0
    assert "Ana Orlova" in result.stdout
    assert "We shall see" in result.stdout


def test_a_part_of_the_name_chooses_the_speaker(record: Path) -> None:
    lines = [json.loads(line) for line in run(record, "--speaker", "orlova", "--jsonl").stdout.splitlines()]
    assert [line["id"] for line in lines] == ["q-1"]


def test_a_source_without_a_name_is_chosen_by_its_words(record: Path) -> None:
    lines = [json.loads(line) for line in run(record, "--speaker", "official", "--jsonl").stdout.splitlines()]
    assert [line["id"] for line in lines] == ["q-2"]


def test_csv_has_a_row_for_each_report_and_no_cell_that_is_a_formula(record: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(record, "--csv").stdout)))
    assert [row["speaker"] for row in rows] == ["Ana Orlova", ""]
    assert rows[0]["text"] == "'=Quay open,"
    assert rows[0]["wording"] == "'=Quay open,"
    assert (rows[0]["start"], rows[0]["end"]) == ("0", "11")


def test_nothing_to_read_is_status_1(tmp_path: Path) -> None:
    assert run(tmp_path / "missing.txt", "-q").exit_code == 1
