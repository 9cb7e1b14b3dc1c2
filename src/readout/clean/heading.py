"""What an article says about itself: title, outlet, agency, authors, dateline, address, day of publication."""

import re
from collections.abc import Sequence
from itertools import pairwise

from readout.clean import authors, copy_credits, outlets
from readout.clean.agencies import credited
from readout.clean.datelines import Dateline, find_dateline
from readout.clean.dating import find_dating
from readout.model.text import Block, Fact, Heading, Page, Role, TextSpan

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+|www\.[^\s<>\"')\]]+")
_PLACE_WORDS = 3
_DATELINE_REACH = 3
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>\s*|\*+)+|\*+$")


def find_heading(page: Page, blocks: Sequence[Block], language: str | None) -> Heading:
    """All that the article says about itself, each fact with the characters that say so."""
    dateline = _dateline(page.text, blocks)
    url = _url(page, blocks)
    byline = authors.find_byline(page, blocks)
    return Heading(
        title=_title(page, blocks),
        outlet=outlets.find_outlet(page, blocks, url),
        agency=copy_credits.find_agency(page, blocks, dateline),
        byline=byline,
        contributors=authors.find_contributors(page.text, blocks, {fact.value for fact in byline}),
        dateline=_place(page.text, blocks, dateline),
        reprint_of=copy_credits.find_reprint(page, blocks),
        url=url,
        language=language,
        dating=find_dating(page, blocks, dateline),
    )


def _title(page: Page, blocks: Sequence[Block]) -> Fact | None:
    """The page's own headline: the first that is printed, else the one its metadata names."""
    for block in blocks:
        if block.role is Role.HEADLINE:
            printed = block.span.of(page.text)
            lead = _MARKUP.match(printed)
            start = block.start + (lead.end() if lead else 0)
            bare = page.text[start : block.end].rstrip("*# ")
            return Fact(" ".join(bare.split()), (TextSpan(start, start + len(bare)),))
    return Fact(page.metadata.title) if page.metadata.title else None


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of the first paragraph, or of one of the next two if it names an agency."""
    body = [block for block in blocks if block.role is Role.PARAGRAPH][:_DATELINE_REACH]
    for place, block in enumerate(body):
        found = find_dateline(text, block.span)
        if found is not None and (place == 0 or found.agency is not None):
            return found
    return None


def _place(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Fact | None:
    """The dateline's place, before the text or on a line of its own above it, in capitals."""
    if dateline is not None:
        return Fact(dateline.place.of(text), (dateline.place,))
    for above, block in pairwise(blocks):
        printed = above.span.of(text)
        if above.role is Role.BYLINE and block.role is Role.PARAGRAPH and printed.isupper() and not credited(printed):
            return Fact(printed, (above.span,)) if len(printed.split()) <= _PLACE_WORDS else None
    return None


def _url(page: Page, blocks: Sequence[Block]) -> Fact | None:
    """The address the page was read at, else the one printed as its own."""
    printed = None
    for block in blocks:
        match = _ADDRESS.search(block.span.of(page.text)) if block.role is Role.URL else None
        if match:
            span = TextSpan(block.start + match.start(), block.start + match.end())
            printed = Fact(span.of(page.text), (span,))
    if page.metadata.url:
        return Fact(page.metadata.url, printed.spans if printed and printed.value == page.metadata.url else ())
    return printed
