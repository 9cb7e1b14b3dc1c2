"""Runs of shared words joined over light edits, and led on to where the sharing ends.

Seed and extend, as in sequence search: runs that follow each other closely in both reports are chained; the words
between two runs, and beyond the outer ones, are aligned by edit distance.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rapidfuzz.distance import Indel

from readout.link.pile import Pile

WIDEST_GAP = 10
"""Words that may be changed, added or cut in one place."""

_COST = 0.5
"""What a changed word takes from the score, where a telling word that stands in both adds 1."""

_AHEAD = 20
"""Words beyond a run among which the sharing may go on."""

_EDGE_WORDS = 2
"""Words after an edit with which the sharing goes on, where they begin or end a sentence in both."""

_ENOUGH = 4
"""Words after an edit with which it goes on anywhere."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same `count` words from `left` on and from `right` on, in places of the pile."""

    left: int
    right: int
    count: int

    @property
    def left_end(self) -> int:
        """The place after its last word on the left."""
        return self.left + self.count

    @property
    def right_end(self) -> int:
        """The place after its last word on the right."""
        return self.right + self.count


Aligned = tuple[Stretch, ...]
"""Stretches in order on both sides: what one shared passage has in common, its edits left out."""


def cut(aligned: Aligned, start: int, end: int) -> Aligned:
    """What lies between two places on the left."""
    inner = ((max(one.left, start), min(one.left_end, end), one) for one in aligned)
    return tuple(
        Stretch(first, one.right + first - one.left, last - first) for first, last, one in inner if first < last
    )


class Aligner:
    """Aligns the runs of two articles at a time."""

    def __init__(self, pile: Pile) -> None:
        self._words = array("i", pile.words.tobytes())
        self._told = array("d", pile.told.tobytes())
        self._opens = pile.opens

    def telling(self, aligned: Sequence[Stretch]) -> float:
        """How telling the shared words are, all together."""
        told = self._told
        left = sum(told[one.left_end] - told[one.left] for one in aligned)
        return (left + sum(told[one.right_end] - told[one.right] for one in aligned)) / 2

    def align(self, runs: Sequence[Stretch], least: float) -> list[Aligned]:
        """The passages that runs of one pair (in order of `left`) make up; what tells less than `least` is left out.

        No word belongs to two passages: the more telling one keeps it.
        """
        chains = [chain for chain in self._linked(self._chains(runs)) if self.telling(chain) >= least]
        chains.sort(key=lambda chain: (-self.telling(chain), chain[0].left, chain[0].right))
        taken = _Taken()
        for chain in chains:
            free = taken.free(chain)
            if free:
                taken.add(self._led_on(self._filled(free), taken))
        return taken.passages

    def _chains(self, runs: Sequence[Stretch]) -> list[list[Stretch]]:
        """Each run joined to the chain that it goes on with best."""
        done: list[list[Stretch]] = []
        growing: list[list[Stretch]] = []
        for run in runs:
            still = [chain for chain in growing if run.left - chain[-1].left_end <= WIDEST_GAP]
            done += [chain for chain in growing if run.left - chain[-1].left_end > WIDEST_GAP]
            growing = still
            best = min(growing, key=lambda chain: _gap(chain[-1], run), default=None)
            rest = None if best is None else _cut_before(run, best[-1])
            if best is None or rest is None or not self._goes_on(best, [rest]):
                growing.append([run])
            else:
                best.append(rest)
        return done + growing

    def _linked(self, chains: list[list[Stretch]]) -> list[list[Stretch]]:
        """Chains that are telling enough together to bridge the edits between them."""
        linked: list[list[Stretch]] = []
        for chain in sorted(chains, key=lambda chain: (chain[0].left, chain[0].right)):
            before = next((one for one in reversed(linked) if self._goes_on(one, chain)), None)
            if before is None:
                linked.append(chain)
            else:
                before += chain
        return linked

    def _goes_on(self, chain: Sequence[Stretch], rest: Sequence[Stretch]) -> bool:
        gap = _gap(chain[-1], rest[0])
        return gap <= WIDEST_GAP and gap * _COST <= min(self.telling(chain), self.telling(rest)) + _COST

    def _filled(self, chain: Sequence[Stretch]) -> list[Stretch]:
        """The chain with the words that stand alike in its gaps."""
        filled = [chain[0]]
        for before, after in pairwise(chain):
            filled += self._alike(before.left_end, after.left, before.right_end, after.right)
            filled.append(after)
        return filled

    def _alike(self, left: int, left_end: int, right: int, right_end: int) -> Iterator[Stretch]:
        if left == left_end or right == right_end:
            return
        for step in Indel.opcodes(self._words[left:left_end].tolist(), self._words[right:right_end].tolist()):
            if step.tag == "equal":
                yield Stretch(left + step.src_start, right + step.dest_start, step.src_end - step.src_start)

    def _led_on(self, chain: list[Stretch], taken: "_Taken") -> Aligned:
        """The chain with what is shared beyond its ends."""
        last = chain[-1]
        ahead = self._ahead(last.left_end, last.right_end, 1, taken)
        behind = self._ahead(chain[0].left - 1, chain[0].right - 1, -1, taken)
        return tuple(_merged([*reversed(behind), *chain, *ahead]))

    def _ahead(self, left: int, right: int, way: int, taken: "_Taken") -> list[Stretch]:
        """What is alike beyond two places, forward (1) or back (-1), over small edits, up to a sentence's edge."""
        a = self._window(left, way, taken.left)
        b = self._window(right, way, taken.right)
        found: list[Stretch] = []
        kept = cut = added = 0
        for step in Indel.opcodes(a, b) if a and b else ():
            count = step.src_end - step.src_start
            if step.tag != "equal":
                cut, added = cut + count, added + step.dest_end - step.dest_start
                ends = self._ends_within(left, step.src_start, step.src_end, way)
                if (
                    max(cut, added) > WIDEST_GAP
                    or ends
                    or self._ends_within(right, step.dest_start, step.dest_end, way)
                ):
                    break
                continue
            x, y = left + way * step.src_start, right + way * step.dest_start
            stretch = self._to_edge(x, y, count, way) if cut + added else _toward(x, y, count, way)
            found.append(stretch or _toward(x, y, count, way))
            kept = len(found) if stretch else kept
            cut, added = (0, 0) if stretch else (cut + count, added + count)
        return found[:kept]

    def _ends_within(self, place: int, start: int, end: int, way: int) -> bool:
        """Whether a sentence ends between the words `start` and `end`, counted from a place on."""
        first, last = (place + start, place + end) if way > 0 else (place - end + 1, place - start + 1)
        return bool(self._opens[first + 1 : last].any())

    def _to_edge(self, left: int, right: int, count: int, way: int) -> Stretch | None:
        """So much of a stretch that it begins (way -1) or ends (way 1) a sentence in both; None if too little."""
        for part in range(count, _EDGE_WORDS - 1, -1):
            beyond = part if way > 0 else 1 - part
            if self._opens[left + beyond] and self._opens[right + beyond]:
                return _toward(left, right, part, way)
        return _toward(left, right, count, way) if count >= _ENOUGH else None

    def _window(self, place: int, way: int, taken: set[int]) -> list[int]:
        """The words from a place on, up to the article's end or a word taken."""
        ahead = (
            range(place, min(place + _AHEAD, len(self._words)))
            if way > 0
            else range(place, max(place - _AHEAD, -1), -1)
        )
        free = takewhile(lambda at: self._words[at] >= 0 and at not in taken, ahead)
        return [self._words[at] for at in free]


