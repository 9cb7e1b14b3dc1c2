"""Speech acts and deeds: what a sentence says one party does or says to another.

The parse gives the candidates (a verb or an event with its actor and target), the encoder the PLOVER type, and both
together whether it is affirmed, actual, future or hypothetical.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from readout.annotate.decode import softmax
from readout.annotate.encoder import Encoded
from readout.annotate.weights import Floats, Weights
from readout.model.notes import Act, Attribution, Mention, NameKind, Polarity, Reality, Word
from readout.model.text import TextSpan

_PARTIES: Final = frozenset(
    {
        NameKind.PERSON,
        NameKind.ORGANIZATION,
        NameKind.LOCATION,
        NameKind.NATIONALITY,
        NameKind.FACILITY,
    }
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:outer", "csubj"})
_PASSIVES: Final = frozenset({"nsubj:pass"})
_OBJECTS: Final = ("obj", "iobj", "obl", "nmod", "obl:unmarked")
_IN_PHRASE: Final = frozenset({"compound", "amod", "det", "flat", "nmod:poss", "nmod", "nummod", "nmod:desc", "fixed"})
_EMPTY_VERBS: Final = frozenset(
    (
        *("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "have", "has", "had"),
        *("do", "does", "did", "seem", "seems", "seemed", "become", "became", "get", "got"),
        *("say", "says", "said", "saying"),
    )
)
_CONDITIONS: Final = frozenset({"if", "unless", "until", "provided", "providing", "once", "lest"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
_FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_HYPOTHETICAL: Final = frozenset({"would", "could", "may", "might", "should", "'d", "’d", "can", "must"})
_PLACES: Final = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "during",
        "after",
        "before",
        "since",
        "until",
        "by",
        "amid",
        "under",
        "as",
    }
)
_LEAST: Final = 0.35  # probability of the best type below which nothing is claimed


@dataclass(frozen=True, slots=True)
class _Candidate:
    trigger: int
    actor: tuple[int, int] | None
    target: tuple[int, int] | None


def acts(
    weights: Weights,
    encoded: Encoded,
    parsed: Sequence[Word],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
) -> list[Act]:
    """The acts in text order."""
    named = _named(parsed, mentions)
    reach = _reach(parsed, mentions)
    reader = _Reader(weights, encoded)
    found: list[Act] = []
    for unit in range(len(encoded.units)):
        sentence = _Sentence(encoded.text, parsed, (encoded.begins[unit], encoded.begins[unit + 1]), reach)
        for candidate in _candidates(sentence, named):
            chance = reader.types(unit, candidate)
            if chance.max() >= _LEAST:
                found.append(_act(reader, sentence, candidate, chance, attributions))
    return found


def chances(
    weights: Weights, encoded: Encoded, source: tuple[int, int] | None, target: tuple[int, int] | None
) -> Floats:
    """The chance of each type of act in the first unit, for actors given as stretches of characters."""
    starts = [word.start for word in encoded.words[: encoded.begins[1]]]
    ends = [word.end for word in encoded.words[: encoded.begins[1]]]
    sides = [
        None if side is None else (bisect_right(ends, side[0]), bisect_left(starts, side[1]) - 1)
        for side in (source, target)
    ]
    found = [None if side is None or side[0] > side[1] else side for side in sides]
    return _Reader(weights, encoded).types(0, _Candidate(0, found[0], found[1]))


class _Sentence:
    """One unit's words with the words that hang on each."""

    def __init__(self, text: str, parsed: Sequence[Word], bounds: tuple[int, int], names: Mapping[int, int]) -> None:
        begin, end = bounds
        self.parsed = parsed
        self.names = names
        self.begin, self.end = begin, end
        self.forms = {place: parsed[place].span.of(text).lower() for place in range(begin, end)}
        self.below: dict[int, list[int]] = {place: [] for place in range(begin, end)}
        for place in range(begin, end):
            if parsed[place].head >= 0:
                self.below[parsed[place].head].append(place)

    def hanging(self, place: int, relations: Sequence[str] | frozenset[str]) -> list[int]:
        """The words that hang on one by certain relations, in order."""
        return [word for word in self.below[place] if self.parsed[word].relation in relations]

    def subtree(self, place: int) -> tuple[int, int]:
        """First and last word of all that hangs on a word."""
        reached, waiting = {place}, [place]
        while waiting:
            for word in self.below[waiting.pop()]:
                if word not in reached:
                    reached.add(word)
                    waiting.append(word)
        return min(reached), max(reached)

    def phrase(self, place: int) -> tuple[int, int]:
        """First and last word of a party's phrase: no clauses, no appositions, nothing after a gap."""
        first = last = place
        for word in self.hanging(place, _IN_PHRASE):
            reach = self.subtree(word)
            first, last = min(first, reach[0]), max(last, reach[1])
        while first < place and self.parsed[first].tag in {"ADP", "PUNCT"}:
            first += 1
        return first, max(last, self.names.get(last + 1, last))

    def holds(self, place: int, word: int) -> bool:
        """Whether a party's phrase takes in a word."""
        first, last = self.phrase(place)
        return first <= word <= last

    def extent(self, words: tuple[int, int]) -> TextSpan:
        """The characters of a stretch of words."""
        return TextSpan(self.parsed[words[0]].span.start, self.parsed[words[1]].span.end)


