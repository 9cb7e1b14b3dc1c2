"""The running text of a report, told from the lines around it by its shape alone."""

import functools
import re

from readout.clean.agencies import any_credit
from readout.clean.lexicon import word_list
from readout.clean.segments import Segment

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STRONG_WORDS = 14  # a closed sentence of so many words is running text, whatever its neighbours are
_LONG_WORDS = 28  # so many words are running text even without a full stop
_WEAK_WORDS = 3
_REMEMBERED = 1024  # segments; every pass asks the same of each
_SHOUTED_WORDS = 4  # a line all in capitals is a sentence only if it has a sentence's small words
_SHOUTED_SHARE = 0.15
_SIGN_OFF = re.compile(r"(?<=[.!?\"')])\s*(?:[-–—/]+\s*|[(\[])(?P<who>[A-Za-z][\w./ -]{1,30}?)[)\]]?\.?$")


def function_word_share(words: list[str]) -> float:
    """Share of the commonest English function words among the words."""
    known = word_list("function_words")
    return sum(word.lower() in known for word in words) / len(words) if words else 0.0


def is_closed(segment: Segment) -> bool:
    """Whether a segment closes a sentence, an agency's sign-off behind it aside ("... he said. – AFP")."""
    if segment.ends_sentence:
        return True
    sign_off = _SIGN_OFF.search(segment.plain[-60:])
    return sign_off is not None and any_credit().fullmatch(sign_off["who"]) is not None


@functools.lru_cache(maxsize=_REMEMBERED)
def is_strong(segment: Segment) -> bool:
    """Whether a segment is running text by itself."""
    words = _WORD.findall(segment.plain)
    if function_word_share(words) < 0.12:
        return False
    return len(words) >= _LONG_WORDS or (len(words) >= _STRONG_WORDS and is_closed(segment))


@functools.lru_cache(maxsize=_REMEMBERED)
def is_weak(segment: Segment) -> bool:
    """Whether a segment may be running text among running text: a short closed sentence."""
    words = _WORD.findall(segment.plain)
    if len(words) < _WEAK_WORDS or not is_closed(segment):
        return False
    if any(word.islower() for word in words):
        return True
    return len(words) >= _SHOUTED_WORDS and function_word_share(words) >= _SHOUTED_SHARE


@functools.lru_cache(maxsize=_REMEMBERED)
def title_case_share(segment: Segment) -> float:
    """Share of the words that begin with a capital, small words left out."""
    small = word_list("small_words")
    words = [word for word in _WORD.findall(segment.plain) if word.lower() not in small]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0
