"""How the agreement of two readings is counted."""

import pytest

from evals.positions.agreement import kappa


def test_two_readings_that_never_differ_agree_fully() -> None:
    assert kappa([(True, True), (False, False)]) == pytest.approx(1)
    assert kappa([(False, False)]) == pytest.approx(1)


def test_readings_that_agree_as_often_as_chance_would_have_no_kappa() -> None:
    assert kappa([(True, True), (True, False), (False, True), (False, False)]) == pytest.approx(0)


def test_kappa_of_a_known_table() -> None:
    """Twenty yes-yes, five yes-no, ten no-yes, fifteen no-no: 0.7 agreed, 0.5 by chance."""
    table = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(table) == pytest.approx(0.4)
