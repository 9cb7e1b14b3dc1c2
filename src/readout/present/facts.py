"""What a report says about itself, row by row, each with the characters that say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readout.model.record import ArticleEntry, Span
from readout.present import words
from readout.present.labels import Labels, known_as

_PRINTED = {"Headline", "Outlet", "Copy of", "Dateline"}  # what one expects to read on the page itself


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value and the characters that say so."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a report's table. `note` says how the values are known, where that needs saying."""

    label: str
    values: tuple[FactValue, ...]
    note: str | None = None
    link: str | None = None


def fact_rows(article: ArticleEntry, labels: Labels) -> tuple[FactRow, ...]:
    """The rows whose values are known."""
    evidence = article.evidence
    rows = (
        _row("Headline", article.title, evidence.title),
        _row("Outlet", article.outlet, evidence.outlet),
        _row("Copy of", article.agency, evidence.agency),
        _names("By", article.byline, evidence.byline),
        _names("Contributors", article.contributors, evidence.contributors),
        _row("Dateline", article.dateline, evidence.dateline),
        _published(article, labels),
        _row("Address", article.url, evidence.url, link=web_address(article.url)),
        _row("Language", words.language(article.language)),
        _row("Origin", labels.origin(article.origin)),
        _row("Input", article.input),
    )
    return tuple(row for row in rows if row is not None)


def unknown_facts(article: ArticleEntry) -> tuple[str, ...]:
    """What the report does not tell about itself, in words."""
    told = {
        "headline": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "publication date": article.published.date,
        "address": article.url,
    }
    return tuple(name for name, value in told.items() if not value)


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: text of a report never becomes a `javascript:` link."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


def _row(label: str, value: str | None, span: Span | None = None, link: str | None = None) -> FactRow | None:
    """A row, or nothing where the value is unknown."""
    if not value:
        return None
    note = "not in the text" if span is None and label in _PRINTED else None
    return FactRow(label, (FactValue(value, () if span is None else (span,)),), note, link)


def _names(label: str, names: Sequence[str], spans: Sequence[Span]) -> FactRow | None:
    """A row of names, each beside its own characters where there is one stretch for each name."""
    if not names:
        return None
    if len(names) != len(spans):
        return FactRow(label, (FactValue(words.listing(names), tuple(spans)),))
    return FactRow(label, tuple(FactValue(name, (span,)) for name, span in zip(names, spans, strict=True)))


def _published(article: ArticleEntry, labels: Labels) -> FactRow | None:
    published = article.published
    if published.date is None:
        return None
    written = [words.weekday(published.date), words.date(published.date)]
    clock = words.time(published.time) if published.time else None
    return FactRow("Published", (FactValue(_joined(written, clock), published.spans),), known_as(article, labels))


def _joined(parts: Iterable[str | None], clock: str | None) -> str:
    text = " ".join(filter(None, parts))
    return f"{text}, {clock}" if clock else text
