"""The picture of who shares how much with whom: the geometry of a heat matrix."""

import bisect
from dataclasses import dataclass

from readout.compare.overlap import Overlap, overlaps
from readout.present import words
from readout.present.labels import Labels, ReportLabel
from readout.present.sharing import PassageGroup

_ROOMY = 14  # reports up to which a cell has room for its number
_CLASSES = (0.02, 0.05, 0.1, 0.25, 0.5, 0.75)
_SHADES = (0.08, 0.16, 0.28, 0.42, 0.56, 0.85, 1.0)  # on none is the contrast of a number below 4.5, light or dark


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of reports that share text: its place in the picture, its darkness 0 to 1, and where it leads."""

    x: int
    y: int
    row: ReportLabel
    column: ReportLabel
    overlap: Overlap
    percent: str
    href: str

    @property
    def darkness(self) -> float:
        """By how much is copied, in classes as on a map: neighbours can be told apart and the number can be read."""
        return _SHADES[bisect.bisect_right(_CLASSES, self.overlap.copied)]

    @property
    def light_text(self) -> bool:
        """Whether the number needs the paper's colour to be read on the cell."""
        return self.darkness > 0.6


@dataclass(frozen=True, slots=True)
class Matrix:
    """The heat matrix, in units of one pixel.

    `frames`: (offset, length, colour) of each origin with several reports.
    `left_out`: how many reports share nothing with another and are not shown, where there are many.
    """

    size: int
    left: int
    top: int
    roomy: bool
    left_out: int
    order: tuple[ReportLabel, ...]
    cells: tuple[Cell, ...]
    frames: tuple[tuple[int, int, int], ...]

    @property
    def quoted_only(self) -> bool:
        """Whether some reports share nothing but quotations of a third."""
        return any(not cell.overlap.copied for cell in self.cells)

    @property
    def width(self) -> int:
        """Of the whole picture, with its labels."""
        return self.left + self.size * len(self.order) + 2

    @property
    def height(self) -> int:
        """Of the whole picture, with its labels."""
        return self.top + self.size * len(self.order) + 2


def matrix(labels: Labels, groups: tuple[PassageGroup, ...]) -> Matrix | None:
    """The picture, with the reports of one origin side by side; nothing where no two reports share text."""
    if len(labels.reports) < 2 or not groups:
        return None
    order = _by_origin(labels)
    if len(order) > _ROOMY:
        sharing = {article for pair in overlaps(labels.record) for article in pair}
        order = tuple(report for report in order if report.article.id in sharing)
    roomy = len(order) <= _ROOMY
    size, left, top = (40, 156, 30) if roomy else (20, 156, 28)
    place = {report.article.id: index for index, report in enumerate(order)}
    cells = tuple(
        Cell(
            left + size * place[column],
            top + size * place[row],
            labels.report(row),
            labels.report(column),
            overlap,
            words.percent(overlap.share),
            _target(labels.report(row), labels.report(column), groups),
        )
        for (row, column), overlap in overlaps(labels.record).items()
        if row in place and column in place
    )
    cells = tuple(sorted(cells, key=lambda cell: (cell.row.number, cell.column.number)))
    return Matrix(size, left, top, roomy, len(labels.reports) - len(order), order, cells, _frames(order, size))


def _by_origin(labels: Labels) -> tuple[ReportLabel, ...]:
    """The reports, those of one origin together, origins in the order of their first report."""
    first: dict[str, int] = {}
    for report in labels.reports:
        first.setdefault(report.article.origin, report.number)
    return tuple(sorted(labels.reports, key=lambda report: (first[report.article.origin], report.number)))


def _frames(order: tuple[ReportLabel, ...], size: int) -> tuple[tuple[int, int, int], ...]:
    """(offset, length, colour) of each run of reports that have one origin."""
    frames = []
    start = 0
    for place, report in enumerate(order):
        last = place + 1 == len(order) or order[place + 1].article.origin != report.article.origin
        if last:
            if place > start:
                frames.append((start * size, (place + 1 - start) * size, report.colour))
            start = place + 1
    return tuple(frames)


def _target(row: ReportLabel, column: ReportLabel, groups: tuple[PassageGroup, ...]) -> str:
    """The group of passages that a cell opens: the first that both reports are in."""
    wanted = {row.number, column.number}
    return next((g.id for g in groups if wanted <= {report.number for report in g.reports}), "passages")
