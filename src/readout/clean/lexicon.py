"""The vocabularies of cleaning, read once from the data files in `words/`."""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from readout.model.text import Role

_REACH = 600  # characters; longer lines are running text, and what shows otherwise stands at their head
SHORT_WORDS = 30
"""A `short` cue counts in lines of at most so many words."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The shapes by which lines show one role."""

    whole: re.Pattern[str] | None
    start: re.Pattern[str] | None
    short: re.Pattern[str] | None
    any: re.Pattern[str] | None

    def whole_match(self, line: str) -> bool:
        """Whether a line as a whole is a form of the role."""
        return self.whole is not None and self.whole.fullmatch(line) is not None

    def match(self, line: str) -> bool:
        """Whether a line (as `segments.plain` gives it) shows the role; only its first characters are looked at."""
        line = line[:_REACH]
        if self.whole is not None and self.whole.fullmatch(line):
            return True
        if self.start is not None and self.start.match(line):
            return True
        if self.any is not None and self.any.search(line):
            return True
        return self.short is not None and len(line.split()) <= SHORT_WORDS and self.short.search(line) is not None


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: unmistakable names, and codes that count only where a credit stands."""

    short: str
    names: tuple[str, ...]
    codes: tuple[str, ...]


@functools.cache
def cues() -> Mapping[Role, Cues]:
    """The cues of each role that has some."""
    return {Role(role): _cues(entry) for role, entry in load("cues.toml").items()}


@functools.cache
def agencies() -> tuple[Agency, ...]:
    """All agencies that we know."""
    entries = load("agencies.toml")["agency"]
    return tuple(Agency(each["short"], tuple(each["names"]), tuple(each["codes"])) for each in entries)


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """A list of `words/lists.toml`, in lower case."""
    return frozenset(load("lists.toml")[name])


@functools.cache
def load(name: str) -> dict[str, Any]:
    """One of the data files of `words/`, as it is."""
    return tomllib.loads(resources.files("readout.clean.words").joinpath(name).read_text("utf-8"))


def _cues(entry: Mapping[str, list[str]]) -> Cues:
    def union(kind: str) -> re.Pattern[str] | None:
        shapes = entry.get(kind)
        return re.compile("|".join(f"(?:{shape})" for shape in shapes), re.IGNORECASE) if shapes else None

    return Cues(union("whole"), union("start"), union("short"), union("any"))
