"""Task `polnear`: attributions as character spans, JSON lines with `id` and `attributions`."""

import json
from collections.abc import Sequence
from pathlib import Path

from corpora.polnear import Attribution, PolnearArticle, read_file, windows
from evals import plain
from evals.attributions.scorer import in_windows, whole
from readout.annotate.annotator import each
from readout.model.notes import Attribution as Note
from readout.model.text import TextSpan


def predict(path: Path, out: Path) -> None:
    """Write the attributions found in the articles of a file, or of `dev.jsonl` in a folder."""
    articles = list(read_file(_file(path)))
    with out.open("w", encoding="utf-8") as lines:
        for article, found in zip(articles, _predicted(articles), strict=True):
            rows = [_row(one) for one in found]
            lines.write(json.dumps({"id": article.id, "attributions": rows}, ensure_ascii=False) + "\n")


def score(path: Path) -> dict[str, float]:
    """Exact spans in the published windows (where `cofe_*.txt` lies beside the file), whole spans, attributions."""
    file = _file(path)
    articles = list(read_file(file))
    predicted = {article.id: found for article, found in zip(articles, _predicted(articles), strict=True)}
    scores: dict[str, float] = {}
    known = {article.id for article in articles}
    for beside in sorted(file.parent.glob("cofe_*.txt")):
        listed = [window for window in windows(beside) if window.article in known]
        if listed:
            scores |= in_windows(articles, predicted, listed)
    return scores | whole(articles, predicted)


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    found = [folder / "dev.jsonl" for folder in (path, path / "polnear")]
    return next((file for file in found if file.is_file()), found[0])


def _predicted(articles: Sequence[PolnearArticle]) -> list[tuple[Attribution, ...]]:
    notes = each((plain.article(article.id, article.text) for article in articles), vectors=False)
    return [tuple(_attribution(one) for one in note.attributions) for note in notes]


def _attribution(note: Note) -> Attribution:
    return Attribution(_extents(note.source), _extents(note.cue), _extents(note.content))


def _extents(spans: Sequence[TextSpan]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _row(one: Attribution) -> dict[str, list[list[int]]]:
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    return {part: [list(span) for span in spans] for part, spans in parts.items() if spans}
