"""Which blocks are the article's own: what the extractor found, and what is made just like it in the same place."""

from collections import Counter

from readout.read.html.blocks import TextBlock
from readout.read.html.tree import Element, ancestors

Place = tuple[tuple[str, str], ...]

_LEAST_ALIKE = 3  # blocks
_LEAST_SHARE = 0.3  # of the kept text
_MOST_LINKS = 0.3
_ROOTS = frozenset({"article", "main"})


def with_siblings(blocks: list[TextBlock], kept: list[bool]) -> list[bool]:
    """The kept blocks, and those in the same article whose elements are called just as most kept ones' are.

    Extractors lose the second half of a page that is cut in two by an advertisement.
    """
    chosen = [block for block, is_kept in zip(blocks, kept, strict=True) if is_kept]
    if not chosen:
        return kept
    sizes: Counter[Place] = Counter()
    numbers: Counter[Place] = Counter()
    for block in chosen:
        sizes[_place(block)] += len(block.text)
        numbers[_place(block)] += 1
    total = sizes.total()
    usual = {
        place
        for place, size in sizes.items()
        if size >= _LEAST_SHARE * total and numbers[place] >= _LEAST_ALIKE and any(name for _, name in place)
    }
    root = _root(max(chosen, key=lambda block: len(block.text)))
    return [is_kept or _is_alike(block, usual, root) for block, is_kept in zip(blocks, kept, strict=True)]


def _is_alike(block: TextBlock, usual: set[Place], root: Element) -> bool:
    return (
        block.purpose is None
        and block.link_share < _MOST_LINKS
        and _place(block) in usual
        and root in ancestors(block.element)
    )


def _place(block: TextBlock) -> Place:
    """The tags and class names of a block's element and of the two around it."""
    around = list(ancestors(block.element))[:3]
    return tuple((element.tag, element.get("class") or "") for element in around)


def _root(block: TextBlock) -> Element:
    """The article that a block stands in, else the page."""
    above = list(ancestors(block.element))
    return next((element for element in above if element.tag in _ROOTS), above[-1])
