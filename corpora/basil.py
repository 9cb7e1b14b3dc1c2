"""Articles of BASIL (Fan and others 2019): one event in three outlets, each outlet's own full report."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class BasilArticle:
    """One article. The articles of one event share `topic`; `text` is the body, sentences of a paragraph on one line.

    The id is the event's and the outlet's (`fox`, `nyt` or `hpo`), since two articles have none of their own.
    """

    id: str
    topic: str
    source: str
    title: str
    url: str
    date: date
    event: str
    text: str


def read(root: Path) -> Iterator[BasilArticle]:
    """Yield the articles in `root/basil/*.jsonl`, in the stored order, the files by name."""
    for path in sorted((root / "basil").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from _articles(json.loads(line))


def _articles(triplet: list[dict[str, Any]]) -> Iterator[BasilArticle]:
    for row in triplet:
        yield BasilArticle(
            id=f"{row['triplet-uuid']}/{row['source'].lower()}",
            topic=row["triplet-uuid"],
            source=row["source"].lower(),
            title=row["title"],
            url=row["url"],
            date=date.fromisoformat(row["date"]),
            event=row["main-event"],
            text=PARAGRAPH_BREAK.join(" ".join(sentences) for sentences in row["body-paragraphs"]),
        )
