"""The words said: candidates of the tags' chain, weighed again by their edges, their marks and the parse.

The chain sees tags one by one; whether a span is a whole clause, or what hangs out of it, only shows once both ends
are known. A small net that was trained on PolNeAR's training articles says how likely each candidate is to be a
content, and the disjoint ones that promise most are taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from readout.annotate.candidates import codes, measures, seen
from readout.annotate.decode import TaggedSpan, disjoint
from readout.annotate.encoder import Encoded
from readout.annotate.marginals import Doubles, Marginals, SpanChance, likely, marginals
from readout.annotate.names import chain
from readout.annotate.weights import Integers, Weights
from readout.grammar.quotation import Quotation
from readout.model.notes import Word

_LEAST: Final = 0.015  # of a candidate's chance by the tags alone
_OTHERS: Final = (1, 2)  # of `Seen.taken`: sources and cues
_EXACT: Final = 0.5  # of a span's worth is that both ends are right (`evals score polnear`: 0.4 to 0.8 do as well)
_WORTH: Final = 0.35  # a span must be worth more: about half the F1 that is reached, as the best F1 asks


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span and how much of a content it promises, up to 1."""

    span: TaggedSpan
    worth: float


def candidates(
    weights: Weights,
    encoded: Encoded,
    parsed: Sequence[Word],
    quotations: Sequence[Quotation],
    tagged: Sequence[TaggedSpan],
) -> list[Candidate]:
    """The spans that may be contents, in text order, clear of the sources and cues among `tagged`, the best tags."""
    odds = marginals(encoded.scores["attribution"], encoded.paragraphs(), chain(weights, "attribution"))
    label = weights.labels["attribution"].index("B-content") // 2
    spans = possible(odds, label, tagged)
    if not spans:
        return []
    words = seen(weights, encoded, parsed, quotations, tagged)
    table = codes(words, odds.bounds, spans)
    chances = _chances(weights, table, measures(weights, encoded, odds, label, tagged, spans))
    inside = np.cumsum([0.0, *odds.tags[:, 2 * label + 1 : 2 * label + 3].sum(axis=1).tolist()])
    others = np.cumsum([0, *np.isin(words.taken, _OTHERS).tolist()])
    return [
        Candidate(TaggedSpan("content", span.first, span.last, _mean(inside, span)), worth)
        for span, worth in zip(spans, _worths(spans, chances).tolist(), strict=True)
        if others[span.first] == others[span.last]
    ]


def possible(odds: Marginals, label: int, tagged: Sequence[TaggedSpan]) -> list[SpanChance]:
    """The candidates before they are weighed: likely spans and those of the best tags."""
    return list(likely(odds, label, _LEAST, [(one.first, one.last) for one in tagged if one.label == "content"]))


def _worths(spans: Sequence[SpanChance], chances: Doubles) -> Doubles:
    """How much of a content one may expect to have with each span: all with its chance, the rest by shared words."""
    first, last = (np.array([getattr(span, side) for span in spans]) for side in ("first", "last"))
    shared = np.clip(np.minimum(last[:, None], last) - np.maximum(first[:, None], first), 0, None)
    joint = (last - first)[:, None] + (last - first) - shared
    return np.asarray(_EXACT * chances + (1 - _EXACT) * np.einsum("ij,j->i", shared / joint, chances))


def _mean(sums: Doubles, span: SpanChance) -> float:
    return float(sums[span.last] - sums[span.first]) / (span.last - span.first)


def _chances(weights: Weights, table: Integers, measured: Doubles) -> Doubles:
    """A net of two hidden layers beside a linear one; the first sums a row of its table for each slot."""
    decoders = weights.decoders
    offsets = np.cumsum([0, *weights.labels["content_slots"][:-1]])
    sizes = np.array(weights.labels["content_slots"])
    rows = decoders["content_table"][np.minimum(table, sizes - 1) + offsets].sum(axis=1)
    scaled = (measured - decoders["content_mean"]) * decoders["content_scale"]
    summed = rows + np.einsum("nd,dh->nh", scaled, decoders["content_measures"]) + decoders["content_bias"]
    hidden = np.maximum(summed[:, :-1], 0.0)
    hidden = np.maximum(
        np.einsum("nh,hk->nk", hidden, decoders["content_inner"][:-1]) + decoders["content_inner"][-1], 0.0
    )
    score = np.einsum("nh,h->n", hidden, decoders["content_outer"][:-1]) + decoders["content_outer"][-1] + summed[:, -1]
    return np.asarray(1.0 / (1.0 + np.exp(-score)), dtype=np.float64)


def best(found: Sequence[Candidate]) -> list[TaggedSpan]:
    """The disjoint candidates whose worths, each less what a span must be worth, add up to most."""
    return [
        found[place].span for place in disjoint([(one.span.first, one.span.last, one.worth - _WORTH) for one in found])
    ]
