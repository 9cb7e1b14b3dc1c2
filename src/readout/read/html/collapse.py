"""Text between two edges of blocks, to the lines that a browser shows; links and dates in it keep their places.

While a page is walked, control characters, which HTML cannot hold, stand for what is no character of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BREAK = "\x0b"
TIME_ON, TIME_OFF, LINK_ON, LINK_OFF, BOLD_ON, BOLD_OFF = "\x02", "\x03", "\x0e", "\x0f", "\x10", "\x11"
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u200c\u200d\u2060\ufeff]")

_SIGNS = "\x02\x03\x0e\x0f\x10\x11"
_BLANK = f"{_SIGNS}\x0b \t\n\r\f\xa0"
_SPACE = re.compile(r"[^\S\x0b]+")
_BETWEEN = f"[\\s{_SIGNS}]*"
_PARAGRAPH_BREAK = re.compile(f"({BREAK}{_BETWEEN}{BREAK}(?:{_BETWEEN}{BREAK})*)")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_SENTENCE = 50  # characters: shorter lines are verse, lists, addresses
_MOST = 0.6


@dataclass(slots=True)
class Piece:
    """A piece of text. `linked`, `bold`: how many of its characters are; `times`: spans of dates in it."""

    text: str
    linked: int = 0
    bold: int = 0
    times: list[tuple[int, int]] = field(default_factory=list)


def collapsed(raw: str, *, as_one: bool = False) -> Iterator[Piece]:
    """The paragraphs in gathered text: two breaks part them; one does where lines are sentences."""
    if not raw.strip(_BLANK):
        return
    styles = _Styles()
    for part in [raw] if as_one else _paragraphs(raw):
        piece = _piece(part, styles)
        if piece.text:
            yield piece


def _paragraphs(raw: str) -> Iterator[str]:
    for part in _PARAGRAPH_BREAK.split(raw):
        lines = part.split(BREAK)
        full = [line for line in lines if line.strip(_BLANK)]
        sentences = [line for line in full if len(line) >= _SENTENCE and _SENTENCE_END.search(line.rstrip(_BLANK))]
        yield from lines if len(full) > 1 and len(sentences) >= _MOST * len(full) else [part]


@dataclass(slots=True)
class _Styles:
    """What the text is at one place; a link or bold type may go on over the end of a paragraph."""

    link: bool = False
    bold: bool = False

    def read(self, sign: str) -> None:
        if sign in {LINK_ON, LINK_OFF}:
            self.link = sign == LINK_ON
        elif sign in {BOLD_ON, BOLD_OFF}:
            self.bold = sign == BOLD_ON


def _piece(raw: str, styles: _Styles) -> Piece:
    """One paragraph, without the signs."""
    out: list[str] = []
    times: list[tuple[int, int]] = []
    linked, bold, since = 0, 0, None
    for char in _SPACE.sub(" ", raw):
        if char in _SIGNS:
            styles.read(char)
            if char == TIME_ON:
                since = len(out)
            elif char == TIME_OFF and since is not None:
                times.append((since, len(out)))
        elif char == BREAK:
            while out and out[-1] == " ":
                out.pop()
            out += ["\n"] if out and out[-1] != "\n" else []
        elif char != " " or (out and out[-1] not in " \n"):
            out.append(char)
            linked += styles.link
            bold += styles.bold
    text = "".join(out)
    kept = text.rstrip()
    spans = [span for span in (_inner(kept, *pair) for pair in times) if span]
    return Piece(kept, min(linked, len(kept)), min(bold, len(kept)), spans)


def _inner(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without white space at its ends."""
    words = text[start:end].strip()
    left = text.find(words, min(start, len(text)))
    return (left, left + len(words)) if words else None
