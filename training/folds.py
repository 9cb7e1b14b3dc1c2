"""The reader of acts, trained on the finished fork's states; five-fold scores on the PLOVER sentences.

The fork stays as it is: a thousand sentences are too few to move it, and so the folds cost a minute, not an hour.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from evals.acts.scorer import score
from training import labels
from training.bert import WIDTH, load_top
from training.export import averaged
from training.forks import ACT, Statements, masked_mean, words
from training.losses import act_loss
from training.prepared import Array, Prepared, load
from training.windows import Window, collate

log = logging.getLogger(__name__)

FOLDS = 5
_EPOCHS = 12
_RATE = 1.5e-3
_BATCH = 32
_STORY_WEIGHT = 0.3
_SEEDS = 1


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences as the reader sees them, padded: states of words, mask, vectors, actors' words, types."""

    states: Tensor
    mask: Tensor
    vectors: Tensor
    actors: Tensor
    types: Tensor

    def __getitem__(self, rows: Tensor) -> "Sentences":
        """Some of them."""
        return Sentences(*(getattr(self, name)[rows] for name in self.__slots__))


class Head(nn.Module):
    """The projections of words and the reader: the part of `Statements` that reads acts."""

    def __init__(self, statements: Statements) -> None:
        super().__init__()
        self.actors = statements.actors
        self.acts = statements.acts

    def forward(self, rows: Sentences) -> Tensor:
        """Scores of the types, (sentences, types)."""
        actor, key, value = self.actors(rows.states).split(ACT, -1)
        sides = [
            torch.where(
                (rows.actors[:, 2 * side] >= 0)[:, None],
                masked_mean(actor, rows.actors[:, 2 * side], rows.actors[:, 2 * side + 1]),
                self.acts.absent[side],
            )
            for side in (0, 1)
        ]
        return self.acts(*sides, key, value, rows.mask, rows.vectors)


def folds(build: Path, minilm: Path, run: str) -> dict[str, float]:
    """Five-fold scores of the reader on top of a run's fork, which has not seen the PLOVER sentences."""
    gold, stories = sentences(build, minilm, run)
    order = torch.from_numpy(np.random.default_rng(0).permutation(len(gold.types)))
    guesses = torch.zeros(len(order), dtype=torch.long)
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        kept = order[[number % FOLDS != fold for number in range(len(order))]]
        scores = torch.stack([fitted(gold[kept], stories, seed)(gold[held]).softmax(-1) for seed in range(_SEEDS)])
        guesses[held] = best(scores.mean(0))
    found = score([_name(number) for number in gold.types.tolist()], [_name(number) for number in guesses.tolist()])
    log.info("five-fold %s", json.dumps(found))
    return found


def finish(build: Path, minilm: Path, run: str) -> None:
    """Train the reader on all sentences, for the export of the run's fork."""
    gold, stories = sentences(build, minilm, run)
    torch.save(fitted(gold, stories, 0).state_dict(), build / "runs" / run / "acts.pt")


def best(chances: Tensor) -> Tensor:
    """The likeliest type, CONCEDE and RETREAT taken together as the older YIELD."""
    either = chances[:, list(labels.YIELD)].sum(-1, keepdim=True)
    single = chances.clone()
    single[:, list(labels.YIELD)] = 0.0
    return torch.cat((single, either), -1).argmax(-1)


def _name(number: int) -> str:
    return "YIELD" if number == len(labels.ACTS) else labels.ACTS[number]


def fitted(gold: Sentences, stories: Sentences, seed: int) -> Head:
    """A reader trained on sentences and, with less weight, on stories."""
    torch.manual_seed(seed)
    head = Head(Statements(nn.Identity()))
    head.train()
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.05)
    share = len(gold.types)
    steps = _EPOCHS * (share // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    for _ in range(steps):
        loss = _loss(head, gold, _BATCH) + _STORY_WEIGHT * _loss(head, stories, _BATCH // 2)
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
    return head.eval()


def _loss(head: Head, rows: Sentences, size: int) -> Tensor:
    chosen = rows[torch.randint(len(rows.types), (size,))]
    return act_loss(head(chosen), chosen.types)


def sentences(build: Path, minilm: Path, run: str) -> tuple[Sentences, Sentences]:
    """The PLOVER sentences and the machine-written stories' openings, read by a run's fork."""
    model = Statements(load_top(minilm))
    averaged(model, build / "runs" / run)
    return tuple(_read(model, load(build / "prepared", f"{name}_train")) for name in ("acts", "stories"))  # type: ignore[return-value]


def _read(model: Statements, prepared: Prepared) -> Sentences:
    longest = 64
    count = len(prepared.relations)
    states = torch.zeros(count, longest, WIDTH)
    mask = torch.zeros(count, longest, dtype=torch.bool)
    vectors = torch.zeros(count, WIDTH)
    actors = torch.full((count, 4), -1)
    for rows in _batches(prepared):
        batch = collate(prepared, [_window(prepared, row) for row in rows])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            found = words(model.fork(batch.hidden, batch.features, batch.mask), batch.first).float()
        size = min(longest, found.shape[1])
        states[rows, :size] = found[:, :size]
        mask[rows, :size] = batch.words[:, :size]
        if prepared.vectors is not None:
            vectors[rows] = prepared.vectors[batch.units[:, 0]]
        places = torch.from_numpy(prepared.relations[rows, 1:5]) - torch.tensor(batch.offsets)[:, None]
        actors[rows] = torch.where(torch.from_numpy(prepared.relations[rows, 1:5]) >= 0, places, -1)
    return Sentences(states, mask, vectors, actors, torch.from_numpy(prepared.relations[:, 5]))


def _window(prepared: Prepared, row: int) -> Window:
    document = prepared.relations[row, 0]
    return Window(int(prepared.units_of[document]), int(prepared.units_of[document + 1]))


def _batches(prepared: Prepared) -> Sequence[Array]:
    lengths = np.diff(prepared.tokens_of[prepared.units_of])[prepared.relations[:, 0]]
    return np.array_split(np.argsort(lengths), max(1, len(lengths) // 32))
