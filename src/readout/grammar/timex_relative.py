"""Rules for times that count from elsewhere: "last month", "two days later", "a year ago", "this morning"."""

import re
from fractions import Fraction

from readout.grammar.calendar import FULL_WEEKDAYS, MONTH, MONTHS, WEEKDAY, either, month_number, weekday_number
from readout.grammar.timex_words import (
    COUNT,
    COUNT_STARTS,
    DAY_PART,
    DAY_PARTS,
    MORE_OR_LESS,
    MORE_STARTS,
    SEASON,
    SEASONS,
    TIMES,
    UNIT,
    UNIT_MANY,
    UNIT_ONE,
    UNITS,
    Meaning,
    Rule,
    count_value,
    period,
    unit_letter,
)
from readout.model.notes import TimeKind

HOLIDAYS: dict[str, str] = TIMES["holidays"]
HOLIDAY = rf"(?:{either(HOLIDAYS)}|{either(name.replace(chr(39), '’') for name in HOLIDAYS if chr(39) in name)})"
PAST_WORDS = frozenset({"last", "past", "previous", "preceding", "prior", "latest"})
NEXT_WORDS = frozenset({"next", "coming", "following", "upcoming", "subsequent"})
EDGE = (
    r"(?:(?:(?:very\s)?(?:early|earlier|late|later)(?:\s(?:in|on))?|(?:the\s)?(?:beginning|start|end|middle|close)\sof|sometime|mid|"
    r"at\sthe\send\sof)[\s-])?"
)
_DEICTIC = (
    r"(?:the\ssame|that\ssame|this\ssame|this\scoming|this\spast|the\spast|the\slast|the\snext|the\scoming|the\sprevious|"
    r"the\sprior|the\sfollowing|the\spreceding|the\scurrent|the\slatest|the\supcoming|last|past|next|coming|this|that|"
    r"previous|following|current|each|every)"
)
_STARTS = frozenset(
    [
        "the",
        "that",
        "this",
        "last",
        "past",
        "next",
        "coming",
        "previous",
        "following",
        "current",
        "early",
        "earlier",
        "late",
        "later",
        "very",
        "sometime",
        "mid",
        "at",
        "beginning",
        "start",
        "end",
        "middle",
        "close",
        "nearly",
        "almost",
        "just",
        "more",
        "less",
        "no",
        "over",
        "a",
        "an",
        "another",
        "half",
        "under",
    ]
)


def _direction(words: str) -> str:
    """The determining word of a phrase: last, next, this or that, whichever it comes down to."""
    last = words.lower().split()[-1]
    if last in PAST_WORDS:
        return "last"
    if last in NEXT_WORDS:
        return "next"
    return "that" if last in {"that", "same"} else "this"


def _from_narrative(words: str) -> bool:
    """Whether the phrase counts from what was told before rather than from the day of publication."""
    return words.lower().split()[-1] in {"previous", "following", "preceding", "same", "that", "prior", "subsequent"}


def _is_no_time(words: str, thing: str) -> bool:
    """Whether it is a programme ("This Week"), a clause ("that Monday's talks ...") or a set ("every week")."""
    word = thing.lower()
    title = thing.istitle() and word in UNITS and words.istitle()
    clause = words.lower() == "that" and word not in UNITS and word not in SEASONS | DAY_PARTS
    return title or clause or words.lower() in {"each", "every"}


def _read_deictic(found: re.Match[str]) -> Meaning | None:
    """Read "Last month", "earlier this year", "the following day", "next Friday", "this summer", "last night"."""
    words, thing = found["deictic"], found["thing"].lower()
    if words.lower() == "that" and thing not in UNITS and thing not in SEASONS | DAY_PARTS:
        return None  # "told reporters that Monday's talks ..."
    if _is_no_time(words, found["thing"]):
        return None
    base = "REF" if _from_narrative(words) else "DCT"
    direction = _direction(words)
    if thing in DAY_PARTS:
        return _part_of_day(base, direction, DAY_PARTS[thing])
    if thing in {"weekend", "weekends"}:
        return Meaning(TimeKind.DATE, f"{base} {_RELATION[direction]}XXXX-WXX-WE")
    if thing in SEASONS:
        if direction == "this":
            return Meaning(TimeKind.DATE, f"{base} +0Y >XXXX-{SEASONS[thing]}")
        return Meaning(TimeKind.DATE, f"{base} {_RELATION[direction]}XXXX-{SEASONS[thing]}")
    if thing.rstrip(".") in _MONTH_WORDS:
        if direction == "this":
            return Meaning(TimeKind.DATE, f"{base} +0Y >XXXX-{month_number(thing):02d}")
        return Meaning(TimeKind.DATE, f"{base} {_RELATION[direction]}XXXX-{month_number(thing):02d}")
    if thing in _WEEKDAY_WORDS:
        return Meaning(TimeKind.DATE, f"{base} {_RELATION[direction]}XXXX-WXX-{weekday_number(thing) + 1}")
    return _unit_step(base, direction, words.lower(), thing)


