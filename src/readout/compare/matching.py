"""Which entry of one record is which of another: by id, else by the characters they rest on, else by their words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from readout.model.record import Span

_SHARED = 0.5  # of the shorter one's characters; an extended quotation holds all of what it was


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry as it is recognised. `words` may be empty: then they tell nothing."""

    id: str | None
    words: str
    spans: tuple[Span, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The reports in which it stands."""
        return frozenset(span.article for span in self.spans)


def _identity(one: Sighting) -> str | None:
    return one.id


def _wording(one: Sighting) -> str | None:
    return " ".join(one.words.casefold().split()) or None


def match(old: Sequence[Sighting], new: Sequence[Sighting]) -> dict[int, int]:
    """Places in `new` to places in `old`, each at most once."""
    pairs: dict[int, int] = {}
    _by_key(old, new, pairs, _identity)
    _by_places(old, new, pairs)
    _by_key(old, new, pairs, _wording)
    return pairs


def _by_key(
    old: Sequence[Sighting], new: Sequence[Sighting], pairs: dict[int, int], key: Callable[[Sighting], str | None]
) -> None:
    """Pairs what has the same key, in order where several have it."""
    taken = set(pairs.values())
    waiting: dict[str, list[int]] = {}
    for place, one in enumerate(old):
        if place not in taken and (found := key(one)) is not None:
            waiting.setdefault(found, []).append(place)
    for place, other in enumerate(new):
        found = key(other)
        if place not in pairs and found is not None and waiting.get(found):
            pairs[place] = waiting[found].pop(0)


def _by_places(old: Sequence[Sighting], new: Sequence[Sighting], pairs: dict[int, int]) -> None:
    """Pairs what stands on the same characters of a report, most of them first."""
    taken = set(pairs.values())
    homes: dict[str, list[int]] = {}
    for place, one in enumerate(old):
        if place not in taken:
            for article in one.articles:
                homes.setdefault(article, []).append(place)
    likes = []
    for place, other in enumerate(new):
        if place in pairs:
            continue
        for candidate in {home for article in other.articles for home in homes.get(article, ())}:
            share = shared(old[candidate].spans, other.spans)
            if share >= _SHARED:
                likes.append((-share, place, candidate))
    for _, place, candidate in sorted(likes):
        if place not in pairs and candidate not in taken:
            pairs[place] = candidate
            taken.add(candidate)


def shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """How much of the shorter one's characters both hold, 0 to 1, in the reports in which both stand."""
    left, right = _characters(one), _characters(other)
    both = left.keys() & right.keys()
    inside = sum(len(left[article] & right[article]) for article in both)
    least = min(sum(len(left[a]) for a in both), sum(len(right[a]) for a in both)) if both else 0
    return inside / least if least else 0.0


def _characters(spans: Iterable[Span]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for span in spans:
        found.setdefault(span.article, set()).update(range(span.start, span.end))
    return found
