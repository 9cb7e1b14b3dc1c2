"""One thing named in many reports: the chains of their notes joined, each join with its reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from readout.grammar.acronyms import is_acronym
from readout.grammar.countries import country_named
from readout.grammar.cues import is_agency
from readout.grammar.people import formal_name
from readout.link.grouping import Grouping
from readout.link.named import Named, first_span, fold, is_person, name_parts
from readout.link.persons import join_spellings, join_surnames
from readout.model.links import SharedEntity
from readout.model.notes import Form, NameKind, Notes
from readout.model.record import Reason
from readout.model.text import Article

_KINDS: dict[NameKind, Literal["person", "organization", "place"]] = {
    NameKind.PERSON: "person",
    NameKind.ORGANIZATION: "organization",
    NameKind.LOCATION: "place",
    NameKind.FACILITY: "place",
}


_FIRM = frozenset(
    (
        *("line", "lines", "group", "inc", "corp", "corporation", "company", "co", "ltd", "plc", "ag", "gmbh", "llc"),
        *("holdings", "industries", "airlines", "airways", "motors", "energy", "shipping", "systems", "technologies"),
    )
)  # last words of the names of firms


def find_entities(articles: Sequence[Article], notes: Sequence[Notes]) -> tuple[SharedEntity, ...]:
    """The things that the reports name. Neither the order of the articles nor of their chains matters."""
    named = [
        Named(article, note, chain, place)
        for article, note in sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
        for place, chain in enumerate(note.chains)
        if chain.name is not None and len(fold(chain.name)) > 1
    ]
    kinds = _kinds(named)
    grouping: Grouping[int] = Grouping(range(len(named)))
    _join_same(named, kinds, grouping)
    reasons = join_spellings(named, kinds, grouping) + join_surnames(named, kinds, grouping)
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


def _kinds(named: Sequence[Named]) -> dict[str, NameKind]:
    """For each name the kind that most mentions in all reports were read as."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for each in named:
        body = is_agency(each.name)
        votes[fold(each.name)].update(Counter([NameKind.ORGANIZATION]) if body else each.kinds())
    kinds = {name: max(count, key=lambda kind: (count[kind], kind.value)) for name, count in votes.items()}
    return kinds | dict.fromkeys(_bodies(named, kinds), NameKind.ORGANIZATION)


def _bodies(named: Sequence[Named], kinds: Mapping[str, NameKind]) -> set[str]:
    """Single names read as persons' that are short for a firm, and to which no report gives a pronoun or a post."""
    firms = _firms(named, kinds)
    people = {part for name, kind in kinds.items() if kind is NameKind.PERSON and " " in name for part in name.split()}
    human = {
        fold(each.name)
        for each in named
        if each.chain.roles or any(each.notes.mentions[i].form is Form.PRONOUN for i in each.chain.mentions)
    }
    return {name for name in firms if kinds.get(name) is NameKind.PERSON and name not in people | human}


def _firms(named: Sequence[Named], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """For each short name of a firm its full one, where the story has only one such ("Halvard" for "Halvard Line")."""
    full: dict[str, set[str]] = defaultdict(set)
    for each in named:
        short, *rest = fold(each.name).split()
        if rest and rest[-1].strip(".") in _FIRM and kinds[fold(each.name)] is not NameKind.PERSON:
            full[short].add(fold(each.name))
    return {short: names.pop() for short, names in full.items() if len(names) == 1}


def _join_same(named: Sequence[Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]) -> None:
    """Names that are the same but for case, "the" and middle initials, and acronyms with what they stand for."""
    holders: dict[str, int] = {}
    for index, each in enumerate(named):
        for key in _keys(each, kinds):
            if key in holders:
                grouping.join(holders[key], index)
            else:
                holders[key] = index


def _join_short_names(
    named: Sequence[Named], kinds: Mapping[str, NameKind], grouping: Grouping[int]
) -> list[tuple[int, Reason]]:
    """A firm by the first word of its name, and a person with one name in two reports where nobody else bears it."""
    firms = _firms(named, kinds) | _acronyms(named, kinds)
    borne = {part for each in named if is_person(each, kinds) for part in name_parts(each.name) if " " in each.name}
    first: dict[str, int] = {}
    reasons = []
    for index, each in enumerate(named):
        first.setdefault(fold(each.name), index)
    for index, each in enumerate(named):
        name = fold(each.name)
        person = is_person(each, kinds)
        full = first.get(firms.get(name, "")) if not person else None
        other = full if full is not None else first[name] if person and " " not in name and name not in borne else None
        if other is None or grouping.together(index, other) or not grouping.join(index, other):
            continue
        short = f"“{each.name}” is short for {named[other].name}, the only such name in the story."
        text = short if full is not None else f"“{each.name}” is the only one of that name in the story."
        reasons.append((index, Reason("short_name", text, (first_span(each), first_span(named[other])))))
    return reasons


def _acronyms(named: Sequence[Named], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """For each acronym that names a body the full name that it abbreviates, where the story has only one such."""
    bodies = {each.name for each in named if kinds[fold(each.name)] is NameKind.ORGANIZATION}
    full = {short: [name for name in bodies if is_acronym(short, name)] for short in bodies if " " not in short}
    return {fold(short): fold(names[0]) for short, names in full.items() if len({fold(one) for one in names}) == 1}


def _entity(members: Sequence[Named], kinds: Mapping[str, NameKind], because: Sequence[Reason]) -> SharedEntity:
    """The group as one entity, named in the fullest form that the reports print."""
    votes: Counter[NameKind] = sum((each.kinds() for each in members), Counter())
    state = next((country_named(each.name) for each in members if country_named(each.name)), None)
    person = any(is_person(each, kinds) for each in members)
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
            fold(" ".join(name_parts(each.name)[:1] + name_parts(each.name)[-1:])) if person else fold(each.name)
            for each in members
        ),
        chains=tuple((each.article.id, each.place) for each in members),
        because=tuple(because),
    )


def _keys(each: Named, kinds: Mapping[str, NameKind]) -> set[str]:
    if is_person(each, kinds):
        parts = name_parts(each.name)
        return {f"person {formal_name(parts[0])} {parts[-1]}"} if len(parts) > 1 else set()
    forms = {fold(span.of(each.article.text)) for span in each.spans()} if country_named(each.name) is None else set()
    return {f"name {fold(each.name)}"} | {f"name {form}" for form in forms if form.isalpha()}


def _is_firm(name: str) -> bool:
    _, *rest = fold(name).split()
    return bool(rest) and rest[-1].strip(".") in _FIRM
