"""How far predicted roles and metadata agree with the labels."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.roles.labels import ROLES, Block, LabelledArticle, Metadata

SHARE_OF_A_BLOCK = 0.9
"""A labelled block counts as found when this share of its characters has its role; the rest may be a stray label."""

COARSE: Mapping[str, str] = {
    "caption": "picture",
    "credit": "picture",
    "related": "furniture",
    "promo": "furniture",
    "navigation": "furniture",
    "url": "furniture",
    "byline": "head",
    "date": "head",
    "headline": "head",
    "subhead": "subhead",
    "paragraph": "paragraph",
    "pull_quote": "pull_quote",
    "note": "note",
}
"""Roles whose confusion costs a reader of the record little, under one name."""


SILENT = Metadata()
"""The metadata of a system that says nothing of it."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a system says of one text."""

    blocks: Sequence[Block | tuple[str, int, int]]
    meta: Metadata = SILENT


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were labelled, predicted, and both."""

    labelled: int
    predicted: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is labelled so; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was predicted so; 1 where nothing is labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.labelled + self.predicted) if self.labelled + self.predicted else 1.0


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """One field of the metadata over all articles.

    `right` of `articles` agree, silence included; `right_where_known` of `known` agree where the label has a value;
    `invented` is how often a value was given where the label has none.
    """

    articles: int
    right: int
    known: int
    right_where_known: int
    invented: int

    @property
    def accuracy(self) -> float:
        """The share of the articles whose field agrees with the label."""
        return self.right / self.articles if self.articles else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """All scores of one run. `accuracy` and `paragraphs` count characters that aren't white space, `roles` blocks."""

    accuracy: float
    coarse_accuracy: float
    paragraphs: Counts
    roles: Mapping[str, Counts]
    fields: Mapping[str, FieldCounts]
    confusions: Counter[tuple[str, str]]

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the roles that are labelled anywhere."""
        labelled = [counts.f1 for counts in self.roles.values() if counts.labelled]
        return sum(labelled) / len(labelled) if labelled else 1.0

    @property
    def purity(self) -> float:
        """The share of the characters given out as running text that is running text."""
        return self.paragraphs.precision


def score(articles: Sequence[LabelledArticle], predictions: Sequence[Prediction]) -> Report:
    """Scores one prediction for each article, in the same order."""
    pairs = list(zip(articles, predictions, strict=True))
    by_character: Counter[tuple[str, str]] = Counter()
    by_block: Counter[tuple[str, str]] = Counter()
    right: Counter[str] = Counter()
    for article, prediction in pairs:
        predicted = roles_of(article.text, prediction.blocks)
        by_character.update(zip(_marked(roles_of(article.text, article.blocks)), _marked(predicted), strict=True))
        for block, found in _blocks_found(article, predicted):
            by_block[block.role, found.role] += 1
            right[block.role] += block.role == found.role and found.share >= SHARE_OF_A_BLOCK
    return Report(
        accuracy=_agreement(by_character, lambda role: role),
        coarse_accuracy=_agreement(by_character, lambda role: COARSE.get(role, role)),
        paragraphs=_counts(by_character, "paragraph", by_character["paragraph", "paragraph"]),
        roles={role: _counts(by_block, role, right[role]) for role in ROLES},
        fields=_fields([(article.meta, prediction.meta) for article, prediction in pairs]),
        confusions=Counter({pair: n for pair, n in by_block.items() if pair[0] != pair[1]}),
    )


def roles_of(text: str, blocks: Iterable[Block | tuple[str, int, int]]) -> list[str | None]:
    """The role of each character of the text: "" where no block lies, None for white space; later blocks win."""
    roles: list[str | None] = [""] * len(text)
    for role, start, end in blocks:
        roles[start:end] = [role] * (min(end, len(text)) - start)
    return [None if character.isspace() else role for character, role in zip(text, roles, strict=True)]


@dataclass(frozen=True, slots=True)
class _Found:
    role: str
    share: float


def _marked(roles: Iterable[str | None]) -> Iterator[str]:
    return (role for role in roles if role is not None)


def _blocks_found(article: LabelledArticle, predicted: Sequence[str | None]) -> Iterator[tuple[Block, _Found]]:
    for block in article.blocks:
        given = Counter(_marked(predicted[block.start : block.end]))
        role, characters = given.most_common(1)[0]
        yield block, _Found(role, characters / given.total())


def _agreement(pairs: Counter[tuple[str, str]], name: Callable[[str], str]) -> float:
    same = sum(n for (labelled, predicted), n in pairs.items() if name(labelled) == name(predicted))
    return same / pairs.total() if pairs else 1.0


def _counts(pairs: Counter[tuple[str, str]], role: str, right: int) -> Counts:
    labelled = sum(n for (one, _), n in pairs.items() if one == role)
    predicted = sum(n for (_, other), n in pairs.items() if other == role)
    return Counts(labelled, predicted, right)


_Value = str | frozenset[str] | None


def _fields(pairs: Sequence[tuple[Metadata, Metadata]]) -> dict[str, FieldCounts]:
    return {name: _field([(value(label), value(guess)) for label, guess in pairs]) for name, value in _FIELDS.items()}


def _field(values: Sequence[tuple[_Value, _Value]]) -> FieldCounts:
    known = [(label, guess) for label, guess in values if label]
    return FieldCounts(
        articles=len(values),
        right=sum(_same(label, guess) for label, guess in values),
        known=len(known),
        right_where_known=sum(_same(label, guess) for label, guess in known),
        invented=sum(bool(guess) for label, guess in values if not label),
    )


def _same(label: _Value, guess: _Value) -> bool:
    return (label or None) == (guess or None)


def _folded(value: str | None) -> str | None:
    return " ".join(value.split()).casefold() if value else None


def _outlet(meta: Metadata) -> str | None:
    folded = _folded(meta.outlet)
    return folded.removeprefix("the ") if folded else None


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(_folded, names)))


_FIELDS: Mapping[str, Callable[[Metadata], _Value]] = {
    "title": lambda meta: _folded(meta.title),
    "outlet": _outlet,
    "agency": lambda meta: _folded(meta.agency),
    "byline": lambda meta: _names(meta.byline),
    "contributors": lambda meta: _names(meta.contributors),
    "dateline": lambda meta: _folded(meta.dateline),
    "published.date": lambda meta: meta.published.date,
    "published.time": lambda meta: meta.published.time,
    "published.from": lambda meta: meta.published.known,
    "language": lambda meta: meta.language,
}
"""How a field is compared: letter case and white space don't count, nor an outlet's "The", nor the order of names."""


def describe(report: Report) -> str:
    """The report as lines for a terminal."""
    return "\n".join(
        [*_summary(report), "", *_role_lines(report), "", *_confusion_lines(report), "", *_field_lines(report)]
    )


def _summary(report: Report) -> list[str]:
    paragraphs = report.paragraphs
    return [
        f"paragraph purity {report.purity:.4f}  recall {paragraphs.recall:.4f}  (characters)",
        f"accuracy {report.accuracy:.4f}  coarse {report.coarse_accuracy:.4f}  (characters)",
        f"macro-F1 {report.macro_f1:.4f}  (blocks)",
    ]


def _role_lines(report: Report) -> Iterator[str]:
    yield f"{'role':12} {'P':>6} {'R':>6} {'F1':>6} {'blocks':>7}"
    for role, counts in report.roles.items():
        yield f"{role:12} {counts.precision:6.3f} {counts.recall:6.3f} {counts.f1:6.3f} {counts.labelled:7}"


def _confusion_lines(report: Report) -> Iterator[str]:
    for (labelled, predicted), n in report.confusions.most_common(12):
        yield f"{n:4} x {labelled} taken for {predicted or 'nothing'}"


def _field_lines(report: Report) -> Iterator[str]:
    yield f"{'field':15} {'right':>9} {'where known':>12} {'invented':>9}"
    for name, counts in report.fields.items():
        known = f"{counts.right_where_known}/{counts.known}"
        yield f"{name:15} {counts.right:4}/{counts.articles:<4} {known:>12} {counts.invented:9}"
