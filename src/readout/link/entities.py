"""One thing named in many reports: the chains of their notes joined, each join with its reason."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from readout.grammar.acronyms import is_acronym
from readout.grammar.countries import country_named
from readout.grammar.cues import is_agency
from readout.grammar.people import PRONOUNS, Gender, formal_name, gender_of_name
from readout.link.grouping import Grouping
from readout.model.links import SharedEntity
from readout.model.notes import Chain, Form, Mention, NameKind, Notes
from readout.model.record import Reason, Span
from readout.model.text import Article, TextSpan

_ALIKE = 84  # ratio of two spellings of one surname (Orlovsky, Orlovskyy) beside a like first name
_KINDS: dict[NameKind, Literal["person", "organization", "place"]] = {
    NameKind.PERSON: "person",
    NameKind.ORGANIZATION: "organization",
    NameKind.LOCATION: "place",
    NameKind.FACILITY: "place",
}


_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")  # "C.I.A."
_FIRM = frozenset(
    (
        *("line", "lines", "group", "inc", "corp", "corporation", "company", "co", "ltd", "plc", "ag", "gmbh", "llc"),
        *("holdings", "industries", "airlines", "airways", "motors", "energy", "shipping", "systems", "technologies"),
    )
)  # last words of the names of firms


@dataclass(frozen=True, slots=True)
class _Named:
    """A chain of one article, with the forms that its mentions print."""

    article: Article
    notes: Notes
    chain: Chain
    place: int

    @property
    def name(self) -> str:
        return self.chain.name or ""

    def spans(self) -> Iterable[TextSpan]:
        return (each.span for each in self._names())

    def kinds(self) -> Counter[NameKind]:
        return Counter(each.kind for each in self._names())

    def gender(self) -> Gender | None:
        """The gender that its pronouns, else its given name tell."""
        mentions = [self.notes.mentions[i] for i in self.chain.mentions]
        votes = Counter(
            PRONOUNS.get(each.span.of(self.article.text).casefold()) for each in mentions if each.form is Form.PRONOUN
        )
        parts = self.name.split()
        told = gender_of_name(parts[0]) if len(parts) > 1 else None
        return told or max(votes, key=lambda gender: votes[gender], default=None)

    def _names(self) -> list[Mention]:
        """The mentions by name; a pronoun or description tells nothing of it."""
        mentions = [self.notes.mentions[i] for i in self.chain.mentions]
        return [each for each in mentions if each.form in {Form.NAME, Form.METONYM}]


def find_entities(articles: Sequence[Article], notes: Sequence[Notes]) -> tuple[SharedEntity, ...]:
    """The things that the reports name. Neither the order of the articles nor of their chains matters."""
    named = [
        _Named(article, note, chain, place)
        for article, note in sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
        for place, chain in enumerate(note.chains)
        if chain.name is not None and len(_fold(chain.name)) > 1
    ]
    kinds = _kinds(named)
    grouping: Grouping[int] = Grouping(range(len(named)))
    _join_same(named, kinds, grouping)
    reasons = _join_spellings(named, kinds, grouping) + _join_surnames(named, kinds, grouping)
    reasons += _join_short_names(named, kinds, grouping)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(named)):
        groups[grouping.root(index)].append(index)
    because: dict[int, list[Reason]] = defaultdict(list)
    for index, reason in reasons:
        because[grouping.root(index)].append(reason)
    made = [_entity([named[i] for i in members], kinds, because[root]) for root, members in groups.items()]
    return tuple(sorted(_told_apart(made), key=lambda entity: (entity.kind, entity.key)))


def _told_apart(made: Sequence[SharedEntity]) -> Iterator[SharedEntity]:
    """Entities with keys of their own: those that share one have also their first report in it."""
    count = Counter((each.kind, each.key) for each in made)
    for each in made:
        alone = count[each.kind, each.key] == 1
        yield each if alone else replace(each, key=f"{each.key} {min(each.chains)[0]}")


def _kinds(named: Sequence[_Named]) -> dict[str, NameKind]:
    """For each name the kind that most mentions in all reports were read as."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for each in named:
        body = is_agency(each.name)
        votes[_fold(each.name)].update(Counter([NameKind.ORGANIZATION]) if body else each.kinds())
    kinds = {name: max(count, key=lambda kind: (count[kind], kind.value)) for name, count in votes.items()}
    return kinds | dict.fromkeys(_bodies(named, kinds), NameKind.ORGANIZATION)


