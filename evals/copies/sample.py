"""Draw the pairs to label for copies: over the whole range of textual overlap, with a fixed seed.

    python -m evals.copies.sample > pairs.jsonl

Overlap is measured as containment: the share of the shorter text's distinct word 5-grams that the other has too.
5-grams that more than `FURNITURE` articles hold (page footers) are left out. It only spreads the sample; no label
follows from it.
"""

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpora import ecbplus, neus, polnear, t17
from corpora.location import corpora_root

Outlets = Literal["any", "same", "other"]

SEED = 20260
GRAM = 5
FURNITURE = 40
LONGEST = 650
"""Words; one person reads both texts of a pair in full."""
MOST_PAIRS_OF_AN_ARTICLE = 2
MOST_PAIRS_OF_A_TOPIC = 6
"""In one stratum, where the stratum has more than one topic of that size."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Document:
    """One article to pair. `topic` is what may be about one event; `outlet` tells t17's collections apart."""

    corpus: str
    id: str
    topic: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and the containment of the shorter in the other."""

    a: Document
    b: Document
    containment: float


@dataclass(frozen=True, slots=True)
class Stratum:
    """A band of containment, `low < containment <= high` (0 alone where both are 0), and how many pairs to draw.

    `outlets` is `same` or `other` where a corpus tells them, else `any`.
    """

    corpus: str
    outlets: Outlets
    low: float
    high: float
    draw: int
    shortest: int = 60
    """Words of the shorter text."""


STRATA = (
    Stratum("ecbplus", "any", 0.0, 0.0, 18),
    Stratum("ecbplus", "any", 0.0, 0.03, 12),
    Stratum("ecbplus", "any", 0.03, 0.08, 14),
    Stratum("ecbplus", "any", 0.08, 0.2, 18),
    Stratum("ecbplus", "any", 0.2, 0.5, 30),
    Stratum("ecbplus", "any", 0.5, 0.8, 25),
    Stratum("ecbplus", "any", 0.8, 1.0, 25, shortest=30),
    Stratum("t17", "other", 0.0, 0.0, 5),
    Stratum("t17", "other", 0.0, 0.03, 10),
    Stratum("t17", "other", 0.03, 0.08, 14),
    Stratum("t17", "other", 0.08, 1.0, 16),
    Stratum("t17", "same", 0.05, 0.2, 6),
    Stratum("t17", "same", 0.2, 0.5, 8),
    Stratum("t17", "same", 0.5, 0.8, 8),
    Stratum("t17", "same", 0.8, 1.0, 10),
    Stratum("neus", "any", 0.02, 0.2, 8, shortest=40),
    Stratum("neus", "any", 0.2, 0.5, 8, shortest=40),
    Stratum("neus", "any", 0.5, 1.0, 12, shortest=30),
    Stratum("polnear", "any", 0.03, 0.2, 10),
    Stratum("polnear", "any", 0.2, 1.0, 6),
)


LONGER = 1000
MORE_COPIES = (
    Stratum("ecbplus", "any", 0.7, 1.0, 8, shortest=20),
    Stratum("t17", "same", 0.7, 1.0, 8),
    Stratum("neus", "any", 0.7, 1.0, 7, shortest=30),
    Stratum("polnear", "any", 0.7, 1.0, 1),
)
"""A second draw, among texts of up to `LONGER` words, since the first held few copies."""


def documents(root: Path) -> Iterator[Document]:
    """Yield every article that may be drawn."""
    for ecb in ecbplus.read(root):
        yield Document("ecbplus", ecb.id, ecb.topic, ecb.id, ecb.text)
    for dated in t17.read(root):
        yield Document("t17", dated.id, dated.topic, dated.source, dated.text)
    for opening in neus.read(root):
        if not opening.round_up:
            yield Document("neus", opening.id, opening.topic, opening.id, opening.text)
    for article in (*polnear.read(root, "train"), *polnear.read(root, "dev")):
        yield Document("polnear", article.id, "election", article.id, article.text)


def grams(text: str) -> frozenset[tuple[str, ...]]:
    """The distinct word 5-grams of a text, lower case, punctuation aside."""
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1))


def overlapping(of: Sequence[Document]) -> list[Pair]:
    """Every pair within a topic that shares a 5-gram, in the documents' order."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, document in enumerate(of):
        found = grams(document.text)
        sizes.append(len(found))
        for gram in found:
            holders[gram].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= FURNITURE:
            shared.update((a, b) for at, a in enumerate(numbers) for b in numbers[at + 1 :])
    return [
        Pair(of[a], of[b], count / max(1, min(sizes[a], sizes[b])))
        for (a, b), count in sorted(shared.items())
        if of[a].topic == of[b].topic
    ]