def _unit_step(base: str, direction: str, words: str, thing: str) -> Meaning | None:
    if thing == "fiscal year":
        thing = "year"
    letter = unit_letter(thing)
    if letter in {"S", "MIN", "H"}:
        return Meaning(TimeKind.DURATION, period(count_value("one"), letter)) if direction != "this" else None
    if letter in {"E", "C", "F"} and direction in {"last", "next"}:
        return Meaning(TimeKind.DURATION, period(Fraction(1), letter))
    if words.endswith("latest") and letter == "Q":
        return Meaning(TimeKind.DATE, "QREF")
    step = {"last": "-1", "next": "+1", "this": "+0", "that": "+0"}[direction]
    return Meaning(TimeKind.DATE, f"{base} {step}{letter}")


def _part_of_day(base: str, direction: str, part: str) -> Meaning:
    step = {"last": "-1", "next": "+1", "this": "+0", "that": "+0"}[direction]
    return Meaning(TimeKind.TIME, f"{base} {step}D :T{part}")


_RELATION = {"last": "<<", "next": ">>", "this": "?", "that": "~"}
_MONTH_WORDS = frozenset(MONTHS)
_WEEKDAY_WORDS = frozenset(FULL_WEEKDAYS)


def _read_counted(found: re.Match[str]) -> Meaning | None:
    """Read "The past two months", "the next few days", "recent weeks", "coming years": stretches that touch today."""
    unit = found["unit"].lower()
    if unit.rstrip("s") in SEASONS:
        return Meaning(TimeKind.SET, f"XXXX-{SEASONS[unit.rstrip('s')]}")
    letter = {"weekends": "W", "nights": "D"}.get(unit) or unit_letter(unit)
    return Meaning(TimeKind.DURATION, period(count_value(found["count"]) if found["count"] else None, letter))


def _read_ago(found: re.Match[str]) -> Meaning | None:
    """Read "Two years ago", "a day earlier", "three weeks later", "six months from now"."""
    count, letter = count_value(found["count"]), unit_letter(found["unit"])
    word = found["side"].lower()
    back = word in {"ago", "earlier", "before", "previously", "prior"}
    if count is None:
        return Meaning(TimeKind.DATE, "PAST_REF" if back else "FUTURE_REF")
    base = (
        "REF"
        if word in {"earlier", "later", "before", "after", "afterward", "afterwards", "previously", "prior"}
        else "DCT"
    )
    if count.denominator != 1:
        count, letter = (count * 12, "M") if letter == "Y" else (Fraction(round(count)), letter)
    sign = "-" if back else "+"
    if letter in {"E", "F"}:
        count, letter = (count * 10, "Y") if letter == "E" else (count * 2, "W")
    if letter == "Y" and count == 1 and back:
        return Meaning(TimeKind.DATE, f"{'YREF' if base == 'REF' else 'YDCT'}")
    return Meaning(TimeKind.DATE, f"{base} {sign}{int(count)}{letter}")


def _read_side(found: re.Match[str]) -> Meaning | None:
    """Read "The day before", "the week after"."""
    sign = "-" if found["side"].lower() == "before" else "+"
    letter = unit_letter(found["unit"]) if found["unit"].lower() != "night" else "D"
    return Meaning(TimeKind.DATE, f"REF {sign}1{letter}{' :TNI' if found['unit'].lower() == 'night' else ''}")


_TODAY = {"today": "+0D", "yesterday": "-1D", "tomorrow": "+1D", "tonight": "+0D :TNI"}


def _read_today(found: re.Match[str]) -> Meaning | None:
    """Read "today", "late yesterday", "tomorrow night"; not the name of an outlet ("Ukraine Today")."""
    if found["day"].istitle() and found.string[max(0, found.start() - 2) : found.start()].strip().isalpha():
        return None
    part = found["part"]
    suffix = f" :T{DAY_PARTS[part.lower()]}" if part else ""
    kind = TimeKind.TIME if part or found["day"].lower() == "tonight" else TimeKind.DATE
    return Meaning(kind, f"DCT {_TODAY[found['day'].lower()]}{suffix}")


def _read_eve(found: re.Match[str]) -> Meaning | None:
    return Meaning(TimeKind.DATE, "DCT -2D" if found["side"] else "DCT +2D")


def _read_the_unit(found: re.Match[str]) -> Meaning | None:
    """Read "For the year", "the end of the month", "later in the week": the one we are in."""
    letter = unit_letter(found["unit"])
    return Meaning(TimeKind.DATE, f"DCT +0{letter}", skip=found.start("span") - found.start())


