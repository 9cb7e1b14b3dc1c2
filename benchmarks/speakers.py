"""Who said what: what resolving and merging cost beside annotation, for a story of 5 reports and one of 500.

The reports are PolNeAR's, which tell of one campaign; so names and quotations recur as in one story. Resolving: chains,
quotations set right, speakers, circumstances. Merging: entities and utterances linked, and written to the record.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corpora import polnear
from evals import plain
from readout.annotate.annotator import each
from readout.annotate.chains import chained
from readout.annotate.circumstances import with_circumstances
from readout.annotate.quoting import with_quotations
from readout.annotate.speakers import with_speakers
from readout.link import entities, utterances
from readout.merge.entities import entity_id, record_entities
from readout.merge.quotes import record_quotes
from readout.merge.sources import Sources
from readout.model.notes import Form, Notes
from readout.model.text import Article, Dating

_SIZES = (5, 500)
_NAMES = frozenset({Form.NAME, Form.METONYM})
_T = TypeVar("_T")


def run(corpora: Path) -> None:
    """Print a line for each size; skips, saying so, where the corpus is absent."""
    if not (corpora / "polnear" / "train.jsonl").is_file():
        print(f"speakers: skipped, no polnear/train.jsonl in {corpora}")
        return
    every = [plain.article(one.id, one.text) for one in polnear.read(corpora, "train")]
    for size in _SIZES:
        _report(every[:size])


def _report(articles: Sequence[Article]) -> None:
    whole, notes = _timed(lambda: list(each(articles, threads=1)))
    bare = [_bare(one) for one in notes]
    resolving, resolved = _timed(lambda: [_resolved(*pair) for pair in zip(articles, bare, strict=True)])
    merging, counts = _timed(lambda: _merged(articles, resolved))
    share = 100 * (resolving + merging) / (whole - resolving)
    print(
        f"speakers: {len(articles)} reports: annotation without it {whole - resolving:.1f} s, "
        f"resolving {resolving:.2f} s, merging {merging:.2f} s: {share:.1f} % of it "
        f"({counts[0]} entities, {counts[1]} quotations)"
    )


def _timed(work: Callable[[], _T]) -> tuple[float, _T]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _bare(notes: Notes) -> Notes:
    """Notes as the encoder gives them: names and attributions, nothing resolved."""
    names = tuple(replace(one, form=Form.NAME) for one in notes.mentions if one.form in _NAMES)
    said = tuple(replace(one, chain=None, channel=None, addressee=None, time=None) for one in notes.attributions)
    return replace(notes, mentions=names, chains=(), attributions=said, times=())


def _resolved(article: Article, notes: Notes) -> Notes:
    quoted = with_quotations(article, notes)
    return with_circumstances(article, with_speakers(article, chained(article, quoted)))


def _merged(articles: Sequence[Article], notes: Sequence[Notes]) -> tuple[int, int]:
    """The number of entities and of quotations."""
    by_id = {article.id: article for article in articles}
    told = {note.article: note for note in notes}
    datings = dict.fromkeys(by_id, Dating())
    named = entities.find_entities(articles, notes)
    said = utterances.find_utterances(articles, notes, named, datings)
    made = record_entities(named, by_id, told, datings)
    chains = {chain: entity_id(each) for each in named for chain in each.chains}
    sources = Sources(by_id, told, datings, chains, {name: name for name in by_id}, {})
    return len(made), len(record_quotes(said, sources))
