"""What a time expression means before one knows when it was written: a small language of steps, and its evaluation.

An expression is a TIMEX3 value ("2014", "P2D", "PRESENT_REF"), or a chain of steps from the day of publication (DCT,
the document creation time of TimeML):

    DCT -1W                 last week
    DCT <XXXX-WXX-2         Tuesday, of things past;  > future, ~ the nearest (~< and ~> where none is near);
                            << and >> leave out the day itself
    DCT ~XXXX-01-10 +2D     January 10; two days later
    DCT <XXXX-Q3 -1y        the third quarter; a year earlier (small letter: as fine as what it counts from)
    DCT +0D :TNI            tonight;  :T20:17 a clock time
    2022-06-29 /30          from the 29th through the 30th
    1997 since              an open stretch (since, until); the last word, and no part of the TIMEX3 value
"""

import re

from readout.grammar.timex_value import (
    Relation,
    bounds,
    date_part,
    grain,
    hours_on,
    occurrence,
    of_day,
    shift,
    years_on,
)
from readout.model.values import PartialDate

ANCHOR = "DCT"
OPEN = frozenset({"since", "until"})
_STEP = re.compile(r"([+-]\d+)([A-Za-z]+)")
_SEEK = re.compile(r"(<<|>>|~<|~>|<|>|~)(XXXX.*)")


def is_relative(expression: str) -> bool:
    """Whether the expression needs the day of publication."""
    return expression.startswith(ANCHOR)


def openness(expression: str) -> str | None:
    """`since` or `until`, where the expression is an open stretch."""
    last = expression.rpartition(" ")[2]
    return last if last in OPEN else None


def timex3(expression: str | None, published: PartialDate | None = None) -> str | None:
    """The TIMEX3 value. Without the day of publication as partial as the words are: XXXX-01-10, XXXX-WXX-2, or None."""
    day = None if published is None else published.to_date()
    if not expression:
        return None
    steps = expression.split()
    if steps[0] != ANCHOR:
        value: str | None = steps[0]
    elif day is not None:
        value = day.isoformat()
    else:
        return _partial(steps)
    for step in steps[1:]:
        value = value if value is None else _apply(value, step)
    return value


def _partial(steps: list[str]) -> str | None:
    """What is known without a day to count from: the recurring kind of the only step, with its clock time."""
    calendar = [step for step in steps[1:] if step not in OPEN and not step.startswith("/")]
    seek = _SEEK.fullmatch(calendar[0]) if calendar else None
    if seek is None or any(not step.startswith(":") for step in calendar[1:]):
        return None
    return seek[2] + "".join(step[1:] for step in calendar[1:])


def _apply(value: str, step: str) -> str | None:
    if step in OPEN or step.startswith("/"):
        return value
    if step.startswith(":"):
        return date_part(value) + step[1:] if grain(value) == "D" else value
    if step.startswith("="):
        return _within(value, step[1:])
    if step.startswith("y="):
        return years_on(value, int(step[2:]) - int(value[:4])) if value[:4].isdigit() else None
    seek = _SEEK.fullmatch(step)
    if seek is not None:
        return occurrence(seek[2], value, Relation(seek[1]))
    counted = _STEP.fullmatch(step)
    assert counted is not None, step
    amount, unit = int(counted[1]), counted[2]
    if unit in {"H", "MIN"}:
        return hours_on(value, amount * (60 if unit == "H" else 1))
    return years_on(value, amount) if unit == "y" else shift(value, amount, unit)


def _within(value: str, unit: str) -> str | None:
    """The stretch of kind `unit` that the value begins in."""
    stretch = bounds(value)
    return None if stretch is None else of_day(stretch[0], unit)
