"""Which quotation marks of a paragraph open, close or are none: the cheapest reading of them all together.

A Viterbi search over the stack of open quotations, so that one odd mark costs its own repair and no more.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from readout.grammar.quotation_marks import MarkReading, table

_CLEAN = 2.0  # what a paragraph of marks that pair off costs at most

# Stacks of open quotations, outermost first; d: double marks, s: single ones.
_STACKS = ("", "d", "s", "ds", "sd", "dd", "dsd", "sds")


class Step(IntEnum):
    """What one sign does to the stack of open quotations."""

    SKIP = 0
    OPEN = 1
    CLOSE = 2
    REOPEN = 3  # repeats, at the head of a paragraph, the mark of a quotation that runs on
    BREAK = 4  # opens, and shows that the closing mark before it was forgotten
    BACK = 5  # closes a quotation whose opening mark was forgotten


@dataclass(frozen=True, slots=True)
class Reading:
    """The steps of a paragraph's signs, the stack that is open at its end, and what the reading costs."""

    steps: tuple[Step, ...]
    stack: str
    cost: float


_Move: TypeAlias = tuple[Step, str, float]


@functools.cache
def _moves(stack: str, family: str, fresh: bool) -> tuple[_Move, ...]:  # noqa: FBT001 - a key of the cache
    """What a sign of a family may do to a stack, with the cost of the structure alone."""
    cost: dict[str, float] = table()["structure"]
    moves: list[_Move] = [(Step.SKIP, stack, 0.0)]
    after = "_fresh" if fresh else ""
    nested = cost["nested_same" + after] if family in stack[-1:] else 0.0
    if stack + family in _STACKS:
        moves.append((Step.OPEN, stack + family, nested))
    if stack:
        moves.append((Step.CLOSE, stack[:-1], 0.0 if stack[-1] == family else cost["other_family"]))
    if stack and stack[-1] == family:
        moves.append((Step.BREAK, stack, cost["missing_close" + after]))
    if not stack:
        moves.append((Step.BACK, "", cost["missing_open" if family == "d" else "missing_open_single"]))
    return tuple(moves)


def _sign_cost(step: Step, mark: MarkReading) -> float:
    if step is Step.SKIP:
        return mark.skipping
    return mark.closing if step in {Step.CLOSE, Step.BACK} else mark.opening


def _unclosed(stack: str, runs_on: str = "") -> float:
    cost: dict[str, float] = table()["structure"]
    if stack and stack[0] == runs_on[:1]:
        return cost["running_on"] + _unclosed(stack[1:], runs_on[1:])
    return sum(cost["unclosed_double" if family == "d" else "unclosed_single"] for family in stack)


def carrying_cost() -> float:
    """What it costs to carry a quotation into a paragraph that does not repeat its opening mark."""
    return float(table()["structure"]["carried"])


def pair(marks: Sequence[MarkReading], stack: str = "", *, runs_on: str = "") -> Reading:
    """The cheapest reading of a paragraph's signs that starts with `stack` open. Linear in the signs.

    `runs_on`: the families of the opening marks that the next paragraph starts with. Where the signs do not pair off
    by themselves, they make it likely that the quotation goes on there.
    """
    reading = _search(marks, stack, "")
    return _search(marks, stack, runs_on) if runs_on and reading.cost > _CLEAN else reading


def _search(marks: Sequence[MarkReading], stack: str, runs_on: str) -> Reading:
    costs = {stack: 0.0}
    back: list[dict[str, tuple[Step, str]]] = []
    for index, mark in enumerate(marks):
        costs, came = _advance(costs, mark, stack if mark.first else "", index)
        back.append(came)
    ends = {end: cost + _unclosed(end, runs_on) for end, cost in costs.items()}
    last = min(ends, key=lambda end: (ends[end], _STACKS.index(end)))
    return Reading(_trace(back, last), last, ends[last])


def _advance(
    costs: dict[str, float], mark: MarkReading, entered: str, index: int
) -> tuple[dict[str, float], dict[str, tuple[Step, str]]]:
    following: dict[str, float] = {}
    came: dict[str, tuple[Step, str]] = {}
    for state, cost in costs.items():
        moves = _moves(state, mark.family, mark.fresh)
        if state == entered and entered[index : index + 1] == mark.family:
            moves = (*moves, (Step.REOPEN, state, 0.0))
        for step, after, structure in moves:
            total = cost + structure + _sign_cost(step, mark)
            if total < following.get(after, float("inf")):
                following[after], came[after] = total, (step, state)
    return following, came


def _trace(back: Sequence[dict[str, tuple[Step, str]]], last: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    for came in reversed(back):
        step, last = came[last]
        steps.append(step)
    return tuple(reversed(steps))
