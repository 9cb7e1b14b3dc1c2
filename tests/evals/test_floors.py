"""What the run of floors passes, skips and fails, and that its tables name what exists."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from evals import __main__ as command
from evals import tasks
from evals.floors import Floor, check, read_floors
from evals.tasks import TASKS, CannotScoreError, Task, find


@pytest.fixture
def ferry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Task:
    """A task with two measures, one of them nested, and data in a folder of corpora."""
    module = ModuleType("evals.ferry")
    module.score = lambda _path: {"F1": 90.0, "held_out": {"errors": 3}}
    monkeypatch.setitem(sys.modules, "evals.ferry", module)
    task = Task("ferry", "boats", "evals.ferry", "ferries", needs="ferry.txt")
    monkeypatch.setattr(tasks, "TASKS", (*TASKS, task))
    (tmp_path / "ferry.txt").touch()
    return task


def _lines(floors: list[Floor], corpora: Path | None) -> tuple[bool, str]:
    said: list[str] = []
    return check(floors, corpora, said.append), "\n".join(said)


def test_a_value_at_its_floor_holds(ferry: Task, tmp_path: Path) -> None:
    held, said = _lines([Floor("ferry", "F1", "at least", 90.0)], tmp_path)
    assert held
    assert "FAILS" not in said


def test_a_value_below_its_floor_fails(ferry: Task, tmp_path: Path) -> None:
    held, said = _lines([Floor("ferry", "F1", "at least", 90.1)], tmp_path)
    assert not held
    assert "FAILS" in said


def test_errors_have_a_ceiling(ferry: Task, tmp_path: Path) -> None:
    assert _lines([Floor("ferry", "held_out errors", "at most", 3)], tmp_path)[0]
    assert not _lines([Floor("ferry", "held_out errors", "at most", 2)], tmp_path)[0]


def test_a_measure_that_is_gone_fails(ferry: Task, tmp_path: Path) -> None:
    held, said = _lines([Floor("ferry", "recall", "at least", 0)], tmp_path)
    assert not held
    assert "absent" in said


def test_a_scorer_that_breaks_fails_and_the_rest_is_scored(ferry: Task, tmp_path: Path) -> None:
    def broken(_path: Path) -> dict[str, float]:
        raise ValueError("no ferries")

    sys.modules["evals.ferry"].score = broken
    held, said = _lines([Floor("ferry", "F1", "at least", 0)], tmp_path)
    assert not held
    assert "no ferries" in said


@pytest.mark.parametrize("there", [True, False])
def test_absent_corpora_are_skipped_and_said_so(ferry: Task, tmp_path: Path, *, there: bool) -> None:
    held, said = _lines([Floor("ferry", "F1", "at least", 99)], tmp_path / "elsewhere" if there else None)
    assert held
    assert "skipped" in said


def test_code_that_is_not_there_is_said_so() -> None:
    with pytest.raises(CannotScoreError, match="not part of this checkout"):
        Task("raft", "rafts", "evals.raft.task", "rafts").load()


def test_every_floor_is_of_a_task_that_is_there() -> None:
    for floor in read_floors():
        assert importlib.util.find_spec(find(floor.task).module)


def test_no_two_tasks_share_a_name() -> None:
    every = [name for task in TASKS for name in (task.name, task.also)]
    assert len(every) == len(set(every))


def test_scores_are_printed_by_either_name(ferry: Task, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--corpora", str(tmp_path), "score", "boats"]) == 0
    assert capsys.readouterr().out.split() == ["F1", "90.0000", "held_out", "errors", "3.0000"]


def test_a_task_without_a_format_writes_no_predictions(
    ferry: Task, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["predict", "ferry", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "no format" in capsys.readouterr().err


def test_an_unknown_task_is_answered_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["score", "submarines"]) == 1
    assert "roles" in capsys.readouterr().err
