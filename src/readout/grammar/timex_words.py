"""The words of time expressions as pieces of regular expressions, from `words/times.toml`, and what they stand for."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from importlib import resources

from readout.grammar.calendar import either
from readout.grammar.number_words import NUMBER_WORDS, ORDINALS, number_value
from readout.grammar.number_words import TENS as NUMBER_TENS
from readout.grammar.number_words import UNITS as NUMBER_UNITS
from readout.model.notes import TimeKind

TIMES = tomllib.loads(resources.files("readout.grammar").joinpath("words/times.toml").read_text("utf-8"))
_PLURALS = {"century": "centuries"}

UNITS: dict[str, str] = {
    form: letter
    for letter, words in TIMES["units"].items()
    for word in words
    for form in (word, _PLURALS.get(word, f"{word}s"))
}
SEASONS: dict[str, str] = {word: letters for letters, words in TIMES["seasons"].items() for word in words}
DAY_PARTS: dict[str, str] = {word: letters for letters, words in TIMES["day_parts"].items() for word in words}

UNIT = rf"(?:{either(UNITS)})\b"
UNIT_ONE = rf"(?:{either(word for words in TIMES['units'].values() for word in words)})\b"
UNIT_MANY = rf"(?:{either(form for form in UNITS if form.endswith('s'))})\b"
SEASON = rf"(?:{either(SEASONS)})"
DAY_PART = rf"(?:{either(DAY_PARTS)})"
VAGUE = r"(?:a\sfew|few|several|many|some|a\snumber\sof|dozens\sof|hundreds\sof|thousands\sof|numerous|countless)"
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:[\s-]\d/\d)?|(?:(?:a|another)\s)?couple\sof|a\sdozen|half\san?|{VAGUE}"
    rf"|(?:{NUMBER_WORDS}|an?)(?:\sand\sa\shalf)?)"
)
COUNT_STARTS = frozenset(
    {
        "#",
        "a",
        "an",
        "half",
        "several",
        "few",
        "many",
        "some",
        "dozens",
        "hundreds",
        "thousands",
        "numerous",
        "countless",
    }
    | {"another", "couple", *NUMBER_UNITS, *NUMBER_TENS}
)
MORE_STARTS = frozenset({"nearly", "almost", "just", "no", "more", "less", "fewer", "over", "at", "under"})
MORE_OR_LESS = r"(?:nearly|almost|just\sover|(?:no\s)?(?:more|less|fewer)\sthan|over|at\sleast|under)"
ORDINAL = rf"(?:{either(word for word, number in ORDINALS.items() if number <= 12)}|[1-9](?:st|nd|rd|th))"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words mean: the kind of time expression, and its value in the language of `timex_expression`.

    `base` says what a chain counts from; `?` before a recurring kind leaves the side to the tense of the sentence.
    `skip` is the number of characters at the start of the match that are no part of the expression.
    """

    kind: TimeKind
    expression: str
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words. `starts` are the first words it can begin with ("#" is a digit), lower case."""

    name: str
    starts: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Meaning | None]


def count_value(words: str) -> Fraction | None:
    """The number that the words say; None for "several"."""
    low = words.lower()
    if "couple" in low:
        return Fraction(2)
    if low == "a dozen":
        return Fraction(12)
    return None if re.fullmatch(VAGUE, low) else number_value(low)


def unit_letter(word: str) -> str:
    """The TIMEX3 letter of a unit's name in singular or plural."""
    return UNITS[word.lower()]


def ordinal_value(word: str) -> int:
    """1 for "first" and "1st"."""
    low = word.lower()
    return int(low[:-2]) if low[0].isdigit() else ORDINALS[low]


_PERIODS = {"S": "PT{}S", "MIN": "PT{}M", "H": "PT{}H"}
_MULTIPLES = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2)}
_HALVES = {"Y": "6M", "H": "30M", "MIN": "30S", "D": "T12H"}


def period(count: Fraction | None, letter: str) -> str:
    """The TIMEX3 duration ("P2Y6M", "PT16H", "PXW" where the number is vague)."""
    form = _PERIODS.get(letter, f"P{{}}{letter}")
    if count is None:
        return form.format("X")
    if letter in _MULTIPLES:
        letter, times = _MULTIPLES[letter]
        count, form = count * times, f"P{{}}{letter}"
    if count.denominator == 2 and letter in _HALVES and count > 1:
        return form.format(int(count)) + _HALVES[letter]
    if count == Fraction(1, 2) and letter == "H":
        return "PT30M"
    if count == Fraction(1, 2) and letter == "Y":
        return "P6M"
    return form.format(int(count) if count.denominator == 1 else float(count))
