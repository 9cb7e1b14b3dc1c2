"""`readout positions`, as a shell sees it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import readout
from readout.cli.main import main
from tests.examples import record


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("positions") / "record.json"
    path.write_text(readout.to_json(record()), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["positions", *map(str, arguments)])


def test_a_record_made_before_is_printed_by_issue_and_party(made: Path) -> None:
    result = run(made)
    assert result.exit_code == 0
    assert "Halskov Line" in result.stdout
    assert "refuses" in result.stdout


def test_a_part_of_the_name_chooses_the_party(made: Path) -> None:
    lines = [json.loads(line) for line in run(made, "--party", "halskov", "--jsonl").stdout.splitlines()]
    assert lines
    assert len({line["party"] for line in lines}) == 1


def test_a_word_of_the_label_chooses_the_issue(made: Path) -> None:
    everything = run(made, "--jsonl").stdout.splitlines()
    chosen = run(made, "--issue", record().issues[0].label, "--jsonl").stdout.splitlines()
    assert 0 < len(chosen) < len(everything)


def test_events_come_as_json_lines_and_as_rows(made: Path) -> None:
    events = run(made, "--plover").stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(run(made, "--csv").stdout)))
    assert len(events) == len(rows) > 0
    assert json.loads(events[0])["event_id"] == rows[0]["event_id"]


def test_nothing_readable_ends_with_one(tmp_path: Path) -> None:
    assert run(tmp_path / "none.txt", "-q").exit_code == 1
