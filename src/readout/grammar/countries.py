"""Countries as reports name them: by name, by nationality, by capital or seat of government."""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """A state. `name` is its English short name; all other forms are those that reports print."""

    name: str
    aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def country_named(words: str) -> Country | None:
    """The country that words name ("the U.S.", "Great Britain"); None if they name none."""
    return _by_name().get(_key(words))


def country_seated_at(words: str) -> Country | None:
    """The country whose government sits there ("Moscow", "the Kremlin")."""
    return _by_seat().get(_key(words))


def country_of_people(words: str) -> Country | None:
    """The country of a nationality word ("Russian", "Ukrainians")."""
    return _by_people().get(_key(words))


def _key(words: str) -> str:
    bare = words.strip().removeprefix("the ").removeprefix("The ")
    return bare if len(bare) <= 2 and bare.isupper() else bare.casefold().replace("’", "'")


@functools.cache
def _countries() -> tuple[Country, ...]:
    text = resources.files("readout.grammar.words").joinpath("countries.toml").read_text("utf-8")
    return tuple(
        Country(each["name"], *(tuple(each.get(part, ())) for part in ("aliases", "seats", "adjectives", "people")))
        for each in tomllib.loads(text)["country"]
    )


@functools.cache
def _by_name() -> dict[str, Country]:
    return {_key(form): each for each in _countries() for form in (each.name, *each.aliases)}


@functools.cache
def _by_seat() -> dict[str, Country]:
    return {_key(seat): each for each in _countries() for seat in each.seats if _key(seat) not in _by_name()}


@functools.cache
def _by_people() -> dict[str, Country]:
    return {_key(form): each for each in _countries() for form in (*each.adjectives, *each.people)}
