"""Score what a system says about two reports against the labelled pairs.

A system is a function from text pairs to predictions, `Predict`. `evaluate` gives it the pairs of a split and the
triplets of BASIL together, since what is a stock phrase shows only in a pile, and returns a `Report`; `str(report)` is
the table.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.copies.labels import (
    RELATIONS,
    LabelledPair,
    Passage,
    Relation,
    Split,
    TextPair,
    basil_pairs,
    read_labels,
    texts_of,
)

NEAR = 5
"""Characters by which a boundary may be off to count as near."""

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a system says of a pair. `joined` is whether the two are of one origin; by default, where text is copied."""

    relation: Relation
    passages: tuple[Passage, ...] = ()
    joined: bool | None = None

    @property
    def joins(self) -> bool:
        """Whether the pair counts as joined."""
        return self.relation in {"copy", "edited_copy"} if self.joined is None else self.joined


Predict = Callable[[Sequence[TextPair]], Sequence[Prediction]]


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, and how many were predicted and labelled."""

    right: int
    predicted: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the labelled that was found; 0 where nothing was labelled."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.labelled
        return 2 * self.right / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.labelled} labelled)"


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Of the longest passages labelled, how many are predicted with all four ends right, and with all within `NEAR`."""

    exact: int
    near: int
    labelled: int

    def __str__(self) -> str:
        shares = [count / self.labelled if self.labelled else 0.0 for count in (self.exact, self.near)]
        return f"exact {shares[0]:.3f}  within {NEAR} characters {shares[1]:.3f}  ({self.labelled} labelled)"


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of one run; the false joins are of pairs known to be independent."""

    relations: dict[Relation, Counts]
    accuracy: float
    accuracy_clear: float
    joined: Counts
    characters: Counts
    kinds: Counts
    boundaries: Boundaries
    false_joins: Counts | None = None

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the four relations."""
        return sum(counts.f1 for counts in self.relations.values()) / len(self.relations)

    def __str__(self) -> str:
        lines = [f"{relation:<17} {counts}" for relation, counts in self.relations.items()]
        lines += [
            f"{'macro F1':<17} {self.macro_f1:.3f}",
            f"{'accuracy':<17} {self.accuracy:.3f}  (without the borderline pairs {self.accuracy_clear:.3f})",
            f"{'same origin':<17} {self.joined}",
            f"{'characters':<17} {self.characters}",
            f"{'... of right kind':<17} {self.kinds}",
            f"{'longest passage':<17} {self.boundaries}",
        ]
        if self.false_joins is not None:
            wrong, of = self.false_joins.predicted, self.false_joins.labelled
            lines.append(f"{'basil triplets':<17} {wrong} of {of} pairs joined falsely ({wrong / max(1, of):.3f})")
        return "\n".join(lines)


def evaluate(predict: Predict, root: Path, split: Split) -> Report:
    """Run a system on a split and on BASIL's triplets, in one batch, and score it."""
    labels = read_labels(split=split)
    texts = texts_of(labels, root)
    independent = list(basil_pairs(root))
    predictions = predict([*texts, *independent])
    report = score(labels, predictions[: len(labels)], texts)
    return _with_false_joins(report, predictions[len(labels) :])


def _with_false_joins(report: Report, predictions: Sequence[Prediction]) -> Report:
    joined = sum(prediction.joins for prediction in predictions)
    return Report(
        relations=report.relations,
        accuracy=report.accuracy,
        accuracy_clear=report.accuracy_clear,
        joined=report.joined,
        characters=report.characters,
        kinds=report.kinds,
        boundaries=report.boundaries,
        false_joins=Counts(right=0, predicted=joined, labelled=len(predictions)),
    )


