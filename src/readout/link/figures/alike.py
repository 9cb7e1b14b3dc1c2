"""How likely it is that two tellings of a figure measure one thing, and why."""

import re
from dataclasses import dataclass

import numpy as np

from readout.grammar.figure_amounts import Agreement, compare
from readout.grammar.figures import YEAR_OF_AGE
from readout.link.figures.told import Told, day_of
from readout.link.figures.words import stem
from readout.model.values import Amount

# Set by `evals/conflicts`, its development half.
_SAME_NUMBER = 0.55  # score from which two tellings of one number are one figure
_OTHER_NUMBER = 1.0  # the same where the numbers differ
_OTHER_TOLL = 0.9  # the same for people of one fate
_LARGEST_RATIO = 3.0  # of two numbers that reports give for one thing
_VOLATILE = frozenset(
    stem(word)
    for word in ("shares", "stocks", "index", "trading", "dow", "nasdaq", "ftse", "nikkei", "futures", "crude")
)  # what is measured anew every minute
_CLOSE = 0.4  # cosine of sentences from which they may tell one thing
_COMMON = frozenset({"percentage", "year", "month", "week", "day", "hour", "minute", "bare"})
_ANYBODY = frozenset({None, "person", "life", "victim", "body", "individual", "casualty"})
_FEW, _MANY = 2, 4  # tellings of one number and unit in a story
_ONE = re.compile(r"one\s", re.IGNORECASE)
_DOZEN = 12
_RARE_DIGITS = 3  # digits that tell from which a number is seldom met twice by chance
_MONTH = 31  # days between reports within which an age seldom changes
_DAYS = 7  # between reports that give a figure of the past


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score, and the rule and words of the reason for a reader."""

    score: float
    rule: str
    text: str


def likeness(left: Told, right: Told, times: int) -> Likeness | None:
    """Why two tellings of one kind of unit are one figure; None where they are not. `times`: tellings of the number."""
    agreement = compare(left.mention.amount, right.mention.amount)
    if _are_apart(left, right):
        return None
    if left.kind == YEAR_OF_AGE:
        return _same_person(left, right)
    if agreement in {Agreement.SAME, Agreement.ROUNDED}:
        return _same_number(left, right, agreement, times)
    return None if left.article == right.article else _other_number(left, right)


def may_differ(left: Told, right: Told) -> bool:
    """Whether two tellings in two reports could be unlike numbers for one thing, whatever speaks for it."""
    if left.article == right.article or _are_apart(left, right):
        return False
    return left.kind == YEAR_OF_AGE or _comparable(left, right)


def _same_person(left: Told, right: Told) -> Likeness | None:
    """Two ages of one person by name."""
    days = left.published, right.published
    if not left.names or left.names != right.names:
        return None
    if None in days and compare(left.mention.amount, right.mention.amount) is not Agreement.SAME:
        return None
    if days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > _MONTH:
        return None
    return Likeness(1.0, "same_person", "Both figures are the age of one person.")


def _are_apart(left: Told, right: Told) -> bool:
    """Whether the tellings clearly measure different things: another fate, day, part or population."""
    if left.fate != right.fate and left.fate is not None and right.fate is not None:
        return True
    days = day_of(left), day_of(right)
    if days[0] is not None and days[1] is not None and not _overlap(days[0], days[1]):
        return True
    alike = compare(left.mention.amount, right.mention.amount) is Agreement.SAME and left.fate == right.fate
    return left.partial != right.partial and left.article != right.article and not alike


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two stretches share a day, as far as both are told."""
    fine = min(len(one[0]), len(other[0]))
    return one[0][:fine] <= other[1][:fine] and other[0][:fine] <= one[1][:fine]


def _cosine(left: Told, right: Told) -> float:
    if not left.vector or not right.vector:
        return 0.0
    return float(np.dot(left.vector, right.vector))


def _same_number(left: Told, right: Told, agreement: Agreement, times: int) -> Likeness | None:
    cosine, shared = _cosine(left, right), left.words & right.words
    amount = left.mention.amount
    score = cosine + 0.15 * min(3, len(shared))
    score += 0.25 if left.fate is not None and left.fate == right.fate else 0.0
    score += 0.15 if left.predicate is not None and left.predicate == right.predicate else 0.0
    score += 0.3 if _digits(amount) >= _RARE_DIGITS else 0.0
    score += 0.15 if _is_odd(amount) and times <= _FEW else 0.0
    score -= 0.1 if times > _MANY else 0.0
    score += 0.1 * min(2, len(left.names & right.names))
    score += 0.05 if left.countries & right.countries else 0.0
    score += 0.1 if amount.qualifier is not None and amount.qualifier == right.mention.amount.qualifier else 0.0
    score += 0.1 if times <= _FEW and abs(amount.value or 0) > _FEW else 0.0
    score -= 0.15 if left.kind in _COMMON and not shared else 0.0
    score -= 0.2 if amount.value is None else 0.0
    if agreement is Agreement.ROUNDED:
        score -= 0.25
    if score < _SAME_NUMBER:
        return None
    if agreement is Agreement.ROUNDED:
        return Likeness(score - 0.5, "rounded", f"“{left.text}” and “{right.text}” are one number, rounded.")
    return Likeness(score, "same_number", _text(left, right, "Both give the same number"))


