"""What each task adds to the loss, from one batch of its corpus."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from readout.annotate.features import COLUMNS
from training import labels
from training.forks import ACT, EVENT_WIDTHS, Names, Statements, masked_mean, words
from training.heads import ChainCRF
from training.prepared import IGNORED, Array, Prepared
from training.windows import Batch

_FAR = -10000.0


def names(model: Names | Statements, _prepared: Prepared, batch: Batch) -> Tensor:
    """The CRF's negative log-likelihood for each word."""
    states = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first)
    return _crf(model.names_crf, model.names(states), batch)


def attributions(model: Statements, prepared: Prepared, batch: Batch) -> Tensor:
    """Tags, and for each gold span the cue that it belongs to."""
    states = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first)
    loss = _crf(model.crf, model.attribution(states), batch)
    parts = [part.float() for part in model.link_parts(states)]
    total, count = loss.new_zeros(()), 0
    sourced = prepared.relations[prepared.relations[:, 1] == 0, 2]
    for row, offset in enumerate(batch.offsets):
        relations = inside(prepared.relations, offset, offset + int(batch.words[row].sum()))
        if len(relations):
            bare = np.setdiff1d(relations[:, 2] + offset, sourced) - offset
            of_row = [part[row] for part in parts]
            total = total + _link_loss(model, of_row, torch.from_numpy(relations), torch.from_numpy(bare))
            count += len(relations)
    return loss + 0.3 * total / max(count, 1)


def inside(relations: Array, start: int, stop: int) -> Array:
    """The rows of links whose words all lie in start..stop, with words counted from `start`."""
    kept = relations[(relations[:, 2:] >= start).all(1) & (relations[:, 2:] < stop).all(1)].copy()
    kept[:, 2:] -= start
    return kept


def _link_loss(model: Statements, parts: list[Tensor], rows: Tensor, bare: Tensor) -> Tensor:
    """Cross-entropy of each cue over sources and none, and of each content over cues; `bare` cues name no source."""
    sources, contents = rows[rows[:, 1] == 0], rows[rows[:, 1] == 1]
    total = parts[0].new_zeros(())
    if len(sources):
        spans, place = sources[:, 3:].unique(dim=0, return_inverse=True)
        cues = torch.cat((sources[:, 2], bare))
        scores = source_scores(model, parts, cues, spans)
        golds = torch.cat((place, torch.full_like(bare, len(spans))))
        total = total + F.cross_entropy(scores, golds, reduction="sum")
    if len(contents):
        cues = rows[:, 2].unique()
        scores = content_scores(model, parts, cues, contents[:, 3:])
        total = total + F.cross_entropy(scores, torch.searchsorted(cues, contents[:, 2].contiguous()), reduction="sum")
    return total


def source_scores(model: Statements, parts: list[Tensor], cues: Tensor, spans: Tensor) -> Tensor:
    """(cues, spans + 1): how well each span is each cue's source; the last column is that none is."""
    ends = parts[2][spans[:, 0]] + parts[3][spans[:, 1]]
    scores = model.source_link(parts[0][cues], ends)[0] + distances(model.source_distance, cues, spans)
    return torch.cat((scores, model.source_none(parts[0][cues]).float()), 1)


def content_scores(model: Statements, parts: list[Tensor], cues: Tensor, spans: Tensor) -> Tensor:
    """(spans, cues): how well each cue is each content's."""
    ends = parts[4][spans[:, 0]] + parts[5][spans[:, 1]]
    return (model.content_link(parts[1][cues], ends)[0] + distances(model.content_distance, cues, spans)).T


