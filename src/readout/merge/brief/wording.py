"""How a sentence of a report is printed in the brief: what is cut from it, and what is put in its places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from readout.model.record import Edit, Span
from readout.model.text import TextSpan

_CLINGS = tuple(",.;:?!)]”’")
_STOPS = tuple(".?!…")
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True, slots=True, order=True)
class Put:
    """Words in place of a stretch of the sentence. `source` is where a report has them; None: a mark, no word."""

    span: TextSpan
    words: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence or a clause of it, without what is cut and with what is put; spans lie in the article's text."""

    article: str
    span: TextSpan
    cuts: tuple[TextSpan, ...] = ()
    puts: tuple[Put, ...] = ()

    def without(self, *cuts: TextSpan) -> "Wording":
        """The wording with more cut."""
        return replace(self, cuts=tuple(sorted({*self.cuts, *cuts})))

    def having(self, *puts: Put) -> "Wording":
        """The wording with more put."""
        return replace(self, puts=tuple(sorted({*self.puts, *puts}, key=lambda put: (put.span, put.words))))

    def keeps(self, start: int, end: int) -> bool:
        """Whether a stretch of the article is printed."""
        within = self.span.start <= start and end <= self.span.end
        return within and not any(cut.start < end and start < cut.end for cut in self.cuts)

    def kept(self) -> list[TextSpan]:
        """What is left of the span, in order; what puts stand for counts as left."""
        left, at = [], self.span.start
        for cut in sorted(self.cuts):
            if cut.start > at:
                left.append(TextSpan(at, min(cut.start, self.span.end)))
            at = max(at, cut.end)
        if at < self.span.end:
            left.append(TextSpan(at, self.span.end))
        return left


def printed(wording: Wording, text: str) -> tuple[str, tuple[Edit, ...]]:
    """The sentence as it is printed, and its edits; it begins with a capital and ends with a stop."""
    line = _Line()
    for words, put in _pieces(wording, text):
        line.add(words, put, text)
    return line.finished()


def _pieces(wording: Wording, text: str) -> Iterator[tuple[str, Put | None]]:
    puts = [put for put in wording.puts if wording.keeps(put.span.start, put.span.end)]
    for part in wording.kept():
        at = part.start
        for put in puts:
            if part.start <= put.span.start and put.span.end <= part.end and put.span.start >= at:
                yield text[at : put.span.start], None
                yield put.words, put
                at = put.span.end
        yield text[at : part.end], None


class _Line:
    """A line in the making: single spaces, none before a stop, no two stops at one place."""

    def __init__(self) -> None:
        self._text = ""
        self._edits: list[Edit] = []

    def add(self, words: str, put: Put | None, text: str) -> None:
        """Append a piece; white space at its ends is kept as one space."""
        plain = " ".join(words.split())
        if not plain:
            self._text += " " if words and self._text and not self._text.endswith(" ") else ""
            return
        if words[0].isspace() and self._text and not self._text.endswith(" "):
            self._text += " "
        if plain.startswith(_CLINGS):
            self._text = self._text.rstrip()
            plain = self._joined(plain)
        start = len(self._text)
        self._text += plain
        if put is not None and put.source is not None:
            self._edits.append(Edit(start, start + len(plain), put.span.of(text), put.source))
        if words[-1].isspace():
            self._text += " "

    def _joined(self, plain: str) -> str:
        """The piece after a stop that stands already: of two the stronger is kept, at the line's start none."""
        if not self._text:
            return plain.lstrip(",;:. ")
        if plain[0] in ",;:" and self._text.endswith((",", ";", ":", "—", "–", "--")):
            return plain[1:].lstrip() if len(plain) == 1 or plain[1] in ' "“' else plain
        if plain[0] == "." and self._text.endswith("."):
            return plain[1:]
        if plain[0] in ".?!;" and self._text.endswith((",", ";", ":")):
            self._text = self._text[:-1]
        return plain

    def finished(self) -> tuple[str, tuple[Edit, ...]]:
        """The line with a capital and a stop."""
        text = _mended(self._text.strip())
        text = text.rstrip(",;:—– ") if not text.endswith(tuple(_CLOSING)) else text
        place = next((n for n, sign in enumerate(text) if sign.isalnum()), None)
        if place is not None and text[:place].strip("\"'“‘([") == "":
            text = text[:place] + text[place].upper() + text[place + 1 :]
        bare = text.rstrip(_CLOSING)
        if bare and not bare.endswith(_STOPS) and not text.endswith(_STOPS):
            text += "."
        return text, tuple(self._edits)


def _mended(text: str) -> str:
    """The text with quotation marks that fit, where straight and curly ones are mixed or one is turned round."""
    if not set(text) & set("“”") or ('"' not in text and _is_paired(text)):
        return text
    opened, signs = False, list(text)
    for place, sign in enumerate(signs):
        if sign in '“”"':
            opened = not opened
            signs[place] = "“" if opened else "”"
    return "".join(signs)


def _is_paired(text: str) -> bool:
    marks = [sign for sign in text if sign in "“”"]
    return all(sign == "“”"[place % 2] for place, sign in enumerate(marks))
