"""The persons who wrote a report or helped to, from its bylines and contributor lines."""

import re
from collections.abc import Iterable, Sequence

from readout.clean import bylines
from readout.clean.agencies import credited
from readout.clean.biographies import author_named
from readout.model.text import Block, Fact, Page, Role, TextSpan

_CONTRIBUTION = re.compile(
    r"\bcontribut(?:ed|ing|ions?)\b|\b(?:additional|further) (?:reporting|research|"
    r"writing)\b|(?:^|\()\W*(?:additional )?(?:reporting|writing|written) (?:by|:)|"
    r"\breporting (?:by|from)\b|\bhelped (?:report|write)\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\bcontribut|\b(?:additional|further)\b|\bediting\b|\bedited\b|^\W*reporting by\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z]{2}\.)\s")
_EDITORS = re.compile(
    r"[;.(]?\s*\b(?:editing|edited|translat(?:ed|ion)|compiled|photograph\w*|graphics?)\b(?: by)?[^;.]*", re.IGNORECASE
)
_PLACED = re.compile(rf"({bylines.NAME.pattern})")
_NOT_PERSONS = re.compile(
    r"^(?:The |Additional|Reporting|Writing|Associated|Press|Agence|Reuters|Writers?|"
    r"Staff|News|Contributing|With|Correction|Bureau)\b|\b(?:Press|News|Times|Post|"
    r"Agency|Service|Reporters?|Writers?|Radio|Television|University|Institute|Center|"
    r"Centre|Bureau|Correspondents?|Foundation)$"
)
_PLACE_CUE = re.compile(r"\b(?:in|from|at|of)\s+$")


def find_byline(page: Page, blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """The persons of the bylines above the text (else below it), in their order; else those of the metadata."""
    body = [block.start for block in blocks if block.role is Role.PARAGRAPH]
    lines = [block for block in blocks if block.role is Role.BYLINE]
    above = [block for block in lines if not body or block.start < body[-1]]
    for chosen in (above, lines):
        facts = _named(page.text, chosen)
        if facts:
            return facts
    signed = _signed(page.text, blocks)
    if signed:
        return signed
    return tuple(Fact(name) for printed in page.metadata.byline for name in (bylines.names(printed) or ()))


def find_contributors(text: str, blocks: Sequence[Block], authors: set[str]) -> tuple[Fact, ...]:
    """The persons credited in a note with reporting or writing, unless the byline names them."""
    found: list[Fact] = []
    for block in blocks:
        printed = block.span.of(text)
        if block.role in {Role.NOTE, Role.BYLINE} and _CONTRIBUTION.search(printed):
            for span in _persons(printed, block.start):
                name = span.of(text)
                if name not in authors and name not in {fact.value for fact in found}:
                    found.append(Fact(name, (span,)))
    return tuple(found)


def _signed(text: str, blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """The author named below the text only: by a line about him, or one that asks to follow her."""
    for block in reversed(blocks):
        if block.role not in {Role.NOTE, Role.PROMO}:
            continue
        match = author_named(block.span.of(text))
        if match is not None and not _NOT_PERSONS.search(match.group("name")):
            span = TextSpan(block.start + match.start("name"), block.start + match.end("name"))
            return (Fact(match.group("name"), (span,)),)
    return ()


def _named(text: str, lines: Iterable[Block]) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for block in lines:
        printed = block.span.of(text)
        if _HELP.search(printed):
            continue
        for name in bylines.names(_SENTENCE.split(printed)[0]):
            start = printed.find(name)
            span = (TextSpan(block.start + start, block.start + start + len(name)),) if start >= 0 else ()
            if name.casefold() not in {fact.value.casefold() for fact in facts}:
                facts.append(Fact(name, span))
    return tuple(facts)


def _persons(line: str, offset: int) -> list[TextSpan]:
    masked = _EDITORS.sub(lambda match: " " * len(match.group()), line)
    spans = []
    for match in _PLACED.finditer(masked):
        name = match.group()
        if name.endswith(".") and not re.search(r"(?:\b[A-Z]|Jr|Sr)\.$", name):
            name = name[:-1]
        if _NOT_PERSONS.search(name) or _PLACE_CUE.search(masked[: match.start()]) or credited(name):
            continue
        spans.append(TextSpan(offset + match.start(), offset + match.start() + len(name)))
    return spans
