"""Rules for durations, sets, parts of the day and vague references: "30-year", "every day", "overnight", "recently"."""

import re
from fractions import Fraction

from readout.grammar.calendar import MONTH, WEEKDAY, either, month_number, weekday_number
from readout.grammar.timex_words import (
    COUNT,
    COUNT_STARTS,
    DAY_PART,
    DAY_PARTS,
    MORE_OR_LESS,
    MORE_STARTS,
    TIMES,
    UNIT,
    UNIT_MANY,
    UNIT_ONE,
    VAGUE,
    Meaning,
    Rule,
    count_value,
    period,
    unit_letter,
)
from readout.model.notes import TimeKind

REFERENCES: dict[str, str] = {words: value for value, forms in TIMES["references"].items() for words in forms}
_SETS: dict[str, str] = {word: value for value, words in TIMES["sets"].items() for word in words}
_SHORT = frozenset({"S", "MIN", "H"})


_RATE = re.compile(
    r"(?:\d|%|[$€£]\S+|\b(?:million|billion|share|person|once|twice|percent|(?!was|is|as|has|takes|lasts|does|us|this)[a-z]+s))\s\Z"
)


def _read_duration(found: re.Match[str]) -> Meaning | None:
    """Read "More than four hours", "2 1/2 years", "two to three weeks", "a few days"."""
    letter = unit_letter(found["unit"])
    words = found["count"].lower()
    if found["unit"][0].isupper() or (letter == "Q" and found.string.startswith(" of", found.end())):
        return None  # "60 Minutes"; "a quarter of the market"
    if words in {"a", "an"} and _RATE.search(found.string, max(0, found.start() - 24), found.start()):
        return None  # "four flights a week" is a rate
    if not found["unit"].lower().endswith("s"):
        if words not in {"a", "an", "one", "half a", "half an", "another"}:
            return None
        if letter == "S" and words == "a":
            return None  # "a second" is nearly always another one
    return Meaning(TimeKind.DURATION, period(count_value(words), letter))


def _read_compound(found: re.Match[str]) -> Meaning | None:
    """Read "30-year", "two-week", "8-month-old", "five year low"."""
    return Meaning(TimeKind.DURATION, period(count_value(found["count"]), unit_letter(found["unit"])))


def _read_and_a_half(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DURATION, period(Fraction(3, 2), unit_letter(found["unit"])))


def _read_long(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DURATION, period(Fraction(1), unit_letter(found["unit"])))


def _read_bare(found: re.Match[str]) -> Meaning:
    """Read "For years", "in weeks", "months ago": the unit alone, after a word that makes it a stretch of time."""
    return Meaning(
        TimeKind.DURATION, period(None, unit_letter(found["unit"])), skip=found.start("unit") - found.start()
    )


def _read_set(found: re.Match[str]) -> Meaning | None:
    """Read "Every day", "each Thursday", "every two weeks", "each July"."""
    if found["weekday"]:
        return Meaning(TimeKind.SET, f"XXXX-WXX-{weekday_number(found['weekday']) + 1}")
    if found["month"]:
        return Meaning(TimeKind.SET, f"XXXX-{month_number(found['month']):02d}")
    if found["part"]:
        return Meaning(TimeKind.SET, f"XXXX-XX-XXT{DAY_PARTS[found['part'].lower()]}")
    count = count_value(found["count"]) if found["count"] else Fraction(2 if found["other"] else 1)
    return Meaning(TimeKind.SET, period(count, unit_letter(found["unit"])))


def _read_frequency(found: re.Match[str]) -> Meaning | None:
    if found[0].istitle():
        return None  # "China Daily", "Newsweekly"
    return Meaning(TimeKind.SET, _SETS[found[0].lower()])


def _read_rate(found: re.Match[str]) -> Meaning:
    return Meaning(
        TimeKind.SET, period(Fraction(1), unit_letter(found["unit"])), skip=found.start("span") - found.start()
    )


def _read_part(found: re.Match[str]) -> Meaning:
    """Read "Overnight", "in the morning": of the day that the text is at."""
    part = DAY_PARTS.get((found["part"] or "overnight").lower(), "NI")
    return Meaning(TimeKind.TIME, f"DAYREF :T{part}", skip=found.start("span") - found.start() if found["span"] else 0)


