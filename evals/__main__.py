"""Scores, predictions and floors from the command line.

python -m evals list                                what can be scored
python -m evals score TASK [PATH]                   the scores on PATH, by default on the development data
python -m evals predict TASK PATH --out PATH        predictions in the gold's own format
python -m evals floors                              every task that has floors; 1 if any is below its floor
python -m evals html FOLDER                         a folder of the article-extraction-benchmark's shape
"""

import argparse
import sys
from pathlib import Path

from corpora.location import corpora_root
from evals.floors import check, read_floors
from evals.tasks import TASKS, CannotScoreError, find


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 done, 1 below a floor or data absent, 2 wrong usage."""
    given = _parser().parse_args(arguments)
    corpora = given.corpora or corpora_root()
    try:
        return _run(given, corpora)
    except CannotScoreError as error:
        print(error, file=sys.stderr)
        return 1


def _run(given: argparse.Namespace, corpora: Path | None) -> int:
    match given.command:
        case "list":
            _list()
        case "floors":
            return 0 if check(read_floors(), corpora) else 1
        case "score":
            _score(given.task, given.path, corpora)
        case "predict":
            find(given.task).predict(_existing(given.path), given.out)
        case "html":
            return int(find("html").load().main([str(_existing(given.folder))]))
    return 0


def _list() -> None:
    for task in TASKS:
        data = f"needs {task.needs}" if task.needs else "data in the repository"
        print(f"{task.name:14} or {task.also:13} {task.about} ({data})")


def _score(name: str, path: Path | None, corpora: Path | None) -> None:
    task = find(name)
    for measure, value in task.score(task.data(corpora) if path is None else _existing(path)).items():
        print(f"{measure:38} {value:9.4f}")


def _existing(path: Path) -> Path:
    if not path.exists():
        raise CannotScoreError(f"{path}: no such file or folder")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("evals", None, __doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="the corpora's folder (default: READOUT_CORPORA)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="what can be scored")
    commands.add_parser("floors", help="compare every floor with what is measured now")
    score = commands.add_parser("score", help="print the scores of a task")
    score.add_argument("task")
    score.add_argument("path", type=Path, nargs="?")
    predict = commands.add_parser("predict", help="write predictions in the gold's own format")
    predict.add_argument("task")
    predict.add_argument("path", type=Path)
    predict.add_argument("--out", type=Path, required=True)
    html = commands.add_parser("html", help="score a folder of HTML pages")
    html.add_argument("folder", type=Path)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
