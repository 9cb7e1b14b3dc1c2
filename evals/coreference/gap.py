"""GAP's pronouns: whether our chains put each with the name that it means, by its own scorer.

Each row gives two decisions, one for each name; precision and recall are of those that are true (Webster and others
2018). A name that we did not read as one is no mention of ours, and so is not what the pronoun means.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora.gap import Extent, GapRow, read, read_file
from evals import plain
from readout.annotate.annotator import each
from readout.model.notes import Notes
from readout.model.text import TextSpan


def score(path: Path) -> dict[str, float]:
    """Precision, recall and F1 over all rows and by gender, the bias, and how many rows are right as a whole."""
    rows = list(read_file(path) if path.is_file() else read(path, "validation"))
    tallies: dict[str, Counter[str]] = {name: Counter() for name in ("all", "masculine", "feminine")}
    for row, told in zip(rows, decisions(rows), strict=True):
        for name in ("all", "feminine" if row.feminine else "masculine"):
            tallies[name].update(_verdicts(row, told))
    scores = {f"{name} {label}": value for name in tallies for label, value in _measures(tallies[name]).items()}
    return scores | {"bias": round(scores["feminine F1"] / max(scores["masculine F1"], 0.1), 3)}


def predict(path: Path, out: Path) -> None:
    """Write `ID`, A-coref, B-coref with tabs between them, as GAP's scorer reads them."""
    rows = list(read_file(path))
    with out.open("w", encoding="utf-8") as lines:
        for row, told in zip(rows, decisions(rows), strict=True):
            lines.write("\t".join([row.id, *(str(one).upper() for one in told)]) + "\n")


def decisions(rows: Iterable[GapRow]) -> Iterator[tuple[bool, bool]]:
    """For each row whether the pronoun is in one chain with the first name, and with the second."""
    golds = list(rows)
    for row, notes in zip(golds, each([plain.article(one.id, one.text) for one in golds], vectors=False), strict=True):
        chains = _chains(notes, row.pronoun)
        first, second = (bool(chains & _chains(notes, name)) for name in row.names)
        yield first, second


def _chains(notes: Notes, extent: Extent) -> set[int]:
    span = TextSpan(*extent)
    return {
        place
        for place, chain in enumerate(notes.chains)
        if any(notes.mentions[i].span.overlaps(span) for i in chain.mentions)
    }


def _verdicts(row: GapRow, told: tuple[bool, bool]) -> Iterator[str]:
    yield "right" if told == row.means else "not right"
    for ours, gold in zip(told, row.means, strict=True):
        if ours or gold:
            yield "hit" if ours and gold else "false" if ours else "missed"


def _measures(tally: Counter[str]) -> dict[str, float]:
    precision = tally["hit"] / max(tally["hit"] + tally["false"], 1)
    recall = tally["hit"] / max(tally["hit"] + tally["missed"], 1)
    rows = tally["right"] + tally["not right"]
    return {
        "P": round(100 * precision, 1),
        "R": round(100 * recall, 1),
        "F1": round(200 * precision * recall / max(precision + recall, 1e-9), 1),
        "rows right": round(100 * tally["right"] / max(rows, 1), 1),
    }
