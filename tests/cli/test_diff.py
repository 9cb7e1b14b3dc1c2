"""`readout diff` in the terminal and on the page."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from readout.cli.main import main
from readout.present import to_json
from tests.present import fixtures


@pytest.fixture
def days(tmp_path: Path) -> tuple[str, str]:
    full = fixtures.full()
    figure = replace(full.figures[0], text="some 40 people", qualifier="about")
    for name, record in (("old", replace(full, quotes=full.quotes[:1])), ("new", replace(full, figures=(figure,)))):
        (tmp_path / f"{name}.json").write_text(to_json(record), encoding="utf-8")
    return str(tmp_path / "old.json"), str(tmp_path / "new.json")


def test_the_terminal_tells_what_is_new_and_what_changed(days):
    done = CliRunner().invoke(main, ["diff", *days])
    assert done.exit_code == 0
    assert "+ new  Speaker not clear: a full inquiry would be held" in done.output
    assert "~ changed  some 40 people (rescued)" in done.output
    assert "text: was “40 people”, is “some 40 people”" in done.output


def test_the_other_way_round_it_is_withdrawn(days):
    done = CliRunner().invoke(main, ["diff", *reversed(days)])
    assert "− withdrawn  Speaker not clear: a full inquiry would be held" in done.output


def test_a_record_beside_itself_tells_nothing(days):
    assert CliRunner().invoke(main, ["diff", days[0], days[0]]).output == "Nothing differs.\n"


def test_the_page_of_the_newer_record_tells_it_too(days, tmp_path):
    page = tmp_path / "out" / "page.html"
    assert CliRunner().invoke(main, ["diff", *days, "--html", str(page)]).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "Since the earlier record" in html
    assert "Text: was “40 people”, is “some 40 people”" in html


def test_a_file_that_is_no_record_is_told(tmp_path, days):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"a": 1}', encoding="utf-8")
    done = CliRunner().invoke(main, ["diff", str(wrong), days[1]])
    assert done.exit_code == 2
    assert "wrong.json" in done.output
    assert "Traceback" not in done.output
