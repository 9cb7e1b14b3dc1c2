"""Who gives a figure: an entity of the record where the words name one, else the words."""

import re

from readout.merge.sources import Sources
from readout.model.notes import FigureMention, Form
from readout.model.text import TextSpan

_LATER = re.compile(r"\s?[,(—–].*|\s(?:who|which|that)\s.*", re.DOTALL)  # what is told of the holder beside the name
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "those", "these"})


def holder_of(article: str, mention: FigureMention, sources: Sources) -> str | None:
    """The entity's id, or the words without what is told of it beside; None for a pronoun that names nobody."""
    if mention.holder is None:
        return None
    notes = sources.notes[article]
    if mention.attribution is not None:
        chain = notes.attributions[mention.attribution].chain
        found = None if chain is None else sources.entities.get((article, chain))
        if found is not None:
            return found
    named = _entity(article, mention.holder, sources)
    if named is not None:
        return named
    words = _LATER.sub("", " ".join(mention.holder.of(sources.articles[article].text).split()))
    return None if words.lower() in _PRONOUNS or not words else words


def _entity(article: str, span: TextSpan, sources: Sources) -> str | None:
    """The entity whose mention the holder's words are, or whose name is all but the first word or so of them."""
    notes = sources.notes[article]
    for place, chain in enumerate(notes.chains):
        entity = sources.entities.get((article, place))
        if entity is None:
            continue
        for number in chain.mentions:
            mention = notes.mentions[number]
            same = mention.span.end == span.end and mention.form in {Form.NAME, Form.METONYM, Form.PRONOUN}
            if same and span.start <= mention.span.start <= span.start + len("the "):
                return entity
    return None
