"""The pieces of a text that a reader sees as one: paragraphs, lines, and the halves of lines that hold two things."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.model.text import Mark, Page, TextSpan

_LINE = re.compile(r"[^\n]+")
_WRAP_WIDTHS = range(45, 101)  # columns at which mail programs and wires break lines
_WRAP_SLACK = 3
_BEGINS = re.compile(r"(?:>\s*)?(?:https?://|[A-Z][\w-]+:\s|[-*•]\s)")
_WRAPPED_PAIRS = 5
_LONGER_SHARE = 0.35  # of the text may stand in lines that run on, as footers added later do
_WRAPPED_SHARE = 0.6  # of the lines that could break, how many must break where a wrapping program would
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "„": '"'})
_SPACES = re.compile(r"\s+")
_BROKEN_ENTITY = re.compile(r"(?:\[&\]|&amp;)(quot|amp|apos|nbsp|#\d{2,5}|[lr][sd]quo|[mn]dash|hellip);?")
_DOUBLED = re.compile(r"``|''|‘‘|’’")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_BULLET = re.compile(r"^(?:[-*•▪●◦‣·»›►▶→]\s+)+")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>\s*|\*{1,3}(?=\S)|__|\*{2,3}\s)+|(?<=\S)\*{1,3}$")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s*[-–—]?\s*[(\[][A-Z][\w/ .-]{1,20}[)\]])?$""")


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of text, the words by which it is judged, and the markup that covers it whole.

    `plain`: entities decoded, quotation marks straightened, white space folded; for judging only.
    `bullet`: the line began with the sign of a list item, which `plain` leaves out.
    `gap`: line breaks between the piece before and this one (0: same line).  `tag`: the innermost mark's tag, or "".
    """

    start: int
    end: int
    plain: str
    gap: int
    tag: str = ""
    bullet: bool = False

    @property
    def span(self) -> TextSpan:
        """The piece's place in the text."""
        return TextSpan(self.start, self.end)

    @property
    def words(self) -> list[str]:
        """The words, as white space parts them."""
        return self.plain.split()

    @property
    def is_mark(self) -> bool:
        """Whether it holds no letter and no digit: a rule, an end mark, the empty line of a quoted message."""
        return not any(character.isalnum() for character in self.plain)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character closes a sentence."""
        return _SENTENCE_END.search(self.plain) is not None


def plain(text: str) -> str:
    """A text for judging: entities decoded, quotation marks straightened, white space folded, list signs left out."""
    decoded = html.unescape(_BROKEN_ENTITY.sub(r"&\1;", text))
    decoded = _DOUBLED.sub('"', _LINK.sub(r"\1", decoded))
    folded = _SPACES.sub(" ", decoded.translate(_FOLD)).strip()
    return _BULLET.sub("", _MARKUP.sub("", folded)) or folded


def segments(page: Page) -> tuple[Segment, ...]:
    """The pieces of a page, in order; together they hold every character that is not white space."""
    text = page.text
    spans = _joined(text, list(_lines(text)))
    tags = _tags(page.marks, spans)
    pieces = []
    before = 0
    for span, tag in zip(spans, tags, strict=True):
        gap = text.count("\n", before, span.start)
        bullet = _BULLET.match(span.of(text)) is not None
        pieces.append(Segment(span.start, span.end, plain(span.of(text)), gap, tag, bullet))
        before = span.end
    return tuple(pieces)


def split(segment: Segment, at: int, text: str) -> tuple[Segment, Segment]:
    """The segment as two, the second beginning at the first character from `at` on that is no white space."""
    head = text[segment.start : at].rstrip()
    tail = text[at : segment.end].lstrip()
    return (
        Segment(segment.start, segment.start + len(head), plain(head), segment.gap, segment.tag, segment.bullet),
        Segment(segment.end - len(tail), segment.end, plain(tail), 0, segment.tag),
    )


def _lines(text: str) -> Iterator[TextSpan]:
    for match in _LINE.finditer(text):
        content = match.group().strip()
        if content:
            start = match.start() + match.group().index(content)
            yield TextSpan(start, start + len(content))


def _joined(text: str, lines: list[TextSpan]) -> list[TextSpan]:
    """The lines, those of a hard-wrapped paragraph joined into one piece."""
    gap = _line_gap(text, lines)
    width = _wrap_width(text, lines, gap)
    if width is None:
        return lines
    joined = [lines[0]]
    for line in lines[1:]:
        last = joined[-1]
        if text.count("\n", last.end, line.start) == gap and _runs_on(text, last, line, width):
            joined[-1] = TextSpan(last.start, line.end)
        else:
            joined.append(line)
    return joined


def _line_gap(text: str, lines: Sequence[TextSpan]) -> int:
    """The line breaks between two lines of a paragraph: two where every line is followed by an empty one."""
    return 1 if any(text.count("\n", one.end, two.start) == 1 for one, two in pairwise(lines)) else 2


def _wrap_width(text: str, lines: Sequence[TextSpan], gap: int) -> int | None:
    """The column at which a program broke the lines of this text, or None where it holds whole paragraphs."""
    pairs = [
        (one, two)
        for one, two in pairwise(lines)
        if text.count("\n", one.end, two.start) == gap
        and len(one) > _WRAP_WIDTHS.start // 2
        and any(map(str.isalnum, two.of(text)))  # no empty line of a quoted message
    ]
    if len(pairs) < _WRAPPED_PAIRS:
        return None
    lengths = sorted(len(one) for one, _ in pairs)
    width = lengths[int(len(lengths) * 0.9)]
    longer = sum(len(line) for line in lines if len(line) > width + 20)
    if width not in _WRAP_WIDTHS or longer > _LONGER_SHARE * sum(map(len, lines)):
        return None
    if gap > 1 and sum(_SENTENCE_END.search(one.of(text)) is not None for one, _ in pairs) * 2 > len(pairs):
        return None  # short paragraphs, not lines
    breaking = sum(_would_break(text, one, two, width) for one, two in pairs)
    return width if breaking >= _WRAPPED_SHARE * len(pairs) else None


def _runs_on(text: str, piece: TextSpan, following: TextSpan, width: int) -> bool:
    """Whether a line goes on in the next: it is full, but no fuller than the program makes them."""
    length = piece.end - max(piece.start, text.rfind("\n", 0, piece.end) + 1)
    begins = _BEGINS.match(following.of(text)) is not None
    return not begins and length <= width + _WRAP_SLACK and _would_break(text, piece, following, width)


def _would_break(text: str, line: TextSpan, following: TextSpan, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    start = text.rfind("\n", 0, line.end) + 1
    first = following.of(text).lstrip("> ").split(maxsplit=1)[:1] or [""]
    return line.end - start + 1 + len(first[0]) > width


def _tags(marks: Sequence[Mark], spans: Sequence[TextSpan]) -> list[str]:
    """For each span the tag of the narrowest mark that covers it whole."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    tags = []
    open_marks: list[Mark] = []
    upcoming = 0
    for span in spans:
        while upcoming < len(ordered) and ordered[upcoming].start <= span.start:
            open_marks.append(ordered[upcoming])
            upcoming += 1
        open_marks = [mark for mark in open_marks if mark.end > span.start]
        covering = [mark for mark in open_marks if mark.end >= span.end]
        tags.append(min(covering, key=lambda mark: mark.end - mark.start).tag if covering else "")
    return tags
