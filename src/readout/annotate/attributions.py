"""Who is said to have said what: tagged spans linked, their edges set by the quotation marks.

A direct content's span takes in its quotation marks, as in PolNeAR.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from readout.annotate.clauses import inquit, introduced
from readout.annotate.contents import Candidate, best, candidates
from readout.annotate.decode import TaggedSpan, spans
from readout.annotate.encoder import Encoded
from readout.annotate.links import Linked, content_scores, link
from readout.annotate.names import chain
from readout.annotate.sequences import paths
from readout.annotate.signed import signed
from readout.annotate.weights import Weights
from readout.grammar.quotation import Quotation, Shape
from readout.model.notes import Attribution, Directness, Word
from readout.model.text import TextSpan

_NEAR = 12  # characters between a content's edge and a quotation mark that are bridged
_HALF = 0.5
_LIKELY = 0.2  # enough for a content whose cue would stand without one (`evals score polnear`)
_WHOLE = 0.95  # of a paragraph's letters: it is a quotation and nothing else


@dataclass(frozen=True, slots=True)
class _Content:
    """Words said: the tagged words, the characters after their edges were set, and whether they are a quotation."""

    words: TaggedSpan
    span: TextSpan
    quoted: bool


def attributions(
    weights: Weights, encoded: Encoded, parsed: Sequence[Word], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions in the order of their first content or cue."""
    text, words = encoded.text, encoded.words
    emissions = encoded.scores["attribution"]
    tags = paths(emissions, encoded.paragraphs(), chain(weights, "attribution"))
    printed = signed(text, _paragraphs(encoded), quotations)
    taken = [paragraph for paragraph in _paragraphs(encoded) if any(_holds(paragraph, one) for one in printed)]
    tagged = spans(tags, weights.labels["attribution"], emissions)
    said = candidates(weights, encoded, parsed, quotations, tagged)
    found = [
        span
        for span in [*(span for span in tagged if span.label != "content"), *best(said)]
        if not any(paragraph.start <= words[span.first].start < paragraph.end for paragraph in taken)
    ]
    quotations = [one for one in quotations if not any(paragraph.overlaps(one.span) for paragraph in taken)]
    sources, cues = ([span for span in found if span.label == part] for part in ("source", "cue"))
    contents = _contents([span for span in found if span.label == "content"], text, words, quotations)
    linked = link(weights, encoded, sources, cues, [content.words for content in contents])
    parts = _Parts(sources, cues, contents, linked)
    _hear(parts, encoded, parsed)
    _carry(parts, encoded, quotations)
    _choose(parts, weights, encoded, said)
    _fill(parts, encoded, parsed)
    made = [*_with_cue(parts, words), *_without_cue(parts)]
    marked = [part for quotation in quotations if not quotation.depth for part in quotation.content]
    told = (replace(one, kind=_kind(text, one.content, marked)) for one in made)
    return sorted([*told, *printed], key=lambda one: min(span.start for span in (*one.content, *one.cue, *one.source)))


@dataclass(slots=True)
class _Parts:
    """What was tagged, and what belongs together: of each cue its source, of each content its cue."""

    sources: list[TaggedSpan]
    cues: list[TaggedSpan]
    contents: list[_Content]
    linked: Linked


def _choose(parts: _Parts, weights: Weights, encoded: Encoded, said: Sequence[Candidate]) -> None:
    """Gives a cue that has no content the likeliest of those that fit it better than any other cue."""
    cue_of = list(parts.linked.cue)
    bare = set(range(len(parts.cues))) - set(cue_of)
    likely = sorted((one for one in said if one.worth > _LIKELY), key=attrgetter("worth"), reverse=True)
    if not bare or not likely:
        return
    owners = content_scores(weights, encoded, parts.cues, [one.span for one in likely]).argmax(axis=0).tolist()
    taken = [content.words for content in parts.contents]
    for one, owner in zip(likely, owners, strict=True):
        if owner in bare and all(one.span.last <= other.first or other.last <= one.span.first for other in taken):
            bare.remove(owner)
            taken.append(one.span)
            parts.contents.append(_Content(one.span, _extent(one.span, encoded.words), quoted=False))
            cue_of.append(owner)
    parts.linked = Linked(parts.linked.source, tuple(cue_of))


