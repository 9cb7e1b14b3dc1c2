"""Sentences as the encoder reads them: subword ids, the words they belong to, and the words' features."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from readout.annotate.features import COLUMNS, features
from readout.annotate.words import Extent, words

LONGEST: Final = 254
"""Subwords of one unit at most, [CLS] and [SEP] aside: what MiniLM's sentence vectors were trained with."""

_CLS: Final = 101
_SEP: Final = 102


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or a part of one that is too long.

    `ids` begins with [CLS] and ends with [SEP]; `first[i]` is where in `ids` word `i` begins; `features` has a row for
    each id. `words` are offsets into the text. `opens` is true of the first unit of a paragraph.
    """

    span: Extent
    ids: NDArray[np.int64]
    words: tuple[Extent, ...]
    first: NDArray[np.int64]
    features: NDArray[np.int64]
    opens: bool


def units(
    tokenizer: Tokenizer,
    text: str,
    paragraphs: Sequence[Sequence[Extent]],
    inside: Sequence[Extent],
    segment: Callable[[str, int, int], list[Extent]] = words,
) -> list[Unit]:
    """The units of a text, in order. `paragraphs` holds the sentences of each paragraph.

    `inside`: the stretches between quotation marks, sorted. `segment` cuts a stretch of the text into words.
    """
    sentences = [
        (extent, number == 0, number == 0 and paragraph is paragraphs[0])
        for paragraph in paragraphs
        for number, extent in enumerate(paragraph)
    ]
    encoded = tokenizer.encode_batch([text[start:end] for (start, end), _, _ in sentences], add_special_tokens=False)
    found: list[Unit] = []
    for (extent, opens, first), encoding in zip(sentences, encoded, strict=True):
        row = _Row(segment(text, *extent), encoding.ids, [start + extent[0] for start, _ in encoding.offsets])
        codes = features(text, row.words, inside, opens=opens, first=first)
        found += row.cut(codes, extent, opens=opens)
    return found


class _Row:
    """The subwords of one sentence beside its words; words that own no subword are dropped."""

    def __init__(self, extents: list[Extent], ids: list[int], starts: list[int]) -> None:
        self.ids = ids
        self.first: list[int] = []
        self.words: list[Extent] = []
        self.owner: list[int] = []
        coming = 0
        for position, start in enumerate(starts):
            while coming < len(extents) and extents[coming][1] <= start:
                coming += 1
            begun = coming < len(extents) and extents[coming][0] <= start
            if begun and (not self.words or self.words[-1] != extents[coming]):
                self.words.append(extents[coming])
                self.first.append(position)
            self.owner.append(max(len(self.words) - 1, 0))

    def cut(self, codes: NDArray[np.int64], extent: Extent, *, opens: bool) -> list[Unit]:
        """The sentence as units of at most `LONGEST` subwords each, cut between words."""
        if not self.words:
            return []
        bounds = [0]
        for word, following in enumerate([*self.first[1:], len(self.ids)]):
            if following - self.first[bounds[-1]] > LONGEST and word > bounds[-1]:
                bounds.append(word)
        bounds.append(len(self.words))
        return [self._unit(codes, extent, left, right, opens=opens and left == 0) for left, right in pairwise(bounds)]

    def _unit(self, codes: NDArray[np.int64], extent: Extent, left: int, right: int, *, opens: bool) -> Unit:
        begin = self.first[left] if left else 0
        end = self.first[right] if right < len(self.first) else len(self.ids)
        end = min(end, begin + LONGEST)
        kept = np.array(self.owner[begin:end], dtype=np.int64)
        table = np.zeros((end - begin + 2, len(COLUMNS)), dtype=np.int64)
        table[1:-1] = codes[kept]
        start = extent[0] if left == 0 else self.words[left][0]
        stop = extent[1] if right == len(self.words) else self.words[right - 1][1]
        return Unit(
            span=(start, stop),
            ids=np.array([_CLS, *self.ids[begin:end], _SEP], dtype=np.int64),
            words=tuple(self.words[left:right]),
            first=np.array(self.first[left:right], dtype=np.int64) - begin + 1,
            features=table,
            opens=opens,
        )
