"""The dependency parse of each unit: Universal Dependencies, with heads counted over all words of the reading."""

import numpy as np

from readout.annotate.decode import best_tree
from readout.annotate.encoder import Encoded
from readout.annotate.weights import Floats, Weights
from readout.model.notes import Word


def parse(weights: Weights, encoded: Encoded) -> list[Word]:
    """Every word with its head (-1 for a root), relation and part of speech, as Dozat and Manning (2017) read them."""
    relations, parts = weights.labels["relations"], weights.labels["parts"]
    tags = encoded.scores["pos"].argmax(axis=1)
    found: list[Word] = []
    for begin, end in zip(encoded.begins, encoded.begins[1:], strict=False):
        if begin == end:
            continue
        arcs = np.ascontiguousarray(encoded.scores["arcs"][begin:end])
        scores, halfway = weights.graphs.parser(arcs)
        heads = _tree(scores)
        above = arcs[[max(head - 1, 0) for head in heads], 1 - halfway.shape[2] :]
        best = (np.einsum("nrd,nd->nr", halfway[:, :, :-1], above) + halfway[:, :, -1]).argmax(axis=1)
        for place, (head, label) in enumerate(zip(heads, best.tolist(), strict=True), begin):
            relation = relations[label] if head else "root"
            found.append(Word(encoded.words[place], begin + head - 1 if head else -1, relation, parts[tags[place]]))
    return found


def _tree(scores: Floats) -> list[int]:
    """The heads as `best_tree` gives them, faster where each word's best head makes a tree already."""
    heads = scores.argmax(axis=1).tolist()
    roots = [word for word, head in enumerate(heads) if word == head]
    if len(roots) != 1 or not _acyclic(heads, roots[0]):
        return best_tree(scores)
    return [0 if word == head else head + 1 for word, head in enumerate(heads)]


def _acyclic(heads: list[int], root: int) -> bool:
    reached = {root}
    for word in range(len(heads)):
        path, at = set[int](), word
        while at not in reached:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        reached |= path
    return True
