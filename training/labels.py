"""The label lists, and gold spans put onto words."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corpora.meantime import EventMention
from corpora.worldwide_ner import TYPES
from readout.annotate.words import Extent


def _bio(types: Sequence[str]) -> tuple[str, ...]:
    return ("O", *(f"{prefix}-{kind}" for kind in types for prefix in "BI"))


ATTRIBUTION: Final = _bio(("source", "cue", "content"))
NAMES: Final = _bio(TYPES)
POLARITIES: Final = ("POS", "NEG")
CERTAINTIES: Final = ("CERTAIN", "PROBABLE", "POSSIBLE")
TIMES: Final = ("NON_FUTURE", "FUTURE")
ACTS: Final = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
YIELD: Final = (ACTS.index("CONCEDE"), ACTS.index("RETREAT"))
"""What the older type YIELD may mean."""
PARTS: Final = {
    part: number
    for number, part in enumerate(
        (
            "ADJ",
            "ADP",
            "ADV",
            "AUX",
            "CCONJ",
            "DET",
            "INTJ",
            "NOUN",
            "NUM",
            "PART",
            "PRON",
            "PROPN",
            "PUNCT",
            "SCONJ",
            "SYM",
            "VERB",
            "X",
        )
    )
}
RELATIONS: Final = {
    relation: number
    for number, relation in enumerate(
        (
            "acl",
            "acl:relcl",
            "advcl",
            "advcl:relcl",
            "advmod",
            "amod",
            "appos",
            "aux",
            "aux:pass",
            "case",
            "cc",
            "cc:preconj",
            "ccomp",
            "compound",
            "compound:prt",
            "conj",
            "cop",
            "csubj",
            "csubj:pass",
            "dep",
            "det",
            "det:predet",
            "discourse",
            "dislocated",
            "expl",
            "fixed",
            "flat",
            "goeswith",
            "iobj",
            "list",
            "mark",
            "nmod",
            "nmod:desc",
            "nmod:poss",
            "nmod:unmarked",
            "nsubj",
            "nsubj:outer",
            "nsubj:pass",
            "nummod",
            "obj",
            "obl",
            "obl:agent",
            "obl:unmarked",
            "orphan",
            "parataxis",
            "punct",
            "reparandum",
            "root",
            "vocative",
            "xcomp",
        )
    )
}


def covered(words: Sequence[Extent], span: Extent) -> tuple[int, int] | None:
    """First word and the one after the last of those that begin inside the span; None where none does."""
    first = bisect_left(words, (span[0], span[0]))
    if first and words[first - 1][1] > span[0] and words[first - 1][1] - span[0] > span[0] - words[first - 1][0]:
        first -= 1
    last = bisect_left(words, (span[1], span[1]))
    return (first, last) if first < last else None


def tagged(words: Sequence[Extent], marked: Sequence[tuple[Extent, str]], tags: Sequence[str]) -> list[int]:
    """BIO tags of the words for spans that do not overlap."""
    row = [0] * len(words)
    for span, kind in marked:
        if place := covered(words, span):
            row[place[0] : place[1]] = [tags.index(f"I-{kind}")] * (place[1] - place[0])
            row[place[0]] = tags.index(f"B-{kind}")
    return row


def from_bio(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """(type, first, after the last) of each run of tags; an I without its B opens a run."""
    found: list[tuple[str, int, int]] = []
    for index, tag in enumerate(tags):
        kind = tag[2:]
        if tag == "O":
            continue
        if tag[0] == "I" and found and found[-1][0] == kind and found[-1][2] == index:
            found[-1] = (kind, found[-1][1], index + 1)
        else:
            found.append((kind, index, index + 1))
    return found


def act(root: str) -> int:
    """The number of a PLOVER type; one past the last for the older YIELD."""
    return len(ACTS) if root == "YIELD" else ACTS.index(root)


def event(mention: EventMention) -> list[int]:
    """Polarity, certainty and time as numbers; -100 where the annotators left them open."""
    return [
        table.index(value) if value in table else -100
        for table, value in (
            (POLARITIES, mention.polarity),
            (CERTAINTIES, mention.certainty),
            (TIMES, mention.time),
        )
    ]
