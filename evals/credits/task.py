"""Task `credits`: agency and authors of the articles of a PolNeAR file, as JSON lines `id`, `agency`, `authors`.

python -m evals score credits [../shared/corpora/polnear/dev.jsonl]
python -m evals.credits.task ../shared/corpora/polnear/train.jsonl      prints the errors: of training articles only
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.credits.gold import Credits, read
from evals.credits.scorer import Found, agency_errors, author_errors, total
from readout.clean import clean
from readout.errors import NotAnArticle
from readout.model.text import Page


def predict(path: Path, out: Path) -> None:
    """Write what is found in the articles of a file, or of the development file in a folder."""
    with out.open("w", encoding="utf-8") as lines:
        for gold, found in _pairs(_file(path, "dev")):
            row = {"id": gold.id, "agency": found.agency, "authors": list(found.authors)}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def score(path: Path) -> dict[str, float]:
    """Scores on a file; given a folder, on the development file, and on the training file under `train ...`."""
    if path.is_file():
        return total(_pairs(path)).scores()
    train = total(_pairs(_file(path, "train"))).scores()
    return total(_pairs(_file(path, "dev"))).scores() | {f"train {name}": value for name, value in train.items()}


def found_in(gold: Credits) -> Found:
    """What cleaning finds in the text alone: nothing else is handed to it."""
    try:
        heading = clean(Page(gold.id, gold.text)).heading
    except NotAnArticle:
        return Found()
    agency = heading.agency.value if heading.agency else None
    authors = tuple(fact.value for fact in heading.byline)
    return Found(agency, authors, tuple(fact.value for fact in heading.contributors))


def _pairs(file: Path) -> Iterator[tuple[Credits, Found]]:
    return ((gold, found_in(gold)) for gold in read(file))


def _file(path: Path, split: str) -> Path:
    if path.is_file():
        return path
    found = [folder / f"{split}.jsonl" for folder in (path, path / "polnear")]
    return next((file for file in found if file.is_file()), found[0])


def main() -> int:
    """Print each error on a training file, for those who write the cleaning code."""
    file = Path(sys.argv[1])
    if file.stem != "train":
        print("errors are printed of train.jsonl only: the development articles are for measuring", file=sys.stderr)
        return 2
    for gold, found in _pairs(file):
        agency, authors = agency_errors(gold, found), author_errors(gold, found)
        if agency["recalled"] < agency["carried"] or agency["right"] < agency["said"]:
            print(f"agency  {gold.id}: carried {gold.agency}, found {found.agency}")
        if authors["recalled"] < authors["carried"] or authors["right"] < authors["said"]:
            carried = ", ".join(f"{name} ({cue})" for name, cue in gold.authors.items())
            print(f"author  {gold.id}: carried {carried or None}, found {list(found.authors)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
