"""Figures in running text: amounts with their qualifier, unit and direction of change: `find_figures`.

Dates and clock times are no figures, nor are numbers in names ("iPhone 11", "Article 5"), ordinals and scores.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readout.grammar.calendar import either
from readout.grammar.figure_change import Change, change_before
from readout.grammar.figure_ranges import is_bounded, is_tally, range_of
from readout.grammar.numbers import NUMBER, WORDS, Form, Number, read_number
from readout.grammar.times import find_times
from readout.grammar.units import STOPS, Unit, unit_after, unit_before, with_rate
from readout.model.notes import TimeKind, TimeMention
from readout.model.text import TextSpan
from readout.model.values import Amount, Qualifier


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `span` holds qualifier, number and unit; `amount_span` the number; `unit_span` the unit's words.

    `phrase` is the unit with its modifiers in the singular ("heart transplant").
    """

    span: TextSpan
    amount_span: TextSpan
    unit_span: TextSpan | None
    amount: Amount
    phrase: str | None
    change: Change | None
    form: Form


_QUALIFIERS = {form: Qualifier(name) for name, forms in WORDS["qualifiers"].items() for form in forms}
_QUALIFIERS_AFTER = {form: Qualifier(name) for name, forms in WORDS["qualifiers_after"].items() for form in forms}
_LEAD = re.compile(
    rf"(?<![\w-])(?P<words>(?i:{either(_QUALIFIERS)}))(?P<fill>\s(?:a|an|another|the|just|only)|\s(?:record|total))?\s?-?\Z"
)
_TAIL = re.compile(rf"\s?(?P<words>(?i:{either(_QUALIFIERS_AFTER)}))(?![\w])")
_NAME_BEFORE = re.compile(r"(?P<word>[\w’'&/-]*[A-Z][\w’'&/-]*)\s\Z")
_CAPITALISED = re.compile(r"\s(?P<word>[A-Z][\w’'-]*)")
_NAMED = re.compile(r"[A-Z][\w’'-]+,\s\Z")
_COMMA = re.compile(r",\s[a-z]|\.?\Z")
_AGED = re.compile(r"(?i:\b(?:aged|age\sof)\s)\Z")
_OLDEST = 120
YEAR_OF_AGE = "year of age"
_REACH = 40
_RISKY_BELOW = 100_000  # whole numbers below it beside a capitalised word may be part of a name
_SENTENCE_START = re.compile(r"(?:\A|[.!?\n\"“”:;]\s*|[(\[])\Z")


def find_figures(
    text: str, start: int = 0, end: int | None = None, times: Sequence[TimeMention] | None = None
) -> tuple[Figure, ...]:
    """The figures of `text[start:end]`, in order; offsets are into the whole text.

    `times` are the time expressions of the same stretch, where they are known already.
    """
    stop = len(text) if end is None else end
    told = find_times(text, start, stop) if times is None else times
    taken = [mention.span for mention in told if mention.kind in {TimeKind.DATE, TimeKind.TIME}]
    figures: list[Figure] = []
    place = start
    while (found := NUMBER.search(text, place, stop)) is not None:
        number = read_number(found)
        span = TextSpan(found.start(), found.end())
        place = max(found.end(), place + 1)
        if number is None or any(span.overlaps(other) for other in taken):
            continue
        figure = _figure(text, number, stop, taken)
        if figure is not None:
            figures.append(_converted(text, figures[-1], figure) if figures else figure)
            place = max(place, figure.span.end)
    return tuple(figures)


def _converted(text: str, before: Figure, figure: Figure) -> Figure:
    """A figure in brackets says the one before it again in another unit, and so is qualified like it."""
    between = text[before.span.end : figure.span.start].strip()
    if between not in {"(", "/"} or figure.amount.qualifier is not None:
        return figure
    return replace(
        figure,
        amount=replace(figure.amount, qualifier=before.amount.qualifier),
        change=figure.change or before.change,
    )


def _figure(text: str, number: Number, stop: int, taken: Sequence[TextSpan]) -> Figure | None:
    number = _metres(text, number)
    if is_tally(text, number, stop):
        return None
    number, last = range_of(text, number, stop, taken)
    end = number.span.end if last is None else last.span.end
    unit = _unit(text, number, last, end) or _age(text, number)
    if not _is_figure(text, number, last, unit):
        return None
    return _built(text, number, last, unit)