def _other_number(left: Told, right: Told) -> Likeness | None:
    cosine, shared = _cosine(left, right), left.words & right.words
    if not _comparable(left, right) or not _of_one_time(left, right):
        return None
    score = cosine + 0.2 * min(3, len(shared))
    score += 0.4 if left.head is not None and left.head == right.head else 0.0
    score += 0.3 if left.fate is not None and left.fate == right.fate else 0.0
    score += 0.2 if left.predicate is not None and left.predicate == right.predicate else 0.0
    needed = _OTHER_TOLL if left.fate is not None and left.fate == right.fate else _OTHER_NUMBER
    if score < needed or cosine < _CLOSE:
        return None
    return Likeness(score - 1, "same_measure", _text(left, right, "The reports give two numbers"))


def _comparable(left: Told, right: Told) -> bool:
    """Whether two unlike numbers could be given for one thing."""
    values = sorted(abs(_middle(each.mention.amount)) for each in (left, right))
    if not values[0] or values[1] / values[0] > _LARGEST_RATIO or left.kind == "bare":
        return False
    if any(each.partial or each.nested or _ONE.match(each.text) for each in (left, right)):
        return False
    if (left.words | right.words | left.around & right.around) & _VOLATILE or {left.real, right.real} == {True, False}:
        return False
    return not (
        _is_elsewhere(left, right)
        or _is_of_others(left, right)
        or _is_of_other_year(left, right)
        or _is_of_other_year(right, left)
    )


def _is_of_others(left: Told, right: Told) -> bool:
    """Whether the two count other people, or are told of other bodies."""
    if left.kind == "people" and not _are_one_population(left.mention.amount.unit, right.mention.amount.unit):
        return True
    told_apart = left.fate is None and left.head is None and bool(left.names and right.names)
    return told_apart and left.names.isdisjoint(right.names)


def _is_elsewhere(left: Told, right: Told) -> bool:
    """Whether the two sentences name other countries, or other places and no country in common."""
    if left.countries and right.countries:
        return left.countries.isdisjoint(right.countries)
    return bool(left.localities and right.localities) and left.localities.isdisjoint(right.localities)


def _of_one_time(left: Told, right: Told) -> bool:
    """Whether two reports tell of one state of things: of the same day, or of years past within the same week."""
    if left.published is None or right.published is None:
        return True
    apart = abs((left.published - right.published).days)
    return not apart or ((left.background or right.background) and apart <= _DAYS)


def _are_one_population(one: str | None, other: str | None) -> bool:
    """Whether two nouns count the same people: the same noun, or people of no kind in particular."""
    return one == other or {one, other} <= _ANYBODY


def _is_of_other_year(left: Told, right: Told) -> bool:
    """Whether the one figure is told for a year before the report's that the other's sentence does not name."""
    if left.since and not (right.since or right.background):
        return True
    when = left.day
    if when is None or left.published is None or when.end is None:
        return False
    year = int(when.end[:4])
    return year < left.published.year and year not in right.years


def _middle(amount: Amount) -> float:
    if amount.value is not None:
        return amount.value
    return ((amount.low or 0.0) + (amount.high or 0.0)) / 2


def _is_odd(amount: Amount) -> bool:
    """Whether a number is past a dozen and not round, so that it is seldom met twice by chance."""
    value = amount.value
    return value is not None and value > _DOZEN and value % 10 != 0


def _digits(amount: Amount) -> int:
    """How many digits of a number tell something: 3 of 4,680; 1 of 30,000."""
    value = amount.value
    if value is None:
        return 1
    return len(f"{abs(value):.6f}".replace(".", "").strip("0"))


def _text(left: Told, right: Told, lead: str) -> str:
    """The reason for a reader: what both figures count, in the words of neither where those differ."""
    if left.fate is not None and left.fate == right.fate:
        return f"{lead} of people {left.fate}."
    if left.head is not None and left.head == right.head:
        return f"{lead} for the same thing, which both name alike."
    return f"{lead} for the same thing, in like words."
