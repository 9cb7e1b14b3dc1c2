"""Which blocks of a page are its article: what trafilatura finds, located again in the page."""

import logging
import re
from collections import Counter
from collections.abc import Iterable

import trafilatura

from readout.read.html.blocks import TextBlock

_NOT_WORD = re.compile(r"[\W_]+")
_LONG = 25  # letters and digits; anything shorter could stand inside a longer line by chance
_SHARE_FOUND = 0.6

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are ours to word, in `problems`
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def found_text(markup: str) -> str:
    """The main text of a page, one block a line, as trafilatura finds it; empty where it finds none."""
    document = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True)
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


def kept(blocks: list[TextBlock], *texts: str | None) -> list[bool]:
    """For each block, whether it stands in one of the texts (an extractor's, or a body given in the metadata)."""
    finders = [_Finder(text) for text in texts if text]
    return [any(finder.has(block) for finder in finders) for block in blocks]


def key(text: str) -> str:
    """Letters and digits only: what stays the same however white space and marks are drawn."""
    return _NOT_WORD.sub("", text).lower()


class _Finder:
    """Finds blocks in an extractor's text: short ones as whole lines, long ones anywhere."""

    def __init__(self, text: str) -> None:
        lines = [key(line) for line in text.split("\n")]
        self._lines = Counter(line for line in lines if line)
        self._all = "\n".join(lines)
        self._joined = "".join(lines)

    def has(self, block: TextBlock) -> bool:
        parts = [key(line) for line in block.text.split("\n")]
        whole = "".join(parts)
        if not whole:
            return False
        found = sum(len(part) for part in parts if self._has_line(part))
        return found >= _SHARE_FOUND * len(whole) or (len(whole) >= _LONG and whole in self._joined)

    def _has_line(self, line: str) -> bool:
        if self._lines[line]:
            return True
        return len(line) >= _LONG and line in self._all


def paragraph_runs(blocks: Iterable[TextBlock]) -> list[bool]:
    """Where no extractor finds anything: which blocks are prose that hangs together in one element."""
    blocks = list(blocks)
    prose = [
        block.tag in {"p", "blockquote"} and block.link_share < 0.3 and len(block.text) >= 60 and not block.purpose
        for block in blocks
    ]
    sizes: Counter[int] = Counter()
    for block, is_prose in zip(blocks, prose, strict=True):
        if is_prose:
            sizes[id(block.element.getparent())] += len(block.text)
    if not sizes:
        return [False] * len(blocks)
    best = sizes.most_common(1)[0][0]
    return [is_prose and id(block.element.getparent()) == best for block, is_prose in zip(blocks, prose, strict=True)]
