"""How long to wait before a server is asked again."""

import datetime as dt
from email.utils import parsedate_to_datetime

RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
_FIRST_WAIT = 1.0


def backoff(attempt: int) -> float:
    """Seconds before the attempt after this one (from 0): 1, 2, 4, ..."""
    return _FIRST_WAIT * float(1 << attempt)


def retry_after(header: str | None, now: dt.datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for, in either of its forms."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header.strip())
    try:
        then = parsedate_to_datetime(header)
    except (ValueError, TypeError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=dt.UTC)
    return max((then - now).total_seconds(), 0.0)
