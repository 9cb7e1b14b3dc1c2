"""Groupings of given mentions: by their head words, by our chains and entities, and by both."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from corpora.coreference import Document, Extent
from readout.link.entities import find_entities
from readout.model.notes import Mention, Notes
from readout.model.text import Article, TextSpan

Grouping = dict[Hashable, Hashable]
_DETERMINERS = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Read:
    """A document with our article and notes."""

    gold: Document
    article: Article
    notes: Notes


def key(story: Sequence[Read]) -> Grouping:
    """The corpus's own grouping."""
    return {(one.gold.id, mention.span): mention.entity for one in story for mention in one.gold.mentions}


def by_head(story: Sequence[Read]) -> Grouping:
    """The baseline: mentions with the same head word, as far as its plural's s."""
    return {
        (one.gold.id, mention.span): ("head", lemma(one.article.text, one.notes, mention.span))
        for one in story
        for mention in one.gold.mentions
    }


def by_chain(one: Read) -> Grouping:
    """Our chains; a mention in none is alone."""
    return _ours([one], {})


def by_entity(story: Sequence[Read]) -> Grouping:
    """Our entities across the articles of a story; mentions in none are alone."""
    found = find_entities([one.article for one in story], [one.notes for one in story])
    return _ours(story, {chain: entity.key + entity.kind for entity in found for chain in entity.chains})


def with_heads(ours: Grouping, heads: Grouping) -> Grouping:
    """Our grouping, with the mentions that it leaves alone put by their heads: to our only entity with the head."""
    told: dict[Hashable, set[Hashable]] = {}
    for mention, entity in ours.items():
        if entity != ("alone", mention):
            told.setdefault(heads[mention], set()).add(entity)
    of_head = {head: next(iter(entities)) for head, entities in told.items() if len(entities) == 1}
    return {
        mention: of_head.get(heads[mention], heads[mention]) if entity == ("alone", mention) else entity
        for mention, entity in ours.items()
    }


def _ours(story: Sequence[Read], entities: Mapping[tuple[str, int], str]) -> Grouping:
    grouping: Grouping = {}
    for one in story:
        chains = {index: place for place, chain in enumerate(one.notes.chains) for index in chain.mentions}
        for mention in one.gold.mentions:
            name = (one.gold.id, mention.span)
            index = _match(one, mention.span, chains)
            chain = (one.article.id, chains[index]) if index is not None else None
            grouping[name] = ("alone", name) if chain is None else entities.get(chain, chain)
    return grouping


def _match(one: Read, span: Extent, chains: Mapping[int, int]) -> int | None:
    """Our mention that a given one is: the one over its head word, the nearest in length."""
    head = head_word(one.notes, span)
    fitting = [
        index
        for index in chains
        if _over(one.notes.mentions[index], head) or _same(one, one.notes.mentions[index], span)
    ]
    return min(fitting, key=lambda index: abs(len(one.notes.mentions[index].span) - (span[1] - span[0])), default=None)


def _over(mention: Mention, head: TextSpan) -> bool:
    return mention.span.start <= head.start and head.end <= mention.span.end


def _same(one: Read, mention: Mention, span: Extent) -> bool:
    """Whether ours is the whole of the given one but for its article."""
    words = one.article.text[slice(*span)]
    bare = next((len(each) for each in _DETERMINERS if words.casefold().startswith(each)), 0)
    return (mention.span.start, mention.span.end) in {span, (span[0] + bare, span[1])}


def head_word(notes: Notes, span: Extent) -> TextSpan:
    """The word of a mention that hangs on none of its others; its last where there is no parse."""
    for sentence in notes.sentences:
        inside = [i for i, word in enumerate(sentence.words) if span[0] <= word.span.start and word.span.end <= span[1]]
        if inside:
            top = next((i for i in inside if sentence.words[i].head not in inside), inside[-1])
            return sentence.words[top].span
    return TextSpan(span[1] - 1, span[1])


def lemma(text: str, notes: Notes, span: Extent) -> str:
    """The head word in small letters without a plural's s."""
    word = head_word(notes, span).of(text).casefold()
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
