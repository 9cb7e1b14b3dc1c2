"""A page's tree to the blocks of text that its reader sees, in reading order."""

import re
from dataclasses import dataclass, field

from readout.read.html.furniture import is_skipped, purpose_of
from readout.read.html.tree import Element, is_element, words_of

_BLOCK_TAGS = frozenset({
    "html", "body", "main", "article", "section", "header", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "aside", "nav", "footer", "address", "pre", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form", "fieldset", "legend", "details", "summary", "hr", "center",
    "hgroup", "search", "menu",
})  # fmt: skip
_TEXT_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "p"})
_SAME_AS = {"dt": "li", "dd": "li", "caption": "figcaption", "summary": "h4", "legend": "h4"}
_INLINE_PIECES = frozenset({"address", "time"})  # a byline and a date side by side on one line are two blocks
_BREAK, _TIME_ON, _TIME_OFF = "\x0b", "\x02", "\x03"
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SPACE = re.compile(r"[^\S\x0b]+")
_PARAGRAPH_BREAK = re.compile(r"\x0b\s*\x0b[\s\x0b]*")
_MOST_LETTERS_OF_A_META_LINE = 40


@dataclass(slots=True, eq=False)
class TextBlock:
    """One block. `tag`: its own element's; `purpose`: that of what it stands in, `sure` or not.

    `linked`: how many of its characters are links.  `times`: spans of dates within `text`.
    `element`: the innermost one that holds all of it.
    """

    text: str
    tag: str
    element: Element
    purpose: str | None = None
    sure: bool = False
    holder: Element | None = None
    linked: int = 0
    times: list[tuple[int, int]] = field(default_factory=list)

    @property
    def link_share(self) -> float:
        """How much of the block is links."""
        return self.linked / max(len(self.text), 1)


@dataclass(slots=True)
class _Context:
    tag: str
    purpose: str | None
    sure: bool
    holder: Element | None


class _Drawer:
    """Walks a tree once, gathering the text between one block's edge and the next."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self._pieces: list[str] = []
        self._linked = 0

    def walk(self, element: Element, context: _Context, *, in_link: bool = False) -> None:
        """Draws an element and what it holds."""
        if is_skipped(element):
            return
        if element.tag == "br":
            self._pieces.append(_BREAK)
            return
        if element.tag == "table" and is_data_table(element):
            self._table(element, context)
            return
        inner = _inner_context(element, context)
        apart = element.tag in _BLOCK_TAGS or (
            inner is not context and inner.purpose in _INLINE_PIECES and _is_piece(element, context)
        )
        if not apart:
            inner = context
        if apart:
            self._flush(element.getparent(), context)
        self._contents(element, inner, in_link=in_link or element.tag == "a")
        if apart:
            self._flush(element, inner)

    def _contents(self, element: Element, context: _Context, *, in_link: bool) -> None:
        is_time = element.tag == "time"
        self._text(_TIME_ON if is_time else None, in_link=False)
        self._text(element.text, in_link=in_link, preformatted=context.tag == "pre")
        for child in element:
            if is_element(child):
                self.walk(child, context, in_link=in_link)
            self._text(child.tail, in_link=in_link, preformatted=context.tag == "pre")
        self._text(_TIME_OFF if is_time else None, in_link=False)

    def _text(self, text: str | None, *, in_link: bool, preformatted: bool = False) -> None:
        if not text:
            return
        if preformatted:
            text = text.replace("\n", _BREAK)
        self._pieces.append(text)
        if in_link:
            self._linked += len(" ".join(text.split()))

    def _flush(self, element: Element, context: _Context) -> None:
        raw = _INVISIBLE.sub("", "".join(self._pieces))
        linked, self._pieces, self._linked = self._linked, [], 0
        if not raw.strip("\x02\x03\x0b \t\n\r\f\xa0"):
            return
        parts = [raw] if context.tag == "pre" else _PARAGRAPH_BREAK.split(raw)
        for part in parts:
            text, times = _collapsed(part)
            if text:
                share = round(linked * len(part) / len(raw))
                self.blocks.append(
                    TextBlock(text, context.tag, element, context.purpose, context.sure, context.holder, share, times)
                )

    def _table(self, table: Element, context: _Context) -> None:
        self._flush(table.getparent(), context)
        rows = [" | ".join(filter(None, map(words_of, row.xpath("./td|./th")))) for row in table.iter("tr")]
        text = "\n".join(filter(None, rows))
        if text:
            self.blocks.append(TextBlock(text, "table", table, context.purpose, context.sure, context.holder))


def blocks_of(tree: Element) -> list[TextBlock]:
    """The blocks of a tree's body."""
    body = tree.find("body")
    drawer = _Drawer()
    drawer.walk(tree if body is None else body, _Context("p", None, sure=False, holder=None))
    return drawer.blocks


def is_data_table(table: Element) -> bool:
    """Whether a table holds data; many old pages are laid out in tables."""
    if table.find(".//table") is not None or table.get("role") == "presentation":
        return False
    rows = list(table.iter("tr"))
    cells = [cell for row in rows for cell in row if cell.tag in {"td", "th"}]
    longest = max((len(words_of(cell)) for cell in cells), default=0)
    return (
        len(rows) > 1
        and len(cells) >= 2 * len(rows) - 1
        and longest < 300
        and not table.xpath(".//h1|.//article|.//p[2]")
    )


def _inner_context(element: Element, context: _Context) -> _Context:
    purpose = purpose_of(element)
    tag = _SAME_AS.get(element.tag, element.tag)
    if tag not in _TEXT_TAGS or (tag == "p" and context.tag in {"blockquote", "li"}):
        tag = context.tag if tag not in {"div", "section", "td"} or context.tag in {"blockquote", "li", "pre"} else "p"
    if purpose is None or (
        context.purpose and context.sure and not (purpose.sure and purpose.tag in {"figcaption", "time"})
    ):
        return _Context(tag, context.purpose, context.sure, context.holder) if tag != context.tag else context
    return _Context(tag, purpose.tag, purpose.sure, element)


def _is_piece(element: Element, context: _Context) -> bool:
    """Whether a byline or a date inside a line stands for itself: not in a sentence, a heading or a link list."""
    if context.tag in {"h1", "h2", "h3", "li", "blockquote"}:
        return False
    parent = element.getparent()
    beside = len(parent.text or "") + sum(len(child.tail or "") for child in parent)
    return beside < _MOST_LETTERS_OF_A_META_LINE


def _collapsed(raw: str) -> tuple[str, list[tuple[int, int]]]:
    """Text as a browser shows it, and where the dates in it are."""
    lines = (_SPACE.sub(" ", line).strip() for line in raw.split(_BREAK))
    marked = "\n".join(line for line in lines if line.strip("\x02\x03 "))
    times: list[tuple[int, int]] = []
    out: list[str] = []
    length, start = 0, None
    for char in marked:
        if char == _TIME_ON:
            start = length
        elif char == _TIME_OFF:
            if start is not None and length > start:
                times.append((start, length))
            start = None
        else:
            out.append(char)
            length += 1
    return _trimmed("".join(out), times)


def _trimmed(text: str, times: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Without white space at the ends, which the marks of dates can leave behind; the dates' spans likewise."""
    lead = len(text) - len(text.lstrip())
    kept = text.strip()
    spans = []
    for start, end in times:
        inner = text[start:end]
        left = start + len(inner) - len(inner.lstrip()) - lead
        right = left + len(inner.strip())
        if 0 <= left < right <= len(kept):
            spans.append((left, right))
    return kept, spans
