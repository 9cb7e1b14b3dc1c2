"""NewsQuant's way of writing what the grammar of figures finds. Its oddities are met here and not in the product.

It counts "one of the best speakers" as one best speaker, takes "tens of thousands" for 10,000 to 100,000, and tells
qualifiers and directions of change by one sign. It leaves out most ages that stand between commas.
"""

import re

from corpora.newsquant import Quantity
from readout.grammar.figures import Figure, find_figures
from readout.grammar.numbers import Form
from readout.grammar.units import unit_after
from readout.model.values import Qualifier

_SIGNS = {
    None: "=",
    Qualifier.EXACTLY: "=",
    Qualifier.ABOUT: "~",
    Qualifier.NEARLY: "~",
    Qualifier.MORE_THAN: ">",
    Qualifier.AT_LEAST: ">",
    Qualifier.LESS_THAN: "<",
    Qualifier.UP_TO: "<",
}
_FIRST = {Qualifier.ABOUT, Qualifier.MORE_THAN}  # "up about 19 per cent" is labelled "~", "up nearly 57%" is "up"
_ONE_OF = re.compile(r"\b[Oo]ne of (?:the|his|her|their|its|our|my|these|those)\b")


def quantities(text: str) -> list[Quantity]:
    """The figures of a sentence as NewsQuant would write them."""
    found = [_quantity(text, figure) for figure in find_figures(text) if not _is_aside(text, figure)]
    for match in _ONE_OF.finditer(text):
        unit = unit_after(text, match.end())
        if unit is not None:
            found.append(Quantity("=", "1", unit.span.of(text), unit.phrase))
    return found


def _is_aside(text: str, figure: Figure) -> bool:
    """Whether it is an age between commas."""
    return figure.unit_span == figure.amount_span and text[: figure.span.start].endswith(", ")


def _quantity(text: str, figure: Figure) -> Quantity:
    unit = "-" if figure.unit_span is None else figure.unit_span.of(text)
    sign = _SIGNS[figure.amount.qualifier]
    if figure.change is not None and figure.amount.qualifier not in _FIRST:
        sign = figure.change.value
    return Quantity(sign, _value(figure), unit, figure.phrase or "-")


def _value(figure: Figure) -> str:
    amount = figure.amount
    if amount.value is not None:
        return str(amount.value)
    low, high = amount.low or 0, amount.high or 0
    if figure.form is Form.LOOSE:
        return f"{_power(low)}-{high + 1}"
    return f"{low}-{high}"


def _power(low: float) -> int:
    """The power of ten at or below: 20,000 becomes 10,000."""
    return 12 if low == 24 else int(10 ** (len(str(int(low))) - 1))
