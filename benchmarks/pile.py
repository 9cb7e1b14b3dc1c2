"""A pile of articles read, cleaned and searched for copies: articles a second, memory, and how both grow.

Each size runs in a process of its own, since a process's peak memory never falls. The articles come from three
corpora, drawn with a fixed seed; the smaller pile is part of the larger one.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpora import ecbplus, polnear, t17

SIZES = (1000, 3500)
_SEED = 20261121
_NEEDED = ("t17", "polnear", "ecbplus")
_PRINTED = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


class Row(NamedTuple):
    """One article as a line of JSON."""

    id: str
    text: str
    published: str | None


class Stage(NamedTuple):
    """What one stage took: seconds of wall clock and of processor, and the peak of memory when it ended, in MB."""

    name: str
    wall: float
    processor: float
    peak: int
    made: int


def run(corpora: Path) -> None:
    """Print the benchmark; skips, saying so, where a corpus is absent."""
    absent = [name for name in _NEEDED if not (corpora / name).is_dir()]
    if absent:
        print(f"pile: skipped, no {', '.join(absent)} in the corpora ({corpora})")
        return
    rows = list(_rows(corpora))
    random.Random(_SEED).shuffle(rows)
    print(f"pile: drawn from {len(rows)} articles of {', '.join(_NEEDED)}")
    before: list[Stage] = []
    with TemporaryDirectory() as folder:
        for size in SIZES:
            pile = Path(folder) / f"{size}.jsonl"
            pile.write_text("".join(json.dumps(row._asdict()) + "\n" for row in rows[:size]), encoding="utf-8")
            words = sum(len(row.text.split()) for row in rows[:size])
            stages = _measured(pile)
            _print(size, words, stages, before)
            before = stages


def _rows(corpora: Path) -> Iterator[Row]:
    for dated in t17.read(corpora):
        yield Row(f"t17/{dated.id}", _running(dated.text), dated.date.isoformat())
    for article in (*polnear.read(corpora, "train"), *polnear.read(corpora, "dev")):
        yield Row(f"polnear/{article.id}", article.text, None)
    for document in ecbplus.read(corpora):
        yield Row(f"ecbplus/{document.id}", document.text, None)


def _running(tokenised: str) -> str:
    """A tokenised text with brackets and marks as printed; its spaces stay, which changes no speed."""
    return "\n".join(" ".join(_PRINTED.get(word, word) for word in line.split()) for line in tokenised.split("\n"))


def _measured(pile: Path) -> list[Stage]:
    command = [sys.executable, "-m", "benchmarks.pile", str(pile)]
    start = time.perf_counter()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    stages = [Stage(*fields) for fields in json.loads(printed)]
    processor = sum(stage.processor for stage in stages)
    return [*stages, Stage("all", time.perf_counter() - start, processor, stages[-1].peak, stages[1].made)]


def _print(size: int, words: int, stages: list[Stage], before: list[Stage]) -> None:
    print(f"\n  {size} articles, {words / size:.0f} words on average")
    print(f"  {'stage':28} {'wall s':>7} {'cpu s':>7} {'a second':>9} {'peak MB':>8}  growth")
    smaller = {stage.name: stage for stage in before}
    for stage in stages:
        rate = size / stage.processor if stage.processor else 0.0
        times = f"x{stage.processor / smaller[stage.name].processor:.1f}" if stage.name in smaller else ""
        print(f"  {stage.name:28} {stage.wall:7.1f} {stage.processor:7.1f} {rate:9.0f} {stage.peak:8}  {times}")
    print(f"  {stages[1].made} of {size} are articles; {stages[2].made} shared passages found")
    if before:
        print(f"  (growth: processor time against the pile of {SIZES[0]}; {SIZES[1] / SIZES[0]:.1f} would be linear)")


def _child(pile: Path) -> list[Stage]:
    """The stages in a process of their own; what one hands on, it keeps, as a reader of the record would."""
    from readout.clean import clean  # noqa: PLC0415 - only the measured process loads what it measures
    from readout.errors import NotAnArticle  # noqa: PLC0415
    from readout.link import link  # noqa: PLC0415
    from readout.model.text import Article, Page  # noqa: PLC0415
    from readout.read import read_inputs  # noqa: PLC0415

    def cleaned(page: Page) -> Article | None:
        try:
            return clean(page)
        except NotAnArticle:
            return None

    clock = _Clock()
    pages = read_inputs([str(pile)]).pages
    clock.stop("read", len(pages))
    articles = {article.id: article for page in pages if (article := cleaned(page)) is not None}
    clock.stop("clean", len(articles))
    links = link(list(articles.values()))
    clock.stop("link: copies, origins, dates", len(links.passages))
    return clock.stages


class _Clock:
    """Wall clock and processor time from one stop to the next."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def stop(self, name: str, count: int) -> None:
        """End a stage that made so many things."""
        wall, processor = time.perf_counter(), time.process_time()
        self.stages.append(Stage(name, wall - self._wall, processor - self._processor, peak_megabytes(), count))
        self._wall, self._processor = wall, processor


def peak_megabytes() -> int:
    """The most memory that this process has held so far."""
    import resource  # noqa: PLC0415 - absent on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


if __name__ == "__main__":
    print(json.dumps(_child(Path(sys.argv[1]))))
