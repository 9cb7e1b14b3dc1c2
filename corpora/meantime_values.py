"""The figures of MEANTIME (VALUE mentions: money, percentages, quantities), in the text that `meantime` makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from corpora import meantime

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: its words and its type (MONEY, PERCENT, QUANTITY)."""

    span: Extent
    type: str


@dataclass(frozen=True, slots=True)
class ValuedArticle:
    """An article with the figures of its opening sentences, which end at `article.annotated`."""

    article: meantime.WikinewsArticle
    values: tuple[Value, ...]


def read(root: Path) -> Iterator[ValuedArticle]:
    """Yield the English articles."""
    paths = sorted((root / "meantime" / "intra_cross-doc_annotation").glob("corpus_*/*.xml"))
    for path, article in zip(paths, meantime.read(root), strict=True):
        yield ValuedArticle(article, tuple(_values(path, article)))


def _values(path: Path, article: meantime.WikinewsArticle) -> Iterator[Value]:
    document = ET.parse(path).getroot()
    names = [
        token.get("t_id", "") for token in sorted(document.iter("token"), key=lambda one: int(one.get("sentence", "0")))
    ]
    extents = dict(zip(names, article.tokens, strict=True))
    for mention in document.iter("VALUE"):
        anchors = [extents[name] for a in mention.iter("token_anchor") if (name := a.get("t_id", "")) in extents]
        if anchors:
            yield Value((min(start for start, _ in anchors), max(end for _, end in anchors)), mention.get("type", ""))
