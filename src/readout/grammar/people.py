"""What words tell of people: nouns of offices and trades, and whether a name or title is a woman's or a man's."""

import functools
import tomllib
from enum import StrEnum
from importlib import resources


class Gender(StrEnum):
    """Which pronoun a text uses of somebody."""

    FEMALE = "she"
    MALE = "he"


PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}


def is_role(noun: str) -> bool:
    """Whether a noun names an office, a post or a trade ("minister", "spokeswoman")."""
    return _singular(noun) in _words("people", "roles")


def is_person(noun: str) -> bool:
    """Whether a noun in the singular is said of one person ("minister", "wife", "man")."""
    return noun.casefold() in _words("people", "roles") or noun.casefold() in _words("people", "humans")


def is_body(noun: str) -> bool:
    """Whether a noun names a kind of body ("company", "ministry")."""
    return noun.casefold() in _words("people", "bodies")


def is_nobodys(noun: str) -> bool:
    """Whether who has this post speaks for no party to a story ("journalist")."""
    return _singular(noun) in _words("people", "nobodys")


def is_loose(noun: str) -> bool:
    """Whether a noun may stand for holders of many offices ("official")."""
    return noun.casefold() in _words("people", "loose")


def is_paper(noun: str) -> bool:
    """Whether a noun names a thing that is said to say something ("statement")."""
    return noun.casefold() in _words("people", "papers")


def is_states(noun: str) -> bool:
    """Whether a post, beside a country's name, is held for the state ("minister")."""
    return noun.casefold() in _words("people", "states")


def same_post(noun: str) -> frozenset[str]:
    """All words for the post that a noun names, itself among them ("governor", "gov")."""
    folded = noun.casefold().strip(".")
    return frozenset({folded}).union(*(line for line in _lines("people", "same_post") if folded in line))


def is_apart(words: str) -> bool:
    """Whether a post is no longer held, or held against the state or body that it names ("opposition leader")."""
    return any(word in _words("people", "apart") for word in words.casefold().replace("-", " ").split())


def gender_of(words: str) -> Gender | None:
    """The pronoun that a title, an office or a given name calls for; None where it may be either."""
    for word in words.casefold().replace(".", "").split():
        for gender, kind in ((Gender.FEMALE, "female"), (Gender.MALE, "male")):
            if word in _words("people", kind):
                return gender
    return None


def gender_of_name(given: str) -> Gender | None:
    """The pronoun that a given name calls for."""
    name = given.casefold()
    if name in _words("given_names", "female"):
        return Gender.FEMALE
    return Gender.MALE if name in _words("given_names", "male") else None


def formal_name(given: str) -> str:
    """The given name in small letters that a short form stands for ("joseph" for "Joe"), else the name itself."""
    return _forms().get(given.casefold(), given.casefold())


@functools.cache
def _forms() -> dict[str, str]:
    text = resources.files("readout.grammar.words").joinpath("nicknames.toml").read_text("utf-8")
    lines = tomllib.loads(text)["forms"].splitlines()
    return {line.split()[0]: line.split()[1] for line in lines if line}


def _singular(noun: str) -> str:
    folded = noun.casefold().strip(".")
    return folded.removesuffix("s") if folded.removesuffix("s") in _words("people", "roles") else folded


@functools.cache
def _lines(file: str, kind: str) -> tuple[frozenset[str], ...]:
    text = resources.files("readout.grammar.words").joinpath(f"{file}.toml").read_text("utf-8")
    return tuple(frozenset(line.split()) for line in tomllib.loads(text)[kind].splitlines() if line)


@functools.cache
def _words(file: str, kind: str) -> frozenset[str]:
    text = resources.files("readout.grammar.words").joinpath(f"{file}.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[kind].split())
