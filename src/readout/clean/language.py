"""The language of a text."""

import re

from readout.clean.prose import function_word_share

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SHARE = 0.2  # of the commonest function words: no other language comes near; saves loading a classifier
_SAMPLE = 4000  # characters
_FEW_WORDS = 8


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of a text is in; None where there are too few words to tell."""
    words = _WORD.findall(text[:_SAMPLE])
    if len(words) < _FEW_WORDS:
        return None
    if function_word_share(words) >= _ENGLISH_SHARE:
        return "en"
    from py3langid import classify  # noqa: PLC0415 - its model takes a second to load, and English does without

    language, _ = classify(text[:_SAMPLE])
    return str(language)