def _bodies(named: Sequence[_Named], kinds: Mapping[str, NameKind]) -> set[str]:
    """Single names read as persons' that are short for a firm, and to which no report gives a pronoun or a post."""
    firms = _firms(named, kinds)
    people = {part for name, kind in kinds.items() if kind is NameKind.PERSON and " " in name for part in name.split()}
    human = {
        _fold(each.name)
        for each in named
        if each.chain.roles or any(each.notes.mentions[i].form is Form.PRONOUN for i in each.chain.mentions)
    }
    return {name for name in firms if kinds.get(name) is NameKind.PERSON and name not in people | human}


def _firms(named: Sequence[_Named], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """For each short name of a firm its full one, where the story has only one such ("Halvard" for "Halvard Line")."""
    full: dict[str, set[str]] = defaultdict(set)
    for each in named:
        short, *rest = _fold(each.name).split()
        if rest and rest[-1].strip(".") in _FIRM and kinds[_fold(each.name)] is not NameKind.PERSON:
            full[short].add(_fold(each.name))
    return {short: names.pop() for short, names in full.items() if len(names) == 1}


def _join_same(named: Sequence[_Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]) -> None:
    """Names that are the same but for case, "the" and middle initials, and acronyms with what they stand for."""
    holders: dict[str, int] = {}
    for index, each in enumerate(named):
        for key in _keys(each, kinds):
            if key in holders:
                grouping.join(holders[key], index)
            else:
                holders[key] = index


def _join_spellings(
    named: Sequence[_Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """Persons whose names differ in spelling only."""
    persons = _first_of_each(named, kinds, grouping)
    reasons = []
    for one, other in combinations(persons, 2):
        left, right = named[one], named[other]
        if grouping.together(one, other) or not _spelt_alike(_parts(left.name), _parts(right.name)):
            continue
        grouping.join(one, other)
        text = f"“{left.name}” and “{right.name}” are spellings of one name."
        reasons.append((one, Reason("spelling", text, (_first_span(left), _first_span(right)))))
    return reasons


def _join_surnames(
    named: Sequence[_Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """A surname alone in one report, with the only person of the story who bears it and whom it may mean."""
    full: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(named):
        parts = _parts(each.name)
        if _is_person(each, kinds) and len(parts) > 1:
            full[parts[-1]].append(index)
    reasons = []
    for index, each in enumerate(named):
        parts = _parts(each.name)
        bearers = full.get(parts[0], []) if len(parts) == 1 and _is_person(each, kinds) else []
        bearers = [i for i in bearers if _may_be(each, named[i])]
        if len({grouping.root(i) for i in bearers}) != 1:  # asked anew each time: a join moves the roots
            continue
        bearer = named[bearers[0]]
        grouping.join(index, bearers[0])
        text = f"“{each.name}” is taken for {bearer.name}, the only person of the story with that surname."
        reasons.append((index, Reason("surname", text, (_first_span(each), _first_span(bearer)))))
    return reasons


def _may_be(each: _Named, bearer: _Named) -> bool:
    """Whether a surname may mean its bearer: not where one report told the two apart, nor a he that is a she."""
    genders = {each.gender(), bearer.gender()} - {None}
    return each.article.id != bearer.article.id and len(genders) < 2


def _join_short_names(
    named: Sequence[_Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """A firm by the first word of its name, and a person with one name in two reports where nobody else bears it."""
    firms = _firms(named, kinds) | _acronyms(named, kinds)
    borne = {part for each in named if _is_person(each, kinds) for part in _parts(each.name) if " " in each.name}
    first: dict[str, int] = {}
    reasons = []
    for index, each in enumerate(named):
        first.setdefault(_fold(each.name), index)
    for index, each in enumerate(named):
        name = _fold(each.name)
        person = _is_person(each, kinds)
        full = first.get(firms.get(name, "")) if not person else None
        other = full if full is not None else first[name] if person and " " not in name and name not in borne else None
        if other is None or grouping.together(index, other) or not grouping.join(index, other):
            continue
        short = f"“{each.name}” is short for {named[other].name}, the only such name in the story."
        text = short if full is not None else f"“{each.name}” is the only one of that name in the story."
        reasons.append((index, Reason("short_name", text, (_first_span(each), _first_span(named[other])))))
    return reasons


def _acronyms(named: Sequence[_Named], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """For each acronym that names a body the full name that it abbreviates, where the story has only one such."""
    bodies = {each.name for each in named if kinds[_fold(each.name)] is NameKind.ORGANIZATION}
    full = {short: [name for name in bodies if is_acronym(short, name)] for short in bodies if " " not in short}
    return {_fold(short): _fold(names[0]) for short, names in full.items() if len({_fold(one) for one in names}) == 1}


def _first_of_each(named: Sequence[_Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]) -> list[int]:
    """One chain for each person named in full so far."""
    first: dict[int, int] = {}
    for index, each in enumerate(named):
        if _is_person(each, kinds) and len(_parts(each.name)) > 1:
            first.setdefault(grouping.root(index), index)
    return list(first.values())


def _spelt_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names differ as transliterations do: both parts much alike, and at least one the same."""
    short, long = sorted((list(left), list(right)), key=len)
    if len(long) > len(short) > 1 and long[-len(short) :] == short:
        return True  # “Suu Kyi” and “Aung San Suu Kyi”
    first, last = fuzz.ratio(left[0], right[0]), fuzz.ratio(left[-1], right[-1])
    return (first == 100 and last >= _ALIKE) or (last == 100 and first >= _ALIKE - 10 and left[0][0] == right[0][0])


def _entity(members: Sequence[_Named], kinds: Mapping[str, NameKind], because: Sequence[Reason]) -> SharedEntity:
    """The group as one entity, named in the fullest form that the reports print."""
    votes: Counter[NameKind] = sum((each.kinds() for each in members), Counter())
    state = next((country_named(each.name) for each in members if country_named(each.name)), None)
    person = any(_is_person(each, kinds) for each in members)
    kind: Literal["person", "organization", "place", "country"]
    if person or state:
        kind = "person" if person else "country"
    elif any(is_agency(each.name) for each in members):
        kind = "organization"
    else:
        read = _KINDS[max(votes, key=lambda each: (votes[each], each.value))]
        kind = "organization" if read == "person" or any(_is_firm(each.name) for each in members) else read
    names = Counter(each.name for each in members)
    name = state.name if state else max(names, key=lambda each: (len(each.split()), names[each], len(each), each))
    return SharedEntity(
        kind=kind,
        name=name,
        key=min(
            _fold(" ".join(_parts(each.name)[:1] + _parts(each.name)[-1:])) if person else _fold(each.name)
            for each in members
        ),
        chains=tuple((each.article.id, each.place) for each in members),
        because=tuple(because),
    )


def _keys(each: _Named, kinds: Mapping[str, NameKind]) -> set[str]:
    if _is_person(each, kinds):
        parts = _parts(each.name)
        return {f"person {formal_name(parts[0])} {parts[-1]}"} if len(parts) > 1 else set()
    forms = {_fold(span.of(each.article.text)) for span in each.spans()} if country_named(each.name) is None else set()
    return {f"name {_fold(each.name)}"} | {f"name {form}" for form in forms if form.isalpha()}


def _is_person(each: _Named, kinds: Mapping[str, NameKind]) -> bool:
    return kinds[_fold(each.name)] is NameKind.PERSON


def _is_firm(name: str) -> bool:
    _, *rest = _fold(name).split()
    return bool(rest) and rest[-1].strip(".") in _FIRM


def _parts(name: str) -> list[str]:
    spelt = [part.casefold().strip(".,") for part in name.split()]
    return [part for part in spelt if len(part) > 1] or spelt


def _fold(name: str) -> str:
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), name)
    return " ".join(plain.casefold().removeprefix("the ").replace("’", "'").split())


def _first_span(each: _Named) -> Span:
    span = next(iter(each.spans()))
    return Span(each.article.id, span.start, span.end)