def score(labels: Sequence[LabelledPair], predictions: Sequence[Prediction], texts: Sequence[TextPair]) -> Report:
    """Score predictions against labels, pair by pair; punctuation at the ends of a passage does not count."""
    trimmed = [_trimmed(prediction.passages, pair) for prediction, pair in zip(predictions, texts, strict=True)]
    right = [label.relation == one.relation for label, one in zip(labels, predictions, strict=True)]
    clear = [hit for label, hit in zip(labels, right, strict=True) if not label.borderline]
    return Report(
        relations={relation: _relation(relation, labels, predictions) for relation in RELATIONS},
        accuracy=_share(right),
        accuracy_clear=_share(clear),
        joined=_joined(labels, predictions),
        characters=_characters(labels, trimmed, by_kind=False),
        kinds=_characters(labels, trimmed, by_kind=True),
        boundaries=_boundaries(labels, trimmed),
    )


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _relation(relation: Relation, labels: Sequence[LabelledPair], predictions: Sequence[Prediction]) -> Counts:
    said = [prediction.relation == relation for prediction in predictions]
    true = [label.relation == relation for label in labels]
    return _counts(said, true)


def _joined(labels: Sequence[LabelledPair], predictions: Sequence[Prediction]) -> Counts:
    """Pairs whose origin the texts leave unclear are left out."""
    known = [
        (prediction.joins, label.same_origin == "yes")
        for label, prediction in zip(labels, predictions, strict=True)
        if label.same_origin != "unclear"
    ]
    return _counts([said for said, _ in known], [true for _, true in known])


def _counts(said: Sequence[bool], true: Sequence[bool]) -> Counts:
    right = sum(both for both in map(min, said, true))
    return Counts(right=right, predicted=sum(said), labelled=sum(true))


def _trimmed(passages: Iterable[Passage], pair: TextPair) -> list[Passage]:
    """Passages that begin and end with a word, as the labels do; one without a word is dropped."""
    trimmed = []
    for passage in passages:
        a, b = _trim(pair.a, passage.a), _trim(pair.b, passage.b)
        if a[0] < a[1] and b[0] < b[1]:
            trimmed.append(Passage(a, b, passage.kind))
    return trimmed


def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and not _WORD.match(text[start]):
        start += 1
    while end > start and not _WORD.match(text[end - 1]):
        end -= 1
    return start, end


def _characters(labels: Sequence[LabelledPair], predicted: Sequence[Sequence[Passage]], *, by_kind: bool) -> Counts:
    """Characters in passages, of both texts together; those in labelled furniture count neither way."""
    right = said = true = 0
    for label, passages in zip(labels, predicted, strict=True):
        furniture = {place for _, place in _places(label.passages, {"furniture"}, by_kind=False)}
        gold = set(_places(label.passages, {"copied", "quoted"}, by_kind=by_kind))
        given = {
            (kind, place)
            for kind, place in _places(passages, {"copied", "quoted"}, by_kind=by_kind)
            if place not in furniture
        }
        right += len(gold & given)
        said += len(given)
        true += len(gold)
    return Counts(right=right, predicted=said, labelled=true)


def _places(passages: Iterable[Passage], kinds: set[str], *, by_kind: bool) -> Iterator[tuple[str, tuple[str, int]]]:
    for passage in passages:
        if passage.kind in kinds:
            kind = passage.kind if by_kind else ""
            yield from ((kind, ("a", at)) for at in range(*passage.a))
            yield from ((kind, ("b", at)) for at in range(*passage.b))


def _boundaries(labels: Sequence[LabelledPair], predicted: Sequence[Sequence[Passage]]) -> Boundaries:
    exact = near = labelled = 0
    for label, passages in zip(labels, predicted, strict=True):
        longest = longest_passage(label.passages)
        if longest is None:
            continue
        labelled += 1
        off = min((_distance(longest, passage) for passage in passages), default=NEAR + 1)
        exact += off == 0
        near += off <= NEAR
    return Boundaries(exact=exact, near=near, labelled=labelled)


def longest_passage(passages: Iterable[Passage]) -> Passage | None:
    """The longest passage that isn't furniture, measured in both texts; the first of equals."""
    real = [passage for passage in passages if passage.kind != "furniture"]
    return max(real, key=lambda one: one.a[1] - one.a[0] + one.b[1] - one.b[0], default=None)


def _distance(one: Passage, other: Passage) -> int:
    ends = zip((*one.a, *one.b), (*other.a, *other.b), strict=True)
    return max(abs(left - right) for left, right in ends)
