"""The visible headline of a page among its blocks."""

import re

from readout.read.html.blocks import TextBlock
from readout.read.html.main_content import key

_NAMES = re.compile(r"(?<![a-z0-9])(?:head-?line|title|heading)(?![0-9]*[a-z])")
_LONGEST = 300
_MOSTLY_LINKS = 0.6
_LEAST_ALIKE = 15  # letters: a shorter title in a longer one is a section's or the site's name


def headline_index(blocks: list[TextBlock], chosen: list[int], titles: list[str]) -> int | None:
    """Which block is the headline: the heading that says what the page's title says, else the last h1 before the text.

    `chosen`: the indices of the blocks that are the article; `titles`: the forms in which the markup gives its title.
    """
    wanted = [title_key for title in titles if (title_key := key(title))]
    last = chosen[min(len(chosen) - 1, 3)]  # a finder may take a line above the headline for text
    candidates = [index for index, block in enumerate(blocks[: last + 1]) if _may_be_headline(block, wanted)]
    same = [index for index in candidates if key(blocks[index].text) in wanted]
    alike = [index for index in candidates if any(_alike(key(blocks[index].text), title) for title in wanted)]
    if same or alike:
        return min(same or alike, key=lambda index: (_rank(blocks[index]), -index))
    h1s = [index for index in candidates if blocks[index].tag == "h1" and blocks[index].link_share < _MOSTLY_LINKS]
    return h1s[-1] if h1s else None


def _rank(block: TextBlock) -> str:
    """Headings by their level, before anything else."""
    return block.tag if block.tag.startswith("h") else "p"


def _may_be_headline(block: TextBlock, wanted: list[str]) -> bool:
    if len(block.text) > _LONGEST or (block.sure and block.purpose in {"nav", "footer", "aside", "figcaption"}):
        return False
    if block.tag in {"h1", "h2", "h3"} or key(block.text) in wanted:
        return True
    return block.purpose is None and _NAMES.search((block.element.get("class") or "").lower()) is not None


def _alike(one: str, other: str) -> bool:
    """Whether one is the other with a site's name after it, or cut short."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST_ALIKE and (shorter in longer or _common_start(shorter, longer) > 0.7 * len(shorter))


def _common_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))
