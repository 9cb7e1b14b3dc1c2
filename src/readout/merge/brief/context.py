"""What the record holds for a brief, by place in the reports: who a word means, when, and whose words stand where."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from readout.grammar.times import resolve_all
from readout.merge.brief.wording import Wording
from readout.merge.sources import Sources
from readout.model.notes import Form, Mention, NameKind, TimeMention
from readout.model.record import Entity, Event, Quote, QuoteReport, Record, Span
from readout.model.text import TextSpan
from readout.model.values import When

_BACK = 2  # sentences in which the persons stand that a pronoun may mean


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and the entity that it means, if the record has one; `chain` tells it within its article."""

    mention: Mention
    chain: int
    entity: Entity | None


@dataclass(frozen=True, slots=True)
class Said:
    """One report's place for an utterance: the words, whose they are, and the words that say so."""

    quote: Quote
    report: QuoteReport


class Context:
    """Lookups into a record and the notes that it was made from."""

    def __init__(self, record: Record, sources: Sources) -> None:
        self.record = record
        self.sources = sources
        self.entities = {entity.id: entity for entity in record.entities}
        self.articles = {article.id: article for article in record.articles}

    @cached_property
    def named(self) -> dict[str, list[Named]]:
        """The mentions of each article, in order."""
        return {name: sorted(self._named(name), key=lambda one: one.mention.span) for name in self.sources.notes}

    def _named(self, name: str) -> Iterator[Named]:
        notes = self.sources.notes[name]
        for number, chain in enumerate(notes.chains):
            entity = self.entities.get(self.sources.entities.get((name, number), ""))
            for place in chain.mentions:
                yield Named(notes.mentions[place], number, entity)

    def within(self, article: str, span: TextSpan) -> list[Named]:
        """The mentions in a stretch."""
        return [one for one in self.named[article] if span.start <= one.mention.span.start < span.end]

    def before(self, article: str, start: int) -> list[Named]:
        """The mentions in the two sentences before a place, as far as they name a person; in the one before, if so."""
        ends = [one.span for one in self.sources.notes[article].sentences if one.span.end <= start]
        found: list[Named] = []
        for span in sorted(ends, reverse=True)[:_BACK]:
            found += self.within(article, span)
        return found

    def is_source(self, article: str, span: TextSpan) -> bool:
        """Whether a pronoun is the source of something said, which is settled with more care than others."""
        place = Span(article, span.start, span.end)
        return any(said.report.source == place for said in self.said.get(article, ()))

    @cached_property
    def times(self) -> dict[str, list[tuple[TimeMention, When | None]]]:
        """The times of each article with what they mean."""
        found = {}
        for name, notes in self.sources.notes.items():
            dating = self.sources.datings.get(name)
            whens = resolve_all(notes.times, dating.date if dating else None)
            found[name] = sorted(zip(notes.times, whens, strict=True), key=lambda pair: pair[0].span)
        return found

    @cached_property
    def said(self) -> dict[str, list[Said]]:
        """What each article gives as said."""
        found: dict[str, list[Said]] = defaultdict(list)
        for quote in self.record.quotes:
            for report in quote.reports:
                for article in {span.article for span in report.spans}:
                    found[article].append(Said(quote, report))
        return found

    def events(self, article: str, wording: Wording) -> list[Event]:
        """The events that a wording tells, the most salient first."""
        told = {event.id: event for span, event in self._events.get(article, ()) if _shows(span, article, wording)}
        return sorted(told.values(), key=lambda event: (-event.salience, event.id))

    @cached_property
    def _events(self) -> dict[str, list[tuple[Span, Event]]]:
        found: dict[str, list[tuple[Span, Event]]] = defaultdict(list)
        for event in self.record.events:
            for span in event.spans:
                found[span.article].append((span, event))
        return found

    def takes_position(self, article: str, wording: Wording) -> bool:
        """Whether a wording tells what a party demands, offers, refuses ..."""
        return any(_shows(span, article, wording) for span in self._positions.get(article, ()))

    @cached_property
    def _positions(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        for position in self.record.positions:
            for span in position.spans:
                found[span.article].append(span)
        return found

    @cached_property
    def newest(self) -> str | None:
        """The day of the newest report."""
        return max((article.published.date for article in self.record.articles if article.published.date), default=None)

    def printed(self, span: Span) -> str:
        """The words at a place, with single spaces."""
        return " ".join(self.articles[span.article].text[span.start : span.end].split())

    @cached_property
    def surnames(self) -> dict[str, int]:
        """How many persons of the story bear each last name."""
        count: dict[str, int] = defaultdict(int)
        for entity in self.record.entities:
            if entity.kind == "person":
                count[entity.name.split()[-1]] += 1
        return count


def _shows(span: Span, article: str, wording: Wording) -> bool:
    """Whether most of a span is printed."""
    if span.article != article or span.end <= wording.span.start or wording.span.end <= span.start:
        return False
    shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in wording.kept())
    return shared * 2 > span.end - span.start


def is_person(named: Named) -> bool:
    """Whether a mention is of a person."""
    if named.entity is not None:
        return named.entity.kind == "person"
    return named.mention.kind is NameKind.PERSON


def is_name(named: Named) -> bool:
    """Whether a mention is a name."""
    return named.mention.form is Form.NAME
