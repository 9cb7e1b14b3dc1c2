"""One name, one type in an article."""

import numpy as np

from readout.annotate.consistency import consistent
from readout.annotate.decode import TaggedSpan

LABELS = ("O", "B-Person", "I-Person", "B-Location", "I-Location")


def emissions(*favoured: tuple[str, float]) -> np.ndarray:  # type: ignore[type-arg]
    rows = np.zeros((len(favoured), len(LABELS)), np.float32)
    for row, (label, score) in enumerate(favoured):
        rows[row, LABELS.index(label)] = score
    return rows


def test_sure_mentions_outvote_a_doubtful_one() -> None:
    """A capital that acts once like a person is still the place that it is elsewhere."""
    scores = emissions(("B-Person", 1.0), ("B-Location", 4.0), ("B-Location", 4.0))
    names = [TaggedSpan("Person", 0, 1), TaggedSpan("Location", 1, 2), TaggedSpan("Location", 2, 3)]
    assert [one.label for one in consistent(names, ["Oslo"] * 3, scores, LABELS)] == ["Location"] * 3


def test_a_full_name_speaks_for_the_surname() -> None:
    """After "Anna Berg", a doubtful "Berg" is a person."""
    scores = emissions(("B-Person", 6.0), ("I-Person", 6.0), ("B-Location", 1.0))
    names = [TaggedSpan("Person", 0, 2), TaggedSpan("Location", 2, 3)]
    assert [one.label for one in consistent(names, ["Anna Berg", "Berg"], scores, LABELS)] == ["Person", "Person"]


def test_a_name_printed_once_keeps_its_type() -> None:
    """Nothing else is known of it."""
    scores = emissions(("B-Person", 1.0), ("B-Location", 4.0))
    names = [TaggedSpan("Person", 0, 1), TaggedSpan("Location", 1, 2)]
    assert consistent(names, ["Ola", "Oslo"], scores, LABELS) == names
