"""Who said what: each speaker with what was said, in order; the sentences of one statement together."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import Entity, Quote, Reason, Record, Span
from readout.present.labels import Labels
from readout.present.parts import once

OPEN_QUOTES = 6  # statements of one speaker that stand open; the rest unfold


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said in one breath: one quotation or several; `because`: their reasons, each once."""

    quotes: tuple[Quote, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody and what they said. `entity` is None where the reports name no one; `name` is then their words."""

    entity: Entity | None
    name: str | None
    party: str | None
    statements: tuple[Statement, ...]

    @property
    def count(self) -> int:
        """How many quotations."""
        return sum(len(statement.quotes) for statement in self.statements)

    @property
    def key(self) -> str:
        """What the page calls the speaker in its filters."""
        return self.entity.id if self.entity is not None else self.name or "nobody"


def speakers(record: Record, labels: Labels) -> tuple[Speaker, ...]:
    """Those who say most first; those without a name after them, and words that nobody is given last."""
    entities = {entity.id: entity for entity in record.entities}
    said: dict[tuple[str, str | None], list[Quote]] = {}
    for quote in record.quotes:
        known = quote.speaker if quote.speaker in entities else None
        said.setdefault(("entity", known) if known else ("words", quote.speaker_text), []).append(quote)
    found = [
        Speaker(
            entity := entities.get(key or "") if kind == "entity" else None,
            entity.name if entity is not None else key,
            labels.entity(entity.party) if entity is not None else None,
            _statements(quotes, labels),
        )
        for (kind, key), quotes in said.items()
    ]
    return tuple(sorted(found, key=_rank))


def silent(record: Record) -> tuple[Entity, ...]:
    """People, bodies and places that are named and do not speak."""
    speaking = {quote.speaker for quote in record.quotes}
    return tuple(entity for entity in record.entities if entity.id not in speaking)


def spoken_spans(quote: Quote) -> tuple[Span, ...]:
    """Every place at which a quotation stands."""
    return tuple(span for row in quote.reports for span in row.spans)


def origins_of(quote: Quote) -> dict[str, str]:
    """From whom each report has the words, by article: its own origin, or the newsroom they were given to."""
    return {row.spans[0].article: row.origin for row in quote.reports if row.spans}


def _rank(speaker: Speaker) -> tuple[bool, bool, int, str]:
    return speaker.name is None, speaker.entity is None, -speaker.count, speaker.name or ""


def _statements(quotes: Iterable[Quote], labels: Labels) -> tuple[Statement, ...]:
    together: dict[str, list[Quote]] = {}
    for quote in sorted(quotes, key=lambda quote: _place(quote, labels)):
        together.setdefault(quote.statement or quote.id, []).append(quote)
    return tuple(
        Statement(tuple(members), once(reason for quote in members for reason in quote.because))
        for members in together.values()
    )


def _place(quote: Quote, labels: Labels) -> tuple[str, int, int]:
    """The day, then the order in which the reports print the words; what has no day comes last."""
    spans = labels.ordered(spoken_spans(quote))
    number = labels.report(spans[0].article).number if spans else 0
    return quote.said_on or "9999", number, spans[0].start if spans else 0