def _fill(parts: _Parts, encoded: Encoded, parsed: Sequence[Word]) -> None:
    """Gives a cue that has no content what it introduces by the parse."""
    taken = [*parts.sources, *parts.cues, *(content.words for content in parts.contents)]
    cue_of = list(parts.linked.cue)
    for number, cue in enumerate(parts.cues):
        place = parts.linked.source[number]
        if number in cue_of:
            continue
        others = [span for span in taken if span is not cue and (place is None or span is not parts.sources[place])]
        source = None if place is None else parts.sources[place]
        if found := introduced(encoded, parsed, cue, source, others):
            parts.contents.append(_Content(found, _extent(found, encoded.words), quoted=False))
            cue_of.append(number)
            taken.append(found)
    parts.linked = Linked(parts.linked.source, tuple(cue_of))


def _with_cue(parts: _Parts, words: Sequence[TextSpan]) -> Iterator[Attribution]:
    sources, contents, linked = parts.sources, parts.contents, parts.linked
    for number, cue in enumerate(parts.cues):
        mine = [content for content, cue_of in zip(contents, linked.cue, strict=True) if cue_of == number]
        if not mine:
            continue
        place = linked.source[number]
        source = [] if place is None else [sources[place]]
        certain = [cue.score, *(span.score for span in source), *(content.words.score for content in mine)]
        yield Attribution(
            kind=Directness.INDIRECT,
            content=tuple(content.span for content in mine),
            source=tuple(_extent(span, words) for span in source),
            cue=(_extent(cue, words),),
            score=round(sum(certain) / len(certain), 4),
        )


def _without_cue(parts: _Parts) -> Iterator[Attribution]:
    for content, cue in zip(parts.contents, parts.linked.cue, strict=True):
        if cue is None and content.quoted:
            yield Attribution(Directness.INDIRECT, (content.span,), (), (), round(content.words.score, 4))


def _hear(parts: _Parts, encoded: Encoded, parsed: Sequence[Word]) -> None:
    """Gives a quotation in a paragraph without a cue the speaker and verb that follow it: “…,” a sailor yelled."""
    cue_at = set(encoded.paragraph_of([cue.first for cue in parts.cues]).tolist())
    at = encoded.paragraph_of([content.words.first for content in parts.contents]).tolist()
    source_of, cue_of = list(parts.linked.source), list(parts.linked.cue)
    for number, content in enumerate(parts.contents):
        if not content.quoted or cue_of[number] is not None or at[number] in cue_at:
            continue
        if heard := inquit(encoded, parsed, content.span):
            source, cue = heard
            cue_of[number] = len(parts.cues)
            source_of.append(len(parts.sources))
            parts.cues.append(cue)
            parts.sources.append(source)
    parts.linked = Linked(tuple(source_of), tuple(cue_of))


def _carry(parts: _Parts, encoded: Encoded, quotations: Sequence[Quotation]) -> None:
    """A paragraph that is a quotation and nothing else goes on from the one before: its last cue is theirs too."""
    cue_at = encoded.paragraph_of([cue.first for cue in parts.cues]).tolist()
    at = encoded.paragraph_of([content.words.first for content in parts.contents]).tolist()
    paragraphs = _paragraphs(encoded)
    last = {paragraph: number for number, paragraph in enumerate(cue_at)}
    cue = list(parts.linked.cue)
    for number, content in enumerate(parts.contents):
        if cue[number] is not None or not content.quoted or at[number] in cue_at:
            continue
        before = last.get(at[number] - 1)
        if before is not None and _is_quotation(encoded.text, paragraphs[at[number]], quotations):
            cue[number] = last[at[number]] = before
    parts.linked = Linked(parts.linked.source, tuple(cue))


def _is_quotation(text: str, paragraph: TextSpan, quotations: Sequence[Quotation]) -> bool:
    inside = sum(
        _letters(text, TextSpan(max(part.start, paragraph.start), min(part.end, paragraph.end)))
        for one in quotations
        if not one.depth
        for part in one.content
        if part.overlaps(paragraph)
    )
    return inside >= _WHOLE * _letters(text, paragraph)


