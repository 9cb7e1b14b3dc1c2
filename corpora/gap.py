"""GAP (Webster and others 2018): pronouns in Wikipedia's texts and the two names that each could mean. Apache-2.0.

Offsets are code points into the text of the row.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Extent = tuple[int, int]
_FEMALE = frozenset({"she", "her", "hers"})


@dataclass(frozen=True, slots=True)
class GapRow:
    """One pronoun, and whether it means the first name, the second, or neither."""

    id: str
    text: str
    pronoun: Extent
    names: tuple[Extent, Extent]
    means: tuple[bool, bool]

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is a woman's."""
        return self.text[slice(*self.pronoun)].casefold() in _FEMALE


def read(root: Path, split: Literal["development", "validation"]) -> Iterator[GapRow]:
    """Yield the rows of `root/gap/gap-SPLIT.tsv`."""
    yield from read_file(root / "gap" / f"gap-{split}.tsv")


def read_file(path: Path) -> Iterator[GapRow]:
    """Yield the rows of one file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield GapRow(
                id=row["ID"],
                text=row["Text"],
                pronoun=_extent(row["Pronoun-offset"], row["Pronoun"]),
                names=(_extent(row["A-offset"], row["A"]), _extent(row["B-offset"], row["B"])),
                means=(row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"),
            )


def _extent(offset: str, words: str) -> Extent:
    return int(offset), int(offset) + len(words)
