"""How soon the command answers, and small jobs from end to end, each in a fresh process."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_HELPS, _BUILDS = 10, 3
_ROOT = Path(__file__).resolve().parents[1]
_EMPTY = "pass"


def run(corpora: Path) -> None:
    """Print the benchmark. The seeds lie beside the corpora where they are there; the examples always."""
    print(f"startup: wall clock and processor seconds, medians of {_HELPS} starts, of {_BUILDS} builds")
    command = [sys.executable, "-m", "readout.cli.main"]
    script = Path(sys.executable).with_name("readout")
    command = [str(script)] if script.exists() else command
    print(f"  {'python, nothing else':34} {_median([sys.executable, '-c', _EMPTY], _HELPS)}")
    print(f"  {'readout --help':34} {_median([*command, '--help'], _HELPS)}")
    for folder in (corpora.parent / "seeds", _ROOT / "examples"):
        if folder.is_dir():
            print(f"  {_label(folder):34} {_built(command, folder)}")
        else:
            print(f"  build {folder.name}: skipped, no such folder here")


def _label(folder: Path) -> str:
    return f"readout build {folder.name} ({sum(1 for each in folder.iterdir() if each.is_file())} files)"


def _built(command: Sequence[str], folder: Path) -> str:
    """Record and page of a folder, from start to end."""
    with TemporaryDirectory() as out:
        to = ["--json", f"{out}/record.json", "--html", f"{out}/record.html", "--quiet"]
        return _median([*command, "build", str(folder), *to], _BUILDS)


def _median(command: Sequence[str], times: int) -> str:
    """Medians of a command, after one run that warms the disk's cache; its last word where it fails."""
    walls, processors = [], []
    for _ in range(times + 1):
        wall, processor = time.perf_counter(), _children()
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            return f"FAILS: {(done.stderr.strip().splitlines() or ['without a word'])[-1]}"
        walls.append(time.perf_counter() - wall)
        processors.append(_children() - processor)
    return f"{statistics.median(walls[1:]):7.3f} {statistics.median(processors[1:]):7.3f}"


def _children() -> float:
    """Processor time of all ended child processes so far."""
    used = os.times()
    return used.children_user + used.children_system
