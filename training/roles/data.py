"""Lines with features and labelled roles, from articles labelled like those of `evals/roles`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.roles.labels import LabelledArticle, read_labels
from readout.clean.features import line_features
from readout.clean.roles import by_rules
from readout.clean.tagger import ROLES
from readout.model.text import Page, Role

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """One article: for each line its features and the index of its role in `ROLES`."""

    name: str
    features: list[list[str]]
    roles: list[int]


def examples(folders: Iterable[Path]) -> list[Example]:
    """The labelled articles of folders that hold `labels.jsonl` and `texts/` each."""
    return [_example(article) for folder in folders for article in read_labels(folder)]


def training_folders() -> list[Path]:
    """Where the articles to learn from lie; those of `evals/roles` are not among them."""
    return sorted(path.parent for path in HERE.glob("*/labels.jsonl"))


def _example(article: LabelledArticle) -> Example:
    draft = by_rules(Page(article.file, article.text))
    gold = [""] * len(article.text)
    for block in article.blocks:
        gold[block.start : block.end] = [block.role] * (block.end - block.start)
    roles = []
    for segment in draft.segments:
        votes = Counter(gold[i] for i in range(segment.start, segment.end) if gold[i])
        roles.append(ROLES.index(Role(votes.most_common(1)[0][0])))
    return Example(article.file, line_features(draft, draft.roles), roles)
