"""What belongs together between articles, each link with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

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
class SharedEntity:
    """One thing that reports name. `chains`: (article id, index of the chain in its notes).

    `key` tells it from others of its kind and does not change with what else is in the story.
    """

    kind: Literal["person", "organization", "place", "country", "group"]
    name: str
    key: str
    chains: tuple[tuple[str, int], ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking found. `datings` holds an entry for each article, settled as far as the reports allow."""

    passages: tuple[SharedPassage, ...]
    origins: tuple[SharedOrigin, ...]
    entities: tuple[SharedEntity, ...]
    datings: Mapping[str, Dating]
