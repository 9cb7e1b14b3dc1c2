"""Figures as they are told: a change is two figures, and "three years and four months" is one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.grammar.figures import Figure, find_figures
from readout.model.text import TextSpan
from readout.model.values import Amount

_JOINT = re.compile(r"\sto[\s-]")
_AND = re.compile(r",?\s(?:and\s)?")
_FINER = {  # how many of the finer unit are one of the coarser
    ("year", "month"): 12,
    ("year", "day"): 365,
    ("year", "week"): 52,
    ("month", "day"): 30,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound-mass", "ounce"): 16,
}


def told(text: str, figure: Figure) -> Iterator[Figure]:
    """The figure, or the two that a falling "range" is: "from 5.8% to 5.7%" tells a change."""
    joint = _JOINT.search(text, figure.amount_span.start, figure.amount_span.end)
    if figure.amount.value is not None or joint is None:
        yield figure
        return
    first = find_figures(text, figure.span.start, joint.start(), ())
    last = find_figures(text, joint.end(), figure.span.end, ())
    values = [one.amount.value for one in (*first, *last)]
    if len(first) == len(last) == 1 and None not in values and (values[0] or 0) > (values[1] or 0):
        unit = last[0].amount.unit
        yield first[0] if first[0].amount.unit else replace(first[0], amount=replace(first[0].amount, unit=unit))
        yield last[0]
        return
    yield figure


def compounded(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures; two neighbours that are one length of time or space are one, in the finer unit."""
    found: list[Figure] = []
    for figure in figures:
        before = found[-1] if found else None
        factor = None if before is None else _FINER.get((before.amount.unit or "", figure.amount.unit or ""))
        if before is None or factor is None or not _beside(text, before, figure):
            found.append(figure)
            continue
        amount = Amount(
            (before.amount.value or 0) * factor + (figure.amount.value or 0),
            qualifier=before.amount.qualifier,
            unit=figure.amount.unit,
        )
        span = TextSpan(before.span.start, figure.span.end)
        found[-1] = replace(figure, span=span, amount_span=span, unit_span=figure.unit_span, amount=amount)
    return found


def _beside(text: str, before: Figure, figure: Figure) -> bool:
    values = (before.amount.value, figure.amount.value)
    joined = _AND.fullmatch(text[before.span.end : figure.span.start])
    return joined is not None and None not in values and figure.amount.qualifier is None
