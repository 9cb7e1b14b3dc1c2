"""The running text of a report, told from the lines around it by its shape alone."""

import re

from readout.clean.lexicon import word_list
from readout.clean.segments import Segment

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STRONG_WORDS = 14  # a closed sentence of so many words is running text, whatever its neighbours are
_LONG_WORDS = 28  # so many words are running text even without a full stop
_WEAK_WORDS = 3


def function_word_share(words: list[str]) -> float:
    """Share of the commonest English function words among the words."""
    known = word_list("function_words")
    return sum(word.lower() in known for word in words) / len(words) if words else 0.0


def is_strong(segment: Segment) -> bool:
    """Whether a segment is running text by itself."""
    words = _WORD.findall(segment.plain)
    if function_word_share(words) < 0.12:
        return False
    return len(words) >= _LONG_WORDS or (len(words) >= _STRONG_WORDS and segment.ends_sentence)


def is_weak(segment: Segment) -> bool:
    """Whether a segment may be running text among running text: a short closed sentence."""
    words = _WORD.findall(segment.plain)
    return len(words) >= _WEAK_WORDS and segment.ends_sentence and any(word.islower() for word in words)


def title_case_share(segment: Segment) -> float:
    """Share of the words that begin with a capital, small words left out."""
    small = word_list("small_words")
    words = [word for word in _WORD.findall(segment.plain) if word.lower() not in small]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0
