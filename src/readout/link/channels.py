"""How and to whom something was said, and to which newsroom: of the attributions of one report, in order."""

import re

from readout.grammar.cues import channel, is_newsroom
from readout.model.notes import Attribution
from readout.model.record import Span

_BROADCASTER = re.compile(
    r"the (?:broadcaster|network|newspaper|channel|station|outlet|magazine|paper|programme|program)"
)


class Channels:
    """Remembers the newsroom that somebody spoke to, since a report names it once and then says "the network"."""

    def __init__(self, article: str, text: str) -> None:
        self._id = article
        self._text = text
        self._outlets: dict[int | None, Span] = {}

    def of(self, one: Attribution, relay: Attribution | None) -> tuple[str | None, Span | None, str | None]:
        """The channel's name, the newsroom it was said to, and to whom else."""
        where = one.channel or (relay.channel if relay is not None else None)
        told = channel(where.of(self._text)) if where is not None else None
        name = told.name if told is not None else None
        outlet: Span | None = None
        if where is not None and told is not None and told.outlet is not None:
            start = where.start + where.of(self._text).index(told.outlet)
            outlet = Span(self._id, start, start + len(told.outlet))
        whom = re.sub(r"['’]s$", "", one.addressee.of(self._text)) if one.addressee is not None else None
        if whom is not None and one.addressee is not None:
            if is_newsroom(whom):
                outlet, name, whom = (
                    Span(self._id, one.addressee.start, one.addressee.end),
                    _with(name, whom) if name else whom,
                    None,
                )
            elif _BROADCASTER.fullmatch(whom) and one.chain in self._outlets:
                outlet, whom = self._outlets[one.chain], None
                name = name or f"interview with {self._text[outlet.start : outlet.end]}"
        if outlet is not None:
            self._outlets[one.chain] = outlet
        return name, outlet, " ".join(whom.split()) if whom else None


def _with(channel_name: str, whom: str) -> str:
    return f"{'telephone call' if channel_name == 'telephone' else channel_name} with {whom}"