def unlike(of: Sequence[Document], sharing: Sequence[Pair], count: int, chance: random.Random) -> list[Pair]:
    """Draw pairs within a topic that share no 5-gram."""
    share = {(pair.a.id, pair.b.id) for pair in sharing}
    topics: dict[str, list[Document]] = defaultdict(list)
    for document in of:
        topics[document.topic].append(document)
    names = sorted(topics)
    drawn: dict[tuple[str, str], Pair] = {}
    while len(drawn) < count:
        topic = topics[chance.choice(names)]
        a, b = sorted(chance.sample(range(len(topic)), 2))
        pair = Pair(topic[a], topic[b], 0.0)
        if (pair.a.id, pair.b.id) not in share:
            drawn[pair.a.id, pair.b.id] = pair
    return list(drawn.values())


def draw(root: Path) -> list[Pair]:
    """The sample: every stratum's pairs, in the order of `STRATA` and then of `MORE_COPIES`."""
    everything = list(documents(root))
    sampler = Sampler(chance=random.Random(SEED), used=Counter(), most=MOST_PAIRS_OF_AN_ARTICLE)
    sample = sampler.draw(STRATA, _no_longer_than(LONGEST, everything))
    drawn = {(pair.a.id, pair.b.id) for pair in sample}
    sampler.most += 1
    more = sampler.draw(MORE_COPIES, _no_longer_than(LONGER, everything))
    return sample + [pair for pair in more if (pair.a.id, pair.b.id) not in drawn]


def _no_longer_than(words: int, of: Sequence[Document]) -> list[Document]:
    return [document for document in of if _length(document) <= words]


def _length(document: Document) -> int:
    return len(_WORD.findall(document.text))


@dataclass(slots=True)
class Sampler:
    """Draws pairs, and remembers how many it has drawn of each article."""

    chance: random.Random
    used: Counter[tuple[str, str]]
    most: int

    def draw(self, strata: Sequence[Stratum], of: Sequence[Document]) -> list[Pair]:
        """Every stratum's pairs, in the order of the strata."""
        by_corpus: dict[str, list[Document]] = defaultdict(list)
        for document in of:
            by_corpus[document.corpus].append(document)
        sharing = {corpus: overlapping(found) for corpus, found in by_corpus.items()}
        sample: list[Pair] = []
        for stratum in strata:
            candidates = sharing[stratum.corpus]
            if stratum.high == 0.0:
                candidates = unlike(by_corpus[stratum.corpus], candidates, 40 * stratum.draw, self.chance)
            sample += self._draw(stratum, candidates)
        return sample

    def _draw(self, stratum: Stratum, candidates: Sequence[Pair]) -> list[Pair]:
        fitting = [pair for pair in candidates if _fits(pair, stratum)]
        self.chance.shuffle(fitting)
        one_topic = len({pair.a.topic for pair in fitting}) == 1
        of_topic: Counter[str] = Counter()
        taken: list[Pair] = []
        for pair in fitting:
            names = [(pair.a.corpus, pair.a.id), (pair.b.corpus, pair.b.id)]
            many = any(self.used[name] >= self.most for name in names)
            if many or (of_topic[pair.a.topic] >= MOST_PAIRS_OF_A_TOPIC and not one_topic):
                continue
            taken.append(pair)
            of_topic[pair.a.topic] += 1
            self.used.update(names)
            if len(taken) == stratum.draw:
                break
        return taken


def _fits(pair: Pair, stratum: Stratum) -> bool:
    band = stratum.low < pair.containment <= stratum.high or pair.containment == stratum.high == 0.0
    outlets = "same" if pair.a.outlet == pair.b.outlet else "other"
    long_enough = min(_length(pair.a), _length(pair.b)) >= stratum.shortest
    return band and stratum.outlets in {"any", outlets} and long_enough


def main() -> int:
    """Print the sample as JSON lines: ids and containment, never a text."""
    root = corpora_root()
    if root is None:
        print("no corpora here: set READOUT_CORPORA to draw the sample", file=sys.stderr)
        return 0
    for pair in draw(root):
        row = {"corpus": pair.a.corpus, "a": pair.a.id, "b": pair.b.id, "topic": pair.a.topic}
        print(json.dumps({**row, "containment": round(pair.containment, 3)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
