"""Task `kept`: articles of T17, ECB+ and PolNeAR that cleaning takes for articles, and their words kept as text.

These corpora hold articles with little around them, those of T17 as a single line: what is refused, or set aside as
furniture, is nearly always lost by mistake. Texts of fewer than sixty words, and what isn't English, are left out. A
fifth of T17 is scored, drawn with a fixed seed.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import ecbplus, polnear, t17
from readout.clean import clean
from readout.clean.language import find_language
from readout.errors import NotAnArticle
from readout.model.text import Page

_SEED = 5
_SHARE = 0.2
_SHORTEST = 60  # words; below it briefs and captions stand among the articles


def score(path: Path) -> dict[str, float]:
    """For each corpus, per cent of the articles kept, and of the kept ones' words that are running text."""
    corpora = {
        "t17": _drawn((one.id, one.text) for one in t17.read(path)),
        "ecbplus": ((one.id, one.text) for one in ecbplus.read(path)),
        "polnear": ((one.id, one.text) for one in polnear.read(path, "train")),
    }
    return {f"{name} {label}": value for name, rows in corpora.items() for label, value in _corpus(rows).items()}


def _drawn(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    chance = random.Random(_SEED)
    return (row for row in rows if chance.random() < _SHARE)


def _corpus(rows: Iterable[tuple[str, str]]) -> dict[str, float]:
    articles = kept = words = running = 0
    for name, text in rows:
        count = len(text.split())
        if count < _SHORTEST or find_language(text) != "en":
            continue
        articles += 1
        found = running_words(name, text)
        if found is not None:
            kept, words, running = kept + 1, words + count, running + found
    return {"articles kept": _percent(kept, articles), "words kept": _percent(running, words)}


def running_words(name: str, text: str) -> int | None:
    """The words that cleaning keeps as running text; None where it refuses the article."""
    try:
        article = clean(Page(name, text))
    except NotAnArticle:
        return None
    return sum(len(block.span.of(text).split()) for block in article.paragraphs())


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 100.0
