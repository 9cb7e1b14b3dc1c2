"""Worldwide English NER (Shan and others 2023): news from outside the West, nine types of name, BIO by paragraph."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TYPES = ("Person", "Organization", "Location", "NORP", "Facility", "Product", "Date", "Money", "Misc")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens and their tags, one for one."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """One article, paragraph by paragraph."""

    id: str
    paragraphs: tuple[Paragraph, ...]


def read(root: Path, split: Literal["train", "dev"]) -> Iterator[NamedArticle]:
    """Yield the articles of `root/worldwide_ner/SPLIT.jsonl` in the stored order."""
    yield from read_file(root / "worldwide_ner" / f"{split}.jsonl")


def read_file(path: Path) -> Iterator[NamedArticle]:
    """Yield the articles of one file of JSON lines in the corpus's form."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield NamedArticle(row["id"], tuple(_paragraph(rows) for rows in row["paragraphs"]))


def _paragraph(rows: list[list[str] | str]) -> Paragraph:
    """Pairs of token and tag; a token without a tag is outside every name."""
    pairs = [(row, "O") if isinstance(row, str) else (row[0], row[1] if len(row) > 1 else "O") for row in rows]
    return Paragraph(tuple(token for token, _ in pairs), tuple(tag for _, tag in pairs))
