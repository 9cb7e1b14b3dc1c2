"""The labelled sources: ids and offsets of PolNeAR development articles, and whom each source means (GUIDELINE.md)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpora.polnear import Extent

LABELS = Path(__file__).with_name("labels.jsonl")


@dataclass(frozen=True, slots=True)
class Label:
    """One attribution of an article, by its number, and a full naming mention of its speaker; None: nobody named.

    `none_too`: no name is right as well.
    """

    article: str
    split: Literal["dev", "held_out"]
    attribution: int
    source: Extent
    name: Extent | None
    none_too: bool


def read_labels(path: Path = LABELS) -> Iterator[Label]:
    """The labels in the stored order."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Label(
            article=row["article"],
            split=row["split"],
            attribution=row["attribution"],
            source=(row["source"][0], row["source"][1]),
            name=(row["name"][0], row["name"][1]) if row["name"] else None,
            none_too=row["none_too"],
        )
