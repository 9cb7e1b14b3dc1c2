"""Entities of the record: who and what the reports name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from readout.grammar.countries import country_named, country_of_people, country_seated_at
from readout.model.ids import content_id
from readout.model.links import SharedEntity
from readout.model.notes import Notes
from readout.model.record import Entity, EntityMention, EntityRole, Span
from readout.model.text import Article, Dating, TextSpan


def entity_id(entity: SharedEntity) -> str:
    """The id that the record gives an entity."""
    return content_id("e", entity.kind, entity.key)


def record_entities(
    entities: Sequence[SharedEntity],
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    datings: Mapping[str, Dating],
) -> tuple[Entity, ...]:
    """The entities, those that most reports name first. `articles`, `notes` and `datings` by article id."""
    parties = _Parties(entities, articles, notes)
    made = [_entity(each, articles, notes, datings, parties) for each in entities]
    return tuple(
        sorted(
            made, key=lambda each: (-len({m.article for m in each.mentions}), -len(each.mentions), each.name, each.id)
        )
    )


def _entity(
    entity: SharedEntity,
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    datings: Mapping[str, Dating],
    parties: "_Parties",
) -> Entity:
    mentions = sorted(
        {
            EntityMention(article, mention.span.start, mention.span.end, mention.form.value)
            for article, chain in entity.chains
            for mention in (notes[article].mentions[i] for i in notes[article].chains[chain].mentions)
        },
        key=lambda mention: (mention.article, mention.start, mention.end),
    )
    printed = Counter(
        " ".join(articles[each.article].text[each.start : each.end].split()).strip("()[]")
        for each in mentions
        if each.form == "name"
    )
    aliases = sorted((form for form in printed if form != entity.name), key=lambda form: (-printed[form], form))
    return Entity(
        id=entity_id(entity),
        kind=entity.kind,
        name=entity.name,
        aliases=tuple(aliases),
        roles=tuple(_roles(entity, articles, notes, datings)),
        party=parties.of(entity),
        mentions=tuple(mentions),
        because=entity.because,
    )


def _roles(
    entity: SharedEntity,
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    datings: Mapping[str, Dating],
) -> Iterator[EntityRole]:
    """What the reports call an entity, each wording once with all its places, dated by the first of its reports."""
    found: dict[str, list[Span]] = defaultdict(list)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for article, chain in entity.chains:
        for span in notes[article].chains[chain].roles:
            words = " ".join(span.of(articles[article].text).split())
            key = words.casefold().replace("’", "'")
            found[key].append(Span(article, span.start, span.end))
            printed[key][words] += 1
    for key in sorted(found, key=lambda one: (-len(found[one]), -len(one), one)):
        spans = tuple(sorted(found[key]))
        days = [date.iso() for each in spans if (date := datings[each.article].date) is not None and date.is_full]
        yield EntityRole(max(printed[key], key=lambda one: (printed[key][one], one)), min(days, default=None), spans)


class _Parties:
    """Whom the words of a post name: a state by name, nationality or seat, or a body that the reports name."""

    def __init__(
        self, entities: Sequence[SharedEntity], articles: Mapping[str, Article], notes: Mapping[str, Notes]
    ) -> None:
        self._articles = articles
        self._notes = notes
        self._states = {each.name: entity_id(each) for each in entities if each.kind == "country"}
        self._of_chain = {chain: each for each in entities for chain in each.chains}

    def of(self, entity: SharedEntity) -> str | None:
        """The party's entity that most of the posts name; None where two are named as often."""
        if entity.kind != "person":
            return None
        votes = Counter(
            found
            for article, chain in entity.chains
            for span in self._notes[article].chains[chain].party
            if (found := self._named(article, span)) is not None
        )
        best = votes.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    def _named(self, article: str, span: TextSpan) -> str | None:
        words = span.of(self._articles[article].text)
        country = country_named(words) or country_of_people(words) or country_seated_at(words)
        if country is not None:
            return self._states.get(country.name)
        notes = self._notes[article]
        for place, chain in enumerate(notes.chains):
            other = self._of_chain.get((article, place))
            if other is not None and any(notes.mentions[i].span == span for i in chain.mentions):
                return entity_id(other) if other.kind in {"organization", "country"} else None
        return self._called(article, words.casefold())

    def _called(self, article: str, noun: str) -> str | None:
        """The one body that a report names with a noun for its last word ("union")."""
        named = (self._of_chain.get((article, place)) for place in range(len(self._notes[article].chains)))
        bodies = {entity_id(each) for each in named if each is not None and _is_called(each, noun)}
        return bodies.pop() if len(bodies) == 1 else None


def _is_called(entity: SharedEntity, noun: str) -> bool:
    return entity.kind == "organization" and entity.name.casefold().split()[-1] == noun
