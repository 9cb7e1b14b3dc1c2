"""Whether a sentence of a brief says what its citations say, and nothing else: looked at from outside, by text alone.

The sentence's words, with each edit turned back, must stand in one cited span in order. What the span has besides was
cut, and nothing may be cut that turns the sense: a negation, a condition, a reserve, the source of a claim that
stays, a part of a quotation. Each edit must stand in a cited span and mean what stood in its place.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from readout.grammar.calendar import FULL_WEEKDAYS
from readout.grammar.quotation import find
from readout.merge.brief.dates import MONTHS
from readout.merge.brief.lexicon import has, vocabulary
from readout.model.record import ArticleEntry, BriefSentence, Edit, Record, Span
from readout.model.text import TextSpan

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_OPENS, _CLOSES = '"“«(', '"”»)'
_MARKS = frozenset(',;:—–―-()[]"“”.')
_PHRASE = 2  # a cut of so many words or fewer that holds a reserve takes the reserve alone


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def faults(sentence: BriefSentence, record: Record) -> tuple[str, ...]:
    """What is wrong with a sentence, each fault in a few words; empty where the citations support it."""
    articles = {article.id: article for article in record.articles}
    broken = [*_broken_cites(sentence, articles)]
    if broken:
        return tuple(broken)
    found = [*_form(sentence.text), *_edit_faults(sentence, record, articles)]
    told = [fault for span in sentence.cites if (fault := _against(sentence, span, record, articles)) is not None]
    if not any(not each for each in told):
        found += told[0] if told else ["no cited span holds the words in order"]
    if not set(sentence.origins) <= {articles[span.article].origin for span in sentence.cites}:
        found.append("an origin without a cited span")
    return tuple(found)


def _broken_cites(sentence: BriefSentence, articles: dict[str, ArticleEntry]) -> Iterator[str]:
    if not sentence.cites:
        yield "cites nothing"
    for span in sentence.cites:
        if span.article not in articles or not 0 <= span.start < span.end <= len(articles[span.article].text):
            yield "cites what is not there"
    for edit in sentence.edits:
        if edit.span not in sentence.cites:
            yield "an edit whose source is not cited"
        if not 0 <= edit.start < edit.end <= len(sentence.text):
            yield "an edit outside of the sentence"


def _form(text: str) -> Iterator[str]:
    """What a reader stumbles over: marks without partners, no capital, no stop."""
    if text.count('"') % 2 or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        yield "a mark without its partner"
    if not re.match(r"[\"“‘'(\[]*(?:[A-Z0-9$€£]|[^\W\d_a-z]|[a-z]+[A-Z])", text):
        yield "no capital at the start"
    if not re.search(r"[.!?…][\"”’'»)\]]*\Z", text):
        yield "no stop at the end"
    if re.search(r"\s(?:[,;:!?]|\.(?!\.))|,,|\s{2}|, ?\.", text):
        yield "stops or spaces that do not belong"


# --- the words ---


def _against(
    sentence: BriefSentence, span: Span, record: Record, articles: dict[str, ArticleEntry]
) -> tuple[str, ...] | None:
    """The faults of the sentence if it is taken from a span; None where its words do not stand there in order."""
    text = articles[span.article].text
    ours = [token.text for token in _turned_back(sentence)]
    theirs = _tokens(text, span.start, span.end)
    kept = _aligned(ours, [token.text for token in theirs])
    if kept is None:
        return None
    cuts = list(_cuts(theirs, kept))
    return tuple(fault for cut in cuts for fault in _cut_faults(cut, span, theirs, kept, record, text))


def _tokens(text: str, start: int = 0, end: int | None = None) -> list[_Token]:
    stop = len(text) if end is None else end
    return [_Token(_plain(found.group()), *found.span()) for found in _WORD.finditer(text, start, stop)]


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _turned_back(sentence: BriefSentence) -> Iterator[_Token]:
    """The sentence's words with what stood in the report in place of each edit."""
    edits = sorted(sentence.edits, key=lambda edit: edit.start)
    at = 0
    for edit in edits:
        yield from _tokens(sentence.text, at, edit.start)
        yield from _tokens(edit.was)
        at = edit.end
    yield from _tokens(sentence.text, at)


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> list[int] | None:
    """The places in `theirs` of `ours`, in order; None where they are not all there. The first may differ in case."""
    if not ours:
        return None
    left, right = [ours[0].casefold(), *ours[1:]], list(theirs)
    first = [place for place, word in enumerate(right) if word.casefold() == left[0]]
    for place in first:
        rest = right[place + 1 :]
        if Indel.distance(left[1:], rest) == len(rest) - len(left) + 1:
            return [place, *(place + 1 + one for one in _places(left[1:], rest))]
    return None


