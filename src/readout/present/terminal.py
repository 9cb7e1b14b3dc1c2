"""What a record holds, at a glance, in the terminal."""

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout.compare.overlap import Overlap, overlaps
from readout.model.record import Record
from readout.present import words
from readout.present.labels import Labels, ReportLabel, known_as
from readout.present.plain import plain
from readout.present.story import Indented, Line, brief, disputes, positions, timeline

_MOST_REPORTS = 40  # a summary is read on one or two screens; the record holds them all
_MOST_PAIRS = 15
_WIDE = 96  # columns from which a table is easier to read than a list
_TINTS = ("blue", "red", "green", "yellow", "magenta", "cyan", "white", "bright_red")


def summary(record: Record, console: Console) -> None:
    """Prints title, counts, brief, timeline, what is in dispute, positions; then reports, origins and problems."""
    labels = Labels(record)
    _print(Text(plain(record.title) or "No title", style="bold"), console)
    _print(Text(labels.standfirst()), console)
    sections = (
        ("In brief", brief(labels)),
        ("What happened, and when", timeline(labels)),
        ("In dispute", disputes(labels)),
        ("Who wants what", positions(labels)),
        ("Reports", _table(labels) if console.width >= _WIDE else _list(labels)),
        ("Origins", _origins(labels)),
        ("Shared text", _shared(labels)),
        ("Also in the record", _also(record)),
        ("Not used", _problems(record)),
    )
    for heading, lines in sections:
        first = next(lines, None)
        if first is not None:
            console.print()
            console.print(Text(heading, style="bold underline"))
            for line in (first, *lines):
                _print(line, console)


def _print(line: Line, console: Console) -> None:
    """A line with nothing behind its last word, so that what is piped away has no spaces at line ends."""
    if isinstance(line, Table):
        console.print(line)
        return
    text, indent = (line.text, "  ") if isinstance(line, Indented) else (line, "")
    for part in text.wrap(console, console.width - len(indent)):
        part.rstrip()
        console.print(Text.assemble(indent, part))


def _number(report: ReportLabel) -> Text:
    return Text(str(report.number), style=f"bold {_TINTS[report.colour]}")


def _when(report: ReportLabel, labels: Labels, between: str) -> Text:
    """`11 January 2022, 20:17` and, dimmed, how that is known, with something between the two."""
    published = report.article.published
    if published.date is None:
        return Text("not known", style="dim")
    clock = f", {words.time(published.time)}" if published.time else ""
    return Text.assemble(f"{words.date(published.date)}{clock}", between, (known_as(report.article, labels), "dim"))


def _table(labels: Labels) -> Iterator[Line]:
    if not labels.reports:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, header_style="dim")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Outlet", overflow="fold", min_width=10, max_width=24)
    table.add_column("Agency", overflow="fold", max_width=12)
    table.add_column("Origin", overflow="fold", max_width=20)
    table.add_column("Published", overflow="fold", min_width=16)
    table.add_column("Headline", overflow="fold", ratio=1)
    for report in labels.reports[:_MOST_REPORTS]:
        article = report.article
        table.add_row(
            _number(report),
            Text(plain(report.name)),
            Text(plain(article.agency) or "–"),
            Text(plain(labels.origin(article.origin))),
            _when(report, labels, "\n"),
            Text(plain(article.title) or "–"),
        )
    yield table
    yield from _more(len(labels.reports) - _MOST_REPORTS, "more report")


def _list(labels: Labels) -> Iterator[Line]:
    """The reports one below the other, for a narrow terminal."""
    for report in labels.reports[:_MOST_REPORTS]:
        article = report.article
        yield Text.assemble(_number(report), " ", (plain(report.name), "bold"))
        origin = f"origin {plain(labels.origin(article.origin))}"
        agency = f"copy of {plain(article.agency)}, " if article.agency else ""
        for line in (Text(plain(article.title) or "–"), Text(agency + origin), _when(report, labels, ", ")):
            yield Indented(line)
    yield from _more(len(labels.reports) - _MOST_REPORTS, "more report")


def _origins(labels: Labels) -> Iterator[Line]:
    for origin in labels.origins[:_MOST_REPORTS]:
        numbers = words.listing(str(report.number) for report in labels.reports if report.article.id in origin.articles)
        style = f"bold {_TINTS[labels.colour(origin.id)]}"
        count = words.count(len(origin.articles), "report")
        yield Text.assemble((plain(labels.origin(origin.id)), style), f"  {count}: {numbers}")
        for reason in origin.because:
            yield Indented(Text(plain(reason.text), style="dim"))
    yield from _more(len(labels.origins) - _MOST_REPORTS, "more origin")


def _shared(labels: Labels) -> Iterator[Line]:
    """For each pair of reports how much of the one stands also in the other."""
    passages = labels.record.passages
    if not passages:
        return
    copied = sum(passage.kind == "copied" for passage in passages)
    kinds = [f"{words.number(copied)} copied"] if copied else []
    kinds += [f"{words.number(len(passages) - copied)} quoted"] if len(passages) > copied else []
    yield Text(words.sentence(f"{words.count(len(passages), 'passage')}: {words.listing(kinds)}."))
    pairs = overlaps(labels.record)
    ranked = sorted(pairs.values(), key=lambda pair: -pair.share)
    once = [pair for pair in ranked if labels.report(pair.row).number < labels.report(pair.column).number]
    for pair in once[:_MOST_PAIRS]:
        yield Indented(_pair(pair, pairs[pair.column, pair.row], labels))
    yield from _more(len(once) - _MOST_PAIRS, "more pair")


def _more(left: int, what: str) -> Iterator[Line]:
    """`and 12 more reports`, where a list was cut."""
    if left > 0:
        yield Indented(Text(f"and {words.count(left, what)}", style="dim"))


def _pair(pair: Overlap, back: Overlap, labels: Labels) -> Text:
    one, other = labels.report(pair.row), labels.report(pair.column)
    shares = f"{words.percent(pair.share)} of {one.number}, {words.percent(back.share)} of {other.number}"
    kind = "" if pair.copied or back.copied else ", quoted only"
    relation = "one origin" if one.article.origin == other.article.origin else "two origins"
    return Text.assemble(_number(one), " and ", _number(other), f": {shares}{kind} ({relation})")


def _also(record: Record) -> Iterator[Line]:
    """Counts of what a summary does not show."""
    counts = (
        (len(record.quotes), "quotation", None),
        (len(record.figures), "figure", None),
        (len(record.entities), "person, body or place", "people, bodies and places"),
    )
    found = [words.count(count, one, many) for count, one, many in counts if count]
    if found:
        yield Text(words.sentence(words.listing(found)) + ".")


def _problems(record: Record) -> Iterator[Line]:
    for problem in record.problems:
        yield Text.assemble((plain(problem.input), "bold"), f": {plain(problem.message)}")
