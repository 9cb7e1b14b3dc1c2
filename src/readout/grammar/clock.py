"""Clock times in text: "08:17 PM", "3:24 p.m. EST", "1641 GMT", "14:05:00+02:00"."""

import datetime as dt
import re
from dataclasses import dataclass

from readout.grammar.calendar import NAMED_ZONE, ZONE, offset
from readout.model.text import TextSpan

_MERIDIEM = r"(?:[aApP]\.?\s?[mM]\b\.?)"
_SECOND_ZONE = r"(?:\s?\((?:\d{1,2}[:.]?\d{2})?\s?[\w.:+ ]{2,20}\))?"
CLOCK = (
    r"(?=[\dnmNM])(?<![\d:.,/-])(?:"
    rf"(?P<hour>[01]?\d|2[0-3])(?::|h(?=\d)|\.(?=\d\d\s?(?:[aApP]\.?[mM]|{ZONE})))(?P<minute>[0-5]\d)"
    rf"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?:\s?(?P<meridiem>{_MERIDIEM}))?"
    rf"|(?P<bare_hour>1[0-2]|0?[1-9])\s?(?P<bare_meridiem>{_MERIDIEM})"
    rf"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=(?:\s?(?:hrs|hours))?\s?{NAMED_ZONE})(?:\s?(?:hrs|hours))?"
    r"|(?<!\w)(?P<noon>noon|midday|midnight|(?<=at\s)(?:Noon|Midnight)|NOON|MIDNIGHT)\b"
    rf")(?:\s?(?:hrs|hours)\b)?(?:\s?(?P<zone>{ZONE})|\s\((?P<zone2>{ZONE})\))?(?!\d|:\d|\.\d)"
)
_CLOCK = re.compile(CLOCK)
_AFTER = re.compile(rf"(?:\s*[,|•·@–—-]\s*|\s+|\s*,?\s+at\s+|T|\s*\n\s*)?{CLOCK}")
_BEFORE = re.compile(rf"{CLOCK}{_SECOND_ZONE}(?:\s*[,|•·–—-]\s*|\s+on\s+|,?\s+)?\Z")
_REACH = 48  # characters before a date in which its clock time may begin


@dataclass(frozen=True, slots=True)
class ClockMatch:
    """A clock time. `zone` is as printed."""

    span: TextSpan
    hour: int
    minute: int
    second: int | None
    zone: str | None

    def iso(self, day: dt.date | None = None) -> str:
        """ISO 8601 ("20:17", "20:17:30+05:30"); `day` settles the offset of zones with summer time."""
        seconds = "" if not self.second else f":{self.second:02d}"
        return f"{self.hour:02d}:{self.minute:02d}{seconds}{(self.zone and offset(self.zone, day)) or ''}"


def clock_after(text: str, end: int, limit: int) -> ClockMatch | None:
    """The clock time that follows a date which ends at `end`."""
    found = _AFTER.match(text, end, limit)
    return None if found is None else clock_of(found)


def clock_before(text: str, start: int, limit: int) -> ClockMatch | None:
    """The clock time that leads up to a date which begins at `start`; nothing before `limit` is read."""
    found = _BEFORE.search(text, max(limit, start - _REACH), start)
    return None if found is None else clock_of(found)


def find_clocks(text: str, start: int = 0, end: int | None = None) -> list[ClockMatch]:
    """All clock times of the text, in order."""
    found = (clock_of(match) for match in _CLOCK.finditer(text, start, len(text) if end is None else end))
    return [clock for clock in found if clock is not None]


def clock_of(match: re.Match[str]) -> ClockMatch | None:
    """The value of a match of `CLOCK`; None where the hour does not fit its "p.m."."""
    hour, minute, meridiem = _parts(match)
    if meridiem:
        if not 1 <= hour <= 12:  # "13:30 PM" is written, and means 13:30; "0 am" is no time
            return None if not match["minute"] else _build(match, hour, minute)
        hour = hour % 12 + (12 if meridiem[0] in "pP" else 0)
    return _build(match, hour, minute)


def _parts(match: re.Match[str]) -> tuple[int, int, str | None]:
    if match["noon"]:
        return (0 if match["noon"].lower() == "midnight" else 12), 0, None
    if match["military"]:
        return int(match["military"][:2]), int(match["military"][2:]), None
    if match["bare_hour"]:
        return int(match["bare_hour"]), 0, match["bare_meridiem"]
    return int(match["hour"]), int(match["minute"]), match["meridiem"]


def _build(match: re.Match[str], hour: int, minute: int) -> ClockMatch:
    parts = [name for name in ("hour", "bare_hour", "military", "noon") if match[name] is not None]
    ends = [match.end(name) for name in (*parts, "minute", "second", "meridiem", "bare_meridiem", "zone")]
    if match["zone2"]:
        ends.append(match.end("zone2") + 1)
    second = None if match["second"] is None else int(match["second"])
    return ClockMatch(TextSpan(match.start(parts[0]), max(ends)), hour, minute, second, match["zone"] or match["zone2"])
