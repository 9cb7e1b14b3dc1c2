"""Attributions scored in three ways: spans clipped to published windows, whole spans, whole attributions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpora.polnear import Attribution, Extent, PolnearArticle, Window
from evals.attributions.alignment import Place, aligned
from readout.grammar.quotation import inside

PARTS: Final = ("source", "cue", "content")
KINDS: Final = ("direct", "indirect", "mixed")
_DIRECT: Final = 0.9
"""Share of a content's characters that stand between marks for it to count as direct; the comma or the cue may not."""


@dataclass(slots=True)
class Tally:
    """Counts of right, predicted and gold, by label."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, label: str, golds: set[Extent], predictions: set[Extent]) -> None:
        """Count exact matches of one label."""
        self.right[label] += len(golds & predictions)
        self.predicted[label] += len(predictions)
        self.gold[label] += len(golds)

    def f1(self, label: str) -> float:
        """F1 in per cent."""
        return _percent(2 * self.right[label], self.predicted[label] + self.gold[label])


def in_windows(
    articles: Iterable[PolnearArticle], predicted: Mapping[str, Sequence[Attribution]], windows: Iterable[Window]
) -> dict[str, float]:
    """Exact span F1 within the published windows, each predicted span cut at the window's edges."""
    by_article: dict[str, list[Window]] = {}
    for window in windows:
        by_article.setdefault(window.article, []).append(window)
    tally = Tally()
    for article in articles:
        listed = by_article.get(article.id, [])
        for window, places in zip(listed, aligned(article, listed), strict=True):
            for part in PARTS:
                golds = set(
                    _runs([tag == f"B-{part}" for tag in window.tags], [tag[2:] == part for tag in window.tags])
                )
                found = set(_clipped(predicted.get(article.id, ()), part, places))
                tally.add(part, golds, found)
    return {f"window {part}": tally.f1(part) for part in PARTS}


def _clipped(attributions: Sequence[Attribution], part: str, places: Sequence[Place]) -> Iterator[Extent]:
    """Runs of the window's tokens that one predicted span covers; a token unknown to the text joins its neighbours."""
    for span in {span for one in attributions for span in getattr(one, part)}:
        covered = [place is not None and place[0] < span[1] and place[1] > span[0] for place in places]
        if any(covered):
            first, last = covered.index(True), len(covered) - covered[::-1].index(True)
            yield first, last


def _runs(begins: Sequence[bool], inside_: Sequence[bool]) -> Iterator[Extent]:
    start = None
    for index, within in enumerate([*inside_, False]):
        opens = index < len(begins) and begins[index]
        if start is not None and (not within or opens):
            yield start, index
            start = None
        if within and start is None:
            start = index


def whole(articles: Iterable[PolnearArticle], predicted: Mapping[str, Sequence[Attribution]]) -> dict[str, float]:
    """Exact span F1 over whole articles, and whole attributions by kind."""
    spans, attributions = Tally(), Tally()
    direct = Counter[bool]()
    for article in articles:
        guessed = predicted.get(article.id, ())
        for part in PARTS:
            golds, found = ({s for one in many for s in getattr(one, part)} for many in (article.attributions, guessed))
            spans.add(part, golds, found)
        _match(article, guessed, attributions, direct)
    scores = {f"whole {part}": spans.f1(part) for part in PARTS}
    for kind in ("all", *KINDS):
        scores[f"attribution {kind} P"] = _percent(
            attributions.right[f"{kind} predicted"], attributions.predicted[kind]
        )
        scores[f"attribution {kind} R"] = _percent(attributions.right[f"{kind} gold"], attributions.gold[kind])
    scores["direct found"] = _percent(direct[True], direct.total())
    return scores


def _match(article: PolnearArticle, guessed: Sequence[Attribution], tally: Tally, direct: Counter[bool]) -> None:
    marked = inside(article.text)
    for side, ours, theirs in (("gold", article.attributions, guessed), ("predicted", guessed, article.attributions)):
        counts = tally.gold if side == "gold" else tally.predicted
        for one in ours:
            if not one.content:
                continue
            kind = kind_of(one, marked)
            met = any(_covers(one, other) and _sources_meet(one, other) for other in theirs)
            for label in ("all", kind):
                counts[label] += 1
                tally.right[f"{label} {side}"] += met
            if side == "gold" and kind == "direct":
                direct[any(_covers(one, other) for other in theirs)] += 1


def kind_of(one: Attribution, marked: Sequence[Extent]) -> str:
    """Whether the content stands between quotation marks: all of it, none, or a part."""
    total = sum(end - start for start, end in one.content)
    quoted = sum(_overlap(one.content, [span]) for span in marked)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= _DIRECT * (total - 2 * len(one.content)) else "mixed"


def _covers(one: Attribution, other: Attribution) -> bool:
    """Whether at least half of the content is content of the other one too."""
    return 2 * _overlap(one.content, other.content) >= sum(end - start for start, end in one.content)


def _sources_meet(one: Attribution, other: Attribution) -> bool:
    return _overlap(one.source, other.source) > 0 or not (one.source or other.source)


def _overlap(left: Sequence[Extent], right: Sequence[Extent]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def _percent(part: float, whole_: float) -> float:
    return round(100 * part / whole_, 2) if whole_ else 0.0
