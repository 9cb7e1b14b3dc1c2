"""The order in which a brief is read: what happened, who said what, what is disputed, what was, what comes next."""

from collections.abc import Sequence

from readout.merge.brief_candidates import Candidate, Part
from readout.merge.brief_context import Context


def in_reading_order(chosen: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The chosen sentences as they are read, the first of them first."""
    order = {article.id: number for number, article in enumerate(context.record.articles)}
    sides = _sides(chosen)

    def key(one: Candidate) -> tuple[int, int, str, int, int]:
        side = min((sides.index(party) for party in one.parties), default=len(sides)) if one.part is Part.SAID else 0
        day = (
            one.day or context.articles[one.telling.article].published.date or ""
            if one.part in {Part.HAPPENING, Part.BACKGROUND, Part.NEXT}
            else ""
        )
        return one.part, side, day, order[one.telling.article], one.telling.span.start

    return sorted(chosen, key=key)


def _sides(chosen: Sequence[Candidate]) -> list[str]:
    """The parties in the order in which they were chosen to be heard."""
    sides: list[str] = []
    for one in chosen:
        sides += [party for party in sorted(one.parties) if party not in sides]
    return sides
