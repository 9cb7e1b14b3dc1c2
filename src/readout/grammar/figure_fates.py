"""What befell the people that a figure counts: killed, injured, missing, detained: `fate_of`."""

import functools
import tomllib
from importlib import resources


def fate_of(word: str) -> str | None:
    """The kind of fate that a word tells ("died" and "fatalities" are both `killed`), else None."""
    return _fates().get(word.lower())


def is_people(noun: str) -> bool:
    """Whether a noun in the singular stands for people of any kind ("person", "victim")."""
    return noun.lower() in _people()


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(
        resources.files("readout.grammar").joinpath("words/fates.toml").read_text("utf-8")
    )
    return loaded


@functools.cache
def _fates() -> dict[str, str]:
    return {form: kind for kind, forms in _table()["fates"].items() for form in forms}


@functools.cache
def _people() -> frozenset[str]:
    return frozenset(_table()["people"]["nouns"])