def _read_reference(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DATE, REFERENCES[re.sub(r"\s+", " ", found[0].lower())])


_REFERENCE = "|".join(re.escape(words).replace(r"\ ", r"\s") for words in sorted(REFERENCES, key=len, reverse=True))

RULES: tuple[Rule, ...] = (
    Rule(
        "duration",
        COUNT_STARTS | MORE_STARTS | {"the"},
        re.compile(
            rf"(?i:(?:the\s(?!{VAGUE}|an?\b|one\b))?(?:{MORE_OR_LESS}\s)?(?P<count>{COUNT})(?:\s(?:or|to)\s{COUNT}|-\d+)?"
            rf"(?:\s(?:more|additional|extra|full|consecutive|straight|successive|solid|long|short|trading|business|working))?\s"
            rf"(?P<unit>{UNIT})(?:\sor\s(?:so|two|more))?)(?![\w]|[-\s]old\b)"
        ),
        _read_duration,
    ),
    Rule(
        "compound",
        COUNT_STARTS - {"a", "an", "some", "few", "many"},
        re.compile(
            rf"(?i:(?P<count>{COUNT})(?:-|\s(?=year|month|week|day|hour))(?P<unit>{UNIT_ONE})(?:-long)?)(?!\w|-old|s?-old)"
        ),
        _read_compound,
    ),
    Rule(
        "and a half",
        frozenset({"a", "an", "one"}),
        re.compile(rf"(?i:(?:an?|one)\s(?P<unit>{UNIT_ONE})\sand\sa\shalf)\b"),
        _read_and_a_half,
    ),
    Rule(
        "long",
        frozenset({"day", "week", "month", "year", "hour", "decade", "daylong", "weeklong", "monthlong", "yearlong"}),
        re.compile(r"(?i:(?P<unit>day|week|month|year|hour|decade)s?-?long)\b"),
        _read_long,
    ),
    Rule(
        "bare",
        frozenset({"for", "in", "of", "over", "after", "within", "takes", "take", "took", "many"}),
        re.compile(rf"(?i:(?:for|in|over|after|within|takes?|took)\s(?P<unit>{UNIT_MANY}))(?![-’']|\s(?:of)\b)"),
        _read_bare,
    ),
    Rule(
        "leading up",
        frozenset({"the"}),
        re.compile(
            rf"(?i:the\s(?P<unit>{UNIT_MANY}))(?=\s(?:before|after|since|leading|ahead|to\scome|that\sfollow|preceding|following)\b)"
        ),
        _read_bare,
    ),
    Rule(
        "set",
        frozenset({"every", "each"}),
        re.compile(
            rf"(?:(?i:every|each)\s(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH}(?!\s\d))|(?i:(?P<part>{DAY_PART})|(?:(?P<other>other\s)|"
            rf"(?P<count>{COUNT})\s)?(?P<unit>{UNIT}))))(?!\w)"
        ),
        _read_set,
    ),
    Rule("frequency", frozenset(_SETS), re.compile(rf"(?i:{either(_SETS)})\b"), _read_frequency),
    Rule(
        "rate",
        frozenset({"once", "twice", "times", "per"}),
        re.compile(rf"(?i:(?:once|twice|times)\s(?P<span>an?\s(?P<unit>{UNIT_ONE})))\b"),
        _read_rate,
    ),
    Rule(
        "part of day",
        frozenset({"overnight", "in", "during", "by", "until"}),
        re.compile(
            rf"(?i:overnight|(?:in|during|by|until)\s(?P<span>the\s(?:(?:early|late)\s)?(?P<part>{DAY_PART})))\b"
        ),
        _read_part,
    ),
    Rule(
        "reference",
        frozenset(words.split()[0] for words in REFERENCES),
        re.compile(rf"(?i:(?<!as\s)(?:{_REFERENCE})\b(?![-’']|\s(?:as\b|{COUNT}\s{UNIT}|{UNIT})))"),
        _read_reference,
    ),
)
