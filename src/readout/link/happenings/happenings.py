"""Happenings that several reports tell, each once.

Two tellings are joined by what they tell of: the kind of happening, its day, its place, who takes part, the words. The
day is evidence and no key: one telling may have none, and two newsrooms may give two days for what is otherwise the
same. Tellings that give different days, or different places on one day, are kept apart.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from readout.annotate.happenings.words import known_kinds, near_kinds
from readout.grammar.countries import country_named
from readout.link.grouping import Grouping
from readout.link.happenings.reasons import reason
from readout.link.happenings.telling import Telling, tellings
from readout.link.reasons import names
from readout.model.links import SharedEntity, SharedHappening
from readout.model.notes import HappeningStatus, Notes
from readout.model.text import Article, Dating

# Read against the reports of `seeds`-like stories and of `examples/`; `evals/happenings` scores them on MEANTIME.
_WORDS = 0.45  # share of the weight of words that two clauses have in common, of one kind with nothing else known
_SOME_WORDS = 0.25  # ... beside one day
_MORE_WORDS = 0.3  # ... with no party named; this and the next by the pairs of ECB+
_FEW_WORDS = 0.12  # ... beside one day, the same who and the same verb at the head of its sentence
_SAME_WORDS = 0.7  # ... of the same clause, lightly edited
_HALF = 0.5  # share of the parties of the telling that names fewer
_SURE = 0.89  # score from which a join needs no regard to what the story tells most of
_DRAW = 0.03  # what each telling of a group is worth to an undated one that may be of it
_MANY = 60  # tellings of one kind on one day up to which every pair is looked at
_LIKE_CONTEXT = 0.4  # share of the lighter one's words that two tellings and what leads to them have in common
_MANY_OF_A_DAY = frozenset({"meeting", "call", "visit", "travel", "attack", "killing", "clash", "arrest"})
_FEW_DAYS = 3  # between the days that two newsrooms give for one happening


@dataclass(frozen=True, slots=True)
class _Like:
    """Why two tellings may be of one happening, and how sure that is."""

    score: float
    left: int
    right: int
    rule: str


def find_happenings(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedHappening, ...]:
    """The happenings of the reports. Neither the order of the articles nor that of the entities matters."""
    told = tellings(articles, notes, entities, datings)
    groups = _Groups(told)
    weight = _weights(told)
    likes = [like for left, right in _pairs(told) if (like := _like(told, left, right, weight)) is not None]
    for like in sorted(likes, key=lambda like: (-like.score, like.left, like.right)):
        if like.score >= _SURE:
            groups.join(like)
    sizes = {like: max(groups.size(like.left), groups.size(like.right)) for like in likes if like.score < _SURE}
    for like in sorted(sizes, key=lambda like: (-like.score - _DRAW * sizes[like], like.left, like.right)):
        groups.join(like)
    _join_other_dates(told, groups, weight)
    return tuple(groups.shared(names({article.id: article for article in articles})))


class _Groups:
    """Tellings as they are joined; a group's days and places stay such that all its tellings can be true."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self._told = told
        self._grouping: Grouping[int] = Grouping(range(len(told)))
        self.members: dict[int, list[int]] = {number: [number] for number in range(len(told))}
        self._because: dict[int, list[_Like]] = defaultdict(list)

    def join(self, like: _Like, *, any_day: bool = False) -> None:
        left, right = self._grouping.root(like.left), self._grouping.root(like.right)
        if left == right:
            return
        ones, others = self.members[left], self.members[right]
        if not any_day and not _compatible([self._told[i] for i in ones], [self._told[i] for i in others]):
            return
        self._grouping.join(left, right)
        root = self._grouping.root(left)
        because = [*self._because.pop(left, []), *self._because.pop(right, [])]
        because.append(like)
        self.members.pop(left)
        self.members.pop(right)
        self.members[root] = sorted([*ones, *others])
        self._because[root] = because

    def size(self, number: int) -> int:
        """How many tellings are in a telling's group."""
        return len(self.members[self._grouping.root(number)])

    def shared(self, called: Mapping[str, str]) -> Iterator[SharedHappening]:
        """The groups, each with one reason for each rule that joined it."""
        for root, members in sorted(self.members.items(), key=lambda item: item[1]):
            rules: dict[str, set[int]] = defaultdict(set)
            for like in self._because.get(root, []):
                rules[like.rule] |= {like.left, like.right}
            because = [reason(rule, [self._told[i] for i in sorted(found)], called) for rule, found in rules.items()]
            yield SharedHappening(tuple(self._told[i].key for i in members), tuple(because))


