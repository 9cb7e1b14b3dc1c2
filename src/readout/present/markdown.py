"""The record as Markdown, for those who paste it elsewhere."""

import re
from collections.abc import Iterable, Iterator

from readout.compare.overlap import Overlap, overlaps
from readout.model.record import Conflict, Event, Figure, Quote, Reason, Record, Span
from readout.present import words
from readout.present.citations import first_mentions
from readout.present.facts import web_address
from readout.present.labels import Labels, ReportLabel, known_as
from readout.present.parts import by_kind, by_speaker, dated_events, position_table
from readout.present.sharing import passage_groups

_MARKUP = re.compile(r"([\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|^#)")
_LIST_START = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MANY = 12  # citations of one statement beyond this are counted, not listed


def to_markdown(record: Record) -> str:
    """The whole record but the reports' texts. `[2:120–180]` cites characters 120 to 180 of report 2."""
    labels = Labels(record)
    parts = [_masthead(labels)]
    parts += [
        f"## {heading}\n\n{body}"
        for heading, body in (
            ("In brief", _brief(labels)),
            ("What happened, and when", _events(labels)),
            ("Who wants what", _positions(labels)),
            ("Who said what", _quotes(labels)),
            ("Where the reports disagree", _conflicts(labels)),
            ("Figures", _figures(labels)),
            ("People and places", _entities(labels)),
            ("Origins", _origins(labels)),
            ("Shared passages", _passages(labels)),
            ("Reports", _reports(labels)),
            ("Not used", _problems(labels)),
        )
        if body
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def escape(text: str | None) -> str:
    """Text of a report on one line, so that none of its characters is taken for markup."""
    line = _CONTROL.sub("\ufffd", " ".join((text or "").split()))
    line = _MARKUP.sub(r"\\\1", line)
    return _LIST_START.sub(_shield, line)


def _shield(found: re.Match[str]) -> str:
    """The start of a line that would otherwise begin a list or underline a heading."""
    space, digits, stop, blank, dash = found.groups()
    return f"{space}{digits}\\{stop}" if digits else f"{blank}\\{dash}"


def _cites(spans: Iterable[Span], labels: Labels) -> str:
    """` [1:4–20] [2:7–30]`, or nothing."""
    ordered = labels.ordered(spans)
    text = "".join(f" [{labels.report(span.article).number}:{span.start}–{span.end}]" for span in ordered[:_MANY])
    return text + (f" and {words.count(len(ordered) - _MANY, 'more place')}" if len(ordered) > _MANY else "")


def _because(reasons: Iterable[Reason], labels: Labels) -> str:
    return "".join(f"\n  - {escape(reason.text)}{_cites(reason.spans, labels)}" for reason in reasons)


def _masthead(labels: Labels) -> str:
    title = escape(labels.record.title) or "The record"
    text = f"# {title}\n\n{labels.standfirst()}"
    if labels.reports:
        text += f" In {words.listing(escape(name) for name in labels.outlets())}."
        text += "\n\nEach citation [report:start–end] names the report by its number below and the characters in it."
    return text


def _brief(labels: Labels) -> str:
    return " ".join(
        f"{escape(line.text)}{' *(one origin)*' if len(line.origins) == 1 else ''}{_cites(line.cites, labels)}"
        for line in labels.record.brief
    )


def _events(labels: Labels) -> str:
    days = (
        f"**{day or 'No date given'}**\n\n" + "\n".join(_event(event, labels) for event in events)
        for day, events in dated_events(labels.record.events)
    )
    return "\n\n".join(days)


def _event(event: Event, labels: Labels) -> str:
    tags = [
        event.status.replace("_", " ") if event.status and event.status != "past" else "",
        "background" if event.background else "",
        escape(event.place),
        labels.behind(event.spans, event.origins),
    ]
    return f"- {escape(event.text)} ({'; '.join(filter(None, tags))}){_cites(event.spans, labels)}"


def _positions(labels: Labels) -> str:
    table = position_table(labels.record)
    blocks = []
    for issue in table.issues:
        lines = [f"**{escape(labels.issue(issue)) or 'Other'}**", ""]
        for party in table.parties:
            for held in table.cells.get((issue, party), ()):
                who = escape(labels.entity(party)) or "Party not clear"
                act = f"no {held.act}" if held.polarity == "negated" else held.act
                condition = f", if {escape(held.condition)}" if held.condition else ""
                behind = labels.behind(held.spans, held.origins)
                lines.append(f"- {who} ({act}): {escape(held.text)}{condition} ({behind}){_cites(held.spans, labels)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _quotes(labels: Labels) -> str:
    groups = (
        f"**{escape(speaker) or 'Speaker not clear'}**\n\n" + "\n".join(_quote(quote, labels) for quote in quotes)
        for speaker, quotes in by_speaker(labels.record.quotes, labels)
    )
    return "\n\n".join(groups)


def _quote(quote: Quote, labels: Labels) -> str:
    spans = tuple(span for row in quote.reports for span in row.spans)
    text = f"“{escape(quote.text)}”" if quote.kind == "direct" else escape(quote.text)
    told = [
        escape(quote.channel),
        f"relayed by {escape(labels.entity(quote.via))}" if quote.via else "",
        words.date(quote.said_on) or "",
        labels.behind(spans, (row.origin for row in quote.reports)),
    ]
    variants = "".join(
        f"\n  - Report {labels.report(variant.article).number} has “{escape(variant.text)}”"
        for variant in quote.variants
        if labels.knows(variant.article)
    )
    return f"- {text} ({'; '.join(filter(None, told))}){_cites(spans, labels)}{variants}"


def _conflicts(labels: Labels) -> str:
    return "\n\n".join(_conflict(conflict, labels) for conflict in labels.record.conflicts)


def _conflict(conflict: Conflict, labels: Labels) -> str:
    verdict = "contradict each other" if conflict.verdict == "contradicts" else "differ"
    lines = [f"**{escape(words.sentence(conflict.about))}** (the reports {verdict})", ""]
    for side in conflict.sides:
        holders = words.listing(escape(labels.entity(holder)) for holder in side.holders)
        behind = labels.behind(side.spans, side.origins)
        held = f"{holders}; {behind}" if holders else behind
        lines.append(f"- {escape(side.value)} ({held}){_cites(side.spans, labels)}")
    return "\n".join(lines) + _because(conflict.because, labels).replace("\n  -", "\n-")


def _figures(labels: Labels) -> str:
    return _table(
        ("Figure", "Of what", "Who says so", "Behind it"), (_figure(f, labels) for f in labels.record.figures)
    )


def _figure(figure: Figure, labels: Labels) -> tuple[str, ...]:
    return (
        escape(figure.text),
        escape(figure.measures or figure.unit_text),
        escape(labels.entity(figure.holder)) or "the report",
        labels.behind(figure.spans, figure.origins) + _cites(figure.spans, labels),
    )


def _entities(labels: Labels) -> str:
    groups = []
    for heading, entities in by_kind(labels.record.entities):
        lines = [f"**{heading}**", ""]
        for entity in entities:
            roles = "; ".join(escape(role.text) for role in entity.roles)
            aliases = f" (also {', '.join(escape(alias) for alias in entity.aliases)})" if entity.aliases else ""
            cites = _cites(first_mentions(entity), labels)
            lines.append(f"- {escape(entity.name)}{aliases}{': ' + roles if roles else ''}{cites}")
        groups.append("\n".join(lines))
    return "\n\n".join(groups)


def _origins(labels: Labels) -> str:
    lines = []
    for origin in labels.origins:
        numbers = words.listing(str(report.number) for report in labels.reports if report.article.id in origin.articles)
        count = words.count(len(origin.articles), "report")
        lines.append(f"- **{escape(labels.origin(origin.id))}**: {count} ({numbers}){_because(origin.because, labels)}")
    return "\n".join(lines)


def _passages(labels: Labels) -> str:
    if not labels.record.passages:
        return ""
    shares = _table(
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
            f"- {item.passage.kind}: {escape(item.passage.text)}{_cites(item.spans, labels)}" for item in group.passages
        ]
        yield "\n".join(lines)


def _reports(labels: Labels) -> str:
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
    title = (escape(article.title) or "Without a headline") + _cites(filter(None, (found.title,)), labels)
    return f"{report.number}. **{escape(report.name)}**: {title}; {'; '.join(filter(None, facts))}"


def _fact(name: str, value: str, spans: Iterable[Span | None], labels: Labels) -> str:
    """`copy of AFP [1:105–108]`, or nothing where the value is unknown."""
    return f"{name} {value}{_cites(filter(None, spans), labels)}" if value else ""


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


def _problems(labels: Labels) -> str:
    return "\n".join(f"- {escape(problem.input)}: {escape(problem.message)}" for problem in labels.record.problems)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table, or nothing where there are no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    rule = "|" + " --- |" * len(head)
    return "\n".join((f"| {' | '.join(head)} |", rule, *body)) if body else ""
