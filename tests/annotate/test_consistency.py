"""One name, one type in an article."""

import numpy as np

from readout.annotate.consistency import consistent

PERSON, PLACE = 0, 1


def chances(*rows: tuple[float, float]) -> list[np.ndarray]:  # type: ignore[type-arg]
    return [np.array(row) for row in rows]


def test_sure_mentions_outvote_a_doubtful_one() -> None:
    """A capital that acts once like a person is still the place that it is elsewhere."""
    assert consistent(["Oslo"] * 3, chances((0.6, 0.4), (0.02, 0.95), (0.02, 0.95)), PERSON) == [PLACE] * 3


def test_a_full_name_speaks_for_the_surname() -> None:
    """After "Anna Berg", a doubtful "Berg" is a person."""
    assert consistent(["Anna Berg", "Berg"], chances((0.99, 0.01), (0.3, 0.6)), PERSON) == [PERSON, PERSON]


def test_a_name_printed_once_keeps_its_type() -> None:
    """Nothing else is known of it."""
    assert consistent(["Ola", "Oslo"], chances((0.6, 0.4), (0.1, 0.9)), PERSON) == [PERSON, PLACE]
