"""Task `conflicts`: figures of two reports that measure one thing, and whether they disagree.

Each story is linked as a whole, from those of its articles that hold labelled figures.

    python -m evals.conflicts.task [CORPORA]     the pairs of `dev` that were told wrongly, one to a line, without text
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpora.location import corpora_root
from evals.conflicts.labels import Label, LabelledPair, Place, Split, articles_of, read_labels
from evals.conflicts.scorer import Judged, scores
from readout.annotate import annotate
from readout.grammar.figure_amounts import Agreement, compare
from readout.link.dates import settle
from readout.link.entities import find_entities
from readout.link.figures import find_figures
from readout.model.notes import FigureMention, Notes
from readout.model.text import Article

_VERDICTS: dict[Agreement, Label] = {
    Agreement.SAME: "agree",
    Agreement.ROUNDED: "agree",
    Agreement.DIFFERS: "differ",
    Agreement.CONTRADICTS: "contradict",
}
_SPLITS: tuple[Split, ...] = ("dev", "held_out")

Articles = Mapping[tuple[str, str], Article]


def predict(path: Path, out: Path) -> None:
    """JSON lines `id`, `label` for all pairs."""
    with out.open("w", encoding="utf-8") as lines:
        for split in _SPLITS:
            for pair, told in judged(read_labels(split=split), path):
                lines.write(json.dumps({"id": pair.id, "label": told.told}) + "\n")


def score(path: Path) -> dict[str, float]:
    """The scores of both splits, in per cent; `path` is the corpora's folder."""
    found: dict[str, float] = {}
    for split in _SPLITS:
        rows = [one for _, one in judged(read_labels(split=split), path)]
        found |= {f"{split} {name}": value for name, value in scores(rows).items()}
    return found


def judged(pairs: Sequence[LabelledPair], root: Path) -> list[tuple[LabelledPair, Judged]]:
    """What the program says of each pair."""
    articles = articles_of(pairs, root)
    stories: dict[tuple[str, str], list[LabelledPair]] = defaultdict(list)
    for pair in pairs:
        stories[pair.corpus, pair.story].append(pair)
    return [row for (corpus, _), story in stories.items() for row in _story(corpus, story, articles)]


def _story(corpus: str, pairs: Sequence[LabelledPair], articles: Articles) -> list[tuple[LabelledPair, Judged]]:
    names = sorted({place.article for pair in pairs for place in (pair.a, pair.b)})
    reports = {name: articles[corpus, name] for name in names}
    ordered = list({article.id: article for article in reports.values()}.values())
    notes = annotate(ordered, threads=1)
    shared = find_figures(ordered, notes, find_entities(ordered, notes), settle(ordered))
    group = {telling: number for number, each in enumerate(shared) for telling in each.tellings}
    by_id = {each.article: each for each in notes}
    return [(pair, Judged(pair.label, _told(pair, reports, by_id, group))) for pair in pairs]


def _told(
    pair: LabelledPair,
    reports: Mapping[str, Article],
    notes: Mapping[str, Notes],
    group: Mapping[tuple[str, int], int],
) -> Label:
    found: list[tuple[int, FigureMention]] = []
    for place in (pair.a, pair.b):
        name = reports[place.article].id
        number = _figure_at(place, notes[name])
        if number is None:
            return "other"
        found.append((group[name, number], notes[name].figures[number]))
    (one, left), (other, right) = found
    return _VERDICTS[compare(left.amount, right.amount)] if one == other else "other"


def _figure_at(place: Place, notes: Notes) -> int | None:
    """The figure that shares most characters with the labelled span."""
    shared = [
        (min(place.end, one.span.end) - max(place.start, one.span.start), -number)
        for number, one in enumerate(notes.figures)
    ]
    best = max(shared, default=(0, 0))
    return -best[1] if best[0] > 0 else None


def main() -> None:
    """Print the wrongly told pairs of the development half."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else corpora_root()
    if root is None:
        sys.exit("no folder of corpora here; name one")
    for pair, row in judged(read_labels(split="dev"), root):
        if row.gold != row.told:
            print(pair.id, pair.corpus, pair.story, f"gold {row.gold}, told {row.told}", pair.a, pair.b)


if __name__ == "__main__":
    main()
