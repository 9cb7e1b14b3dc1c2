"""Which blocks of a page are drawn, and what each is: from the headline to the end of the article."""

import re
from dataclasses import dataclass

from readout.read.html.blocks import TextBlock
from readout.read.html.main_content import key
from readout.read.html.tree import Element

_HEADING_NAMES = re.compile(r"(?<![a-z])(?:head-?line|title|entry-title|post-title|heading)(?![a-z])")
_BODY_TAGS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "table"})
_HOLDS_THE_ARTICLE = 0.3  # of the kept text: what holds so much is no box beside the article, whatever it is called
_MOSTLY_LINKS = 0.6
_BEFORE_HEADLINE = 5  # blocks: a byline, a date, a section's name


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block with the tag that its mark will have. `body`: it is the article's own text."""

    text: str
    tag: str
    body: bool
    times: tuple[tuple[int, int], ...] = ()


def drawn_blocks(blocks: list[TextBlock], kept: list[bool], titles: list[str]) -> list[Drawn]:
    """The part of a page that is its article, in reading order; empty where nothing was kept.

    `titles`: the forms in which the markup gives the page's title, to know the visible headline by.
    """
    chosen = [index for index, is_kept in enumerate(kept) if is_kept]
    if not chosen:
        return []
    kept_text = _KeptText(blocks, kept)
    headline = _headline(blocks, chosen, titles)
    first = min(chosen[0], headline) if headline is not None else chosen[0]
    holder = _holder(blocks, chosen)
    drawn = [
        (index, _drawn(block, is_kept=kept[index], kept_text=kept_text, is_headline=index == headline))
        for index, block in enumerate(blocks)
        if _opening(blocks, first) <= index <= _end(blocks, chosen[-1], holder)
    ]
    return [
        block
        for index, block in drawn
        if block is not None and _belongs(block, index, first, chosen, holder, blocks[index])
    ]


class _KeptText:
    """How much of the kept text each element holds."""

    def __init__(self, blocks: list[TextBlock], kept: list[bool]) -> None:
        self._sizes: dict[Element, int] = {}
        self._total = 0
        for block, is_kept in zip(blocks, kept, strict=True):
            if is_kept:
                self._total += len(block.text)
                element = block.element
                while element is not None:
                    self._sizes[element] = self._sizes.get(element, 0) + len(block.text)
                    element = element.getparent()

    def share(self, element: Element | None) -> float:
        return 0.0 if element is None else self._sizes.get(element, 0) / max(self._total, 1)


def _headline(blocks: list[TextBlock], chosen: list[int], titles: list[str]) -> int | None:
    """The visible headline: the heading that says what the page's title says, else the last h1 before the text."""
    wanted = [title_key for title in titles if (title_key := key(title))]
    last = chosen[min(len(chosen) - 1, 3)]  # a finder may take a line above the headline for text
    candidates = [index for index, block in enumerate(blocks[: last + 1]) if _may_be_headline(block)]
    same = [index for index in candidates if key(blocks[index].text) in wanted]
    if same:
        return min(same, key=lambda index: (blocks[index].tag, -index))
    alike = [index for index in candidates if any(_alike(key(blocks[index].text), title) for title in wanted)]
    if alike:
        return min(alike, key=lambda index: (blocks[index].tag, -index))
    h1s = [index for index in candidates if blocks[index].tag == "h1" and blocks[index].link_share < _MOSTLY_LINKS]
    return h1s[-1] if h1s else None


def _may_be_headline(block: TextBlock) -> bool:
    if len(block.text) > 300 or (block.purpose in {"nav", "footer"} and block.sure):
        return False
    if block.tag in {"h1", "h2", "h3"}:
        return block.purpose != "aside" or not block.sure
    return bool(_HEADING_NAMES.search(block.element.get("class") or "")) and block.purpose is None


def _alike(one: str, other: str) -> bool:
    """A title with a site's name after it, or cut short."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 15 and (shorter in longer or _same_start(shorter, longer) > 0.7 * len(shorter))


def _same_start(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _holder(blocks: list[TextBlock], chosen: list[int]) -> Element:
    """The innermost element that holds four fifths of the kept text."""
    kept = _KeptText(blocks, [index in set(chosen) for index in range(len(blocks))])
    element = blocks[max(chosen, key=lambda index: len(blocks[index].text))].element
    while element.getparent() is not None and kept.share(element) < 0.8:
        element = element.getparent()
    return element


def _inside(element: Element, holder: Element) -> bool:
    while element is not None:
        if element is holder:
            return True
        element = element.getparent()
    return False


def _opening(blocks: list[TextBlock], first: int) -> int:
    """Where the drawing begins: a byline or a date may stand above the headline."""
    start = first
    for index in range(first - 1, max(first - 1 - _BEFORE_HEADLINE, -1), -1):
        if blocks[index].purpose in {"time", "address"} and blocks[index].sure:
            start = index
    return start


def _end(blocks: list[TextBlock], last: int, holder: Element) -> int:
    """Where it ends: what follows the last kept block inside the same element is still the article's."""
    end = last
    while end + 1 < len(blocks) and _inside(blocks[end + 1].element, holder):
        end += 1
    return end


def _drawn(block: TextBlock, *, is_kept: bool, kept_text: _KeptText, is_headline: bool) -> Drawn | None:
    times = tuple(block.times)
    if is_headline:
        return Drawn(block.text, "h1", body=False, times=times)
    purpose = _purpose(block, kept_text, is_kept=is_kept)
    own = "h2" if block.tag == "h1" else block.tag
    if purpose is not None:
        return Drawn(block.text, purpose, body=False, times=times)
    if block.times == [(0, len(block.text))]:
        return Drawn(block.text, "time", body=False)
    if block.link_share > _MOSTLY_LINKS and not (is_kept and own in _BODY_TAGS - {"li"} and len(block.text) > 120):
        return Drawn(block.text, "a" if block.link_share > 0.9 else "aside", body=False, times=times)
    if is_kept or kept_text.share(block.element.getparent()) > _HOLDS_THE_ARTICLE:
        return Drawn(block.text, own, body=True, times=times)
    return Drawn(block.text, "aside", body=False, times=times)


def _purpose(block: TextBlock, kept_text: _KeptText, *, is_kept: bool) -> str | None:
    """What the block is for beside being text, unless what tells so holds the article itself."""
    if block.purpose is None or kept_text.share(block.holder) > _HOLDS_THE_ARTICLE:
        return None
    if is_kept and not block.sure:
        return None
    if block.purpose in {"address", "time"} and len(block.text) > 200:
        return "aside" if not is_kept else None
    return block.purpose


def _belongs(block: Drawn, index: int, first: int, chosen: list[int], holder: Element, found: TextBlock) -> bool:
    """Whether a block is drawn: page-wide navigation between the headline and the text, say, is not."""
    if block.body or block.tag == "h1" or index in chosen:
        return True
    if block.tag == "nav":
        return False
    if index < chosen[0]:
        return block.tag in {"time", "address", "figcaption", "h2", "h3"} or (index > first and found.link_share < 0.3)
    return True
