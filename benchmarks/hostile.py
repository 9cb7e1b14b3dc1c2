"""Texts that slow patterns down: one hostile line in a report, cleaned at three lengths.

Scraped pages hold such lines: data drawn as text, ruled lines, tables flattened to dots, lists of a thousand names.
Time should grow with the length, four times from one column to the next; what grows much faster is a pattern to mend.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SIZES = (4_000, 16_000, 64_000)
_LIMIT = 20.0  # seconds for one text; a pattern that takes longer has exploded
_REPORT = (
    "Ferry service resumes after storm\n\nBy Ann Lee\n\nHARBOUR TOWN, March 3 -- The ferry between the two islands "
    "resumed on Thursday after three days of storm, the port authority said.\n\n"
    "“We have checked every vessel and the crews are ready,” said Bo Ek, who heads the authority. He added that the "
    "first boats would leave at noon and that the timetable would be normal by the weekend.\n\n"
)
_AFTER = "\n\nAbout four hundred people had been waiting on the smaller island, officials said on Wednesday.\n"

LINES: dict[str, Callable[[int], str]] = {
    "capitals": lambda size: "A" * size,
    "encoded data": lambda size: ("aGVsbG8gd29ybGQ5" * (size // 16 + 1))[:size],
    "spaces inside a line": lambda size: "He said so" + " " * size + "on Monday.",
    "hard spaces": lambda size: "He said so" + "\u00a0 " * (size // 2) + "on Monday.",
    "blank lines": lambda size: "\n \n" * (size // 3),
    "dashes": lambda size: "- " * (size // 2),
    "dots": lambda size: ". " * (size // 2),
    "brackets": lambda size: "(" * size,
    "quotation marks": lambda size: '"' * size,
    "names and commas": lambda size: "By " + "Anna Maria Smith, " * (size // 18),
    "names and bars": lambda size: "Anna Smith | " * (size // 13),
    "initials": lambda size: "A. B. " * (size // 6),
    "handles": lambda size: "@a " * (size // 3),
    "numbers": lambda size: "12 34 5,6 " * (size // 10),
    "addresses": lambda size: "http://a.example/c?d=e&f " * (size // 25),
    "short lines": lambda size: "\n".join(f"Item {number} of the list" for number in range(size // 20)),
    "paragraphs": lambda size: "\n\n".join(
        f"The council of district {number} said on Tuesday that its schools would open again."
        for number in range(size // 80)
    ),
}


def run(_corpora: Path) -> None:
    """Print seconds of each line at each length, in a process of its own so that an explosion can be stopped."""
    lengths = ", ".join(f"{size:,}" for size in SIZES)
    print(f"hostile: seconds to clean a report with one such line, at {lengths} characters")
    for name in LINES:
        times = [_seconds(name, size) for size in SIZES]
        shown = " ".join(f"{taken:>8}" if isinstance(taken, str) else f"{taken:8.3f}" for taken in times)
        print(f"  {name:24} {shown}")


def _seconds(name: str, size: int) -> float | str:
    """Processor time, or what went wrong: no text may break the cleaner, but a benchmark goes on."""
    command = [sys.executable, "-m", "benchmarks.hostile", name, str(size)]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_LIMIT)
    except subprocess.TimeoutExpired:
        return f">{_LIMIT:.0f}"
    return float(done.stdout) if done.returncode == 0 else "BREAKS"


def _child(name: str, size: int) -> float:
    from readout.clean import clean  # noqa: PLC0415 - only the measured process loads what it measures
    from readout.errors import NotAnArticle  # noqa: PLC0415
    from readout.model.text import Page  # noqa: PLC0415

    clean(Page("warm", _REPORT + _AFTER))
    start = time.process_time()
    with suppress(NotAnArticle):
        clean(Page(name, _REPORT + LINES[name](size) + _AFTER))
    return time.process_time() - start


if __name__ == "__main__":
    print(_child(sys.argv[1], int(sys.argv[2])))
