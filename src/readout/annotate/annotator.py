"""Articles to notes: the whole of annotation, each article alone."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import accumulate

import numpy as np

from readout.annotate.acts import acts
from readout.annotate.attributions import attributions
from readout.annotate.chains import chained
from readout.annotate.circumstances import with_circumstances
from readout.annotate.encoder import Encoded, encode
from readout.annotate.figures import with_figures
from readout.annotate.happenings import with_happenings
from readout.annotate.names import mentions
from readout.annotate.parses import parse
from readout.annotate.quoting import with_quotations
from readout.annotate.reading import Reading, marked, readings
from readout.annotate.speakers import with_speakers
from readout.annotate.stances import with_stances
from readout.annotate.units import units
from readout.annotate.weights import Weights, shipped
from readout.model.notes import Notes, Sentence, Word
from readout.model.text import Article, TextSpan

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_AHEAD = 4  # articles in hand for each thread: keeps all busy, and memory bounded


def annotate(articles: Sequence[Article], *, threads: int | None = None, vectors: bool = True) -> tuple[Notes, ...]:
    """What each article says, in the order of `articles`.

    An article's notes depend on nothing but the article: not on what it is annotated with, nor on `threads` (as many
    as there are processors where None). `vectors`: give sentences their vectors.

    Raises:
        ReadoutError: the package was built without the encoder's weights.
    """
    return tuple(each(articles, threads=threads, vectors=vectors))


def each(
    articles: Iterable[Article], *, threads: int | None = None, vectors: bool = True, weights: Weights | None = None
) -> Iterator[Notes]:
    """As `annotate`, one after the other for any number of articles; `weights`: others than those of the package."""
    reader = weights or shipped()
    workers = max(1, threads or os.cpu_count() or 1)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        waiting: deque[tuple[Article, list[Future[Notes]]]] = deque()
        for article in articles:
            parts = [pool.submit(_read, reader, article, reading, vectors=vectors) for reading in readings(article)]
            waiting.append((article, parts))
            if len(waiting) > _AHEAD * workers:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


def _finished(article: Article, parts: Sequence[Future[Notes]]) -> Notes:
    notes = with_quotations(article, joined(article, [part.result() for part in parts]))
    notes = with_circumstances(article, with_speakers(article, chained(article, notes)))
    for more in (with_figures, with_happenings, with_stances):
        notes = more(article, notes)
    return notes


def _read(weights: Weights, article: Article, reading: Reading, *, vectors: bool) -> Notes:
    """The notes of one reading, an article's part."""
    text = article.text.translate(_SURROGATES)  # as long as it was: half a character cannot be tokenised
    inside = marked(reading.quotations)
    sequences = [units(weights.tokenizer, text, passage.paragraphs, inside) for passage in reading.passages]
    if not any(sequences):
        return Notes(article.id)
    encoded = encode(weights, text, [sequence for sequence in sequences if sequence])
    parsed = parse(weights, encoded)
    named = mentions(weights, encoded, parsed)
    said = attributions(weights, encoded, parsed, reading.quotations)
    done = acts(weights, encoded, parsed, named, said)
    sentences = _sentences(reading, encoded, parsed, vectors=vectors)
    return Notes(article.id, mentions=tuple(named), attributions=tuple(said), acts=tuple(done), sentences=sentences)


def _sentences(reading: Reading, encoded: Encoded, parsed: Sequence[Word], *, vectors: bool) -> tuple[Sentence, ...]:
    """The sentences that were read; one that the encoder read in pieces has the mean of their vectors."""
    spans = iter(extent for passage in reading.passages for paragraph in passage.paragraphs for extent in paragraph)
    pieces: dict[tuple[int, int], list[int]] = {extent: [] for extent in spans}
    ends = sorted(pieces)
    place = 0
    order = sorted(range(len(encoded.units)), key=lambda number: encoded.units[number].span)
    for number in order:
        while not ends[place][0] <= encoded.units[number].span[0] < ends[place][1]:
            place += 1
        pieces[ends[place]].append(number)
    return tuple(_sentence(TextSpan(*extent), encoded, pieces[extent], parsed, vectors=vectors) for extent in ends)


def _sentence(
    span: TextSpan, encoded: Encoded, numbers: Sequence[int], parsed: Sequence[Word], *, vectors: bool
) -> Sentence:
    words: list[Word] = []
    for number in numbers:
        begin, end = encoded.begins[number], encoded.begins[number + 1]
        shift = len(words) - begin
        words += [word if word.head < 0 else replace(word, head=word.head + shift) for word in parsed[begin:end]]
    if not (vectors and numbers):
        return Sentence(span, (), tuple(words))
    mean = encoded.vectors[list(numbers)].mean(axis=0)
    unit = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return Sentence(span, tuple(unit.tolist()), tuple(words))


def joined(article: Article, parts: Sequence[Notes]) -> Notes:
    """The notes of an article's parts as one."""
    if len(parts) == 1:
        return parts[0]
    before = [0, *accumulate(len(part.attributions) for part in parts)]
    told = (
        replace(act, attribution=None if act.attribution is None else act.attribution + start)
        for part, start in zip(parts, before, strict=False)
        for act in part.acts
    )
    return Notes(
        article.id,
        mentions=tuple(mention for part in parts for mention in part.mentions),
        attributions=tuple(one for part in parts for one in part.attributions),
        acts=tuple(told),
        sentences=tuple(sorted((one for part in parts for one in part.sentences), key=lambda one: one.span)),
    )
