"""A report's text cut at every boundary of what is marked in it, so that marks may overlap as they like."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.model.record import ArticleEntry, BlockRole, Span
from readout.present.citations import anchor

READ: frozenset[BlockRole] = frozenset({"headline", "subhead", "byline", "date", "paragraph"})


@dataclass(frozen=True, slots=True)
class Highlight:
    """A shared passage as it stands in one report."""

    number: int
    start: int
    end: int
    kind: str
    colour: int
    partners: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters between two boundaries: `text[start:end]`.

    `anchors`: ids of the cited spans that start here.  `marked`: it lies in a cited span or a highlight.
    `highlight`: the shared passage that colours it.  `ending`: the passages whose last characters these are.
    """

    start: int
    end: int
    text: str
    anchors: tuple[str, ...]
    marked: bool
    highlight: Highlight | None
    ending: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of a report with its segments; `lead` and `gap` are the white space before and after it.

    `label`: what the margin says: the paragraph's number or the block's role.
    """

    role: BlockRole | None
    label: str
    aside: bool
    lead: tuple[Segment, ...]
    segments: tuple[Segment, ...]
    gap: tuple[Segment, ...]


def marked_blocks(
    article: ArticleEntry, cited: Iterable[Span], highlights: Sequence[Highlight]
) -> tuple[MarkedBlock, ...]:
    """The report's text, every character of it, block by block."""
    segments = _segments(article, sorted(span for span in cited if span.article == article.id), highlights)
    paragraphs = itertools.count(1)
    blocks = []
    position = 0
    for role, start, end, following in _stretches(article):
        label = f"¶ {next(paragraphs)}" if role == "paragraph" else (role or "text").replace("_", "-")
        inside = tuple(segment for segment in segments if start <= segment.start < end)
        lead = tuple(segment for segment in segments if position <= segment.start < start)
        gap = tuple(segment for segment in segments if end <= segment.start < following)
        blocks.append(MarkedBlock(role, label, role is not None and role not in READ, lead, inside, gap))
        position = following
    return tuple(blocks)


def paragraph_number(article: ArticleEntry, start: int) -> int | None:
    """The number of the paragraph in which a character stands, as the margin shows it."""
    number = 0
    for block in article.blocks:
        number += block.role == "paragraph"
        if block.start <= start < block.end:
            return number if block.role == "paragraph" else None
    return None


def _stretches(article: ArticleEntry) -> list[tuple[BlockRole | None, int, int, int]]:
    """(role, start, end, start of the next) for each block, and for text that no block covers."""
    found: list[tuple[BlockRole | None, int, int]] = []
    position = 0
    for block in article.blocks:
        found += _uncovered(article.text, position, block.start)
        found.append((block.role, block.start, block.end))
        position = block.end
    found += _uncovered(article.text, position, len(article.text))
    if not found:
        return [(None, 0, 0, len(article.text))]
    starts = [start for _, start, _ in found[1:]] + [len(article.text)]
    return [(role, start, end, following) for (role, start, end), following in zip(found, starts, strict=True)]


def _uncovered(text: str, start: int, end: int) -> list[tuple[None, int, int]]:
    """The stretch without the white space at its ends, if anything is left of it."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return [(None, start + lead, start + len(piece.rstrip()))] if piece.strip() else []


def _segments(article: ArticleEntry, cited: Sequence[Span], highlights: Sequence[Highlight]) -> list[Segment]:
    """The text cut where a block, a cited span or a highlight starts or ends."""
    length = len(article.text)
    marks = [(span.start, min(span.end, length)) for span in cited] + [(mark.start, mark.end) for mark in highlights]
    edges = {0, length}.union(*marks, *((start, end) for _, start, end, _ in _stretches(article)))
    bounds = sorted(edge for edge in edges if 0 <= edge <= length)
    anchors: dict[int, list[str]] = {}
    for span in cited:
        anchors.setdefault(span.start, []).append(anchor(span))
    depth = _depths(bounds, marks)
    return [
        Segment(
            start,
            end,
            article.text[start:end],
            tuple(anchors.get(start, ())),
            depth[start] > 0,
            next((mark for mark in highlights if mark.start <= start and end <= mark.end), None),
            tuple(mark for mark in highlights if mark.end == end),
        )
        for start, end in itertools.pairwise(bounds)
    ]


def _depths(bounds: Sequence[int], marks: Iterable[tuple[int, int]]) -> dict[int, int]:
    """How many marks cover the segment that starts at each bound."""
    change = dict.fromkeys(bounds, 0)
    for start, end in marks:
        if start < end:
            change[start] += 1
            change[end] -= 1
    return dict(zip(bounds, itertools.accumulate(change[bound] for bound in bounds), strict=True))
