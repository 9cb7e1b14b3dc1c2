"""The score of the article-extraction-benchmark: precision, recall and F1 of the body's word 4-grams.

    python -m evals html FOLDER          FOLDER holds html/*.html.gz and ground-truth.json

Method: github.com/scrapinghub/article-extraction-benchmark, evaluate.py: each page's true, false and missed 4-grams are
made to sum to one, so that long pages weigh no more; precision and recall are means over pages, F1 is made of the two
means; accuracy is the share of pages whose words are all right.
"""

import gzip
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura

from readout.clean import clean
from readout.errors import InputError
from readout.model.text import Page, Role
from readout.read.decoding import declared_in_html, decode
from readout.read.html.page import html_page

_NGRAM = 4
_TOKEN = re.compile(r"\w+")
_BODY_TAGS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "table"})

Counts = tuple[float, float, float]  # true, false and missed 4-grams


def score(path: Path) -> dict[str, float]:
    """Readout's scores on a folder of pages."""
    return metrics([counts for _, counts in page_counts(path, readout_body)])


def main(arguments: list[str]) -> int:
    """Prints the scores, plain trafilatura's beside them, and the pages that fare worst."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "ground-truth.json").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    for name, extract in (("readout", readout_body), ("its marks", marked_body), ("trafilatura", trafilatura_body)):
        found = list(page_counts(folder, extract))
        print(f"{name:12}", "  ".join(f"{key} {value:.3f}" for key, value in metrics([c for _, c in found]).items()))
        worst = sorted(found, key=lambda item: item[1][0])[:5]
        print(" " * 12, "worst:", ", ".join(f"{page} {counts[0]:.2f}" for page, counts in worst))
    return 0


def page_counts(folder: Path, extract: Callable[[str, str | None], str]) -> Iterator[tuple[str, Counts]]:
    """Each page's name and counts."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, entry in sorted(truth.items()):
        yield name, matches(entry.get("articleBody") or "", extract(markup_of(folder / "html", name), entry.get("url")))


def markup_of(folder: Path, name: str) -> str:
    """One page's HTML, packed or not."""
    packed = folder / f"{name}.html.gz"
    data = gzip.decompress(packed.read_bytes()) if packed.is_file() else (folder / f"{name}.html").read_bytes()
    return decode(data, declared_in_html(data)) or ""


def readout_body(markup: str, url: str | None) -> str:
    """The body that Readout sees; empty where it takes the page for none."""
    try:
        return body_of(html_page("page", markup, url))
    except InputError:
        return ""


def body_of(page: Page) -> str:
    """The paragraphs of a report and the subheads between them, as cleaning tells them."""
    body = [block for block in clean(page).blocks if block.role in {Role.PARAGRAPH, Role.SUBHEAD}]
    start = next((index for index, block in enumerate(body) if block.role is Role.PARAGRAPH), 0)
    return "\n".join(block.span.of(page.text) for block in body[start:])


def marked_body(markup: str, url: str | None) -> str:
    """The body as the marks of the page alone tell it, before cleaning."""
    try:
        page = html_page("page", markup, url)
    except InputError:
        return ""
    body = [mark for mark in page.marks if mark.tag in _BODY_TAGS]
    start = next((index for index, mark in enumerate(body) if mark.tag == "p"), 0)  # above it stand standfirsts
    return "\n".join(page.text[mark.start : mark.end] for mark in body[start:])


def trafilatura_body(markup: str, url: str | None) -> str:
    """What trafilatura alone makes of the page."""
    return trafilatura.extract(markup, url=url, include_comments=False) or ""


def matches(true: str, found: str) -> Counts:
    """True, false and missed 4-grams, as shares of their sum."""
    expected, got = _shingles(true), _shingles(found)
    hits, false, missed = (expected & got).total(), (got - expected).total(), (expected - got).total()
    total = hits + false + missed
    return (hits / total, false / total, missed / total) if total else (0.0, 0.0, 0.0)


def metrics(counts: list[Counts]) -> dict[str, float]:
    """The means over pages."""
    precision = statistics.mean([_share(hits, false) for hits, false, _ in counts if hits + false > 0] or [0.0])
    recall = statistics.mean([_share(hits, missed) for hits, _, missed in counts if hits + missed > 0] or [0.0])
    accuracy = statistics.mean([float(false == missed == 0) for _, false, missed in counts])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": f1, "precision": precision, "recall": recall, "accuracy": accuracy}


def _share(hits: float, wrong: float) -> float:
    return hits / (hits + wrong)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    grams = (tuple(words[start : start + _NGRAM]) for start in range(max(1, len(words) - _NGRAM + 1)))
    return Counter(gram for gram in grams if gram)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
