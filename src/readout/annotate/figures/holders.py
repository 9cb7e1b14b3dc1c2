"""Who gives a figure, and as of when: from the attribution it stands in, the verb above it, the times beside it."""

import re
from bisect import bisect_left, bisect_right

from readout.annotate.figures.tree import Tree
from readout.grammar.cues import says
from readout.model.notes import Attribution, Directness, Notes, TimeKind
from readout.model.text import TextSpan

_ESTIMATES = frozenset(
    (
        "estimate", "estimates", "estimated", "put", "puts", "reckon", "reckons", "reckoned", "believe", "believes",
        "believed", "claim", "claims", "claimed", "count", "counts", "counted", "calculate", "calculates",
        "calculated", "expect", "expects", "expected", "forecast", "forecasts", "predict", "predicts", "predicted",
        "show", "shows", "showed", "find", "finds", "found", "say", "says", "said", "report", "reports", "reported",
        "confirm", "confirms", "confirmed"
    )
)  # fmt: skip
_FAR = 10**12
_LONGEST = 12  # words of a holder's name with its post
_NEAR = 80  # characters between a figure and the "according to" that gives it
_ACCORDING = re.compile(r"\b[Aa]ccording to ")


class Attributions:
    """Finds the attribution that a figure stands in."""

    def __init__(self, text: str, notes: Notes) -> None:
        self._parts = sorted(
            (part.start, part.end, sum(each.end - each.start for each in one.content), place)
            for place, one in enumerate(notes.attributions)
            for part in one.content
            if _gives(text, one)
        )
        self._longest = max((end - start for start, end, _, _ in self._parts), default=0)

    def around(self, span: TextSpan) -> int | None:
        """The innermost attribution whose words hold the figure and whose cue gives it as told, not as wanted."""
        found: list[tuple[int, int]] = []
        for start, end, length, place in reversed(self._parts[: bisect_right(self._parts, (span.start, _FAR, 0, 0))]):
            if span.end - start > self._longest:
                break
            if span.end <= end:
                found.append((length, place))
        return min(found)[1] if found else None


def _gives(text: str, one: Attribution) -> bool:
    """Whether the cue is one of saying, estimating or "according to"; quoted words need none."""
    if not one.cue:
        return bool(one.source) and one.kind is not Directness.INDIRECT
    words = " ".join(part.of(text) for part in one.cue)
    return says(words) or _ACCORDING.search(f"{words} ") is not None or not _ESTIMATES.isdisjoint(words.lower().split())


def source_of(one: Attribution) -> TextSpan | None:
    """The source's words, the longest stretch where they are parted."""
    return max(one.source, key=len, default=None)


def holder_by_verb(tree: Tree, span: TextSpan) -> TextSpan | None:
    """The subject of a verb of estimating above the figure: "The harbour office estimates the strike has cost …"."""
    head = tree.head_of(list(tree.touched(span)))
    if head is None:
        return None
    below = head
    for above in tree.above(head):
        stands = tree.words[below].relation in {"ccomp", "obj", "parataxis", "xcomp"}
        if stands and tree.words[below].relation != "obj" and tree.form(above).lower() in _ESTIMATES:
            subject = tree.subject(above)
            if subject is not None and tree.words[subject].relation == "nsubj" and not tree.children(above, "aux:pass"):
                return _phrase(tree, subject, span)
        below = above
    return None


def holder_by_phrase(tree: Tree, span: TextSpan) -> TextSpan | None:
    """Whom "according to" names in the figure's sentence."""
    start, end = tree.words[0].span.start, tree.words[-1].span.end
    found = _ACCORDING.search(tree.text, start, end)
    if found is None or max(found.start() - span.end, span.start - found.end()) > _NEAR:
        return None
    words = tree.touched(TextSpan(found.end(), min(end, found.end() + 1)))
    top = words[0] if words else None
    while top is not None and tree.words[top].tag not in {"NOUN", "PROPN", "PRON"}:
        top = top + 1 if top + 1 < len(tree.words) else None
    if top is None:
        return None
    head = tree.words[top].head
    while head > top and tree.words[head].tag in {"NOUN", "PROPN"} and head - top < _LONGEST:
        top, head = head, tree.words[head].head
    return _phrase(tree, top, span)


def _phrase(tree: Tree, head: int, apart: TextSpan) -> TextSpan | None:
    places = [one for one in tree.name_of(head) if abs(one - head) <= _LONGEST]
    span = TextSpan(tree.words[places[0]].span.start, tree.words[places[-1]].span.end)
    return None if span.overlaps(apart) else span


def time_of(tree: Tree, span: TextSpan, predicate: TextSpan | None, notes: Notes) -> int | None:
    """The day or hour that hangs on the figure's predicate or noun."""
    start, end = tree.words[0].span.start, tree.words[-1].span.end
    first = bisect_left(notes.times, start, key=lambda time: time.span.start)
    last = bisect_left(notes.times, end, key=lambda time: time.span.start)
    near = [
        place
        for place in range(first, last)
        if notes.times[place].kind in {TimeKind.DATE, TimeKind.TIME} and not notes.times[place].span.overlaps(span)
    ]
    if not near:
        return None
    own = _clause_words(tree, span, predicate)
    hung = [place for place in near if _hangs(tree, notes.times[place].span, own)]
    return min(hung, key=lambda place: (_gap(notes.times[place].span, span), place), default=None)


def _clause_words(tree: Tree, span: TextSpan, predicate: TextSpan | None) -> set[int]:
    """The words that a time of the figure's clause may hang on."""
    own = set(tree.touched(span))
    if predicate is not None:
        own |= set(tree.touched(predicate))
    return own | {below for one in own for below in tree.children(one, "nmod", "obl", "obj", "nsubj", "nsubj:pass")}


def _hangs(tree: Tree, time: TextSpan, own: set[int]) -> bool:
    places = list(tree.touched(time))
    head = tree.head_of(places)
    return head is not None and (tree.words[head].head in own or any(one in own for one in places))


def _gap(one: TextSpan, other: TextSpan) -> int:
    return max(0, one.start - other.end, other.start - one.end)
