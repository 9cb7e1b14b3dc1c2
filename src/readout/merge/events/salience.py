"""How much of a story something is: by how many origins tell it, and how prominently each does."""

import math
from collections.abc import Mapping

_LEAST = (
    0.5  # what a mention at the end of a report is worth beside one in its lead; with the next by `evals/timelines`
)
_FADE = 15.0  # sentences within which prominence falls by e


def prominence(sentence: int) -> float:
    """What it is worth to stand in a sentence of a report's running text, counted from 0; 1 in headline and lead."""
    return _LEAST + (1 - _LEAST) * math.exp(-sentence / _FADE)


def salience(told: Mapping[str, float], origins: int) -> float:
    """From 0 to 1: the prominence that each origin gives it, summed, as a share of what all origins could give."""
    return min(1.0, sum(told.values()) / max(1, origins))
