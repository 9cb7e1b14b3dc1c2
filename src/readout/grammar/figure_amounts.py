"""Whether two amounts can be one: the same, the same but for rounding, other but possible, or impossible together."""

import math
from enum import StrEnum

from readout.model.values import Amount, Qualifier

_ABOUT = 0.1  # share by which "about" may be off
_NEARLY = 0.9  # share that "nearly" reaches at least
_TEN = 10.0
_COUNTED = 100  # counts below it are told to the last one
_HALF = 0.499  # of a step: what rounds to a number
_VAGUE = 4.0  # ratio of the ends from which a range is a vague plural ("tens of thousands")
_LOWER = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_UPPER = frozenset({Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.NEARLY})


class Agreement(StrEnum):
    """How two amounts of one thing stand to each other."""

    SAME = "same"
    ROUNDED = "rounded"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"


def compare(one: Amount, other: Amount) -> Agreement:
    """How two amounts in one unit agree; a qualifier alone makes no difference."""
    if (one.value, one.low, one.high) == (other.value, other.low, other.high):
        return Agreement.SAME
    if one.value is None or other.value is None:
        return _with_range(one, other)
    coarse, fine = sorted((one, other), key=lambda each: -granularity(each.value or 0))
    if _rounds(coarse, fine) or (
        granularity(coarse.value or 0) == granularity(fine.value or 0) and _rounds(fine, coarse)
    ):
        return Agreement.ROUNDED
    low, high = bounds(one)
    least, most = bounds(other)
    return Agreement.DIFFERS if low <= most and least <= high else Agreement.CONTRADICTS


def granularity(value: float) -> float:
    """The place of the last digit that is not a nought: 100 of 1,300; 0.1 of 4.5; 1 of a count below a hundred."""
    if value == 0 or not math.isfinite(value):
        return 1.0
    digits = f"{abs(value):.6f}".rstrip("0")
    whole, _, part = digits.partition(".")
    if part:
        return 10.0 ** -len(part)
    return 1.0 if abs(value) < _COUNTED else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def bounds(amount: Amount) -> tuple[float, float]:
    """The least and the most that the words allow; a round number may stand for what rounds to it."""
    if amount.value is None:
        return amount.low or -math.inf, math.inf if amount.high is None else amount.high
    value, half = amount.value, granularity(amount.value) * _HALF if abs(amount.value) >= _COUNTED else 0.0
    match amount.qualifier:
        case Qualifier.ABOUT:
            reach = max(half, _ABOUT * abs(value))
            return value - reach, value + reach
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return value, math.inf
        case Qualifier.LESS_THAN | Qualifier.UP_TO:
            return -math.inf, value
        case Qualifier.NEARLY:
            return value * _NEARLY, value
        case _:
            return value - half, value + half


def _rounds(coarse: Amount, fine: Amount) -> bool:
    """Whether one number is the other, rounded as its qualifier says: "more than 100" for 143, "nearly 10" for 9.8."""
    value, near, step = coarse.value or 0.0, fine.value or 0.0, granularity(coarse.value or 0)
    if coarse.qualifier is not None and abs(value) < _COUNTED and value % _TEN == 0:
        step = max(step, _TEN)
    if granularity(near) >= step and abs(value) >= _COUNTED:
        return False
    if coarse.qualifier in _LOWER:
        return value <= near < value + step
    if coarse.qualifier in _UPPER:
        return value - step <= near <= value
    if step == granularity(near):
        return False
    return abs(value - near) <= (step * _HALF if abs(value) >= _COUNTED or step < 1 or granularity(near) < 1 else 0)


def _with_range(one: Amount, other: Amount) -> Agreement:
    """A range and a number, or two ranges: one where the one may lie in the other, vague ones with room beyond."""
    low, high = bounds(one)
    least, most = bounds(other)
    for each in (one, other):
        if each.value is None and (each.high or 0) >= _VAGUE * (each.low or 1):
            return Agreement.CONTRADICTS if low > 2 * most or least > 2 * high else Agreement.ROUNDED
    return Agreement.ROUNDED if low <= most and least <= high else Agreement.CONTRADICTS
