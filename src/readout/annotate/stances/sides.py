"""Whose stance it is: the words of a holder to somebody whom the report knows, or to the state or body they act for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from readout.annotate.roles import state_named
from readout.annotate.stances.lexicon import body_state, singular
from readout.annotate.stances.tree import Tree
from readout.grammar.countries import country_named
from readout.grammar.people import is_nobodys, is_role
from readout.model.notes import Attribution, Directness, NameKind, Notes
from readout.model.text import TextSpan

_FIRST: Final = frozenset({"we", "us", "our", "i", "my", "ours", "me"})
_BODY: Final = frozenset({"it", "its", "they", "their", "them"})
_HUMAN: Final = frozenset({"he", "she", "his", "her", "him"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whose"})
_OWN: Final = frozenset(
    (
        *("country", "government", "side", "nation", "administration", "company", "union", "party", "ministry", "team"),
        *(
            "office",
            "firm",
            "members",
            "group",
            "people",
            "republic",
            "state",
            "alliance",
            "organization",
            "delegation",
        ),
    )
)
_COMMON: Final = frozenset(
    (
        "company",
        "group",
        "corporation",
        "department",
        "ministry",
        "office",
        "agency",
        "committee",
        "bank",
        "party",
        "house",
    )
)
_NEAR: Final = 8  # mentions before a word among which the one that covers it is looked for
_STATES: Final = frozenset({"country", "government", "nation", "administration", "republic", "state"})
_ARMS: Final = frozenset(
    (
        *("military", "army", "government", "ministry", "navy", "side", "delegation", "authorities", "administration"),
        *("forces", "officials", "diplomats", "negotiators", "lawmakers", "leaders", "envoys", "parliament", "embassy"),
        *("leadership", "regulators", "prosecutors", "ministers", "generals", "cabinet", "senate", "congress", "team"),
        *("police", "lawyers", "attorneys", "representatives", "executives", "management", "board", "spokesmen"),
        *("campaign", "leader", "department", "agency", "treasury", "regulator", "court", "judge", "judges"),
    )
)
_PAST: Final = frozenset({"former", "ex", "onetime", "retired", "ousted"})  # who acts for nobody any more
_COLLECTIVE: Final = frozenset({"western", "european", "allied", "arab", "african", "asian"})


@dataclass(frozen=True, slots=True)
class Side:
    """Who holds a stance. `words` as they stand; `chain` indexes `Notes.chains`; `acts_for`: words that name the party.

    `key` is the same for all who stand on one side, as far as the report tells; None where it does not.
    """

    words: TextSpan
    chain: int | None = None
    acts_for: TextSpan | None = None
    key: str | None = None
    nobody: bool = False


class Sides:
    """Reads the holders of one article's stances."""

    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes
        self._chain_of = {index: number for number, chain in enumerate(notes.chains) for index in chain.mentions}
        self._spoken = [span for one in notes.attributions if one.kind is Directness.DIRECT for span in one.content]
        self._by_start = sorted(range(len(notes.mentions)), key=lambda i: notes.mentions[i].span)
        self._starts = [notes.mentions[index].span.start for index in self._by_start]

    def speaker(self, one: Attribution, tree: Tree | None) -> list[Side]:
        """The source of an attribution; several where several speak as one."""
        if one.chain is not None:
            words = one.source[0] if one.source else self._first(one.chain)
            return [self._of_chain(one.chain, words)]
        if not one.source or tree is None:
            return []
        places = [place for place in tree.inside(one.source[0]) if tree.tag(place) != "PUNCT"]
        if not places:
            return []
        tops = [place for place in places if tree.head(place) not in places] or places[:1]
        return [side for side in self.of(tree, tops[0], []) if side.words.start < one.source[0].end]

    def in_direct(self, span: TextSpan) -> bool:
        """Whether a word stands in what is quoted, where "he" and "they" mean others than who speaks."""
        return any(each.overlaps(span) for each in self._spoken)

    def whole(self, span: TextSpan) -> TextSpan:
        """A stretch with all of the name that it begins in."""
        last = bisect_left(self._starts, span.start)
        near = (self._notes.mentions[index].span for index in self._by_start[max(0, last - _NEAR) : last])
        starts = [each.start for each in near if each.start < span.start < each.end]
        return TextSpan(min(starts, default=span.start), span.end)

    def of(self, tree: Tree, place: int, speaker: Sequence[Side]) -> list[Side]:
        """The sides that a phrase names, one for each of those joined in it. `speaker`: who says the sentence."""
        return [side for head in tree.joined(place) for side in self._one(tree, head, speaker)]

    def one(self, tree: Tree, place: int, speaker: Sequence[Side]) -> Side:
        """The side that a phrase without those joined to it names."""
        return self._one(tree, place, speaker)[0]

    def _one(self, tree: Tree, place: int, speaker: Sequence[Side]) -> list[Side]:
        form = tree.forms[place]
        phrase = tree.extent(tree.name(place))
        if form in _FIRST:
            return [replace(side, words=phrase) for side in speaker] or [Side(phrase)]
        if form in _RELATIVE and tree.tag(place) in {"PRON", "DET", "SCONJ"}:
            noun = next((word for word in tree.above(place) if tree.tag(word) in {"NOUN", "PROPN"}), None)
            if noun is not None and noun < place:
                return self._one(tree, noun, speaker)
            return [Side(phrase)]
        if form in _HUMAN | _BODY:
            return [self._pronoun(tree, place, phrase, speaker)]
        found = self._named(tree, place, phrase)
        if found is not None:
            return [found]
        return self._described(tree, place, phrase, speaker)

    def _pronoun(self, tree: Tree, place: int, phrase: TextSpan, speaker: Sequence[Side]) -> Side:
        """A pronoun by its chain; else the subject before it in its sentence, else who speaks."""
        mention = self._mention_at(tree.words[place].span)
        if mention is not None and mention in self._chain_of:
            found = self._of_chain(self._chain_of[mention], phrase)
            same = [side.words for side in speaker if side.chain == found.chain]
            return replace(found, words=same[0]) if same and tree.span.overlaps(same[0]) else found
        human = tree.forms[place] in _HUMAN
        owner = self._owner(tree, place, speaker)
        if owner is None and not human:
            owner = self._governing(tree, place, speaker)
        echoing = (len(speaker) == 1 or not human) and not self.in_direct(tree.words[place].span)
        for side in (*([owner] if owner is not None else []), *(speaker if echoing else [])):
            known = side.key is not None or side.chain is not None
            if known and (self.is_person(side) is human or (owner is side and side.chain is None)):
                near = tree.span.start <= side.words.start < tree.span.end
                return side if near else replace(side, words=phrase)
        return Side(phrase)

    def _governing(self, tree: Tree, place: int, speaker: Sequence[Side]) -> Side | None:
        """Whom “it” or “they” means: the state or body that is the subject of a clause above its own."""
        for above in list(tree.above(place))[1:]:
            if tree.tag(above) not in {"VERB", "AUX", "ADJ"}:
                continue
            subjects = [word for word in tree.children(above, "nsubj", "nsubj:pass") if word < place]
            if not subjects or tree.forms[subjects[0]] in _BODY | _HUMAN | _FIRST:
                continue
            side = self._one(tree, subjects[0], speaker)[0]
            plural = tree.forms[place] in {"they", "their", "them"}
            if plural and tree.children(subjects[0], "conj"):
                return None
            if side.key is not None and not self.is_person(side):
                return side
        return None

    def _owner(self, tree: Tree, place: int, speaker: Sequence[Side]) -> Side | None:
        """Whose thing a possessive's is: the subject of the clause that it stands in."""
        if tree.relation(place) != "nmod:poss":
            return None
        for above in tree.above(place):
            if tree.tag(above) not in {"VERB", "AUX", "ADJ"}:
                continue
            subject = tree.subject(above)
            if subject is not None and subject < place and subject != place and tree.forms[subject] not in _BODY:
                if place in tree.subtree(subject):
                    continue
                return self._one(tree, subject, speaker)[0]
        return None

    def _named(self, tree: Tree, place: int, phrase: TextSpan) -> Side | None:
        """A phrase whose head is a name."""
        index = self._mention_at(tree.words[place].span)
        if index is None:
            return None
        mention = self._notes.mentions[index]
        owned = self._text[mention.span.end : mention.span.end + 2].strip() in {"'s", "’s", "'", "’"}
        if owned and not (tree.words[place].span.end <= mention.span.end):
            return None
        if mention.kind is not NameKind.PERSON:
            state = state_named(mention.span.of(self._text).strip()) or body_state(mention.span.of(self._text))
            if state is not None:
                chain = self._chain_of.get(index)
                own = chain if chain is not None and self._notes.chains[chain].name == state else None
                return Side(phrase, own, mention.span, state)
        if index in self._chain_of:
            return self._of_chain(self._chain_of[index], phrase)
        return None

    def _described(self, tree: Tree, place: int, phrase: TextSpan, speaker: Sequence[Side]) -> list[Side]:
        """“U.S. officials”, “the Norlandic military”, “her country”: for whom they act, where the words say so."""
        noun = tree.forms[place]
        if (person := self._titled(tree, place, phrase)) is not None:
            return [person]
        if is_nobodys(singular(noun)):
            return [Side(phrase, nobody=True)]
        if (body := self._called(tree, place, phrase, speaker)) is not None:
            return [body]
        owners = [word for word in tree.children(place, "nmod:poss") if tree.forms[word] in _FIRST | _HUMAN | _BODY]
        if owners and noun in _OWN:
            if tree.forms[owners[0]] in _FIRST and speaker:
                return [replace(side, words=phrase) for side in speaker]
            return [self._one(tree, owners[0], speaker)[0]]
        if owners:
            return [Side(phrase)]
        if not (noun in _ARMS or singular(noun) in _ARMS or is_role(singular(noun))):
            return [Side(phrase)]
        return self._acting(tree, place, phrase)

    def _titled(self, tree: Tree, place: int, phrase: TextSpan) -> Side | None:
        """A post with the name behind it: “Secretary of State Ana Orlova”."""
        for word in tree.children(place, "flat", "appos", "nmod:desc", "nmod"):
            index = self._mention_at(tree.words[word].span)
            if index is None or index not in self._chain_of or word < place:
                continue
            between = self._text[tree.words[place].span.end : self._notes.mentions[index].span.start]
            if self._notes.mentions[index].kind is NameKind.PERSON and not re.search(
                r"[,;]|\b(?:to|for|from|with)\b", between
            ):
                return self._of_chain(self._chain_of[index], phrase)
        return None

    def _called(self, tree: Tree, place: int, phrase: TextSpan, speaker: Sequence[Side]) -> Side | None:
        """“the alliance”, said by its head; “the union”, where one body's name ends so."""
        noun = tree.forms[place]
        if not any(tree.forms[word] == "the" for word in tree.children(place, "det")) or len(tree.name(place)) > 2:
            return None
        named = (
            []
            if noun in _COMMON
            else [
                number
                for number, chain in enumerate(self._notes.chains)
                if (chain.name or "").casefold().split()[-1:] == [noun] and len((chain.name or "").split()) > 1
            ]
        )
        if len(named) == 1:
            return self._of_chain(named[0], phrase)
        if noun in _OWN and len(speaker) == 1 and self.is_person(speaker[0]) and speaker[0].acts_for is not None:
            of_state = state_named(speaker[0].acts_for.of(self._text)) is not None
            if of_state is (noun in _STATES):
                return replace(speaker[0], words=phrase)
        return None

    def _acting(self, tree: Tree, place: int, phrase: TextSpan) -> list[Side]:
        """The state or body beside the noun of an office or an arm of it."""
        near = [*tree.name(place)]
        for word in tree.children(place, "nmod"):
            if tree.cases(word) & {"from", "of", "for", "at", "with"}:
                near += [part for each in tree.joined(word) for part in tree.name(each)]
        if any(tree.forms[word] in _COLLECTIVE or tree.forms[word] in _PAST for word in near):
            return [Side(phrase)]
        found = self._mentioned(tree, near)
        states = self._states(found, phrase)
        if states and (len(states) == 1 or " and " in f" {tree.extent(near).of(self._text)} "):
            return states
        bodies = [i for i in found if self._notes.mentions[i].kind is NameKind.ORGANIZATION and i in self._chain_of]
        if bodies:
            side = self._of_chain(self._chain_of[bodies[0]], phrase)
            return [replace(side, chain=None, acts_for=self._notes.mentions[bodies[0]].span)]
        state_words = re.search(r"[A-Z][\w.]*", phrase.of(self._text))
        if state_words is not None and (state := state_named(state_words[0])) is not None:
            start = phrase.start + state_words.start()
            return [Side(phrase, None, TextSpan(start, start + len(state_words[0])), state)]
        return [Side(phrase)]

    def _mentioned(self, tree: Tree, places: Sequence[int]) -> list[int]:
        """The mentions that some words belong to, in their order."""
        found = (self._mention_at(tree.words[word].span) for word in places)
        return list(dict.fromkeys(index for index in found if index is not None))

    def _states(self, mentions: Sequence[int], phrase: TextSpan) -> list[Side]:
        """The states that mentions name; "a lobby for older Norlanders" does not act for Norland."""
        states: dict[str, Side] = {}
        for span in (self._notes.mentions[index].span for index in mentions):
            words = span.of(self._text).strip()
            if words.endswith("s") and country_named(words) is None:
                continue
            state = state_named(words) or state_named(re.sub(r"['’]s?$", "", words)) or body_state(words)
            if state is not None:
                states.setdefault(state, Side(phrase, None, span, state))
        return list(states.values())

    def _of_chain(self, chain: int, words: TextSpan) -> Side:
        """Somebody whom the report knows, with the party that their posts name."""
        known = self._notes.chains[chain]
        kind = self._notes.mentions[known.mentions[0]].kind if known.mentions else NameKind.PERSON
        name = known.name or ""
        if kind is not NameKind.PERSON:
            state = state_named(name) or body_state(name)
            acts_for = self._first(chain) if state is not None and known.name != state else None
            return Side(words, chain, acts_for, state or name.casefold().removeprefix("the "))
        posts = [role.of(self._text) for role in known.roles]
        nobody = any(is_nobodys(singular(post.split()[-1])) for post in posts if post.split())
        party = next((span for span in known.party), None)
        if party is not None and not nobody:
            stands = party.of(self._text)
            key = state_named(stands) or body_state(stands) or stands.casefold()
            return Side(words, chain, party, key)
        if known.name is None:
            return replace(self._nameless(chain, words), nobody=nobody)
        return Side(words, chain, None, f"person {name.casefold()}", nobody=nobody)

    def _nameless(self, chain: int, words: TextSpan) -> Side:
        """Somebody whom the report does not name: “a senior Norlandic official”."""
        for role in self._notes.chains[chain].roles:
            for index in self._by_start:
                mention = self._notes.mentions[index]
                if not (role.start <= mention.span.start and mention.span.end <= role.end):
                    continue
                if mention.span == role:
                    continue
                name = mention.span.of(self._text)
                state = state_named(name) or body_state(name)
                if state is not None or mention.kind is NameKind.ORGANIZATION:
                    return Side(words, chain, mention.span, state or name.casefold().removeprefix("the "))
        return Side(words, chain)

    def is_person(self, side: Side) -> bool:
        """Whether a side is one person whom the report names or tells of."""
        if side.chain is None:
            return False
        known = self._notes.chains[side.chain]
        return bool(known.mentions) and self._notes.mentions[known.mentions[0]].kind is NameKind.PERSON

    def _first(self, chain: int) -> TextSpan:
        return self._notes.mentions[self._notes.chains[chain].mentions[0]].span

    def _mention_at(self, span: TextSpan) -> int | None:
        """The mention that a word belongs to: one in a chain before others, the shortest first."""
        last = bisect_left(self._starts, span.end)
        near = self._by_start[max(0, last - _NEAR) : last]
        found = [index for index in near if self._notes.mentions[index].span.overlaps(span)]
        order = sorted(found, key=lambda i: (i not in self._chain_of, len(self._notes.mentions[i].span)))
        return order[0] if order else None
