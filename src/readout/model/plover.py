"""PLOVER event types of what parties do by words, with their quad classes and CAMEO roots (docs/positions.md)."""

import re
from collections.abc import Iterable
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
_ASKED: Final = {
    "meet": ("meet", "talk", "negotiat", "summit", "dialogue", "mediat", "discuss", "conference", "visit"),
    "yield": (
        "withdraw",
        "pull",
        "releas",
        "free",
        "lift",
        "eas",
        "halt",
        "stop",
        "end",
        "ceasefire",
        "truce",
        "reopen",
    ),
    "assist": ("aid", "help", "assist", "support", "fund", "loan", "weapon", "arms", "cooperat", "suppl"),
    "change": (
        "reform",
        "resign",
        "chang",
        "polic",
        "law",
        "bill",
        "vote",
        "elect",
        "guarante",
        "right",
        "rais",
        "pay",
    ),
}
_MODES: Final = {
    "REQUEST": _ASKED,
    "REJECT": _ASKED,
    "THREATEN": {
        "violence": ("attack", "strike", "militar", "force", "invad", "bomb", "war", "shell", "missile", "retaliat"),
        "restrict": ("sanction", "tariff", "embargo", "boycott", "blockade", "restrict", "quota", "consequence"),
        "expel": ("expel", "deport", "evict"),
        "arrest": ("arrest", "prosecut", "jail", "subpoena", "charg", "sue", "lawsuit"),
        "relations": (
            "tie",
            "relation",
            "talk",
            "negotiat",
            "withdraw",
            "quit",
            "leave",
            "veto",
            "strik",
            "walk",
            "aid",
        ),
    },
    "ACCUSE": {
        "investigate": ("investigat", "prob", "inquir", "subpoena"),
        "allege": ("alleg", "accus", "claim", "suit", "sue", "sued", "lawsuit", "charge"),
    },
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


def mode(act: str, texts: Iterable[str]) -> str | None:
    """The PLOVER mode of an event, by words of its texts; None where the type has none or no word tells it."""
    modes = _MODES.get(plover_type(act))
    if modes is None:
        return None
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())]
    for name, stems in modes.items():
        if any(word.startswith(stems) for word in words):
            return name
    return "disapprove" if plover_type(act) == "ACCUSE" else None
