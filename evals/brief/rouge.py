"""ROUGE-1, -2 and -L of a text against one that a person wrote (Lin 2004), as rouge-score counts.

Checked against rouge-score 0.1.2 on the briefs and round-ups of NeuS val: the same figures.
"""

import re
from collections import Counter
from collections.abc import Sequence

_TOKEN = re.compile(r"[a-z0-9]+")

MEASURES = ("ROUGE-1", "ROUGE-2", "ROUGE-L")


def tokens(text: str) -> list[str]:
    """The runs of letters and figures of a text in small letters."""
    return _TOKEN.findall(text.lower())


def rouge(text: str, reference: str) -> dict[str, float]:
    """F of each measure, 0 to 1."""
    ours, theirs = tokens(text), tokens(reference)
    return {
        "ROUGE-1": _overlap(ours, theirs, 1),
        "ROUGE-2": _overlap(ours, theirs, 2),
        "ROUGE-L": _f(_longest(ours, theirs), len(ours), len(theirs)),
    }


def _overlap(ours: Sequence[str], theirs: Sequence[str], size: int) -> float:
    left, right = _grams(ours, size), _grams(theirs, size)
    return _f((left & right).total(), left.total(), right.total())


def _grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _f(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if shared else 0.0


def _longest(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(theirs) + 1)
    for word in ours:
        before = 0
        for place, other in enumerate(theirs, 1):
            row[place], before = (before + 1 if word == other else max(row[place], row[place - 1])), row[place]
    return row[-1]
