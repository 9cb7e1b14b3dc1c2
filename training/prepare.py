"""Corpora to prepared arrays: every text through the same words, features and units as at run time."""

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from corpora import detokenise, meantime, plover, polnear, treebanks, worldwide_ner
from readout.annotate.units import Unit, units
from readout.annotate.words import Extent, paragraphs, sentences, words
from readout.grammar.quotation import inside
from training import labels
from training.bert import load_bottom, load_top
from training.prepared import IGNORED, Array, save

log = logging.getLogger(__name__)

Segmenter = Callable[[str, int, int], list[Extent]]


class Gathering:
    """Collects documents into flat arrays."""

    def __init__(self, tokenizer: Tokenizer, columns: int) -> None:
        self.tokenizer = tokenizer
        self.columns = columns
        self.units: list[Unit] = []
        self.labels: list[list[int]] = []
        self.units_of = [0]
        self.relations: list[tuple[int, ...]] = []
        self.words = 0

    def add(self, text: str, cut: Sequence[Sequence[Extent]] | None = None, segment: Segmenter = words) -> list[Unit]:
        """One document's units; its labels must follow, one row for each word."""
        cut = cut if cut is not None else [sentences(text, *extent) for extent in paragraphs(text)]
        found = units(self.tokenizer, text, cut, inside(text), segment)
        self.units += found
        self.units_of.append(len(self.units))
        self.words += sum(len(unit.words) for unit in found)
        return found

    def arrays(self) -> dict[str, Array]:
        """All that was gathered, flat."""
        if len(self.labels) != self.words:
            raise ValueError(f"{len(self.labels)} labels for {self.words} words")
        tokens_of = np.cumsum([0, *(len(unit.ids) for unit in self.units)])
        return {
            "ids": np.concatenate([unit.ids for unit in self.units]),
            "features": np.concatenate([unit.features for unit in self.units]),
            "first": np.concatenate([unit.first + at for unit, at in zip(self.units, tokens_of, strict=False)]),
            "labels": np.array(self.labels, dtype=np.int64).reshape(self.words, self.columns),
            "extents": np.array([word for unit in self.units for word in unit.words], dtype=np.int64),
            "tokens_of": tokens_of,
            "words_of": np.cumsum([0, *(len(unit.words) for unit in self.units)]),
            "units_of": np.array(self.units_of),
            "relations": np.array(self.relations, dtype=np.int64),
        }


def prepare(root: Path, minilm: Path, folder: Path, only: Iterable[str] = ()) -> None:
    """Prepare every corpus and split that is not there yet."""
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    bottom, top = load_bottom(minilm), load_top(minilm).eval()
    chosen = set(only)
    for name, gather in _JOBS.items():
        if (chosen and name not in chosen) or (not chosen and (folder / f"{name}.hidden.npy").exists()):
            continue
        gathering = gather(root, tokenizer, name.rsplit("_", 1)[1])
        log.info("%s: %d units, %d words", name, len(gathering.units), gathering.words)
        save(folder, name, gathering.arrays(), bottom, top if gather in {_acts, _stories} else None)


def _attributions(root: Path, tokenizer: Tokenizer, split: str) -> Gathering:
    """Tags of source, cue and content; relations are (document, part, cue's word, span's first and last word)."""
    gathering = Gathering(tokenizer, columns=1)
    for number, article in enumerate(polnear.read(root, split)):  # type: ignore[arg-type]
        found = [word for unit in gathering.add(article.text) for word in unit.words]
        marked = [
            (span, part)
            for one in article.attributions
            for part in ("source", "cue", "content")
            for span in getattr(one, part)
        ]
        gathering.labels += [[tag] for tag in labels.tagged(found, marked, labels.ATTRIBUTION)]
        gathering.relations += _relations(article, found, number, gathering.words - len(found))
    return gathering


def _relations(article: polnear.PolnearArticle, found: list[Extent], number: int, offset: int) -> list[tuple[int, ...]]:
    rows: list[tuple[int, ...]] = []
    for one in article.attributions:
        cues = [covered for span in one.cue if (covered := labels.covered(found, span))]
        for kind, spans in enumerate((one.source, one.content)):
            rows += [
                (number, kind, cues[0][0] + offset, covered[0] + offset, covered[1] - 1 + offset)
                for span in spans
                if cues and (covered := labels.covered(found, span))
            ]
    return rows


def _names(root: Path, tokenizer: Tokenizer, split: str) -> Gathering:
    gathering = Gathering(tokenizer, columns=1)
    for article in worldwide_ner.read(root, split):  # type: ignore[arg-type]
        text, marked = "", list[tuple[Extent, str]]()
        for paragraph in article.paragraphs:
            line, extents = detokenise.detokenise(paragraph.tokens)
            spans = labels.from_bio(paragraph.tags)
            marked += [
                ((extents[first][0] + len(text), extents[last - 1][1] + len(text)), kind) for kind, first, last in spans
            ]
            text += line + "\n"
        found = [word for unit in gathering.add(text) for word in unit.words]
        gathering.labels += [[tag] for tag in labels.tagged(found, marked, labels.NAMES)]
    return gathering


