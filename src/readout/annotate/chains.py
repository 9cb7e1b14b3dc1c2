"""Mentions of one thing in one article: full names, surnames, acronyms, countries by their names and seats.

Only the text proper makes a thing of the story; headlines, captions and pull-quotes add mentions to what it knows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from readout.annotate.misread import bare_name, is_post, joined_names, named_rightly, only_between_marks
from readout.grammar.acronyms import abbreviates, is_acronym
from readout.grammar.countries import country_named, country_seated_at
from readout.grammar.people import Gender, formal_name, gender_of, gender_of_name, is_person, is_role
from readout.model.notes import Chain, Form, Mention, NameKind, Notes
from readout.model.text import Article, Role

_CHAINED = {NameKind.PERSON, NameKind.ORGANIZATION, NameKind.LOCATION, NameKind.FACILITY}
_SEAT = re.compile(r"^[A-Z]-[A-Z][\w.-]*$")  # "D-Colo.", whom a legislator sits for
_INITIAL = re.compile(r"^[A-Z]\.?$")
_ACRONYM = re.compile(r"^\s?\((?P<short>[A-Z][A-Z.&/-]{1,9})\)")
_HEADS = frozenset({"President", "Chancellor", "Premier", "Minister", "King", "Prince"})
_BESIDE = 120  # characters between a surname and the full name of somebody else who bears it
_AHEAD = 24  # characters before a name in which its title stands


@dataclass(slots=True)
class _Thing:
    """A chain while it is being gathered."""

    kind: NameKind
    name: str
    keys: set[str] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    in_body: bool = False
    called: set[str] = field(default_factory=set)  # the parts of all forms of a person's name


def chained(article: Article, notes: Notes) -> Notes:
    """The notes with their mentions chained. Mentions of states by their seats get the form `metonym`."""
    gatherer = _Gatherer(article, notes)
    gatherer.gather()
    kept = [thing for thing in gatherer.things if thing.in_body]
    chains = tuple(_chain(thing, gatherer.mentions) for thing in kept)
    return replace(notes, mentions=tuple(gatherer.mentions), chains=chains)


class _Gatherer:
    """Puts the mentions of one article with the things they name."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self.things: list[_Thing] = []
        self.mentions = named_rightly(article.text, joined_names(article.text, notes.mentions))
        self._titles = only_between_marks(article.text, self.mentions)
        self._text = article.text
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._credit = article.heading.agency.spans if article.heading.agency is not None else ()
        self._acting = [span for said in notes.attributions for span in said.source]
        self._acting += [act.actor for act in notes.acts if act.actor is not None]

    def gather(self) -> None:
        """Full names first, and those of the text before those of headlines: a surname may stand above them all."""
        order = sorted(range(len(self.mentions)), key=lambda i: (not self._in_body(i), self.mentions[i].span))
        order.sort(key=self._turn)
        for index in order:
            if self.mentions[index].kind in _CHAINED and not self._credits(index):
                self._take(index)

    def _turn(self, index: int) -> int:
        """Full names first, then surnames with a title, which tells who of two is meant, then surnames alone."""
        if self._is_full(index):
            return 0
        return 1 if self._title(self.mentions[index]) else 2

    def _title(self, mention: Mention) -> Gender | str | None:
        """The gender or the high post that stands before a surname."""
        words = self._before(mention)
        return gender_of(words) or next((one for word in words.split() if (one := word.strip(".")) in _HEADS), None)

    def _is_made_of(self, name: str) -> bool:
        """Whether a single word is made of the surnames of others: “Orlova-Maas”, “Orlovacare”."""
        known = {_parts(thing.name)[-1] for thing in self.things if thing.kind is NameKind.PERSON and " " in thing.name}
        parts = name.casefold().split("-")
        joined = len(parts) > 1 and all(part in known for part in parts)
        return " " not in name and (
            joined or any(name.casefold().startswith(each) and len(name) > len(each) + 3 for each in known)
        )

    def _in_body(self, index: int) -> bool:
        start = self.mentions[index].span.start
        return any(each.start <= start < each.end for each in self._body)

    def _credits(self, index: int) -> bool:
        """Whether a name is the agency of a dateline or sign-off, which is not of the story."""
        return any(self.mentions[index].span.overlaps(span) for span in self._credit)

    def _name(self, index: int) -> str:
        return bare_name(self.mentions[index].span.of(self._text))

    def _is_full(self, index: int) -> bool:
        return self.mentions[index].kind is not NameKind.PERSON or len(self._name(index).split()) > 1

    def _take(self, index: int) -> None:
        name = self._state(index) or self._name(index)
        mention = self.mentions[index]
        if _SEAT.match(name) or not any(char.isalpha() for char in name) or is_post(mention, name):
            return
        if mention.kind is NameKind.PERSON and (name in self._titles or self._is_made_of(name)):
            return
        thing = self._known(mention, name)
        if thing is None:
            thing = _Thing(mention.kind, name)
            self.things.append(thing)
        thing.called.update(_parts(name) if mention.kind is NameKind.PERSON else ())
        thing.keys |= _keys(self._text, mention, name)
        if mention.kind is NameKind.PERSON and len(name) > len(thing.name):
            thing.name = name
        thing.mentions.append(index)
        thing.in_body = thing.in_body or self._in_body(index)

    def _state(self, index: int) -> str | None:
        """The short name of the country that a mention names, or acts for as the seat of its government."""
        mention, name = self.mentions[index], self._name(index)
        if mention.kind is NameKind.PERSON:
            return None
        named = country_named(name)
        if named is None and any(mention.span.overlaps(span) for span in self._acting):
            named = country_seated_at(name)
            if named is not None:
                self.mentions[index] = replace(mention, form=Form.METONYM)
        return named.name if named is not None else None

    def _known(self, mention: Mention, name: str) -> _Thing | None:
        """The thing that a name names: the same name, or for a single name the person last called so in full."""
        keys = _keys(self._text, mention, name)
        person = mention.kind is NameKind.PERSON
        same = [thing for thing in self.things if thing.keys & keys and (thing.kind is NameKind.PERSON) is person]
        if person and len(name.split()) > 1 and not same:
            same = [thing for thing in self.things if thing.kind is NameKind.PERSON and _is_short(name, thing.name)]
            same = same if len(same) == 1 else []
        if not person and not same and mention.kind is NameKind.ORGANIZATION:
            same = [thing for thing in self.things if thing.kind is mention.kind and is_acronym(name, thing.name)]
            same = same if len(same) == 1 else []
        if not person or len(name.split()) > 1:
            return same[0] if same else None
        single = name.casefold()
        called = [thing for thing in self.things if thing.kind is NameKind.PERSON and single in thing.called]
        called, same = ([thing for thing in things if self._may_be(mention, thing)] for things in (called, same))
        surnamed = [thing for thing in called if _parts(thing.name)[-1] == single] or called
        found = surnamed or same
        return min(
            found, key=lambda one: (self._distance(mention, one), -len(one.mentions), len(one.name)), default=None
        )

    def _may_be(self, mention: Mention, thing: _Thing) -> bool:
        """Whether a surname may mean a person, by its title."""
        title = gender_of(self._before(mention))
        return (title is None or _gender(thing.name) in {None, title}) and not self._is_another(mention, thing)

    def _is_another(self, mention: Mention, thing: _Thing) -> bool:
        """Whether “President Orlov” is not the Vera Orlova of the text: she has another post, or stands beside him."""
        post = next((word.strip(".") for word in self._before(mention).split() if word.strip(".") in _HEADS), None)
        if post is None or _gender(thing.name) is not Gender.FEMALE:
            return False
        full = [self.mentions[i] for i in thing.mentions if " " in self._name(i)]
        beside = {word.casefold().strip(".,") for each in full for word in self._before(each).split()}
        if post.casefold() in beside:
            return False
        near = any(abs(each.span.start - mention.span.start) < _BESIDE for each in full)
        return near or any(is_role(word) or is_person(word) or word in {"lady", "elect"} for word in beside)

    def _before(self, mention: Mention) -> str:
        """The title of a name, before it or read as part of it: “Mrs.” Orlova."""
        words = self._text[max(0, mention.span.start - _AHEAD) : mention.span.start].split()
        inside = mention.span.of(self._text).split()[:-1]
        return " ".join([*words[-1:], *inside[:1]])

    def _distance(self, mention: Mention, thing: _Thing) -> int:
        """Characters since a thing was last mentioned."""
        gaps = [mention.span.start - self.mentions[i].span.start for i in thing.mentions]
        return min((gap for gap in gaps if gap >= 0), default=len(self._text))


