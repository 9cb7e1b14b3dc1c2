"""The texts that statements are drawn from, by corpus and document id; the project itself stores none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import basil, meantime, neus, plover, polnear


@dataclass(frozen=True, slots=True)
class Document:
    """One text of one corpus. Documents of one `story` never part between training and test."""

    corpus: str
    id: str
    story: str
    text: str


def documents(root: Path) -> Iterator[Document]:
    """Yield every text of the five corpora, in the stored order; PLOVER's sentences are a document each, by row."""
    for split in ("dev", "train"):
        for article in polnear.read(root, split):
            yield Document("polnear", article.id, article.id, article.text)
    for told in basil.read(root):
        yield Document("basil", told.id, told.topic, told.text)
    for wiki in meantime.read(root):
        yield Document("meantime", wiki.id, wiki.id, wiki.text)
    for report in neus.read(root):
        if not report.round_up:
            yield Document("neus", report.id, report.topic, report.text)
    for one in plover.read(root):
        yield Document("plover", str(one.row), str(one.row), one.text)


def texts(root: Path) -> dict[tuple[str, str], str]:
    """Every text by corpus and document id."""
    return {(one.corpus, one.id): one.text for one in documents(root)}
