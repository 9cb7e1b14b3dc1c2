"""How much of each report stands also in each other one."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import ArticleEntry, Passage, Record


@dataclass(frozen=True, slots=True)
class Overlap:
    """What `row` has in common with `column`: a share of the characters of row's paragraphs, 0 to 1."""

    row: str
    column: str
    share: float
    copied: float


def overlaps(record: Record) -> dict[tuple[str, str], Overlap]:
    """The pairs of reports that share passages, both ways round; `copied` leaves quotations of a third out."""
    bodies = {article.id: _body(article) for article in record.articles}
    shared: dict[tuple[str, str], set[int]] = {}
    copied: dict[tuple[str, str], set[int]] = {}
    for passage in record.passages:
        for row, column, characters in _pairs(passage):
            if row in bodies:
                inside = characters & bodies[row]
                shared.setdefault((row, column), set()).update(inside)
                if passage.kind == "copied":
                    copied.setdefault((row, column), set()).update(inside)
    return {
        (row, column): Overlap(row, column, _share(inside, bodies[row]), _share(copied.get((row, column)), bodies[row]))
        for (row, column), inside in sorted(shared.items())
    }


def _pairs(passage: Passage) -> Iterable[tuple[str, str, set[int]]]:
    """(row, column, row's characters) for each ordered pair of the reports that share a passage."""
    places: dict[str, set[int]] = {}
    for span in passage.spans:
        places.setdefault(span.article, set()).update(range(span.start, span.end))
    for row, characters in places.items():
        for column in places:
            if row != column:
                yield row, column, characters


def _body(article: ArticleEntry) -> frozenset[int]:
    """The offsets of the characters in the report's paragraphs."""
    return frozenset(
        offset for block in article.blocks if block.role == "paragraph" for offset in range(block.start, block.end)
    )


def _share(part: set[int] | None, whole: frozenset[int]) -> float:
    return len(part) / len(whole) if part and whole else 0.0