def counted_at(text: str, start: int, unit: str | None) -> Figure | None:
    """The number that begins at `start` as a count of `unit`, which its own words do not tell ("12 had been hurt")."""
    found = NUMBER.match(text, start)
    number = None if found is None else read_number(found)
    if number is None or number.form in {Form.LOOSE, Form.SHARE}:
        return None
    named = None if unit is None else Unit(number.span, unit, unit)
    built = _built(text, number, None, named)
    return replace(built, unit_span=None, phrase=None)


def _metres(text: str, number: Number) -> Number:
    """A number in which "m" stands for metres: it does where neither a currency nor a noun is there to be counted."""
    words = number.span.of(text)
    if not (words[-1] == "m" and words[-2:-1].isdigit()) or unit_before(text, number.span.start) is not None:
        return number
    if unit_after(text, number.span.end) is not None:
        return number
    plain = number.low / number.scale
    return replace(number, span=TextSpan(number.span.start, number.span.end - 1), low=plain, high=plain, scale=1)


def _built(text: str, number: Number, last: Number | None, unit: Unit | None) -> Figure:
    amount_span = TextSpan(number.span.start, number.span.end if last is None else last.span.end)
    start = amount_span.start if unit is None else min(amount_span.start, unit.span.start)
    end = amount_span.end if unit is None else max(amount_span.end, unit.span.end)
    qualifier, start, end = _qualifier(text, start, amount_span.end, end)
    amount = _amount(number, last, qualifier, unit)
    return Figure(
        span=TextSpan(start, end),
        amount_span=amount_span,
        unit_span=None if unit is None else unit.span,
        amount=amount,
        phrase=None if unit is None else unit.phrase,
        change=change_before(text, start),
        form=number.form,
    )


def _amount(number: Number, last: Number | None, qualifier: Qualifier | None, unit: Unit | None) -> Amount:
    name = None if unit is None else unit.name
    low, high = number.low, number.high if last is None else last.high
    if low == high:
        return Amount(_plain(low), qualifier=qualifier, unit=name)
    return Amount(None, _plain(min(low, high)), _plain(max(low, high)), qualifier, name)


def _plain(value: Fraction) -> float:
    return int(value) if value.denominator == 1 else float(value)


def _unit(text: str, number: Number, last: Number | None, end: int) -> Unit | None:
    before = unit_before(text, number.span.start)
    if before is not None:
        return with_rate(text, before, end)
    if number.form in {Form.LOOSE, Form.SHARE} and text[end : end + 4] == " of ":
        end += 3
    return unit_after(text, end, one=last is None and number.low == 1)


def _age(text: str, number: Number) -> Unit | None:
    """An age: "aged 65", or set off by commas behind a name: "Senard, 65, now faces"."""
    if number.form is not Form.DIGITS or not 0 < number.low < _OLDEST:
        return None
    aged = _AGED.search(text, max(0, number.span.start - 10), number.span.start)
    named = _NAMED.search(text, max(0, number.span.start - 30), number.span.start)
    if not (aged or (named and _COMMA.match(text, number.span.end))):
        return None
    return Unit(number.span, YEAR_OF_AGE, YEAR_OF_AGE)


def _qualifier(text: str, start: int, amount_end: int, end: int) -> tuple[Qualifier | None, int, int]:
    """The qualifier and the span that it widens."""
    found = _LEAD.search(text, max(0, start - _REACH), start)
    if found is not None and not _is_preposition(text, found, amount_end, end):
        return _QUALIFIERS[found["words"].lower()], found.start(), end
    for place in (amount_end, end):
        after = _TAIL.match(text, place)
        if after is not None:
            return _QUALIFIERS_AFTER[after["words"].lower()], start, max(end, after.end())
    return None, start, end


_COMPARED = frozenset(
    (
        "more than",
        "less than",
        "higher than",
        "lower than",
        "greater than",
        "fewer than",
        "over",
        "under",
        "above",
        "below",
    )
)
_MOVES = re.compile(
    r"(?i:\b(?:tick|edg|mov|inch|creep|revis|push|bump|climb|shoot)\w*|\b(?:went|gone|crept|rose|risen|stood|stands))\s\Z"
)
_SPACE_WORDS = frozenset({"over", "under", "above", "below"})
_STRETCH = re.compile(r"(?i:years?|months?|weeks?|days?|decades?|quarters?|centuries)\b")
_LASTS = re.compile(
    r"(?i:\b(?:last\w*|took|taken?|takes|taking|spen[dt]\w*|for|in|after|of|been|is|was|were|served?|serving|waited|waiting|just|well"
    r"|than|with|and|or|requires?|required|ago|goes|went|going|back)\s)\Z"
)


