"""The cleaner on the labelled articles: roles and metadata, both halves.

    python -m evals score roles

Scores only. The errors of the development half are printed by `python -m evals.roles.errors`; those of the held-out
half are printed by nothing.
"""

from pathlib import Path

from evals.roles.labels import LabelledArticle, Metadata, Published, Split, read_labels
from evals.roles.scorer import Prediction, Report
from evals.roles.scorer import score as scored
from readout.clean import clean, find_blocks
from readout.errors import NotAnArticle
from readout.model.text import Dating, Fact, Heading, Page


def score(path: Path) -> dict[str, float]:
    """Scores of both halves of the labelled articles in a folder."""
    splits: tuple[Split, ...] = ("dev", "held_out")
    return {f"{split} {name}": value for split in splits for name, value in _numbers(report(path, split)).items()}


def report(folder: Path, split: Split) -> Report:
    """All scores of one half."""
    articles = read_labels(folder, split)
    return scored(articles, [predicted(article) for article in articles])


def predicted(article: LabelledArticle) -> Prediction:
    """What the cleaner says of the text alone; where it finds no article, the roles without metadata."""
    page = Page(article.file, article.text)
    try:
        found = clean(page)
    except NotAnArticle:
        return Prediction([(block.role.value, block.start, block.end) for block in find_blocks(page)])
    return Prediction([(block.role.value, block.start, block.end) for block in found.blocks], metadata(found.heading))


def metadata(heading: Heading) -> Metadata:
    """A heading in the form of the labels."""
    return Metadata(
        title=_value(heading.title),
        outlet=_value(heading.outlet),
        agency=_value(heading.agency),
        byline=tuple(fact.value for fact in heading.byline),
        contributors=tuple(fact.value for fact in heading.contributors),
        dateline=_value(heading.dateline),
        published=published(heading.dating),
        language=heading.language,
    )


def published(dating: Dating) -> Published:
    """A dating as labelled: the zone dropped; a weekday alone is no date."""
    date = dating.date
    if date is None or (date.year is None and date.month is None):
        return Published()
    return Published(date.iso(), dating.time[:5] if dating.time else None, dating.source.value)


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _numbers(found: Report) -> dict[str, float]:
    numbers = {
        "purity": found.purity,
        "recall": found.paragraphs.recall,
        "accuracy": found.accuracy,
        "coarse accuracy": found.coarse_accuracy,
        "macro F1": found.macro_f1,
    }
    numbers |= {f"F1 {role}": counts.f1 for role, counts in found.roles.items() if counts.labelled}
    numbers |= {name: counts.accuracy for name, counts in found.fields.items()}
    numbers["fields invented"] = float(sum(counts.invented for counts in found.fields.values()))
    return {name: round(value, 4) for name, value in numbers.items()}
