"""Entities and their mentions in MEANTIME and ECB+, inside and across documents, on the texts that `corpora` reads.

Offsets are code points into `Document.text`. Mentions that corefer with no other are entities of their own.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from corpora import ecbplus, meantime
from corpora.detokenise import detokenise

Extent = tuple[int, int]
ACTIONS = ("ACTION", "NEG_ACTION")
_KINDS = ("HUMAN", "NON_HUMAN", "LOC")  # of ECB+; actions and times are no entities


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention. `entity` is the same for all mentions of it in the documents of a corpus."""

    span: Extent
    entity: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article of a story: the documents among which coreference was annotated."""

    id: str
    story: str
    text: str
    mentions: tuple[EntityMention, ...]


def meantime_documents(root: Path) -> Iterator[Document]:
    """Yield MEANTIME's English articles with entities annotated across them; a story is one of the two topics."""
    texts = {one.id: one.text for one in meantime.read(root)}
    for path in sorted((root / "meantime" / "intra_cross-doc_annotation").glob("corpus_*/*.xml")):
        document = ET.parse(path).getroot()
        extents = _meantime_extents(document)
        named = {
            one.get("m_id", ""): one.get("instance_id") or f"{path.stem} {one.get('m_id')}"
            for one in document.iter("ENTITY")
        }
        entities = _entities(document, named)
        spans = {one.get("m_id", ""): _span(one, extents) for one in document.iter("ENTITY_MENTION")}
        yield Document(path.stem, path.parent.name, texts[path.stem], _mentions(spans, entities, path.stem))


def ecbplus_documents(root: Path, kinds: tuple[str, ...] = _KINDS) -> Iterator[Document]:
    """Yield ECB+'s articles with participants and places, or its `ACTIONS`; a story is one of a topic's two subtopics.

    Only mentions of the sentences that the corpus lists as annotated in full.
    """
    folder = root / "ecbplus" / "ECB+"
    listed = _listed(root / "ecbplus" / "ECBplus_coreference_sentences.csv")
    for article in ecbplus.read(root):
        document = ET.parse(folder / article.topic / f"{article.id}.xml").getroot()
        extents = _ecbplus_extents(document, article.text)
        entities = _instances(document, article.id)
        spans = {
            one.get("m_id", ""): _span(one, extents)
            for one in document.iterfind("Markables/*")
            if one.tag.startswith(kinds) and _sentences(document, one) & listed.get(article.id, set())
        }
        story = f"{article.topic} {article.subtopic}"
        yield Document(article.id, story, article.text, _mentions(spans, entities, article.id))


def _listed(path: Path) -> dict[str, set[str]]:
    """The numbers of the sentences that are annotated in full, by document."""
    found: dict[str, set[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(f"{row['Topic']}_{row['File']}", set()).add(row["Sentence Number"])
    return found


def _sentences(document: ET.Element, mention: ET.Element) -> set[str]:
    anchors = {one.get("t_id") for one in mention.iter("token_anchor")}
    return {token.get("sentence", "") for token in document.iter("token") if token.get("t_id") in anchors}


def _mentions(spans: dict[str, Extent | None], entities: dict[str, str], document: str) -> tuple[EntityMention, ...]:
    found = {span: entities.get(name, f"{document} {name}") for name, span in spans.items() if span is not None}
    return tuple(EntityMention(span, entity) for span, entity in sorted(found.items()))


def _span(mention: ET.Element, extents: dict[str, Extent]) -> Extent | None:
    anchors = [extents[name] for one in mention.iter("token_anchor") if (name := one.get("t_id", "")) in extents]
    return (anchors[0][0], anchors[-1][1]) if anchors else None


def _entities(document: ET.Element, named: dict[str, str]) -> dict[str, str]:
    """For each mention of MEANTIME the instance that it refers to."""
    found: dict[str, str] = {}
    for relation in document.iter("REFERS_TO"):
        target = relation.find("target")
        entity = named.get(target.get("m_id", "") if target is not None else "")
        if entity is not None:
            found |= {one.get("m_id", ""): entity for one in relation.iter("source")}
    return found


def _instances(document: ET.Element, name: str) -> dict[str, str]:
    """For each mention of ECB+ the instance that it is tied to, across documents or in its own."""
    found: dict[str, str] = {}
    for kind in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
        for relation in document.iter(kind):
            across = relation.get("note") if kind == "CROSS_DOC_COREF" else None
            entity = across or f"{name} {relation.get('r_id')}"
            found |= {one.get("m_id", ""): entity for one in relation.iter("source")}
    return found


def _meantime_extents(document: ET.Element) -> dict[str, Extent]:
    """Where each token stands in the text as `corpora.meantime` puts it together."""
    forms: dict[int, list[tuple[str, str]]] = {}
    for token in document.iter("token"):
        forms.setdefault(int(token.get("sentence", "0")), []).append((token.get("t_id", ""), token.text or "_"))
    extents: dict[str, Extent] = {}
    begin = 0
    for _, sentence in sorted(forms.items()):
        line, places = detokenise([form for _, form in sentence])
        for (name, _), (start, end) in zip(sentence, places, strict=True):
            extents[name] = (begin + start, begin + end)
        begin += len(line) + 1
    return extents


def _ecbplus_extents(document: ET.Element, text: str) -> dict[str, Extent]:
    """Where each token stands in the text of `corpora.ecbplus`; those of the page's address stand nowhere."""
    extents: dict[str, Extent] = {}
    place = 0
    for token in document.iter("token"):
        printed = "".join(ecbplus.PRINTED.get(word, word) for word in (token.text or "").split())
        start = place
        while start < len(text) and text[start].isspace():
            start += 1
        if printed and text.startswith(printed, start):
            extents[token.get("t_id", "")] = (start, start + len(printed))
            place = start + len(printed)
    return extents
