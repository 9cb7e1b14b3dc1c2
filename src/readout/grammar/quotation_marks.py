"""The signs of a text that may be quotation marks, and what it costs to read each as opening, closing or neither."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

_OPENING_PUNCTUATION = "([{—–-/‐‑―:~•*>|=_"
_CLOSING_PUNCTUATION = ".,;:!?)]}—–-/‐‑―…<|*"
_NEVER_AFTER_OPENING = ",;:!?)]}"
_STOPS = ".,!?…;—–"
_TAG = r"<[a-zA-Z/!][^<>\n]{0,2000}>"  # markup left in the text: its marks are no quotation's
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u200e\u200f"


@functools.cache
def table() -> Mapping[str, Any]:
    """The grammar's vocabulary and costs, from `words/quotation.toml`."""
    return tomllib.loads(resources.files("readout.grammar").joinpath("words/quotation.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class MarkReading:
    """A sign at `start:end` with the cost of each way to read it.

    `family`: d for double, s for single. `first`: nothing but other signs stands before it in its paragraph.
    `points`: open, close or either. `fresh`: a sentence has just ended before it.
    """

    start: int
    end: int
    family: str
    points: str
    first: bool
    fresh: bool
    opening: float
    closing: float
    skipping: float


@functools.cache
def _pattern() -> re.Pattern[str]:
    signs = sorted(table()["signs"], key=len, reverse=True)
    return re.compile(rf"{_TAG}|'''|" + "|".join(map(re.escape, signs)))


@functools.cache
def _elisions() -> frozenset[str]:
    return frozenset(table()["words"]["elisions"])


def marks(text: str, start: int, end: int) -> list[MarkReading]:
    """The signs in one paragraph, `text[start:end]`, but for apostrophes inside words; in order."""
    readings = []
    for run in _runs(text, list(_signs(text, start, end))):
        left, right = _before(text, run[0][0], start), _after(text, run[-1][1], end)
        for sign in run:
            reading = (_double if sign[2] == "d" else _single)(text, sign, left, right)
            if reading is not None:
                readings.append(reading)
    return readings


_Sign: TypeAlias = tuple[int, int, str, str]  # start, end, family, the way it points


def _signs(text: str, start: int, end: int) -> Iterator[_Sign]:
    known = table()["signs"]
    for match in _pattern().finditer(text, start, end):
        begin, stop = match.span()
        if match[0] == "'''":  # ''' opens as '' and ', and closes as ' and ''
            opens = begin == start or text[begin - 1].isspace() or text[begin - 1] in _OPENING_PUNCTUATION
            middle = begin + (2 if opens else 1)
            yield begin, middle, "d" if opens else "s", "either"
            yield middle, stop, "s" if opens else "d", "either"
        elif match[0] in known:
            family, points = known[match[0]]
            yield begin, stop, family, points


def _runs(text: str, signs: list[_Sign]) -> Iterator[list[_Sign]]:
    """Signs that stand side by side, as where a quotation ends within another: they share their neighbours."""
    run: list[_Sign] = []
    for sign in signs:
        if run and text[run[-1][1] : sign[0]].strip(_INVISIBLE):
            yield run
            run = []
        run.append(sign)
    if run:
        yield run


def _before(text: str, at: int, start: int) -> str:
    while at > start and text[at - 1] in _INVISIBLE:
        at -= 1
    return text[at - 1] if at > start else ""


def _after(text: str, at: int, end: int) -> str:
    while at < end and text[at] in _INVISIBLE:
        at += 1
    return text[at] if at < end else ""


def _may_open(text: str, end: int, left: str, right: str) -> bool:
    if not (left == "" or left.isspace() or left in _OPENING_PUNCTUATION):
        return False
    if right == "" or right.isspace() or right in _NEVER_AFTER_OPENING:
        return False
    return right != "." or text[end : end + 2] == ".." or text[end + 1 : end + 2].isalnum()


def _may_close(left: str, right: str) -> bool:
    if left == "" or left.isspace() or left in "([{":
        return False
    return right == "" or right.isspace() or right in _CLOSING_PUNCTUATION


def _double(text: str, sign: _Sign, left: str, right: str) -> MarkReading | None:
    start, end, family, points = sign
    reading = table()["reading"]
    opens, closes = _may_open(text, end, left, right), _may_close(left, right)
    if points == "low":  # ,, is a mark only where it can open
        return _low(sign, left) if opens else None
    if closes and not opens and _led_in(text, start):  # a misplaced space: said," We go
        opens = True
    opening, closing = _context_costs(opens=opens, closes=closes)
    if points == "close":
        opening += reading["against_sign"]
    elif points == "open":
        closing += reading["against_sign"]
    skip = _skip_double(sign, text, left, right)
    return MarkReading(start, end, family, points, left == "", _fresh(text, start), opening, closing, skip)


def _low(sign: _Sign, left: str) -> MarkReading:
    """A sign of the bottom line, ,, or ‚: it only ever opens."""
    reading, skipping = table()["reading"], table()["skipping"]
    start, end, family, _ = sign
    costs = reading["with_context"], reading["single_no_way"], skipping["low"]
    return MarkReading(start, end, family, "open", left == "", False, *costs)  # noqa: FBT003 - the field is named


def _fresh(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start]
    return before[-1:].isspace() and before.rstrip()[-1:] in {".", "!", "?", "…"}


@functools.cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['words']['says'])})[,:]\Z")


