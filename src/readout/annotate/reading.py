"""What of an article is read, and in which order: the body as one sequence, captions and pull-quotes each alone.

A caption between a speaker and the words said would take the "she" that follows for its own; so it is read apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.annotate.words import Extent
from readout.grammar.quotation import Quotation, find
from readout.model.text import Article, Block, Role, TextSpan

_BODY = frozenset({Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH})
_ASIDES = frozenset({Role.CAPTION, Role.PULL_QUOTE})
_LONGEST = 15_000  # characters read at once: bounds the memory that one article takes (benchmarks/annotate.py)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of one article that are read together, each with its sentences."""

    paragraphs: tuple[tuple[Extent, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A part of an article of bounded length: its passages, and the quotations in them by their marks."""

    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]


def readings(article: Article) -> list[Reading]:
    """An article's parts in order; an article of usual length is one part."""
    sentences = _by_block(article)
    body = [block for block in article.blocks if block.role in _BODY]
    asides = [[block] for block in article.blocks if block.role in _ASIDES]
    found: list[Reading] = []
    for number, part in enumerate(_parts(body)):
        groups = [part, *asides] if number == 0 else [part]
        passages = [Passage(tuple(sentences[block] for block in group if sentences[block])) for group in groups]
        quotations = [quotation for group in groups for quotation in _quotations(article.text, group)]
        ordered = sorted(quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end))
        found.append(Reading(tuple(passage for passage in passages if passage.paragraphs), tuple(ordered)))
    return found


def _quotations(text: str, blocks: Sequence[Block]) -> Iterator[Quotation]:
    """Quotations run from paragraph to paragraph, past a subhead, but not out of a headline or subhead."""
    running = [block.span for block in blocks if block.role is Role.PARAGRAPH]
    yield from find(text, running)
    for block in blocks:
        if block.role is not Role.PARAGRAPH:
            yield from find(text, [block.span])


def _parts(body: Sequence[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    total = 0
    for block in body:
        if part and total + block.end - block.start > _LONGEST:
            yield part
            part, total = [], 0
        part.append(block)
        total += block.end - block.start
    yield part


def _by_block(article: Article) -> dict[Block, tuple[Extent, ...]]:
    """The sentences of each block; what no sentence covers is one of its own."""
    found: dict[Block, tuple[Extent, ...]] = {}
    remaining = iter([*article.sentences, TextSpan(len(article.text) + 1, len(article.text) + 1)])
    sentence = next(remaining)
    for block in article.blocks:
        inside: list[Extent] = []
        while sentence.start < block.end:
            if sentence.start >= block.start:
                inside.append((sentence.start, min(sentence.end, block.end)))
            sentence = next(remaining)
        found[block] = tuple(inside)
    return found


def marked(quotations: Sequence[Quotation]) -> list[Extent]:
    """What stands inside the outermost quotation marks, in order: the encoder's feature."""
    inside = sorted(
        (part.start, part.end) for quotation in quotations if not quotation.depth for part in quotation.content
    )
    assert all(left[1] <= right[0] for left, right in pairwise(inside)), "quotations overlap"
    return inside
