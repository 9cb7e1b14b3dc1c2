"""Text between two edges of blocks, to the lines that a browser shows; links and dates in it keep their places.

While a page is walked, control characters, which HTML cannot hold, stand for what is no character of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BREAK, TIME_ON, TIME_OFF, LINK_ON, LINK_OFF = "\x0b", "\x02", "\x03", "\x0e", "\x0f"
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u200c\u200d\u2060\ufeff]")

_SIGNS = frozenset({TIME_ON, TIME_OFF, LINK_ON, LINK_OFF})
_BLANK = "\x02\x03\x0e\x0f\x0b \t\n\r\f\xa0"
_SPACE = re.compile(r"[^\S\x0b]+")
_BETWEEN = "[\\s\x02\x03\x0e\x0f]*"
_PARAGRAPH_BREAK = re.compile(f"({BREAK}{_BETWEEN}{BREAK}(?:{_BETWEEN}{BREAK})*)")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_SENTENCE = 50  # characters: shorter lines are verse, lists, addresses
_MOST = 0.6


@dataclass(slots=True)
class Piece:
    """A piece of text. `linked`: how many of its characters are links; `times`: spans of dates in it."""

    text: str
    linked: int = 0
    times: list[tuple[int, int]] = field(default_factory=list)


def collapsed(raw: str, *, as_one: bool = False) -> Iterator[Piece]:
    """The paragraphs in gathered text: two breaks part them; one does where lines are sentences."""
    if not raw.strip(_BLANK):
        return
    link_open = False
    for part in [raw] if as_one else _paragraphs(raw):
        piece, link_open = _piece(part, link_open=link_open)
        if piece.text:
            yield piece


def _paragraphs(raw: str) -> Iterator[str]:
    for part in _PARAGRAPH_BREAK.split(raw):
        lines = part.split(BREAK)
        full = [line for line in lines if line.strip(_BLANK)]
        sentences = [line for line in full if len(line) >= _SENTENCE and _SENTENCE_END.search(line.rstrip(_BLANK))]
        yield from lines if len(full) > 1 and len(sentences) >= _MOST * len(full) else [part]


def _piece(raw: str, *, link_open: bool) -> tuple[Piece, bool]:
    """One paragraph without the signs, and whether a link goes on after it."""
    lines = (_SPACE.sub(" ", line).strip() for line in raw.split(BREAK))
    marked = "\n".join(line for line in lines if line.strip(_BLANK))
    out: list[str] = []
    times: list[tuple[int, int]] = []
    linked, since = 0, None
    for char in marked:
        if char == TIME_ON:
            since = len(out)
        elif char == TIME_OFF:
            times += [(since, len(out))] if since is not None else []
            since = None
        elif char in _SIGNS:
            link_open = char == LINK_ON
        elif char not in " \n" or (out and out[-1] not in " \n"):
            out.append(char)
            linked += link_open
    if not marked:  # signs alone
        link_open = raw.rfind(LINK_ON) > raw.rfind(LINK_OFF) if LINK_ON in raw or LINK_OFF in raw else link_open
    text = "".join(out)
    kept = text.rstrip()
    return Piece(
        kept, min(linked, len(kept)), [span for span in (_inner(text, *pair) for pair in times) if span]
    ), link_open


def _inner(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without white space at its ends."""
    words = text[start:end].strip()
    left = text.find(words, start)
    return (left, left + len(words)) if words else None
