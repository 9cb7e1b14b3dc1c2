"""`readout build` and `readout schema`, as a shell sees them."""

import json
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import readout
from readout.cli.main import main
from tests.clean.pages import report


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "reports"
    path.mkdir()
    (path / "one.txt").write_text(report(below="© 2022 Sund Herald"), encoding="utf-8")
    (path / "two.txt").write_text(report(headline="Crews stay on shore", above="By Ana Ruiz, AFP"), encoding="utf-8")
    return path


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


def assert_no_traceback(result: Result) -> None:
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


# --- exit status ---


def test_a_record_made_is_status_0_and_a_summary(news: Path) -> None:
    result = run("build", news)
    assert result.exit_code == 0
    assert "Ferry strike" in result.stdout


def test_what_cannot_be_read_does_not_stop_the_rest(news: Path) -> None:
    (news / "empty.txt").write_text("")
    result = run("build", news, news / "missing.txt", "--json", "-")
    assert result.exit_code == 0
    assert {Path(each["input"]).name for each in json.loads(result.stdout)["problems"]} == {"empty.txt", "missing.txt"}


def test_nothing_read_is_status_1_and_each_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run("build", tmp_path, "missing.txt", "--json", tmp_path / "record.json")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "missing.txt" in result.stderr
    assert not (tmp_path / "record.json").exists()
    assert_no_traceback(result)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json"],
        ["--jsn", "x", "reports"],
        ["--json", "-", "--html", "-", "reports"],
        ["--max-size", "0", "reports"],
        ["--max-size", "much", "reports"],
    ],
)
def test_wrong_usage_is_status_2(news: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str]) -> None:
    monkeypatch.chdir(news.parent)
    result = run("build", *arguments)
    assert result.exit_code == 2
    assert_no_traceback(result)


def test_an_output_that_cannot_be_written_is_status_2(news: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("build", news, "--json", tmp_path / "file" / "record.json")
    assert result.exit_code == 2
    assert "file" in result.stderr
    assert_no_traceback(result)


# --- outputs ---


def test_each_output_goes_to_its_file(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    result = run("build", news, "--json", out / "r.json", "--html", out / "r.html", "--md", out / "r.md")
    assert result.exit_code == 0
    record = readout.from_json((out / "r.json").read_bytes())
    assert {Path(each.input).name for each in record.articles} == {"one.txt", "two.txt"}
    assert (out / "r.html").read_text("utf-8").lstrip().lower().startswith("<!doctype html")
    assert "Ferry strike" in (out / "r.md").read_text("utf-8")


@pytest.mark.parametrize(("option", "begin"), [("--json", "{"), ("--html", "<"), ("--md", "#")])
def test_a_dash_sends_the_output_alone_to_standard_output(news: Path, option: str, begin: str) -> None:
    result = run("build", news, option, "-")
    assert result.exit_code == 0
    assert result.stdout.lstrip().startswith(begin)
    if option == "--json":
        assert len(json.loads(result.stdout)["articles"]) == 2


def test_quiet_says_nothing(news: Path, tmp_path: Path) -> None:
    result = run("build", news, "--quiet", "--json", tmp_path / "r.json")
    assert (result.exit_code, result.output) == (0, "")


def test_a_report_comes_in_by_standard_input() -> None:
    result = run("build", "-", "--json", "-", stdin=report().encode())
    assert result.exit_code == 0
    assert [each["input"] for each in json.loads(result.stdout)["articles"]] == ["-"]


def test_a_lone_surrogate_in_a_report_is_no_reason_to_fail(tmp_path: Path) -> None:
    text = report(between="The letter that they sent ended with a broken sign, \\ud83d, and a date.")
    (tmp_path / "r.json").write_text(json.dumps({"text": text}).replace("\\\\ud83d", "\\ud83d"))
    result = run("build", tmp_path / "r.json", "--json", "-", "--quiet")
    assert_no_traceback(result)
    assert result.exit_code in {0, 1}


def test_documents_over_the_given_size_are_refused(news: Path) -> None:
    (news / "long.txt").write_text(report() * 4000, encoding="utf-8")
    result = run("build", news, "--max-size", "1", "--json", "-")
    (problem,) = json.loads(result.stdout)["problems"]
    assert "limit of 1 MB" in problem["message"]


# --- the rest of the command ---


def test_the_schema_describes_the_record(news: Path) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(run("build", news, "--json", "-").stdout), schema)
    assert schema == readout.schema()


def test_help_names_inputs_outputs_and_exit_status() -> None:
    result = run("build", "--help")
    assert result.exit_code == 0
    assert all(words in result.stdout for words in ["--json", "--html", "--md", ".zip", "Exit status"])


def test_the_version_is_told() -> None:
    assert readout.__version__ in run("--version").stdout
