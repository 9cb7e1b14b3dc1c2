"""Task `newsquant`: JSON lines with `text` and `quantities`, as the corpus itself is written."""

import json
from pathlib import Path

from corpora.newsquant import read_file
from evals.figures.conventions import quantities
from evals.figures.scorer import Tally


def predict(path: Path, out: Path) -> None:
    """Write the quantities found in the sentences of a file, or of `dev.jsonl` in a folder."""
    with out.open("w", encoding="utf-8") as lines:
        for sentence in read_file(_file(path)):
            rows = [
                {"change": q.change, "value": q.value, "unit": q.unit, "normalized_unit": q.normalized_unit}
                for q in quantities(sentence.text)
            ]
            lines.write(json.dumps({"text": sentence.text, "quantities": rows}, ensure_ascii=False) + "\n")


def score(path: Path) -> dict[str, float]:
    """F1 of values, of values with their units, and of values with their change, in per cent."""
    tally = Tally()
    for sentence in read_file(_file(path)):
        tally.add(sentence.quantities, quantities(sentence.text))
    return tally.scores()


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    found = [folder / "dev.jsonl" for folder in (path, path / "newsquant")]
    return next((file for file in found if file.is_file()), found[0])
