"""Runs of shared words joined over light edits, and led on to where the sharing ends.

Seed and extend, as in sequence search: runs that follow each other closely in both reports are chained; the words
between two runs, and beyond the outer ones, are aligned by edit distance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from readout.link.pile import Pile

_WIDEST_GAP = 10
"""Words that may be changed, added or cut in one place."""

_COST = 0.5
"""What a changed word takes from the score, where a telling word that stands in both adds 1."""

_AHEAD = 20
"""Words beyond a run among which the sharing may go on."""


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


class Aligner:
    """Aligns the runs of two articles at a time."""

    def __init__(self, pile: Pile) -> None:
        self._words: list[int] = pile.words.tolist()
        self._told: list[float] = pile.told.tolist()
        self._stretch: list[int] = pile.stretch.tolist()

    def telling(self, aligned: Sequence[Stretch]) -> float:
        """How telling the shared words are, all together."""
        told = self._told
        return sum(told[one.left_end] - told[one.left] for one in aligned)

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
            still = [chain for chain in growing if run.left - chain[-1].left_end <= _WIDEST_GAP]
            done += [chain for chain in growing if run.left - chain[-1].left_end > _WIDEST_GAP]
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
        return gap <= _WIDEST_GAP and gap * _COST <= min(self.telling(chain), self.telling(rest)) + _COST

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
        for step in Indel.opcodes(self._words[left:left_end], self._words[right:right_end]):
            if step.tag == "equal":
                yield Stretch(left + step.src_start, right + step.dest_start, step.src_end - step.src_start)

    def _led_on(self, chain: list[Stretch], taken: "_Taken") -> Aligned:
        """The chain with what is shared beyond its ends."""
        last = chain[-1]
        ahead = self._ahead(last.left_end, last.right_end, 1, taken)
        behind = self._ahead(chain[0].left - 1, chain[0].right - 1, -1, taken)
        return tuple(_merged([*reversed(behind), *chain, *ahead]))

    def _ahead(self, left: int, right: int, way: int, taken: "_Taken") -> list[Stretch]:
        """The best-scoring beginning of an alignment of the words from two places on, forward (1) or back (-1)."""
        a = self._window(left, way, taken.left)
        b = self._window(right, way, taken.right)
        best = score = 0.0
        found: list[Stretch] = []
        kept = 0
        for step in Indel.opcodes(a, b) if a and b else ():
            count = step.src_end - step.src_start
            if step.tag != "equal":
                score -= _COST * max(count, step.dest_end - step.dest_start)
                continue
            x, y = left + way * step.src_start, right + way * step.dest_start
            stretch = Stretch(x, y, count) if way > 0 else Stretch(x - count + 1, y - count + 1, count)
            found.append(stretch)
            score += self._told[stretch.left_end] - self._told[stretch.left]
            if score > best:
                best, kept = score, len(found)
        return found[:kept]

    def _window(self, place: int, way: int, taken: set[int]) -> list[int]:
        """The words from a place on, up to the article's end, another stretch, or a word taken."""
        window: list[int] = []
        while len(window) < _AHEAD and 0 <= place < len(self._words) and self._words[place] >= 0 and place not in taken:
            window.append(self._words[place])
            place += way
        return window


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
        return _WIDEST_GAP + 1
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
