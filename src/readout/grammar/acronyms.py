"""Acronyms of the names of bodies."""

import re

_SMALL = frozenset({"for", "of", "and", "in", "the", "on", "to", "&", "de", "la"})
_INITIALS = 3  # letters of an acronym that names a body without having been introduced; two where they are dotted


def is_acronym(name: str, other: str) -> bool:
    """Whether one of two names of a body is made of the first letters of the other."""
    short, full = sorted((name, other), key=len)
    bare = short.replace(".", "")
    return (
        len(bare) >= (_INITIALS if bare == short else 2)
        and bare.isupper()
        and " " not in short
        and abbreviates(short, full)
    )


def abbreviates(short: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name."""
    return short.replace(".", "").upper() == _letters(name).upper()


def _letters(name: str) -> str:
    """The first letters of the words of a name, without the small ones; of one word none."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
