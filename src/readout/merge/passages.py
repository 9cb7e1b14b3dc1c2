"""Passages of the record: pairwise shared text grouped over all the reports that share it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from readout.link.grouping import Grouping
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Passage, Span
from readout.model.text import Article

_OVERLAP = 0.5  # of the longer of two spans of one article: then they are the same passage


def record_passages(passages: Sequence[SharedPassage], articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """Shared passages, one entry for all reports that hold it, longest first. `articles` by id."""
    groups = _grouped(passages)
    made = [_passage(group, articles) for group in groups]
    return tuple(sorted(made, key=lambda passage: (-len(passage.text), passage.spans)))


def _grouped(passages: Sequence[SharedPassage]) -> list[list[SharedPassage]]:
    """Passages that hold the same stretch of some article, transitively; one sweep over each article's spans."""
    grouping = Grouping(range(len(passages)))
    ends = sorted((span, index) for index, each in enumerate(passages) for span in (each.left, each.right))
    active: list[tuple[Span, int]] = []
    for span, index in ends:
        active = [(other, place) for other, place in active if other.article == span.article and other.end > span.start]
        for other, place in active:
            if passages[place].kind is passages[index].kind and _same(other, span):
                grouping.join(place, index)
        active.append((span, index))
    groups: dict[int, list[SharedPassage]] = defaultdict(list)
    for index, each in enumerate(passages):
        groups[grouping.root(index)].append(each)
    return list(groups.values())


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= _OVERLAP * max(one.end - one.start, other.end - other.start)


def _passage(group: Sequence[SharedPassage], articles: Mapping[str, Article]) -> Passage:
    """One entry: every stretch of an article that holds it, overlapping ones as one, and the text of the longest."""
    spans: list[Span] = []
    for span in sorted(span for passage in group for span in (passage.left, passage.right)):
        last = spans[-1] if spans else None
        if last is not None and last.article == span.article and span.start < last.end:
            spans[-1] = Span(span.article, last.start, max(last.end, span.end))
        else:
            spans.append(span)
    longest = max(spans, key=lambda span: (span.end - span.start, span))
    quoted = all(passage.kind is PassageKind.QUOTED for passage in group)
    return Passage(
        articles[longest.article].text[longest.start : longest.end], tuple(spans), "quoted" if quoted else "copied"
    )