def _paragraphs(encoded: Encoded) -> list[TextSpan]:
    words = encoded.words
    return [TextSpan(words[first].start, words[after - 1].end) for first, after in pairwise(encoded.paragraphs())]


def _holds(paragraph: TextSpan, one: Attribution) -> bool:
    return paragraph.start <= one.content[0].start < paragraph.end


def _extent(span: TaggedSpan, words: Sequence[TextSpan]) -> TextSpan:
    return TextSpan(words[span.first].start, words[span.last - 1].end)


def _contents(
    tagged: Sequence[TaggedSpan], text: str, words: Sequence[TextSpan], quotations: Sequence[Quotation]
) -> list[_Content]:
    """The contents with their edges at quotation marks, and the quotations that were not tagged."""
    outer = [quotation for quotation in quotations if not quotation.depth]
    found: list[_Content] = []
    for content in tagged:
        span = snapped(text, _extent(content, words), outer)
        if not found or span.start >= found[-1].span.end:
            found.append(_Content(content, span, _is_speech(span, outer)))
        elif span.end > found[-1].span.end:
            rest = TextSpan(found[-1].span.end, span.end)
            found.append(_Content(content, rest, _is_speech(rest, outer)))
    starts = [word.start for word in words]
    covered = [content.span for content in found]
    for quotation in outer:
        if quotation.shape is Shape.SPEECH and not any(quotation.span.overlaps(span) for span in covered):
            first, last = (bisect_left(starts, edge) for edge in (quotation.span.start, quotation.span.end))
            if first < last:
                found.append(_Content(TaggedSpan("content", first, last, _HALF), quotation.span, quoted=True))
    return sorted(found, key=lambda content: content.span.start)


def _is_speech(span: TextSpan, quotations: Sequence[Quotation]) -> bool:
    """Whether most of a content stands in a quotation of some length."""
    shared = sum(_shared(one.span, span) for one in quotations if one.shape is Shape.SPEECH)
    return shared > _HALF * len(span)


def snapped(text: str, span: TextSpan, quotations: Sequence[Quotation]) -> TextSpan:
    """A content whose edge stands beside a quotation mark, with its edge on the mark."""
    start, end = span.start, span.end
    for quotation in quotations:
        if not quotation.span.overlaps(span):
            continue
        first, last = quotation.span.start, quotation.span.end
        whole = _shared(quotation.span, span) >= _HALF * len(quotation.span)
        stretched = whole and _within(span, quotation.span)
        if (stretched and first < start) or 0 < start - first <= _NEAR or _bare(text, start, first):
            start = first
        if (stretched and end < last) or 0 < last - end <= _NEAR or _bare(text, last, end):
            end = last
        if start == first and end > last and _ends_in_comma(text, quotation):
            end = last  # who says it follows
    return TextSpan(start, end)


def _ends_in_comma(text: str, quotation: Quotation) -> bool:
    return text[quotation.content[-1].end - 1] == ","


def _bare(text: str, start: int, end: int) -> bool:
    return start < end and not any(sign.isalnum() for sign in text[start:end])


def _within(span: TextSpan, other: TextSpan) -> bool:
    return other.start - _NEAR <= span.start and span.end <= other.end + _NEAR


def _shared(one: TextSpan, other: TextSpan) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _kind(text: str, content: Sequence[TextSpan], marked: Sequence[TextSpan]) -> Directness:
    """Direct where all letters and digits stand between quotation marks, indirect where none does."""
    total = inside = 0
    for span in content:
        total += _letters(text, span)
        inside += sum(
            _letters(text, TextSpan(max(span.start, part.start), min(span.end, part.end)))
            for part in marked
            if part.overlaps(span)
        )
    if not inside:
        return Directness.INDIRECT
    return Directness.DIRECT if inside == total else Directness.MIXED


def _letters(text: str, span: TextSpan) -> int:
    return sum(sign.isalnum() for sign in text[span.start : span.end])
