"""The record: the contract between Readout and everyone who reads what it writes.

Every key is always present; unknown is null or an empty list, never a guess. Dates are ISO 8601 as far as known.
Offsets are Unicode code points into the text of the article named, so `text[start:end]` is always the evidence.
Ids derive from content: adding a report renames nothing that was there.
"""

from dataclasses import dataclass
from typing import Literal

import msgspec

SCHEMA_VERSION = "1.0"

BlockRole = Literal[
    "headline", "subhead", "byline", "date", "paragraph", "caption", "credit", "pull_quote",
    "related", "promo", "navigation", "note", "url",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one article: `articles[article].text[start:end]`."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why things were joined or decided; `text` is written for a reader."""

    rule: str
    text: str
    spans: tuple[Span, ...]


class Published(msgspec.Struct, frozen=True, rename={"source": "from"}):
    """When a report came out and how that is known. A Struct, because JSON's `from` is no Python name.

    `date`: ISO, as far as known.  `time`: ISO, with an offset where the report gives a zone.
    """

    date: str | None
    time: str | None
    source: Literal["stated", "metadata", "inferred", "context", "unknown"]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A piece of an article's text and its role."""

    role: BlockRole
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleEvidence:
    """Where an article says what it says about itself; null: not in its text (from metadata or the URL), or unknown."""

    title: Span | None
    outlet: Span | None
    agency: Span | None
    byline: tuple[Span, ...]
    contributors: tuple[Span, ...]
    dateline: Span | None
    url: Span | None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One report. `input` is the path or URL as given; `agency` says whose copy it is."""

    id: str
    input: str
    url: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    byline: tuple[str, ...]
    contributors: tuple[str, ...]
    dateline: str | None
    published: Published
    language: str | None
    text: str
    blocks: tuple[TextBlock, ...]
    origin: str
    evidence: ArticleEvidence


@dataclass(frozen=True, slots=True)
class Origin:
    """Who reported first-hand; the reports of one origin are not independent of each other."""

    id: str
    name: str
    articles: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two or more reports share; `quoted`: both quote a third."""

    text: str
    spans: tuple[Span, ...]
    kind: Literal["copied", "quoted"]


@dataclass(frozen=True, slots=True)
class EntityRole:
    """What the reports call an entity."""

    text: str
    as_of: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention of an entity."""

    article: str
    start: int
    end: int
    form: Literal["name", "nominal", "pronoun", "metonym"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place, country or group of the story; `party` is whom it speaks or acts for."""

    id: str
    kind: Literal["person", "organization", "place", "country", "group"]
    name: str
    aliases: tuple[str, ...]
    roles: tuple[EntityRole, ...]
    party: str | None
    mentions: tuple[EntityMention, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """How one report's wording differs from the quotation's: pairs of [in the quotation, in the report]."""

    article: str
    text: str
    differs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuoteReport:
    """One report of an utterance. `origin`: the article's, or the outlet's that the words were given to."""

    spans: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance. `speaker_text` is the source's words as printed; `via` relays it."""

    id: str
    kind: Literal["direct", "indirect", "mixed"]
    text: str
    speaker: str | None
    speaker_text: str | None
    via: str | None
    cue: str | None
    channel: str | None
    addressee: str | None
    said_on: str | None
    statement: str | None
    variants: tuple[Variant, ...]
    reports: tuple[QuoteReport, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened: an interval and how finely it is known."""

    start: str | None
    end: str | None
    precision: Literal["minute", "hour", "day", "month", "year"] | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or is called for, or a state that holds; statements are none."""

    id: str
    kind: Literal["happening", "state"]
    date: EventDate
    status: Literal["past", "scheduled", "called_for"] | None
    background: bool
    salience: float
    text: str
    place: str | None
    participants: tuple[str, ...]
    spans: tuple[Span, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that reports state. `holder` is the id or the words of who gives it."""

    id: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: Literal["exactly", "about", "more_than", "at_least", "less_than", "up_to", "nearly"] | None
    unit: str | None
    unit_text: str | None
    measures: str | None
    holder: str | None
    as_of: str | None
    spans: tuple[Span, ...]
    origins: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What the parties disagree about, in the reports' words."""

    id: str
    label: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What a party demands, offers, refuses, threatens, ... on an issue; `plover` is the PLOVER event type."""

    id: str
    party: str | None
    speaker: str | None
    act: Literal[
        "demand",
        "offer",
        "refusal",
        "threat",
        "warning",
        "promise",
        "denial",
        "accusation",
        "agreement",
        "condition",
    ]
    target: str | None
    issue: str | None
    text: str
    condition: str | None
    date: str | None
    plover: str | None
    quad: str | None
    polarity: Literal["affirmed", "negated"]
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the versions that reports give."""

    value: str
    origins: tuple[str, ...]
    holders: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where reports cannot all be right (`contradicts`) or do not say quite the same (`differs`)."""

    id: str
    kind: Literal["figure", "date", "speaker", "wording"]
    verdict: Literal["contradicts", "differs"]
    about: str
    sides: tuple[ConflictSide, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """The only words of a brief that no cited span holds in place: `was` stood where text[start:end] now stands."""

    start: int
    end: int
    was: str
    span: Span


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief and the spans that it rests on."""

    text: str
    cites: tuple[Span, ...]
    edits: tuple[Edit, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or part of one, that is not in the record, and why. `stage`: read, clean, annotate, link."""

    input: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that the reports of one story say, sourced to the character."""

    schema_version: str
    title: str | None
    articles: tuple[ArticleEntry, ...]
    origins: tuple[Origin, ...]
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    issues: tuple[Issue, ...]
    positions: tuple[Position, ...]
    conflicts: tuple[Conflict, ...]
    brief: tuple[BriefSentence, ...]
    problems: tuple[Problem, ...]
