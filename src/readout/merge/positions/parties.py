"""Whose position it is: the holder of a stance to the state, body or person whose column it stands in."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readout.annotate.roles import state_named
from readout.annotate.stances.lexicon import body_state, words
from readout.merge.sources import Sources
from readout.model.notes import Stance
from readout.model.record import Entity
from readout.model.text import TextSpan

_AT_HOME = 0.85  # share of the stances held for one state from which on a dispute is that state's own


class Parties:
    """The parties of one story. Between states all who act for one stand for it; at home each stands for himself."""

    def __init__(self, entities: Sequence[Entity], sources: Sources) -> None:
        self._entities: Mapping[str, Entity] = {each.id: each for each in entities}
        self._countries = {each.name: each.id for each in entities if each.kind == "country"}
        self._sources = sources
        self._home = self._at_home()

    def of(self, article: str, stance: Stance) -> str | None:
        """The party that holds a stance; None where the reports do not tell it."""
        return self._party(article, stance.chain, stance.acts_for)

    def target(self, article: str, stance: Stance) -> str | None:
        """The party that a stance is aimed at."""
        return self._party(article, stance.target_chain, stance.target_acts_for)

    def speaker(self, article: str, stance: Stance, party: str) -> str | None:
        """The person who speaks for a party: the holder, or the source of the words, if either acts for it."""
        attributions = self._sources.notes[article].attributions
        said = attributions[stance.attribution].chain if stance.attribution is not None else None
        for chain in (said, stance.chain):
            entity = self._entity(article, chain)
            if entity is not None and entity.kind == "person" and self._party(article, chain, None) == party:
                return entity.id
        return None

    def _entity(self, article: str, chain: int | None) -> Entity | None:
        return None if chain is None else self._entities.get(self._sources.entities.get((article, chain), ""))

    def _state(self, article: str, words: TextSpan | None) -> str | None:
        """The state that words name or that is known to stand behind them."""
        if words is None:
            return None
        printed = words.of(self._sources.articles[article].text)
        name = state_named(printed.strip()) or body_state(printed)
        return self._countries.get(name) if name is not None else None

    def _body(self, article: str, words: TextSpan | None) -> str | None:
        """The body whose name words are, a mention of it or a part of one."""
        if words is None:
            return None
        notes = self._sources.notes[article]
        for place, chain in enumerate(notes.chains):
            if any(notes.mentions[i].span == words for i in chain.mentions):
                entity = self._entity(article, place)
                if entity is not None and entity.kind in {"organization", "country", "group"}:
                    return entity.id
        printed = words.of(self._sources.articles[article].text).casefold()
        called = [e.id for e in self._entities.values() if e.kind == "organization" and printed == e.name.casefold()]
        return called[0] if len(called) == 1 else None

    def _party(self, article: str, chain: int | None, acts_for: TextSpan | None) -> str | None:
        entity = self._entity(article, chain)
        state = self._state(article, acts_for)
        if entity is None:
            return state or self._body(article, acts_for)
        if entity.kind == "person":
            behind = entity.party or state or self._body(article, acts_for)
            if behind is None or behind == self._home or self._is_assembly(behind):
                return entity.id
            return behind
        if state is not None and (state != self._home or entity.kind in {"place", "country"}):
            return state
        return entity.id if entity.kind in {"organization", "country", "group"} else None

    def _target_state(self, article: str, stance: Stance) -> str | None:
        """The state that a stance is aimed at, or whose officer it is aimed at."""
        entity = self._entity(article, stance.target_chain)
        if entity is not None and entity.kind == "person":
            behind = entity.party
            return behind if behind is not None and self._entities[behind].kind == "country" else None
        return self._state(article, stance.target_acts_for)

    def _is_assembly(self, party: str) -> bool:
        """Whether a body's members speak each for himself."""
        return self._entities[party].name.casefold().split()[-1] in words("people", "assemblies")

    def _at_home(self) -> str | None:
        """The state within which the dispute is, where nearly all who act for a state act for that one."""
        held: Counter[str] = Counter()
        people: dict[str, set[str]] = {}
        for article, notes in self._sources.notes.items():
            for stance in notes.stances:
                entity = self._entity(article, stance.chain)
                state = self._state(article, stance.acts_for)
                if entity is not None and entity.kind == "person":
                    state = state or entity.party
                if entity is not None and entity.kind == "country":
                    state = entity.id
                aimed = self._target_state(article, stance)
                if aimed is not None and aimed != state:
                    held[aimed] += 1
                if state is not None and self._entities[state].kind == "country":
                    held[state] += 1
                    if entity is not None and entity.kind == "person":
                        people.setdefault(state, set()).add(entity.id)
        if not held:
            return None
        first, often = max(held.items(), key=lambda one: (one[1], one[0]))
        return first if often >= _AT_HOME * held.total() else None
