"""Whom a description means: "the Russian minister", "the union", "the official", "it"; among those before it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from readout.annotate.roles import head_noun, state_named, words_of
from readout.annotate.scene import Scene
from readout.grammar.people import is_body, is_loose, same_post
from readout.model.notes import Chain, NameKind
from readout.model.text import TextSpan

FILLERS = frozenset({"the", "a", "an", "this", "that", "senior", "top", "other", "unnamed", "same", "also", "both"})
_OWNERS = (NameKind.ORGANIZATION, NameKind.LOCATION, NameKind.FACILITY)
_RECENT = 4  # speakers back in which "the U.S. official" is looked for
_NEAR = 4  # paragraphs in which a body was last named that a noun alone means


class Descriptions:
    """The people and bodies of one scene by the words for them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.text
        self._named = len(scene.chains)
        self._starts = [sorted(scene.notes.mentions[i].span.start for i in chain.mentions) for chain in scene.chains]
        self._bodies = {
            place
            for place, chain in enumerate(scene.chains)
            if chain.name is not None and scene.notes.mentions[chain.mentions[0]].kind in _OWNERS
        }
        self._organizations = {
            place
            for place in self._bodies
            if scene.notes.mentions[scene.chains[place].mentions[0]].kind is NameKind.ORGANIZATION
        }
        self._mentions = sorted(
            (scene.notes.mentions[i].span, place) for place in self._bodies for i in scene.chains[place].mentions
        )
        self._said: dict[int, frozenset[str]] = {}

    def is_body(self, chain: int) -> bool:
        """Whether a chain is a body's, a state's or a place's."""
        return chain in self._bodies

    def holder(self, span: TextSpan, words: Sequence[str]) -> int | None:
        """The one chain before a definite description whose posts or name it repeats; `words`: its own to its head."""
        head = words[-1].casefold().strip(".,'’")
        content = words_of([TextSpan(span.start, span.start + len(" ".join(words)))], self._text) - FILLERS
        seen = [place for place, chain in enumerate(self._scene.chains) if self._first(place, chain) < span.start]
        unnamed = [
            place
            for place in seen
            if place >= self._named and head in self._words(place) and content <= self._words(place)
        ]
        people = [place for place in seen if place < self._named and place not in self._bodies]
        exact = [place for place in people if head in self._heads(place) and content <= self._called(place, content)]
        if unnamed and not exact:
            return unnamed[-1]
        if len(exact) == 1 and not unnamed:
            return exact[0]
        if is_loose(head) and not unnamed:
            return self._loosely(span, words, exact or people)
        return None if exact else self._body(span, seen, head, content)

    def it(self, start: int) -> int | None:
        """The body or state that an "it" means: a subject of its sentence or the last one, or who spoke last."""
        sentence = self._scene.sentence(start)
        if sentence is None:
            return None
        own = self._subjects(sentence.span.start, start)
        if own:
            return own[-1]
        named = (span.start for span, _ in self._mentions if sentence.span.start <= span.start < start)
        if any(not self._scene.in_speech(place) for place in named):
            return None  # another that its sentence names may be meant
        last = self._scene.last_speaker(start)
        if last is not None:
            return last.chain if last.chain in self._bodies else None
        before = self._scene.sentence(sentence.span.start - 2)
        if before is None or self._scene.paragraph(before.span.start) != self._scene.paragraph(start):
            return None
        told = set(self._subjects(before.span.start, before.span.end))
        return told.pop() if len(told) == 1 else None

    def _subjects(self, start: int, end: int) -> list[int]:
        """The bodies that are subjects between two places, outside quotations."""
        first, last = (bisect_left(self._mentions, place, key=lambda each: each[0].start) for place in (start, end))
        return [
            place
            for span, place in self._mentions[first:last]
            if self._scene.is_subject(span) and not self._scene.in_speech(span.start)
        ]

    def _loosely(self, span: TextSpan, words: Sequence[str], people: Sequence[int]) -> int | None:
        """“the U.S. official”: the last of those who spoke, where the post is held for that state and no other was."""
        states = {state for word in words if (state := state_named(word.strip(",")))}
        spoke = [each.chain for each in self._scene.spoke_before(span.start, _RECENT)]
        recent = [chain for chain in spoke if chain is not None and chain in people and self._states(chain) & states]
        return recent[-1] if len(set(recent)) == 1 else None

    def _body(self, span: TextSpan, seen: Sequence[int], head: str, content: frozenset[str]) -> int | None:
        """“the union”: the one body near before it whose name has the word, or that alone was told of right before."""
        if len(content) > 2:
            return None
        near = [place for place in seen if place in self._bodies and self._paragraphs_since(place, span.start) <= _NEAR]
        found = [place for place in near if content <= self._name_words(place) and self._last_word(place) == head]
        if found:
            return found[0] if len(found) == 1 else None
        if len(content) > 1 or not is_body(head):
            return None
        told = [place for place in near if self._paragraphs_since(place, span.start) <= 1 and self._may_be(place, head)]
        return told[0] if len(told) == 1 else None

    def _may_be(self, place: int, head: str) -> bool:
        """Whether a body may be called by a noun: its name has no other word for a body, and it is no place."""
        return place in self._organizations and not any(is_body(word) for word in self._name_words(place) - {head})

    def _paragraphs_since(self, place: int, start: int) -> int:
        """Paragraphs between the last mention of a chain before a place and the place."""
        number = bisect_left(self._starts[place], start) - 1
        here = self._scene.paragraph(start)
        there = self._scene.paragraph(self._starts[place][number]) if number >= 0 else None
        return here - there if here is not None and there is not None else _NEAR + 1

    def _first(self, place: int, chain: Chain) -> int:
        return self._starts[place][0] if place < self._named else chain.roles[0].start

    def _last_word(self, place: int) -> str:
        return (self._scene.chains[place].name or "").casefold().split()[-1]

    def _words(self, place: int) -> frozenset[str]:
        if place not in self._said:
            said = words_of(self._scene.chains[place].roles, self._text)
            self._said[place] = said.union(*(same_post(word) for word in said))
        return self._said[place]

    def _heads(self, place: int) -> frozenset[str]:
        heads = (head_noun(role.of(self._text)) for role in self._scene.chains[place].roles)
        return frozenset[str]().union(*map(same_post, heads))

    def _called(self, place: int, content: frozenset[str]) -> frozenset[str]:
        """The words of a person's posts, with those of `content` that say the state of them otherwise."""
        states = self._states(place)
        return self._words(place) | {word for word in content if state_named(word.title()) in states}

    def _states(self, place: int) -> frozenset[str]:
        spans = self._scene.chains[place].party
        return frozenset(state for span in spans if (state := state_named(span.of(self._text))))

    def _name_words(self, place: int) -> frozenset[str]:
        name = self._scene.chains[place].name or ""
        return frozenset(re.findall(r"[^\W_]+", name.casefold()))
