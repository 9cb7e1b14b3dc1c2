"""What a number counts or measures: currencies, measures, and the plural noun behind it."""

import re
from dataclasses import dataclass

from readout.grammar.calendar import either
from readout.grammar.numbers import WORDS
from readout.model.text import TextSpan


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's words, its canonical name ("mile per hour"; for a noun its lemma, "troop").

    `phrase` is the name with its modifiers in the singular: "heart transplant", "dollar per barrel".
    """

    span: TextSpan
    name: str
    phrase: str


def _forms(table: dict[str, list[str]]) -> dict[str, str]:
    return {form: name for name, forms in table.items() for form in forms}


_SYMBOLS = _forms(WORDS["symbols"])
_CURRENCIES = _forms(WORDS["currencies"])
_MEASURES = _forms(WORDS["measures"])
_NOUNS = WORDS["nouns"]
_IRREGULAR: dict[str, str] = _NOUNS["irregular"]
_PLURAL_ALIKE = frozenset(_NOUNS["plural_alike"])
_NOT_PLURAL = frozenset(_NOUNS["not_plural"])
_STATES = frozenset(_NOUNS["states"])
STOPS = frozenset(_NOUNS["stops"])
_MEASURED = frozenset(_CURRENCIES.values()) | frozenset(_MEASURES.values()) | frozenset(_SYMBOLS.values())


def _any(forms: dict[str, str]) -> str:
    """The forms as a pattern; words may be in any case, symbols as written."""
    words = [form for form in forms if len(form) > 3 and form.islower()]
    exact = [form for form in forms if form not in set(words)]
    return rf"(?:(?i:{either(words)})(?![A-Za-z])|(?:{either(exact)})(?![A-Za-z\d]))"


_BEFORE = re.compile(rf"(?<![A-Za-z$])(?:{either(_SYMBOLS)})\s?-?\Z")
_AFTER = re.compile(rf"[\s-]?(?P<unit>{_any(_CURRENCIES | _MEASURES)})")
_PER = re.compile(
    r"(?:\s(?:U\.?S\.?|US))?(?:\sper\s|\san?\s|-an?-|/)(?P<per>barrel|month|year|week|day|hour|share|gallon|litre|liter|ounce|square\sfoot"
    r"|square\smet(?:re|er)|sq\sm|gram|tonne|ton|person|pound|kilogram|kilo|unit|head|century|minute|second|night|ticket|mmBTU|game)\b"
    r"(?!\s(?:ago|earlier|later|before|after|old)\b)"
)
_PER_NAMES = {
    "liter": "litre", "sq m": "square metre", "square meter": "square metre", "kilo": "kilogram",
    "mmBTU": "mega british thermal unit",
}  # fmt: skip
_WORD = re.compile(r"[\s-](?P<word>[A-Za-z\d][\w’'/&.-]{0,40})")
_CAPITALS = re.compile(r"\s([A-Z]{2,5})(?=[.,;:)]|\s*\Z)")
_PARTICIPLE = re.compile(r"(?:[a-z]+ed|previous)\s")
_LONGEST = 5  # words of a noun phrase that are read


def unit_before(text: str, start: int) -> Unit | None:
    """The currency right before a number."""
    found = _BEFORE.search(text, max(0, start - 6), start)
    if found is None:
        return None
    name = _SYMBOLS[found[0].strip("- ")]
    return Unit(TextSpan(found.start(), start - (found[0][-1] in " -")), name, name)


def with_rate(text: str, unit: Unit, end: int) -> Unit:
    """The unit together with what follows the amount: "$58.24 per barrel", "shekels a year"."""
    found = _PER.match(text, end)
    if found is None:
        return unit
    per = _PER_NAMES.get(found["per"], found["per"].lower())
    span = TextSpan(min(unit.span.start, found.start()), found.end())
    return Unit(span, f"{unit.name} per {per}", f"{unit.phrase} per {per}")


def unit_after(text: str, end: int, *, one: bool = False) -> Unit | None:
    """The measure, currency or noun behind a number; `one` allows a noun in the singular."""
    found = _AFTER.match(text, end)
    if found is not None and not _goes_on(text, found.end(), found["unit"]):
        word = found["unit"]
        name = (_CURRENCIES | _MEASURES).get(word) or (_CURRENCIES | _MEASURES)[word.lower()]
        return with_rate(text, Unit(TextSpan(found.start("unit"), found.end()), name, name), found.end())
    return _noun_after(text, end, one=one)


def _goes_on(text: str, end: int, word: str) -> bool:
    """Whether a short measure is the start of another word or name ("m" of "m-dash")."""
    return len(word) <= 2 and text[end : end + 1] == "’"


def _noun_after(text: str, end: int, *, one: bool) -> Unit | None:
    """The noun phrase behind a number: up to its first plural, modifiers included; "six-cylinder" is one word."""
    place, words = end, list[re.Match[str]]()
    while len(words) < _LONGEST and (found := _WORD.match(text, place)) is not None:
        word = found["word"].rstrip(".")
        low = word.lower()
        if low in _STATES and not words:
            return _phrase(text, [found], found.start("word") + len(word))
        if (low in STOPS and not (words and low == "and")) or not (words or word[0].isalpha()):
            break
        words.append(found)
        place = found.start("word") + len(word)
        if one and len(words) == 1 and not word[0].isupper() and not is_plural(word):
            return _phrase(text, *_compound(text, words, place))
        hyphened = text[end : end + 1] == "-" and "-" not in word
        if hyphened or (is_plural(word) and not (one and len(words) == 1)) or low in _STATES:
            return _phrase(text, words, place)
        if place < found.end():
            break
    return _abbreviation(text, end)


def _abbreviation(text: str, end: int) -> Unit | None:
    """Capitals behind a number that end its phrase ("0.5 WAR)")."""
    found = _CAPITALS.match(text, end)
    return None if found is None else Unit(TextSpan(found.start(1), found.end(1)), found[1], found[1])


def _compound(text: str, words: list[re.Match[str]], place: int) -> tuple[list[re.Match[str]], int]:
    """The words of a singular noun phrase ("felony fraud count") and its end, as far as no verb begins."""
    while len(words) < _LONGEST - 2 and (found := _WORD.match(text, place)) is not None:
        word = found["word"].rstrip(".")
        if word in STOPS or not word.islower() or word.endswith(("ed", "ing", "ly", "s")) or text[place] == "-":
            break
        words.append(found)
        place = found.start("word") + len(word)
    return words, place


def is_measure(name: str | None) -> bool:
    """Whether a unit's name is that of a measure or currency, not of a noun that is counted."""
    return name is not None and name.split(" per ")[0] in _MEASURED


