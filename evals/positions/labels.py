"""The labelled statements: which positions each holds, by hand, under GUIDELINE.md."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

Extent = tuple[int, int]

HERE = Path(__file__).parent
LABELS = HERE / "labels"
ACTS = (
    "demand",
    "offer",
    "refusal",
    "threat",
    "warning",
    "promise",
    "denial",
    "accusation",
    "agreement",
    "condition",
)
DISPUTES = (
    "states",
    "war",
    "labour",
    "court",
    "budget",
    "law",
    "election",
    "business",
    "scandal",
    "local",
    "protest",
    "other",
)


@dataclass(frozen=True, slots=True)
class Label:
    """One position that a statement gives to a party; spans are offsets into the document's text."""

    act: str
    party: Extent | None
    alias: Extent | None
    acts_for: Extent | None
    target: Extent | None
    matter: Extent | None
    condition: Extent | None
    polarity: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a document, and the positions that it holds; none where `labels` is empty."""

    corpus: str
    document: str
    start: int
    end: int
    dispute: str
    annotator: str
    labels: tuple[Label, ...]


def read(path: Path) -> list[Statement]:
    """The labelled statements of a file of JSON lines."""
    return [_statement(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def write(statements: Iterable[Statement], path: Path) -> None:
    """Write statements as JSON lines, in a fixed order."""
    rows = sorted(statements, key=lambda one: (one.corpus, one.document, one.start))
    path.write_text("".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(**{**row, "labels": tuple(_label(label) for label in row["labels"])})


def _label(row: dict[str, Any]) -> Label:
    spans: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Label(**spans)
