"""Figures that measure the same thing, joined within a report and across reports.

Two tellings are joined where nothing speaks against it (another unit, fate, day or part) and enough for it: shared
words of what is measured, the same predicate, like sentences. The same number needs less than two numbers do, and a
number with many digits less than a common one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from readout.grammar.figure_amounts import Agreement, compare
from readout.link.figures.alike import likeness, may_differ
from readout.link.figures.told import Told, told_figures
from readout.link.grouping import Grouping
from readout.model.links import SharedEntity, SharedFigure
from readout.model.notes import Notes
from readout.model.record import Reason
from readout.model.text import Article, Dating

_MOST = 400  # figures of one kind that share a word and are still compared each with each
_Join = tuple[float, int, int, Reason]


def find_figures(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedFigure, ...]:
    """The figures of the reports, each with all its tellings. Neither the order of articles nor entities matters."""
    pairs = sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
    keys: dict[str, dict[int, str]] = defaultdict(dict)
    for entity in entities:
        for name, chain in entity.chains:
            keys[name][chain] = f"{entity.kind} {entity.key}"
    told = [
        one
        for article, note in pairs
        for one in told_figures(article, note, datings.get(article.id), keys.get(article.id))
    ]
    grouping: Grouping[int] = Grouping(range(len(told)))
    joins = sorted(_joins(told), key=lambda join: (-join[0], join[1], join[2]))
    _forbid(told, joins, grouping)
    made = [
        (one, reason)
        for _, one, other, reason in joins
        if not grouping.together(one, other) and grouping.join(one, other)
    ]
    because: dict[int, list[Reason]] = defaultdict(list)
    for one, reason in made:
        because[grouping.root(one)].append(reason)
    return tuple(
        SharedFigure(
            tuple((told[number].article, told[number].place) for number in members),
            tuple(because.get(grouping.root(members[0]), ())),
        )
        for members in grouping.groups()
    )


def _joins(told: Sequence[Told]) -> Iterator[_Join]:
    """Pairs that may be one figure, with how sure that is."""
    times = Counter((each.kind, each.mention.amount.value) for each in told)
    for one, other in sorted(_candidates(told)):
        left, right = told[one], told[other]
        alike = likeness(left, right, times[left.kind, left.mention.amount.value])
        if alike is not None:
            yield alike.score, one, other, Reason(alike.rule, alike.text, (left.span, right.span))


def _candidates(told: Sequence[Told]) -> set[tuple[int, int]]:
    """Pairs of one kind that share a number, a fate, a predicate or a word; what very many share tells nothing."""
    sharing: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        for key in _keys(each):
            sharing[each.kind, *key].append(number)
    return {pair for numbers in sharing.values() if len(numbers) <= _MOST for pair in combinations(numbers, 2)}


def _keys(each: Told) -> Iterator[tuple[str, str]]:
    amount = each.mention.amount
    if amount.value is not None:
        yield "number", f"{amount.value:.0e}"
        yield "number", str(amount.value)
    else:
        yield "range", ""
    for name, value in (("fate", each.fate), ("predicate", each.predicate), ("head", each.head)):
        if value is not None:
            yield name, value
    for word in each.words:
        yield "word", word


def _forbid(told: Sequence[Told], joins: Sequence[_Join], grouping: Grouping[int]) -> None:
    """Keeps apart what one report tells as two figures, and two numbers that cannot be for one thing."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number in sorted({number for join in joins for number in join[1:3]}):
        by_kind[told[number].kind].append(number)
    for numbers in by_kind.values():
        for one, other in combinations(numbers, 2):
            agreement = compare(told[one].mention.amount, told[other].mention.amount)
            if agreement is not Agreement.SAME and not may_differ(told[one], told[other]):
                grouping.forbid(one, other)