def _places(ours: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Where each word of a subsequence stands; what is left out is left out in as few pieces as the words allow."""
    steps = Indel.opcodes(list(ours), list(theirs))
    return [place for step in steps if step.tag == "equal" for place in range(step.dest_start, step.dest_end)]


# --- the cuts ---


def _cuts(theirs: Sequence[_Token], kept: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that are left out: places of the first and of the one after the last."""
    edges = [-1, *kept, len(theirs)]
    for left, right in pairwise(edges):
        if right - left > 1:
            yield left + 1, right


def _cut_faults(  # noqa: PLR0913, PLR0917 - all that a cut is seen against
    cut: tuple[int, int], span: Span, theirs: Sequence[_Token], kept: Sequence[int], record: Record, text: str
) -> Iterator[str]:
    first, after = cut
    start, end = theirs[first].start, theirs[after - 1].end
    words = text[start:end]
    bounded = _bounded(text, start, end, span)
    dateline = first == 0 and re.match(r"\s*(?:\([^)]*\)\s*)?(?:--?|[—–―:])", text[end : end + 12]) is not None
    if dateline:
        return
    if has(words, "negations") and not (bounded and after - first > _PHRASE):
        yield f"a negation is cut: {words!r}"
    if has(words, "conditionals"):
        yield f"a condition is cut: {words!r}"
    if has(words, "hedges") and after - first <= _PHRASE:
        yield f"a reserve is cut: {words!r}"
    if after < len(theirs) and _is_count(theirs[after].text) and _qualifies(theirs[first:after]):
        yield f"what limits a figure is cut: {words!r}"
    if re.search(r"\baccording to\b", words, re.IGNORECASE):
        yield f"a source is cut: {words!r}"
    yield from _source_faults(start, end, [theirs[place] for place in kept], span.article, record)
    yield from _quotation_faults(start, end, span, text)


def _bounded(text: str, start: int, end: int, span: Span) -> bool:
    """Whether a cut reaches from mark to mark or to the sentence's ends."""
    before, behind = text[span.start : start].rstrip(), text[end : span.end].lstrip()
    return (not before or before[-1] in _MARKS) and (not behind or behind[0] in _MARKS)


def _is_count(word: str) -> bool:
    return word[:1].isdigit() or word.casefold() in vocabulary("figures", "counts")


def _qualifies(cut: Sequence[_Token]) -> bool:
    last = [token.text.casefold() for token in cut]
    while last and last[-1] in vocabulary("figures", "between"):
        last.pop()
    return bool(last) and last[-1] in vocabulary("figures", "amounts")


def _source_faults(start: int, end: int, kept: Sequence[_Token], article: str, record: Record) -> Iterator[str]:
    """Who says it, or that it is said, is cut in whole, and what is said stays."""
    for quote in record.quotes:
        for report in quote.reports:
            said = [one for one in report.spans if one.article == article]
            if not any(_inside(token, each) for token in kept for each in said):
                continue
            for part in (report.source, report.cue):
                if part is None or part.article != article or not (part.start < end and start < part.end):
                    continue
                if not any(part.start <= token.start < part.end for token in kept):
                    yield "the source of what stays is cut"


def _inside(token: _Token, span: Span) -> bool:
    return span.start <= token.start and token.end <= span.end


def _quotation_faults(start: int, end: int, span: Span, text: str) -> Iterator[str]:
    for quotation in find(text, [TextSpan(span.start, span.end)]):
        inside = quotation.span.start < start and end < quotation.span.end
        across = quotation.span.overlaps(TextSpan(start, end)) and not (
            start <= quotation.span.start + 1 and quotation.span.end - 2 <= end
        )
        if not quotation.depth and (inside or across):
            yield "a quotation is cut into"


# --- the edits ---


def _edit_faults(sentence: BriefSentence, record: Record, articles: dict[str, ArticleEntry]) -> Iterator[str]:
    for edit in sentence.edits:
        words = sentence.text[edit.start : edit.end]
        printed = articles[edit.span.article].text[edit.span.start : edit.span.end]
        if _names(words, printed):
            if not _same_entity(edit, sentence, record, articles):
                yield f"{edit.was!r} is not known to mean {words!r}"
        elif not _dates(words, printed, edit, articles):
            yield f"{words!r} does not stand at its source"


def _names(words: str, printed: str) -> bool:
    """Whether the words are those at the source, with or without a possessive."""
    bare = re.sub(r"['’]s?\Z", "", words)
    return " ".join(printed.split()).casefold() in {words.casefold(), bare.casefold()}


def _same_entity(edit: Edit, sentence: BriefSentence, record: Record, articles: dict[str, ArticleEntry]) -> bool:
    """Whether one entity is mentioned at the source and, with the words that the edit stands for, in a cited span."""
    for entity in record.entities:
        mentions = [(one.article, one.start, one.end) for one in entity.mentions]
        at_source = any(
            article == edit.span.article and start < edit.span.end and edit.span.start < end
            for article, start, end in mentions
        )
        if not at_source:
            continue
        forms = {
            " ".join(articles[article].text[start:end].split())
            for article, start, end in mentions
            if any(cite.article == article and cite.start <= start and end <= cite.end for cite in sentence.cites)
        }
        was = " ".join(edit.was.split())
        posts = {role.text.casefold().split()[-1] for role in entity.roles if role.text.split()}
        if was in forms or any(form and was.endswith(form) for form in forms):
            return True
        if was.casefold().split() and was.casefold().split()[-1] in posts:
            return True
    return False


def _dates(words: str, printed: str, edit: Edit, articles: dict[str, ArticleEntry]) -> bool:
    """Whether a date agrees with the one printed at its source, or with the weekday and the day of publication."""
    month = next((n for n, name in enumerate(MONTHS, 1) if name in words), None)
    numbers = re.findall(r"\d+", words)
    spoken = [part.lstrip("0") for part in re.findall(r"\d+", printed)]
    if set(numbers) <= set(spoken) and numbers and month is not None:
        return MONTHS[month - 1][:3] in printed or str(month) in spoken
    if month is None and numbers:
        return set(numbers) <= set(spoken) or _near(int(numbers[0]), None, 0, edit, articles)
    day = int(numbers[0]) if numbers and len(numbers[0]) < len("2022") else None
    return month is not None and _near(None, month, day, edit, articles)


def _near(year: int | None, month: int | None, day: int | None, edit: Edit, articles: dict[str, ArticleEntry]) -> bool:
    """Whether a date without printed evidence lies near the day of publication and falls on the weekday named."""
    published = articles[edit.span.article].published.date
    if published is None:
        return False
    out = dt.date.fromisoformat(published) if len(published) == len("2022-01-10") else None
    if year is not None or out is None or month is None:
        return abs(int(published[:4]) - (year or int(published[:4]))) <= 1
    if not day:
        return min(abs(month - out.month), 12 - abs(month - out.month)) <= 1
    for candidate in (out.year, out.year - 1, out.year + 1):
        try:
            meant = dt.date(candidate, month, day)
        except ValueError:
            continue
        named = next((n for n, name in enumerate(FULL_WEEKDAYS) if name in edit.was.casefold()), None)
        if abs((meant - out).days) <= 15 and named in {None, meant.weekday()}:
            return True
    return False