def is_state(name: str | None) -> bool:
    """Whether a unit's name is the state in which people are ("injured" in "14 injured")."""
    return name in _STATES


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower().rstrip(".")
    if low in _PLURAL_ALIKE or low in _IRREGULAR:
        return True
    return len(low) > 3 and low.endswith("s") and low not in _NOT_PLURAL and not low.endswith(("ss", "'s", "’s", "ous"))


def _phrase(text: str, words: list[re.Match[str]], end: int) -> Unit:
    """The unit that a noun phrase names; a measure at its end is the measure ("rushing yards")."""
    start = words[0].start("word")
    led = _PARTICIPLE.match(text, start, end)
    if led is not None and len(words) > 1:
        start = led.end()
    span = TextSpan(start, end)
    last = re.split(r"\s", span.of(text))[-1]
    measure = _MEASURES.get(last.lower()) if len(last) > 3 else None
    if measure is not None:
        return with_rate(text, Unit(span, measure, measure), end)
    head = singular(last)
    return with_rate(text, Unit(span, head, f"{span.of(text)[: -len(last)]}{head}"), end)


_ENDINGS = (("ies", "y", 5), ("sses", "ss", 5), ("shes", "sh", 5), ("ches", "ch", 5), ("xes", "x", 4))


def singular(word: str) -> str:
    """The singular of a noun; a name keeps its capital."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _PLURAL_ALIKE or not is_plural(word):
        return word if word[:1].isupper() and not word.isupper() else low
    for ending, instead, least in _ENDINGS:
        if low.endswith(ending) and len(low) >= least:
            return word[: -len(ending)] + instead
    return word[:-1]
