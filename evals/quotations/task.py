"""The quotation-mark grammar on PolNeAR: contents that stand between marks, and what else stands between marks.

Gold are the content spans whose first and last characters are quotation marks. Found: the grammar gives the same
stretch, marks and the punctuation beside them aside; a gold span over several quotations in a row counts where its
ends are those of the first and the last.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora.polnear import Extent, PolnearArticle, read, read_file
from readout.grammar.quotation import End, Quotation, Shape, find

_EDGE = ",.;: '\"“”‘’"
_OPENING = ("''", '"', "“", "”")
_CLOSING = ("''", '"', "”", "“")


def score(path: Path) -> dict[str, float]:
    """Per cent of gold contents found, and of what was found, by shape, how much is in an attribution at all."""
    articles = list(_articles(path))
    gold = found = 0
    shapes = {shape: [0, 0] for shape in Shape}
    repaired = total = 0
    for article in articles:
        quotations = find(article.text)
        contents = {span for one in article.attributions for span in one.content}
        wanted = [span for span in contents if _marked(article.text, span)]
        gold += len(wanted)
        found += sum(_is_found(article.text, span, quotations) for span in wanted)
        total += len(quotations)
        repaired += sum({one.opened, one.closed} != {End.MARK} for one in quotations)
        for one in quotations:
            shapes[one.shape][0] += 1
            shapes[one.shape][1] += any(start <= one.span.start < end for start, end in contents)
    scores = {"found": _percent(found, gold), "gold": float(gold), "repaired": _percent(repaired, total)}
    return scores | {f"{shape} in an attribution": _percent(inside, all_) for shape, (all_, inside) in shapes.items()}


def predict(path: Path, out: Path) -> None:
    """Write the quotations of each article: spans with their marks, the parts of their contents, their ends."""
    with out.open("w", encoding="utf-8") as lines:
        for article in _articles(path):
            rows = [
                {
                    "span": [one.span.start, one.span.end],
                    "content": [[part.start, part.end] for part in one.content],
                    "opened": one.opened,
                    "closed": one.closed,
                    "shape": one.shape,
                }
                for one in find(article.text)
            ]
            lines.write(json.dumps({"id": article.id, "quotations": rows}) + "\n")


def _articles(path: Path) -> Iterator[PolnearArticle]:
    return read_file(path) if path.is_file() else read(path, "dev")


def _marked(text: str, span: Extent) -> bool:
    words = text[span[0] : span[1]].rstrip(",.;: \n")
    return len(words) > 2 and words.startswith(_OPENING) and words.endswith(_CLOSING)


def _is_found(text: str, span: Extent, quotations: Sequence[Quotation]) -> bool:
    wanted = _bare(text, *span)
    stretches = [part for one in quotations for part in (one.span, *one.content)]
    if any(_bare(text, part.start, part.end) == wanted for part in stretches):
        return True
    over = [one.span for one in quotations if not one.depth and one.span.start < span[1] and span[0] < one.span.end]
    return bool(over) and _bare(text, over[0].start, over[-1].end) == wanted


def _bare(text: str, start: int, end: int) -> Extent:
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in _EDGE:
        start += 1
    return start, end


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 1)
