"""What a stance is about: the things named in its matter, and the matter's vector."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from readout.annotate.stances.lexicon import singular, words
from readout.annotate.stances.tree import Tree
from readout.annotate.weights import shipped
from readout.model.notes import Stance
from readout.model.text import TextSpan

_MODIFIERS: Final = frozenset({"compound", "amod", "nmod:poss", "flat", "nmod:desc", "advmod"})
_CLS: Final = 101
_SEP: Final = 102
_LONGEST: Final = 64  # subwords of a matter that its vector is made of
_LONG: Final = 6
_FEWEST: Final = 3  # words of a matter that tell enough
_BATCH: Final = 16
_GENERAL: Final = 100  # "security guarantees" only where nothing more telling is named
_MOST: Final = 4
_VAGUE: Final = frozenset(
    (
        *(
            "such",
            "other",
            "certain",
            "some",
            "any",
            "same",
            "many",
            "several",
            "further",
            "more",
            "new",
            "own",
            "least",
        ),
        *("wide", "ranging", "concrete", "specific", "serious", "possible", "unspecified", "legitimate", "huge", "big"),
        *("major", "key", "important", "recent", "current", "only", "next", "last", "first", "whole", "full", "simply"),
    )
)


def topics(tree: Tree, matter: Sequence[int], head: int | None) -> list[TextSpan]:
    """The noun phrases of a matter, the most telling first: those nearest to its head, general words last."""
    inside = set(matter)
    found = [(rank, place) for place in matter if (rank := _rank(tree, place, head, inside)) is not None]
    spans = [_phrase(tree, place, inside) for _, place in sorted(found)]
    return list(dict.fromkeys(spans))[:_MOST]


def _rank(tree: Tree, place: int, head: int | None, inside: set[int]) -> int | None:
    """How near to the head of a matter a noun stands; None for one that is no topic."""
    relation = tree.relation(place)
    if tree.tag(place) != "NOUN" or not tree.forms[place][0].isalpha():
        return None
    if relation in {"amod", "advmod", "obl:unmarked", "nmod:unmarked"}:
        return None
    if relation in {"compound", "flat", "nmod:desc", "nmod:poss"} and tree.head(place) in inside:
        return None
    bare = not [word for word in tree.children(place) if tree.relation(word) not in {"case", "punct"}]
    if relation == "obl" and bare and "in" in tree.cases(place):
        return None  # an adverb in two words: "in lockstep"
    depth = _depth(tree, place, head)
    if singular(tree.forms[place]) not in words("general", "nouns"):
        return depth
    telling = [w for w in tree.children(place, "compound", "amod") if tree.forms[w] not in _VAGUE]
    if any(tree.relation(word) == "compound" and tree.tag(word) == "NOUN" for word in telling):
        return depth + _GENERAL
    return depth + 2 * _GENERAL if telling else None


def _depth(tree: Tree, place: int, head: int | None) -> int:
    if place == head:
        return 0
    for depth, above in enumerate(tree.above(place), 1):
        if above == head:
            return depth
    return _GENERAL - 1


def _phrase(tree: Tree, place: int, inside: set[int]) -> TextSpan:
    """A noun with the words before it that tell which: no article, no number, no "such"."""
    first = place
    while first - 1 in inside and _tells(tree, first - 1, place):
        first -= 1
    while first < place and (
        tree.forms[first] in _VAGUE or tree.tag(first) in {"PUNCT", "DET", "PRON", "NUM", "PART", "ADV"}
    ):
        first += 1
    return tree.extent(range(first, (_named_on(tree, place, inside) if first == place else place) + 1))


def _named_on(tree: Tree, place: int, inside: set[int]) -> int:
    """Where a bare noun's phrase ends with what it is of: “revival of the talks”."""
    for word in tree.children(place, "nmod"):
        reach = tree.run(word)
        opened = [w for w in tree.children(word, "case") if tree.forms[w] in {"of", "about", "on", "for", "with", "to"}]
        if opened and opened[0] == place + 1 and max(reach) in inside and max(reach) - place <= _LONG:
            return max(reach)
    return place


def _tells(tree: Tree, word: int, place: int) -> bool:
    if (
        tree.tag(word) in {"DET", "PRON", "CCONJ", "VERB", "AUX", "ADP", "SCONJ"}
        and tree.relation(word) not in _MODIFIERS
    ):
        return False
    if tree.forms[word] in {"'s", "'", "-", "“", "”", '"'}:
        return True
    return place in tree.above(word) and tree.tag(word) in {"NOUN", "PROPN", "ADJ", "VERB", "ADV"}


def _embedded(text: str, stance: Stance) -> TextSpan:
    """What a stance's vector is made of: its matter, or all of it where that is a word or two."""
    matter = stance.matter or stance.span
    return matter if len(matter.of(text).split()) >= _FEWEST else stance.span


def vectors(text: str, stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """The stances with the MiniLM vectors of their matters."""
    weights = shipped()
    spans = [_embedded(text, stance) for stance in stances]
    encoded = weights.tokenizer.encode_batch(
        [" ".join(span.of(text).split()) for span in spans], add_special_tokens=False
    )
    rows = [np.array([_CLS, *one.ids[:_LONGEST], _SEP], dtype=np.int64) for one in encoded]
    made: dict[int, tuple[float, ...]] = {}
    order = sorted(range(len(rows)), key=lambda row: (len(rows[row]), row))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        width = max(len(rows[row]) for row in batch)
        ids = np.zeros((len(batch), width), dtype=np.int64)
        for place, row in enumerate(batch):
            ids[place, : len(rows[row])] = rows[row]
        _, pooled = weights.graphs.sentences(ids, (ids > 0).astype(np.int64))
        for place, row in enumerate(batch):
            unit = pooled[place] / max(float(np.linalg.norm(pooled[place])), 1e-12)
            made[row] = tuple(round(value, 5) for value in unit.tolist())
    return tuple(replace(stance, vector=made[row]) for row, stance in enumerate(stances))
