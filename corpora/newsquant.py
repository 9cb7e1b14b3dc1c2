"""NewsQuant (Almasian and others 2023): news sentences with quantities, their units and directions of change."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as labelled: `change` is one of = ~ > < up down; `value` a number or a range; "-" is no unit."""

    change: str
    value: str
    unit: str
    normalized_unit: str


@dataclass(frozen=True, slots=True)
class QuantitySentence:
    """A sentence and its quantities, in no order."""

    text: str
    quantities: tuple[Quantity, ...]


def read_file(path: Path) -> Iterator[QuantitySentence]:
    """Yield the sentences in stored order."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows = row.get("quantities", ())
            yield QuantitySentence(
                row["text"],
                tuple(Quantity(q["change"], str(q["value"]), q["unit"], q["normalized_unit"]) for q in rows),
            )
