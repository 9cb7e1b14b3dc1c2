"""Direct quotations, found by their marks alone, with odd, reversed, mangled and missing marks repaired.

Each paragraph is read as a whole (`quotation_pairing`), so a broken mark costs its own repair and never turns the
pairing of what follows; only a quotation that is open at a paragraph's end reaches into the next.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from readout.grammar.quotation_marks import MarkReading, marks, table
from readout.grammar.quotation_pairing import Reading, Step, carrying_cost, pair
from readout.model.text import TextSpan

_GAP = 2  # paragraphs without any mark that a quotation may run through
_WRAPPED = 100  # a chunk with no longer line is hard-wrapped text: its line ends are no paragraph ends
_MANY_WORDS = 6
_LOW = "„‚»›"  # opened in the Central European way: closed by the sign that opens in English


class End(StrEnum):
    """How an end of a quotation is known."""

    MARK = "mark"
    REPAIRED = "repaired"
    PARAGRAPH = "paragraph"


class Shape(StrEnum):
    """What the words between the marks look like, by their length and letters alone."""

    SPEECH = "speech"  # a sentence or a good part of one
    FRAGMENT = "fragment"  # a few words taken over
    TITLE = "title"  # a work, a law, a ship: Every Word Capitalised
    SCARE = "scare"  # one or two words held at a distance


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `span` takes in the marks, `content` leaves them out.

    `content` has a span for each paragraph that the quotation runs over. `depth` counts the quotations around it.
    """

    span: TextSpan
    content: tuple[TextSpan, ...]
    depth: int
    opened: End
    closed: End
    shape: Shape


