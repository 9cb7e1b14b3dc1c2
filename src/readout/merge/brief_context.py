"""What the record holds for a brief, by place in the reports: who a word means, when, and whose words stand where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from readout.grammar.times import resolve_all
from readout.merge.sources import Sources
from readout.model.notes import Form, Mention, NameKind, TimeMention
from readout.model.record import Entity, Quote, QuoteReport, Record, Span
from readout.model.text import TextSpan
from readout.model.values import When


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

    def full_names(self, entity: Entity) -> Iterable[Span]:
        """Where the fullest form of a name is printed, in the order of the articles."""
        for mention in entity.mentions:
            if (
                mention.form == "name"
                and self.printed(Span(mention.article, mention.start, mention.end)) == entity.name
            ):
                yield Span(mention.article, mention.start, mention.end)

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


def is_person(named: Named) -> bool:
    """Whether a mention is of a person."""
    if named.entity is not None:
        return named.entity.kind == "person"
    return named.mention.kind is NameKind.PERSON


def is_name(named: Named) -> bool:
    """Whether a mention is a name."""
    return named.mention.form is Form.NAME
