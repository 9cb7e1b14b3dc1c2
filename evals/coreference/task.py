"""Coreference of entities on MEANTIME and ECB+, within documents and across those of a story, with given mentions.

`head`: the baseline, same head word, same entity. `ours`: our chains and entities, each mention in none alone; we chain
only what is named, and what speaks. `both`: ours, and by their heads what we leave alone.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from corpora.coreference import Document, ecbplus_documents, meantime_documents
from evals import plain
from evals.coreference.responses import Grouping, Read, by_chain, by_entity, by_head, key, with_heads
from evals.coreference.scorer import Conll
from readout.annotate.annotator import each

_CORPORA: tuple[tuple[str, Callable[[Path], Iterator[Document]]], ...] = (
    ("meantime", meantime_documents),
    ("ecbplus", ecbplus_documents),
)


def score(root: Path) -> dict[str, float]:
    """MUC, B3, CEAFe and CoNLL F1 for each corpus, within documents and across them, for each way of grouping."""
    scores: dict[str, float] = {}
    for name, documents in _CORPORA:
        stories = [
            list(_read(story)) for _, story in groupby(sorted(documents(root), key=_story), key=lambda one: one.story)
        ]
        within = [[one] for story in stories for one in story]
        for scope, groups, ours in (("within", within, _chains), ("across", stories, by_entity)):
            for system, found in _scored(groups, ours).items():
                scores |= {f"{name} {scope} {system} {measure}": value for measure, value in found.items()}
    return scores


def _story(one: Document) -> tuple[str, str]:
    return one.story, one.id


def _chains(story: list[Read]) -> Grouping:
    return by_chain(story[0])


def _read(story: Iterable[Document]) -> Iterator[Read]:
    golds = list(story)
    articles = [plain.article(one.id, one.text) for one in golds]
    for gold, article, notes in zip(golds, articles, each(articles, vectors=False), strict=True):
        yield Read(gold, article, notes)


def _scored(groups: list[list[Read]], ours: Callable[[list[Read]], Grouping]) -> dict[str, dict[str, float]]:
    systems = {name: Conll() for name in ("head", "ours", "both")}
    for story in groups:
        gold, heads, found = key(story), by_head(story), ours(story)
        for name, response in (("head", heads), ("ours", found), ("both", with_heads(found, heads))):
            systems[name].add(gold, response)
    return {name: system.scores() for name, system in systems.items()}
