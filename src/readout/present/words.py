"""Numbers, plurals and dates as a careful editor writes them."""

import datetime as dt
from collections.abc import Iterable, Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def number(value: int) -> str:
    """In words up to nine, in figures from ten."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else f"{value:,}"


def count(value: int, one: str, many: str | None = None) -> str:
    """`one report`, `two reports`, `no reports`, `1,200 reports`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def opening(value: int) -> str:
    """In words up to ninety-nine, since no sentence opens with a figure."""
    if value < len(_SMALL) or value > 99:
        return number(value)
    if value < 20:
        return _TEENS[value - 10]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens - 2]}-{_SMALL[ones]}" if ones else _TENS[tens - 2]


def sentence(text: str) -> str:
    """The text with a capital at its start and nothing else changed."""
    return text[:1].upper() + text[1:]


def listing(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    words = list(items)
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def percent(part: float) -> str:
    """A share of 1 as a whole percentage that never rounds something to nothing or less than all to all."""
    if part <= 0:
        return "0%"
    if part < 0.01:
        return "<1%"
    return "100%" if part >= 1 else f"{min(99, round(part * 100))}%"


def language(code: str | None) -> str | None:
    """`English` for `en` and `en-GB`; a code that we have no name for stays as it is."""
    return None if code is None else _LANGUAGES.get(code.split("-")[0].lower(), code)


def date(iso: str | None) -> str | None:
    """`10 January 2022`, `January 2022`, `2022`, `10 January, year unknown`; what is no ISO date stays as it is."""
    if iso is None:
        return None
    day, _, clock = iso.partition("T")
    parts = day.split("-")
    try:
        year = None if parts[0].upper().startswith("X") else int(parts[0])
        month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 else None
        written = " ".join(filter(None, [str(int(parts[2])) if len(parts) > 2 else None, month]))
    except (ValueError, IndexError):
        return iso
    unknown = f"{written}, year unknown" if written else "date unknown"
    text = unknown if year is None else f"{written} {year}".strip()
    return f"{text}, {time(clock)}" if clock else text


def time(iso: str) -> str:
    """`20:17`, `07:55 GMT`, `09:30 UTC−05:00` from an ISO time of day."""
    clock, zone = iso, ""
    for at, character in enumerate(iso):
        if character in "Z+-−" and at:
            clock, zone = iso[:at], iso[at:]
            break
    clock = clock.removesuffix(":00") if clock.count(":") > 1 else clock
    if not zone:
        return clock
    return f"{clock} GMT" if zone in {"Z", "+00:00", "-00:00", "+0000"} else f"{clock} UTC{zone.replace('-', '−')}"


def weekday(iso: str | None) -> str | None:
    """`Tuesday` for a full ISO date, else nothing."""
    try:
        return dt.date.fromisoformat((iso or "")[:10]).strftime("%A")
    except ValueError:
        return None


def date_range(dates: Sequence[str]) -> str | None:
    """`on 11 January 2022`, `on 10 and 11 January 2022`, `between 3 January and 4 March 2022`; None for no dates."""
    known = sorted({day for day in dates if not day.upper().startswith("X")})
    if not known:
        return None
    first, last = known[0], known[-1]
    if first == last:
        return f"{'on' if first.count('-') == 2 else 'in'} {date(first)}"
    joined = "and" if len(known) == 2 else "to"
    if first.count("-") == last.count("-") == 2:
        if first[:7] == last[:7]:
            lead = f"{int(first[8:10])} {joined}" if joined == "and" else f"{int(first[8:10])}–"
            return f"on {lead} {date(last)}" if joined == "and" else f"on {lead}{date(last)}"
        if first[:4] == last[:4]:
            start = f"{int(first[8:10])} {MONTHS[int(first[5:7]) - 1]}"
            return f"on {start} and {date(last)}" if joined == "and" else f"between {start} and {date(last)}"
    return f"between {date(first)} and {date(last)}"


def excerpt(text: str, limit: int) -> str:
    """The text on one line, cut after a word with an ellipsis where it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" .,;:–—-") + "…"
