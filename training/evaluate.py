"""Development scores during training, on words; the official scores are those of `python -m evals`."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import nn

from readout.annotate.decode import ChainScores, TaggedSpan, best_tree, spans
from readout.annotate.features import COLUMNS
from readout.annotate.sequences import paths
from training import labels
from training.forks import ARC, RELATION, words
from training.prepared import IGNORED, Array, Prepared
from training.windows import LONGEST, Window, collate, overlapping


def chain(crf: nn.Module) -> ChainScores:
    """A trained CRF's matrices for the run-time decoder."""
    transitions, start, end = (matrix.detach().float().numpy() for matrix in crf.matrices())
    return ChainScores(transitions, start, end)


def joined(model: nn.Module, head: Callable[..., torch.Tensor], prepared: Prepared, document: int) -> Array:
    """A head's output for every word of a document, each sentence from the window where it stands deepest."""
    begin, end = prepared.units_of[document], prepared.units_of[document + 1]
    cuts = overlapping(prepared, document)
    rows: dict[int, Array] = {}
    depth: dict[int, int] = {}
    for window in cuts:
        batch = collate(prepared, [window])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first)
            output = head(states).float()[0].numpy()
        for unit in range(window.first, window.last):
            here = _depth(prepared, window, unit, int(begin), int(end))
            if here > depth.get(unit, -1):
                offset = prepared.words_of[window.first]
                depth[unit] = here
                rows[unit] = output[prepared.words_of[unit] - offset : prepared.words_of[unit + 1] - offset]
    return np.concatenate([rows[unit] for unit in range(begin, end)])


def _depth(prepared: Prepared, window: Window, unit: int, begin: int, end: int) -> int:
    """Tokens between a unit and the nearer edge of its window; the article's own edges do not count."""
    left = LONGEST if window.first == begin else int(prepared.tokens_of[unit] - prepared.tokens_of[window.first])
    right = LONGEST if window.last == end else int(prepared.tokens_of[window.last] - prepared.tokens_of[unit + 1])
    return min(left, right)


def tags_score(head: str, crf: str, tags: Sequence[str]) -> Callable[[nn.Module, Prepared], dict[str, float]]:
    """A scorer of exact spans by label, over whole articles."""

    def score(model: nn.Module, prepared: Prepared) -> dict[str, float]:
        golds, found = set[tuple[int, str, int, int]](), set[tuple[int, str, int, int]]()
        matrices = chain(getattr(model, crf))
        for document in range(len(prepared.units_of) - 1):
            begin, end = (prepared.words_of[prepared.units_of[document + side]] for side in (0, 1))
            if begin == end:
                continue
            emissions = joined(model, getattr(model, head), prepared, document)
            gold = prepared.labels[begin:end, 0].tolist()
            golds |= _keyed(document, spans(gold, tags, emissions))
            best = paths(emissions, _paragraph_bounds(prepared, document), matrices)
            found |= _keyed(document, spans(best, tags, emissions))
        return _by_label(golds, found)

    return score


def _paragraph_bounds(prepared: Prepared, document: int) -> list[int]:
    """The first word of each paragraph, counted in the document, and the number of its words."""
    units = range(prepared.units_of[document], prepared.units_of[document + 1])
    begins = prepared.words_of[units]
    column = list(COLUMNS).index("paragraph")
    opens = [begin for begin in begins if prepared.features[prepared.first[begin], column] > 1]
    end = prepared.words_of[prepared.units_of[document + 1]]
    return sorted({0, *(int(begin - begins[0]) for begin in opens), int(end - begins[0])})


def _keyed(document: int, found: Sequence[TaggedSpan]) -> set[tuple[int, str, int, int]]:
    return {(document, span.label, span.first, span.last) for span in found}


def _by_label(golds: set[tuple[int, str, int, int]], found: set[tuple[int, str, int, int]]) -> dict[str, float]:
    scores = {"all": _f1(golds, found)}
    for label in sorted({row[1] for row in golds}):
        scores[label] = _f1({row for row in golds if row[1] == label}, {row for row in found if row[1] == label})
    return scores


def _f1(golds: set[tuple[int, str, int, int]], found: set[tuple[int, str, int, int]]) -> float:
    return round(200 * len(golds & found) / max(len(golds) + len(found), 1), 2)


def trees(model: nn.Module, prepared: Prepared) -> dict[str, float]:
    """Attachment scores over the development documents, punctuation included."""
    right = labelled = total = 0
    weight = model.relation.weight.detach().float()  # type: ignore[union-attr]
    documents = range(len(prepared.units_of) - 1)
    for document in documents:
        parts = joined(model, lambda states: torch.cat(model.arc_parts(states), -1), prepared, document)  # type: ignore[operator]
        base = prepared.words_of[prepared.units_of[document]]
        for unit in range(prepared.units_of[document], prepared.units_of[document + 1]):
            words_here = slice(prepared.words_of[unit] - base, prepared.words_of[unit + 1] - base)
            gold = prepared.labels[prepared.words_of[unit] : prepared.words_of[unit + 1]]
            heads, relations = _parsed(model, torch.from_numpy(parts[words_here]), weight)
            good = (heads == gold[:, 0]) & (gold[:, 0] != IGNORED)
            right += int(good.sum())
            labelled += int((good & (relations == gold[:, 1])).sum())
            total += len(gold)
    return {"UAS": round(100 * right / total, 2), "LAS": round(100 * labelled / total, 2)}


def _parsed(model: nn.Module, parts: torch.Tensor, weight: torch.Tensor) -> tuple[Array, Array]:
    dependent, head, relation_dependent, relation_head = parts.split((ARC, ARC, RELATION, RELATION), -1)
    with torch.no_grad():
        scores = model.arc(dependent, head)[0].numpy()  # type: ignore[operator]
        tree = best_tree(scores)
        heads = np.array([word if head == 0 else head - 1 for word, head in enumerate(tree)])
        left = torch.nn.functional.pad(relation_dependent, (0, 1), value=1.0)
        right = torch.nn.functional.pad(relation_head[torch.from_numpy(heads)], (0, 1), value=1.0)
        relations = torch.einsum("ni,oij,nj->no", left, weight, right).argmax(-1).numpy()
    return heads, relations


SCORERS: dict[str, Callable[[nn.Module, Prepared], dict[str, float]]] = {
    "attributions": tags_score("attribution", "crf", labels.ATTRIBUTION),
    "names": tags_score("names", "names_crf", labels.NAMES),
    "trees": trees,
}
