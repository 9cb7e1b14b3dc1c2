"""Entities of the record: who and what the reports name."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readout.model.ids import content_id
from readout.model.links import SharedEntity
from readout.model.notes import Notes
from readout.model.record import Entity, EntityMention
from readout.model.text import Article


def record_entities(
    entities: Sequence[SharedEntity], articles: Mapping[str, Article], notes: Mapping[str, Notes]
) -> tuple[Entity, ...]:
    """The entities, those that most reports name first. `articles` and `notes` by article id."""
    made = [_entity(each, articles, notes) for each in entities]
    return tuple(
        sorted(
            made, key=lambda each: (-len({m.article for m in each.mentions}), -len(each.mentions), each.name, each.id)
        )
    )


def _entity(entity: SharedEntity, articles: Mapping[str, Article], notes: Mapping[str, Notes]) -> Entity:
    mentions = sorted(
        {
            EntityMention(article, mention.span.start, mention.span.end, mention.form.value)
            for article, chain in entity.chains
            for mention in (notes[article].mentions[i] for i in notes[article].chains[chain].mentions)
        },
        key=lambda mention: (mention.article, mention.start, mention.end),
    )
    printed = Counter(
        " ".join(articles[each.article].text[each.start : each.end].split()) for each in mentions if each.form == "name"
    )
    aliases = sorted((form for form in printed if form != entity.name), key=lambda form: (-printed[form], form))
    return Entity(
        id=content_id("e", entity.kind, entity.key),
        kind=entity.kind,
        name=entity.name,
        aliases=tuple(aliases),
        roles=(),
        party=None,
        mentions=tuple(mentions),
        because=entity.because,
    )
