"""Whose copy a report is: the agency's credit, the notice of a reprint."""

import re
from collections.abc import Iterator, Sequence

from readout.clean import agencies
from readout.clean.datelines import Dateline
from readout.model.text import Block, Fact, Page, Role, TextSpan

_REPRINT = re.compile(
    r"\b(?:(?:first|originally|previously) (?:published|appeared|printed|posted|ran)|"
    r"re-?published|re-?printed|reproduced|syndicated|appeared (?:first|originally)|"
    r"first appeared)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:(?:published|printed|posted|appeared|republished|reprinted|reproduced|"
    r"ran|first|originally)\s+(?:\w+\s+)?(?:by|in|on|at|from)|courtesy of|permission "
    r"(?:from|of)|from)\s+(?:the website of\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][\w.'’/&-]*(?:\s+(?:of|"
    r"the|and|&|for|in|de|[A-Z0-9][\w.'’/&-]*)){0,6})"
)
_PARTIAL = re.compile(
    r"\b(?:with|including)\b.{0,40}\b(?:inputs?|files?|material|reporting|reports|"
    r"contributions?|additional)\b|\b(?:contributed|additional reporting|agencies|"
    r"inputs? from|also (?:reported|contributed))\b|\boriginally reported\b",
    re.IGNORECASE,
)
_BLURB = re.compile(
    r"\b(?:news agency|newswire|wire service|has (?:the|this|more)|provides?|copyright|"
    r"©|all rights reserved|reproduction|licen[cs]e|unedited|auto-generated|syndicated|"
    r"offered to|staff|source)\b|^\W*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:[.!?][\"”’)]?\s*)[-–—(\[/\s]*(?P<credit>[A-Z][\w./ -]{1,30}|dpa)[)\]]?(?:[/\s][A-Za-z./-]{1,12}){0,3}\s*$"
)
_REUTERS_STYLE = re.compile(r"\breporting by\b.{3,200}\bediting by\b", re.IGNORECASE | re.DOTALL)
_BRACKETED_CODE = re.compile(
    r"[(©]\s?[A-Za-z]{2,9}\s?[)\d]|\b(?:from|by|©|[Cc]opyright(?: \d{4})?|[Ss]ource:?|via) (?:the )?[A-Z]{2,8}\b"
)
_FEW_WORDS = 6


def find_agency(page: Page, blocks: Sequence[Block], dateline: Dateline | None) -> Fact | None:
    """The agency whose copy the report is, by the surest sign; a picture's credit is none."""
    if dateline is not None and dateline.agency is not None and dateline.agency_span is not None:
        return Fact(dateline.agency, (dateline.agency_span,))
    for found in (_in_bylines, _in_sign_off, _in_notes):
        fact = next(found(page.text, blocks), None)
        if fact is not None:
            return fact
    reprint = find_reprint(page, blocks)
    if reprint is not None:
        return reprint
    return _in_metadata(page)


def find_reprint(page: Page, blocks: Sequence[Block]) -> Fact | None:
    """Who first published a report that says it is a reprint."""
    for block in blocks:
        printed = block.span.of(page.text)
        if block.role is not Role.NOTE or not _REPRINT.search(printed):
            continue
        known = agencies.named(printed)
        if known is not None:
            return _fact(agencies.short_name(known.group()), block, known)
        match = _FROM.search(printed)
        if match is not None:
            span = _without_article(
                page.text, TextSpan(block.start + match.start("who"), block.start + match.end("who"))
            )
            return Fact(span.of(page.text), (span,))
    return None


def _in_bylines(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        if block.role is not Role.BYLINE or _PARTIAL.search(block.span.of(text)):
            continue
        match = agencies.any_credit().search(block.span.of(text))
        if match is not None:
            yield _fact(agencies.short_name(match.group()), block, match)


def _in_sign_off(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    """The agency's initials at the end of the last paragraph ("... he said. – AFP")."""
    body = [block for block in blocks if block.role is Role.PARAGRAPH]
    for block in body[-2:]:
        match = _SIGN_OFF.search(block.span.of(text))
        if match is None:
            continue
        credit = agencies.any_credit().match(match.group("credit"))
        if credit is not None:
            start = block.start + match.start("credit")
            yield Fact(agencies.short_name(credit.group()), (TextSpan(start, start + credit.end()),))


def _in_notes(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        if block.role is not Role.NOTE:
            continue
        printed = block.span.of(text)
        if _PARTIAL.search(printed) and not _REUTERS_STYLE.search(printed):
            continue
        match = agencies.named(printed) or _BRACKETED_CODE.search(printed)
        match = agencies.any_credit().search(printed, match.start()) if match is not None else _short_credit(printed)
        if match is not None and (
            _BLURB.search(printed) or _REPRINT.search(printed) or len(printed.split()) <= _FEW_WORDS
        ):
            yield _fact(agencies.short_name(match.group()), block, match)


def _short_credit(printed: str) -> re.Match[str] | None:
    """An agency's code in a note of a few words: "AFP / edited by our desk"."""
    return agencies.any_credit().search(printed) if len(printed.split()) <= _FEW_WORDS else None


def _in_metadata(page: Page) -> Fact | None:
    for printed in (page.metadata.agency, *page.metadata.byline):
        if printed is None:
            continue
        match = agencies.any_credit().search(printed)
        if match is not None:
            return Fact(agencies.short_name(match.group()))
    return None


def _fact(value: str, block: Block, match: re.Match[str]) -> Fact:
    return Fact(value, (TextSpan(block.start + match.start(), block.start + match.end()),))


def _without_article(text: str, span: TextSpan) -> TextSpan:
    lead = re.match(r"[Tt]he\s+(?=[A-Z])", span.of(text))
    trimmed = re.sub(r"(?:\s+(?:and|of|the|for|in|de|&))+$", "", span.of(text).rstrip(" .,"))
    return TextSpan(span.start + (lead.end() if lead else 0), span.start + len(trimmed))
