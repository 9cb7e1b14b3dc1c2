"""Where in a report words stand, as the margin there says, and a sentence with its sources for pasting elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from readout.model.record import Span
from readout.present.labels import Labels
from readout.present.marks import paragraph_number


@dataclass(frozen=True, slots=True)
class Citation:
    """A place to open: the words in one paragraph of one report. `again`: the report's number stands before it."""

    span: Span
    also: tuple[Span, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Citations of one origin: they hang together, and count once."""

    name: str
    colour: int
    tied: bool
    citations: tuple[Citation, ...]


def citation_groups(
    spans: Iterable[Span], labels: Labels, origins: Mapping[str, str] | None = None
) -> tuple[CitationGroup, ...]:
    """The places that a statement rests on, origin by origin. `origins` names another than the report's own."""
    return tuple(
        CitationGroup(
            group.name,
            group.colour,
            len({span.article for span in group.spans}) > 1,
            _citations(group.spans, labels),
        )
        for group in labels.by_origin(spans, origins)
    )


def _citations(spans: Iterable[Span], labels: Labels) -> tuple[Citation, ...]:
    found: list[Citation] = []
    for (article, _), together in groupby(spans, key=lambda span: (span.article, place_of(labels, span))):
        first, *rest = together
        found.append(Citation(first, tuple(rest), bool(found) and found[-1].span.article == article))
    return tuple(found)


def place_of(labels: Labels, span: Span) -> str:
    """`¶3`, `caption`."""
    article = labels.report(span.article).article
    paragraph = paragraph_number(article, span.start)
    if paragraph is not None:
        return f"¶{paragraph}"
    role = next((block.role for block in article.blocks if block.start <= span.start < block.end), "text")
    return role.replace("_", "-")


def with_sources(text: str, spans: Iterable[Span], labels: Labels) -> str:
    """The words and, in brackets, each report that they stand in: `... (Gazette, 3 March 2026, ¶1; Herald, ¶2)`."""
    places: dict[str, list[str]] = {}
    for span in labels.ordered(spans):
        places.setdefault(span.article, []).append(place_of(labels, span))
    named = (_source(article, found, labels) for article, found in places.items())
    sources = "; ".join(named)
    line = " ".join(text.split())
    return f"{line} ({sources})" if sources else line


def _source(article: str, found: Iterable[str], labels: Labels) -> str:
    report = labels.report(article)
    agency = report.article.agency
    copy = f" ({agency})" if agency and agency != report.name else ""
    return ", ".join(filter(None, (f"{report.name}{copy}", report.day, *dict.fromkeys(found))))
