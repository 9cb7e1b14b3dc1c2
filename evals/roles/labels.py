"""The labelled articles: every block's role and the article's metadata, by hand, under GUIDELINE.md."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

Role = Literal[
    "headline",
    "subhead",
    "byline",
    "date",
    "paragraph",
    "caption",
    "credit",
    "pull_quote",
    "related",
    "promo",
    "navigation",
    "note",
    "url",
]
Split = Literal["dev", "held_out"]
Known = Literal["stated", "metadata", "inferred", "context", "unknown"]

ROLES: tuple[Role, ...] = get_args(Role)
HERE = Path(__file__).parent


class Block(NamedTuple):
    """One piece of a text with its role: `text[start:end]`, in code points."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published: `date` ISO with X where unknown, `time` HH:MM, and how that is known."""

    date: str | None = None
    time: str | None = None
    known: Known = "unknown"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself, as printed; None or empty where its text doesn't say."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dateline: str | None = None
    published: Published = Published()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """One scraped text with its labels; the blocks lie in reading order and cover all that isn't white space."""

    file: str
    split: Split
    source: str
    text: str
    blocks: tuple[Block, ...]
    meta: Metadata


def read_labels(folder: Path = HERE, split: Split | None = None) -> list[LabelledArticle]:
    """The labelled articles of one split, or all of them, in the order of their files."""
    with (folder / "labels.jsonl").open(encoding="utf-8") as lines:
        articles = [_article(json.loads(line), folder / "texts") for line in lines]
    return [article for article in articles if split in {None, article.split}]


def read_text(path: Path) -> str:
    """The text that offsets count in: no byte-order mark, line ends as one line feed, all else as in the file."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _article(row: dict[str, Any], texts: Path) -> LabelledArticle:
    blocks = tuple(Block(one["role"], one["start"], one["end"]) for one in row["blocks"])
    text = read_text(texts / row["file"])
    return LabelledArticle(row["file"], row["split"], row["source"], text, blocks, _metadata(row["meta"]))


def _metadata(meta: dict[str, Any]) -> Metadata:
    when = meta["published"]
    return Metadata(
        title=meta["title"],
        outlet=meta["outlet"],
        agency=meta["agency"],
        byline=tuple(meta["byline"]),
        contributors=tuple(meta["contributors"]),
        dateline=meta["dateline"],
        published=Published(when["date"], when["time"], when["from"]),
        language=meta["language"],
    )