def _read_ended(found: re.Match[str]) -> Meaning | None:
    """Read "The year ended March 31": a stretch whose end follows."""
    if found["unit"].lower() == "quarter":
        return Meaning(TimeKind.DATE, "QREF")
    return Meaning(TimeKind.DURATION, period(Fraction(1), unit_letter(found["unit"])))


def _read_year_end(_: re.Match[str]) -> Meaning | None:
    return Meaning(TimeKind.DATE, "DCT +0Y")


RULES: tuple[Rule, ...] = (
    Rule(
        "deictic",
        _STARTS,
        re.compile(
            rf"(?i:{EDGE}(?P<deictic>{_DEICTIC})[\s-](?P<thing>fiscal\syear|{UNIT_ONE}|weekend\b|{SEASON}|{DAY_PART}|"
            rf"{MONTH}(?!\.?\s\d\d?\b)|{WEEKDAY}\b))(?![\w])(?!-(?:old|long|to|over|minute))"
        ),
        _read_deictic,
    ),
    Rule(
        "counted",
        frozenset({"the", "this", "last", "past", "next", "recent", "coming", "future", "over", "at", "in", "within"}),
        re.compile(
            rf"(?i:(?:the\s)?(?:(?:last|past|next|first|final|coming|previous|following|preceding|latest|recent|other|remaining|opening)\s"
            rf"(?P<count>{COUNT}|couple\sof)(?:\s(?:or|to)\s{COUNT})?[\s-](?:(?:business|trading|working|full|consecutive|straight|more)\s)?|(?:recent|coming|past|future)\s)"
            rf"(?P<unit>{UNIT_MANY}|{SEASON}s|weekends|nights)(?:\sor\sso)?)"
        ),
        _read_counted,
    ),
    Rule(
        "ago",
        COUNT_STARTS | MORE_STARTS,
        re.compile(
            rf"(?i:(?:{MORE_OR_LESS}\s)?(?P<count>{COUNT})(?:\s(?:full|short|long|more))?[\s-](?P<unit>{UNIT})(?:\sor\sso)?[\s-]"
            r"(?P<side>ago|earlier|later|before(?!\s(?:the|he|she|it|they|we|I|this|that|his|her|its|their|an?|being|[a-z]+ing)\b)"
            r"|from\snow|from\stoday|afterwards?|previously|prior(?!\sto\b)|hence)\b)"
        ),
        _read_ago,
    ),
    Rule(
        "side",
        frozenset({"the"}),
        re.compile(
            r"(?i:the\s(?P<unit>day|night|week|month|year)\s(?P<side>before|after))"
            r"(?=[.,;:)\"'”’]|\s(?:in|at|on|that|when|and|but|with|to|from|as|for)\b|\s*\n|\s*\Z)"
        ),
        _read_side,
    ),
    Rule(
        "today",
        frozenset({"today", "yesterday", "tomorrow", "tonight", "early", "earlier", "late", "later"}),
        re.compile(
            rf"(?i:(?:(?:early|earlier|late|later)\s)?(?P<day>today|yesterday|tomorrow|tonight)\b(?:\s(?P<part>{DAY_PART}))?)"
        ),
        _read_today,
    ),
    Rule(
        "eve",
        frozenset({"the"}),
        re.compile(r"(?i:the\sday\s(?:(?P<side>before)\syesterday|after\stomorrow))"),
        _read_eve,
    ),
    Rule(
        "the unit",
        frozenset({"for", "of", "in", "during", "over", "throughout"}),
        re.compile(
            r"(?i:(?:for|of|in|during|over|throughout)\s(?P<span>(?:the\s(?:end|rest|remainder|start|beginning|middle)\sof\s)?"
            r"the\s(?:full\s|whole\s|fiscal\s)?(?P<unit>year|month|week)))\b(?!\s(?:of|to|ended|ending|earlier|before|after|leading)\b|[-’'])"
        ),
        _read_the_unit,
    ),
    Rule(
        "year ended",
        frozenset({"the"}),
        re.compile(r"(?i:the\s(?:fiscal\s)?(?P<unit>year|quarter|month|week))(?=\s(?:ended|ending|that\sended)\b)"),
        _read_ended,
    ),
    Rule(
        "weekend",
        frozenset({"the"}),
        re.compile(r"(?i:the\sweekend)\b(?![-’'])"),
        lambda _: Meaning(TimeKind.DATE, "DCT ?XXXX-WXX-WE"),
    ),
    Rule(
        "year end",
        frozenset({"year", "the", "around", "at", "by"}),
        re.compile(
            r"(?i:(?:around\s)?(?:the\s)?(?:year[\s-]end|year['’]s\send|end\sof\sthe\syear|rest\sof\sthe\syear))\b"
        ),
        _read_year_end,
    ),
)
