"""Names of months, weekdays and zones: the words of `words/calendar.toml`, ready for regular expressions."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from importlib import resources

_WORDS = tomllib.loads(resources.files("readout.grammar").joinpath("words/calendar.toml").read_text("utf-8"))

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_WORDS["months"].values(), start=1) for name in names
}
WEEKDAYS: dict[str, int] = {name: number for number, names in enumerate(_WORDS["weekdays"].values()) for name in names}
FULL_WEEKDAYS: tuple[str, ...] = tuple(_WORDS["weekdays"])
FULL_MONTHS: tuple[str, ...] = tuple(_WORDS["months"])
COUNTED: tuple[str, ...] = tuple(_WORDS["counted"]["nouns"])

_OFFSETS: dict[str, str] = _WORDS["zones"]
_AMERICAN: dict[str, int] = _WORDS["american_zones"]
_SPOKEN: dict[str, str] = _WORDS["spoken_zones"]
_ZONE_NAMES = [*_OFFSETS, *_AMERICAN, *_WORDS["ambiguous_zones"]["names"]]


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _cased(words: Iterable[str]) -> str:
    """The words with a capital or in capitals, as a proper name is printed."""
    return either(form for word in words for form in (word.capitalize(), word.upper()))


MONTH = rf"(?-i:(?:{_cased(FULL_MONTHS)})(?:\.(?=\s\d))?|(?:{_cased(set(MONTHS) - set(FULL_MONTHS))})\b\.?)"
ANY_CASE_MONTH = rf"(?:{either(FULL_MONTHS)}|(?:{either(set(MONTHS) - set(FULL_MONTHS))})\b\.?)"
WEEKDAY = rf"(?-i:{_cased(FULL_WEEKDAYS)})"
ANY_WEEKDAY = rf"(?-i:{_cased(FULL_WEEKDAYS)}|(?:{_cased(set(WEEKDAYS) - set(FULL_WEEKDAYS))})\b\.?)"
_SIGNED = r"(?:GMT|UTC)?[+\-−]\d{2}:?\d{2}(?!\d)|(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}\b"
NAMED_ZONE = rf"(?:{either(_ZONE_NAMES)})(?![\w-])"
ZONE = rf"(?:(?:{either(_ZONE_NAMES)})(?![\w-])|{_SIGNED})"


def month_number(word: str) -> int:
    """1 to 12, for any spelling that `MONTH` takes."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6, for any spelling that `ANY_WEEKDAY` takes."""
    return WEEKDAYS[word.rstrip(".").lower()]


def offset(zone: str, day: dt.date | None = None) -> str | None:
    """The zone's offset from UTC ("+05:30"); `day` settles summer time for "ET". None where it is not certain."""
    name = zone.strip()
    name = _SPOKEN.get(name.lower(), name)
    if name in _OFFSETS:
        return _OFFSETS[name]
    if name in _AMERICAN:
        return None if day is None else f"-{-_AMERICAN[name] - _american_summer(day):02d}:00"
    signed = re.fullmatch(r"(?:GMT|UTC)?\s?([+\-−])\s?(\d{1,2}?):?(\d{2})?", name)
    if signed is None:
        return None
    sign = "+" if signed[1] == "+" else "-"
    return f"{sign}{int(signed[2]):02d}:{signed[3] or '00'}"


def _american_summer(day: dt.date) -> bool:
    """Whether daylight saving holds in the United States (since 2007: second Sunday of March to first of November)."""
    return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)


def _nth_sunday(year: int, month: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
