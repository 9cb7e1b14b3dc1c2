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
class Saying:
    """What one report gives somebody as saying: the words without the marks around them.

    `chain` and `via`: (article id, index of the chain in its notes) of the speaker and of who relays the words.
    `outlet`: the newsroom that they were said to, where one is named. `statement` tells what was said in one breath.
    """

    article: str
    kind: Literal["direct", "indirect", "mixed"]
    spans: tuple[Span, ...]
    text: str
    source: Span | None
    cue: Span | None
    chain: tuple[str, int] | None
    via: tuple[str, int] | None
    channel: str | None
    outlet: Span | None
    addressee: str | None
    said_on: str | None
    statement: int


@dataclass(frozen=True, slots=True)
class SharedUtterance:
    """One utterance, and each report of it."""

    sayings: tuple[Saying, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SharedHappening:
    """One happening that reports tell. `tellings`: (article id, index of the happening in its notes)."""

    tellings: tuple[tuple[str, int], ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """One quantity of one thing. `tellings`: (article id, index of the figure in its notes); values may differ."""

    tellings: tuple[tuple[str, int], ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SharedIssue:
    """What parties disagree about. `stances`: (article id, index of the stance in its notes)."""

    label: str
    terms: tuple[str, ...]
    stances: tuple[tuple[str, int], ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking found. `datings` holds an entry for each article, settled as far as the reports allow."""

    passages: tuple[SharedPassage, ...]
    origins: tuple[SharedOrigin, ...]
    entities: tuple[SharedEntity, ...]
    datings: Mapping[str, Dating]
    utterances: tuple[SharedUtterance, ...] = ()
    happenings: tuple[SharedHappening, ...] = ()
    figures: tuple[SharedFigure, ...] = ()
    issues: tuple[SharedIssue, ...] = ()
