"""PLOVER event types of what parties do by words, with their quad classes and CAMEO roots (docs/positions.md)."""

from typing import Final

from readout.model.notes import StanceKind

_TYPES: Final = {
    StanceKind.DEMAND: "REQUEST",
    StanceKind.CONDITION: "REQUEST",
    StanceKind.OFFER: "AGREE",
    StanceKind.PROMISE: "AGREE",
    StanceKind.AGREEMENT: "AGREE",
    StanceKind.REFUSAL: "REJECT",
    StanceKind.DENIAL: "REJECT",
    StanceKind.THREAT: "THREATEN",
    StanceKind.WARNING: "THREATEN",
    StanceKind.ACCUSATION: "ACCUSE",
}
_ROOTS: Final = {
    StanceKind.DEMAND: "10",
    StanceKind.CONDITION: "10",
    StanceKind.OFFER: "03",
    StanceKind.PROMISE: "03",
    StanceKind.AGREEMENT: "03",
    StanceKind.REFUSAL: "12",
    StanceKind.DENIAL: "01",
    StanceKind.THREAT: "13",
    StanceKind.WARNING: "13",
    StanceKind.ACCUSATION: "11",
}


def plover_type(act: str) -> str:
    """The PLOVER event type of an act."""
    return _TYPES[StanceKind(act)]


def quad_class(act: str) -> str:
    """The PLOVER quad class of an act."""
    return "verbal cooperation" if plover_type(act) == "AGREE" else "verbal conflict"


def cameo_root(act: str) -> str:
    """The root code of CAMEO that an act falls under."""
    return _ROOTS[StanceKind(act)]
