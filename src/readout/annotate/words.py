"""Words and sentences of a text, with code point offsets: the units that the encoder's labels stand on.

The same segmentation is used in training and at run time. Words follow the English treebanks: a clitic, a hyphen and a
punctuation mark are words of their own; "U.S.", "Mr.", "13,000" and "O'Neill" are one word each.
"""

import re
from typing import Final, TypeAlias

import nupunkt

Extent: TypeAlias = tuple[int, int]
"""Start and end in code points, the end not included."""

_ABBREVIATIONS: Final = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Reps|Sens|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Brig|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|Ph|Mt|Ft"
)
_CLITIC: Final = r"(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
_WORD: Final = re.compile(
    rf"""
      https?://[^\s<>"“”]+[\w/] | www\.[^\s<>"“”]+[\w/]     # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]*\w
    | [@\#]\w+
    | (?:(?<!\w)[A-Za-z]\.){{2,}}(?!\w) | (?<!\w)[A-Za-z]\.(?:[A-Za-z]\.)+   # U.S., a.m.
    | (?<!\w)(?:{_ABBREVIATIONS})\.(?=\s*\S) | (?<!\w)(?:Nos?|Vols?)\.(?=\s?\d)
    | (?<![\w.])[A-Z]\.(?=\s+[A-Z])                          # an initial
    | \d+(?:[.,:/]\d+)+\w*                                   # 13,000  4.2  9:30  9/11
    | [^\W_]+?(?=[nN]['’][tT]\b) | [nN]['’][tT]\b                       # do n't
    | (?<=\w)['’]{_CLITIC}
    | [^\W_]+(?:['’](?!{_CLITIC})[^\W_]+)*               # O'Neill, not he's
    | \.{{2,}} | -{{2,}} | [*=_~]{{2,}}
    | \S
    """,
    re.VERBOSE,
)
_LINE: Final = re.compile(r"[^\n]+")


def words(text: str, start: int = 0, end: int | None = None) -> list[Extent]:
    """The words of `text[start:end]`, as offsets into `text`; white space belongs to none."""
    stop = len(text) if end is None else end
    return [found.span() for found in _WORD.finditer(text, start, stop)]


def paragraphs(text: str) -> list[Extent]:
    """The lines of a text that hold anything, without the white space around them."""
    return [_trimmed(text, *found.span()) for found in _LINE.finditer(text) if found.group().strip()]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Extent]:
    """The sentences of one paragraph, as offsets into `text`, without the white space around them."""
    stop = len(text) if end is None else end
    found = nupunkt.sent_spans(text[start:stop])
    trimmed = [_trimmed(text, start + left, start + right) for left, right in found]
    return [extent for extent in trimmed if extent[0] < extent[1]]


def _trimmed(text: str, start: int, end: int) -> Extent:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
