"""The rescorer of contents: candidates of PolNeAR's training articles, and a small net that tells the right ones.

It reads what the exported encoder gives at run time, so it comes after `export` and adds its tables to the weights.
The encoder has seen these articles, but it fits them no better than unseen ones (the log has the numbers).
"""

import json
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from corpora import polnear
from evals import plain
from readout.annotate.candidates import codes, measures, seen
from readout.annotate.contents import possible
from readout.annotate.decode import spans
from readout.annotate.encoder import Encoded, encode
from readout.annotate.marginals import Doubles, marginals
from readout.annotate.names import chain
from readout.annotate.parses import parse
from readout.annotate.reading import marked, readings
from readout.annotate.sequences import paths
from readout.annotate.units import units
from readout.annotate.weights import Integers, Weights, read
from readout.grammar.quotation import Quotation
from readout.model.notes import Word
from training import labels

log = logging.getLogger(__name__)

_INNER = 32
_EPOCHS = 12
_BATCH = 256
_RATE = 3e-3
_VOCABULARY = 300
_OPEN = frozenset({"PROPN", "NUM", "NOUN", "ADJ", "X", "SYM"})  # their words tell the corpus, not the edge


@dataclass(frozen=True, slots=True)
class Read:
    """An article, or a part of a long one, as the encoder reads it."""

    encoded: Encoded
    parsed: Sequence[Word]
    quotations: Sequence[Quotation]
    golds: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Candidates in rows: codes of slots, measures, and whether they are contents."""

    codes: Integers
    measures: Doubles
    right: Doubles


class Net(nn.Module):
    """Two hidden layers beside a linear one; the first sums a row of a table for each slot."""

    def __init__(self, slots: Sequence[int], width: int) -> None:
        super().__init__()
        self.register_buffer("offsets", torch.tensor(np.cumsum([0, *slots[:-1]])))
        self.table = nn.Embedding(sum(slots), _INNER + 1)  # the last column is the linear layer's
        self.measures = nn.Linear(width, _INNER + 1)
        self.inner = nn.Linear(_INNER, _INNER)
        self.outer = nn.Linear(_INNER, 1)
        self.dropout = nn.Dropout(0.2)
        nn.init.normal_(self.table.weight, std=0.05)

    def forward(self, table: Tensor, measured: Tensor) -> Tensor:
        """(spans, slots) and (spans, measures) to log odds."""
        summed = self.table(table + self.offsets).sum(1) + self.measures(measured)
        hidden = F.relu(self.inner(self.dropout(F.relu(summed[:, :-1]))))
        return self.outer(self.dropout(hidden))[:, 0] + summed[:, -1]


def train_contents(root: Path, target: Path, articles: int = 450) -> None:
    """Fit the rescorer on what the weights in `target` read, and write its tables there."""
    weights = read(target)
    gold = list(polnear.read(root, "train"))[:articles]
    words = _vocabulary(weights, gold[:100])
    weights = Weights(weights.graphs, weights.tokenizer, {**weights.labels, "content_words": words}, weights.decoders)
    examples = _examples(weights, gold)
    log.info("contents: %d candidates, %d right", len(examples.right), int(examples.right.sum()))
    slots = (examples.codes.max(axis=0) + 1).tolist()
    mean, scale = examples.measures.mean(axis=0), 1.0 / (examples.measures.std(axis=0) + 1e-6)
    net = _fitted(examples, slots, mean, scale)
    with np.load(target / "decoders.npz") as arrays:
        kept = {name: arrays[name] for name in arrays.files if not name.startswith("content_") or name in _LINKS}
    np.savez(target / "decoders.npz", **kept, **_tables(net, mean, scale))
    known = json.loads((target / "labels.json").read_text("utf-8"))
    known |= {"content_words": words, "content_slots": slots}
    (target / "labels.json").write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def readings_of(weights: Weights, article: polnear.PolnearArticle) -> Iterator[Read]:
    """An article read as at run time, with its contents as words."""
    for reading in readings(plain.article(article.id, article.text)):
        inside = marked(reading.quotations)
        found = [units(weights.tokenizer, article.text, one.paragraphs, inside) for one in reading.passages]
        if not any(found):
            continue
        encoded = encode(weights, article.text, [sequence for sequence in found if sequence])
        places = [(word.start, word.end) for word in encoded.words]
        covered = {labels.covered(places, span) for one in article.attributions for span in one.content}
        golds = frozenset(place for place in covered if place)
        yield Read(encoded, parse(weights, encoded), reading.quotations, golds)


def _vocabulary(weights: Weights, articles: Sequence[polnear.PolnearArticle]) -> list[str]:
    """The commonest words of the closed classes, and verbs."""
    counts = Counter[str]()
    for article in articles:
        for one in readings_of(weights, article):
            counts.update(
                word.of(one.encoded.text).lower()
                for word, known in zip(one.encoded.words, one.parsed, strict=True)
                if known.tag not in _OPEN
            )
    return [word for word, _ in counts.most_common(_VOCABULARY)]


def _examples(weights: Weights, articles: Sequence[polnear.PolnearArticle]) -> Examples:
    label = weights.labels["attribution"].index("B-content") // 2
    parts: list[Examples] = []
    for number, article in enumerate(articles):
        for one in readings_of(weights, article):
            emissions, bounds = one.encoded.scores["attribution"], one.encoded.paragraphs()
            rules = chain(weights, "attribution")
            tagged = spans(paths(emissions, bounds, rules), weights.labels["attribution"], emissions)
            odds = marginals(emissions, bounds, rules)
            found = possible(odds, label, tagged)
            if found:
                table = codes(seen(weights, one.encoded, one.parsed, one.quotations, tagged), odds.bounds, found)
                measured = measures(weights, one.encoded, odds, label, tagged, found)
                right = np.array([(span.first, span.last) in one.golds for span in found], dtype=np.float64)
                parts.append(Examples(table, measured, right))
        if number % 100 == 0:
            log.info("contents: %d articles read", number)
    return Examples(*(np.concatenate([getattr(part, name) for part in parts]) for name in Examples.__slots__))


def _fitted(examples: Examples, slots: Sequence[int], mean: Doubles, scale: Doubles) -> Net:
    torch.manual_seed(1)
    net = Net(slots, examples.measures.shape[1])
    table = torch.from_numpy(examples.codes)
    measured = torch.from_numpy((examples.measures - mean) * scale).float()
    right = torch.from_numpy(examples.right).float()
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=1e-3)
    steps = _EPOCHS * -(-len(right) // _BATCH)
    falling = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.01, steps)
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(right)).split(_BATCH):
            loss = F.binary_cross_entropy_with_logits(net(table[rows], measured[rows]), right[rows])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            falling.step()
    return net.eval()


_LINKS = ("content_link", "content_distance")


def _tables(net: Net, mean: Doubles, scale: Doubles) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """The net's parameters as the run time reads them; a bias is the last row of its table."""

    def both(layer: nn.Linear) -> np.ndarray:  # type: ignore[type-arg]
        return np.concatenate([layer.weight.detach().numpy().T, layer.bias.detach().numpy()[None]])

    measured = both(net.measures)
    return {
        "content_table": net.table.weight.detach().numpy().astype(np.float16),
        "content_mean": mean.astype(np.float32),
        "content_scale": scale.astype(np.float32),
        "content_measures": measured[:-1],
        "content_bias": measured[-1],
        "content_inner": both(net.inner),
        "content_outer": both(net.outer)[:, 0],
    }
