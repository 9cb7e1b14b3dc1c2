"""Two numbers that are one range, or the two sides of a result: "10 to 12", "between $62 and $68", "134 to 63"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.grammar.figure_change import is_course
from readout.grammar.numbers import NUMBER, Form, Number, read_number
from readout.grammar.units import Unit, unit_after, unit_before
from readout.model.text import TextSpan

_TO = re.compile(r"\s?[-–—]\s?|\s?to[\s-]|\sor\s|\sand\s")
_BETWEEN = re.compile(r"(?i:\bbetween\s|\bfrom\s)(?:[$£€]|US\s?\$)?\s?\Z")
_SECOND = re.compile(r"\sto\s(\d{1,3})(?![\d,.%]*[\d%]|\s(?:percent|per\scent|million|billion))")
_FIRST = re.compile(r"(?<![\d,.$])(\d{1,3})\sto\s\Z")
_AFTER_DASH = re.compile(NUMBER.pattern.replace(r"(?<!\d[,/:])", ""))
_REACH = 14  # characters before a number in which "between" may stand


def is_bounded(text: str, start: int) -> bool:
    """Whether "between" or "from" leads up to the number."""
    return _BETWEEN.search(text, max(0, start - _REACH), start) is not None


def range_of(text: str, number: Number, stop: int, taken: Sequence[TextSpan]) -> tuple[Number, Number | None]:
    """The number and the second end of its range: "10 to 12", "between $62 and $68", "from 252 miles to 287 miles"."""
    unit = unit_after(text, number.span.end) if number.form in {Form.DIGITS, Form.WORDS} else None
    places = [number.span.end, *([unit.span.end] if unit is not None else [])]
    between = is_bounded(text, number.span.start)
    for place in places:
        joint = _TO.match(text, place, stop)
        if joint is None or ("and" in joint[0] and not between) or ("-" in joint[0] and place != number.span.end):
            continue
        if place != number.span.end and not between and (unit is None or not _repeats(text, unit, joint)):
            continue
        steps = place != number.span.end or unit_before(text, number.span.start) is not None
        if steps and is_course(text, number.span.start):
            continue
        at = joint.end()
        symbol = re.compile(r"(?:US\s?|HK\s?|A|C)?[$£€]\s?").match(text, at)
        found = NUMBER.match(text, symbol.end() if symbol else at, stop) or _bare_digits(text, at, stop)
        last = None if found is None else read_number(found)
        if last is None or last.form not in {Form.DIGITS, Form.WORDS} or any(last.span.overlaps(o) for o in taken):
            continue
        if number.form is Form.LOOSE or (" or " in joint[0] and last.low <= number.low):
            continue
        if "to" in joint[0] and not between and last.low * (last.scale if number.scale == 1 else 1) <= number.low:
            continue  # "49 percent to 44 percent" is a tally
        return _scaled(number, last), last
    return number, None


def _bare_digits(text: str, at: int, stop: int) -> re.Match[str] | None:
    """Digits right behind a dash, where a number would not begin by itself."""
    return _AFTER_DASH.match(text, at, stop) if text[at : at + 1].isdigit() else None


def _repeats(text: str, unit: Unit, joint: re.Match[str]) -> bool:
    """Whether the unit stands behind the second number again: "15 per cent to 20 per cent"."""
    second = re.compile(r"[\w.,]+").match(text, joint.end())
    again = None if second is None else unit_after(text, second.end())
    return again is not None and again.name == unit.name


def _scaled(number: Number, last: Number) -> Number:
    """The first number with the scale of the second ("10 to 12 million")."""
    if number.scale == 1 and last.scale > 1 and number.form is Form.DIGITS and number.low * last.scale <= last.low * 10:
        return replace(number, low=number.low * last.scale, high=number.high * last.scale)
    return number


def is_tally(text: str, number: Number, stop: int) -> bool:
    """Whether the number is one side of a result: "by a vote of 134 to 63"."""
    if number.form is not Form.DIGITS or is_bounded(text, number.span.start):
        return False
    ahead, behind = (
        _SECOND.match(text, number.span.end, stop),
        _FIRST.search(text, max(0, number.span.start - 8), number.span.start),
    )
    if ahead is not None:
        return int(ahead[1]) <= number.low and number.scale == 1
    return behind is not None and int(behind[1]) >= number.low and number.scale == 1
