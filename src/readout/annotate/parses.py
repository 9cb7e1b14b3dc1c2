"""The dependency parse of each unit: Universal Dependencies, with heads counted over all words of the reading."""

from readout.annotate.decode import best_tree
from readout.annotate.encoder import Encoded
from readout.annotate.weights import Weights
from readout.model.notes import Word


def parse(weights: Weights, encoded: Encoded) -> list[Word]:
    """Every word with its head (-1 for a root), relation and part of speech, as Dozat and Manning (2017) read them."""
    relations, parts = weights.labels["relations"], weights.labels["parts"]
    tags = encoded.scores["pos"].argmax(axis=1)
    found: list[Word] = []
    for begin, end in zip(encoded.begins, encoded.begins[1:], strict=False):
        if begin == end:
            continue
        scores, best = weights.graphs.parser(encoded.scores["arcs"][begin:end])
        for place, above in enumerate(best_tree(scores), begin):
            head = begin + above - 1
            relation = relations[best[place - begin, head - begin]] if above else "root"
            found.append(Word(encoded.words[place], head if above else -1, relation, parts[tags[place]]))
    return found
