"""What a report says about itself, row by row, each with the characters that say so."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import ArticleEntry, Span
from readout.present import words
from readout.present.labels import Labels, known_as


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a report's table. `note` says how the value is known, where that needs saying."""

    label: str
    value: str
    note: str | None
    spans: tuple[Span, ...]
    link: str | None = None


def fact_rows(article: ArticleEntry, labels: Labels) -> tuple[FactRow, ...]:
    """The rows whose values are known."""
    evidence = article.evidence
    rows = (
        _row("Headline", article.title, evidence.title),
        _row("Outlet", article.outlet, evidence.outlet),
        _row("Copy of", article.agency, evidence.agency),
        _row("By", words.listing(article.byline), *evidence.byline, elsewhere=""),
        _row("Contributors", words.listing(article.contributors), *evidence.contributors, elsewhere=""),
        _row("Dateline", article.dateline, evidence.dateline),
        _published(article, labels),
        _row("Address", article.url, evidence.url, elsewhere="", link=web_address(article.url)),
        _row("Language", words.language(article.language), elsewhere=""),
        _row("Origin", labels.origin(article.origin), elsewhere=""),
        _row("Input", article.input, elsewhere=""),
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


def _row(
    label: str,
    value: str | None,
    *spans: Span | None,
    elsewhere: str = "not in the text",
    link: str | None = None,
) -> FactRow | None:
    """A row, or nothing where the value is unknown; `elsewhere` is said of a value that no characters show."""
    if not value:
        return None
    found = tuple(span for span in spans if span is not None)
    return FactRow(label, value, None if found else elsewhere or None, found, link)


def _published(article: ArticleEntry, labels: Labels) -> FactRow | None:
    published = article.published
    if published.date is None:
        return None
    written = [words.weekday(published.date), words.date(published.date)]
    clock = words.time(published.time) if published.time else None
    return FactRow("Published", _joined(written, clock), known_as(article, labels), published.spans)


def _joined(parts: Iterable[str | None], clock: str | None) -> str:
    text = " ".join(filter(None, parts))
    return f"{text}, {clock}" if clock else text
