"""One person in many reports, by spellings of the name and by the surname alone; each join says why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from readout.link.grouping import Grouping
from readout.link.named import Named, first_span, is_person, name_parts
from readout.model.notes import NameKind
from readout.model.record import Reason

_ALIKE = 84  # ratio of two spellings of one surname (Orlovsky, Orlovskyy) beside a like first name


def join_spellings(
    named: Sequence[Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """Persons whose names differ in spelling only."""
    persons = _first_of_each(named, kinds, grouping)
    reasons = []
    for one, other in _sharing(named, persons):
        left, right = named[one], named[other]
        if grouping.together(one, other) or not _spelt_alike(name_parts(left.name), name_parts(right.name)):
            continue
        grouping.join(one, other)
        text = f"“{left.name}” and “{right.name}” are spellings of one name."
        reasons.append((one, Reason("spelling", text, (first_span(left), first_span(right)))))
    return reasons


def _sharing(named: Sequence[Named], persons: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of persons whose first or last names are the same."""
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index in persons:
        parts = name_parts(named[index].name)
        for end in (0, -1):
            places[end, parts[end]].append(index)
    pairs = {pair for indices in places.values() for pair in combinations(indices, 2)}
    yield from sorted(pairs)


def join_surnames(
    named: Sequence[Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """A surname alone in one report, with the only person of the story who bears it and whom it may mean."""
    full: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(named):
        parts = name_parts(each.name)
        if is_person(each, kinds) and len(parts) > 1:
            full[parts[-1]].append(index)
    reasons = []
    for index, each in enumerate(named):
        parts = name_parts(each.name)
        bearers = full.get(parts[0], []) if len(parts) == 1 and is_person(each, kinds) else []
        bearers = [i for i in bearers if _may_be(each, named[i])]
        if len({grouping.root(i) for i in bearers}) != 1:  # asked anew each time: a join moves the roots
            continue
        bearer = named[bearers[0]]
        grouping.join(index, bearers[0])
        text = f"“{each.name}” is taken for {bearer.name}, the only person of the story with that surname."
        reasons.append((index, Reason("surname", text, (first_span(each), first_span(bearer)))))
    return reasons


def _may_be(each: Named, bearer: Named) -> bool:
    """Whether a surname may mean its bearer: not where one report told the two apart, nor a he that is a she."""
    genders = {each.gender(), bearer.gender()} - {None}
    return each.article.id != bearer.article.id and len(genders) < 2


def _first_of_each(named: Sequence[Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]) -> list[int]:
    """One chain for each person named in full so far."""
    first: dict[int, int] = {}
    for index, each in enumerate(named):
        if is_person(each, kinds) and len(name_parts(each.name)) > 1:
            first.setdefault(grouping.root(index), index)
    return list(first.values())


def _spelt_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names differ as transliterations do: both parts much alike, and at least one the same."""
    short, long = sorted((list(left), list(right)), key=len)
    if len(long) > len(short) > 1 and long[-len(short) :] == short:
        return True  # “Suu Kyi” and “Aung San Suu Kyi”
    first, last = fuzz.ratio(left[0], right[0]), fuzz.ratio(left[-1], right[-1])
    return (first == 100 and last >= _ALIKE) or (last == 100 and first >= _ALIKE - 10 and left[0][0] == right[0][0])
