"""The sources of a record as Markdown: origins, shared passages, reports."""

import re
from collections.abc import Iterable, Iterator

from readout.compare.overlap import Overlap, overlaps
from readout.model.record import Span
from readout.present import words
from readout.present.facts import web_address
from readout.present.labels import Labels, ReportLabel, known_as
from readout.present.markup import because, cites, escape, table
from readout.present.sharing import passage_groups


def origins(labels: Labels) -> str:
    """Who reported first-hand, and why reports are held to have one origin."""
    lines = []
    for origin in labels.origins:
        numbers = words.listing(str(report.number) for report in labels.reports if report.article.id in origin.articles)
        count = words.count(len(origin.articles), "report")
        lines.append(f"- **{escape(labels.origin(origin.id))}**: {count} ({numbers}){because(origin.because, labels)}")
    return "\n".join(lines)


def passages(labels: Labels) -> str:
    """How much of each report stands in each other one, and the passages."""
    if not labels.record.passages:
        return ""
    shares = table(
        ("Of the text of", "stands also in", "all", "copied"),
        (
            (
                f"{labels.report(pair.row).number} {escape(labels.report(pair.row).name)}",
                f"{labels.report(pair.column).number} {escape(labels.report(pair.column).name)}",
                words.percent(pair.share),
                words.percent(pair.copied),
            )
            for pair in sorted(overlaps(labels.record).values(), key=lambda pair: _numbers(pair, labels))
        ),
    )
    return "\n\n".join((shares, *_groups(labels)))


def _numbers(pair: Overlap, labels: Labels) -> tuple[int, int]:
    return labels.report(pair.row).number, labels.report(pair.column).number


def _groups(labels: Labels) -> Iterator[str]:
    """The passages that the same reports share, one list for each group of reports."""
    for group in passage_groups(labels):
        names = words.listing(f"{report.number} {escape(report.name)}" for report in group.reports)
        lines = [f"**{names}** ({words.count(len(group.origins), 'origin')})", ""]
        lines += [
            f"- {item.passage.kind}: {escape(item.passage.text)}{cites(item.spans, labels)}" for item in group.passages
        ]
        yield "\n".join(lines)


def reports(labels: Labels) -> str:
    """Every report with what it says about itself."""
    return "\n".join(_report(report, labels) for report in labels.reports)


def _report(report: ReportLabel, labels: Labels) -> str:
    """One report in one line, each fact with its characters."""
    article, found = report.article, report.article.evidence
    facts = (
        _fact("by", words.listing(escape(name) for name in article.byline), found.byline, labels),
        _fact("copy of", escape(article.agency), (found.agency,), labels),
        _fact("dateline", escape(article.dateline), (found.dateline,), labels),
        _published(report, labels),
        f"origin {escape(labels.origin(article.origin))}",
        _address(article.url),
        f"input {escape(article.input)}",
    )
    title = (escape(article.title) or "Without a headline") + cites(filter(None, (found.title,)), labels)
    return f"{report.number}. **{escape(report.name)}**: {title}; {'; '.join(filter(None, facts))}"


def _fact(name: str, value: str, spans: Iterable[Span | None], labels: Labels) -> str:
    """`copy of AFP [1:105–108]`, or nothing where the value is unknown."""
    return f"{name} {value}{cites(filter(None, spans), labels)}" if value else ""


def _published(report: ReportLabel, labels: Labels) -> str:
    published = report.article.published
    if published.date is None:
        return "publication date not known"
    clock = f", {words.time(published.time)}" if published.time else ""
    known = f"{words.date(published.date)}{clock} ({known_as(report.article, labels)})"
    return _fact("published", known, published.spans, labels)


def _address(url: str | None) -> str:
    """A link for a web address that Markdown can hold, else the words themselves."""
    link = web_address(url)
    return f"<{link}>" if link and not re.search(r"[<>\s]", link) else escape(url)
