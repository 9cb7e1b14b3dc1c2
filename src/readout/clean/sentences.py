"""Sentences of the blocks that are read, by the Punkt model of nupunkt."""

import re
from collections.abc import Iterable

from nupunkt import sent_spans

from readout.model.text import Block, Role, TextSpan

READ = {Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION, Role.PULL_QUOTE}
_ADJECTIVE = re.compile(r"(?<!\bthe )(?<!\bThe )\b(?:U\.S|U\.K|U\.N|E\.U)\.\s*\Z")
_GOES_ON = re.compile(
    r"\s*(?!(?:The|A|An|He|She|It|They|We|But|And|In|On|At|That|This|There|Its|His|Her|Their|As|If)\b)[A-Z]"
)
_ONE_EACH = {Role.HEADLINE, Role.SUBHEAD}


def find_sentences(text: str, blocks: Iterable[Block]) -> tuple[TextSpan, ...]:
    """The sentences of every block that is read, white space at their ends left out, in order."""
    found: list[TextSpan] = []
    for block in blocks:
        if block.role in _ONE_EACH:
            found.append(block.span)
        elif block.role in READ:
            found.extend(_sentences(text, block))
    return tuple(found)


def _sentences(text: str, block: Block) -> Iterable[TextSpan]:
    content = block.span.of(text)
    for start, end in _joined(content, sent_spans(content)):
        stripped = content[start:end].strip()
        if stripped:
            offset = block.start + content.index(stripped, start)
            yield TextSpan(offset, offset + len(stripped))


def _joined(content: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences put together again that were cut behind a country's initials: "with U.S. Secretary of State ..."."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and _ADJECTIVE.search(content, max(0, start - 12), start) and _GOES_ON.match(content, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
