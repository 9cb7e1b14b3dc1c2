"""Figures of the record, and where reports disagree on one."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from readout.grammar.figure_amounts import Agreement, compare, granularity
from readout.grammar.times import resolve_all
from readout.merge.figures.holders import holder_of
from readout.merge.figures.reasons import disagreement
from readout.merge.sources import Sources
from readout.model.ids import content_id
from readout.model.links import SharedFigure
from readout.model.notes import FigureMention
from readout.model.record import Conflict, ConflictSide, Figure, Span
from readout.model.values import Amount, Precision, When

_FEW, _MANY = 3, 16  # words of a phrase that tells enough and reads at a glance
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "which", "who"})
_PARTED = " … "  # where words of the clause are left out


@dataclass(frozen=True, slots=True)
class _Telling:
    """One report's telling of a figure."""

    article: str
    mention: FigureMention
    text: str
    origin: str
    holder: str | None
    as_of: str | None

    @property
    def span(self) -> Span:
        return Span(self.article, self.mention.span.start, self.mention.span.end)


def record_figures(figures: Sequence[SharedFigure], sources: Sources) -> tuple[Figure, ...]:
    """The figures, in the order of the articles and of their texts; two numbers for one thing are two figures."""
    whens = _Whens(sources)
    made = [
        _figure(side, shared, sources)
        for shared in figures
        for side in _sides([_telling(*told, sources, whens) for told in shared.tellings], _EQUAL)
    ]
    order = {article: place for place, article in enumerate(sources.articles)}
    told = sorted(made, key=lambda each: (min((order[s.article], s.start) for s in each.spans), each.id))
    return tuple(_told_apart(told))


def figure_conflicts(figures: Sequence[SharedFigure], sources: Sources) -> tuple[Conflict, ...]:
    """Where reports of two origins give one quantity differently."""
    whens = _Whens(sources)
    found = (_conflict(shared, sources, whens) for shared in figures if len(shared.tellings) > 1)
    return tuple(conflict for conflict in found if conflict is not None)


