"""From scores to structures: tag sequences, spans, links and trees. NumPy only, one article at a time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_ROOTS_TRIED = 2  # a third changes no tree of the development treebanks


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A run of words `first` up to, not including, `last` of one label; `score` is its tags' mean probability."""

    label: str
    first: int
    last: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class ChainScores:
    """What a linear-chain CRF learnt: transitions (from, to), and scores of the first and the last tag."""

    transitions: Floats
    start: Floats
    end: Floats


def viterbi(emissions: Floats, chain: ChainScores) -> list[int]:
    """The best tag for each word, (words, tags) to one number a word."""
    if not len(emissions):
        return []
    score = chain.start + emissions[0]
    back = np.zeros(emissions.shape, dtype=np.int64)
    for word in range(1, len(emissions)):
        moved = score[:, None] + chain.transitions
        back[word] = moved.argmax(axis=0)
        score = moved.max(axis=0) + emissions[word]
    tags = [int((score + chain.end).argmax())]
    for word in range(len(emissions) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


def spans(tags: Sequence[int], labels: Sequence[str], emissions: Floats) -> list[TaggedSpan]:
    """The spans of BIO tags, with the mean probability that the emissions alone give to their tags."""
    certain = softmax(emissions)[np.arange(len(tags)), list(tags)] if len(tags) else np.zeros(0, np.float32)
    found: list[TaggedSpan] = []
    start = 0
    for word, tag in enumerate(tags):
        name = labels[tag]
        if name.startswith("B-"):
            start = word
        following = labels[tags[word + 1]] if word + 1 < len(tags) else "O"
        if name != "O" and following != f"I-{name[2:]}":
            found.append(TaggedSpan(name[2:], start, word + 1, float(certain[start : word + 1].mean())))
    return found


def disjoint(spans: Sequence[tuple[int, int, float]]) -> list[int]:
    """Which spans (first word, the word after the last, worth) to take, in text order, to have most without overlaps.

    What is worth nothing is not taken (weighted interval scheduling).
    """
    order = sorted((place for place, span in enumerate(spans) if span[2] > 0), key=lambda place: spans[place][1::-1])
    ends = [spans[place][1] for place in order]
    sums, back = [0.0], list[int | None]()
    for number, place in enumerate(order):
        before = bisect_right(ends, spans[place][0], 0, number)
        total = sums[before] + spans[place][2]
        back.append(before if total > sums[-1] else None)
        sums.append(max(total, sums[-1]))
    chosen, number = list[int](), len(order)
    while number:
        earlier = back[number - 1]
        if earlier is None:
            number -= 1
        else:
            chosen.append(order[number - 1])
            number = earlier
    return chosen[::-1]


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def biaffine(left: Floats, weight: Floats, right: Floats) -> Floats:
    """[left; 1] weight [right; 1]: (n, d), (d + 1, d + 1), (m, d) to (n, m)."""
    widened = left @ weight[:-1] + weight[-1]
    return np.asarray(widened[:, :-1] @ right.T + widened[:, -1:], dtype=np.float32)


def best_tree(scores: Floats) -> list[int]:
    """The heads of a sentence's words, from 1, 0 for the one root (Chu, Liu and Edmonds; quadratic in most sentences).

    `scores` is (words, words): the score of word `j` as the head of word `i`; a word as its own head is the root.
    """
    size = len(scores)
    if size == 1:
        return [0]
    probability = scores - scores.max(axis=1, keepdims=True)
    probability = probability - np.log(np.exp(probability).sum(axis=1, keepdims=True))
    trees = [_rooted(probability, int(root)) for root in np.argsort(-_root_gains(probability))[:_ROOTS_TRIED]]
    return max(trees, key=itemgetter(0))[1]


def _rooted(probability: Floats, root: int) -> tuple[float, list[int]]:
    """The best tree with a given root, and its score."""
    arcs = probability.astype(np.float64)
    np.fill_diagonal(arcs, -np.inf)
    arcs[root] = -np.inf
    heads = _arborescence(arcs, root)
    score = float(probability[np.arange(len(heads)), heads].sum())
    return score, [0 if word == root else head + 1 for word, head in enumerate(heads)]


def _root_gains(probability: Floats) -> Floats:
    """How much is won by making each word the root instead of giving it its best head."""
    own = np.diagonal(probability).copy()
    other = probability.copy()
    np.fill_diagonal(other, -np.inf)
    return np.asarray(own - other.max(axis=1), dtype=np.float32)


def _arborescence(arcs: NDArray[np.float64], root: int) -> list[int]:
    """Heads of the best tree from `root`; `arcs[i, j]` is the score of `j` as head of `i`."""
    heads = arcs.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not len(cycle):
        return [int(head) for head in heads]
    outside = np.setdiff1d(np.arange(len(arcs)), cycle)
    kept = arcs[cycle, heads[cycle]]
    into = arcs[np.ix_(cycle, outside)] - kept[:, None]
    out_of = arcs[np.ix_(outside, cycle)]
    entry, leaving = into.argmax(axis=0), out_of.argmax(axis=1)
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    contracted = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    for place, word in enumerate(outside):
        head = contracted[place]
        heads[word] = cycle[leaving[place]] if head == len(outside) else outside[head]
    heads[root] = root
    source = contracted[-1]
    heads[cycle[entry[source]]] = outside[source]
    return [int(head) for head in heads]


def _cycle(heads: NDArray[np.int64], root: int) -> NDArray[np.int64]:
    """One cycle among the heads, the root's own loop aside; empty where there is none."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for word in range(len(heads)):
        path, at = list[int](), word
        while not state[at]:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1 and at in path:
            return np.array(path[path.index(at) :], dtype=np.int64)
        state[path] = 2
    return np.zeros(0, dtype=np.int64)
