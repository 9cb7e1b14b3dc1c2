"""The names beside a figure, with what tells each from others: a country, an entity of the story, else the words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.grammar.countries import country_named, country_of_people, country_seated_at
from readout.grammar.figures import YEAR_OF_AGE
from readout.model.notes import FigureMention, NameKind, Notes
from readout.model.text import Article, TextSpan

_BESIDE = re.compile(r",\s(?:aged\s)?")  # between a name and the age behind it
_AHEAD = re.compile(r"(?:\s[a-z-]+){0,4}\s")  # between an age and the name behind it
_NAMES = frozenset(
    {
        NameKind.PERSON,
        NameKind.ORGANIZATION,
        NameKind.LOCATION,
        NameKind.NATIONALITY,
        NameKind.FACILITY,
        NameKind.PRODUCT,
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a report: its place, its key, whether it is a country's, or else that of a place within one."""

    span: TextSpan
    key: str
    is_country: bool = False
    is_locality: bool = False


def named_in(article: Article, notes: Notes, keys: Mapping[int, str]) -> list[Named]:
    """The names of a report; `keys` are those of the entities of its chains."""
    chains = {
        mention: keys[place] for place, chain in enumerate(notes.chains) if place in keys for mention in chain.mentions
    }
    found: list[Named] = []
    for number, mention in enumerate(notes.mentions):
        words = mention.span.of(article.text)
        country = country_named(words) or country_of_people(words) or country_seated_at(words)
        if country is not None:
            found.append(Named(mention.span, country.name, is_country=True))
        elif mention.kind in _NAMES:
            is_locality = mention.kind is NameKind.LOCATION
            key = words.casefold() if is_locality else chains.get(number) or words.casefold()
            found.append(Named(mention.span, key, is_locality=is_locality))
    return found


def names_beside(text: str, one: FigureMention, named: Sequence[Named]) -> frozenset[str]:
    """The names in what is measured; of an age only the name that it stands beside."""
    if one.amount.unit != YEAR_OF_AGE:
        return frozenset(name.key for name in named if any(name.span.overlaps(part) for part in one.measures))
    start, end = one.span.start, one.span.end
    return frozenset(
        name.key
        for name in named
        if _BESIDE.fullmatch(text[name.span.end : start]) or _AHEAD.fullmatch(text[end : name.span.start])
    )
