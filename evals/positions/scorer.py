"""Scores on labelled statements: the acts, and of the acts found the party, target, matter, condition, polarity.

All is counted by statement: an act is found where some predicted label of the statement has it. Labels of one act in
one statement are paired, those whose parties agree first. Spans agree where they share half of the shorter one.
A party (or target) agrees also where the words, in another place, are the same name ("Lee" and "Ann Lee"), or are its
title right before it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evals.positions.labels import ACTS, Extent, Label, Statement

_LEADING = ("the ", "a ", "an ")
_SHARED = 0.5  # of the shorter span

Key = tuple[str, str]
Pair = tuple[Label, Label]


@dataclass(slots=True)
class Tally:
    """Counts over statements: right, missed and invented, by act; and how the paired labels agree."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    agree: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)


def score(gold: Sequence[Statement], predicted: Sequence[Statement], texts: Mapping[Key, str]) -> dict[str, float]:
    """The scores, in per cent. `predicted` holds the statements of `gold`, in any order; one absent holds nothing."""
    found = {(one.corpus, one.document, one.start): one.labels for one in predicted}
    tally = Tally()
    for one in gold:
        labels = found.get((one.corpus, one.document, one.start), ())
        _count(tally, one, labels, texts[one.corpus, one.document])
    return _scores(tally)


def _count(tally: Tally, gold: Statement, predicted: Sequence[Label], text: str) -> None:
    wanted, given = {one.act for one in gold.labels}, {one.act for one in predicted}
    tally.right.update(wanted & given)
    tally.missed.update(wanted - given)
    tally.invented.update(given - wanted)
    if not wanted:
        tally.asked["none"] += 1
        tally.agree["none"] += not given
    for pair in paired(gold.labels, predicted, text):
        _compare(tally, *pair, text)


def paired(gold: Sequence[Label], predicted: Sequence[Label], text: str) -> list[Pair]:
    """Labels of one act, each used once, those whose parties and matters agree first."""
    choices = [
        (-_same_party(one, other, text), -_overlap(one.matter, other.matter), left, right)
        for left, one in enumerate(gold)
        for right, other in enumerate(predicted)
        if one.act == other.act
    ]
    pairs: list[tuple[int, int]] = []
    for _, _, left, right in sorted(choices):
        if all(left != one and right != other for one, other in pairs):
            pairs.append((left, right))
    return [(gold[left], predicted[right]) for left, right in sorted(pairs)]


def _compare(tally: Tally, gold: Label, predicted: Label, text: str) -> None:
    asked = dict[str, bool]()
    if gold.party:
        asked["party"] = _same_party(gold, predicted, text)
    if gold.target:
        asked["target"] = _same(gold.target, predicted.target, text)
    if gold.matter:
        asked["matter"] = _overlap(gold.matter, predicted.matter)
    if gold.condition:
        asked["condition recall"] = _overlap(gold.condition, predicted.condition)
    if predicted.condition:
        asked["condition precision"] = _overlap(gold.condition, predicted.condition)
    if predicted.target:
        asked["target precision"] = _same(gold.target, predicted.target, text)
    asked["polarity"] = gold.polarity == predicted.polarity
    tally.asked.update(asked.keys())
    tally.agree.update(name for name, right in asked.items() if right)


def _same_party(gold: Label, predicted: Label, text: str) -> bool:
    wanted = [one for one in (gold.party, gold.alias, gold.acts_for) if one]
    given = [one for one in (predicted.party, predicted.alias) if one]
    return any(_same(one, other, text) for one in wanted for other in given)


def _same(one: Extent | None, other: Extent | None, text: str) -> bool:
    if one is None or other is None:
        return False
    return _overlap(one, other) or _side_by_side(one, other, text) or _names(text[slice(*one)], text[slice(*other)])


def _side_by_side(one: Extent, other: Extent, text: str) -> bool:
    """Whether one is a title and the other the name right after it."""
    between, name = text[min(one[1], other[1]) : max(one[0], other[0])], text[max(one[0], other[0])]
    return between.isspace() and name.isupper()


def _names(one: str, other: str) -> bool:
    """Whether words name the same: the same words, or the last one of a name the same."""
    left, right = _plain(one), _plain(other)
    if left.lower() == right.lower():
        return True
    last, final = left.split()[-1:], right.split()[-1:]
    return last == final and bool(last) and last[0][:1].isupper()


def _plain(words: str) -> str:
    bare = words.replace("’", "'").removesuffix("'s").removesuffix("'").strip()
    start = next((len(article) for article in _LEADING if bare.lower().startswith(article)), 0)
    return bare[start:]


def _overlap(one: Extent | None, other: Extent | None) -> bool:
    if one is None or other is None:
        return False
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= _SHARED * min(one[1] - one[0], other[1] - other[0])


def _scores(tally: Tally) -> dict[str, float]:
    scores = {"act macro F1": _mean(_f1(tally, (act,)) for act in ACTS)}
    scores |= {
        "act micro P": _share(tally.right.total(), tally.right.total() + tally.invented.total()),
        "act micro R": _share(tally.right.total(), tally.right.total() + tally.missed.total()),
        "act micro F1": _f1(tally, ACTS),
    }
    scores |= {f"{act} F1": _f1(tally, (act,)) for act in ACTS}
    names = ("none", "party", "target", "target precision", "matter", "condition recall", "condition precision")
    scores |= {f"{name} right": _share(tally.agree[name], tally.asked[name]) for name in (*names, "polarity")}
    return scores


def _f1(tally: Tally, acts: Iterable[str]) -> float:
    chosen = tuple(acts)
    right, missed, invented = (sum(c[act] for act in chosen) for c in (tally.right, tally.missed, tally.invented))
    return _share(2 * right, 2 * right + missed + invented)


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