class _Whens:
    """What the times of each article mean, resolved when first asked for."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._known: dict[str, tuple[When | None, ...]] = {}

    def of(self, article: str, time: int) -> str | None:
        """A time as ISO as far as known."""
        if article not in self._known:
            dating = self._sources.datings.get(article)
            date = None if dating is None else dating.date
            self._known[article] = resolve_all(self._sources.notes[article].times, date)
        whens = self._known[article]
        when = whens[time] if time < len(whens) else None
        if when is None or when.start is None:
            return None
        return when.start[:10] if when.precision in {Precision.MINUTE, Precision.HOUR} else when.start


def _telling(article: str, place: int, sources: Sources, whens: _Whens) -> _Telling:
    mention = sources.notes[article].figures[place]
    return _Telling(
        article=article,
        mention=mention,
        text=" ".join(mention.span.of(sources.articles[article].text).split()),
        origin=sources.origins[article],
        holder=holder_of(article, mention, sources),
        as_of=None if mention.time is None else whens.of(article, mention.time),
    )


def _sides(tellings: Sequence[_Telling], alike: frozenset[Agreement]) -> list[list[_Telling]]:
    """The tellings by what they say: those that agree in one of the ways `alike` stand together, the finest first."""
    ordered = sorted(tellings, key=lambda each: (each.mention.echo, _fineness(each.mention.amount), each.span))
    sides: list[list[_Telling]] = []
    for telling in ordered:
        for side in sides:
            if all(compare(telling.mention.amount, other.mention.amount) in alike for other in side):
                side.append(telling)
                break
        else:
            sides.append([telling])
    return sides


_EQUAL = frozenset({Agreement.SAME})
_ONE = _EQUAL | {Agreement.ROUNDED}


def _fineness(amount: Amount) -> float:
    """How roughly an amount is told: ranges last, then by the place of its last digit."""
    return float("inf") if amount.value is None else granularity(amount.value)


def _figure(side: Sequence[_Telling], shared: SharedFigure, sources: Sources) -> Figure:
    main = _most_telling(side, sources)
    amount, article = main.mention.amount, sources.articles[main.article]
    unit = main.mention.unit
    places = {each.span for each in side}
    return Figure(
        id=content_id("f", amount.unit, _number(amount)),
        text=main.text,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        qualifier=None if amount.qualifier is None else amount.qualifier.value,
        unit=amount.unit,
        unit_text=None if unit is None else " ".join(unit.of(article.text).split()),
        measures=_measures(main, sources),
        holder=_most([main.holder, *(each.holder for each in side)]),
        as_of=_most([main.as_of, *(each.as_of for each in side)]),
        spans=tuple(sorted(places)),
        origins=tuple(sorted({each.origin for each in side})),
        because=tuple(reason for reason in shared.because if any(span in places for span in reason.spans)),
    )


def _most_telling(side: Sequence[_Telling], sources: Sources) -> _Telling:
    """The telling that is shown: the finest number as most tell it, and of those the clause that reads best."""
    counted = Counter((each.mention.amount.qualifier or "") for each in side)

    def rank(each: _Telling) -> tuple[object, ...]:
        measures = (_measures(each, sources) or "").split()
        words = len(measures)
        return (
            each.mention.echo,
            _fineness(each.mention.amount),
            -counted[each.mention.amount.qualifier or ""],
            each.holder is None,
            bool(measures) and measures[0].lower() in _PRONOUNS,
            not _FEW <= words <= _MANY,
            len(each.mention.measures),
            -words,
            each.span,
        )

    return min(side, key=rank)


def _measures(telling: _Telling, sources: Sources) -> str | None:
    """What is measured, as printed; "…" where words are left out, the number among them."""
    text = sources.articles[telling.article].text
    parts = [" ".join(span.of(text).split()) for span in telling.mention.measures]
    return _PARTED.join(part for part in parts if part) or None


def _number(amount: Amount) -> str:
    value = amount.value
    return f"{value:g}" if value is not None else f"{amount.low}..{amount.high}"


def _most(values: Iterable[str | None]) -> str | None:
    """The value given most often; of those given as often the first."""
    given = Counter(value for value in values if value is not None)
    return max(given, key=lambda value: given[value], default=None)


def _told_apart(made: Sequence[Figure]) -> list[Figure]:
    """Figures with ids of their own: by unit and number, where others share these by what is measured, and by place."""
    return _by_more(_by_more(made, lambda each: each.measures), lambda each: str(min(each.spans)))


def _by_more(made: Sequence[Figure], key: Callable[[Figure], str | None]) -> list[Figure]:
    """The figures, those that share an id with something more in theirs."""
    count = Counter(each.id for each in made)
    return [each if count[each.id] == 1 else replace(each, id=content_id("f", each.id, key(each))) for each in made]


def _conflict(shared: SharedFigure, sources: Sources, whens: _Whens) -> Conflict | None:
    sides = _sides([_telling(*told, sources, whens) for told in shared.tellings], _ONE)
    told = [side for side in sides if any(not each.mention.echo for each in side)]
    if len(told) < _TWO or _of_one_origin(told):
        return None
    amounts = [side[0].mention.amount for side in told]
    verdicts = {compare(one, other) for place, one in enumerate(amounts) for other in amounts[:place]}
    verdicts -= _ONE
    if not verdicts:
        return None
    rows = sorted((_side(side) for side in told), key=lambda side: (side.value, side.spans))
    main = _most_telling(told[0], sources)
    about = _measures(main, sources) or main.mention.amount.unit or main.text
    verdict = Agreement.CONTRADICTS if Agreement.CONTRADICTS in verdicts else Agreement.DIFFERS
    return Conflict(
        id=content_id("c", "figure", main.mention.amount.unit, *(side.value for side in rows)),
        kind="figure",
        verdict="contradicts" if verdict is Agreement.CONTRADICTS else "differs",
        about=about,
        sides=tuple(rows),
        because=(*disagreement(verdict, rows), *shared.because),
    )


_TWO = 2


def _of_one_origin(sides: Sequence[Sequence[_Telling]]) -> bool:
    """Whether all the sides come from one origin: a newsroom that corrects its figure contradicts nobody."""
    return len({each.origin for side in sides for each in side}) < _TWO


def _side(side: Sequence[_Telling]) -> ConflictSide:
    origins: Mapping[str, None] = dict.fromkeys(sorted(each.origin for each in side))
    holders = dict.fromkeys(each.holder for each in side if each.holder is not None)
    return ConflictSide(
        value=side[0].text,
        origins=tuple(origins),
        holders=tuple(sorted(holders)),
        spans=tuple(sorted(each.span for each in side)),
    )
