"""What belongs together between articles, each link with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from readout.model.record import Reason, Span
from readout.model.text import Dating


class PassageKind(StrEnum):
    """Why two reports hold the same words."""

    COPIED = "copied"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in two reports, or the same but for light edits. `similarity`: 1 is word for word."""

    left: Span
    right: Span
    kind: PassageKind
    similarity: float


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """Reports that one newsroom reported first-hand, and why we think so."""

    name: str
    articles: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking found. `datings` holds an entry for each article, settled as far as the reports allow."""

    passages: tuple[SharedPassage, ...]
    origins: tuple[SharedOrigin, ...]
    datings: Mapping[str, Dating]
