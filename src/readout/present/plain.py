"""Text of a report as a terminal may print it."""

import re

# Control characters of the terminal and of writing direction: a report's text may not move the cursor or the line.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def plain(text: str | None) -> str:
    """Text of a report on one line, with no character that would move it about."""
    return " ".join(_CONTROL.sub(" ", text or "").split())
