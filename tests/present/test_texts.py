"""The record as Markdown, JSON and a summary in the terminal."""

import io
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from readout.present import from_json, summary, to_json, to_markdown
from readout.present.markup import escape
from tests.present import fixtures


def printed(record, width: int, *, colour: bool = False) -> str:
    stream = io.StringIO()
    summary(record, Console(file=stream, width=width, force_terminal=colour))
    return stream.getvalue()


def test_markdown_has_a_heading_for_each_part_that_is_there():
    headings = re.findall(r"^## (.+)$", to_markdown(fixtures.sources()), re.MULTILINE)
    assert headings == ["Origins", "Shared passages", "Reports", "Not used"]
    assert "## In brief" in to_markdown(fixtures.full())


def test_markdown_cites_reports_by_number_and_characters():
    record = fixtures.full()
    text = to_markdown(record)
    found = re.findall(r"\[(\d):(\d+)–(\d+)\]", text)
    assert ("2", "68", "103") in found
    assert record.articles[1].text[68:103] == "Rescuers took 40 people off a ferry"


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "*bold* _soft_ `code` [link](javascript:x) ![i](x)",
        "# no heading",
        "1. no list",
        "- no list",
        "+ no list",
        "a | b",
        "&lt; & &amp; R&D",
        "\\*",
        "~~gone~~ $x$",
        "=== \n\n ---",
    ],
)
def test_text_of_a_report_is_never_taken_for_markup(words):
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(escape(words))
    plain = " ".join(words.split())
    inner = html.strip().removeprefix("<p>").removesuffix("</p>")
    assert inner == plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def test_a_table_of_hostile_cells_keeps_its_columns():
    record = fixtures.full()
    figure = replace(record.figures[0], text="40 | 41\n| 42")
    html = MarkdownIt().enable("table").render(to_markdown(replace(record, figures=(figure,))))
    assert "<td>40 | 41 | 42 (March 2026)</td>" in html


def test_markdown_of_nothing_says_so():
    assert to_markdown(fixtures.nothing()) == "# The record\n\nNo reports from no origins.\n"


def test_json_goes_there_and_back():
    assert from_json(to_json(fixtures.full())) == fixtures.full()


def test_the_summary_tells_outlets_origins_dates_and_problems():
    text = printed(fixtures.sources(), 160)
    for fact in (
        "Three reports from two origins",
        "The Harbour Herald",
        "inferred from a dated photo caption",
        "NNA  two reports: 1 and 2",
        "One credits the agency NNA.",
        "Three passages: two copied and one quoted.",
        "1 and 2: 75% of 1, 71% of 2 (one origin)",
        "quoted only (two origins)",
        "reports/<empty>.txt: The file is empty.",
    ):
        assert fact in text


@pytest.mark.parametrize("width", [40, 60, 95, 96, 120, 200])
def test_the_summary_keeps_to_the_terminals_width(width):
    lines = printed(fixtures.full(), width).splitlines()
    assert max(map(len, lines)) <= width
    assert "Harbour" in "".join(lines)


def test_there_is_colour_on_a_terminal_and_none_in_a_pipe():
    assert "\x1b[" in printed(fixtures.full(), 100, colour=True)
    assert "\x1b" not in printed(fixtures.full(), 100)


def test_a_report_cannot_move_the_cursor_or_turn_the_line():
    record = fixtures.sources()
    hostile = replace(record, title="\x1b[2JGone\u202e [red]not[/red]", articles=record.articles)
    text = printed(hostile, 80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]not[/red]" in text


@pytest.mark.parametrize("width", [60, 120])
def test_a_long_summary_is_cut_and_says_so(width):
    record = fixtures.sources()
    many = tuple(replace(record.articles[2], id=f"a-{place}") for place in range(60))
    assert "and 23 more reports" in printed(replace(record, articles=record.articles + many), width)


def test_a_summary_of_nothing_has_no_tables():
    assert printed(fixtures.nothing(), 80).splitlines() == ["No title", "No reports from no origins."]


def test_the_room_opens_without_its_heavy_libraries():
    code = "import sys, readout.present; print(sorted({'jinja2', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_line_of_a_narrow_summary_ends_in_spaces():
    assert not [line for line in printed(fixtures.full(), 60).splitlines() if line != line.rstrip()]


def test_the_summary_begins_with_the_story():
    lines = printed(fixtures.story(), 100).splitlines()
    heads = ["In brief", "What happened, and when", "In dispute", "Who wants what", "Reports", "Origins"]
    assert [line for line in lines if line in heads] == heads


def test_the_summary_marks_what_is_disputed_and_what_one_origin_has():
    text = " ".join(printed(fixtures.story(), 100).split())
    assert "Forty-two people were brought ashore, the mayor of Port Amsel said. [3] (one origin) (in dispute)" in text
    assert "People rescued: the reports contradict each other 40, the coast guard [1 2]" in text
    assert "Monday 9 March 2026 The board meets (announced)" in text
    assert "and one of background and one without a date" in text


def test_the_summary_sets_the_sides_of_an_issue_side_by_side():
    text = " ".join(printed(fixtures.story(), 100).split())
    assert "The inquiry The line promises: a full inquiry [2] Ola Brandt accuses: how the ship left" in text


def test_markdown_tells_background_past_and_what_is_to_come_apart():
    text = to_markdown(fixtures.story())
    parts = ["### Background", "**Tuesday 3 March 2026**", "### Still to come", "### No date given"]
    assert sorted(parts, key=text.index) == parts


def test_markdown_says_what_a_wording_leaves_out_and_the_reason_once():
    text = to_markdown(fixtures.story())
    assert "Report 1 leaves out “then”" in text
    assert "Report 3 adds “loud”" in text
    assert text.count("The reports give the same words.") == 1


def test_markdown_tells_how_a_position_moved_and_what_is_disputed():
    text = to_markdown(fixtures.story())
    assert "The line on the inquiry: 3 March 2026 promises; 5 March 2026 denies" in text
    assert "(*one report, one origin*; **in dispute**)" in text
