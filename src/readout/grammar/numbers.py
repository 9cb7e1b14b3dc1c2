"""Numbers in running text, in digits and words: "13,000", "2.2 billion", "two-thirds", "tens of thousands"."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from importlib import resources

from readout.grammar.calendar import either
from readout.grammar.number_words import LONGEST, NUMBER_WORDS, ORDINALS, SCALES, number_value, words_value
from readout.model.text import TextSpan

WORDS = tomllib.loads(resources.files("readout.grammar").joinpath("words/units.toml").read_text("utf-8"))
_LOOSE: dict[str, list[int]] = WORDS["loose"]
_LETTERS: dict[str, int] = WORDS["scales"]


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    LOOSE = "loose"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its place. `low` and `high` are the same but for vague plurals ("tens of thousands").

    `scale` is the factor of a scale behind the digits ("million"), 1 where there is none.
    """

    span: TextSpan
    low: Fraction
    high: Fraction
    form: Form
    scale: int = 1


_SCALE_WORD = rf"(?:{either(SCALES)})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_FRACTION = r"(?:\d+\s)?\d+[/⁄]\d+"
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_GLYPH = f"(?:\\d*[{''.join(_GLYPHS)}])"
_SHARES = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_SHARE_OF = r"(?=\s(?:of|in|more|less|the)\b)"
_LETTERED = sorted({form for forms in WORDS["symbols"].values() for form in forms if form[-1].isalpha()})
_BEHIND_SYMBOL = "(?:" + "|".join(rf"(?<=(?<!\w){re.escape(form)})" for form in _LETTERED) + ")"
# The first letters of number words, so that most words are passed over at once.
_START = (
    r"(?=[\d.+−½¼¾⅓⅔-]|[aA]n?\s|[oO]ne|[tT](?:wo|hr|hi|we|en|ho|ri)|[fF](?:ou|or|iv|if)|[sS](?:ix|ev|co)|[eE](?:ig|le)"
    r"|[nN]in|[hH](?:un|al)|[dD]oz|[mM](?:il|an|inus)|[bB]il|[zZ]er)"
)
NUMBER = re.compile(
    rf"{_START}(?:(?<![\w.,$-])(?:(?P<loose>(?i:(?P<several>several|many|a\sfew)\s)?(?i:{either(_LOOSE)})(?:(?:\sof\s(?i:{either(_LOOSE)})\b)|(?=\sof\b|[-\s]+[a-z])))"
    rf"|(?P<share>(?i:(?:a|an|one|two|three|four|five|six|seven|eight|nine)[\s-](?:{either(_SHARES)})\b{_SHARE_OF}))"
    rf"|(?P<ratio>(?i:(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b(?!\s(?:years|days|months|weeks|hours)))"
    rf"|(?P<half>(?i:half\sa|a\squarter\sof\sa|one\sand\sa\shalf|a)\s(?i:(?:dozen|million|billion|trillion|hundred|thousand))\b)"
    rf"|(?P<words>(?i:{NUMBER_WORDS})(?:\sand\sa\shalf)?(?:\s(?i:dozen))?)\b"
    rf"|(?P<dozen>(?i:a\sdozen))\b)"
    rf"|(?:(?<![\w.])|{_BEHIND_SYMBOL})(?<!\d[,/:])(?P<sign>[-−+](?=[.\d])|(?i:minus)[\s-](?=\d))?"
    rf"(?P<digits>{_DIGITS}×10[−-]?\d+|{_FRACTION}(?![\d/])|{_GLYPH}|{_DIGITS})"
    rf"(?:(?:\s|-)?(?P<scale>{_SCALE_WORD}(?:[\s-]{_SCALE_WORD})?)\b|(?:\s(?=[bmt]l?r?n\b))?(?P<letter>{either(_LETTERS)})(?![\w°]))?)"
)


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """All numbers of `text[start:end]`, in order; dates and names with numbers are among them."""
    found = NUMBER.finditer(text, start, len(text) if end is None else end)
    return [number for match in found if (number := read_number(match)) is not None]


