"""The table of positions: issues by parties, what each wants in a word, and how that moved from day to day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readout.model.record import Position, Record

MOST_COLUMNS = 4  # a wider table cannot be taken in at a glance, nor printed
MOST_IN_CELL = 3  # what stands open in a cell
MOST_ALONE = 5  # of what one party alone speaks to
_VERBS = {
    "demand": ("demands", "does not demand"),
    "offer": ("offers", "offers no"),
    "refusal": ("refuses", "does not refuse"),
    "threat": ("threatens", "does not threaten"),
    "warning": ("warns", "does not warn"),
    "promise": ("promises", "does not promise"),
    "denial": ("denies", "does not deny"),
    "accusation": ("accuses", "does not accuse"),
    "agreement": ("agrees", "does not agree"),
    "condition": ("sets a condition", "sets no condition"),
}
_TONES = {
    "demand": "asks", "condition": "asks",
    "offer": "gives", "promise": "gives", "agreement": "gives",
    "refusal": "against", "threat": "against", "warning": "against", "denial": "against", "accusation": "against",
}  # fmt: skip

Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """An issue and what each column's party holds on it; `other`: what the parties without a column hold."""

    issue: str | None
    cells: tuple[tuple[str | None, tuple[Position, ...]], ...]
    other: tuple[Position, ...]

    @property
    def count(self) -> int:
        """How many positions."""
        return sum(len(held) for _, held in self.cells) + len(self.other)


@dataclass(frozen=True, slots=True)
class StandTable:
    """Positions by issue (rows) and party (columns), most first. The keys are ids; None: said of no known one.

    `alone`: by party, what it holds on issues to which the reports have no other party speak. No table shows that.
    """

    parties: tuple[str | None, ...]
    others: tuple[str | None, ...]
    rows: tuple[Row, ...]
    alone: tuple[tuple[str | None, tuple[Position, ...]], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What one party held on one issue, by day: there are two days or more."""

    issue: str | None
    party: str | None
    steps: tuple[tuple[str, tuple[Position, ...]], ...]


def verb(position: Position) -> str:
    """What the party does, as a verb: `demands`, `does not threaten`."""
    affirmed, negated = _VERBS[position.act]
    return negated if position.polarity == "negated" else affirmed


def tone(position: Position) -> str:
    """Whether it asks, gives or stands against; the page colours the verb by it. What is negated has no colour."""
    return _TONES[position.act] if position.polarity == "affirmed" else "asks"


def holder(position: Position) -> str | None:
    """The party, else who speaks."""
    return position.party or position.speaker


def stand_table(record: Record) -> StandTable:
    """Issues with most parties first, then with most positions; in a cell what most origins tell stands first."""
    cells: dict[Key, list[Position]] = {}
    for position in record.positions:
        cells.setdefault((position.issue, holder(position)), []).append(position)
    together = {issue for issue, _ in cells if issue and len({party for of, party in cells if of == issue}) > 1}
    shown = {key: held for key, held in cells.items() if key[0] in together}
    columns, others = _columns({party for _, party in shown}, record.positions)
    issues = sorted(together, key=lambda issue: _issue_rank(issue, cells, record))
    rows = tuple(
        Row(
            issue,
            tuple((party, _sorted(cells.get((issue, party), []))) for party in columns),
            tuple(held for party in others for held in _sorted(cells.get((issue, party), []))),
        )
        for issue in issues
    )
    return StandTable(columns, others, rows, _alone({k: held for k, held in cells.items() if k not in shown}))


def _columns(
    parties: set[str | None], positions: Sequence[Position]
) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """The parties with a column of their own, those with most positions in the whole record first, and the others."""
    weight = Counter(holder(position) for position in positions)
    ranked = sorted(parties, key=lambda party: (party is None, -weight[party], party or ""))
    count = len(ranked) if len(ranked) <= MOST_COLUMNS else MOST_COLUMNS - 1
    return tuple(ranked[:count]), tuple(ranked[count:])


def _alone(cells: dict[Key, list[Position]]) -> tuple[tuple[str | None, tuple[Position, ...]], ...]:
    """By party, most first; of each what most origins tell first."""
    held: dict[str | None, list[Position]] = {}
    for (_, party), positions in cells.items():
        held.setdefault(party, []).extend(positions)
    ranked = sorted(held.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    return tuple((party, _sorted(positions)) for party, positions in ranked)


def courses(record: Record) -> tuple[Course, ...]:
    """Where a party spoke to one issue on several days: what it held on each."""
    held: dict[Key, dict[str, list[Position]]] = {}
    for position in record.positions:
        if position.date and position.issue:
            days = held.setdefault((position.issue, holder(position)), {})
            days.setdefault(position.date[:10], []).append(position)
    order = {issue.id: place for place, issue in enumerate(record.issues)}
    found = [
        Course(issue, party, tuple((day, _sorted(days[day])) for day in sorted(days)))
        for (issue, party), days in held.items()
        if len(days) > 1
    ]
    return tuple(sorted(found, key=lambda c: (order.get(c.issue or "", len(order)), c.party or "")))


def dates(record: Record) -> tuple[str, ...]:
    """The days for which positions are dated."""
    return tuple(sorted({position.date[:10] for position in record.positions if position.date}))


def _sorted(held: list[Position]) -> tuple[Position, ...]:
    return tuple(sorted(held, key=lambda p: (-len(p.origins), p.date or "9999", p.act, p.id)))


def _issue_rank(issue: str, cells: dict[Key, list[Position]], record: Record) -> tuple[int, int, int]:
    """The record's own order settles ties."""
    order = {known.id: place for place, known in enumerate(record.issues)}
    parties = [held for (of, _), held in cells.items() if of == issue]
    return -len(parties), -sum(map(len, parties)), order.get(issue, len(order))
