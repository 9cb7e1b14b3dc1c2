"""NeuS: the openings of three reports of one event, and a round-up."""

from pathlib import Path

from corpora import neus


def test_an_event_has_its_reports_and_then_its_round_up(tmp_path: Path) -> None:
    folder = tmp_path / "neus"
    folder.mkdir()
    (folder / "val.source").write_text(
        "TITLE=> Ferry sinks. ARTICLE=> It sank. [SEP] TITLE=> Ship lost. ARTICLE=> It is gone.\n", encoding="utf-8"
    )
    (folder / "val.target").write_text("TITLE=> Ferry. ARTICLE=> A ferry sank.\n", encoding="utf-8")
    reports = list(neus.read(tmp_path))
    assert [(report.id, report.title, report.text, report.round_up) for report in reports] == [
        ("val-0-0", "Ferry sinks.", "It sank.", False),
        ("val-0-1", "Ship lost.", "It is gone.", False),
        ("val-0-roundup", "Ferry.", "A ferry sank.", True),
    ]
    assert {report.topic for report in reports} == {"val-0"}
