"""The labelled pairs of figures, under GUIDELINE.md; and their articles from the corpora."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpora import basil, ecbplus, meantime, neus, t17
from readout.clean import clean
from readout.model.text import Article, Metadata, Page

Label = Literal["other", "agree", "differ", "contradict"]
Split = Literal["dev", "held_out"]
LABELS = Path(__file__).with_name("labels.jsonl")


class TextsChangedError(Exception):
    """A corpus gives another text than the one that was labelled, so the offsets would lie."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure: its article's id and its span in the text that the corpus reader gives."""

    article: str
    sha: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two figures of one story and how they stand to each other."""

    id: str
    corpus: str
    story: str
    split: Split
    label: Label
    a: Place
    b: Place


def read_labels(path: Path = LABELS, split: Split | None = None) -> list[LabelledPair]:
    """The labelled pairs of one split, or all of them, in the stored order."""
    with path.open(encoding="utf-8") as lines:
        pairs = [_pair(json.loads(line)) for line in lines]
    return [pair for pair in pairs if split in {None, pair.split}]


def _pair(row: dict[str, Any]) -> LabelledPair:
    places = {side: Place(**row[side]) for side in ("a", "b")}
    return LabelledPair(row["id"], row["corpus"], row["story"], row["split"], row["label"], **places)


def articles_of(pairs: Sequence[LabelledPair], root: Path) -> dict[tuple[str, str], Article]:
    """The articles of the pairs by corpus and id; raises `TextsChangedError` where a text has changed."""
    wanted = {(pair.corpus, place.article): place.sha for pair in pairs for place in (pair.a, pair.b)}
    found = {}
    for corpus, name, page in _pages(root, wanted):
        if hashlib.sha256(page.text.encode()).hexdigest()[:12] != wanted[corpus, name]:
            raise TextsChangedError(f"{name}: the corpus reader gives another text than the one labelled")
        found[corpus, name] = clean(page)
    return found


def _pages(root: Path, wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, Page]]:
    """The wanted articles as pages: what a corpus tells of title and date is metadata."""
    names = set(wanted)
    for corpus, each in _DOCUMENTS.items():
        for name, text, metadata in each(root):
            if (corpus, name) in names:
                yield corpus, name, Page(f"{corpus}/{name}", text, metadata=metadata)


_Documents = Iterator[tuple[str, str, Metadata]]


def _basil(root: Path) -> _Documents:
    for one in basil.read(root):
        yield one.id, one.text, Metadata(title=one.title, published=one.date.isoformat())


def _t17(root: Path) -> _Documents:
    for one in t17.read(root):
        yield one.id, one.text, Metadata(published=one.date.isoformat())


_DOCUMENTS: dict[str, Callable[[Path], _Documents]] = {
    "basil": _basil,
    "neus": lambda root: ((one.id, one.text, Metadata(title=one.title)) for one in neus.read(root)),
    "t17": _t17,
    "meantime": lambda root: ((one.id, one.text, Metadata()) for one in meantime.read(root)),
    "ecbplus": lambda root: ((one.id, one.text, Metadata()) for one in ecbplus.read(root)),
}
