"""How much a sentence has of what belongs into a brief: features, and weights learnt from people's round-ups."""

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from readout.merge.brief.context import Context
from readout.merge.brief.sentences import Telling
from readout.merge.brief.terms import Terms, stems, terms

Floats = NDArray[np.float64]

FEATURES = (
    "one",
    "first",
    "depth",
    "near the story's middle",
    "told alike elsewhere",
    "headlines covered",
    "words of headlines",
    "shared words in all",
    "words that origins share",
    "length",
    "long",
    "short",
    "quotes",
    "share quoted",
    "opens quoted",
    "figures",
    "names",
    "entities that matter",
    "first person",
)


class Scores:
    """The score of each sentence of a story, and what it tells."""

    def __init__(
        self, tellings: Sequence[Telling], context: Context, weights: Mapping[str, float] | None = None
    ) -> None:
        self._context = context
        self.tellings = list(tellings)
        self.terms: list[Terms] = [terms(one, [one.span], context) for one in tellings]
        self.likeness = likeness(tellings)
        self.features = self._features()
        known = shipped() if weights is None else weights
        self.values: Floats = self.features @ np.array([known[name] for name in FEATURES])

    def _features(self) -> Floats:
        if not self.tellings:
            return np.zeros((0, len(FEATURES)))
        shared, middle = self._shared(), self._middle()
        titles = [stems(article.title) for article in self._context.record.articles if article.title]
        known = self._entity_weights()
        return np.array([self._row(place, shared, middle, titles, known) for place in range(len(self.tellings))])

    def _row(
        self,
        place: int,
        shared: Mapping[str, float],
        middle: Floats,
        titles: Sequence[set[str]],
        known: Mapping[str, float],
    ) -> list[float]:
        one, told = self.tellings[place], self.terms[place]
        plain = stems(one.words())
        weights = [shared[word] for word in told.words]
        length = len(one.words().split())
        quoted = sum(len(part) for part in one.quoted if one.span.start <= part.start) / max(1, len(one.span))
        every = set().union(*titles) if titles else set()
        return [
            1.0,
            float(one.place == 0),
            math.log(1 + one.place),
            float(one.vector @ middle),
            self._elsewhere(place),
            float(np.mean([len(plain & title) / max(1, len(title)) for title in titles])) if titles else 0.0,
            len(plain & every) / max(1, len(plain)),
            sum(weights) / 20,
            float(np.mean(weights)) if weights else 0.0,
            math.log(max(1, length)) / 4,
            float(length > 32),
            float(length < 12),
            float(bool(one.quoted)),
            min(1.0, quoted),
            float(one.is_quoted(one.span.start, one.span.start + 1)),
            float(bool(told.figures)),
            min(1.0, sum(word.startswith("e-") for word in told.words) / 5),
            max((known.get(word, 0.0) for word in told.words), default=0.0),
            float(self._speaks(one)),
        ]

    def _shared(self) -> dict[str, float]:
        """For each word the share of the origins that use it."""
        users: dict[str, set[str]] = defaultdict(set)
        for one, told in zip(self.tellings, self.terms, strict=True):
            for word in told.words:
                users[word].add(one.origin)
        origins = len({one.origin for one in self.tellings})
        return {word: (len(each) - 1) / max(1, origins - 1) for word, each in users.items()}

    def _middle(self) -> Floats:
        """The mean vector of the story, each origin counting once."""
        by_origin: dict[str, list[Floats]] = defaultdict(list)
        for one in self.tellings:
            by_origin[one.origin].append(one.vector)
        mean = np.mean([np.mean(vectors, axis=0) for vectors in by_origin.values()], axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12))

    def _elsewhere(self, place: int) -> float:
        """The likeness of what another origin has that is most alike."""
        ours = self.tellings[place].origin
        return max(
            (float(self.likeness[place, other]) for other, one in enumerate(self.tellings) if one.origin != ours),
            default=0.0,
        )

    def _entity_weights(self) -> dict[str, float]:
        count = {entity.id: len(entity.mentions) for entity in self._context.record.entities}
        most = max(count.values(), default=1)
        return {name: math.log1p(value) / math.log1p(most) for name, value in count.items()}

    def _speaks(self, one: Telling) -> bool:
        """Whether the reporter says "I" or "we"."""
        return any(
            one.tree.forms[place] in {"i", "we", "our", "my", "us", "you", "your"}
            and word.tag in {"PRON", "DET"}
            and not one.is_quoted(word.span.start, word.span.end)
            for place, word in enumerate(one.tree.words)
        )


def likeness(tellings: Sequence[Telling]) -> Floats:
    """(sentences, sentences): the cosines of their vectors."""
    if not tellings:
        return np.zeros((0, 0))
    vectors = np.stack([one.vector for one in tellings])
    return np.asarray(np.einsum("id,jd->ij", vectors, vectors))


@cache
def shipped() -> dict[str, float]:
    """The weights of the package; the file says how they were learnt."""
    text = resources.files("readout.merge.words").joinpath("brief_weights.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
