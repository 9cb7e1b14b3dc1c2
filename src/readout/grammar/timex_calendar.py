"""Rules for times that stand on the calendar by name: dates, weekdays, months, quarters, seasons, years, decades."""

import re

from readout.grammar.calendar import (
    COUNTED,
    FULL_MONTHS,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    either,
    month_number,
    weekday_number,
)
from readout.grammar.number_words import NUMBER_WORDS, year_value
from readout.grammar.timex_relative import EDGE, HOLIDAY, HOLIDAYS
from readout.grammar.timex_words import (
    DAY_PART,
    DAY_PARTS,
    ORDINAL,
    SEASON,
    SEASONS,
    Meaning,
    Rule,
    ordinal_value,
)
from readout.model.notes import TimeKind

_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_A_NUMBER = rf"(?![\w%]|[.,]\d|[:/]\d|-\d|-[a-z]+\b(?<!-era)|\s(?:{either(COUNTED)})\b)"
_EDGE_STARTS = frozenset(
    [
        "early",
        "earlier",
        "late",
        "later",
        "very",
        "the",
        "beginning",
        "start",
        "end",
        "middle",
        "close",
        "sometime",
        "mid",
        "at",
        "around",
        "this",
    ]
)
_WEEKDAY_STARTS = frozenset(WEEKDAYS)
_MONTH_STARTS = frozenset(MONTHS)


def _read_weekday(found: re.Match[str]) -> Meaning:
    """Read "Tuesday", "late Monday night", "Tuesday nights"."""
    kind = f"XXXX-WXX-{weekday_number(found['weekday']) + 1}"
    part = found["part"]
    if found["plural"] or (part and part.endswith("s")):
        return Meaning(TimeKind.SET, kind + (f"T{DAY_PARTS[part.lower().rstrip('s')]}" if part else ""))
    if part:
        return Meaning(TimeKind.TIME, f"DCT ?{kind} :T{DAY_PARTS[part.lower()]}")
    return Meaning(TimeKind.DATE, f"DCT ?{kind}")


_ALSO_WORDS = frozenset({"march", "april", "may", "june", "august"})
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_NAME_CUES = frozenset({"of", "by", "for", "from", "and", "to", "between", "before", "after", "with"})
_MONTH_CUE = re.compile(
    r"(?i:\b(?:in|since|of|by|until|till|through|during|for|from|and|to|between|before|after|last|next|this)\s)\Z"
)


def _is_bare_month(found: re.Match[str]) -> bool:
    """Whether a month's name alone is one: "in May", "since Jan."; not "Theresa May", "Jan Kavan"."""
    bare = found[0].lower()
    if bare not in _ALSO_WORDS and bare in FULL_MONTHS:
        return True
    cue = _MONTH_CUE.search(found.string, max(0, found.start() - 12), found.start())
    if cue is None:
        return False
    risky = cue[0].strip().lower() in _NAME_CUES
    abbreviated = bare not in FULL_MONTHS and not bare.endswith(".")
    return not (risky and (abbreviated or _NAME_AFTER.match(found.string, found.end())))


def _read_month(found: re.Match[str]) -> Meaning | None:
    """Read "In March", "early September", "March 2022"; names that are other words too only after a preposition."""
    month, year = month_number(found["month"]), found["year"]
    if not year and found[0] == found["month"] and not _is_bare_month(found):
        return None
    if year:
        return Meaning(TimeKind.DATE, f"{year}-{month:02d}")
    told = _OF_YEAR_TOLD.match(found.string, found.end())
    if told is not None:
        return Meaning(TimeKind.DATE, f"DCT {_YEAR_STEPS[told[1].lower()]} >XXXX-{month:02d}")
    return Meaning(TimeKind.DATE, f"DCT ?XXXX-{month:02d}")


_OF_YEAR_TOLD = re.compile(r"\s(?:of\s)?(last|this|next)\syear\b", re.IGNORECASE)
_YEAR_STEPS = {"last": "-1Y", "this": "+0Y", "next": "+1Y"}


def _read_week_of(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DATE, f"DCT ?XXXX-{month_number(found['month']):02d}-{int(found['day']):02d} =W")


def _read_season(found: re.Match[str]) -> Meaning | None:
    """Read "The spring of 2021", "in summer"; without any such word "fall" is a verb and "spring" a coil."""
    alone = found[0] == found["season"]
    cue = _MONTH_CUE.search(found.string, max(0, found.start() - 12), found.start())
    if alone and (cue is None or found[0].lower() == "fall"):
        return None
    season = SEASONS[found["season"].lower()]
    return Meaning(TimeKind.DATE, f"{found['year']}-{season}" if found["year"] else f"DCT ?XXXX-{season}")


def _read_holiday(found: re.Match[str]) -> Meaning:
    rule = HOLIDAYS[found["holiday"].replace("’", "'")]
    rule = f"{rule} =W" if found["week"] else rule
    return Meaning(TimeKind.DATE, f"DCT ?XXXX-{rule}" if not found["year"] else f"{found['year']}-07-01 ~XXXX-{rule}")


def _read_year(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DATE, found["year"])


