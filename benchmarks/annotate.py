"""Annotation: articles a second, where the time goes, memory, and the first article from a cold start."""

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peak import integer_rate
from corpora import polnear
from evals import plain
from readout.annotate.acts import acts
from readout.annotate.annotator import each
from readout.annotate.attributions import attributions
from readout.annotate.encoder import encode
from readout.annotate.names import mentions
from readout.annotate.parses import parse
from readout.annotate.reading import marked, readings
from readout.annotate.units import units
from readout.annotate.weights import Floats, Graphs, Integers, Weights, shipped
from readout.model.text import Article

_SHORTEST, _LONGEST = 600, 800  # words: articles of about seven hundred
_COUNT = 32
_THREADS = 2
_LAYER = 2 * (4 * 384 * 384 + 2 * 384 * 1536)  # operations of one layer's matrix products for one subword
_ROUNDS = 3


def run(corpora: Path) -> None:
    """Print the benchmark; skips, saying so, where the corpus is absent."""
    if not (corpora / "polnear" / "dev.jsonl").is_file():
        print(f"annotate: skipped, no polnear/dev.jsonl in {corpora}")
        return
    found = (plain.article(one.id, one.text) for one in polnear.read(corpora, "dev"))
    articles = [one for one in found if _SHORTEST <= len(one.text.split()) <= _LONGEST][:_COUNT]
    mean = sum(len(one.text.split()) for one in articles) / len(articles)
    print(f"annotate: {len(articles)} articles of {mean:.0f} words on average")
    _report_start(articles)
    for threads in (1, _THREADS):
        best = max(_rate(articles, threads) for _ in range(_ROUNDS))
        print(f"  {threads} thread(s): {best:.1f} articles a second")
    _report_stages(articles)


def _rate(articles: Sequence[Article], threads: int) -> float:
    start = time.perf_counter()
    count = sum(1 for _ in each(articles, threads=threads))
    return count / (time.perf_counter() - start)


def _report_start(articles: Sequence[Article]) -> None:
    """In a process of its own: the first article from nothing, and memory after many and after a very long one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps([one.text for one in articles]), encoding="utf-8")
        start = time.perf_counter()
        command = [sys.executable, "-m", "benchmarks.annotate", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            first = time.perf_counter() - start
            many, long = process.stdout.readline().strip(), process.stdout.readline().strip()
    print(f"  first article from a cold start: {first:.2f} s")
    print(f"  resident at most: {many} MB after all of them, {long} MB after one of 20,000 words")


def _started(path: Path) -> None:
    texts = json.loads(path.read_text(encoding="utf-8"))
    articles = [plain.article(f"a-{number}", text) for number, text in enumerate(texts)]
    list(each(articles[:1], threads=_THREADS))
    print("first", flush=True)
    list(each(articles, threads=_THREADS))
    print(_resident(), flush=True)
    long = "\n".join(texts * (1 + 20_000 // sum(len(text.split()) for text in texts)))
    list(each([plain.article("a-long", long)], threads=_THREADS))
    print(_resident(), flush=True)


def _resident() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


class _Clock:
    """Processor time by stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.subwords: Counter[str] = Counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.thread_time()
        yield
        self.spent[name] += time.thread_time() - start


class _Timed:
    """The graphs with a clock."""

    def __init__(self, graphs: Graphs, clock: _Clock) -> None:
        self.graphs = graphs
        self.clock = clock

    def sentences(self, ids: Integers, mask: Integers) -> tuple[Floats, Floats]:
        self.clock.subwords["sentences"] += int(mask.sum())
        with self.clock.stage("sentences"):
            return self.graphs.sentences(ids, mask)

    def names(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        self.clock.subwords["names"] += hidden.shape[1]
        with self.clock.stage("names"):
            return self.graphs.names(hidden, features)

    def statements(self, hidden: Floats, features: Integers) -> dict[str, Floats]:
        self.clock.subwords["statements"] += hidden.shape[1]
        with self.clock.stage("statements"):
            return self.graphs.statements(hidden, features)

    def parser(self, arcs: Floats) -> tuple[Floats, Floats]:
        with self.clock.stage("parser"):
            return self.graphs.parser(arcs)


_LAYERS = {"sentences": 6, "names": 3, "statements": 3}
_STAGES = (
    ("quotation marks and order of reading", ("reading",)),
    ("subwords and features", ("units",)),
    ("graph: sentences (6 layers)", ("sentences",)),
    ("graph: names (3 layers)", ("names",)),
    ("graph: statements (3 layers)", ("statements",)),
    ("batches, windows, joining", ("encode",)),
    ("graph: parser", ("parser",)),
    ("trees", ("parse",)),
    ("names decoded", ("mentions",)),
    ("attributions decoded and linked", ("attributions",)),
    ("acts decoded", ("acts",)),
)


def _report_stages(articles: Sequence[Article]) -> None:
    clock = _Clock()
    whole = shipped()
    weights = Weights(_Timed(whole.graphs, clock), whole.tokenizer, whole.labels, whole.decoders)
    for article in articles:
        _read(weights, article, clock)
    clock.spent["encode"] -= sum(clock.spent[name] for name in _LAYERS)
    clock.spent["parse"] -= clock.spent["parser"]
    total = sum(clock.spent.values())
    peak = integer_rate()
    print(f"  peak integer matrix rate, one thread, in this run: {peak:.0f} billion operations a second")
    print(f"  {'processor time of one article':40} {'ms':>7} {'share':>6}  {'of peak':>7}")
    for label, names in _STAGES:
        spent = sum(clock.spent[name] for name in names)
        done = sum(clock.subwords[name] * _LAYERS.get(name, 0) * _LAYER for name in names)
        share = f"{done / spent / 1e9 / peak:7.0%}" if done else ""
        print(f"  {label:40} {1000 * spent / len(articles):7.1f} {spent / total:6.1%}  {share}")
    print(f"  {'all':40} {1000 * total / len(articles):7.1f}")
    rate = _THREADS * len(articles) / total
    print(f"  by processor time, {_THREADS} cores with nothing else to do: {rate:.1f} articles a second")


def _read(weights: Weights, article: Article, clock: _Clock) -> None:
    with clock.stage("reading"):
        parts = readings(article)
    for part in parts:
        with clock.stage("units"):
            inside = marked(part.quotations)
            sequences = [units(weights.tokenizer, article.text, one.paragraphs, inside) for one in part.passages]
        with clock.stage("encode"):
            encoded = encode(weights, article.text, sequences)
        with clock.stage("parse"):
            parsed = parse(weights, encoded)
        with clock.stage("mentions"):
            named = mentions(weights, encoded, parsed)
        with clock.stage("attributions"):
            said = attributions(weights, encoded, parsed, part.quotations)
        with clock.stage("acts"):
            acts(weights, encoded, parsed, named, said)


if __name__ == "__main__":
    _started(Path(sys.argv[1]))
