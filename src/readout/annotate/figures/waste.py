"""Numbers that state nothing: numbers of a list, addresses, telephone numbers, version numbers, idioms with "one"."""

import re

from readout.grammar.figures import Figure
from readout.grammar.numbers import Form
from readout.grammar.units import is_measure
from readout.model.text import Block

_LIST_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_PHONE = re.compile(r"(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|\b\d{3}-\d{4}\b")
_BLOCK = re.compile(r"(?i:-?\s?\s?block\s(?:of\s)?[A-Z0-9])|\s(?:[NSEW]\.?\s|North|South|East|West)")
_STREET = re.compile(
    r"\s(?:[A-Z0-9][\w.’'-]*\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Highway|Place|Parkway)\b"
)
_NUMBERED = re.compile(
    r"(?i:\b(?:no|nos|number|numbers|flight|channel|gate|apartment|apt|suite|highway|interstate|route|unit|room)\.?\s)\Z"
)
_TOKEN = re.compile(r"\S+")
_BRAND = re.compile(r"-[A-Z][a-z]+(?!-)")
_TOKEN_REACH = 60
_HYPHENS = 2  # of a compound ("12-year-old"); a file's name has more
_ONE_ON_ONE = re.compile(r"[-\s](?:on|by|of|to|at)[-\s](?:one|a)\b|\s(?:another|or\sanother)\b")
_SERIAL = re.compile(r"0\d+")
_ZONE = re.compile(r"GMT|UTC|[A-Z]{1,3}ST|[A-Z]DT|CET|CEST|AM|PM")
_ONE = re.compile(r"(?i:one)\b")
_IDIOMS = frozenset(
    ["point", "way", "thing", "side", "hand", "reason", "example", "step", "sense", "day", "time", "word", "moment"]
)


def is_furniture(text: str, figure: Figure, block: Block) -> bool:
    """Whether the number is none that a reader would call a figure of the report."""
    start, end = figure.amount_span.start, figure.amount_span.end
    if start == block.start + len(text[block.start : start]) - len(text[block.start : start].lstrip()) and (
        _LIST_NUMBER.match(text, start - (text[start - 1 : start] == "("), block.end)
    ):
        return True
    if _NUMBERED.search(text, max(0, start - 14), start) or _in_phone(text, start, end):
        return True
    if figure.form is Form.DIGITS and (_STREET.match(text, end) or _BLOCK.match(text, end)):
        return True
    if _SERIAL.fullmatch(figure.amount_span.of(text)):
        return True
    if figure.amount.unit is not None and _ZONE.fullmatch(figure.amount.unit):
        return True
    return _is_idiom(text, figure) or _in_address(text, figure)


def _in_address(text: str, figure: Figure) -> bool:
    """Whether the number is a piece of a web address, of a file's name or of a brand ("7-Eleven")."""
    token = _TOKEN.match(text, figure.amount_span.end)
    rest = "" if token is None else token[0]
    if _BRAND.match(rest) and not is_measure(figure.amount.unit):
        return True
    start = figure.amount_span.start
    lead = text[max(0, start - _TOKEN_REACH) : start].split()[-1:] if not text[start - 1 : start].isspace() else []
    whole = "".join(lead) + rest
    return "//" in whole or ".htm" in whole or ("/" in rest and "-" in rest) or rest.count("-") > _HYPHENS


def _in_phone(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 16) : end + 16]
    return any(found.start() <= start - max(0, start - 16) < found.end() for found in _PHONE.finditer(around))


def _is_idiom(text: str, figure: Figure) -> bool:
    """Whether "one" stands before an idiom's noun or somebody's ("at one point", "one official's account")."""
    if not _ONE.fullmatch(figure.amount_span.of(text)):
        return False
    if _ONE_ON_ONE.match(text, figure.amount_span.end):
        return True
    unit = figure.unit_span
    if unit is not None and "’s " in unit.of(text).replace("'", "’"):
        return True
    return figure.amount.unit in _IDIOMS
