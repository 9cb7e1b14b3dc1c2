"""The bodies of many reports as one sequence of words, ready to be searched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.link.telling import weights
from readout.model.text import Article, Role, TextSpan

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Pile:
    """The words of all bodies, article after article, in the order of the articles' ids.

    Arrays hold a value for each word, and one for the boundary that ends each article. `words` numbers the vocabulary;
    a boundary has a number of its own, so nothing matches across it. `stretch` numbers the paragraphs that follow
    each other without a block of another kind between them. `told` sums the weights of the words before each.
    """

    articles: tuple[Article, ...]
    words: Ints
    owner: Ints
    start: Ints
    end: Ints
    stretch: Ints
    told: NDArray[np.float64]

    def telling(self, first: int, count: int) -> float:
        """How telling a run of words is: the sum of their weights."""
        return float(self.told[first + count] - self.told[first])


def pile_up(articles: Sequence[Article]) -> Pile:
    """Read the paragraphs of the articles into a pile; each id once, whatever the order."""
    ordered = tuple(sorted({article.id: article for article in reversed(articles)}.values(), key=lambda one: one.id))
    reader = _Reader()
    for number, article in enumerate(ordered):
        reader.read(number, article)
    return reader.pile(ordered)


class _Reader:
    """Gathers words and their places."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.capital: list[bool] = []
        self.words: list[int] = []
        self.owner: list[int] = []
        self.places: list[tuple[int, int]] = []
        self.stretch: list[int] = []
        self.stretches = 0

    def read(self, number: int, article: Article) -> None:
        """Add the words of one article, and its boundary."""
        before = len(self.words)
        text, numbers = article.text, self.numbers
        for span in _stretches(article):
            self.stretches += 1
            at = len(self.words)
            for match in _WORD.finditer(text, span.start, span.end):
                word = match.group()
                self.capital.append(word[0].isupper())
                self.words.append(numbers.setdefault(word.lower(), len(numbers)))
                self.places.append(match.span())
            self.stretch.extend([self.stretches] * (len(self.words) - at))
        self.words.append(-1 - number)
        self.capital.append(False)
        self.places.append((len(text), len(text)))
        self.stretch.append(-1)
        self.owner.extend([number] * (len(self.words) - before))

    def pile(self, articles: tuple[Article, ...]) -> Pile:
        """Everything read, as arrays."""
        words = np.array(self.words, dtype=np.int32)
        places = np.array(self.places, dtype=np.int32).reshape(-1, 2)
        told = np.zeros(len(words) + 1)
        np.cumsum(weights(list(self.numbers), words, np.array(self.capital, dtype=bool)), out=told[1:])
        return Pile(
            articles=articles,
            words=words,
            owner=np.array(self.owner, dtype=np.int32),
            start=places[:, 0].copy(),
            end=places[:, 1].copy(),
            stretch=np.array(self.stretch, dtype=np.int32),
            told=told,
        )


def _stretches(article: Article) -> Iterator[TextSpan]:
    """Runs of paragraphs with nothing of another role between them."""
    start: int | None = None
    end = 0
    for block in article.blocks:
        if block.role is Role.PARAGRAPH:
            start, end = block.start if start is None else start, block.end
        elif start is not None:
            yield TextSpan(start, end)
            start = None
    if start is not None:
        yield TextSpan(start, end)
