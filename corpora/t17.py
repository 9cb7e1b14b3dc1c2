"""Dated articles of the T17 timeline corpus (Tran and others 2013), tokenised as stored.

Quotation marks are `` and '', brackets -LRB- and -RRB-, and every token stands between spaces. The stored
field `dates` holds another tool's answers and is left unread.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class T17Article:
    """One article. `topic` is the story (`bpoil`) and `source` the outlet (`reuters`); `text` is as stored."""

    id: str
    topic: str
    source: str
    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A human timeline of a story: the days that an editor chose, `story` as in the articles' ids (`bpoil_reuters`)."""

    id: str
    story: str
    days: tuple[date, ...]


def timelines(root: Path) -> Iterator[Timeline]:
    """Yield the timelines under `root/t17`, by folder and name; a story may have several."""
    for path in sorted((root / "t17").glob("*/*.timeline.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        days = sorted({date.fromisoformat(row["date"]) for row in rows})
        yield Timeline(path.name.removesuffix(".timeline.json"), path.parent.name, tuple(days))


def read(root: Path) -> Iterator[T17Article]:
    """Yield the articles under `root/t17`, by folder and in the stored order.

    An id is the folder's name and the stored number, `bpoil_reuters/1230`.
    """
    for folder in sorted(path.parent for path in (root / "t17").glob("*/articles.json")):
        topic, source = folder.name.rsplit("_", 1)
        for row in json.loads((folder / "articles.json").read_text(encoding="utf-8")):
            yield T17Article(
                id=f"{folder.name}/{row['uid']}",
                topic=topic,
                source=source,
                date=date.fromisoformat(row["dct"]),
                text=row["text"],
            )
