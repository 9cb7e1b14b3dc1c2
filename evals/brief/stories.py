"""Events of NeuS as Readout reads them, each with the round-up that a person wrote of its three reports."""

import json
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import readout
from corpora import neus
from readout.model.record import Record


@dataclass(frozen=True, slots=True)
class Story:
    """One event: its reports' sentences in order, one list for each report, and the round-up's text."""

    topic: str
    reports: tuple[tuple[str, ...], ...]
    round_up: str
    articles: tuple[readout.Article, ...]

    @property
    def words(self) -> int:
        """The length of the round-up."""
        return len(self.round_up.split())

    def record(self, words: int) -> Record:
        """The record with a brief of at most so many words."""
        return readout.build(self.articles, keep_strays=True, brief_words=words)


def stories(root: Path, split: neus.Split, only: Collection[str] | None = None) -> Iterator[Story]:
    """The events of a split, or those named, of which at least two reports are read as articles."""
    rows = (row for row in neus.read(root) if row.split == split and (only is None or row.topic in only))
    for topic, reports in groupby(rows, key=lambda row: row.topic):
        story = _story(topic, list(reports))
        if story is not None:
            yield story


def _story(topic: str, rows: Sequence[neus.NeusArticle]) -> Story | None:
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            if not row.round_up:
                content = json.dumps({"title": row.title, "text": row.text})
                (Path(folder) / f"{row.id}.json").write_text(content, encoding="utf-8")
        articles, _ = readout.read([folder])
    round_up = next((row.text for row in rows if row.round_up), "")
    if len(articles) < 2 or not round_up.strip():
        return None
    ordered = sorted(articles, key=lambda article: Path(article.input).name)
    return Story(topic, tuple(_sentences(article) for article in ordered), round_up, tuple(ordered))


def _sentences(article: readout.Article) -> tuple[str, ...]:
    blocks = article.paragraphs()
    read = [one for one in article.sentences if any(block.start <= one.start < block.end for block in blocks)]
    return tuple(" ".join(one.of(article.text).split()) for one in read)
