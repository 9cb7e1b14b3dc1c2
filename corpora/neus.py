"""Titles and openings of NeuS (Lee and others 2022): one event in three outlets, with a neutral round-up.

The outlets are not named, and their order says nothing about them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Split = Literal["train", "val"]

_BETWEEN_OUTLETS = "[SEP]"
_BEFORE_TITLE = "TITLE=>"
_BEFORE_TEXT = "ARTICLE=>"


@dataclass(frozen=True, slots=True)
class NeusArticle:
    """The title and opening of one report; `topic` is the event, whose reports are numbered 0, 1, 2."""

    id: str
    topic: str
    split: Split
    title: str
    text: str
    round_up: bool


def read(root: Path) -> Iterator[NeusArticle]:
    """Yield the reports under `root/neus`, each event's three and then its round-up (`round_up` is true)."""
    splits: tuple[Split, ...] = ("train", "val")
    for split in splits:
        folder = root / "neus"
        if not (folder / f"{split}.source").is_file():
            continue
        sources = (folder / f"{split}.source").read_text(encoding="utf-8").splitlines()
        targets = (folder / f"{split}.target").read_text(encoding="utf-8").splitlines()
        for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
            topic = f"{split}-{number}"
            for place, report in enumerate(source.split(_BETWEEN_OUTLETS)):
                yield _article(f"{topic}-{place}", topic, split, report, round_up=False)
            yield _article(f"{topic}-roundup", topic, split, target, round_up=True)


def _article(name: str, topic: str, split: Split, report: str, *, round_up: bool) -> NeusArticle:
    title, _, text = report.partition(_BEFORE_TEXT)
    title = title.replace(_BEFORE_TITLE, "").strip()
    return NeusArticle(id=name, topic=topic, split=split, title=title, text=text.strip(), round_up=round_up)
