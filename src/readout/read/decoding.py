"""Bytes to text, for the encodings that news comes in.

The order of trust: a byte-order mark, strict UTF-8, what the page or its server declares, UTF-8 with a few bytes of
another encoding in it, then the single-byte encodings of Western text by which of them makes its marks stand where
marks stand. charset-normalizer is asked only for what is hardly Western at all: on short texts with three curly
quotation marks it guesses at random.
"""

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_WINDOWS = {
    "iso8859-1",
    "ascii",
    "iso8859-15",
    "cp1252",
}  # as browsers do (WHATWG Encoding); 8859-15 is often untrue too
_MOSTLY_LETTERS = 0.2  # French, the most accented of Western news, has accents on 4 % of its letters
_LEAST_TO_GUESS = 40  # bytes beyond ASCII: with fewer, statistics of letters mean nothing
_MORE_PLAUSIBLE = 0.5  # by how much the rarer encoding must be the better one: half a mark
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01
_STRAY = re.compile("[\udc80-\udcff]")  # Python's stand-in for a byte that is not UTF-8
_CUT_CHARACTER = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}$")
_META_CHARSET = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.\-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]+?encoding\s*=\s*["']([a-zA-Z0-9_:.\-]+)""", re.IGNORECASE)
_META_WITHIN = 4096  # the standard says 1024; pages in the wild are later


def decode(data: bytes, declared: str | None = None) -> str | None:
    r"""The text with its byte-order mark gone and every line ending a "\n"; None where the bytes are no text."""
    text = _decode(data, declared)
    if text is None or _is_binary(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def declared_in_html(data: bytes) -> str | None:
    """The encoding that a page says it has."""
    head = data[:_META_WITHIN]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def charset_of_content_type(header: str | None) -> str | None:
    """The `charset` of a `Content-Type` header."""
    found = re.search(r"charset\s*=\s*[\"']?([a-zA-Z0-9_:.\-]+)", header or "", re.IGNORECASE)
    return found[1] if found else None


def _decode(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _declared(data, declared) or _nearly_utf8(data) or _single_byte(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: in Western text, every other byte is zero."""
    half = max(len(data) // 2, 1)
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = data[first::2].count(0), data[1 - first :: 2].count(0)
        if zeros / half > 0.5 and not others:
            return data.decode(encoding, "replace")
    return None


def _declared(data: bytes, label: str | None) -> str | None:
    if label is None:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        if name.startswith(("utf-8", "utf-16", "utf-32")):
            return None  # what could be UTF-8 was tried; a wide encoding cannot be without zero bytes
        return _windows(data) if name in _AS_WINDOWS else data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 into which bytes of something else were pasted, or which was cut inside its last character."""
    text = _CUT_CHARACTER.sub("", data.decode("utf-8", "surrogateescape"))
    strays = len(_STRAY.findall(text))
    proper = sum(1 for char in text if char > "\x7f") - strays
    return text.translate(_STRAYS_AS_WINDOWS) if proper > strays else None


def _windows(data: bytes) -> str:
    """Windows-1252 as browsers decode it: its five unassigned bytes are the C1 controls."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _single_byte(data: bytes) -> str | None:
    letters = sum(1 for byte in data if byte > 0x40)
    high = sum(1 for byte in data if byte > 0x7F)
    if high > _LEAST_TO_GUESS and high > _MOSTLY_LETTERS * letters:
        return _guessed(data)
    windows, macintosh = _windows(data), data.decode("mac_roman")
    return macintosh if _plausibility(macintosh) > _plausibility(windows) + _MORE_PLAUSIBLE else windows


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and not light

    best = from_bytes(data).best()
    return None if best is None else str(best)


def _plausibility(text: str) -> float:
    """How well the characters beyond ASCII stand where such characters stand in news."""
    padded = f" {text} "
    return sum(
        _fits(padded[index - 1], char, padded[index + 1])
        for index, char in enumerate(padded)
        if char > "\x7f"
    )  # fmt: skip


def _fits(before: str, char: str, after: str) -> float:
    if char in "“‘«":
        return 1.0 if not before.isalnum() and not after.isspace() else -1.0
    if char in "”»":
        return 1.0 if not before.isspace() and not after.isalnum() else -1.0
    if char == "’":
        return 1.0 if not before.isspace() or after.isdigit() else -0.5
    if char in "–—…•·\xa0£€°©®™§½¼¾":
        return 0.5
    if char.isalpha():
        return _fits_letter(before, char, after)
    return -1.0


def _fits_letter(before: str, char: str, after: str) -> float:
    """Capitals begin words or stand among capitals."""
    if not before.isalpha():
        return 1.0 if after.isalpha() else -0.5
    return 1.0 if char.islower() or before.isupper() else -0.5


def _is_binary(text: str) -> bool:
    if "\x00" in text:
        return True
    return len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)


_STRAYS_AS_WINDOWS = {0xDC00 + byte: _windows(bytes([byte])) for byte in range(0x80, 0x100)}
