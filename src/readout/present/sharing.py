"""The shared passages of a record, grouped by the reports that share them and numbered for the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import Passage, Span
from readout.present import words
from readout.present.labels import Labels, ReportLabel
from readout.present.marks import Highlight


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """A passage with its number on the page. `edited`: it does not stand in the same words in each report."""

    number: int
    passage: Passage
    spans: tuple[Span, ...]
    edited: bool

    @property
    def lines(self) -> str:
        """The passage's text without the empty lines between its paragraphs."""
        return "\n".join(line.strip() for line in self.passage.text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """The passages that the same reports share; `origins` are the ids of those reports' origins."""

    id: str
    reports: tuple[ReportLabel, ...]
    origins: tuple[str, ...]
    passages: tuple[NumberedPassage, ...]

    @property
    def copied(self) -> tuple[NumberedPassage, ...]:
        """Those that one took from the other, or both from an agency."""
        return tuple(item for item in self.passages if item.passage.kind == "copied")

    @property
    def quoted(self) -> tuple[NumberedPassage, ...]:
        """Those that both quote from a third."""
        return tuple(item for item in self.passages if item.passage.kind == "quoted")


def passage_groups(labels: Labels) -> tuple[PassageGroup, ...]:
    """The groups, most shared text first; passages in the order of the first report's text."""
    together: dict[tuple[int, ...], list[tuple[Passage, tuple[Span, ...]]]] = {}
    for passage in labels.record.passages:
        spans = labels.ordered(passage.spans)
        numbers = tuple(dict.fromkeys(labels.report(span.article).number for span in spans))
        together.setdefault(numbers, []).append((passage, spans))
    ranked = sorted(together.items(), key=lambda item: (-sum(len(p.text) for p, _ in item[1]), item[0]))
    groups = []
    number = 0
    for numbers, members in ranked:
        items = []
        for passage, spans in sorted(members, key=lambda member: member[1][:1]):
            number += 1
            wordings = {" ".join(labels.evidence(span).split()) for span in spans}
            items.append(NumberedPassage(number, passage, spans, len(wordings) > 1))
        groups.append(_group(numbers, tuple(items), labels))
    return tuple(groups)


def highlights(groups: Iterable[PassageGroup], labels: Labels) -> dict[str, tuple[Highlight, ...]]:
    """For each report (by article id) where shared passages stand in it, in the colour of whom it shares them with."""
    found: dict[str, list[Highlight]] = {}
    for group in groups:
        for item in group.passages:
            for span in item.spans:
                others = [report for report in group.reports if report.article.id != span.article]
                partner = others[0] if others else labels.report(span.article)
                names = words.listing(f"{report.number} {report.name}" for report in others)
                mark = Highlight(item.number, span.start, span.end, item.passage.kind, partner.colour, names)
                found.setdefault(span.article, []).append(mark)
    return {article: tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))) for article, marks in found.items()}


def group_id(numbers: Iterable[int]) -> str:
    """The id on the page of what these reports share."""
    return "shared-" + "-".join(map(str, sorted(numbers)))


def _group(numbers: tuple[int, ...], items: tuple[NumberedPassage, ...], labels: Labels) -> PassageGroup:
    reports = tuple(labels.reports[number - 1] for number in numbers)
    origins = tuple(dict.fromkeys(report.article.origin for report in reports))
    return PassageGroup(group_id(numbers), reports, origins, items)
