"""Learns the weights by which a brief's sentences are scored, from the neutral round-ups of NeuS train.

python -m training.brief --out src/readout/merge/words/brief_weights.json

Ridge regression of how much of a sentence stands in the round-up (the mean of its shares of words, of content words
and of word pairs) on the sentence's features; both are centred within each event, so that only what tells the
sentences of one event apart is learnt.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora import neus
from corpora.location import corpora_root
from evals.brief.rouge import tokens
from evals.brief.stories import Story, stories
from readout.annotate import annotate
from readout.link import link
from readout.merge.brief.context import Context
from readout.merge.brief.lexicon import vocabulary
from readout.merge.brief.scores import FEATURES, Scores
from readout.merge.brief.sentences import Telling, tellings
from readout.merge.record import before_brief

_EVENTS, _SEED = 500, 0
_RIDGE = 10.0
_FEWEST = 4  # sentences of an event from which there is a choice to learn from
_LEVEL = 0.24  # what a sentence of mean features scores, so that scores read as shares

Floats = NDArray[np.float64]


def main() -> None:
    """Learn from the events drawn, and write the weights."""
    parser = argparse.ArgumentParser("training.brief", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    given = parser.parse_args()
    if given.corpora is None:
        raise SystemExit("The corpora are not on this machine; set READOUT_CORPORA to their folder.")
    topics = sorted({row.topic for row in neus.read(given.corpora) if row.split == "train"})
    drawn = {topics[number] for number in np.random.default_rng(_SEED).permutation(len(topics))[:_EVENTS].tolist()}
    weights = learn(list(_examples(stories(given.corpora, "train", drawn))))
    told = {"learnt by": "python -m training.brief", "from": f"{_EVENTS} events of NeuS train", "weights": weights}
    given.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def learn(examples: list[tuple[Floats, Floats]]) -> dict[str, float]:
    """The weights for features (sentences, features) and targets (sentences) of many events."""
    left = np.concatenate([features - features.mean(axis=0) for features, _ in examples])
    right = np.concatenate([targets - targets.mean() for _, targets in examples])
    solved = np.linalg.solve(left.T @ left + _RIDGE * np.eye(left.shape[1]), left.T @ right)
    return {name: round(float(weight), 3) for name, weight in zip(FEATURES, solved, strict=True)} | {"one": _LEVEL}


def _examples(drawn: Iterable[Story]) -> Iterator[tuple[Floats, Floats]]:
    for story in drawn:
        notes = annotate(story.articles)
        record, sources = before_brief(story.articles, notes, link(story.articles, notes), [])
        scores = Scores(tellings(sources), Context(record, sources), dict.fromkeys(FEATURES, 0.0))
        if len(scores.tellings) >= _FEWEST:
            yield scores.features, np.array([_target(one, story.round_up) for one in scores.tellings])


def _target(telling: Telling, round_up: str) -> float:
    """Shares of the sentence's words, content words and pairs that stand in the round-up, in the mean."""
    ours, theirs = tokens(telling.words()), tokens(round_up)
    words, known = Counter(ours), Counter(theirs)
    empty = vocabulary("content", "empty")
    content = Counter({word: count for word, count in known.items() if word not in empty})
    pairs = Counter(pairwise(ours)) & Counter(pairwise(theirs))
    length = max(1, len(ours))
    return float(
        np.mean(
            [(words & known).total() / length, (words & content).total() / length, pairs.total() / max(1, length - 1)]
        )
    )


if __name__ == "__main__":
    main()
