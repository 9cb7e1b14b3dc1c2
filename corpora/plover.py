"""PLOVER sentences with source, target and type (Halterman and others 2023), and machine-written stories by type.

The corpus's older type YIELD stands for what PLOVER now calls CONCEDE or RETREAT. No licence is stated.
"""

import csv
import io
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
_MARKS = ("<s>", "</s>", "<t>", "</t>")


@dataclass(frozen=True, slots=True)
class ActSentence:
    """A sentence in which `source` does `root` to `target`; both are offsets into `text`, None where not marked."""

    row: int
    id: str
    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    root: str


@dataclass(frozen=True, slots=True)
class Story:
    """A machine-written report of one type of act."""

    text: str
    root: str


def read(root: Path) -> Iterator[ActSentence]:
    """Yield the sentences of `root/plover/PLV_train.tsv` in the stored order."""
    yield from read_file(root / "plover" / "PLV_train.tsv")


def read_file(path: Path) -> Iterator[ActSentence]:
    """Yield the sentences of one TSV in the corpus's form."""
    for number, row in enumerate(rows(path)):
        text, places = _unmarked(row["marked_sentence"])
        yield ActSentence(
            row=number,
            id=row["sentence_id"],
            text=text,
            source=_pair(places, "<s>", "</s>"),
            target=_pair(places, "<t>", "</t>"),
            root=row.get("gold_root") or "",
        )


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of the TSV as they stand."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def stories(root: Path) -> Iterator[Story]:
    """Yield the machine-written stories, with the newer types CONCEDE and RETREAT for YIELD."""
    csv.field_size_limit(sys.maxsize)
    with zipfile.ZipFile(root / "plover" / "ngec_synthetic_stories.csv.zip") as archive:
        text = io.TextIOWrapper(archive.open(archive.namelist()[0]), encoding="utf-8", newline="")
        for row in csv.DictReader(text):
            yield Story(row["text"], row["label"])


def _unmarked(marked: str) -> tuple[str, dict[str, int]]:
    """The sentence without its marks, and where each first mark stood."""
    places: dict[str, int] = {}
    text = ""
    rest = marked
    while found := [(rest.index(mark), mark) for mark in _MARKS if mark in rest]:
        at, mark = min(found)
        text += rest[:at]
        places.setdefault(mark, len(text))
        rest = rest[at + len(mark) :]
    return text + rest, places


def _pair(places: dict[str, int], opening: str, closing: str) -> tuple[int, int] | None:
    start, end = places.get(opening), places.get(closing)
    return (start, end) if start is not None and end is not None and start < end else None
