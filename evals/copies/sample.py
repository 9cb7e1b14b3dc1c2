"""Draw the pairs to label for copies: over the whole range of textual overlap, with a fixed seed.

    python -m evals.copies.sample > pairs.jsonl

Overlap is measured as containment: the share of the shorter text's distinct word 5-grams that the other has too. 5-grams that more
than `FURNITURE` articles hold (page footers) are left out. It only spreads the sample; no label follows from it.
"""

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import ecbplus, neus, polnear, t17
from corpora.location import corpora_root

SEED = 20260
GRAM = 5
FURNITURE = 40
LONGEST = 900
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
    """A band of containment, `low < containment <= high` (0 alone where both are 0), and how many pairs to draw."""

    corpus: str
    across_outlets: bool
    low: float
    high: float
    draw: int
    shortest: int = 60
    """Words of the shorter text."""


STRATA = (
    Stratum("ecbplus", True, 0.0, 0.0, 18),
    Stratum("ecbplus", True, 0.0, 0.03, 12),
    Stratum("ecbplus", True, 0.03, 0.08, 14),
    Stratum("ecbplus", True, 0.08, 0.2, 18),
    Stratum("ecbplus", True, 0.2, 0.5, 30),
    Stratum("ecbplus", True, 0.5, 0.8, 25),
    Stratum("ecbplus", True, 0.8, 1.0, 25, shortest=30),
    Stratum("t17", True, 0.0, 0.0, 5),
    Stratum("t17", True, 0.0, 0.03, 10),
    Stratum("t17", True, 0.03, 0.08, 14),
    Stratum("t17", True, 0.08, 1.0, 16),
    Stratum("t17", False, 0.05, 0.2, 6),
    Stratum("t17", False, 0.2, 0.5, 8),
    Stratum("t17", False, 0.5, 0.8, 8),
    Stratum("t17", False, 0.8, 1.0, 10),
    Stratum("neus", True, 0.02, 0.2, 8, shortest=40),
    Stratum("neus", True, 0.2, 0.5, 8, shortest=40),
    Stratum("neus", True, 0.5, 1.0, 12, shortest=30),
    Stratum("polnear", True, 0.03, 0.2, 10),
    Stratum("polnear", True, 0.2, 1.0, 6),
)


def documents(root: Path) -> Iterator[Document]:
    """Yield every article that may be drawn."""
    for ecb in ecbplus.read(root):
        yield Document("ecbplus", ecb.id, ecb.topic, ecb.id, ecb.text)
    for dated in t17.read(root):
        yield Document("t17", dated.id, dated.topic, dated.source, dated.text)
    for opening in neus.read(root):
        if not opening.round_up:
            yield Document("neus", opening.id, opening.topic, opening.id, opening.text)
    for article in polnear.read(root):
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
    """The sample: every stratum's pairs, in the order of `STRATA`."""
    chance = random.Random(SEED)
    by_corpus: dict[str, list[Document]] = defaultdict(list)
    for document in documents(root):
        if len(_WORD.findall(document.text)) <= LONGEST:
            by_corpus[document.corpus].append(document)
    sharing = {corpus: overlapping(found) for corpus, found in by_corpus.items()}
    used: Counter[tuple[str, str]] = Counter()
    sample: list[Pair] = []
    for stratum in STRATA:
        candidates = sharing[stratum.corpus]
        if stratum.high == 0.0:
            candidates = unlike(by_corpus[stratum.corpus], candidates, 40 * stratum.draw, chance)
        sample += _draw_stratum(stratum, candidates, used, chance)
    return sample


def _draw_stratum(
    stratum: Stratum, candidates: Sequence[Pair], used: Counter[tuple[str, str]], chance: random.Random
) -> list[Pair]:
    fitting = [pair for pair in candidates if _fits(pair, stratum)]
    chance.shuffle(fitting)
    one_topic = len({pair.a.topic for pair in fitting}) == 1
    of_topic: Counter[str] = Counter()
    taken: list[Pair] = []
    for pair in fitting:
        names = [(pair.a.corpus, pair.a.id), (pair.b.corpus, pair.b.id)]
        many = any(used[name] >= MOST_PAIRS_OF_AN_ARTICLE for name in names)
        if many or (of_topic[pair.a.topic] >= MOST_PAIRS_OF_A_TOPIC and not one_topic):
            continue
        taken.append(pair)
        of_topic[pair.a.topic] += 1
        used.update(names)
        if len(taken) == stratum.draw:
            break
    return taken


def _fits(pair: Pair, stratum: Stratum) -> bool:
    band = stratum.low < pair.containment <= stratum.high or pair.containment == stratum.high == 0.0
    across = (pair.a.outlet != pair.b.outlet) == stratum.across_outlets
    long_enough = min(len(_WORD.findall(pair.a.text)), len(_WORD.findall(pair.b.text))) >= stratum.shortest
    return band and across and long_enough


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