def _compatible(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether no two tellings of the groups give different days or places."""
    days = [{each.days for each in group if each.days is not None} for group in (ones, others)]
    if any(not _meet(one, other) for one in days[0] for other in days[1]):
        return False
    places = [{each.place for each in group if each.place is not None} for group in (ones, others)]
    return not (places[0] and places[1]) or not all(_differ(one, other) for one in places[0] for other in places[1])


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two places cannot be one: neither is in the other's name, and neither is a whole country."""
    if one is None or other is None or one in other or other in one:
        return False
    return country_named(one) is None and country_named(other) is None


def _weights(told: Sequence[Telling]) -> Mapping[str, float]:
    """How telling a word is: the rarer among the tellings, the more."""
    count = Counter(word for each in told for word in each.words | each.context)
    return {word: math.log(1 + len(told) / number) for word, number in count.items()}


def _pairs(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: of one kind or of near ones, on one day, or with a place, a party or words in common."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        for key in _keys(each):
            buckets[key].append(number)
    seen = set[tuple[int, int]]()
    for bucket in buckets.values():
        if len(bucket) > _MANY:
            pairs: Iterable[tuple[int, int]] = pairwise(bucket)
        else:
            pairs = combinations(bucket, 2)
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _keys(telling: Telling) -> Iterator[tuple[str, str]]:
    kind = telling.happening.kind
    if telling.happening.lasting and telling.when is not None and telling.when.start is not None:
        yield "since", telling.when.start
    kinds = [kind, *("+".join(sorted(pair)) for pair in near_kinds() if kind in pair)]
    facts = [telling.clause]
    if telling.days is not None and telling.days[0] == telling.days[1]:
        yield "any", telling.days[0]
    if telling.days is not None:
        facts.append(telling.days[0])
    if telling.place is not None:
        facts.append(telling.place)
    facts += telling.parties
    facts.append(f"{telling.article.id}")
    yield from ((one, fact) for one in kinds for fact in facts)


def _like(told: Sequence[Telling], left: int, right: int, weight: Mapping[str, float]) -> _Like | None:
    one, other = told[left], told[right]
    if one.happening.negated != other.happening.negated:
        return None
    if one.clause == other.clause and one.head == other.head and one.article.id != other.article.id:
        return _Like(5.0, left, right, "same_words")
    words = _shared(one.words, other.words, weight)
    if one.head == other.head and words >= _SAME_WORDS and one.article.id != other.article.id:
        return _Like(3.0 + words, left, right, "same_words")
    if one.happening.lasting and other.happening.lasting:
        return _lasting(one, other, (left, right), words)
    if _other_people(one, other):
        return None
    same_kind = one.happening.kind == other.happening.kind
    parties = _overlap(one.parties, other.parties)
    same_place = one.place is not None and one.place == other.place
    if one.days is not None and other.days is not None:
        return _dated(one, other, (left, right), (words, parties, same_place, same_kind))
    return _undated(one, other, (left, right), (words, parties, same_place, same_kind))


_Evidence = tuple[float, float | None, bool, bool]


def _dated(one: Telling, other: Telling, pair: tuple[int, int], evidence: _Evidence) -> _Like | None:
    """Both tellings have a date."""
    words, parties, same_place, same_kind = evidence
    if one.days is None or other.days is None or not _meet(one.days, other.days):
        return None
    same_day = one.days == other.days
    bonus = words + (1.0 if same_place else 0.0) + (parties or 0.0) + (1.0 if same_day else 0.0)
    if not same_kind:
        near = frozenset({one.happening.kind, other.happening.kind}) in near_kinds()
        strong = near and same_place and (parties or 0.0) >= _HALF and words >= _SOME_WORDS
        alike = one.article.id != other.article.id and words >= _WORDS
        return _Like(1.0 + bonus / 4, *pair, "same_day") if same_day and (strong or alike) else None
    known = one.happening.kind in known_kinds()
    if same_day and same_place and parties != 0.0:
        return _Like(2.0 + bonus / 4, *pair, "same_day_place")
    alike = known or words >= (_FEW_WORDS if one.happening.score == other.happening.score == 1.0 else _SOME_WORDS)
    if same_day and parties is not None and parties >= _HALF and alike:
        return _Like(1.8 + bonus / 4, *pair, "same_day_parties")
    if same_day and words >= (_SOME_WORDS if parties != 0.0 else _WORDS):
        return _Like(1.5 + bonus / 4, *pair, "same_day")
    if same_day and known and _bare(one) | _bare(other):
        return _Like(1.0 + bonus / 4, *pair, "same_day")
    if not same_day and (parties or 0.0) >= _HALF and (words >= _WORDS or same_place):
        return _Like(0.9 + bonus / 4, *pair, "same_time")
    return None


def _lasting(one: Telling, other: Telling, pair: tuple[int, int], words: float) -> _Like | None:
    """Both tellings tell of what has been so since then."""
    since = {each.when.start for each in (one, other) if each.when is not None}
    if len(since) != 1 or words < _SOME_WORDS or (_overlap(one.parties, other.parties) or 1.0) < _HALF:
        return None
    return _Like(1.0 + words, *pair, "same_time")


def _other_people(one: Telling, other: Telling) -> bool:
    """Whether both tellings name people who take part, or bodies of no common state, and not one is the same."""
    states = {name for name in one.parties & other.parties if name.startswith("country ")}
    return _disjoint(one, other, "person ") or (not states and _disjoint(one, other, "organization "))


def _disjoint(one: Telling, other: Telling, kind: str) -> bool:
    named = [{name for name in each.parties if name.startswith(kind)} for each in (one, other)]
    return bool(named[0]) and bool(named[1]) and named[0].isdisjoint(named[1])


def _bare(telling: Telling) -> bool:
    """Whether a telling names nothing that could tell it apart: "Monday's talks"."""
    return telling.place is None and not telling.parties


def _undated(one: Telling, other: Telling, pair: tuple[int, int], evidence: _Evidence) -> _Like | None:
    """One telling at least has no date."""
    words, parties, same_place, same_kind = evidence
    if not same_kind or one.happening.lasting or other.happening.lasting:
        return None
    known = one.happening.kind in known_kinds()
    bonus = words + (parties or 0.0)
    later = one if one.days is None else other
    called = {each.happening.status for each in (one, other)}
    if (
        same_place
        and known
        and parties != 0.0
        and (later.definite or words >= _SOME_WORDS or (parties or 0.0) >= _HALF)
    ):
        return _Like(0.8 + bonus / 10, *pair, "same_place")
    if len(called) > 1 and HappeningStatus.CALLED_FOR in called:
        return None
    often = one.happening.kind in _MANY_OF_A_DAY
    enough = (_SOME_WORDS if often else _FEW_WORDS) if known else _WORDS
    if (parties or 0.0) >= _HALF and words >= enough:
        return _Like(0.5 + bonus / 10, *pair, "same_parties")
    apart = one.article.id != other.article.id
    if known and apart and parties is None and one.head == other.head and words >= _MORE_WORDS:
        return _Like(0.4 + bonus / 10, *pair, "same_thing")
    return None


def _shared(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """The share of the words' weight that both have."""
    whole = sum(weight[word] for word in one | other)
    return sum(weight[word] for word in one & other) / whole if whole else 0.0


def _contained(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """The share of the weight of the words that weigh less which the other ones hold too."""
    least = min(sum(weight[word] for word in words) for words in (one, other))
    return sum(weight[word] for word in one & other) / least if least else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the parties of the telling that names fewer which the other names too; None where one names none."""
    return len(one & other) / min(len(one), len(other)) if one and other else None


def _join_other_dates(told: Sequence[Telling], groups: _Groups, weight: Mapping[str, float]) -> None:
    """Join what reports tell alike in all but the day: few days apart, in reports that know no other such day."""
    dated = [
        (root, members)
        for root, members in sorted(groups.members.items())
        if any(told[i].days is not None and told[i].days[0] == told[i].days[1] for i in members)  # type: ignore[index]
    ]
    by_kind: dict[str, list[list[int]]] = defaultdict(list)
    for _, members in dated:
        by_kind[told[members[0]].happening.kind].append(members)
    for kind, found in by_kind.items():
        if kind in known_kinds() and len(found) <= _MANY:
            for ones, others in combinations(found, 2):
                like = _other_date(told, ones, others, weight)
                if like is not None:
                    groups.join(like, any_day=True)


def _other_date(
    told: Sequence[Telling], ones: Sequence[int], others: Sequence[int], weight: Mapping[str, float]
) -> _Like | None:
    if {told[i].article.id for i in ones} & {told[i].article.id for i in others}:
        return None
    for left in ones:
        for right in others:
            one, other = told[left], told[right]
            if one.days is None or other.days is None or not 0 < _apart(one.days[0], other.days[0]) <= _FEW_DAYS:
                continue
            words = _contained(one.context, other.context, weight)
            placed = one.place is not None and one.place == other.place
            shared = _overlap(one.context_parties, other.context_parties) or 0.0
            pointed = (one.definite or other.definite) and one.happening.kind not in _MANY_OF_A_DAY
            if (placed or pointed) and shared >= _HALF and words >= _LIKE_CONTEXT:
                return _Like(words, left, right, "other_date")
    return None


def _apart(one: str, other: str) -> int:
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)
