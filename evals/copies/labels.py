"""The labelled pairs: what two reports share, by hand, under GUIDELINE.md; and their texts from the corpora."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from corpora import basil
from evals.copies.sample import documents

Relation = Literal["copy", "edited_copy", "shared_quotation", "independent"]
Kind = Literal["copied", "quoted", "furniture"]
SameOrigin = Literal["yes", "no", "unclear"]
Split = Literal["dev", "held_out"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
LABELS = Path(__file__).with_name("labels.jsonl")

EXCERPTED = frozenset({("85475456-f38e-4c30-895d-ca2c819c6af1", frozenset({"nyt", "hpo"}))})
"""The one pair of BASIL that isn't independent: one outlet prints two paragraphs of the other's report."""


class TextsChangedError(Exception):
    """A corpus gives another text than the one that was labelled, so the offsets would lie."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two texts share: `start` and `end` in each, in code points."""

    a: tuple[int, int]
    b: tuple[int, int]
    kind: Kind


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """One pair and its labels; `borderline` where the reader hesitated between two relations."""

    id: str
    corpus: str
    split: Split
    a: str
    b: str
    a_sha: str
    b_sha: str
    relation: Relation
    same_origin: SameOrigin
    borderline: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TextPair:
    """What a system is given: two texts, and names for them that are the same wherever the texts come again."""

    a_name: str
    a: str
    b_name: str
    b: str


def read_labels(path: Path = LABELS, split: Split | None = None) -> list[LabelledPair]:
    """The labelled pairs of one split, or all of them, in the stored order."""
    with path.open(encoding="utf-8") as lines:
        pairs = [_pair(json.loads(line)) for line in lines]
    return [pair for pair in pairs if split in {None, pair.split}]


def _pair(row: dict[str, Any]) -> LabelledPair:
    passages = tuple(Passage(tuple(one["a"]), tuple(one["b"]), one["kind"]) for one in row["passages"])
    keys = ("id", "corpus", "split", "a", "b", "a_sha", "b_sha", "relation", "same_origin", "borderline")
    return LabelledPair(**{key: row[key] for key in keys}, passages=passages)


def texts_of(pairs: Sequence[LabelledPair], root: Path) -> list[TextPair]:
    """The texts of the pairs, from the corpora under `root`; raises `TextsChangedError` where one has changed."""
    texts = {(one.corpus, one.id): one.text for one in documents(root)}
    return [
        TextPair(
            f"{pair.corpus}/{pair.a}",
            _checked(texts[pair.corpus, pair.a], pair.a_sha, pair.a),
            f"{pair.corpus}/{pair.b}",
            _checked(texts[pair.corpus, pair.b], pair.b_sha, pair.b),
        )
        for pair in pairs
    ]


def _checked(text: str, sha: str, name: str) -> str:
    if fingerprint(text) != sha:
        raise TextsChangedError(f"{name}: the corpus reader gives another text than the one labelled")
    return text


def fingerprint(text: str) -> str:
    """What a label keeps of a text, to notice when it changes."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def basil_pairs(root: Path) -> Iterator[TextPair]:
    """Each two reports of one event in BASIL: full articles of three outlets, independent of each other."""
    events: dict[str, list[basil.BasilArticle]] = {}
    for article in basil.read(root):
        events.setdefault(article.topic, []).append(article)
    for topic, articles in events.items():
        for at, a in enumerate(articles):
            for b in articles[at + 1 :]:
                if (topic, frozenset({a.source, b.source})) not in EXCERPTED:
                    yield TextPair(f"basil/{a.id}", a.text, f"basil/{b.id}", b.text)
