"""How far two readings of the same statements agree: `python -m evals.positions.agreement`.

The scores take the first reading for gold. Kappa (Cohen 1960) is over statements: whether the act is in it.
"""

import sys
from collections.abc import Sequence

from corpora.location import corpora_root
from evals.positions.documents import texts
from evals.positions.labels import ACTS, LABELS, Statement, read
from evals.positions.scorer import score

Pair = tuple[Statement, Statement]

SECOND = LABELS / "second.jsonl"


def main() -> None:
    """Print kappa by act, and the second reading's scores against the first."""
    root = corpora_root()
    if root is None:
        sys.exit("No folder of corpora here; name one with READOUT_CORPORA.")
    if not SECOND.is_file():
        sys.exit(f"{SECOND}: nobody has read the statements of second.txt yet; see GUIDELINE.md")
    pairs = readings()
    print(f"{len(pairs)} statements read twice")
    for act in (*ACTS, "none"):
        print(f"kappa {act:30} {kappa([(_has(one, act), _has(other, act)) for one, other in pairs]):8.3f}")
    for name, value in score([one for one, _ in pairs], [other for _, other in pairs], texts(root)).items():
        print(f"{name:36} {value:8.2f}")


def readings() -> list[Pair]:
    """The statements read twice, first and second reading."""
    first = [one for split in ("train", "test") for one in read(LABELS / f"{split}.jsonl")]
    by_place = {(one.corpus, one.document, one.start): one for one in first}
    return [(by_place[one.corpus, one.document, one.start], one) for one in read(SECOND)]


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes-or-no readings; 1 where both never differ."""
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    yes, also = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    by_chance = yes * also + (1 - yes) * (1 - also)
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def _has(statement: Statement, act: str) -> bool:
    if act == "none":
        return not statement.labels
    return any(label.act == act for label in statement.labels)


if __name__ == "__main__":
    main()
