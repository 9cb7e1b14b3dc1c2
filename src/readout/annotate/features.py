"""What the encoder cannot see by itself: casing (its vocabulary is uncased), quotation marks, beginnings.

Each word gets one code per column of `COLUMNS`; 0 is kept for the encoder's own tokens ([CLS], [SEP], padding).
The same codes are made in training and at run time.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from readout.annotate.words import Extent

COLUMNS: Final = {"casing": 9, "place": 5, "marks": 6, "paragraph": 4}
"""Columns in order, with the number of codes of each."""

_LOWER, _TITLE, _UPPER, _MIXED, _LETTER, _DIGITS, _ALPHANUMERIC, _OTHER = range(1, 9)
_WITHIN, _FIRST, _HEADLINE, _CAPITALS = range(1, 5)
_OUTSIDE, _INSIDE, _OPENING, _CLOSING, _STRAY = range(1, 6)
_LATER, _OPENS_PARAGRAPH, _OPENS_TEXT = range(1, 4)
_MARKS: Final = frozenset("\"'“”„‟«»‹›‘’‚‛`″＂")
_LONG: Final = 4


def features(
    text: str, sentence: Sequence[Extent], inside: Sequence[Extent], *, opens: bool, first: bool
) -> NDArray[np.int64]:
    """Codes of the words of one sentence, shape (words, columns).

    `inside` are the stretches between quotation marks (marks not included), sorted, as offsets into `text`.
    `opens`: the sentence opens its paragraph; `first`: it opens the text.
    """
    codes = np.empty((len(sentence), len(COLUMNS)), dtype=np.int64)
    forms = [text[start:end] for start, end in sentence]
    manner = _manner(forms)
    seen_letter = False
    for row, (form, extent) in enumerate(zip(forms, sentence, strict=True)):
        casing = _casing(form)
        begins = casing != _OTHER and not seen_letter
        seen_letter = seen_letter or casing != _OTHER
        place = manner if manner != _WITHIN else (_FIRST if begins else _WITHIN)
        codes[row, :3] = casing, place, _quotation(form, extent, inside)
    codes[:, 3] = _OPENS_TEXT if first else _OPENS_PARAGRAPH if opens else _LATER
    return codes


def _casing(form: str) -> int:
    letters = [character for character in form if character.isalpha()]
    if not letters:
        return _DIGITS if any(character.isdigit() for character in form) else _OTHER
    if any(character.isdigit() for character in form):
        return _ALPHANUMERIC
    upper = sum(character.isupper() for character in letters)
    if not upper:
        return _LOWER
    if upper == len(letters):
        return _LETTER if upper == 1 else _UPPER
    return _TITLE if upper == 1 and letters[0].isupper() else _MIXED


def _manner(forms: Sequence[str]) -> int:
    """Whether the whole sentence is printed in capitals, or like a headline, so that casing tells little."""
    long = [form for form in forms if len(form) >= _LONG and form.isalpha()]
    if len(long) < 2:
        return _WITHIN
    if all(form.isupper() for form in long):
        return _CAPITALS
    return _HEADLINE if all(form[0].isupper() for form in long) else _WITHIN


def _quotation(form: str, extent: Extent, inside: Sequence[Extent]) -> int:
    start, end = extent
    index = bisect_right(inside, start, key=itemgetter(0)) - 1
    if index >= 0 and inside[index][0] <= start < inside[index][1]:
        return _INSIDE
    if not _MARKS.issuperset(form):
        return _OUTSIDE
    if index >= 0 and inside[index][1] == start:
        return _CLOSING
    if index + 1 < len(inside) and inside[index + 1][0] == end:
        return _OPENING
    return _STRAY
