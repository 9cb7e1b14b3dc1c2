"""Which way something moved by an amount, as the verb before it says: "rose 2.8%", "fell by 4 per cent"."""

import re
from enum import StrEnum

from readout.grammar.calendar import either
from readout.grammar.numbers import WORDS
from readout.grammar.units import unit_before


class Change(StrEnum):
    """Which way the verb before an amount says that something moved by it."""

    UP = "up"
    DOWN = "down"


_CHANGES = {form: Change(name) for name, forms in WORDS["changes"].items() for form in forms}
_MOVED = re.compile(
    rf"(?<![\w-])(?<!picked\s)(?<!gave\s)(?<!give\s)(?<!set\s)(?<!made\s)(?<!make\s)(?P<word>(?i:{either(_CHANGES)}))"
    r"(?P<by>(?:\s[\w’'-]+){0,3}\sby|\san?|\sanother|\sas\smuch\sas|\sto)?\s?\Z"
)
_REACH = 40


def change_before(text: str, start: int) -> Change | None:
    """The direction that the words before `start` give."""
    found = _MOVED.search(text, max(0, start - _REACH), start)
    if text[start : start + 1] == "+":
        return Change.UP
    if found is None or found["by"] == " to":
        return None
    return _CHANGES[found["word"].lower()]


def is_course(text: str, start: int) -> bool:
    """Whether the numbers are a step and where it led: "increased by 43 points to 419 points"."""
    before = unit_before(text, start)
    found = _MOVED.search(text, max(0, start - _REACH), start if before is None else before.span.start)
    return found is not None and found["by"] != " to"
