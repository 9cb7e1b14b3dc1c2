"""Task `positions`: what parties demand, offer, refuse ... in labelled statements of five corpora.

The path is the corpora's folder (the held-out statements are scored) or a file of labels such as `labels/train.jsonl`.
A document is read whole, as the product reads it; what it finds elsewhere in the document is not scored.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpora.location import corpora_root
from evals.plain import article
from evals.positions.documents import texts
from evals.positions.labels import LABELS, Extent, Label, Statement, read, write
from evals.positions.scorer import Key
from evals.positions.scorer import score as scored
from evals.tasks import CannotScoreError
from readout.annotate import each
from readout.model.notes import Form, Mention, Notes, Stance
from readout.model.text import TextSpan


def score(path: Path) -> dict[str, float]:
    """The scores on the held-out statements, or on a file of labels."""
    gold, by_id = _gold(path)
    return scored(gold, predicted(gold, by_id), by_id)


def predict(path: Path, out: Path) -> None:
    """Write the same statements with the labels that we read in them."""
    gold, by_id = _gold(path)
    write(predicted(gold, by_id), out)


def predicted(statements: Iterable[Statement], by_id: dict[Key, str]) -> list[Statement]:
    """The statements with the labels that we read in them."""
    by_document: dict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        by_document[one.corpus, one.document].append(one)
    articles = [article("/".join(key), by_id[key]) for key in by_document]
    notes = each(articles, threads=1, vectors=False)
    return [read_in(one, noted) for ones, noted in zip(by_document.values(), notes, strict=True) for one in ones]


def read_in(statement: Statement, notes: Notes) -> Statement:
    """A statement with the stances whose deciding words stand in it."""
    found = [one for one in notes.stances if one.trigger.start < statement.end and statement.start < one.trigger.end]
    return replace(statement, annotator="readout", labels=tuple(_label(one, notes) for one in found))


def _label(stance: Stance, notes: Notes) -> Label:
    return Label(
        act=stance.kind.value,
        party=_extent(stance.holder),
        alias=_name(stance.holder, notes),
        acts_for=None,
        target=_extent(stance.target),
        matter=_extent(stance.matter),
        condition=_extent(stance.condition),
        polarity=stance.polarity.value,
    )


def _name(holder: TextSpan | None, notes: Notes) -> Extent | None:
    """The nearest name of the chain that the holder's words belong to."""
    if holder is None:
        return None
    for chain in notes.chains:
        mentions = [notes.mentions[one] for one in chain.mentions]
        if any(holder.start <= one.head.start and one.head.end <= holder.end for one in mentions):
            names = [one for one in mentions if one.form is Form.NAME]
            return _nearest(names, holder)
    return None


def _nearest(names: Sequence[Mention], holder: TextSpan) -> Extent | None:
    best = min(names, key=lambda one: abs(one.span.start - holder.start), default=None)
    return None if best is None else _extent(best.span)


def _extent(span: TextSpan | None) -> Extent | None:
    return None if span is None else (span.start, span.end)


def _gold(path: Path) -> tuple[list[Statement], dict[Key, str]]:
    root = corpora_root() if path.is_file() else path
    if root is None:
        raise CannotScoreError("positions: needs the corpora; name their folder with READOUT_CORPORA")
    gold = read(path) if path.is_file() else read(LABELS / "test.jsonl")
    by_id = texts(root)
    if absent := {one.corpus for one in gold if (one.corpus, one.document) not in by_id}:
        raise CannotScoreError(f"positions: not in {root}: documents of {', '.join(sorted(absent))}")
    return gold, by_id
