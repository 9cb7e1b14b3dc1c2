"""`readout export`, as a shell sees it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import readout
from readout.cli.main import main
from readout.cli.outputs import FORMATS
from tests.present import fixtures


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_text(readout.to_json(fixtures.full()), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *(str(each) for each in arguments)])


def test_every_format_is_written_where_it_is_told(record: Path, tmp_path: Path) -> None:
    asked = [part for each in FORMATS for part in (f"--{each.option}", tmp_path / "out" / each.option)]
    result = run(record, *asked)
    assert (result.exit_code, result.output) == (0, "")
    for each in FORMATS:
        target = tmp_path / "out" / each.option
        assert any(target.iterdir()) if each.folder else target.stat().st_size > 0


@pytest.mark.parametrize("content", ["", "{}", "[1, 2", '{"schema_version": "99.0"}', "not json"])
def test_what_is_no_record_is_wrong_usage_with_the_reason(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content)
    result = run(path, "--md", "-")
    assert result.exit_code == 2
    assert "other.json" in result.output
    assert isinstance(result.exception, SystemExit)


def test_nothing_to_write_is_wrong_usage(record: Path) -> None:
    assert run(record).exit_code == 2
