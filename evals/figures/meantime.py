"""Task `meantime_figures`: money, percentages and quantities of the opening sentences of Wikinews articles.

The corpus marks lengths of time as TIMEX3 and leaves many counts unmarked, so that its precision says little: figures
of time are not counted, and `P` is a lower bound.
"""

import json
from collections import Counter
from pathlib import Path

from corpora.meantime_values import ValuedArticle, read
from readout.annotate import annotate
from readout.clean import clean
from readout.model.notes import FigureMention
from readout.model.text import Page

_TIME = frozenset(
    ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "quarter", "year of age")
)


def predict(path: Path, out: Path) -> None:
    """JSON lines `id`, `values`: offsets into the text that `corpora.meantime` gives."""
    with out.open("w", encoding="utf-8") as lines:
        for valued in read(path):
            rows = [{"start": one.span.start, "end": one.span.end} for one in _figures(valued)]
            lines.write(json.dumps({"id": valued.article.id, "values": rows}) + "\n")


def score(path: Path) -> dict[str, float]:
    """In per cent: how many marked figures are found, by type, and how many of those told are marked."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    told = right = 0
    for valued in read(path):
        figures = _figures(valued)
        for value in valued.values:
            hit = any(one.span.start < value.span[1] and value.span[0] < one.span.end for one in figures)
            gold[value.type] += 1
            found[value.type] += hit
        told += len(figures)
        right += sum(
            any(one.span.start < value.span[1] and value.span[0] < one.span.end for value in valued.values)
            for one in figures
        )
    scores = {f"{kind.lower()} R": 100.0 * found[kind] / gold[kind] for kind in sorted(gold)}
    return scores | {"R": 100.0 * found.total() / gold.total(), "P": 100.0 * right / told}


def _figures(valued: ValuedArticle) -> list[FigureMention]:
    """The figures of the sentences that the corpus annotates, but for those of time."""
    notes = annotate([clean(Page(valued.article.id, valued.article.text))], threads=1, vectors=False)[0]
    end = valued.article.annotated
    return [one for one in notes.figures if one.span.end <= end and one.amount.unit not in _TIME]
