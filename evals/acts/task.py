"""Task `plover`: the PLOVER type of a sentence whose actors are given, the TSV with a `predicted_root` column."""

import csv
from collections.abc import Sequence
from pathlib import Path

from corpora.plover import ActSentence, read_file, rows
from evals.acts.scorer import older
from evals.acts.scorer import score as scored
from readout.annotate.acts import chances
from readout.annotate.encoder import encode
from readout.annotate.units import units
from readout.annotate.weights import Weights, shipped
from readout.grammar.quotation import inside


def predict(path: Path, out: Path) -> None:
    """Write the rows of a TSV, or of `PLV_train.tsv` in a folder, each with the root that we read in it."""
    file = _file(path)
    found = predicted(list(read_file(file)))
    table = rows(file)
    with out.open("w", encoding="utf-8", newline="") as lines:
        names = [*(table[0] if table else []), "predicted_root"]
        writer = csv.DictWriter(lines, names, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\")
        writer.writeheader()
        writer.writerows(row | {"predicted_root": root} for row, root in zip(table, found, strict=True))


def score(path: Path) -> dict[str, float]:
    """Scores on a TSV that the weights have not seen; on the training file see `python -m training folds`."""
    sentences = list(read_file(_file(path)))
    return scored([one.root for one in sentences], predicted(sentences))


def predicted(sentences: Sequence[ActSentence]) -> list[str]:
    """The best root for each sentence and its two actors, in the corpus's version of PLOVER."""
    weights = shipped()
    return [_root(weights, one) for one in sentences]


def _root(weights: Weights, one: ActSentence) -> str:
    found = units(weights.tokenizer, one.text, [[(0, len(one.text))]], inside(one.text))
    chance = chances(weights, encode(weights, one.text, [found]), one.source, one.target)
    by_root: dict[str, float] = {}
    for root, value in zip(weights.labels["acts"], chance.tolist(), strict=True):
        by_root[older(root)] = by_root.get(older(root), 0.0) + value
    return max(by_root, key=lambda root: by_root[root])


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    found = [folder / "PLV_train.tsv" for folder in (path, path / "plover")]
    return next((file for file in found if file.is_file()), found[0])
