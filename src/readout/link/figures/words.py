"""What the words of a figure's clause tell: stems to compare, the class of its unit, what befell those it counts."""

import re

from readout.grammar.figure_fates import fate_of, is_people
from readout.grammar.units import STOPS, is_measure, singular
from readout.model.notes import FigureMention

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PARTIAL_BEFORE = re.compile(
    r"\b(?:another|other|additional|extra|further|remaining|first|last|next|previous|these|those|both|all|each)\s\Z",
    re.IGNORECASE,
)
_PARTIAL_AFTER = re.compile(
    r"\s(?:others?|more|of\s(?:them|whom|those|the|its|his|her|their|these|our))\b", re.IGNORECASE
)
_PARTIAL_INSIDE = re.compile(r"\b(?:other|others|more|additional|another|additional|extra)\b(?!\sthan)", re.IGNORECASE)
_REACH = 40
_LEADS = re.compile(r"\b(?P<word>[a-z]+)(?:\s(?:another|an|a|the|further|estimated|total|of))*\s\Z", re.IGNORECASE)
_BEHIND = re.compile(  # "were shot and killed", "dead", "others have been wounded"
    r"(?:\s(?:who|others?|more|was|were|is|are|been|being|had|has|have|found|left|fatally|critically|seriously|reported|confirmed"
    r"|later|both|also|and|dead|to|death|shot|killed|injured|wounded|hurt|missing|arrested|detained|died|hospitalized)\b)+",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:in|from|across|among|amongst|out of|at|throughout)\s(?:the\s|all\s|those\s|these\s)*\Z", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"\d-[a-z]+\Z|[a-z]-[a-z]+\Z|billion\Z|million\Z|\d\Z")
_NOUN = re.compile(r"\s(?:[a-z]+-[a-z]+\s)?(?P<noun>[a-z]{3,})\b")
_LONG_AGO = re.compile(r"\b(?:since|years of|years-long|decades?|year-old)\b", re.IGNORECASE)
_BASE = re.compile(r"[^.;]{0,30}?\b(?:from|compared|over|since|than|versus|against)\b")
_WOULD = re.compile(r"\b(?:would|could|might|may|will|should|can)\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|was|were|did)\b", re.IGNORECASE)
_SHORTEST = 3


def fate(predicate: str | None, text: str, one: FigureMention, measured: str) -> str | None:
    """What befell those counted: by the unit that is a state, the words beside the figure, else by its predicate."""
    unit = None if one.unit is None else one.unit.of(text).split()[-1]
    beside = _beside(text, one)
    for word in (unit, beside, predicate, one.amount.unit):
        found = None if word is None else fate_of(word)
        if found is not None:
            return found
    kinds = {found for word in _WORD.findall(measured) if (found := fate_of(word)) is not None}
    return kinds.pop() if len(kinds) == 1 else None


def _beside(text: str, one: FigureMention) -> str | None:
    """The fate word right before or close behind the figure ("injuring eight", "three men dead", "two people shot")."""
    before = _LEADS.search(text, max(0, one.span.start - _REACH), one.span.start)
    if before is not None and fate_of(before["word"]) is not None:
        return before["word"]
    behind = _BEHIND.match(text, one.span.end)
    if behind is None:
        return None
    words = [word for word in behind[0].split() if fate_of(word) is not None]
    if not words:
        return None
    return words[-1] if fate_of(words[0]) == "shot" else words[0]


def kind(one: FigureMention, fate: str | None) -> str:
    """The class of units: a measure's name, "people" for people of whatever kind, else the noun counted."""
    unit = one.amount.unit
    if unit is None:
        counts = one.amount.value is None or float(one.amount.value).is_integer()
        return "people" if fate is not None and counts else "bare"
    if is_measure(unit):
        return unit
    return "people" if is_people(unit) else stem(unit)


def is_partial(text: str, one: FigureMention) -> bool:
    """Whether the figure counts a part or the rest of something, or points back to it."""
    before = text[max(0, one.span.start - 16) : one.span.start]
    return bool(
        _PARTIAL_BEFORE.search(before)
        or _PARTIAL_AFTER.match(text, one.span.end)
        or _PARTIAL_INSIDE.search(one.span.of(text))
    )


def head_of(text: str, one: FigureMention) -> str | None:
    """The noun that a figure stands before as its attribute ("indictment" in "a 47-page indictment")."""
    found = _ATTRIBUTE.search(one.span.of(text)) and _NOUN.match(text, one.span.end)
    return stem(found["noun"]) if found else None


def stems(words: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(
        stem(word) for word in _WORD.findall(words) if len(word) >= _SHORTEST and word.lower() not in STOPS
    )


def stem(word: str) -> str:
    """A rough stem: the same for the forms of a regular verb or noun."""
    low = singular(word.lower().replace("’", "'").removesuffix("'s"))
    for ending in ("ing", "ied", "ed", "es", "ly", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            low = low[: -len(ending)]
            break
    return low[:-1] if len(low) > _SHORTEST and low[-1] == low[-2] else low


def is_nested(text: str, one: FigureMention) -> bool:
    """Whether the figure tells of what something else is a part ("in the 12 villages", "out of 1,261 cases").

    So does a share that is told against a base of its own ("a 25% increase from a year before").
    """
    if one.amount.unit == "percentage":
        return _BASE.match(text, one.span.end) is not None
    if head_of(text, one) is not None or is_measure(one.amount.unit):
        return False
    return _AMONG.search(text, max(0, one.span.start - _REACH), one.span.start) is not None


def is_long_ago(words: str) -> bool:
    """Whether a sentence speaks of years."""
    return _LONG_AGO.search(words) is not None


def is_real(measured: str) -> bool | None:
    """Whether what is measured has come about, as its auxiliaries say; None where they say nothing."""
    if _WOULD.search(measured):
        return False
    return True if _HAS.search(measured) else None
