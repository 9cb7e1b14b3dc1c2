"""Which words tell of happenings, and of which kind: the vocabulary of `words/happenings.toml`."""

import functools
import tomllib
from importlib import resources
from typing import Any

from readout.grammar.cues import says

_WORDS = 20_000  # forms whose reading is remembered
_VOWELS = "aeiou"
_PRESENT = frozenset({"has", "is", "are", "dying", "lying"})


@functools.cache
def _table() -> dict[str, Any]:
    text = resources.files("readout.annotate").joinpath("words/happenings.toml").read_text("utf-8")
    return tomllib.loads(text)


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of the vocabulary."""
    return frozenset(_table()["words"][name].split())


@functools.cache
def near_kinds() -> frozenset[frozenset[str]]:
    """Pairs of kinds under which one happening may be told."""
    return frozenset(frozenset(pair) for pair in _table()["near"]["pairs"])


@functools.cache
def known_kinds() -> frozenset[str]:
    """The kinds of the vocabulary; any other kind is a verb's lemma."""
    return frozenset(_table()["kinds"])


@functools.lru_cache(_WORDS)
def noun_kinds(word: str) -> tuple[str, ...]:
    """The kinds of happening that a noun, in small letters, may tell of."""
    return _nouns().get(singular(word), ())


@functools.lru_cache(_WORDS)
def singular(word: str) -> str:
    """A noun's singular, as far as the vocabulary needs it."""
    if word in _nouns() or len(word) < 4 or not word.endswith("s"):
        return word
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in _nouns():
            return word[: -len(ending)] + instead
    return word.removesuffix("s") if not word.endswith("ss") else word


def verb_kind(lemma: str) -> str | None:
    """The kind of happening that a verb tells of, its particle behind a hyphen ("walk-out")."""
    return _verbs().get(lemma)


@functools.lru_cache(_WORDS)
def is_statement(word: str, lemma: str) -> bool:
    """Whether a verb only tells that something was said, thought or demanded."""
    return says(word) or lemma in listed("calling")


@functools.lru_cache(_WORDS)
def lemma_of(word: str) -> str:
    """A verb's lemma: listed, else by the spelling of its ending."""
    irregular: dict[str, str] = _table()["irregular"]
    known = irregular.get(word) or _forms().get(word)
    return known if known is not None else _stem(word)


@functools.lru_cache(_WORDS)
def is_past_form(word: str) -> bool:
    """Whether a verb's form, in small letters, is a simple past or a participle of the past."""
    irregular: dict[str, str] = _table()["irregular"]
    if word in irregular:
        return irregular[word] != word and word not in _PRESENT
    return word.endswith("ed") and len(word) > 3


@functools.cache
def _forms() -> dict[str, str]:
    """All regular forms of the verbs of the vocabulary."""
    lists = [_table()["words"][name] for name in ("carriers", "stative", "light", "calling", "planning", "passing")]
    lemmas = [*_verbs(), *(word for words in lists for word in words.split())]
    return {form: lemma.split("-")[0] for lemma in lemmas for form in _inflected(lemma.split("-")[0])}


def _inflected(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"}
    doubled = {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return {lemma, f"{lemma}s", f"{lemma}es", f"{lemma}ed", f"{lemma}ing", *doubled}


def _stem(word: str) -> str:
    """What is left of a regular form; two forms of one verb give the same, though perhaps not the lemma's spelling."""
    for ending, instead in (("ies", "y"), ("ied", "y")):
        if word.endswith(ending) and len(word) > 4:
            return word[: -len(ending)] + instead
    for ending in ("ing", "ed", "es", "s"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            doubled = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "slfz" and ending in {"ing", "ed"}
            return (bare[:-1] if doubled else bare).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


@functools.cache
def _nouns() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in _table()["kinds"].items():
        for noun in words["nouns"].split():
            found[noun] = (*found.get(noun, ()), kind)
    return found


@functools.cache
def _verbs() -> dict[str, str]:
    return {verb: kind for kind, words in reversed(_table()["kinds"].items()) for verb in words["verbs"].split()}