def _is_preposition(text: str, lead: re.Match[str], amount_end: int, end: int) -> bool:
    """Whether the words are no qualifier: "nine percent over two years", "more than the 3.8%", "ticked up to 9"."""
    words, fill = lead["words"].lower(), (lead["fill"] or "").strip().lower()
    if fill == "the" and words in _COMPARED:
        return True
    if words == "up to":
        return _MOVES.search(text, max(0, lead.start() - 14), lead.start()) is not None
    if words not in _SPACE_WORDS:
        return False
    if fill and fill not in {"just", "only"}:
        return True
    if _STRETCH.search(text, amount_end, end + 12) is None or text[amount_end : amount_end + 1] not in {" ", "-"}:
        return False
    unit = re.compile(r"[\s-]?(\w+)").match(text, amount_end)
    if unit is None or not _STRETCH.fullmatch(unit[1]):
        return False
    return _LASTS.search(text, max(0, lead.start() - 12), lead.start()) is None and lead.start() > 0


def _is_figure(text: str, number: Number, last: Number | None, unit: Unit | None) -> bool:
    """Whether the number counts or measures something here."""
    if number.form in {Form.LOOSE, Form.SHARE}:
        return unit is not None or number.form is Form.SHARE
    if number.form is Form.WORDS:
        return unit is not None and not _NO_ONE.search(text, max(0, number.span.start - 6), number.span.end)
    if _MODEL.search(text, max(0, number.span.start - 14), number.span.start):
        return False
    after = text[number.span.end : number.span.end + 1]
    if unit is None and _NUMBERED.search(text, max(0, number.span.start - 14), number.span.start):
        return False
    if unit is None and (after.isalpha() or after in {":", "/"}):
        return False
    if _is_in_name(text, number, unit):
        return False
    if last is not None and unit is None and last.scale == 1:
        return is_bounded(text, number.span.start)
    return unit is not None or _stands_alone(text, number)


def _is_in_name(text: str, number: Number, unit: Unit | None) -> bool:
    """Whether a capitalised word beside the number makes it a name: "Game 7", "Boeing 737 jets", "49 Savile Row"."""
    if number.scale != 1 or number.low.denominator != 1 or number.low >= _RISKY_BELOW or "," in number.span.of(text):
        return False
    if unit is not None and (unit.span.start < number.span.start or unit.name in _MEASURED):
        return False
    before = _NAME_BEFORE.search(text, max(0, number.span.start - 24), number.span.start)
    if before is None or before["word"].lower() in STOPS | _LEADS:
        return False
    return not _SENTENCE_START.search(text, max(0, before.start() - 4), before.start()) or unit is None


_MODEL = re.compile(r"(?<![\w-])[A-Z][A-Za-z]*[-–]\Z")  # "Covid-19", "F-35"
_NO_ONE = re.compile(r"(?i:\b(?:no|any|every|some|each|this|that|which)\sone)\Z")
_NUMBERED = re.compile(
    r"(?i:\b(?:version|no\.|number|chapter|page|section|phase|category|level|type|model|group|round|stage|class|grade|room"
    r"|route|line|step|part|unit|article|paragraph|clause|season|episode|week|day)\s)\Z"
)
_MEASURED = frozenset(WORDS["measures"]) | frozenset(WORDS["currencies"])
_LEADS = frozenset(word for form in _QUALIFIERS for word in form.split()) | {"nearly", "almost", "its", "with", "all"}
_BARE_CUE = re.compile(
    r"(?i:\b(?:be|aged|turned|turns|to|at|by|from|of|than|is|was|were|around|about|only|just|reached|averaged|nearly|almost|over|under|and|lost|hit)\s)\Z"
)


def _stands_alone(text: str, number: Number) -> bool:
    """Whether a number without a unit is an amount: it has decimals or thousands, or a word that leads up to it."""
    if number.scale != 1:
        return True
    digits = number.span.of(text)
    if _CAPITALISED.match(text, number.span.end):
        return False
    cue = _BARE_CUE.search(text, max(0, number.span.start - 12), number.span.start) is not None
    return ("," in digits or "." in digits) if not cue else not re.fullmatch(r"(?:19|20|21)\d\d", digits)
