"""A page's tree to the blocks of text that its reader sees, in reading order."""

from dataclasses import dataclass, field

from readout.read.html.collapse import (
    BOLD_OFF,
    BOLD_ON,
    BREAK,
    LINK_OFF,
    LINK_ON,
    NOT_TEXT,
    TIME_OFF,
    TIME_ON,
    Piece,
    collapsed,
)
from readout.read.html.furniture import Purpose, holds_picture, is_skipped, purpose_of
from readout.read.html.tree import Element, is_element, words_of

_BLOCK_TAGS = frozenset({
    "html", "body", "main", "article", "section", "header", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "aside", "nav", "footer", "address", "pre", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form", "fieldset", "legend", "details", "summary", "hr",
    "center", "hgroup", "search", "menu",
})  # fmt: skip
_TEXT_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "p"})
_SAME_AS = {"dt": "li", "dd": "li", "caption": "figcaption", "summary": "h4", "legend": "h4"}
_INLINE_PIECES = frozenset({"address", "time", "figcaption"})  # a byline and a date on one line are two blocks
_AROUND = {
    "time": (TIME_ON, TIME_OFF),
    "a": (LINK_ON, LINK_OFF),
    "b": (BOLD_ON, BOLD_OFF),
    "strong": (BOLD_ON, BOLD_OFF),
}
_ALL_BOLD = 0.95
_LONGEST_LINE, _LONGEST_PIECE = 160, 40  # characters of a byline so far, and of what may belong to it
_MOST_LETTERS_OF_A_META_LINE = 40


@dataclass(slots=True, eq=False)
class TextBlock:
    """One block. `tag`: its own element's; `purpose`: that of what it stands in, `sure` or not.

    `linked`: how many of its characters are links.  `bold`: all of it is in bold type.  `times`: spans of dates in it.
    `element`: the innermost one that holds all of it.
    """

    text: str
    tag: str
    element: Element
    purpose: str | None = None
    sure: bool = False
    holder: Element | None = None
    linked: int = 0
    bold: bool = False
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

    def walk(self, element: Element, context: _Context) -> None:
        """Draws an element and what it holds."""
        if is_skipped(element):
            return
        if element.tag == "br":
            self._pieces.append(BREAK)
            return
        if element.tag == "table" and is_data_table(element):
            self._table(element, context)
            return
        inner = _inner_context(element, context)
        piece = inner is not context and inner.purpose in _INLINE_PIECES and _is_piece(element, context)
        if element.tag in _BLOCK_TAGS or piece:
            self._flush(element.getparent(), context)
            self._contents(element, inner)
            self._flush(element, inner)
        else:
            self._contents(element, context)

    def _contents(self, element: Element, context: _Context) -> None:
        around = _AROUND.get(element.tag)
        if around:
            self._pieces.append(around[0])
        self._text(element.text, context)
        for child in element:
            if is_element(child):
                if context.purpose and child.getprevious() is not None and not child.getprevious().tail:
                    self._pieces.append(" ")  # style, not space, parts the pieces of a box
                self.walk(child, context)
            self._text(child.tail, context)
        if around:
            self._pieces.append(around[1])

    def _text(self, text: str | None, context: _Context) -> None:
        if text:
            clean = NOT_TEXT.sub("", text)
            self._pieces.append(clean.replace("\n", BREAK) if context.tag == "pre" else clean)

    def _flush(self, element: Element, context: _Context) -> None:
        raw, self._pieces = "".join(self._pieces), []
        for piece in collapsed(raw, as_one=context.tag == "pre"):
            self.blocks.append(_block(piece, element, context))

    def _table(self, table: Element, context: _Context) -> None:
        self._flush(table.getparent(), context)
        rows = [" | ".join(filter(None, map(words_of, row.xpath("./td|./th")))) for row in table.iter("tr")]
        text = "\n".join(filter(None, rows))
        if text:
            self.blocks.append(
                _block(Piece(text), table, _Context("table", context.purpose, context.sure, context.holder))
            )


def blocks_of(tree: Element) -> list[TextBlock]:
    """The blocks of a tree's body."""
    body = tree.find("body")
    drawer = _Drawer()
    drawer.walk(tree if body is None else body, _Context("p", None, sure=False, holder=None))
    blocks: list[TextBlock] = []
    for block in drawer.blocks:
        if blocks and _is_one_line(blocks[-1], block):
            blocks[-1] = _joined(blocks[-1], block)
        else:
            blocks.append(block)
    return blocks


def _block(piece: Piece, element: Element, context: _Context) -> TextBlock:
    purpose = context.purpose
    bold = piece.bold >= _ALL_BOLD * len(piece.text)
    return TextBlock(
        piece.text, context.tag, element, purpose, context.sure, context.holder, piece.linked, bold, piece.times
    )


def _is_one_line(block: TextBlock, following: TextBlock) -> bool:
    """Whether two blocks are pieces of one byline or of one date."""
    if block.purpose not in {"address", "time"} or not (block.sure and following.sure):
        return False
    same = block.purpose == following.purpose and block.holder is following.holder
    return same and len(block.text) < _LONGEST_LINE and len(following.text) < _LONGEST_PIECE


def _joined(block: TextBlock, following: TextBlock) -> TextBlock:
    shift = len(block.text) + 1
    times = [*block.times, *((start + shift, end + shift) for start, end in following.times)]
    linked = block.linked + following.linked
    text = f"{block.text} {following.text}"
    return TextBlock(text, block.tag, block.element, block.purpose, block.sure, block.holder, linked, times=times)


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
    if purpose is None or (context.sure and not _says_more(purpose, element, context)):
        return _Context(tag, context.purpose, context.sure, context.holder) if tag != context.tag else context
    return _Context(tag, purpose.tag, purpose.sure, element)


def _says_more(purpose: Purpose, element: Element, outer: _Context) -> bool:
    """Whether an element's own purpose counts inside one whose purpose is sure: a byline in a box of facts, say."""
    if not purpose.sure or purpose.tag == outer.purpose:
        return False
    if purpose.tag == "figcaption":
        return element.tag == "figcaption" or (outer.holder is not None and holds_picture(outer.holder))
    return purpose.tag in {"time", "address"} and outer.purpose != "figcaption"


def _is_piece(element: Element, context: _Context) -> bool:
    """Whether a byline or a date inside a line stands for itself: not in a sentence, a heading or a link list."""
    if context.tag in {"h1", "h2", "h3", "li", "blockquote"}:
        return False
    parent = element.getparent()
    beside = len(parent.text or "") + sum(len(child.tail or "") for child in parent)
    return beside < _MOST_LETTERS_OF_A_META_LINE