def read_number(match: re.Match[str]) -> Number | None:
    """The number of a match of `NUMBER`."""
    span = TextSpan(match.start(), match.end())
    if match["digits"]:
        return _of_digits(match, span)
    if match["loose"]:
        return _of_loose(match, span)
    if match["share"]:
        parts = re.split(r"[\s-]", match["share"].lower())
        return _exactly(span, _small(parts[0]) / _SHARES[parts[1]], Form.SHARE)
    if match["ratio"]:
        first, last = re.split(r"\s(?:in|out\sof)\s(?:every\s)?", match["ratio"].lower())
        whole = _small(last)
        return _exactly(span, _small(first) / whole, Form.SHARE) if whole > _small(first) else None
    if match["half"]:
        return _exactly(span, _of_half(match["half"].lower()), Form.WORDS)
    if match["dozen"]:
        return _exactly(span, Fraction(12), Form.WORDS)
    return _of_words(match["words"], span)


def _exactly(span: TextSpan, value: Fraction, form: Form, scale: int = 1) -> Number:
    return Number(span, value, value, form, scale)


def _small(word: str) -> Fraction:
    if word in {"a", "an"}:
        return Fraction(1)
    return Fraction(int(word)) if word.isdigit() else Fraction(words_value(word) or 0)


def _of_half(words: str) -> Fraction:
    *lead, unit = words.split()
    scale = Fraction({"dozen": 12}.get(unit, SCALES.get(unit, 1)))
    factors = {
        "half a": Fraction(1, 2),
        "a quarter of a": Fraction(1, 4),
        "one and a half": Fraction(3, 2),
        "a": Fraction(1),
    }
    return factors[" ".join(lead)] * scale


def _of_words(words: str, span: TextSpan) -> Number | None:
    low = words.lower()
    dozen = low.endswith(" dozen")
    value = number_value(low.removesuffix(" dozen"))
    return None if value is None else _exactly(span, value * (12 if dozen else 1), Form.WORDS)


def _of_loose(match: re.Match[str], span: TextSpan) -> Number:
    """The bounds of "dozens", "tens of thousands", "several hundred thousand" as far as the words go."""
    words = [word for word in re.findall(r"[a-z]+", match["loose"].lower()) if word in _LOOSE]
    low, high = (Fraction(bound) for bound in _LOOSE[words[0]])
    if len(words) > 1:
        scale = SCALES.get(words[1].removesuffix("s"), 1)
        low, high = low * scale, (high + 1) * scale - 1
    return Number(span, low, high, Form.LOOSE)


def _of_digits(match: re.Match[str], span: TextSpan) -> Number | None:
    value = _value(match["digits"])
    if value is None:
        return None
    scale = _LETTERS[match["letter"]] if match["letter"] else 1
    for word in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        scale *= SCALES[word]
    sign = -1 if match["sign"] and match["sign"][0] != "+" else 1
    return _exactly(span, sign * value * scale, Form.DIGITS, scale)


def _value(digits: str) -> Fraction | None:
    if len(digits) > LONGEST:
        return None
    plain = digits.replace(",", "").replace("⁄", "/").replace("−", "-")
    if "×10" in plain:
        mantissa, _, power = plain.partition("×10")
        return Fraction(mantissa) * Fraction(10) ** int(power) if abs(int(power)) < 300 else None
    if digits[-1] in _GLYPHS:
        return Fraction(digits[:-1] or 0) + _GLYPHS[digits[-1]]
    if "/" in plain:
        whole, _, part = plain.rpartition(" ")
        top, bottom = part.split("/")
        return (Fraction(whole or 0) + Fraction(int(top), int(bottom))) if int(bottom) else None
    return Fraction(plain)


def is_ordinal(word: str) -> bool:
    """Whether the word is an ordinal, as it may follow a number's first half ("twenty-first")."""
    return word.lower() in ORDINALS
