"""The accuracy that must hold: `floors.toml`, and the run that compares it with what is measured now."""

import time
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evals.tasks import CannotScoreError, Task, find

FLOORS = Path(__file__).with_name("floors.toml")

Bound = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True)
class Floor:
    """One measure of a task and its bound."""

    task: str
    measure: str
    bound: Bound
    limit: float

    def holds(self, value: float) -> bool:
        """Whether a value keeps to the bound."""
        return value >= self.limit if self.bound == "at least" else value <= self.limit


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """The floors of a file: a table for each task, in it `at_least` and `at_most`."""
    tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    bounds: tuple[tuple[str, Bound], ...] = (("at_least", "at least"), ("at_most", "at most"))
    return [
        Floor(task, measure, bound, float(limit))
        for task, table in tables.items()
        for key, bound in bounds
        for measure, limit in table.get(key, {}).items()
    ]


def check(floors: Iterable[Floor], corpora: Path | None, say: Callable[[str], None] = print) -> bool:
    """Score every task that has floors and whose data is there; tell each measure; whether all hold.

    A task whose data is absent is skipped and said so. A task that breaks, or no longer gives a measure, fails.
    """
    by_task: dict[str, list[Floor]] = {}
    for floor in floors:
        by_task.setdefault(floor.task, []).append(floor)
    say(f"{'task':14} {'measure':34} {'value':>8}   {'floor':>16}")
    held = [_check_task(find(name), ours, corpora, say) for name, ours in by_task.items()]
    return all(held)


def _check_task(task: Task, floors: list[Floor], corpora: Path | None, say: Callable[[str], None]) -> bool:
    try:
        data = task.data(corpora)
    except CannotScoreError as error:
        say(f"{task.name:14} skipped. {error}")
        return True
    start = time.perf_counter()
    try:
        scores = task.score(data)
    except Exception as error:  # noqa: BLE001 - one broken task is told, and the others are still scored
        say(f"{task.name:14} FAILED: {type(error).__name__}: {error}")
        return False
    held = [_check_floor(floor, scores.get(floor.measure), say) for floor in floors]
    say(f"{task.name:14} {time.perf_counter() - start:.0f} s")
    return all(held)


def _check_floor(floor: Floor, value: float | None, say: Callable[[str], None]) -> bool:
    ok = value is not None and floor.holds(value)
    shown = "absent" if value is None else f"{value:.4g}"
    said = "ok" if ok else "FAILS"
    say(f"{floor.task:14} {floor.measure:34} {shown:>8}   {floor.bound:>8} {floor.limit:7.4g}   {said}")
    return ok
