"""Lines that say when a report came out, and what they say."""

import re

from readout.grammar.dates import DateMatch, find_dates

_LABELS = re.compile(
    r"\b(?:(?:first |last |originally |article |story |page )?(?:published|posted|"
    r"updated|modified|created|printed|issued|released|uploaded|edited|revised|amended)|"
    r"publication date|publish date|date|time|"
    r"last (?:update|modified|change)|update|on|at|in|by|of|the|from|since|ago|and|"
    r"est|edt|cst|cdt|mst|mdt|pst|pdt|gmt|utc|bst|cet|cest|ist|pkt|sgt|hkt|jst|kst|"
    r"aest|aedt|eat|wat|sast|msk|eet|eest|et|pt|ct|local time|hrs|hours|h|am|pm|a\.m\.|"
    r"p\.m\.|issue|edition|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^(?:(?:published|posted|updated|last (?:updated|modified)|modified|edited)\s*:?\s*(?:on\s+)?)?(?:about "
    r"|over )?(?:(?:\d+|a|an|one|two|three|few|a few)\s*(?:sec(?:ond)?s?|min(?:ute)?s?|"
    r"mins?|h(?:ou)?rs?|h|m|d|days?|weeks?|months?|years?)(?:\s*,?\s*\d+\s*(?:min(?:ute)?s?|"
    r"h(?:ou)?rs?))? ago|just now|yesterday|today)(?:\s*(?:at\s*)?[\d:.apm ]{3,10})?(?:\s*[|"
    r"·•-]\s*(?:updated|published|last updated).{0,40})?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified)|last update)\s*(?:on|at)?\s*:?", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:updated (?:at )?)?(?:\d{1,2}[.:]\d\d ?[ap]\.?m\.?|\d{1,2}\.\d\d|\d{1,2}[.:]\d\d "
    r"?(?:[A-Z]{3,4}|hrs))(?: [A-Z]{2,4})?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?")
_MACHINE = re.compile(r"^\d{6} [A-Z][a-z]{2} GMT$|^\d{4} ?GMT.{0,30}$")
_NUMBERS = re.compile(r"[\d\W_]+")
_MAX_WORDS = 24
_NAMED_IN = re.compile(r"^published in [\w'& -]{2,60}", re.IGNORECASE)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date or time of publication and, but for labels, nothing else."""
    if not line or len(line.split()) > _MAX_WORDS:
        return False
    if (
        _ISO.fullmatch(line)
        or _RELATIVE.match(line)
        or _MACHINE.match(line)
        or _LABEL.fullmatch(line)
        or _CLOCK.fullmatch(line)
    ):
        return True
    found = find_dates(line)
    if not found or not any(_is_day(each) for each in found):
        return False
    if _NAMED_IN.match(line) and found[0].date.is_full:
        return True
    rest = _without(line, found)
    return not _NUMBERS.sub("", _LABELS.sub(" ", rest))


def date_start(line: str) -> int | None:
    """Where, in a line that begins with something else (a byline, say), a closing date with its label begins."""
    for match in find_dates(line):
        if not _is_day(match):
            continue
        start = match.span.start if match.time_span is None else min(match.span.start, match.time_span.start)
        label = re.search(
            r"(?:(?:first |last )?(?:published|posted|updated|modified)(?:\s*(?:on|at|:))*\s*|\bon\s+)$",
            line[:start],
            re.IGNORECASE,
        )
        start = label.start() if label else start
        if start > 0 and is_date_line(line[start:].strip(" |·•,-–—()")):
            return start
    return None


def _is_day(match: DateMatch) -> bool:
    return (
        match.date.day is not None
        or bool(match.readings)
        or (match.date.year is not None and match.date.month is not None)
    )


def _without(line: str, found: list[DateMatch]) -> str:
    kept = line
    for match in sorted(found, key=lambda each: -each.span.start):
        spans = [match.span] if match.time_span is None else sorted([match.span, match.time_span], reverse=True)
        for span in spans:
            kept = kept[: span.start] + " " + kept[span.end :]
    return kept