def _read_years(found: re.Match[str]) -> Meaning | None:
    """Read "2014-2016", "2020-21": a stretch of years, its last one behind a slash."""
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    return Meaning(TimeKind.DATE, f"{first} /{last}") if first < last else None


def _read_said_year(found: re.Match[str]) -> Meaning | None:
    year = year_value(found["words"])
    if year is None:
        return None
    return Meaning(TimeKind.DATE, f"{year}" if not found["month"] else f"{year}-{month_number(found['month']):02d}")


_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def _read_decade(found: re.Match[str]) -> Meaning:
    """Read "The 1990s", "the '80s", "the nineties": of the twentieth century where the century is left out."""
    if found["decade"]:
        return Meaning(TimeKind.DATE, found["decade"][:3])
    return Meaning(
        TimeKind.DATE, f"19{found['short'][0]}" if found["short"] else f"19{_DECADES[found['word'].lower()]}"
    )


def _read_century(found: re.Match[str]) -> Meaning:
    number = int(found["number"]) if found["number"] else ordinal_value(found["word"])
    return Meaning(TimeKind.DATE, f"{number - 1:02d}")


RULES: tuple[Rule, ...] = (
    Rule(
        "week of",
        frozenset({"the"}),
        re.compile(rf"(?i:the\sweek\sof)\s(?P<month>{MONTH})\s(?P<day>\d\d?)(?!\d)"),
        _read_week_of,
    ),
    Rule(
        "weekday",
        _WEEKDAY_STARTS | _EDGE_STARTS,
        re.compile(
            rf"(?:(?i:early|late)\s(?:on\s)?)?(?P<weekday>{WEEKDAY})(?P<plural>s)?(?!\w)(?:\s(?i:(?P<part>{DAY_PART}s?)\b))?"
        ),
        _read_weekday,
    ),
    Rule(
        "month",
        _MONTH_STARTS | _EDGE_STARTS,
        re.compile(
            rf"(?:(?i:{EDGE}))(?P<month>{MONTH})(?!\w|\.?\s\d\d?\b)(?:(?:,\s|\sof\s|\s|-)(?P<year>{_YEAR})(?!\d|[.,]\d|%))?"
        ),
        _read_month,
    ),
    Rule(
        "season",
        frozenset(SEASONS) | _EDGE_STARTS,
        re.compile(
            rf"(?i:{EDGE}(?P<the>the\s)?(?P<season>{SEASON})(?:(?:\sof)?\s(?P<year>{_YEAR})(?:[-–/]\d\d)?)?)(?![\w-])"
        ),
        _read_season,
    ),
    Rule(
        "holiday",
        frozenset(name.split()[0].split("'")[0].rstrip(".").lower() for name in HOLIDAYS),
        re.compile(rf"(?P<holiday>{HOLIDAY})(?P<week>\sweek)?(?:(?:,?\s)(?P<year>{_YEAR}))?(?!\w)"),
        _read_holiday,
    ),
    Rule(
        "year",
        frozenset({"#", "the", "early", "late", "mid", "at", "beginning", "start", "end", "post", "pre"}),
        re.compile(rf"(?i:(?:post|pre)-|{EDGE}(?:the\syear\s)?)(?P<year>{_YEAR}){_NOT_A_NUMBER}"),
        _read_year,
    ),
    Rule(
        "years",
        frozenset({"#"}),
        re.compile(rf"(?P<first>{_YEAR})\s?[-–/]\s?(?P<last>{_YEAR}|\d\d)(?![\w%]|[.,/:-]\d)"),
        _read_years,
    ),
    Rule(
        "september 11",
        frozenset({"#"}),
        re.compile(r"9/11(?![\w/])"),
        lambda _: Meaning(TimeKind.DATE, "2001-09-11"),
    ),
    Rule(
        "said year",
        frozenset({"nineteen", "eighteen", "twenty", "the"}) | _MONTH_STARTS,
        re.compile(
            rf"(?:(?P<month>{MONTH})\s)?(?i:(?:the\syear\s)?(?P<words>(?:nineteen|eighteen|twenty)[\s-](?:{NUMBER_WORDS})|"
            rf"(?<=[Yy]ear\s)two\sthousand(?:\s(?:and\s)?{NUMBER_WORDS})?))"
        ),
        _read_said_year,
    ),
    Rule(
        "decade",
        _EDGE_STARTS | {"#"},
        re.compile(
            rf"(?i:{EDGE}(?:the\s)?{EDGE})(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|(?:(?<=the\s)|(?<=mid-)|(?<=early\s)|(?<=late\s))"
            rf"(?:['’‘`]?(?P<short>[2-9]0)s|(?i:(?P<word>{either(_DECADES)}))))(?!\w)"
        ),
        _read_decade,
    ),
    Rule(
        "century",
        frozenset({"the", "#", "early", "late", "mid"}),
        re.compile(
            rf"(?i:{EDGE}(?:the\s)?{EDGE}(?:(?P<number>[12]?\d)(?:st|nd|rd|th)|(?P<word>{ORDINAL}))[\s-]century)\b"
        ),
        _read_century,
    ),
)
