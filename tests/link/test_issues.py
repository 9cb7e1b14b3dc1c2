"""What parties disagree about: groups of matters and their names."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.link.issues.alike import clusters, likeness
from readout.link.issues.propositions import propositions
from tests.examples import record


def test_matters_that_are_alike_are_one_group_and_others_stay_apart() -> None:
    alike = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]], dtype=np.float64)
    assert clusters(alike, 0.5) == [[0, 1], [2]]


def test_words_that_two_matters_share_bring_them_nearer() -> None:
    far, near = (likeness(rows, told)[0, 1] for rows, told in ((_rows(), _told("")), (_rows(), _told("pay"))))
    assert near > far


@given(st.permutations(range(5)))
def test_the_groups_do_not_depend_on_the_order(order: list[int]) -> None:
    table = np.array([[1.0 - abs(a - b) / 4 for b in (0, 0.3, 1.9, 2.2, 4)] for a in (0, 0.3, 1.9, 2.2, 4)])
    shuffled = table[np.ix_(order, order)]
    found = {frozenset(order[i] for i in group) for group in clusters(shuffled, 0.7)}
    assert found == {frozenset(group) for group in clusters(table, 0.7)}


def test_tellings_with_other_numbers_are_never_one_proposition() -> None:
    same = (1.0, 0.0)
    texts = ["a pay rise of six percent", "a pay rise of nine percent", "a pay rise of six percent now"]
    assert propositions([same, same, same], texts) == [[0, 2], [1]]


def test_an_issue_is_named_in_the_words_of_the_reports() -> None:
    text = " ".join(article.text for article in record().articles).casefold()
    labels = [issue.label for issue in record().issues]
    assert labels
    assert all(label.casefold() in text for label in labels)


def _rows() -> list[tuple[float, ...]]:
    return [(1.0, 0.0), (0.6, 0.8)]


def _told(word: str) -> list[frozenset[str]]:
    return [frozenset({word} - {""})] * 2
