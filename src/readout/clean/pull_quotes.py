"""Pull-quotes: words of the text set a second time, large, between its paragraphs or before them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from readout.clean.segments import Segment

_LETTERS = re.compile(r"[^a-z0-9 ]+")
_QUOTED_WHOLE = re.compile(r"""^[\[(&\]]*["'“”‘’][^"“”]+["'“”‘’]?[.)\]]*$""")
_OPENS_FRAGMENT = re.compile(r"""["“][a-z][^"“”]*["”]?[.,;]?["”]?$""")
_BROKEN_OFF = re.compile(r"""[,.!?]['"’”] [A-Za-z]""")  # 'text,' he said
_REPEATED = 90  # partial ratio of letters; pull-quotes are often cut or lightly edited
_SHINGLE_WORDS = 3
_CANDIDATES = 3
_MIN_WORDS, _MAX_WORDS = 4, 60


class Repetitions:
    """The words of a text's paragraphs, to find those that stand a second time."""

    def __init__(self, body: Sequence[Segment]) -> None:
        self._letters = {id(segment): _letters(segment.plain) for segment in body}
        self._body = list(body)
        self._holders: dict[tuple[str, ...], list[Segment]] = defaultdict(list)
        for segment in body:
            for shingle in set(_shingles(self._letters[id(segment)])):
                self._holders[shingle].append(segment)

    def repeats(self, segment: Segment) -> bool:
        """Whether a short piece's words stand, all but a few letters, inside another, longer piece of the text."""
        if not _MIN_WORDS <= len(segment.words) <= _MAX_WORDS:
            return False
        needle = _letters(segment.plain)
        shared = Counter(
            id(holder) for shingle in _shingles(needle) for holder in self._holders.get(shingle, ()) if holder is not segment
        )
        longer = {id(each): self._letters[id(each)] for each in self._body if len(each.plain) > len(segment.plain)}
        return any(
            other in longer and fuzz.partial_ratio(needle, longer[other], score_cutoff=_REPEATED) >= _REPEATED
            for other, _ in shared.most_common(_CANDIDATES)
        )


def is_whole_quotation(segment: Segment) -> bool:
    """Whether a piece is one quotation from its first character to its last, with nobody named as saying it."""
    line = segment.plain
    return _QUOTED_WHOLE.match(line) is not None and line.count('"') <= 2 and _BROKEN_OFF.search(line) is None


def continues_speech(before: Segment) -> bool:
    """Whether a quotation without a speaker may go on from this paragraph.

    It may when the paragraph's last quotation is a sentence of its own, or is left open, or a colon announces
    more. After a fragment ("massive consequences ...") writers name the speaker again.
    """
    text = before.plain
    if text.endswith(":") or text.count('"') % 2 == 1:
        return True
    last = re.findall(r'"([^"]+)"', text)
    return bool(last) and any(not quoted.lstrip()[:1].islower() and len(quoted.split()) >= 4 for quoted in last)


def _shingles(letters: str) -> list[tuple[str, ...]]:
    words = letters.split()
    return [tuple(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)]


def _letters(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", text.lower()).split())
