"""Run the benchmarks: `python -m benchmarks [--corpora DIR] [NAME...]`, all of them where none is named."""

import argparse
import importlib
import os
import platform
import sys
from pathlib import Path

from corpora.location import corpora_root

BENCHMARKS = {
    "startup": ("benchmarks.startup", "how soon the command answers; small jobs from end to end"),
    "pile": ("benchmarks.pile", "1,000 and 3,500 articles read, cleaned and searched for copies"),
    "hostile": ("benchmarks.hostile", "texts that slow patterns down: long lines, long runs, many lines"),
    "copies": ("benchmarks.copies", "the search for copies alone"),
    "page": ("benchmarks.page", "the page of fifty reports: written, opened, searched, filtered"),
    "speakers": ("benchmarks.speakers", "what resolving and merging of speakers cost beside annotation"),
    "annotate": ("benchmarks.annotate", "names, attributions, acts and parses"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the named benchmarks, each in this process and in its turn."""
    listed = "\n".join(f"  {name:10} {about}" for name, (_, about) in BENCHMARKS.items())
    parser = argparse.ArgumentParser("benchmarks", None, listed, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=corpora_root(), help="default: READOUT_CORPORA")
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
    print(f"{machine()}\n")
    for name in given.names or BENCHMARKS:
        _run(name, given.corpora or Path("absent"))
        print()
    return 0


def machine() -> str:
    """What the numbers were measured on: processor, cores, load of the last minute, Python."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{_processor()}, {cores} cores{load}, Python {platform.python_version()}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    named = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return named or platform.processor() or platform.machine()


def _run(name: str, corpora: Path) -> None:
    module, _ = BENCHMARKS[name]
    try:
        benchmark = importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        print(f"{name}: skipped, {module} is not part of this checkout")
        return
    benchmark.run(corpora)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
