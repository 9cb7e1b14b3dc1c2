"""MEANTIME (Minard and others 2016): Wikinews with events, their polarity, certainty and time. CC BY 4.0.

Only the opening sentences of each article are annotated: `annotated` is the offset at which they end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from corpora.detokenise import detokenise

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event; `head` is its first token (the verb of a phrase)."""

    span: Extent
    head: Extent
    polarity: str
    certainty: str
    time: str


@dataclass(frozen=True, slots=True)
class WikinewsArticle:
    """One article. Its text is put together from the tokens; all offsets are into it."""

    id: str
    text: str
    tokens: tuple[Extent, ...]
    sentences: tuple[Extent, ...]
    annotated: int
    events: tuple[EventMention, ...]


def read(root: Path) -> Iterator[WikinewsArticle]:
    """Yield the English articles."""
    for path in sorted((root / "meantime" / "intra_cross-doc_annotation").glob("corpus_*/*.xml")):
        yield _article(path)


def _article(path: Path) -> WikinewsArticle:
    document = ET.parse(path).getroot()
    forms: dict[int, list[tuple[str, str]]] = {}
    for token in document.iter("token"):
        forms.setdefault(int(token.get("sentence", "0")), []).append((token.get("t_id", ""), token.text or "_"))
    text, extents, sentences = "", dict[str, Extent](), list[Extent]()
    for _, sentence in sorted(forms.items()):
        line, places = detokenise([form for _, form in sentence])
        for (name, _), (start, end) in zip(sentence, places, strict=True):
            extents[name] = (start + len(text), end + len(text))
        sentences.append((len(text), len(text) + len(line)))
        text += line + "\n"
    events = tuple(_events(document, extents))
    last = max((event.span[1] for event in events), default=0)
    annotated = next((end for _, end in sentences if end >= last), 0)
    return WikinewsArticle(path.stem, text, tuple(extents.values()), tuple(sentences), annotated, events)


def _events(document: ET.Element, extents: dict[str, Extent]) -> Iterator[EventMention]:
    for mention in document.iter("EVENT_MENTION"):
        anchors = [extents[name] for a in mention.iter("token_anchor") if (name := a.get("t_id", "")) in extents]
        if anchors:
            yield EventMention(
                span=(anchors[0][0], anchors[-1][1]),
                head=anchors[0],
                polarity=mention.get("polarity", ""),
                certainty=mention.get("certainty", ""),
                time=mention.get("time", ""),
            )
