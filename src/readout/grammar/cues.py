"""Cues of reported speech: which words introduce an utterance, and what they tell of its channel."""

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Channel:
    """How something was said, as the record names it, and the newsroom it was said to, where one is named."""

    name: str
    outlet: str | None
    start: int
    end: int


def says(cue: str) -> bool:
    """Whether a cue introduces an utterance, quoted or not ("said", "according to")."""
    return _ACCORDING.search(cue) is not None or (_has(cue, "says") and not _denies(cue))


def quotes(cue: str) -> bool:
    """Whether a cue introduces an utterance where words of it are quoted ("described", "rejected")."""
    return says(cue) or _has(cue, "quoting")


def relays(cue: str) -> bool:
    """Whether the cue's subject hands on what another said ("quoted")."""
    return _has(cue, "relaying")


def is_newsroom(name: str) -> bool:
    """Whether a name is that of a broadcaster, a paper or an agency, as far as its words show."""
    table = _table()["newsrooms"]
    words = _WORD.findall(name)
    return bool(words) and (
        any(word in table["names"].split() for word in words)
        or (len(words) > 1 and any(word in table["parts"].split() for word in words))
    )


def is_agency(name: str) -> bool:
    """Whether a name holds the initials of a well-known newsroom, as no person's does ("RIA Novosti")."""
    return any(word.isupper() and word in _table()["newsrooms"]["names"].split() for word in _WORD.findall(name))


def channel(text: str) -> Channel | None:
    """The channel that the words around a cue tell; offsets into `text`."""
    for kind in _channels():
        found = kind.pattern.search(text)
        if found is None:
            continue
        outlet = found.groupdict().get("outlet")
        if not kind.newsroom:
            return Channel(kind.name.format(outlet=outlet), None, *found.span())
        if outlet is not None and is_newsroom(outlet):
            return Channel(kind.name.format(outlet=outlet), outlet, *found.span())
    return None


def _has(cue: str, kind: str) -> bool:
    return any(word in _forms(kind) for word in _words(cue))


def _denies(cue: str) -> bool:
    denying = frozenset(_table()["denying"].split())
    words = cue.casefold().split()
    return any(word in denying or word.endswith(("n't", "n’t")) for word in words)


def _words(cue: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(cue)]


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("readout.grammar.words").joinpath("cues.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Kind:
    """Words that tell a channel; `newsroom`: only where the name in them is one."""

    pattern: re.Pattern[str]
    name: str
    newsroom: bool


@functools.cache
def _channels() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(re.compile(each["pattern"]), each["name"], bool(each.get("newsroom"))) for each in _table()["channel"]
    )


@functools.cache
def _forms(kind: str) -> frozenset[str]:
    """All forms of the verbs of a kind."""
    lemmas = set(_table()[kind].split())
    irregular = {form for form, lemma in _table()["irregular"].items() if lemma in lemmas}
    return frozenset(form for lemma in lemmas for form in _inflected(lemma)) | irregular


def _inflected(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return {lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    doubled = {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return {lemma, f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{lemma}ing", *doubled}
