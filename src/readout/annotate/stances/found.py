"""A stance while it is read, with places in the sentence instead of spans."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from readout.annotate.stances.sides import Side
from readout.model.notes import StanceKind


@dataclass(slots=True)
class Found:
    """A stance while it is read: places are indices into the sentence's words."""

    kind: StanceKind
    trigger: list[int]
    holders: list[Side]
    head: int | None
    matter: list[int] = field(default_factory=list)
    targets: list[Side] = field(default_factory=list)
    condition: list[int] = field(default_factory=list)
    negated: bool = False
    clause: list[int] = field(default_factory=list)
    bare: bool = False  # a matter that only points back: "rejected the demands"


def holders_known(holders: Sequence[Side]) -> bool:
    """Whether the report tells who any of some sides is."""
    return any(side.key is not None or side.chain is not None for side in holders)