def find(text: str, blocks: Sequence[TextSpan] | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in order of their start, outer before inner; spans are nested or disjoint.

    `blocks` are the paragraphs to read, in order; without them the text's own: parted by blank lines, or by single
    line ends where lines are long.
    """
    paragraphs = list(_paragraphs(text) if blocks is None else _trimmed(text, blocks))
    found = _Finder(text, paragraphs).run()
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end, quotation.depth)))


def inside(text: str, blocks: Sequence[TextSpan] | None = None) -> list[tuple[int, int]]:
    """What stands between quotation marks, outermost marks left out: ordered, disjoint `(start, end)` pairs."""
    outermost = (quotation for quotation in find(text, blocks) if not quotation.depth)
    return [(part.start, part.end) for quotation in outermost for part in quotation.content]


def _paragraphs(text: str) -> Iterator[TextSpan]:
    for chunk in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text):
        lines = list(re.finditer(r"[^\n]+", chunk[0]))
        if max(len(line[0]) for line in lines) <= _WRAPPED:
            yield _trim(text, *chunk.span())
        else:
            yield from (_trim(text, chunk.start() + line.start(), chunk.start() + line.end()) for line in lines)


def _trimmed(text: str, blocks: Sequence[TextSpan]) -> Iterator[TextSpan]:
    for block in blocks:
        span = _trim(text, max(block.start, 0), min(block.end, len(text)))
        if len(span) > 0:
            yield span


def _trim(text: str, start: int, end: int) -> TextSpan:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return TextSpan(start, end)


@dataclass(slots=True)
class _Open:
    """A quotation whose end has not been seen."""

    start: int
    inner: int  # where the content goes on in the paragraph at hand
    opened: End
    depth: int
    family: str
    parts: list[TextSpan]


class _Finder:
    """Walks the paragraphs with the quotations that are open."""

    def __init__(self, text: str, paragraphs: list[TextSpan]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.marks = [marks(text, paragraph.start, paragraph.end) for paragraph in paragraphs]
        self.open: list[_Open] = []
        self.found: list[Quotation] = []
        self.last_close = 0
        self.reopened = 0

    def run(self) -> list[Quotation]:
        """All quotations, in the order in which they end."""
        stack = ""
        for index, paragraph in enumerate(self.paragraphs):
            self.last_close, self.reopened = paragraph.start, 0
            for quotation in self.open:
                quotation.inner = paragraph.start
            reading = pair(self.marks[index], stack, runs_on=self._reopened_after(index))
            for mark, step in zip(self.marks[index], reading.steps, strict=True):
                self._take(mark, step, paragraph)
            stack = self._end(index, reading)
        return self.found

    def _reopened_after(self, index: int) -> str:
        """The families of the opening marks at the head of the next paragraph."""
        following = self.marks[index + 1] if index + 1 < len(self.marks) else []
        head = takewhile(lambda mark: mark.first and mark.opening <= mark.closing, following)
        return "".join(mark.family for mark in head)

    def _take(self, mark: MarkReading, step: Step, paragraph: TextSpan) -> None:
        if step is Step.REOPEN:
            self._reopen(mark)
        elif step is Step.CLOSE:
            self._close(mark.start, mark.end, self._closed_by(mark))
        elif step is Step.BACK:
            start = self._forgotten_start(mark, paragraph)
            if _only_said().fullmatch(self.text, start, mark.start):  # “…,” he said.” : the last one is astray
                return
            self.open.append(_Open(start, start, End.REPAIRED, len(self.open), mark.family, []))
            self._close(mark.start, mark.end, _known(mark, "close"))
        elif step in {Step.OPEN, Step.BREAK}:
            if step is Step.BREAK:
                at = self._forgotten_end(self.open[-1].inner, mark.start)
                self._close(at, at, End.REPAIRED)
            self.open.append(_Open(mark.start, mark.end, _known(mark, "open"), len(self.open), mark.family, []))

    def _closed_by(self, mark: MarkReading) -> End:
        quotation = self.open[-1]
        if mark.family != quotation.family:
            return End.REPAIRED
        return End.MARK if self.text[quotation.start] in _LOW else _known(mark, "close")

    def _reopen(self, mark: MarkReading) -> None:
        for quotation in self.open[self.reopened :]:
            quotation.inner = mark.end
        self.reopened += 1

    def _close(self, content_end: int, end: int, closed: End) -> None:
        quotation = self.open.pop()
        part = _trim(self.text, min(quotation.inner, content_end), content_end)
        if len(part) > 0:
            quotation.parts.append(part)
        self.last_close = max(self.last_close, end)
        if quotation.parts:
            content = tuple(quotation.parts)
            shape = _shape(" ".join(part.of(self.text) for part in content))
            span = TextSpan(quotation.start, end)
            self.found.append(Quotation(span, content, quotation.depth, quotation.opened, closed, shape))

    def _end(self, index: int, reading: Reading) -> str:
        """Closes or carries what is open at a paragraph's end; gives the stack that the next one starts with."""
        if not self.open:
            return ""
        paragraph = self.paragraphs[index]
        if not self._runs_on(index, reading.stack):
            while self.open:
                self._close_at_paragraph(paragraph)
            return ""
        for quotation in self.open:
            part = _trim(self.text, quotation.inner, paragraph.end)
            if len(part) > 0:
                quotation.parts.append(part)
        return reading.stack

    def _close_at_paragraph(self, paragraph: TextSpan) -> None:
        inner = self.open[-1].inner
        tail = _said().search(self.text, inner, paragraph.end) if len(self.open) == 1 else None
        if tail and tail.start() > inner:
            self._close(tail.start(), tail.start(), End.REPAIRED)
        else:
            self._close(paragraph.end, paragraph.end, End.PARAGRAPH)

    def _runs_on(self, index: int, stack: str) -> bool:
        """Whether what is open at a paragraph's end goes on in a later one."""
        paragraph = self.paragraphs[index]
        tail = _said().search(self.text, self.open[-1].inner, paragraph.end)
        if tail and _says_at_end().match(self.text, tail.end(), paragraph.end):
            return False
        for ahead in range(index + 1, min(index + 2 + _GAP, len(self.paragraphs))):
            following = self.marks[ahead]
            if following and following[0].first and ahead == index + 1 and following[0].family == stack[0]:
                return following[0].opening <= following[0].closing
            if any(mark.family == stack[0] for mark in following):
                alone, carried = pair(following), pair(following, stack)
                return carried.cost + carrying_cost() < alone.cost
        return False

    def _forgotten_start(self, mark: MarkReading, paragraph: TextSpan) -> int:
        """Where a quotation without an opening mark begins: after a colon, or at a sentence's start."""
        start = max(self.last_close, paragraph.start)
        lead = [match.end() for match in _lead().finditer(self.text, start, mark.start)]
        if lead:
            return lead[-1]
        if start > paragraph.start:
            sentence = re.compile(r"[.!?…][)\]]?\s+(?=[^\Wa-z_])").search(self.text, start, mark.start)
            start = sentence.end() if sentence else start
        return _trim(self.text, start, mark.start).start

    def _forgotten_end(self, start: int, limit: int) -> int:
        """Where a quotation without a closing mark ends: before “he said”, or where its last sentence does."""
        said = _said().search(self.text, start, limit)
        if said and said.start() > start:
            return said.start()
        stops = [match.end() for match in re.compile(r"[.!?…](?=\s)").finditer(self.text, start, limit)]
        return stops[-1] if stops else _trim(self.text, start, limit).end


def _known(mark: MarkReading, way: str) -> End:
    return End.MARK if mark.points in {way, "either"} else End.REPAIRED


@functools.cache
def _said() -> re.Pattern[str]:
    """The space before a speaker and a verb of saying that follow a comma or a stop."""
    verbs = "|".join(table()["words"]["says"])
    speaker = r"(?:he|she|they|it|we|I|the(?:\s\w+){1,3}|[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}?)"
    return re.compile(rf"(?<=[,.!?…—])\s+(?:{speaker}\s(?:{verbs})|(?:{verbs})\s{speaker})\b")


@functools.cache
def _lead() -> re.Pattern[str]:
    """A colon, or a verb of saying and a comma, before the words said."""
    return re.compile(rf"(?::|\b(?:{'|'.join(table()['words']['says'])}),)\s+(?=\S)")


@functools.cache
def _only_said() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.’'-]+\s){{0,4}}?(?:{'|'.join(table()['words']['says'])})\W*(?:[\w.’'-]+\W*){{0,4}}")


@functools.cache
def _says_at_end() -> re.Pattern[str]:
    """The rest of a paragraph that ends with its “he said”."""
    return re.compile(r"[^.!?]{0,80}\.?\s*\Z")


def _shape(words: str) -> Shape:
    tokens = re.findall(r"[^\W_][\w’'-]*", words)
    begun = words[:1].isupper() or words[:1] in "…[."
    if len(tokens) > _MANY_WORDS or (begun and re.search(r"[,.!?…—]\W*\Z", words)):
        return Shape.SPEECH  # a comma or full stop alone says nothing: “strategic stability,” is no speech
    if len(tokens) > 1 and all(token[0].isupper() or token[0].isdigit() or len(token) <= 3 for token in tokens):
        return Shape.TITLE
    return Shape.SCARE if len(tokens) <= 2 else Shape.FRAGMENT
