"""What one article says: spans with scores, and nothing resolved beyond the article.

All offsets are code points into the text of the article that the notes belong to.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from readout.model.text import TextSpan
from readout.model.values import Amount


class NameKind(StrEnum):
    """The nine types of name of the Worldwide NER corpus."""

    PERSON = "person"
    ORGANIZATION = "organization"
    LOCATION = "location"
    NATIONALITY = "nationality"
    FACILITY = "facility"
    PRODUCT = "product"
    DATE = "date"
    MONEY = "money"
    MISCELLANEOUS = "miscellaneous"


class Form(StrEnum):
    """What kind of words a mention is made of."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody or something. `head` lies inside `span`."""

    span: TextSpan
    kind: NameKind
    form: Form
    head: TextSpan
    score: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one thing in one article; `mentions`, `roles` and `party` index or lie in that article."""

    mentions: tuple[int, ...]
    name: str | None
    roles: tuple[TextSpan, ...]
    party: tuple[TextSpan, ...]
    score: float


class Directness(StrEnum):
    """Whether words are given as spoken."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said something. Spans of one part are in order; several are a discontinuous part.

    `source` and `cue` may be empty: the text need not name its source. `chain` indexes `Notes.chains`.
    """

    kind: Directness
    content: tuple[TextSpan, ...]
    source: tuple[TextSpan, ...]
    cue: tuple[TextSpan, ...]
    score: float
    chain: int | None = None
    channel: TextSpan | None = None
    addressee: TextSpan | None = None
    time: TextSpan | None = None


class TimeKind(StrEnum):
    """The types of TIMEX3."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words for a time; `value` as in TIMEX3, partial (XXXX-01-10) until the publication date is settled."""

    span: TextSpan
    kind: TimeKind
    value: str | None
    score: float = 1.0


class HappeningStatus(StrEnum):
    """How a happening stands to the time of the report."""

    PAST = "past"
    SCHEDULED = "scheduled"
    CALLED_FOR = "called_for"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, will or should; `head` is the verb or noun that says so.

    `chains` and `times` index `Notes.chains` and `Notes.times`: who takes part, and when it was.
    """

    span: TextSpan
    head: TextSpan
    chains: tuple[int, ...]
    times: tuple[int, ...]
    place: TextSpan | None
    status: HappeningStatus | None
    negated: bool
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity: the whole expression, its value, its unit's words, what it measures, who gives it.

    `time` indexes `Notes.times`: as of when.
    """

    span: TextSpan
    amount: Amount
    unit: TextSpan | None
    measures: TextSpan | None
    holder: TextSpan | None
    time: int | None = None
    score: float = 1.0


class Reality(StrEnum):
    """How an act stands to the facts, as the sentence tells it."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """Whether the text affirms or negates."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence says one party does or says to another. `type` is a PLOVER event type.

    `actor` and `target` are the words; `condition` the clause it hangs on; `attribution` indexes
    `Notes.attributions` where the act is reported speech.
    """

    span: TextSpan
    trigger: TextSpan | None
    actor: TextSpan | None
    target: TextSpan | None
    type: str
    polarity: Polarity
    reality: Reality
    score: float
    condition: TextSpan | None = None
    attribution: int | None = None


class StanceKind(StrEnum):
    """What a party does in a dispute by what it says."""

    DEMAND = "demand"
    OFFER = "offer"
    REFUSAL = "refusal"
    THREAT = "threat"
    WARNING = "warning"
    PROMISE = "promise"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    AGREEMENT = "agreement"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody wants or will not have: `holder` demands, offers, refuses ... the `matter`, as the text tells it.

    `span` is the clause that says so and `trigger` its deciding words; `holder` and `target` are words in the text;
    `condition` is the clause it hangs on; `attribution` indexes `Notes.attributions` where it is reported speech.
    """

    span: TextSpan
    trigger: TextSpan
    kind: StanceKind
    holder: TextSpan | None
    target: TextSpan | None
    matter: TextSpan | None
    condition: TextSpan | None
    polarity: Polarity
    attribution: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parse: its UD head (index in the sentence's words, -1 for the root) and relation."""

    span: TextSpan
    head: int
    relation: str
    tag: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its MiniLM vector (384 floats of unit length; empty where none was asked for) and its parse."""

    span: TextSpan
    vector: tuple[float, ...] = ()
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """All that annotation saw in one article."""

    article: str
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeMention, ...] = ()
    happenings: tuple[Happening, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    acts: tuple[Act, ...] = ()
    stances: tuple[Stance, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=())
