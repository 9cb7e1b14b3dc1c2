"""MEANTIME (Minard and others 2016): Wikinews with events, their polarity, certainty and time. CC BY 4.0.

Only the first six sentences of each article, headline and date among them, are annotated in full: `annotated` is the
offset at which they end. Behind it only mentions are marked that corefer with one before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from corpora.detokenise import detokenise

Extent = tuple[int, int]
_IN_FULL = 6


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event; `head` is its first token (the verb of a phrase).

    `event` is the same for all mentions of it in the articles of the corpus; `kind` is SPEECH_COGNITIVE, GRAMMATICAL
    ("begin") or OTHER. `times` are the time expressions that it lies in or coincides with.
    """

    span: Extent
    head: Extent
    polarity: str
    certainty: str
    time: str
    event: str = ""
    kind: str = ""
    times: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: its words, type and value."""

    span: Extent
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class WikinewsArticle:
    """One article. Its text is put together from the tokens; all offsets are into it.

    `story` is one of the two topics, `created` the day of publication.
    """

    id: str
    text: str
    tokens: tuple[Extent, ...]
    sentences: tuple[Extent, ...]
    annotated: int
    events: tuple[EventMention, ...]
    times: tuple[TimeExpression, ...] = ()
    created: str = ""
    story: str = ""


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
    annotated = sentences[:_IN_FULL][-1][1] if sentences else 0
    timed = [one for one in document.iter("TIMEX3") if not one.get("TAG_DESCRIPTOR")]
    created = next((one.get("value", "") for one in timed if one.get("functionInDocument") == "CREATION_TIME"), "")
    return WikinewsArticle(
        path.stem,
        text,
        tuple(extents.values()),
        tuple(sentences),
        annotated,
        events,
        tuple(_times(timed, extents)),
        created,
        path.parent.name,
    )


def _events(document: ET.Element, extents: dict[str, Extent]) -> Iterator[EventMention]:
    named, lie_in = _instances(document), _placed(document, extents)
    for mention in document.iter("EVENT_MENTION"):
        anchors = _anchors(mention, extents)
        if anchors:
            name = mention.get("m_id", "")
            event, kind = named.get(name, ("", ""))
            yield EventMention(
                span=(anchors[0][0], anchors[-1][1]),
                head=anchors[0],
                polarity=mention.get("polarity", ""),
                certainty=mention.get("certainty", ""),
                time=mention.get("time", ""),
                event=event,
                kind=kind,
                times=tuple(lie_in.get(name, ())),
            )


def _anchors(mention: ET.Element, extents: dict[str, Extent]) -> list[Extent]:
    return [extents[name] for one in mention.iter("token_anchor") if (name := one.get("t_id", "")) in extents]


def _instances(document: ET.Element) -> dict[str, tuple[str, str]]:
    """For each mention the event that it refers to, and its kind."""
    events = {
        one.get("m_id", ""): (one.get("instance_id") or "", one.get("class") or "") for one in document.iter("EVENT")
    }
    return {
        source.get("m_id", ""): events[target.get("m_id", "")]
        for link in document.iter("REFERS_TO")
        for target in link.iter("target")
        if target.get("m_id", "") in events
        for source in link.iter("source")
    }


def _placed(document: ET.Element, extents: dict[str, Extent]) -> dict[str, list[Extent]]:
    """For each mention the time expressions with words that it is linked to as within or at."""
    spans = {
        one.get("m_id", ""): (anchors[0][0], anchors[-1][1])
        for one in document.iter("TIMEX3")
        if one.get("functionInDocument") != "CREATION_TIME" and (anchors := _anchors(one, extents))
    }
    found: dict[str, list[Extent]] = {}
    for link in document.iter("TLINK"):
        ends = [one.get("m_id", "") for tag in ("source", "target") for one in link.iter(tag)]
        within = link.get("reltype") in {"INCLUDES", "IS_INCLUDED", "SIMULTANEOUS", "MEASURE"}
        for one, other in (ends, ends[::-1]) if len(ends) == 2 and within else ():
            if other in spans and one not in spans:
                found.setdefault(one, []).append(spans[other])
    return found


def _times(timed: list[ET.Element], extents: dict[str, Extent]) -> Iterator[TimeExpression]:
    for one in timed:
        anchors = _anchors(one, extents)
        if anchors:
            yield TimeExpression((anchors[0][0], anchors[-1][1]), one.get("type", ""), one.get("value", ""))
