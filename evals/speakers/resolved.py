"""Our speakers for attributions that are given: names are read by the encoder, whom a source means by the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.polnear import Attribution as Gold
from corpora.polnear import Extent, PolnearArticle
from evals import plain
from readout.annotate.annotator import each
from readout.annotate.chains import chained
from readout.annotate.speakers import with_speakers
from readout.model.notes import Attribution, Chain, Directness, Form, Notes
from readout.model.text import Article, TextSpan

_NAMES = frozenset({Form.NAME, Form.METONYM})


@dataclass(frozen=True, slots=True)
class Resolved:
    """One article as read end to end (`found`) and with the corpus's attributions given (`given`, in their order)."""

    gold: PolnearArticle
    found: Notes
    given: Notes


def resolved(articles: Sequence[PolnearArticle]) -> Iterator[Resolved]:
    """Each article with its notes; the attributions given to the rules bear no content's kind but `direct`."""
    plainly = [plain.article(one.id, one.text) for one in articles]
    for gold, article, notes in zip(articles, plainly, each(plainly, vectors=False), strict=True):
        yield Resolved(gold, notes, _given(article, notes, gold.attributions))


def _given(article: Article, notes: Notes, gold: Sequence[Gold]) -> Notes:
    """Notes with the names that were read and the corpus's attributions, resolved anew."""
    names = tuple(replace(one, form=Form.NAME) for one in notes.mentions if one.form in _NAMES)
    told = tuple(Attribution(Directness.DIRECT, *map(_spans, (one.content, one.source, one.cue)), 1.0) for one in gold)
    bare = replace(notes, mentions=names, chains=(), attributions=told)
    return with_speakers(article, chained(article, bare))


def _spans(extents: Sequence[Extent]) -> tuple[TextSpan, ...]:
    return tuple(TextSpan(*extent) for extent in sorted(extents))


def speaker(notes: Notes, one: Attribution) -> Chain | None:
    """Who speaks, by name; None where nobody is told or nobody who is named."""
    chain = notes.chains[one.chain] if one.chain is not None else None
    return chain if chain is not None and chain.name is not None else None


def names(text: str, notes: Notes, chain: Chain, gold: Extent) -> bool:
    """Whether a chain is whom a naming mention names: it holds the mention, or one of the same words."""
    wanted = _words(text[slice(*gold)])
    for mention in (notes.mentions[i] for i in chain.mentions):
        if mention.form in _NAMES and (
            mention.span.overlaps(TextSpan(*gold)) or _words(mention.span.of(text)) == wanted
        ):
            return True
    return _words(chain.name or "") == wanted


def _words(name: str) -> list[str]:
    return name.casefold().removeprefix("the ").split()
