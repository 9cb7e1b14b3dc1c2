"""PolNeAR (Newell, Margolin and Ruths 2018): political news with every attribution's source, cue and content.

Spans are code points into the article's text; a content may be of several spans, and no two attributions nest.
`cofe_valid.txt` holds the tokenised sentence windows in which published systems are scored
on the development articles.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: each part is a run of spans in the order stored; empty where the text names none."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class PolnearArticle:
    """One article and its attributions."""

    id: str
    publisher: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """One scored stretch of an article: tokens and their BIO tags. `article` is the article's id."""

    article: str
    tokens: tuple[str, ...]
    tags: tuple[str, ...]


def read(root: Path, split: Literal["train", "dev"]) -> Iterator[PolnearArticle]:
    """Yield the articles of `root/polnear/SPLIT.jsonl` in the stored order."""
    yield from read_file(root / "polnear" / f"{split}.jsonl")


def read_file(path: Path) -> Iterator[PolnearArticle]:
    """Yield the articles of one file of JSON lines in the corpus's form."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield PolnearArticle(
                id=row["id"],
                publisher=row.get("publisher", ""),
                text=row["text"],
                attributions=tuple(_attribution(one) for one in row.get("attributions", [])),
            )


def windows(path: Path) -> Iterator[Window]:
    """Yield the windows of `cofe_valid.txt` (its ids are those of the articles with a further suffix)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Window(row["id"].rsplit("_", 1)[0], tuple(row["tokens"]), tuple(row["labels"]))


def _attribution(row: dict[str, list[list[int]]]) -> Attribution:
    source, cue, content = (
        tuple((start, end) for start, end in row.get(part, [])) for part in ("source", "cue", "content")
    )
    return Attribution(source, cue, content)
