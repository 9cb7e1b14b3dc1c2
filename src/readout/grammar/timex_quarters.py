"""Rules for the parts of a business year: quarters, halves, fiscal years, and the periods a report compares."""

import re
from dataclasses import replace

from readout.grammar.timex_words import COUNT, UNIT_MANY, Meaning, Rule, count_value, ordinal_value, period, unit_letter
from readout.model.notes import TimeKind

_YEAR = r"(?:1[5-9]|20)\d\d"
_PARTS = {"last": 4, "final": 4}


def _read_quarter(found: re.Match[str]) -> Meaning | None:
    """Read "The third quarter", "fiscal second-quarter", "the first quarter of next year", "the 1988 third quarter"."""
    which = (found["which"] or found["code"] or "").lower()
    number = int(which[-1]) if found["code"] else _PARTS.get(which) or ordinal_value(which)
    if number > 4:
        return None
    return _of_year(f"Q{number}", found)


def _read_half(found: re.Match[str]) -> Meaning | None:
    """Read "The first half of 1998"; of a year only, for matches have halves too."""
    if not any(found[group] for group in ("year", "year2", "year_before", "of", "of_before")):
        return None
    return _of_year("H1" if found["which"].lower() in {"first", "1st"} else "H2", found)


def _of_year(part: str, found: re.Match[str]) -> Meaning:
    meaning = _part_of_year(part, found)
    adjective = re.match(r"(?i:the\s)(?=\S*-quarter)", found[0])  # "the third-quarter loss": the article is the loss's
    return replace(meaning, skip=adjective.end()) if adjective else meaning


def _part_of_year(part: str, found: re.Match[str]) -> Meaning:
    year = found["year"] or found["year2"] or found["year_before"]
    if year:
        return Meaning(TimeKind.DATE, f"{year}-{part}")
    relative = (found["of"] or found["of_before"] or "").lower()
    for word, step in (("last", "-1Y"), ("next", "+1Y"), ("this", "+0Y"), ("the", "+0Y")):
        if relative.startswith(word):
            return Meaning(TimeKind.DATE, f"DCT {step} >XXXX-{part}")
    if found["back"]:
        return Meaning(TimeKind.DATE, f"DCT ?XXXX-{part} -1y")
    side = "<" if "fiscal" in found[0].lower() else "?"
    return Meaning(TimeKind.DATE, f"DCT {side}XXXX-{part}")


def _read_period(found: re.Match[str]) -> Meaning:
    """Read "The quarter", "the latest period", "the year-ago quarter", "year-earlier", "the 1988 period"."""
    if found["year"]:
        return Meaning(TimeKind.DATE, f"QREF y={found['year']}")
    return Meaning(TimeKind.DATE, "QREF -1y" if any(found[group] for group in ("back", "back2", "back3")) else "QREF")


def _read_months(found: re.Match[str]) -> Meaning:
    """Read "the year-earlier nine months"."""
    return Meaning(TimeKind.DURATION, period(count_value(found["count"]), unit_letter(found["unit"])))


def _read_fiscal(found: re.Match[str]) -> Meaning:
    return Meaning(TimeKind.DATE, found["year"])


_BACK = r"(?:(?P<back>(?:comparable\s)?year-(?:ago|earlier)|prior-year)\s)"
_OF_YEAR = (
    rf"(?:\s(?:of|in)\s(?:fiscal\s)?(?:(?P<year>{_YEAR})|(?P<of>(?:last|next|this|the)\syear))"
    rf"|,?\s(?P<year2>{_YEAR}))?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter",
        frozenset(
            {"the", "fiscal", "first", "second", "third", "fourth", "final", "last", "its", "next", "this", "q", "#"}
        ),
        re.compile(
            rf"(?:(?i:(?:the\s)?(?:(?P<of_before>last\syear|next\syear|this\syear)['’]s\s)?"
            rf"(?:(?P<year_before>{_YEAR})\s)?{_BACK}?(?:(?:fiscal|current|latest|flat|strong|weak)[\s-])?"
            r"(?P<which>first|second|third|fourth|1st|2nd|3rd|4th|final)[\s-](?:fiscal[\s-])?quarter)|(?P<code>Q[1-4]))(?!\w)"
            rf"{_OF_YEAR}"
        ),
        _read_quarter,
    ),
    Rule(
        "half code",
        frozenset({"h"}),
        re.compile(rf"H(?P<half>[12])\s(?P<year>{_YEAR})(?!\w)"),
        lambda found: Meaning(TimeKind.DATE, f"{found['year']}-H{found['half']}"),
    ),
    Rule(
        "half",
        frozenset({"the", "first", "second", "last"}),
        re.compile(
            rf"(?i:(?:the\s)?(?P<of_before>(?:last|next|this)\syear['’]s\s)?(?:(?P<year_before>{_YEAR})\s)?{_BACK}?"
            rf"(?P<which>first|second|last|1st|2nd)[\s-]half{_OF_YEAR})\b"
        ),
        _read_half,
    ),
    Rule(
        "period",
        frozenset({"the", "year", "comparable", "prior", "that"}),
        re.compile(
            rf"(?i:(?:(?:the|that)\s)(?:{_BACK}|(?P<year>{_YEAR})\s|(?:latest|same|comparable|current)\s)?(?:quarter|period)\b(?P<back3>\sa\syear\s(?:ago|earlier))?|"
            r"(?P<back2>year-(?:ago|earlier))(?:\s(?:quarter|period)\b)?)(?![-\w])"
        ),
        _read_period,
    ),
    Rule(
        "year-earlier months",
        frozenset({"the", "year"}),
        re.compile(rf"(?i:(?:the\s)?year-(?:ago|earlier)\s(?P<count>{COUNT})\s(?P<unit>{UNIT_MANY}))"),
        _read_months,
    ),
    Rule(
        "fiscal year",
        frozenset({"fiscal"}),
        re.compile(rf"(?i:fiscal\s(?:year\s)?)(?P<year>{_YEAR})(?!\w)"),
        _read_fiscal,
    ),
)
