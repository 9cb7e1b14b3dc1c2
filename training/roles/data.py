"""Lines with features and labelled roles, from articles labelled like those of `evals/roles`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evals.roles.labels import Block, LabelledArticle, read_labels
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


def bare_examples(folders: Iterable[Path]) -> list[Example]:
    """The same articles without their furniture, under the same names."""
    return [_example(article) for folder in folders for article in bare(read_labels(folder))]


def training_folders() -> list[Path]:
    """Where the articles to learn from lie; those of `evals/roles` are not among them."""
    return sorted(path.parent for path in HERE.glob("*/labels.jsonl"))


def bare(articles: Iterable[LabelledArticle]) -> Iterator[LabelledArticle]:
    """Each article without what surrounds it, as many are scraped: in all its paragraphs or the first few.

    The labelled pages all have furniture: on these the tagger shows what it loses where there is none.
    """
    for number, article in enumerate(articles):
        headline = [block for block in article.blocks if block.role == "headline"][:1]
        body = [block for block in article.blocks if block.role == "paragraph"]
        few = body[: 1 + number % 4]
        for kept in (body, headline + body, headline + few, few):
            if kept and (number + len(kept)) % 2:
                yield _rebuilt(article, kept, "\n\n" if number % 3 else "\n")


def _rebuilt(article: LabelledArticle, kept: Iterable[Block], gap: str) -> LabelledArticle:
    text, blocks = "", []
    for block in kept:
        text += gap if text else ""
        words = article.text[block.start : block.end]
        blocks.append(Block(block.role, len(text), len(text) + len(words)))
        text += words
    return replace(article, text=text, blocks=tuple(blocks))


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