def _named(parsed: Sequence[Word], mentions: Sequence[Mention]) -> frozenset[int]:
    """The words that parties' names hang on."""
    starts: Mapping[int, int] = {word.span.start: place for place, word in enumerate(parsed)}
    heads = (starts.get(mention.head.start) for mention in mentions if mention.kind in _PARTIES)
    return frozenset(head for head in heads if head is not None)


def _reach(parsed: Sequence[Word], mentions: Sequence[Mention]) -> dict[int, int]:
    """First and last word of each person's name: it belongs to the title that it follows."""
    starts = {word.span.start: place for place, word in enumerate(parsed)}
    ends = {word.span.end: place for place, word in enumerate(parsed)}
    people = [mention.span for mention in mentions if mention.kind is NameKind.PERSON]
    return {starts[span.start]: ends[span.end] for span in people if span.start in starts and span.end in ends}


def _candidates(sentence: _Sentence, named: frozenset[int]) -> Iterator[_Candidate]:
    """Verbs with a party on one side at least, and on the other a party, a pronoun or nothing."""
    for place in range(sentence.begin, sentence.end):
        word = sentence.parsed[place]
        if word.tag != "VERB" or sentence.forms[place] in _EMPTY_VERBS:
            continue
        actor, passive = _actor(sentence, place)
        objects = [passive] if passive is not None else sentence.hanging(place, _OBJECTS)
        known = (_party(sentence, thing, named) for thing in objects if not _is_place(sentence, thing))
        target = next((party for party in known if party is not None and not sentence.holds(party, place)), None)
        holder = None if actor is None else _party(sentence, actor, named, pronouns=True)
        if (
            holder is None
            or sentence.holds(holder, place)
            or (target is None and not _is_named(sentence, holder, named))
        ):
            continue
        yield _Candidate(place, sentence.phrase(holder), None if target is None else sentence.phrase(target))


def _actor(sentence: _Sentence, place: int) -> tuple[int | None, int | None]:
    """The subject, if need be that of the verb which a verb hangs on; for a passive its agent, and whom it befell."""
    at = place
    for _ in range(4):
        if befallen := sentence.hanging(at, _PASSIVES):
            agents = sentence.hanging(at, ("obl:agent",))
            return (agents[0] if agents else None), befallen[0]
        if subjects := sentence.hanging(at, _SUBJECTS):
            return subjects[0], None
        if sentence.parsed[at].relation not in {"xcomp", "conj", "advcl"} or sentence.parsed[at].head < 0:
            return None, None
        at = sentence.parsed[at].head
    return None, None


def _is_place(sentence: _Sentence, place: int) -> bool:
    """Whether a phrase tells where or when: “met in Kyiv” is nothing done to Kyiv."""
    return any(sentence.forms[word] in _PLACES for word in sentence.hanging(place, ("case",)))


def _party(sentence: _Sentence, place: int, named: frozenset[int], *, pronouns: bool = False) -> int | None:
    """The word of a party in a phrase: its head where that is a name or has one by it, else a name that hangs on it."""
    if place in named or (pronouns and sentence.parsed[place].tag == "PRON"):
        return place
    first, last = sentence.phrase(place)
    if any(word in named for word in range(first, last + 1)):
        return place
    return None


def _is_named(sentence: _Sentence, place: int, named: frozenset[int]) -> bool:
    first, last = sentence.phrase(place)
    return any(word in named for word in range(first, last + 1))


def _act(
    reader: "_Reader",
    sentence: _Sentence,
    candidate: _Candidate,
    chance: Floats,
    attributions: Sequence[Attribution],
) -> Act:
    best = int(chance.argmax())
    condition = _condition(sentence, candidate.trigger)
    trigger = sentence.parsed[candidate.trigger].span
    return Act(
        span=sentence.extent(sentence.subtree(candidate.trigger)),
        trigger=trigger,
        actor=None if candidate.actor is None else sentence.extent(candidate.actor),
        target=None if candidate.target is None else sentence.extent(candidate.target),
        type=reader.labels["acts"][best],
        polarity=_polarity(sentence, candidate.trigger),
        reality=_reality(reader, sentence, candidate.trigger, conditional=condition is not None),
        score=round(float(chance[best]), 4),
        condition=condition,
        attribution=_told_in(trigger, attributions),
    )


