"""Issues and positions of the record: what each party wants, on what, with the words that prove it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from readout.grammar.times import resolve_all
from readout.link.issues.propositions import propositions
from readout.merge.positions.parties import Parties
from readout.merge.sources import Sources
from readout.model.ids import content_id
from readout.model.links import SharedIssue
from readout.model.notes import Stance, StanceKind
from readout.model.plover import plover_type, quad_class
from readout.model.record import Entity, Issue, Position, Quote, Span
from readout.model.text import TextSpan
from readout.model.values import Precision

_FEWEST, _MOST = 3, 28  # words of a text that reads well alone


@dataclass(frozen=True, slots=True)
class _Held:
    """A stance with its article, party and issue."""

    article: str
    stance: Stance
    party: str
    target: str | None
    kind: StanceKind
    issue: str | None


def record_positions(
    issues: Sequence[SharedIssue], quotes: Sequence[Quote], sources: Sources, entities: Sequence[Entity]
) -> tuple[tuple[Issue, ...], tuple[Position, ...]]:
    """The issues on which a party takes a position, and the positions: a party's, of one act, on one proposition."""
    parties = Parties(entities, sources)
    ids = {one.label: content_id("i", one.label.casefold()) for one in issues}
    groups: dict[tuple[str, str, str, str | None], list[_Held]] = defaultdict(list)
    for one in _held(issues, ids, sources, parties):
        groups[one.party, one.kind.value, one.stance.polarity.value, one.issue].append(one)
    found = [
        _position(members, quotes, sources, parties)
        for group in groups.values()
        for members in _told_alike(group, sources)
    ]
    placed = {(one.party, one.act, one.text) for one in found if one.issue is not None}
    made = [one for one in found if one.issue is not None or (one.party, one.act, one.text) not in placed]
    used = {position.issue for position in made}
    shown = tuple(Issue(ids[one.label], one.label, one.terms) for one in issues if one.label and ids[one.label] in used)
    order = {one.id: place for place, one in enumerate(shown)}
    rank = {article: place for place, article in enumerate(sources.articles)}
    return shown, tuple(
        sorted(
            {one.id: one for one in made}.values(),
            key=lambda one: (
                order.get(one.issue or "", len(order)),
                rank[one.spans[0].article],
                one.spans[0].start,
                one.id,
            ),
        )
    )


def _held(issues: Sequence[SharedIssue], ids: Mapping[str, str], sources: Sources, parties: Parties) -> Iterator[_Held]:
    for one in issues:
        for article, place in one.stances:
            stance = sources.notes[article].stances[place]
            party = parties.of(article, stance)
            if party is None:
                continue
            target = parties.target(article, stance)
            kind = stance.kind
            if kind is StanceKind.WARNING and target == party:
                kind = StanceKind.THREAT  # what the warner's own side would do
            yield _Held(
                article, stance, party, None if target == party else target, kind, ids[one.label] if one.label else None
            )


def _told_alike(group: Sequence[_Held], sources: Sources) -> Iterator[list[_Held]]:
    """The group by propositions: each with all reports that tell it."""
    matters = [_text(one.article, one.stance.matter or one.stance.span, sources) for one in group]
    wholes = [_text(one.article, one.stance.span, sources) for one in group]
    texts = [m if len(m.split()) >= _FEWEST else whole for m, whole in zip(matters, wholes, strict=True)]
    for members in propositions([one.stance.vector for one in group], texts):
        yield [group[i] for i in members]


def _position(members: Sequence[_Held], quotes: Sequence[Quote], sources: Sources, parties: Parties) -> Position:
    rows = sorted(members, key=lambda one: (one.article, one.stance.span, one.stance.trigger))
    main = min(rows, key=lambda one: _plainness(one, sources))
    text = _text(main.article, main.stance.span, sources)
    conditions = [one for one in (main, *rows) if one.stance.condition is not None]
    condition = conditions[0] if conditions else None
    speakers = [parties.speaker(one.article, one.stance, main.party) for one in (main, *rows)]
    targets = [one.target for one in (main, *rows) if one.target is not None]
    said = _quotes(rows, quotes)
    spans = sorted({_span(one) for one in rows})
    origins = {sources.origins[one.article] for one in rows}
    act = main.kind.value
    return Position(
        id=content_id("p", main.party, act, main.stance.polarity.value, text.casefold(), main.issue),
        party=main.party,
        speaker=next((one for one in speakers if one is not None), None),
        act=cast("Any", act),
        target=targets[0] if targets else None,
        issue=main.issue,
        text=text,
        condition=None
        if condition is None or condition.stance.condition is None
        else _text(condition.article, condition.stance.condition, sources),
        date=_date(rows, said, sources),
        plover=plover_type(act),
        quad=quad_class(act),
        polarity=main.stance.polarity.value,
        spans=tuple(spans),
        quotes=tuple(one.id for one in said),
        origins=tuple(sorted(origins)),
    )


def _plainness(one: _Held, sources: Sources) -> tuple[bool, bool, bool, int, str, str]:
    """The order in which texts are shown: a clause with its condition, its holder named, not too long."""
    text = _text(one.article, one.stance.span, sources)
    length = len(text.split())
    named = one.stance.holder is not None and one.stance.span.start <= one.stance.holder.start < one.stance.span.end
    pronoun = text.split()[0].casefold() in {"it", "they", "he", "she", "his", "her", "their", "its"}
    return (
        not _FEWEST <= length <= _MOST,
        one.stance.condition is None,
        not named or pronoun,
        abs(length - 12),
        text,
        one.article,
    )


def _quotes(rows: Sequence[_Held], quotes: Sequence[Quote]) -> list[Quote]:
    """The quotations in whose reports the words stand."""
    return [
        quote
        for quote in quotes
        if any(
            span.article == one.article and span.start < one.stance.trigger.end and one.stance.trigger.start < span.end
            for one in rows
            for report in quote.reports
            for span in report.spans
        )
    ]


def _date(rows: Sequence[_Held], said: Sequence[Quote], sources: Sources) -> str | None:
    """The day on which it was said, where the reports tell it: the earliest of several."""
    days = [quote.said_on for quote in said if quote.said_on]
    for one in rows:
        notes = sources.notes[one.article]
        if one.stance.attribution is None and notes.times:
            whens = resolve_all(notes.times, sources.datings[one.article].date)
            for time, when in zip(notes.times, whens, strict=True):
                beside = _beside(time.span, one.stance)
                if (
                    when is not None
                    and beside
                    and when.precision is Precision.DAY
                    and when.start == when.end
                    and when.start
                ):
                    days.append(when.start)
    return min(days, default=None)


def _beside(time: TextSpan, stance: Stance) -> bool:
    """Whether a time stands right before or behind the trigger, or between holder and trigger."""
    trigger = stance.trigger
    if stance.holder is not None and stance.holder.end <= time.start and time.end <= trigger.start:
        return time.start - stance.holder.end < 8
    return 0 <= time.start - trigger.end < 4 or 0 <= trigger.start - time.end < 3


def _text(article: str, span: TextSpan, sources: Sources) -> str:
    return " ".join(span.of(sources.articles[article].text).split())


def _span(one: _Held) -> Span:
    return Span(one.article, one.stance.span.start, one.stance.span.end)
