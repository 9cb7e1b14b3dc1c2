"""Where reports contradict each other: for each side a sentence or a clause, to be told one after the other."""

from collections.abc import Sequence

from readout.merge.brief.candidates import Candidate, Part, as_part, candidate_of
from readout.merge.brief.context import Context
from readout.merge.brief.references import standing
from readout.merge.brief.scores import Scores
from readout.merge.brief.sentences import Telling
from readout.merge.brief.wording import Wording
from readout.model.record import Conflict, ConflictSide, Span
from readout.model.text import TextSpan

_KINDS = ("figure", "date")
_SHORTEST = 5  # words of a clause that is told alone
_RELATIVE = frozenset({"where", "which", "that", "in", "on", "of", "when"})


def disputes(offered: Sequence[Candidate], scores: Scores, context: Context) -> list[tuple[Candidate, ...]]:
    """For each contradiction that can be told, a sentence for each side; what most origins take part in first."""
    conflicts = [one for one in context.record.conflicts if one.kind == "figure" or _is_contradiction(one)]
    ordered = sorted(conflicts, key=lambda one: (_KINDS.index(one.kind), -_origins(one), one.id))
    found = (_sides(conflict, offered, scores, context) for conflict in ordered)
    return [sides for sides in found if sides]


def _is_contradiction(conflict: Conflict) -> bool:
    return conflict.kind in _KINDS and conflict.verdict == "contradicts"


def _origins(conflict: Conflict) -> int:
    return len({origin for side in conflict.sides for origin in side.origins})


def _sides(
    conflict: Conflict, offered: Sequence[Candidate], scores: Scores, context: Context
) -> tuple[Candidate, ...] | None:
    told: list[Candidate] = []
    for side in sorted(conflict.sides, key=lambda one: (-len(one.origins), one.value)):
        best = _best(side, offered, scores, context, short=bool(told))
        if best is None:
            return None
        if all(best.place != other.place for other in told):
            told.append(as_part(best, Part.DISPUTED))
    return tuple(told)


def _best(
    side: ConflictSide, offered: Sequence[Candidate], scores: Scores, context: Context, *, short: bool
) -> Candidate | None:
    """The sentence that tells a side; for the second side its clause, as the first has told the rest."""
    fitting = [one for one in offered if any(_tells(one, span) for span in side.spans) and not one.standing.needs]
    clauses = [clause for span in side.spans if (clause := _clause(span, scores, context)) is not None]
    group = clauses if (short and clauses) or not fitting else fitting
    return max(group, key=lambda one: (one.value, one.key), default=None)


def _tells(one: Candidate, span: Span) -> bool:
    start, end = max(span.start, one.telling.span.start), min(span.end, one.telling.span.end)
    return span.article == one.telling.article and start < end and one.wording.keeps(start, end)


def _clause(span: Span, scores: Scores, context: Context) -> Candidate | None:
    """The smallest clause with a subject of its own that holds a figure."""
    for place, telling in enumerate(scores.tellings):
        if telling.article == span.article and telling.span.start <= span.start and span.end <= telling.span.end:
            stretch = _stretch(telling, span)
            if stretch is None:
                return None
            wording = Wording(telling.article, stretch)
            found = standing(telling, wording, context)
            return candidate_of(place, telling, wording, found, scores, context) if found else None
    return None


def _stretch(telling: Telling, span: Span) -> TextSpan | None:
    tree = telling.tree
    inside = tree.within(span.start, span.end)
    for place in tree.above(inside[0]) if inside else ():
        if not tree.words[place].relation.startswith("acl:relcl"):
            continue
        subject = tree.child(place, "nsubj", "nsubj:pass")
        if subject is None or tree.forms[subject] in {"which", "who", "that"} or not tree.whole(place):
            return None
        places = [one for one in tree.subtree(place) if tree.words[one].tag != "PUNCT"]
        while places and tree.forms[places[0]] in _RELATIVE:
            places.pop(0)
        if len(places) < _SHORTEST or inside[0] not in places:
            return None
        return tree.stretch(places)
    return None
