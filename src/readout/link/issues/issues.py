"""Issues: clusters of what is demanded, offered and refused, named by the reports' own noun phrases."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.link.issues.alike import clusters, content_words, likeness
from readout.link.issues.labels import Phrasebook, label
from readout.model.links import SharedEntity, SharedIssue
from readout.model.notes import Notes, Stance, StanceKind
from readout.model.record import Reason, Span
from readout.model.text import Article, Dating

_ALIKE = 0.48  # mean likeness of two groups that are one issue (set on stories outside of the labelled set, by reading)
_NEAR = 0.65  # cosine from which a group that no noun names stands with a named one
_MOST_TERMS = 8
_POINTING = re.compile(
    r"(?:the|those|these|both|all|such|his|her|its|their|that|this)\s(?:\w+\s)?"
    r"(?:demands?|proposals?|offers?|requests?|calls?|terms|ideas?|plans?)(?:\sas\s.*)?",
    re.IGNORECASE,
)
_ASKING = frozenset({StanceKind.DEMAND, StanceKind.OFFER})
_BACK, _SENTENCE = 500, 220  # characters back to what is pointed to, and from its first to its last part


@dataclass(frozen=True, slots=True)
class _Told:
    """A stance with the article that tells it and its place in the notes."""

    article: Article
    place: int
    stance: Stance


def find_issues(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedIssue, ...]:
    """The issues of a story; the order of the articles does not matter. Stances without a holder are left out."""
    del datings
    pairs = sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
    told = [
        _Told(article, place, stance)
        for article, note in pairs
        for place, stance in enumerate(note.stances)
        if stance.chain is not None or stance.acts_for is not None
    ]
    if not told:
        return ()
    names = frozenset(word for each in entities for word in each.name.casefold().split())
    book = Phrasebook(pairs, names)
    alike = likeness(
        [each.stance.vector for each in told],
        [content_words(each.article.text, each.stance, names) for each in told],
    )
    groups = [[told[i] for i in members] for members in clusters(alike, _ALIKE)]
    made = [_issue(members, book) for members in _pointing(_settled(groups, book))]
    return tuple(sorted(_once(made), key=lambda one: (-len({a for a, _ in one.stances}), -len(one.stances), one.label)))


def _settled(groups: Sequence[list[_Told]], book: Phrasebook) -> list[list[_Told]]:
    """Groups without a name of their own put with the named one that they are most alike, if any is near enough."""
    named = [group for group in groups if label([(each.article, each.stance) for each in group], book)]
    kept = [list(group) for group in named]
    for group in groups:
        if any(group is one for one in named):
            continue
        near = [(_nearness(group, other), -number) for number, other in enumerate(named)]
        best = max(near, default=(0.0, 0))
        if best[0] >= _NEAR:
            kept[-best[1]] += group
        else:
            kept.append(group)
    return kept


def _nearness(group: Sequence[_Told], other: Sequence[_Told]) -> float:
    """The highest cosine of two groups' matters."""
    return max(
        sum(one * two for one, two in zip(left.stance.vector, right.stance.vector, strict=False))
        for left in group
        for right in other
    )


def _pointing(groups: Sequence[list[_Told]]) -> list[list[_Told]]:
    """Groups in which what only points back ("rejected the demands") stands with all that it points to."""
    found = [[each for each in group if not _points(each)] for group in groups]
    for each in (each for group in groups for each in group if _points(each)):
        before = [
            (other.stance.span.start, number)
            for number, group in enumerate(found)
            for other in group
            if other.article is each.article
            and other.stance.kind in _ASKING
            and 0 < each.stance.span.start - other.stance.span.start < _BACK
            and not _points(other)
        ]
        nearest = max((start for start, _ in before), default=0)
        homes = {number for start, number in before if nearest - start < _SENTENCE}
        for number in sorted(homes):
            found[number].append(each)
        if not homes:
            found.append([each])
    return [sorted(group, key=lambda one: (one.article.id, one.place)) for group in found if group]


def _points(told: _Told) -> bool:
    matter = told.stance.matter
    return matter is not None and _POINTING.fullmatch(" ".join(matter.of(told.article.text).split())) is not None


def _issue(members: Sequence[_Told], book: Phrasebook) -> SharedIssue:
    found = label([(each.article, each.stance) for each in members], book)
    spans = tuple(_span(each) for each in members)
    text = f"{len(members)} statements of what parties want are about alike things" if len(members) > 1 else ""
    return SharedIssue(
        label=found[0] if found else "",
        terms=tuple(found[:_MOST_TERMS]),
        stances=tuple((each.article.id, each.place) for each in members),
        because=(Reason("alike", f"{text}.", spans),) if text else (),
    )


def _span(told: _Told) -> Span:
    span = told.stance.matter or told.stance.span
    return Span(told.article.id, span.start, span.end)


def _once(made: Sequence[SharedIssue]) -> list[SharedIssue]:
    """Issues of one name put together."""
    by_label: dict[str, SharedIssue] = {}
    for one in made:
        key = one.label.casefold()
        known = by_label.get(key)
        if known is None:
            by_label[key] = one
            continue
        by_label[key] = SharedIssue(
            label=min(known.label, one.label),
            terms=tuple(dict.fromkeys((*known.terms, *one.terms)))[:_MOST_TERMS],
            stances=tuple(sorted((*known.stances, *one.stances))),
            because=(*known.because, *one.because),
        )
    return list(by_label.values())
