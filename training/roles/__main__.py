"""`python -m training.roles`: learn the roles of lines, cross-validated by article, and write the weights."""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from readout.clean.tagger import ROLES
from training.roles.crf import Adam, Field, decode, likelihood
from training.roles.data import Example, bare_examples, examples, training_folders

TARGET = Path("src/readout/clean/words/roles.npz")
SEED = 11


def main() -> None:
    """Cross-validate, then train on all and write."""
    parser = argparse.ArgumentParser(prog="python -m training.roles", description=__doc__)
    parser.add_argument("--folds", type=int, default=5, help="0: no cross-validation")
    parser.add_argument("--passes", type=int, default=24, help="the weights of the second half are averaged")
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--drop", type=float, default=0.5, help="share of a line's features left out at each step")
    parser.add_argument("--least", type=int, default=2, help="articles that a feature must stand in")
    parser.add_argument("--out", type=Path, default=TARGET)
    given = parser.parse_args()
    data, stripped = examples(training_folders()), bare_examples(training_folders())
    random.Random(SEED).shuffle(data)
    for fold in range(given.folds):
        test = data[fold :: given.folds]
        held = {each.name for each in test}
        names, field = learn([each for each in data if each.name not in held], given)
        report(f"fold {fold + 1}", [(each, predict(each, names, field)) for each in test])
        without = [each for each in stripped if each.name in held]
        report(f"fold {fold + 1} without furniture", [(each, predict(each, names, field)) for each in without])
    names, field = learn(data, given)
    report("training data", [(each, predict(each, names, field)) for each in data])
    write(given.out, names, field)


def learn(data: Sequence[Example], given: argparse.Namespace) -> tuple[dict[str, int], Field]:
    """The features kept, each with its row, and the trained field."""
    counts = Counter(feature for example in data for feature in {f for line in example.features for f in line})
    kept = sorted(feature for feature, count in counts.items() if count >= given.least)
    names = {feature: row for row, feature in enumerate(kept)}
    field = Field.zeros(len(names), len(ROLES))
    mean = Field.zeros(len(names), len(ROLES))
    optimiser = Adam(field, given.rate)
    rows = [(rows_of(example, names), example.roles) for example in data]
    order, chance = list(range(len(data))), np.random.default_rng(SEED)
    for number in range(given.passes):
        chance.shuffle(order)
        for index in order:
            active, roles = rows[index]
            seen = [each[chance.random(len(each)) >= given.drop] for each in active]
            optimiser.climb(likelihood(field, seen, roles)[1])
        if number >= given.passes // 2:
            for total, part in zip(mean.parts(), field.parts(), strict=True):
                np.add(total, part, out=total)
    for total in mean.parts():
        np.divide(total, given.passes - given.passes // 2, out=total)
    mean.emissions *= 1 - given.drop
    return names, mean


def predict(example: Example, names: dict[str, int], field: Field) -> list[int]:
    """The roles of an article's lines."""
    return decode(field, rows_of(example, names))


def rows_of(example: Example, names: dict[str, int]) -> list[npt.NDArray[np.int64]]:
    """For each line the rows of its features."""
    return [np.array([names[f] for f in line if f in names], dtype=np.int64) for line in example.features]


def report(title: str, results: Sequence[tuple[Example, list[int]]]) -> None:
    """Share of lines right, beside the rules alone, and F1 of each role."""
    right = wrong = rules = 0
    counts: Counter[tuple[str, str]] = Counter()
    for example, found in results:
        for gold, given, line in zip(example.roles, found, example.features, strict=True):
            right, wrong = right + (gold == given), wrong + (gold != given)
            rules += f"rule={ROLES[gold].value}" in line
            counts[ROLES[gold].value, ROLES[given].value] += 1
    scores = []
    for role in ROLES:
        true = counts[role.value, role.value]
        both = sum(n for (gold, given), n in counts.items() for each in (gold, given) if each == role.value)
        scores.append(f"{role.value} {2 * true / both if both else 1:.2f}")
    lines = right + wrong
    print(f"{title}: {right / lines:.4f} of {lines} lines right; by rules {rules / lines:.4f}")
    print("  " + ", ".join(scores))


def write(path: Path, names: dict[str, int], field: Field) -> None:
    """Emissions in int8 with one scale a role; the rest in float32."""
    scale = np.abs(field.emissions).max(axis=0) / 127 + 1e-12
    np.savez_compressed(
        path,
        features=np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8),
        weights=np.round(field.emissions / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        transitions=field.transitions.astype(np.float32),
        start=field.start.astype(np.float32),
        end=field.end.astype(np.float32),
    )


if __name__ == "__main__":
    main()
