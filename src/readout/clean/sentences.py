"""Sentences of the blocks that are read, by the Punkt model of nupunkt."""

from collections.abc import Iterable

from nupunkt import sent_spans

from readout.model.text import Block, Role, TextSpan

READ = {Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION, Role.PULL_QUOTE}
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
    for start, end in sent_spans(content):
        stripped = content[start:end].strip()
        if stripped:
            offset = block.start + content.index(stripped, start)
            yield TextSpan(offset, offset + len(stripped))