def _is_short(name: str, other: str) -> bool:
    """Whether one of two names in full ends the other: “Suu Kyi” of “Aung San Suu Kyi”."""
    left, right = sorted((name.casefold().split(), other.casefold().split()), key=len)
    return len(left) > 1 and len(right) > len(left) and right[-len(left) :] == left


def _gender(name: str) -> Gender | None:
    """The pronoun that a full name's given name calls for."""
    parts = name.split()
    return gender_of_name(parts[0]) if len(parts) > 1 else None


def _keys(text: str, mention: Mention, name: str) -> set[str]:
    """What tells that two mentions name one thing."""
    if mention.kind is NameKind.PERSON:
        parts = _parts(name)
        return (
            {" ".join((formal_name(parts[0]), parts[-1]))}
            if len(parts) > 1
            else {parts[0]}
            if parts
            else {name.casefold()}
        )
    keys = {name.casefold().removeprefix("the ")}
    acronym = _ACRONYM.match(text[mention.span.end : mention.span.end + 14])
    if acronym is not None and abbreviates(acronym.group("short"), name):
        keys.add(acronym.group("short").casefold())
    return keys


def _parts(name: str) -> list[str]:
    """The parts of a person's name in small letters, initials left out where more than one part is spelt out."""
    parts = [part for part in name.split() if not _INITIAL.match(part)]
    return [
        part.casefold().strip(".,") for part in (parts if len(parts) > 1 or len(name.split()) == 1 else name.split())
    ]


def _chain(thing: _Thing, mentions: Sequence[Mention]) -> Chain:
    indices = tuple(sorted(thing.mentions, key=lambda i: mentions[i].span))
    return Chain(indices, thing.name, (), (), min(mentions[i].score for i in indices))
