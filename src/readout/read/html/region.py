"""Which blocks of a page are drawn, and what each is: from the headline to the end of the article."""

from collections.abc import Iterator

from readout.read.html.blocks import TextBlock
from readout.read.html.furniture import is_label, stands_by_picture
from readout.read.html.headline import headline_index
from readout.read.html.opening import Drawn, with_opening
from readout.read.html.tree import Element, ancestors

_BODY_TAGS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "table"})
_TEXT_ELEMENTS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "ul", "ol", "pre", "table"})
_HOLDS_THE_ARTICLE = 0.3  # of the kept text: what holds so much is no box beside the article, whatever it is called
_HOLDER = 0.8  # of the kept text
_MOSTLY_LINKS = 0.6
_ONE_LINK = 0.9
_ABOVE_HEADLINE = 0.3  # of the kept text
_LONGEST_CROSSHEAD = 80  # characters
_PROSE = 80  # characters
_LONG = 120  # characters: a kept paragraph of that length is text even where most of it is a link
_LONGEST_BYLINE = 200
_BEFORE_HEADLINE = 5  # blocks: a byline, a date, a section's name
_AFTER_END = 8  # blocks: a contributor line, a correction, tags


def drawn_blocks(blocks: list[TextBlock], kept: list[bool], titles: list[str]) -> list[Drawn]:
    """The part of a page that is its article, in reading order; empty where nothing was kept.

    `titles`: the forms in which the markup gives the page's title, to know the visible headline by.
    """
    return with_opening(list(_Region(blocks, kept, titles).drawn())) if any(kept) else []