def _toward(left: int, right: int, count: int, way: int) -> Stretch:
    """The stretch from two places on, forward (1) or back (-1)."""
    return Stretch(left, right, count) if way > 0 else Stretch(left - count + 1, right - count + 1, count)


class _Taken:
    """The passages of a pair found so far, and the places that they hold."""

    def __init__(self) -> None:
        self.passages: list[Aligned] = []
        self.left: set[int] = set()
        self.right: set[int] = set()

    def add(self, aligned: Aligned) -> None:
        """Take a passage, with all that stands between its first word and its last."""
        self.passages.append(aligned)
        self.left.update(range(aligned[0].left, aligned[-1].left_end))
        self.right.update(range(aligned[0].right, aligned[-1].right_end))

    def free(self, chain: Sequence[Stretch]) -> list[Stretch]:
        """The stretches of a chain that stand free on both sides, as far as they follow each other."""
        free = [
            one
            for one in chain
            if not any(place in self.left for place in (one.left, one.left_end - 1))
            and not any(place in self.right for place in (one.right, one.right_end - 1))
        ]
        return free if len(free) == len(chain) else free[:1]


def _gap(before: Stretch, after: Stretch) -> int:
    """The words between two stretches, on the side where there are more; far if the second does not follow."""
    left, right = after.left - before.left_end, after.right - before.right_end
    if min(after.left_end - before.left_end, after.right_end - before.right_end) <= 0:
        return WIDEST_GAP + 1
    return max(left, right) - min(left, right, 0)


def _cut_before(run: Stretch, before: Stretch) -> Stretch | None:
    """The part of a run that follows a stretch on both sides."""
    over = max(0, before.left_end - run.left, before.right_end - run.right)
    return Stretch(run.left + over, run.right + over, run.count - over) if over < run.count else None


def _merged(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches that touch on both sides, made one."""
    held = stretches[0]
    for one in stretches[1:]:
        if (one.left, one.right) == (held.left_end, held.right_end):
            held = Stretch(held.left, held.right, held.count + one.count)
        else:
            yield held
            held = one
    yield held
