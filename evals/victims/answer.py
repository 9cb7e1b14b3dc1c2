"""How many were killed and injured, from the figures that Readout tells; and the simplest answer to beat."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.grammar.figure_fates import fate_of
from readout.link.figures.told import Told, told_figures
from readout.model.notes import Notes
from readout.model.text import Article

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_INJURED = frozenset({"injured", "shot"})
_MOST = 100  # victims of one shooting: larger numbers are years, ages of roads and the like
_NEAR = 6  # words between a number and the word that says what befell those counted


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed and how many injured."""

    killed: int
    injured: int


def toll(article: Article, notes: Notes) -> Toll:
    """The toll by the figures: the count given most often, of those given as often the first.

    Who is "shot" is injured unless killed. Where nobody is counted but somebody is told to have died or been hurt
    ("a man was killed"), there is one.
    """
    told = [one for one in told_figures(article, notes, None) if one.kind == "people" or one.fate is not None]
    killed = _count(told, "killed")
    hurt = _count(told, "injured")
    shot = _count(told, "shot")
    if killed is None:
        killed = int(_tells(article.text, "killed"))
    if hurt is None and shot is not None:
        hurt = max(shot - killed, 0) if shot > killed else shot - killed
    if hurt is None:
        hurt = int(_tells(article.text, "injured") or (_tells(article.text, "shot") and not killed))
    return Toll(killed, max(hurt, 0))


def _count(told: list[Told], fate: str) -> int | None:
    """The count of a fate among the figures; None where none is given."""
    counts = [
        int(one.mention.amount.value)
        for one in told
        if one.fate == fate and one.mention.amount.value is not None and 0 < one.mention.amount.value < _MOST
    ]
    return max(counts, key=lambda value: (counts.count(value), -counts.index(value)), default=None)


def _tells(text: str, fate: str) -> bool:
    return any(fate_of(word) == fate for word in re.findall(r"[A-Za-z]+", text))


def baseline(text: str) -> Toll:
    """The number nearest to the first "killed" and to the first "injured"; none where there is no number."""
    return Toll(_nearest(text, "killed"), _nearest(text, "injured"))


def _nearest(text: str, word: str) -> int:
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    if word not in tokens:
        return 0
    place = tokens.index(word)
    numbers = [(abs(at - place), at, value) for at, token in enumerate(tokens) if (value := _value(token)) is not None]
    return min(numbers)[2] if numbers else 0


def _value(token: str) -> int | None:
    return int(token) if token.isdigit() else _NUMBERS.get(token)


def states(text: str, count: int, fates: frozenset[str]) -> bool:
    """Whether a sentence of the text has the count, as a number, near a word of one of the fates."""
    return any(count in found for found in _numbers_near(text, fates))


def _numbers_near(text: str, fates: frozenset[str]) -> Iterator[set[int]]:
    for sentence in _SENTENCE.split(text):
        tokens = _TOKEN.findall(sentence)
        told = [at for at, token in enumerate(tokens) if fate_of(token) in fates]
        yield {
            value
            for at, token in enumerate(tokens)
            if (value := _value(token.lower())) is not None and any(abs(at - other) <= _NEAR for other in told)
        }


KILLED = frozenset({"killed"})
INJURED = _INJURED