class _Region:
    """The stretch of a page from the article's headline to its end."""

    def __init__(self, blocks: list[TextBlock], kept: list[bool], titles: list[str]) -> None:
        self._blocks = blocks
        self._kept = kept
        self._sizes = _kept_sizes(blocks, kept)
        self._total = sum(len(block.text) for block, is_kept in zip(blocks, kept, strict=True) if is_kept)
        chosen = [index for index, is_kept in enumerate(kept) if is_kept]
        self._headline = self._checked(headline_index(blocks, chosen, titles), chosen)
        self._first = chosen[0] if self._headline is None else self._headline
        self._text_start = next((i for i in chosen if i > self._first and self._is_prose(i)), chosen[0])
        self._text_end = chosen[-1]

    def drawn(self) -> Iterator[Drawn]:
        """The blocks, in order."""
        for index in range(self._opening(), self._closing() + 1):
            drawn = self._draw(index)
            if self._belongs(index, drawn):
                yield drawn

    def _checked(self, headline: int | None, chosen: list[int]) -> int | None:
        """No headline has much of the text above it."""
        above = sum(len(self._blocks[i].text) for i in chosen if headline is not None and i < headline)
        return headline if above <= _ABOVE_HEADLINE * self._total else None

    def _is_prose(self, index: int) -> bool:
        return self._blocks[index].purpose is None and len(self._blocks[index].text) >= _PROSE

    def _share(self, element: Element | None) -> float:
        """How much of the kept text an element holds."""
        return self._sizes.get(element, 0) / max(self._total, 1)

    def _opening(self) -> int:
        """Where the drawing begins: a byline or a date may stand above the headline."""
        before = range(max(self._first - _BEFORE_HEADLINE, 0), self._first)
        own = (i for i in before if self._blocks[i].sure and self._blocks[i].purpose in {"time", "address"})
        return next(own, self._first)

    def _closing(self) -> int:
        """Where it ends: a few lines more in the element that holds the article are still the article's."""
        holder = self._holder()
        end = self._text_end
        for index in range(end + 1, min(end + 1 + _AFTER_END, len(self._blocks))):
            block = self._blocks[index]
            if holder not in ancestors(block.element) or block.link_share > _MOSTLY_LINKS:
                break
            end = index
        return end

    def _holder(self) -> Element:
        """The innermost element that holds most of the kept text."""
        longest = max((block for block, is_kept in zip(self._blocks, self._kept, strict=True) if is_kept), key=_length)
        return next(element for element in ancestors(longest.element) if self._share(element) >= _HOLDER)

    def _draw(self, index: int) -> Drawn:
        block, is_kept = self._blocks[index], self._kept[index]
        times = tuple(block.times)
        if index == self._headline:
            return Drawn(block.text, "h1", body=False, times=times)
        tag = self._furniture(block, is_kept=is_kept)
        if tag is not None:
            return Drawn(block.text, tag, body=False, times=times)
        own = "h2" if block.tag == "h1" else "h3" if _is_crosshead(block) else block.tag
        if is_kept or self._is_dropped_text(block):
            return Drawn(block.text, own, body=True, times=times)
        return Drawn(block.text, "aside", body=False, times=times)

    def _is_dropped_text(self, block: TextBlock) -> bool:
        """Whether the finder passed over a block that stands among the text and is no box."""
        if self._share(block.element) > _HOLDS_THE_ARTICLE:
            return True  # one element holds all, its paragraphs parted by line breaks
        beside = self._share(block.element.getparent()) > _HOLDS_THE_ARTICLE
        if block.tag == "li":
            beside = self._share(block.element.getparent().getparent()) > _HOLDS_THE_ARTICLE
        return beside and block.element.tag in _TEXT_ELEMENTS and block.link_share < _MOSTLY_LINKS / 2

    def _furniture(self, block: TextBlock, *, is_kept: bool) -> str | None:
        """What a block is that is not the article's own text; None where it is."""
        purpose = self._purpose(block, is_kept=is_kept)
        if purpose is not None:
            return purpose
        if stands_by_picture(block.element, len(block.text)):
            return "figcaption"
        if block.times == [(0, len(block.text))]:
            return "time"
        is_text = is_kept and block.tag in _BODY_TAGS - {"li"} and len(block.text) > _LONG
        if block.link_share > _MOSTLY_LINKS and not is_text:
            return "a" if block.link_share > _ONE_LINK else "aside"
        return None

    def _purpose(self, block: TextBlock, *, is_kept: bool) -> str | None:
        """What the names around a block say of it, unless what bears the name holds the article itself."""
        if block.purpose is None or self._share(block.holder) > _HOLDS_THE_ARTICLE or (is_kept and not block.sure):
            return None
        if block.purpose in {"address", "time"} and len(block.text) > _LONGEST_BYLINE:
            return None if is_kept else "aside"
        return block.purpose

    def _belongs(self, index: int, drawn: Drawn) -> bool:
        """Whether a block is drawn: page-wide navigation between the headline and the text, say, is not."""
        block = self._blocks[index]
        if index == self._headline:
            return True
        if not any(map(str.isalnum, block.text)) and not drawn.body:
            return False  # what separates the parts of a byline
        if is_label(block.text) or (self._headline is not None and index < self._headline):
            return drawn.tag in {"time", "address"}
        if index < self._text_start and drawn.tag in {"a", "nav"}:
            return False
        if self._kept[index] or drawn.body or index >= self._text_start:
            return drawn.tag != "nav"
        return drawn.tag in {"time", "address", "figcaption", "h2", "h3"} or block.link_share < _MOSTLY_LINKS / 2


def _kept_sizes(blocks: list[TextBlock], kept: list[bool]) -> dict[Element, int]:
    """How many characters of kept text each element holds."""
    sizes: dict[Element, int] = {}
    for block, is_kept in zip(blocks, kept, strict=True):
        if is_kept:
            for element in ancestors(block.element):
                sizes[element] = sizes.get(element, 0) + len(block.text)
    return sizes


def _is_crosshead(block: TextBlock) -> bool:
    """Whether a short line in bold type stands for a heading."""
    return block.tag == "p" and block.bold and len(block.text) <= _LONGEST_CROSSHEAD and block.text[-1] not in ".:,;"


def _length(block: TextBlock) -> int:
    return len(block.text)
