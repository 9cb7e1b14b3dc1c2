"""Every sentence of every brief against its citations, on the stories of BASIL, NeuS val and MEANTIME.

The package's own checker has dropped what it found before the brief was printed; here each sentence is looked at again,
by that checker and by a plainer one that shares no code with it.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import readout
from corpora import basil, meantime, neus
from readout.merge.brief.check import faults
from readout.model.record import BriefSentence, Record

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_NOT = frozenset({"not", "no", "never", "none", "neither", "nor", "without", "cannot"})


def score(root: Path) -> dict[str, dict[str, float]]:
    """For each corpus: stories, stories without a brief, sentences, and sentences that their citations do not hold."""
    return {
        name: _tally(texts)
        for name, texts in (("basil", _basil(root)), ("neus", _neus(root)), ("meantime", _meantime(root)))
    }


def _tally(folders: Iterator[list[dict[str, str]]]) -> dict[str, float]:
    found = {"stories": 0.0, "without a brief": 0.0, "sentences": 0.0, "faulty": 0.0, "faulty to a plain eye": 0.0}
    for reports in folders:
        record = _record(reports)
        if record is None:
            continue
        found["stories"] += 1
        found["without a brief"] += not record.brief
        found["sentences"] += len(record.brief)
        found["faulty"] += sum(bool(faults(sentence, record)) for sentence in record.brief)
        found["faulty to a plain eye"] += sum(not holds(sentence, record) for sentence in record.brief)
    return found


def _record(reports: list[dict[str, str]]) -> Record | None:
    with tempfile.TemporaryDirectory() as folder:
        for number, report in enumerate(reports):
            (Path(folder) / f"{number}.json").write_text(json.dumps(report), encoding="utf-8")
        articles, problems = readout.read([folder])
    return readout.build(articles, problems, keep_strays=True) if articles else None


def holds(sentence: BriefSentence, record: Record) -> bool:
    """Whether words, figures and negations of a sentence, its edits left out, stand in its first citation in order."""
    texts = {article.id: article.text for article in record.articles}
    first = sentence.cites[0]
    cited = _WORD.findall(texts[first.article][first.start : first.end].casefold())
    printed = _WORD.findall(_without_edits(sentence).casefold())
    waiting = iter(cited)
    in_order = all(word in waiting for word in printed)
    short = len(cited) - len(printed) <= len(_edited(sentence))
    negated = sum(word in _NOT for word in printed) == sum(word in _NOT for word in cited) or not short
    figures = set(_NUMBER.findall(" ".join(printed))) <= set(_NUMBER.findall(" ".join(cited)))
    return in_order and negated and figures and sentence.text.count('"') % 2 == 0


def _without_edits(sentence: BriefSentence) -> str:
    kept, at = [], 0
    for edit in sorted(sentence.edits, key=lambda one: one.start):
        kept.append(sentence.text[at : edit.start])
        at = edit.end
    return " ".join([*kept, sentence.text[at:]])


def _edited(sentence: BriefSentence) -> list[str]:
    return [word for edit in sentence.edits for word in _WORD.findall(edit.was)]


def _basil(root: Path) -> Iterator[list[dict[str, str]]]:
    stories: dict[str, list[dict[str, str]]] = {}
    for one in basil.read(root):
        report = {
            "title": one.title,
            "text": one.text,
            "url": one.url,
            "published": one.date.isoformat(),
            "outlet": one.source,
        }
        stories.setdefault(one.topic, []).append(report)
    yield from stories.values()


def _neus(root: Path) -> Iterator[list[dict[str, str]]]:
    stories: dict[str, list[dict[str, str]]] = {}
    for one in neus.read(root):
        if one.split == "val" and not one.round_up:
            stories.setdefault(one.topic, []).append({"title": one.title, "text": one.text})
    yield from stories.values()


def _meantime(root: Path) -> Iterator[list[dict[str, str]]]:
    """Each article alone: those of a topic are years apart and tell many events."""
    for one in meantime.read(root):
        title, _, text = one.text.partition("\n")
        yield [{"title": title, "text": text.replace("\n", "\n\n")}]
