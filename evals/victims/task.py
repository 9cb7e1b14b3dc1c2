"""Task `gun_violence_counts`: killed and injured of a shooting, from the report's figures.

Given the corpora's folder, its development reports are meant; given a folder with `X_*.json` and `y_*.json`, those.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from corpora.gun_violence import ShootingReport, from_rows, read
from evals.victims.answer import INJURED, KILLED, Toll, baseline, states, toll
from readout.annotate import annotate
from readout.clean import clean
from readout.errors import NotAnArticle
from readout.model.text import Metadata, Page


def predict(path: Path, out: Path) -> None:
    """A JSON list of objects `n_killed`, `n_injured`, as the corpus's `y` files have them."""
    rows = [{"n_killed": told.killed, "n_injured": told.injured} for told in map(told_toll, reports(path))]
    out.write_text(json.dumps(rows), encoding="utf-8")


def score(path: Path) -> dict[str, float]:
    """Exact counts in per cent, over the counts above zero: those that the text states as a number, and all."""
    rows = [one for one in reports(path) if one.killed or one.injured]
    told = [told_toll(one) for one in rows]
    found: dict[str, float] = {}
    for part, fates in (("killed", KILLED), ("injured", INJURED)):
        counts = [(one, getattr(one, part), getattr(toll, part)) for one, toll in zip(rows, told, strict=True)]
        above = [(one, gold, mine) for one, gold, mine in counts if gold]
        stated = [row for row in above if states(row[0].text, row[1], fates)]
        for name, some in ((f"{part} stated", stated), (f"{part} above zero", above)):
            right = sum(gold == mine for _, gold, mine in some)
            near = sum(gold == getattr(baseline(one.text), part) for one, gold, _ in some)
            found |= {
                f"{name} rows": float(len(some)),
                name: 100.0 * right / max(1, len(some)),
                f"{name} baseline": 100.0 * near / max(1, len(some)),
            }
    return found


def told_toll(report: ShootingReport) -> Toll:
    """What Readout's figures say; nobody, of a text that is empty."""
    try:
        article = clean(Page(report.id, report.text, metadata=Metadata(published=report.published)))
    except NotAnArticle:
        return Toll(0, 0)
    return toll(article, annotate([article], threads=1, vectors=False)[0])


def reports(path: Path) -> list[ShootingReport]:
    """The reports of the development split, or of a folder of the corpus's own files."""
    if (path / "gun_violence_counts").is_dir():
        return read(path, "dev")
    return [one for texts, counts in _files(path) for one in from_rows(texts, counts, path.name)]


def _files(path: Path) -> Iterator[tuple[list[dict[str, str]], list[dict[str, int]]]]:
    """Pairs of `X_…` and `y_…` in a folder; without counts, as a test set has it, they are nought."""
    for texts in sorted(path.glob("X_*.json")):
        rows = json.loads(texts.read_text(encoding="utf-8"))
        counts = texts.with_name(f"y_{texts.name.removeprefix('X_')}")
        gold = json.loads(counts.read_text(encoding="utf-8")) if counts.exists() else [_NOBODY] * len(rows)
        yield rows, gold


_NOBODY = {"n_killed": 0, "n_injured": 0}
