"""Fork by fork: multi-task steps in bf16, checkpoints, averaged weights, development scores, all in a log."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training import evaluate, losses
from training.bert import load_top
from training.forks import Names, Statements
from training.prepared import Prepared, load
from training.windows import Batch, batches, collate, cut

log = logging.getLogger(__name__)

Loss = Callable[..., Tensor]
_WARMUP = 100
_AVERAGE = 0.998
_SAVE_EVERY = 100

TASKS: dict[str, Loss] = {
    "attributions": losses.attributions,
    "trees": losses.trees,
    "stories": losses.acts,
    "events": losses.events,
    "names": losses.names,
}


@dataclass(slots=True)
class Settings:
    """What a run is made of; `mix` gives each task's share of the steps.

    `minutes`, where given, end the run and set its pace instead of `steps`: on a shared machine a step takes as long
    as it takes. `start` names a run whose averaged weights this one begins with.
    """

    kind: str = "statements"
    steps: int = 2600
    minutes: float = 0.0
    start: str = ""
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay_from: float = 0.5
    dropout: float = 0.1
    evaluate_every: int = 400
    seed: int = 1
    mix: dict[str, float] = field(default_factory=dict)


_DEFAULT_MIX = {
    "statements": {"attributions": 0.63, "trees": 0.34, "events": 0.03},
    "names": {"names": 1.0},
}


def settings(given: dict[str, str]) -> Settings:
    """Settings from `KEY=VALUE` words; `mix` is written as `task:share,task:share`."""
    chosen = Settings()
    for key, value in given.items():
        if key == "mix":
            chosen.mix = {name: float(share) for name, share in (pair.split(":") for pair in value.split(","))}
        else:
            setattr(chosen, key, type(getattr(chosen, key))(value))
    chosen.mix = chosen.mix or _DEFAULT_MIX[chosen.kind]
    return chosen


def train(build: Path, minilm: Path, run: str, given: dict[str, str]) -> None:
    """Train a fork to its last step, from its last checkpoint where there is one."""
    chosen = settings(given)
    torch.manual_seed(chosen.seed)
    top = load_top(minilm, chosen.dropout)
    model: nn.Module = (Names if chosen.kind == "names" else Statements)(top, chosen.dropout)
    if chosen.start:
        begin(model, build / "runs" / chosen.start)
    trainer = Trainer(model, chosen, build, run)
    trainer.resume()
    trainer.run()


def begin(model: nn.Module, run: Path) -> None:
    """Take a run's averaged weights; heads that it did not have stay as they are."""
    state = torch.load(run / "last.pt", weights_only=True)["average"]
    fresh = model.load_state_dict(state, strict=False).missing_keys
    log.info("begun with %s, new: %s", run.name, " ".join(fresh) or "nothing")


class Trainer:
    """A run's state: model, averaged model, optimiser, step."""

    def __init__(self, model: nn.Module, chosen: Settings, build: Path, run: str) -> None:
        self.model, self.chosen = model, chosen
        self.path = build / "runs" / run
        self.path.mkdir(parents=True, exist_ok=True)
        self.average = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
        fork = [tensor for name, tensor in model.named_parameters() if name.startswith("fork.top")]
        rest = [tensor for name, tensor in model.named_parameters() if not name.startswith("fork.top")]
        self.optimiser = torch.optim.AdamW(
            [{"params": fork, "lr": chosen.rate}, {"params": rest, "lr": chosen.head_rate}],
            weight_decay=0.01,
            betas=(0.9, 0.98),
        )
        self.step = 0
        self.spent = 0.0
        self.corpora = {name: load(build / "prepared", f"{name}_train") for name in chosen.mix}
        self.development = {
            name: load(build / "prepared", f"{name}_dev") for name in chosen.mix if name in evaluate.SCORERS
        }

    def resume(self) -> None:
        """Go on from the last checkpoint of a run of this name."""
        path = self.path / "last.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.average, self.step, self.spent = state["average"], state["step"], state.get("spent", 0.0)
        log.info("%s from step %d: %s", self.path.name, self.step, json.dumps(asdict(self.chosen)))

    def run(self) -> None:
        """Steps until the last one."""
        rng = np.random.default_rng([self.chosen.seed, self.step])
        streams = {name: _stream(self.corpora[name], rng) for name in self.chosen.mix}
        names, shares = list(self.chosen.mix), np.array(list(self.chosen.mix.values()))
        sums: dict[str, list[float]] = {}
        began = time.monotonic() - self.spent
        while self.done < 1.0:
            task = str(rng.choice(names, p=shares / shares.sum()))
            sums.setdefault(task, []).append(self._step(task, next(streams[task])))
            self.spent = time.monotonic() - began
            if self.step % 50 == 0:
                told = {name: round(float(np.mean(values[-50:])), 4) for name, values in sums.items()}
                log.info("step %d %.0fs %s", self.step, self.spent, told)
            last = self.done >= 1.0
            if last or self.step % _SAVE_EVERY == 0:
                self._save()
            if last or self.step % self.chosen.evaluate_every == 0:
                self._evaluate()

    def _step(self, task: str, batch: Batch) -> float:
        factor = self._factor()
        for group, rate in zip(self.optimiser.param_groups, (self.chosen.rate, self.chosen.head_rate), strict=True):
            group["lr"] = rate * factor
        self.model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = TASKS[task](self.model, self.corpora[task], batch)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        keep = min(_AVERAGE, self.step / (self.step + 10))
        with torch.no_grad():
            for name, tensor in self.model.state_dict().items():
                self.average[name].lerp_(tensor, 1 - keep)
        return float(loss.detach())

    @property
    def done(self) -> float:
        """The share of the run that is behind us."""
        if self.chosen.minutes:
            return self.spent / (60 * self.chosen.minutes)
        return self.step / self.chosen.steps

    def _factor(self) -> float:
        """Warm-up, a plateau, and a straight line down from `decay_from` of the steps."""
        falling = min(1.0, (1.0 - min(1.0, self.done)) / (1.0 - self.chosen.decay_from) + 0.02)
        return min(1.0, (self.step + 1) / _WARMUP) * falling

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "step": self.step,
            "spent": self.spent,
        }
        torch.save(state, self.path / "last.pt.new")
        (self.path / "last.pt.new").replace(self.path / "last.pt")

    def _evaluate(self) -> None:
        held = {name: tensor.clone() for name, tensor in self.model.state_dict().items()}
        self.model.load_state_dict(self.average)
        self.model.eval()
        for name, prepared in self.development.items():
            scores = evaluate.SCORERS[name](self.model, prepared)
            log.info("step %d dev %s %s", self.step, name, json.dumps(scores))
            with (self.path / "scores.jsonl").open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"step": self.step, "task": name, **scores}) + "\n")
        self.model.load_state_dict(held)


def _stream(prepared: Prepared, rng: np.random.Generator) -> Iterator[Batch]:
    while True:
        for windows in batches(prepared, cut(prepared, rng), rng):
            yield collate(prepared, windows)
