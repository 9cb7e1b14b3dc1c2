"""What comes in: a page as it was found, and the article that cleaning sees in it."""

from dataclasses import dataclass, field
from enum import StrEnum

from readout.model.values import PartialDate


class Role(StrEnum):
    """What a block of a report's text is for."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATE = "date"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    PULL_QUOTE = "pull_quote"
    RELATED = "related"
    PROMO = "promo"
    NAVIGATION = "navigation"
    NOTE = "note"
    URL = "url"


class Medium(StrEnum):
    """The kind of container that a page came in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A stretch of one text: `text[start:end]`, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "TextSpan") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mark:
    """What a page's markup says of a stretch of its text.

    `tag` is an HTML element's name as far as it helps a reader of text: h1..h6, p, li, blockquote, aside,
    figcaption, time, address (a byline), a (a block that is one link), nav, footer, pre, table.
    """

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a container says about the report beside its text; every field as printed there."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    r"""One document from the outside world, as text. `input` is the path or URL as given.

    `text` is the decoded input unchanged but for a byte-order mark and line endings (always "\n"); for HTML it is
    the text drawn from the page. `marks` are empty where there was no markup; they are ordered and may nest.
    """

    input: str
    text: str
    medium: Medium = Medium.TEXT
    metadata: Metadata = field(default_factory=Metadata)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a reader sees as one piece, and its role."""

    role: Role
    start: int
    end: int

    @property
    def span(self) -> TextSpan:
        """The block's place in the text."""
        return TextSpan(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that an article says about itself: the value, and the spans that say so (none: from metadata)."""

    value: str
    spans: tuple[TextSpan, ...] = ()


class DateSource(StrEnum):
    """How a publication date is known."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    CONTEXT = "context"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dating:
    """What one article alone says of the day it was published.

    `date` may be partial (a day and a month without a year) until the reports are seen together.
    `time` is ISO 8601 ("20:17", with an offset where the report gives a zone).
    """

    date: PartialDate | None = None
    time: str | None = None
    source: DateSource = DateSource.UNKNOWN
    spans: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What an article says about itself, each fact with its evidence."""

    title: Fact | None = None
    outlet: Fact | None = None
    agency: Fact | None = None
    byline: tuple[Fact, ...] = ()
    contributors: tuple[Fact, ...] = ()
    dateline: Fact | None = None
    reprint_of: Fact | None = None
    url: Fact | None = None
    language: str | None = None
    dating: Dating = field(default_factory=Dating)


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its text, the role of each block, its sentences, and what it says about itself.

    Blocks are in order, do not overlap, and together cover every character that is not white space.
    Sentences lie inside the blocks of roles that are read (headline, subhead, paragraph, caption, pull_quote).
    """

    id: str
    input: str
    text: str
    medium: Medium
    blocks: tuple[Block, ...]
    sentences: tuple[TextSpan, ...]
    heading: Heading

    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that are the report proper."""
        return tuple(block for block in self.blocks if block.role is Role.PARAGRAPH)
