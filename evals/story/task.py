"""Mixtures of BASIL, NeuS and ECB+: how often an intruder is told, and how often a report of the story is.

Each trial takes three to six reports of one event, as many as there are, and once more with a report of another event
of the same corpus among them. The events and their mixtures are drawn with a fixed seed.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import basil, ecbplus, neus
from evals import plain
from readout.annotate.annotator import each
from readout.link.story import outsiders
from readout.model.notes import Notes
from readout.model.text import Article

Told = tuple[Article, Notes]

_TRIALS = 300
_EVENTS = 120
_SIZES = (3, 4, 5, 6)


def score(root: Path) -> dict[str, float]:
    """For each corpus, per cent of intruders told, of reports told wrongly, and of pure stories kept whole."""
    corpora = {
        "basil": ((one.topic, one.id, f"{one.title}\n{one.text}") for one in basil.read(root)),
        "neus": ((one.topic, one.id, f"{one.title}\n{one.text}") for one in neus.read(root) if not one.round_up),
        "ecbplus": ((f"{one.topic} {one.subtopic}", one.id, one.text) for one in ecbplus.read(root)),
    }
    scores: dict[str, float] = {}
    for name, rows in corpora.items():
        scores |= {f"{name} {label}": value for label, value in _corpus(rows).items()}
    return scores


def _corpus(rows: Iterable[tuple[str, str, str]]) -> dict[str, float]:
    draw = random.Random(0)
    events: dict[str, list[tuple[str, str]]] = {}
    for event, name, text in rows:
        events.setdefault(event, []).append((name, text))
    full = sorted(event for event, reports in events.items() if len(reports) >= _SIZES[0])
    chosen = draw.sample(full, min(_EVENTS, len(full)))
    told = {event: list(_annotated(events[event][: 2 * _SIZES[-1]])) for event in chosen}
    return _tally(told, draw)


def _annotated(reports: list[tuple[str, str]]) -> Iterator[Told]:
    articles = [plain.article(name, text) for name, text in reports]
    return zip(articles, each(articles), strict=True)


def _tally(told: dict[str, list[Told]], draw: random.Random) -> dict[str, float]:
    intruders = wrong = reports = whole = 0
    for _ in range(_TRIALS):
        event = draw.choice(sorted(told))
        # A look-alike event of the same topic is another question.
        other = draw.choice([one for one in sorted(told) if one.split()[0] != event.split()[0]])
        story = draw.sample(told[event], min(len(told[event]), draw.choice(_SIZES)))
        alone = _found(story)
        whole += not alone
        wrong += len(alone)
        reports += len(story)
        guest = draw.choice(told[other])
        intruders += guest[0].id in _found([*story, guest])
    return {
        "intruders told": round(100 * intruders / _TRIALS, 1),
        "reports told wrongly": round(100 * wrong / reports, 1),
        "stories kept whole": round(100 * whole / _TRIALS, 1),
    }


def _found(story: list[Told]) -> set[str]:
    return {name for name, _ in outsiders([article for article, _ in story], [notes for _, notes in story])}
