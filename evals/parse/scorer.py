"""Attachment scores of trees on gold tokens, punctuation included (CoNLL 2018 shared task's LAS)."""

from collections.abc import Iterable

from corpora.treebanks import Tree


def score(golds: Iterable[Tree], predictions: Iterable[Tree]) -> dict[str, float]:
    """UAS, LAS by universal relation, and LAS with the relation's subtype, in per cent."""
    total = heads = universal = full = 0
    for ours, theirs in zip(golds, predictions, strict=True):
        for gold, found in zip(ours.tokens, theirs.tokens, strict=True):
            total += 1
            attached = gold.head == found.head
            heads += attached
            universal += attached and gold.deprel.split(":")[0] == found.deprel.split(":")[0]
            full += attached and gold.deprel == found.deprel
    whole = max(total, 1)
    return {
        "LAS": round(100 * universal / whole, 2),
        "UAS": round(100 * heads / whole, 2),
        "LAS with subtypes": round(100 * full / whole, 2),
        "words": float(total),
    }
