"""Names, numbers and colours under which every format shows the reports, origins and entities of a record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from readout.model.record import ArticleEntry, Origin, Record, Span
from readout.present import words

COLOURS = 8  # as many as a reader tells apart; the number beside it always says which report is meant


@dataclass(frozen=True, slots=True)
class ReportLabel:
    """How one report is called on the page: its number (from 1), its outlet's name, its origin and colour."""

    number: int
    name: str
    colour: int
    article: ArticleEntry
    origin: Origin | None

    @property
    def day(self) -> str | None:
        """The day of publication in words."""
        return words.date(self.article.published.date)


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Places in reports of one origin: together they count once."""

    origin: str
    name: str
    colour: int
    spans: tuple[Span, ...]


class Labels:
    """The record's reports in the order in which they are shown, with lookups by id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        shown = sorted(record.articles, key=_publication)
        first = {article.id: place for place, article in reversed(list(enumerate(shown)))}
        self.origins = tuple(sorted(record.origins, key=lambda origin: _rank(origin, first)))
        by_id = {origin.id: origin for origin in self.origins}
        colours = {origin.id: place % COLOURS for place, origin in enumerate(self.origins)}
        self.reports = tuple(
            ReportLabel(number, _name(article), colours.get(article.origin, 0), article, by_id.get(article.origin))
            for number, article in enumerate(shown, 1)
        )
        self._reports = {report.article.id: report for report in self.reports}
        self._origins = by_id
        self._colours = colours
        self._entities = {entity.id: entity.name for entity in record.entities}
        self._issues = {issue.id: issue.label for issue in record.issues}

    def report(self, article: str) -> ReportLabel:
        """The label of a report by its article's id."""
        return self._reports[article]

    def knows(self, article: str) -> bool:
        """Whether the record holds the article."""
        return article in self._reports

    def origin(self, origin: str) -> str:
        """The name of an origin by id; one that is named by its headline goes by its report's name instead."""
        if origin not in self._origins:
            return origin
        name = self._origins[origin].name
        articles = self._origins[origin].articles
        return next((r.name for r in self.reports if r.article.id in articles and r.article.title == name), name)

    def colour(self, origin: str) -> int:
        """The place of an origin's colour in the palette."""
        return self._colours.get(origin, 0)

    def entity(self, entity: str | None) -> str | None:
        """The name of an entity by id; words that are no id (a figure's holder) stay as they are."""
        return None if entity is None else self._entities.get(entity, entity)

    def issue(self, issue: str | None) -> str | None:
        """The label of an issue by id."""
        return None if issue is None else self._issues.get(issue, issue)

    def evidence(self, span: Span) -> str:
        """The characters that a span covers."""
        return self._reports[span.article].article.text[span.start : span.end]

    def ordered(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The spans in the order of the reports' numbers, each once."""
        known = {span for span in spans if span.article in self._reports}
        return tuple(sorted(known, key=lambda span: (self._reports[span.article].number, span.start, span.end)))

    def by_origin(self, spans: Iterable[Span], origins: Mapping[str, str] | None = None) -> tuple[OriginGroup, ...]:
        """The spans, those of one origin together; `origins` names another than the report's own, by article."""
        groups: dict[str, list[Span]] = {}
        for span in self.ordered(spans):
            report = self._reports[span.article]
            groups.setdefault((origins or {}).get(span.article, report.article.origin), []).append(span)
        return tuple(
            OriginGroup(origin, self.origin(origin), self._colour_of(origin, found[0]), tuple(found))
            for origin, found in groups.items()
        )

    def of_origin(self, origin: Origin) -> tuple[ReportLabel, ...]:
        """The reports of an origin, in the order of their numbers."""
        return tuple(report for report in self.reports if report.article.id in origin.articles)

    def _colour_of(self, origin: str, span: Span) -> int:
        return self._colours.get(origin, self._reports[span.article].colour)

    def behind(self, spans: Iterable[Span], origins: Iterable[str] = ()) -> str:
        """`two reports, one origin`: how many stand behind a statement, never the one number without the other."""
        articles = {span.article for span in spans if span.article in self._reports}
        sources = set(origins) or {self._reports[article].article.origin for article in articles}
        return f"{words.count(len(articles), 'report')}, {words.count(len(sources), 'origin')}"

    def title_span(self) -> Span | None:
        """Where the record's title stands as the headline of a report."""
        for report in self.reports:
            if report.article.title == self.record.title and report.article.evidence.title is not None:
                return report.article.evidence.title
        return None

    def standfirst(self) -> str:
        """`Five reports from four origins, published on 10 and 11 January 2022.`, as a sentence."""
        record = self.record
        reports = "report" if len(record.articles) == 1 else "reports"
        many = words.sentence(words.opening(len(record.articles)))
        text = f"{many} {reports} from {words.count(len(record.origins), 'origin')}"
        known = [article.published.date for article in record.articles if article.published.date]
        when = words.date_range(known)
        missing = len(record.articles) - len(known)
        if when:
            text += f", published {when}"
        if when and missing:
            text += f" ({words.count(missing, 'report')} without a known date)"
        return text + "."

    def outlets(self) -> tuple[str, ...]:
        """The outlets' names, each once, in the order of the reports."""
        return tuple(dict.fromkeys(report.name for report in self.reports))


def known_as(article: ArticleEntry, labels: Labels) -> str:
    """How the publication date is known, in words: `inferred from a photo caption`."""
    published = article.published
    match published.source:
        case "stated":
            return "stated in the report"
        case "metadata":
            return "from the page’s metadata"
        case "inferred":
            return f"inferred from {_where(published.spans, labels)}"
        case "context":
            return "settled by the story’s other reports"
        case "unknown":
            return "not known"


_PLACES = {
    "caption": "a dated photo caption",
    "credit": "a dated photo credit",
    "paragraph": "dated words in the text",
    "note": "a dated note",
    "url": "the address",
}


def _where(spans: tuple[Span, ...], labels: Labels) -> str:
    """In what kind of block the words stand from which a date was inferred."""
    for span in spans:
        blocks = labels.report(span.article).article.blocks if labels.knows(span.article) else ()
        for block in blocks:
            if block.start <= span.start < block.end and block.role in _PLACES:
                return _PLACES[block.role]
    return "the report’s own dated words"


def _rank(origin: Origin, first: Mapping[str, int]) -> tuple[int, int, str]:
    """Origins of several reports first, then in the order in which their first reports came out."""
    return -len(origin.articles), min((first.get(one, len(first)) for one in origin.articles), default=0), origin.id


def _publication(article: ArticleEntry) -> tuple[bool, str, bool, str]:
    """Dated reports first, in the order of publication; the record's own order settles ties."""
    published = article.published
    return published.date is None, published.date or "", published.time is None, published.time or ""


def _name(article: ArticleEntry) -> str:
    """The outlet, else the site, else the file as given."""
    if article.outlet:
        return article.outlet
    site = urlsplit(article.url).hostname if article.url else None
    if site:
        return site.removeprefix("www.")
    return article.input.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or article.input
