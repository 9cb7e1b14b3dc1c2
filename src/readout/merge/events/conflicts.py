"""Where reports date one event differently: only what is certain, as a false alarm costs a reader's trust."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from readout.link.happenings.reasons import day as written
from readout.link.happenings.telling import days_of
from readout.merge.events.dates import Told, status_of
from readout.merge.events.text import clearest
from readout.merge.sources import Sources
from readout.model.ids import content_id
from readout.model.record import Conflict, ConflictSide, Reason


def conflicts(groups: Sequence[Sequence[Told]], sources: Sources) -> Iterator[Conflict]:
    """One for each event that independent reports date to days which exclude each other."""
    del sources
    for tellings in groups:
        sides = _sides(tellings)
        origins = [{each.origin for each in side} for side in sides.values()]
        if len(sides) == 2 and not (origins[0] & origins[1]):
            yield _conflict(list(sides.values()), tellings)


def _sides(tellings: Sequence[Told]) -> dict[str, list[Told]]:
    """Tellings by the one day that they give."""
    sides: dict[str, list[Told]] = defaultdict(list)
    for each in tellings:
        days = None if each.when is None else days_of(each.when)
        if days is not None and days[0] == days[1] and not each.headline:
            sides[days[0]].append(each)
    return dict(sorted(sides.items()))


def _conflict(sides: Sequence[Sequence[Told]], tellings: Sequence[Told]) -> Conflict:
    body = [each for each in tellings if not each.headline]
    text = clearest(body, status_of(body, None))
    about = " ".join(text.happening.span.of(text.article.text).split())
    verdict: Literal["contradicts", "differs"] = "contradicts"
    made = tuple(
        ConflictSide(
            value=side[0].when.start[:10] if side[0].when is not None and side[0].when.start is not None else "",
            origins=tuple(sorted({each.origin for each in side})),
            holders=(),
            spans=tuple(sorted({each.span for each in side})),
        )
        for side in sides
    )
    days = " and ".join(written(side[0].when) or "" for side in sides if side[0].when is not None)
    reason = Reason(
        "two_days", f"The reports give two days for it: {days}.", tuple(span for one in made for span in one.spans)
    )
    return Conflict(
        id=content_id("c", "date", about, *(side.value for side in made)),
        kind="date",
        verdict=verdict,
        about=about,
        sides=made,
        because=(reason,),
    )
