"""The order in which a brief is read: what happened, who said what, what is disputed, what was, what comes next."""

from collections.abc import Sequence

from readout.merge.brief.candidates import Candidate, Part
from readout.merge.brief.context import Context


def in_reading_order(chosen: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The chosen sentences as they are read, the first of them first."""
    order = {article.id: number for number, article in enumerate(context.record.articles)}
    sides = _sides(chosen)

    def key(one: Candidate) -> tuple[int, int, str, int, int]:
        side = min((sides.index(party) for party in one.parties), default=len(sides)) if one.part is Part.SAID else 0
        day = _day(one, context) if one.part is not Part.SAID else ""
        return one.part, side, day, order[one.telling.article], one.telling.span.start

    return _in_a_row(sorted(chosen, key=key))


def _in_a_row(ordered: Sequence[Candidate]) -> list[Candidate]:
    """Sentences that follow each other in their report follow each other here, too."""
    left, row = list(ordered), list[Candidate]()
    while left:
        row.append(left.pop(0))
        while (following := next((one for one in left if _follows(one, row[-1])), None)) is not None:
            left.remove(following)
            row.append(following)
    return row


def _follows(one: Candidate, before: Candidate) -> bool:
    return one.part is not Part.NEXT and one.telling.article == before.telling.article and one.place == before.place + 1


def _day(one: Candidate, context: Context) -> str:
    """The day that a sentence belongs to: what it tells as past, or else as coming, or else its report's own."""
    told = one.day if one.part is Part.NEXT else one.past
    return told or context.articles[one.telling.article].published.date or ""


def _sides(chosen: Sequence[Candidate]) -> list[str]:
    """The parties in the order in which they were chosen to be heard."""
    sides: list[str] = []
    for one in chosen:
        sides += [party for party in sorted(one.parties) if party not in sides]
    return sides