def _condition(sentence: _Sentence, trigger: int) -> TextSpan | None:
    for clause in sentence.hanging(trigger, ("advcl",)):
        if any(sentence.forms[mark] in _CONDITIONS for mark in sentence.hanging(clause, ("mark", "advmod", "case"))):
            return sentence.extent(sentence.subtree(clause))
    return None


def _polarity(sentence: _Sentence, trigger: int) -> Polarity:
    hanging = sentence.hanging(trigger, ("advmod", "det", "mark", "cc:preconj"))
    return Polarity.NEGATED if any(sentence.forms[word] in _NEGATIONS for word in hanging) else Polarity.AFFIRMED


def _reality(reader: "_Reader", sentence: _Sentence, trigger: int, *, conditional: bool) -> Reality:
    """The auxiliary decides where there is one, else the encoder's reading of the event."""
    auxiliaries = {sentence.forms[word] for word in sentence.hanging(trigger, ("aux", "aux:pass"))}
    if conditional or auxiliaries & _HYPOTHETICAL:
        return Reality.HYPOTHETICAL
    if auxiliaries & _FUTURE:
        return Reality.FUTURE
    certainty, time = reader.event(trigger)
    if time == 1:
        return Reality.FUTURE
    return Reality.HYPOTHETICAL if certainty else Reality.ACTUAL


def _told_in(trigger: TextSpan, attributions: Sequence[Attribution]) -> int | None:
    """The attribution whose content holds the act, the shortest of several."""
    holding = [
        (span.end - span.start, number)
        for number, one in enumerate(attributions)
        for span in one.content
        if span.start <= trigger.start and trigger.end <= span.end
    ]
    return min(holding)[1] if holding else None


class _Reader:
    """The trained reader of acts: attention over a sentence's words, asked by the two actors (training/heads.py)."""

    heads = 4

    def __init__(self, weights: Weights, encoded: Encoded) -> None:
        self.labels = weights.labels
        self.encoded = encoded
        self.part = {
            name.removeprefix("acts_"): array for name, array in weights.decoders.items() if name.startswith("acts_")
        }
        widths = weights.labels["widths"]
        self.actor, self.keys, self.values = np.split(
            encoded.scores["actors"], np.cumsum(widths["actors"])[:-1], axis=1
        )
        self.events = np.split(encoded.scores["events"], np.cumsum(widths["events"])[:-1], axis=1)

    def event(self, word: int) -> tuple[int, int]:
        """Certainty (0: certain) and time (1: future) of the event that a word tells of."""
        return int(self.events[2][word].argmax()), int(self.events[3][word].argmax())

    def types(self, unit: int, candidate: _Candidate) -> Floats:
        """The chance of each type."""
        words = slice(self.encoded.begins[unit], self.encoded.begins[unit + 1])
        pair = np.concatenate([self._side(0, candidate.actor), self._side(1, candidate.target)])
        query = self._linear("query", pair).reshape(self.heads, -1)
        asked = np.einsum("hd,whd->hw", query, self._by_head(self.keys[words])) / np.sqrt(query.shape[1])
        weighed = softmax(np.asarray(asked, dtype=np.float32))
        read = np.einsum("hw,whd->hd", weighed, self._by_head(self.values[words])).reshape(-1)
        inner = self._linear("inner", np.concatenate([read, pair, self.encoded.vectors[unit]]))
        return softmax(self._linear("outer", _gelu(inner)))

    def _linear(self, name: str, values: Floats) -> Floats:
        """A layer, without BLAS: it would take more threads than it is worth."""
        product = np.einsum("ij,j->i", self.part[f"{name}_weight"], values)
        return np.asarray(product + self.part[f"{name}_bias"], dtype=np.float32)

    def _side(self, side: int, words: tuple[int, int] | None) -> Floats:
        if words is None:
            return np.asarray(self.part["absent"][side], dtype=np.float32)
        return np.asarray(self.actor[words[0] : words[1] + 1].mean(axis=0), dtype=np.float32)

    def _by_head(self, rows: Floats) -> Floats:
        return rows.reshape(len(rows), self.heads, -1)


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit, with the error function as Abramowitz and Stegun approximate it (7.1.26)."""
    halved = np.abs(values) / np.sqrt(2.0)
    step = 1.0 / (1.0 + 0.3275911 * halved)
    powers = ((((1.061405429 * step - 1.453152027) * step) + 1.421413741) * step - 0.284496736) * step + 0.254829592
    error = np.sign(values) * (1.0 - powers * step * np.exp(-halved * halved))
    return np.asarray(values * 0.5 * (1.0 + error), dtype=np.float32)
