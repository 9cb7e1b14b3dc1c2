"""Numbers in words: "twenty-nine", "two and a half", "a hundred and five", to exact values."""

import re
import tomllib
from fractions import Fraction
from importlib import resources

from readout.grammar.calendar import either

WORDS = tomllib.loads(resources.files("readout.grammar").joinpath("words/numbers.toml").read_text("utf-8"))
UNITS: dict[str, int] = WORDS["units"]
TENS: dict[str, int] = WORDS["tens"]
SCALES: dict[str, int] = WORDS["scales"]
ORDINALS: dict[str, int] = WORDS["ordinals"]

_SMALL = (
    rf"(?:(?:{either(TENS)})(?:[\s-](?:{either(word for word in UNITS if 0 < UNITS[word] < 10)}))?|{either(UNITS)})"
)
_SCALE = rf"(?:{either(SCALES)})"
NUMBER_WORDS = (
    rf"(?:(?:{_SMALL}|an?)(?:[\s-]{_SCALE}){{1,3}}|{_SMALL}\b)(?:(?:\s|-|,\s)(?:and\s)?{_SMALL}\b(?:[\s-]{_SCALE}"
    rf"\b){{0,2}}){{0,6}}"
)
_WORD = re.compile(r"[a-z]+")


def words_value(words: str) -> int | None:
    """The value of number words ("a hundred and five" is 105); None where they are none.

    Two numbers in a row are no number ("twenty two thousand" is, "two three" is not); a year said in two halves is
    read by `year_value`.
    """
    total = current = 0
    last = None
    for word in _WORD.findall(words.lower()):
        if word in {"and", "a", "an"}:
            current = current or (1 if word != "and" else current)
            continue
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
        else:
            value = UNITS.get(word, TENS.get(word))
            if value is None or (last is not None and not _may_follow(last, word)):
                return None
            current = value if current == 1 and last is None else current + value
        last = word
    return None if last is None else total + current


def _may_follow(last: str, word: str) -> bool:
    return last in SCALES or (last in TENS and 0 < UNITS.get(word, 0) < 10)


def year_value(words: str) -> int | None:
    """The year that two halves say ("nineteen ninety-six"), or "two thousand (and one)"; else None."""
    parts = _WORD.findall(words.lower())
    if not parts:
        return None
    if parts[0] in {"nineteen", "eighteen", "twenty"} and len(parts) > 1 and parts[1] in (TENS | UNITS):
        rest = words_value(" ".join(parts[1:]))
        century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[parts[0]]
        return century + rest if rest is not None and 10 <= rest < 100 else None
    if parts[:2] == ["two", "thousand"]:
        return words_value(words)
    return None


LONGEST = 30  # characters of a number in digits; a longer row of digits is a code
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[\s-](\d)/(\d+))?")


def digits_value(digits: str) -> Fraction | None:
    """The exact value of "1,997", "3.5" or "5 1/2"; None where they are no number."""
    found = _DIGITS.fullmatch(digits.strip())
    if found is None or len(digits) > LONGEST:
        return None
    value = Fraction(found[1].replace(",", "") + (found[2] or ""))
    if found[3]:
        value += Fraction(int(found[3]), int(found[4])) if int(found[4]) else 0
    return value


def number_value(text: str) -> Fraction | None:
    """The exact value of a number in digits or words, halves included ("two and a half", "half a")."""
    low = text.strip().lower()
    half = re.fullmatch(r"(.*?)[\s-]?and[\s-]a[\s-]half", low)
    if half is not None:
        whole = number_value(half[1])
        return None if whole is None else whole + Fraction(1, 2)
    if low in {"half", "half a", "half an", "a half", "one-half"}:
        return Fraction(1, 2)
    if low[:1].isdigit():
        return digits_value(low)
    if low in {"a", "an"}:
        return Fraction(1)
    value = words_value(low)
    return None if value is None else Fraction(value)
