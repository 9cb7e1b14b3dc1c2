"""The words that a brief is careful with, from `words/brief.toml`."""

import functools
import re
import tomllib
from importlib import resources
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("readout.merge.words").joinpath("brief.toml").read_text("utf-8"))


@functools.cache
def vocabulary(part: str, kind: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(_table()[part][kind].split())


@functools.cache
def openers() -> re.Pattern[str]:
    """What ties a sentence to the one before at its start, with the comma after it."""
    words = sorted(_table()["linking"]["openers"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b(?P<comma>,)?\s+", re.IGNORECASE)


@functools.cache
def relative_times() -> re.Pattern[str]:
    """Times that are counted from what another sentence tells."""
    return re.compile("|".join(_table()["linking"]["relative_times"]), re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in small letters; "didn't" is one word and counts as "not" too."""
    return [found.group().casefold().replace("’", "'") for found in _WORD.finditer(text)]


def has(text: str, kind: str) -> bool:
    """Whether a text holds a word that decides its meaning, of a kind of `[meaning]`."""
    known = vocabulary("meaning", kind)
    return any(word in known or (kind == "negations" and word.endswith("n't")) for word in words_of(text))