def _led_in(text: str, start: int) -> bool:
    """Whether a verb of saying and a comma or colon stand right before `start`."""
    return _lead_in().search(text, max(0, start - 20), start) is not None


def _context_costs(*, opens: bool, closes: bool) -> tuple[float, float]:
    reading = table()["reading"]
    if opens == closes:
        return reading["undecided"], reading["undecided"]
    best, worst = reading["with_context"], reading["against_context"]
    return (best, worst) if opens else (worst, best)


def _skip_double(sign: _Sign, text: str, left: str, right: str) -> float:
    skipping: dict[str, float] = table()["skipping"]
    if left.isdigit() and re.search(r"\d\s?['’′]\s?\d{1,2}\Z", text[max(0, sign[0] - 6) : sign[0]]):
        return skipping["feet_and_inches"]
    if left.isdigit() and text[sign[0] : sign[1]] in ('"', "″", "''"):
        return skipping["inches"]
    if left == "":
        return skipping["double_first"]
    if (left.isspace() and (right == "" or right.isspace())) or (left.isalnum() and right.isalnum()):
        return skipping["double_afloat"]
    return skipping["double"]


def _single(text: str, sign: _Sign, left: str, right: str) -> MarkReading | None:
    start, end, family, points = sign
    if left.isalnum() and right.isalnum():
        return None
    reading = table()["reading"]
    elided = _elided(text, end)
    opens, closes = _may_open(text, end, left, right), _may_close(left, right)
    if points == "low":
        return _low(sign, left) if opens else None
    if not (opens or closes):
        return None
    opening = closing = reading["single_no_way"]
    if opens:
        opening = reading["single_elision_open"] if elided else reading["with_context"]
        opening += reading["reversed_single_open"] if points == "close" else 0.0
    if closes:
        closing = reading["single_weak_close"] if _possessive(text, start, end, left) else reading["with_context"]
        closing += reading["against_sign"] if points == "open" else 0.0
    skipping = _skip_single(left, points, opens=opens, elided=elided)
    return MarkReading(start, end, family, points, left == "", _fresh(text, start), opening, closing, skipping)


def _elided(text: str, end: int) -> bool:
    """Whether an apostrophe before `end` stands for letters or a century left out: 'em, '90s."""
    word = re.compile(r"\d\d(?:ers?|s)?\b|[^\W\d_]+").match(text, end)
    if word is None:
        return False
    return word[0][0].isdigit() or word[0].lower() in _elisions()


def _possessive(text: str, start: int, end: int, left: str) -> bool:
    ahead = text[end : end + 2]
    if not (ahead[:1].isspace() and ahead[1:].islower()):
        return False
    return left in "sSzxZX" or (left == "n" and text[start - 2 : start - 1] == "i")


def _skip_single(left: str, points: str, *, opens: bool, elided: bool) -> float:
    skipping: dict[str, float] = table()["skipping"]
    if elided:
        return skipping["elision"]
    if opens:
        if left == "":
            return skipping["single_first"]
        return skipping["single_curly_open" if points == "open" else "single_open"]
    if left.isalnum():
        return skipping["possessive" if left in "sSzxZX" else "dropped_g" if left == "n" else "single_after_letter"]
    return skipping["single_after_stop" if left in _STOPS else "single_elsewhere"]
