"""Pull-quotes: words of the text set a second time, large, between its paragraphs or before them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from readout.clean.segments import Segment

_LETTERS = re.compile(r"[^a-z0-9 ]+")
_QUOTED_WHOLE = re.compile(r"""^[\[(&\]]*["'“”‘’][^"“”]+["'“”‘’]?[.)\]]*$""")
_BROKEN_OFF = re.compile(r"""[,.!?]['"’”] [A-Za-z]""")  # 'text,' he said
_REPEATED = 90  # partial ratio of letters; pull-quotes are often cut or lightly edited
_VERBATIM = 99
_ORPHAN_WORDS = 6
_HOLDERS = 20  # a shingle in more pieces than these tells nothing
_SHINGLE_WORDS = 3
_CANDIDATES = 3
_MIN_WORDS, _MAX_WORDS = 4, 60


class PullQuotes:
    """Finds the pull-quotes of one text, given its paragraphs."""

    def __init__(self, body: Sequence[Segment], text: str) -> None:
        self._text = text
        self._body = {id(segment): segment for segment in body}
        self._letters = {key: _letters(segment.plain) for key, segment in self._body.items()}
        self._holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for key, letters in self._letters.items():
            for shingle in set(_shingles(letters)):
                self._holders[shingle].append(key)
        styles = Counter(_opening(segment, text) for segment in body if segment.plain[:1] == '"')
        self._usual_opening = styles.most_common(1)[0][0] if styles else None

    def repeats(self, segment: Segment) -> bool:
        """Whether a short piece's words stand in another, longer piece of the text.

        A quotation may be cut and lightly edited; anything else must be there word for word, or a live page's
        next count of the same thing would be taken for the last one's.
        """
        if not _MIN_WORDS <= len(segment.words) <= _MAX_WORDS:
            return False
        needle = _letters(segment.plain)
        least = _REPEATED if is_whole_quotation(segment) else _VERBATIM
        shared = Counter(
            key
            for shingle in set(_shingles(needle))
            for key in self._holders.get(shingle, ())[:_HOLDERS]
            if key != id(segment)
        )
        longer = [key for key, _ in shared.most_common(_CANDIDATES) if len(self._letters[key]) > len(needle)]
        return any(fuzz.partial_ratio(needle, self._letters[key], score_cutoff=least) >= least for key in longer)

    def is_orphan(self, segment: Segment, before: Segment) -> bool:
        """Whether a quotation that nobody says was set in from elsewhere.

        It is when its mark is made otherwise than the text makes its own (a broken entity, say), and it cannot go
        on from the paragraph before. A quotation printed once, in the text's own marks, is part of the text.
        """
        if not is_whole_quotation(segment) or len(segment.words) < _ORPHAN_WORDS or not segment.ends_sentence:
            return False
        foreign = self._usual_opening is not None and _opening(segment, self._text) != self._usual_opening
        return foreign and not continues_speech(before)


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


def _opening(segment: Segment, text: str) -> str:
    """How the mark at the head of a quotation is made: the sign itself, or "entity"."""
    first = text[segment.start]
    return "entity" if first in "[&" else first


def _shingles(letters: str) -> list[tuple[str, ...]]:
    words = letters.split()
    return [tuple(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)]


def _letters(text: str) -> str:
    return " ".join(_LETTERS.sub(" ", text.lower()).split())