def _trees(root: Path, tokenizer: Tokenizer, split: str) -> Gathering:
    """Columns: head (word of the same sentence, from 0; itself for the root), relation, part of speech."""
    gathering = Gathering(tokenizer, columns=3)
    documents = [*treebanks.ewt(root, split), *treebanks.gum(root, split)]  # type: ignore[arg-type]
    for document in documents:
        _tree_document(gathering, document)
    return gathering


def _tree_document(gathering: Gathering, document: treebanks.Document) -> None:
    text, cut, golds = "", list[list[Extent]](), list[tuple[int, treebanks.Tree]]()
    for tree in document.trees:
        if tree.opens or not cut:
            cut.append([])
        golds.append((len(text), tree))
        cut[-1].append((len(text), len(text) + len(tree.text)))
        text += tree.text + " "
    extents = {at: [(at + token.start, at + token.end) for token in tree.tokens] for at, tree in golds}
    rows = {
        (at + token.start, at + token.end): (index, tree)
        for at, tree in golds
        for index, token in enumerate(tree.tokens)
    }
    for unit in gathering.add(text, cut, lambda _text, start, _end: extents[start]):
        kept = {rows[word][0]: place for place, word in enumerate(unit.words)}
        gathering.labels += [_tree_labels(*rows[word], place, kept) for place, word in enumerate(unit.words)]


def _tree_labels(index: int, tree: treebanks.Tree, place: int, kept: dict[int, int]) -> list[int]:
    token = tree.tokens[index]
    head = place if token.head == 0 else kept.get(token.head - 1, IGNORED)
    known = token.deprel if token.deprel in labels.RELATIONS else token.deprel.split(":")[0]
    relation = labels.RELATIONS.get(known, IGNORED) if head != IGNORED else IGNORED
    return [head, relation, labels.PARTS.get(token.upos, IGNORED)]


def _acts(root: Path, tokenizer: Tokenizer, _split: str) -> Gathering:
    """Relations: (document, source's first and last word, target's, type); -1 where an actor is not marked."""
    gathering = Gathering(tokenizer, columns=1)
    for number, act in enumerate(plover.read(root)):
        before = gathering.words
        found = [word for unit in gathering.add(act.text, [[(0, len(act.text))]]) for word in unit.words]
        gathering.labels += [[IGNORED]] * len(found)
        row = [number]
        for span in (act.source, act.target):
            covered = labels.covered(found, span) if span else None
            row += [covered[0] + before, covered[1] - 1 + before] if covered else [-1, -1]
        gathering.relations.append((*row, labels.act(act.root)))
    return gathering


def _stories(root: Path, tokenizer: Tokenizer, _split: str) -> Gathering:
    """As `_acts`, without actors, each story's opening as one document."""
    gathering = Gathering(tokenizer, columns=1)
    number = 0
    for story in plover.stories(root):
        cut = [sentences(story.text, *extent) for extent in paragraphs(story.text)][:1]
        if not cut or not cut[0]:
            continue
        found = [word for unit in gathering.add(story.text, [cut[0][:1]]) for word in unit.words]
        gathering.labels += [[IGNORED]] * len(found)
        gathering.relations.append((number, -1, -1, -1, -1, labels.act(story.root)))
        number += 1
    return gathering


def _events(root: Path, tokenizer: Tokenizer, _split: str) -> Gathering:
    """Columns: is an event, polarity, certainty, time."""
    gathering = Gathering(tokenizer, columns=4)
    for article in meantime.read(root):
        cut = [[extent] for extent in article.sentences]
        given = article.tokens
        found = gathering.add(
            article.text, cut, lambda _text, start, end, given=given: [t for t in given if start <= t[0] < end]
        )
        gathered = {event.span: event for event in article.events}
        heads = {event.head: event for event in gathered.values()}
        for unit in found:
            for word in unit.words:
                event = heads.get(word)
                row = [1, *labels.event(event)] if event else [0, IGNORED, IGNORED, IGNORED]
                gathering.labels.append(row if word[0] < article.annotated else [IGNORED] * 4)
    return gathering


_JOBS: dict[str, Callable[[Path, Tokenizer, str], Gathering]] = {
    "attributions_dev": _attributions,
    "attributions_train": _attributions,
    "trees_dev": _trees,
    "trees_train": _trees,
    "acts_train": _acts,
    "events_train": _events,
    "names_dev": _names,
    "names_train": _names,
    "stories_train": _stories,
}
