"""The bodies of many reports as one sequence of words, ready to be searched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from readout.link.telling import weights
from readout.link.wording import wording
from readout.model.text import Article, Block, Role, TextSpan

Ints = NDArray[np.int32]

_LEAD = 60
"""Characters from a paragraph's start on in which a dateline begins."""

_Kind = TypeVar("_Kind", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Pile:
    """The words of all bodies, article after article, in the order of the articles' ids.

    Arrays hold a value for each word, and one for the boundary that ends each article. `words` numbers the vocabulary;
    a boundary has a negative number of its own, so nothing matches across it. `stretch` numbers the paragraphs that
    follow each other without a block of another kind between them. `told[i]` sums the weights of the words before i.
    `boundary` has the place of each article's boundary; `opens` tells the words with which a sentence
    begins, or a quotation, or what follows one.
    """

    articles: tuple[Article, ...]
    words: Ints
    owner: Ints
    start: Ints
    end: Ints
    stretch: Ints
    told: NDArray[np.float64]
    boundary: NDArray[np.int64]
    opens: NDArray[np.bool_]

    def words_of(self, owner: int) -> slice:
        """The places of an article's words, its boundary left out."""
        return slice(int(self.boundary[owner - 1]) + 1 if owner else 0, int(self.boundary[owner]))


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of one article's paragraphs."""

    hash: NDArray[np.uint64]
    start: Ints
    end: Ints
    stretch: Ints
    name: NDArray[np.bool_]
    figure: NDArray[np.bool_]
    opens: NDArray[np.bool_]


def pile_up(articles: Sequence[Article]) -> Pile:
    """Read the paragraphs of the articles into a pile; each id once, whatever the order."""
    ordered = tuple(sorted({article.id: article for article in reversed(articles)}.values(), key=lambda one: one.id))
    bodies = [_body(article) for article in ordered]
    lengths = np.array([len(body.start) + 1 for body in bodies], dtype=np.int64)
    boundary = np.cumsum(lengths) - 1
    real = np.ones(int(lengths.sum()), dtype=bool)
    real[boundary] = False
    vocabulary, inverse = np.unique(_all([body.hash for body in bodies], np.uint64), return_inverse=True)
    numbers: Ints = inverse.astype(np.int32)
    name = _all([body.name for body in bodies], np.bool_)
    figure = _all([body.figure for body in bodies], np.bool_)
    words = np.empty(len(real), dtype=np.int32)
    words[real] = numbers
    words[boundary] = -1 - np.arange(len(ordered))
    opens = np.ones(len(real), dtype=bool)
    opens[real] = _all([body.opens for body in bodies], np.bool_)
    told = np.zeros(len(real) + 1)
    told[1:][real] = weights(vocabulary, numbers, name, figure)
    return Pile(
        articles=ordered,
        words=words,
        owner=np.repeat(np.arange(len(ordered), dtype=np.int32), lengths),
        start=_spread([body.start for body in bodies], real),
        end=_spread([body.end for body in bodies], real),
        stretch=_spread([body.stretch for body in bodies], real),
        told=np.cumsum(told),
        boundary=boundary,
        opens=opens,
    )


def _all(parts: Sequence[NDArray[_Kind]], kind: type[_Kind]) -> NDArray[_Kind]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)


def _spread(parts: Sequence[Ints], real: NDArray[np.bool_]) -> Ints:
    """The parts' values at the places of words; -1 at the boundaries."""
    out = np.full(len(real), -1, dtype=np.int32)
    out[real] = _all(parts, np.int32)
    return out


def _body(article: Article) -> _Body:
    found = wording(article.text)
    stretches = list(_stretches(article))
    starts = np.array([span.start for span in stretches], dtype=np.int32)
    ends = np.array([-1, *(span.end for span in stretches)], dtype=np.int32)
    stretch = np.searchsorted(starts, found.start, side="right").astype(np.int32)
    kept = found.end <= ends[stretch]
    start, end, stretch = found.start[kept], found.end[kept], stretch[kept]
    opens = _opens(article, start) | (np.diff(stretch, prepend=0) != 0) | found.after_mark[kept]
    return _Body(
        hash=found.hash[kept],
        start=start,
        end=end,
        stretch=stretch,
        name=found.capital[kept] & ~opens & ~_after_mark(start, end),
        figure=found.figure[kept],
        opens=opens,
    )


def _opens(article: Article, start: Ints) -> NDArray[np.bool_]:
    """The words that are the first of a sentence."""
    sentences = np.array([sentence.start for sentence in article.sentences], dtype=np.int32)
    number = np.searchsorted(sentences, start, side="right")
    first: NDArray[np.bool_] = np.diff(number, prepend=0) != 0
    return first


def _after_mark(start: Ints, end: Ints) -> NDArray[np.bool_]:
    """The words before which more than a space or a hyphen stands: a capital there may begin a quotation."""
    return np.concatenate(([True], start[1:] - end[:-1] > 1))[: len(start)]


def _stretches(article: Article) -> Iterator[TextSpan]:
    """Runs of paragraphs with nothing of another role between them."""
    start: int | None = None
    end = 0
    for block in article.blocks:
        if block.role is Role.PARAGRAPH:
            start, end = _after_dateline(article, block) if start is None else start, block.end
        elif start is not None:
            yield TextSpan(start, end)
            start = None
    if start is not None:
        yield TextSpan(start, end)


def _after_dateline(article: Article, block: Block) -> int:
    """Where a paragraph's text begins: a dateline before it, and the agency in it, are a credit and no text."""
    dateline, agency = article.heading.dateline, article.heading.agency
    if dateline is None or not any(span.start - block.start in range(_LEAD) for span in dateline.spans):
        return block.start
    ends = (span.end for fact in (dateline, agency) if fact for span in fact.spans)
    return max((end for end in ends if 0 <= end - block.start <= 2 * _LEAD), default=block.start)