def distances(table: Tensor, cues: Tensor, spans: Tensor) -> Tensor:
    """(cues, spans): a learnt score for how far apart cue and span stand, by powers of two and by side."""
    before = cues[:, None] - spans[None, :, 1]
    after = spans[None, :, 0] - cues[:, None]
    gap = torch.maximum(before, after).clamp(min=1)
    bucket = torch.log2(gap.float()).long().clamp(max=len(table) // 2 - 1)
    return table[torch.where(before >= after, bucket, bucket + len(table) // 2)]


def trees(model: Statements, _prepared: Prepared, batch: Batch) -> Tensor:
    """Heads among the words of the same sentence, relations of the gold arcs, parts of speech."""
    states = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first)
    dependent, head, relation_dependent, relation_head = model.arc_parts(states)
    sentence = batch.units
    starts = torch.where(batch.words, _unit_starts(sentence), 0)
    golds = batch.labels[..., 0]
    known = golds != IGNORED
    gold = torch.where(known, golds + starts, 0)
    scores = model.arc(dependent.float(), head.float())[:, 0]
    scores = scores.masked_fill(sentence[:, :, None] != sentence[:, None, :], _FAR)
    loss = F.cross_entropy(scores[known], gold[known])
    heads = relation_head.gather(1, gold[..., None].expand(-1, -1, relation_head.shape[-1]))
    relations = _aligned(model.relation.weight, relation_dependent[known].float(), heads[known].float())
    loss = loss + F.cross_entropy(relations, batch.labels[..., 1][known], ignore_index=IGNORED)
    parts = F.cross_entropy(
        model.pos(states).float()[batch.words], batch.labels[..., 2][batch.words], ignore_index=IGNORED
    )
    return loss + 0.2 * parts


def _unit_starts(units: Tensor) -> Tensor:
    """For each word the place in the row of its sentence's first word."""
    places = torch.arange(units.shape[1]).expand_as(units)
    opens = torch.ones_like(units, dtype=torch.bool)
    opens[:, 1:] = units[:, 1:] != units[:, :-1]
    return torch.where(opens, places, 0).cummax(1).values


def _aligned(weight: Tensor, left: Tensor, right: Tensor) -> Tensor:
    """Biaffine scores of pairs row by row: (n, d), (n, d) to (n, outputs)."""
    left, right = F.pad(left, (0, 1), value=1.0), F.pad(right, (0, 1), value=1.0)
    return torch.einsum("ni,oij,nj->no", left, weight, right)


def acts(model: Statements, prepared: Prepared, batch: Batch) -> Tensor:
    """The act's type; the older YIELD is right as CONCEDE or RETREAT."""
    scores, golds = act_scores(model, prepared, batch)
    return act_loss(scores, golds)


def act_scores(model: Statements, prepared: Prepared, batch: Batch) -> tuple[Tensor, Tensor]:
    """Scores of the types and the gold types of a batch of documents, one window each."""
    hidden = model.fork(batch.hidden, batch.features, batch.mask)
    states = words(hidden, batch.first)
    actor, key, value = model.actors(states).split(ACT, -1)
    first_word = torch.tensor(batch.offsets)
    documents = torch.from_numpy(prepared.words_of[prepared.units_of[prepared.relations[:, 0]]])
    chosen = torch.from_numpy(prepared.relations)[torch.searchsorted(documents, first_word)]
    places = torch.where(chosen[:, 1:5] >= 0, chosen[:, 1:5] - first_word[:, None], -1)
    source = _actor(actor, places[:, 0], places[:, 1], model.acts.absent[0])
    target = _actor(actor, places[:, 2], places[:, 3], model.acts.absent[1])
    vectors = _sentence_vectors(prepared, batch)
    return model.acts(source, target, key, value, batch.words, vectors).float(), chosen[:, 5]


def _sentence_vectors(prepared: Prepared, batch: Batch) -> Tensor:
    """The unchanged encoder's vectors of the windows' first sentences."""
    if prepared.vectors is None:
        raise ValueError("acts are read with sentence vectors: prepare the corpus again")
    return prepared.vectors[batch.units[:, 0]]


def _actor(actor: Tensor, start: Tensor, stop: Tensor, absent: Tensor) -> Tensor:
    mean = masked_mean(actor, start, stop)
    return torch.where((start >= 0)[:, None], mean, absent.to(mean.dtype))


def act_loss(scores: Tensor, golds: Tensor) -> Tensor:
    """Cross-entropy with YIELD as either of its two newer types."""
    logged = scores.log_softmax(-1)
    either = torch.logsumexp(logged[:, list(labels.YIELD)], -1)
    own = logged.gather(1, golds.clamp(max=len(labels.ACTS) - 1)[:, None])[:, 0]
    return -torch.where(golds == len(labels.ACTS), either, own).mean()


def events(model: Statements, _prepared: Prepared, batch: Batch) -> Tensor:
    """Is a word an event; its polarity, certainty and time."""
    states = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first)
    loss = 0.0 * states.float().sum()  # a window may lie outside what is annotated
    for column, scores in enumerate(model.events(states).float().split(EVENT_WIDTHS, -1)):
        golds = batch.labels[..., column]
        if (golds != IGNORED).any():
            loss = loss + F.cross_entropy(scores[batch.words], golds[batch.words], ignore_index=IGNORED)
    return loss


def _crf(crf: ChainCRF, emissions: Tensor, batch: Batch) -> Tensor:
    opens = paragraph_openings(batch)
    tags = repaired(batch.labels[..., 0].clamp(min=0), opens, crf)
    return crf(emissions, tags, batch.words, opens) / batch.words.sum()


def paragraph_openings(batch: Batch) -> Tensor:
    """Which words are the first of their paragraph, or of the window: (batch, words)."""
    codes = batch.features[..., list(COLUMNS).index("paragraph")].gather(1, batch.first)
    opens = codes > 1
    opens[:, 1:] &= batch.units[:, 1:] != batch.units[:, :-1]
    opens[:, 0] = True
    return opens


def repaired(tags: Tensor, opens: Tensor, crf: ChainCRF) -> Tensor:
    """An I that continues nothing, as where a window opens inside a span, becomes a B."""
    before = torch.roll(tags, 1, 1)
    continues = (tags == before) | (tags == before + 1)
    return torch.where(crf.opening[tags] & (opens | ~continues), tags - 1, tags)
