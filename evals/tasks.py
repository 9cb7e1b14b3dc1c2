"""Every task that can be scored: its names, where its code lives, and what data it needs."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

_HERE = Path(__file__).parent


class CannotScoreError(Exception):
    """A task can't be run here; the message says why, for a reader."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `module` has `score(path)` and, where the gold has a format, `predict(path, out)`.

    `needs`: what must lie below the corpora's folder, empty where the data lies in the repository.
    `inside`: the data in the repository, else None.
    """

    name: str
    also: str
    module: str
    about: str
    needs: str = ""
    inside: Path | None = None

    def load(self) -> ModuleType:
        """The task's code; raises `CannotScoreError` where it isn't part of this checkout."""
        try:
            return importlib.import_module(self.module)
        except ModuleNotFoundError as error:
            if error.name is None or not self.module.startswith(error.name):
                raise
            raise CannotScoreError(f"{self.name}: its code, {self.module}, is not part of this checkout") from error

    def data(self, corpora: Path | None) -> Path:
        """What is scored unless another path is given: development data; raises `CannotScoreError` where absent."""
        if self.inside is not None:
            return self.inside
        if corpora is None or not (corpora / self.needs).exists():
            where = corpora or "no folder of corpora here; name one with --corpora or READOUT_CORPORA"
            raise CannotScoreError(f"{self.name}: needs {self.needs} of the corpora ({where})")
        return corpora

    def score(self, path: Path) -> dict[str, float]:
        """The scores on a path, nested ones with their names put together."""
        return dict(_flat(self.load().score(path)))

    def predict(self, path: Path, out: Path) -> None:
        """Write predictions in the gold's own format; raises `CannotScoreError` where there is none."""
        write = getattr(self.load(), "predict", None)
        if write is None:
            raise CannotScoreError(f"{self.name}: its gold has no format of one file, so predictions have none either")
        write(path, out)


TASKS = (
    Task(
        "roles",
        "blocks",
        "evals.roles.evaluate",
        "block roles and metadata of scraped articles",
        inside=_HERE / "roles",
    ),
    Task("credits", "agency", "evals.credits.task", "agency and authors that a text carries", "polnear/dev.jsonl"),
    Task("kept", "articles", "evals.kept.task", "real articles that cleaning keeps, and their words", "t17"),
    Task("copies", "origins", "evals.copies.evaluate", "copies, shared quotations, origins", "ecbplus/ECB+"),
    Task("html", "extraction", "evals.html.scorer", "body text of HTML pages", inside=_HERE / "html" / "pages"),
    Task("timex", "times", "evals.timex.task", "time expressions and their values", "tempeval3/tbaq"),
    Task("newsquant", "figures", "evals.figures.task", "quantities with value, unit, change", "newsquant/dev.jsonl"),
    Task("polnear", "attributions", "evals.attributions.task", "who said what", "polnear/dev.jsonl"),
    Task("quotations", "marks", "evals.quotations.task", "direct quotations by their marks", "polnear/dev.jsonl"),
    Task("story", "intruders", "evals.story.task", "a report of another event among those of one", "basil/dev.jsonl"),
    Task("worldwide_ner", "names", "evals.names.task", "names, nine types", "worldwide_ner/dev.jsonl"),
    Task("positions", "stances", "evals.positions.task", "what each side wants and refuses", "neus/train.source"),
    Task("plover", "acts", "evals.acts.task", "PLOVER type of what one party does to another", "plover/PLV_train.tsv"),
    Task(
        "examples",
        "record",
        "evals.examples.task",
        "the whole record of the invented reports against their answer key",
        inside=_HERE.parent / "examples",
    ),
    Task(
        "happenings", "events", "evals.happenings.task", "events and times of Wikinews, and which are one", "meantime"
    ),
    Task("timelines", "days", "evals.timelines.task", "days of a long story that an editor tells", "t17"),
    Task("brief", "rouge", "evals.brief.task", "the brief beside lead, LexRank and oracle", "neus/val.source"),
    Task(
        "brief-check",
        "support",
        "evals.brief.check",
        "the brief's sentences against their citations",
        "basil/dev.jsonl",
    ),
    Task("pairs", "actors", "evals.acts.pairs", "PLOVER events, actors not given: recall", "plover/PLV_train.tsv"),
    Task("conllu", "parse", "evals.parse.task", "dependency parse", "gum/dep"),
    Task("speakers", "sources", "evals.speakers.task", "whom sources without a name mean", "polnear/dev.jsonl"),
    Task("gap", "pronouns", "evals.coreference.gap", "the name that a pronoun means", "gap/gap-validation.tsv"),
    Task("coreference", "chains", "evals.coreference.task", "entities in and across articles", "meantime"),
    Task(
        "conflicts",
        "joins",
        "evals.conflicts.task",
        "figures of one thing in two reports, and whether they disagree",
        "basil",
    ),
    Task(
        "gun_violence_counts",
        "victims",
        "evals.victims.task",
        "killed and injured, from the figures",
        "gun_violence_counts",
    ),
    Task("meantime_figures", "amounts", "evals.figures.meantime", "quantities of Wikinews", "meantime"),
    Task("speaker_names", "named", "evals.speakers.naming", "the full name of who speaks", "polnear/dev.jsonl"),
)


def find(name: str) -> Task:
    """The task of a name; raises `CannotScoreError` for one that nobody has."""
    for task in TASKS:
        if name in {task.name, task.also}:
            return task
    raise CannotScoreError(f"no task {name!r}; there are: {', '.join(task.name for task in TASKS)}")


def _flat(scores: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    for name, value in scores.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name} ")
        else:
            yield before + name, float(value)
