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

    `span` is the clause that tells it, or the sentence. `chains` and `times` index `Notes.chains` and `Notes.times`:
    who takes part, and when it was. `kind` is a class of the vocabulary ("meeting") or a verb's lemma.
    `lasting`: a state that holds since then.
    """

    span: TextSpan
    head: TextSpan
    chains: tuple[int, ...]
    times: tuple[int, ...]
    place: TextSpan | None
    status: HappeningStatus | None
    negated: bool
    score: float = 1.0
    kind: str = ""
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity: the whole expression, its value, its unit's words, what it measures, who gives it.

    `measures` are stretches of the figure's clause, in order, none of them within `span` but the unit's words;
    `predicate` is the word of the clause that says what happened to what is counted ("killed", "rose", "cost").
    `attribution` indexes `Notes.attributions` where it is reported speech; `holder` may be known without one.
    `time` indexes `Notes.times`: as of when. `echo`: in a headline, a caption or a pull-quote.
    """

    span: TextSpan
    amount: Amount
    unit: TextSpan | None
    measures: tuple[TextSpan, ...]
    holder: TextSpan | None
    time: int | None = None
    score: float = 1.0
    predicate: TextSpan | None = None
    attribution: int | None = None
    echo: bool = False


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
    `chain` and `target_chain` index `Notes.chains`; `acts_for` and `target_acts_for` are words that name the state or
    body that holder or target stand for. `topics` are the things that the matter is about, the first foremost;
    `vector` is the matter's MiniLM vector (empty where none was asked for).
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
    chain: int | None = None
    acts_for: TextSpan | None = None
    target_chain: int | None = None
    target_acts_for: TextSpan | None = None
    topics: tuple[TextSpan, ...] = ()
    vector: tuple[float, ...] = ()


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
