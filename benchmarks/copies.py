"""Shared passages and origins in a pile: articles a second and peak memory, for a thousand and for 3,500 articles.

The articles are those of `polnear`, `ecbplus` and `t17` in one shuffled pile, every line of them a paragraph. Each size
runs in a process of its own, so that the peak is its own. Processor time is told too, since machines are shared.
"""

import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from corpora import ecbplus, polnear, t17
from readout.link.origins import find_origins
from readout.link.passages import find_passages
from readout.model.text import Article, Block, Heading, Medium, Role

SIZES = (1000, 3500)
SEED = 7

_LINE = re.compile(r"\S[^\n]*")


def run(corpora: Path) -> None:
    """Print a line for each size; skips, saying so, where a corpus is absent."""
    missing = [name for name in ("polnear", "ecbplus", "t17") if not (corpora / name).is_dir()]
    if missing:
        print(f"copies: skipped, no {', '.join(missing)} in {corpora}")
        return
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "benchmarks.copies", str(corpora), str(size)], check=True)


def measure(corpora: Path, size: int) -> None:
    """Link one pile in this process and print what it took."""
    everything = list(_articles(corpora))
    random.Random(SEED).shuffle(everything)
    articles = everything[:size]
    words = sum(len(article.text.split()) for article in articles)
    del everything
    before = _peak()
    clock, processor = time.perf_counter(), time.process_time()
    passages = find_passages(articles)
    origins = find_origins(articles, passages)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(
        f"copies: {len(articles)} articles of {words // len(articles)} words in {clock:.1f} s "
        f"({processor:.1f} s of processor time, {len(articles) / processor:.0f} articles a second of it); "
        f"peak {_peak()} MB, {before} MB of it before linking; "
        f"{len(passages)} passages, {len(origins)} origins"
    )


def _articles(corpora: Path) -> Iterator[Article]:
    for one in (*polnear.read(corpora, "train"), *polnear.read(corpora, "dev")):
        yield _article(f"polnear/{one.id}", one.text)
    for ecb in ecbplus.read(corpora):
        yield _article(f"ecbplus/{ecb.id}", ecb.text)
    for dated in t17.read(corpora):
        yield _article(f"t17/{dated.id}", dated.text)


def _article(name: str, text: str) -> Article:
    blocks = tuple(Block(Role.PARAGRAPH, *found.span()) for found in _LINE.finditer(text))
    return Article(name, name, text, Medium.TEXT, blocks, (), Heading())


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    measure(Path(sys.argv[1]), int(sys.argv[2]))
