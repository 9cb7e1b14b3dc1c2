"""Who is on the scene at each place of an article's running text: the mentions that a later pronoun may mean."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from readout.annotate.antecedents import NOBODY, Seen, Standing, likely, standing
from readout.annotate.marks import quotations
from readout.annotate.order import Order
from readout.annotate.roles import head_noun
from readout.grammar.people import PRONOUNS, Gender, gender_of, gender_of_name, is_person
from readout.grammar.quotation import Shape
from readout.model.notes import Chain, Form, NameKind, Notes, Sentence, Word
from readout.model.text import Article, Role, TextSpan

_SENTENCES_BACK = 30
_ENDS = frozenset('.;:"“”—–')
_DESCRIBED = 40  # characters of a description before its noun
_DEFINITE = re.compile(r"\b[Tt]he (?:[\w.’'-]+ ){0,3}[\w-]+$")
_SUBJECTS = frozenset({"he", "she"})

_CERTAIN = 0.35  # chance under which a pronoun is nobody (on the development half of evals/speakers)
_PREPOSED = re.compile(r"\b(?:by|with|for|to|of|from|about|against|on|than|like|between|and)\s(?:\S+\s){0,6}\Z")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_PRONOUN = re.compile(r"\b(?:" + "|".join(PRONOUNS) + r")\b", re.IGNORECASE)
_OF_A_NAME = frozenset({"compound", "flat", "appos", "nmod:poss", "amod"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody is named or meant at `start`; `chain` None: somebody, but it is not clear who."""

    start: int
    end: int
    chain: int | None
    subject: bool
    speaks: bool = False
    form: str = "name"
    gender: Gender | None = None  # of somebody without a chain


class Scene:
    """The running text of one article with those who appear in it, in order; captions and asides are not in it."""

    def __init__(self, article: Article, notes: Notes, chains: Sequence[Chain]) -> None:
        self.text = article.text
        self.notes = notes
        self.chains = list(chains)
        self.body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._starts = [block.start for block in self.body]
        self.spoken = [each.span for each in quotations(article) if not each.depth and each.shape is Shape.SPEECH]
        self._spoken_starts = [span.start for span in self.spoken]
        self._sentence_starts = [sentence.span.start for sentence in notes.sentences]
        self._standings: dict[int, Standing] = {}
        self._things = {
            place
            for place, chain in enumerate(self.chains)
            if not any(notes.mentions[i].kind is NameKind.PERSON for i in chain.mentions)
        }
        named = [*self._named(), *self._described()]
        self.appearances: list[Appearance] = sorted(named, key=_start)
        self._of_chain: dict[int, list[Appearance]] = {}
        for each in named:
            if each.chain is not None:
                self._of_chain.setdefault(each.chain, []).append(each)
        self.genders = [self._gender(place) for place in range(len(self.chains))]

    def paragraph(self, place: int) -> int | None:
        """The number of the paragraph at a place; None outside running text."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.body[number].end else None

    def sentence(self, place: int) -> Sentence | None:
        """The sentence at a place."""
        number = self.sentence_number(place)
        return None if number is None else self.notes.sentences[number]

    def sentence_number(self, place: int) -> int | None:
        """The number of the sentence at a place."""
        number = bisect_right(self._sentence_starts, place) - 1
        return number if number >= 0 and place < self.notes.sentences[number].span.end else None

    def speech(self, place: int) -> int | None:
        """The number of the quotation of some length between whose marks a place lies."""
        number = bisect_right(self._spoken_starts, place) - 1
        return number if number >= 0 and place < self.spoken[number].end else None

    def in_speech(self, place: int) -> bool:
        """Whether a place lies between the marks of a quotation of some length."""
        return self.speech(place) is not None

    def appear(self, appearance: Appearance) -> None:
        """Add somebody whom a pronoun or description was found to mean, in place of what stood there."""
        first = bisect_left(self.appearances, appearance.start, key=_start)
        last = bisect_right(self.appearances, appearance.start, key=_start)
        del self.appearances[first:last]
        insort(self.appearances, appearance, key=_start)

    def add(self, chain: Chain, gender: Gender | None = None) -> int:
        """A chain of somebody without a name; gives its number."""
        self.chains.append(chain)
        self.genders.append(gender)
        return len(self.chains) - 1

    def is_subject(self, span: TextSpan) -> bool:
        """Whether a word of a span is the subject of its clause, and the span no possessive."""
        sentence = self.sentence(span.start)
        if sentence is None or _POSSESSIVE.match(self.text, span.end):
            return False
        inside = [word for word in sentence.words if word.span.overlaps(span)]
        if not any(word.relation.startswith("nsubj") for word in inside):
            return False
        return not _PREPOSED.search(self.text[max(sentence.span.start, span.start - 60) : span.start])

    def antecedent(self, span: TextSpan, gender: Gender, *, speaks: bool) -> int | None:
        """The chain that a pronoun means, by the order of those on the scene, else by chance; None if not clear."""
        at = self.standing(span)
        if at is None:
            return None
        if span.of(self.text).casefold() in _SUBJECTS:
            found = Order(self).meant(span.start, at.paragraph, gender)
            if found is not None:
                return found if found > NOBODY else None
        chances = likely(at, gender, self.seen(at), speaks=speaks)
        best = max(chances, key=lambda who: (chances[who], who))
        return best if best > NOBODY and chances[best] >= _CERTAIN else None

    def standing(self, span: TextSpan) -> Standing | None:
        """Where a span stands; None outside running text."""
        if span.start not in self._standings:
            here, number = self.paragraph(span.start), self.sentence_number(span.start)
            if here is None or number is None:
                return None
            sentence, speech = self.notes.sentences[number], self.speech(span.start)
            self._standings[span.start] = standing(sentence, number, here, span, speech)
        return self._standings[span.start]

    def seen(self, at: Standing) -> list[Seen]:
        """Those who appear before a place, of the sentences not too far back."""
        first = self._sentence_starts[max(0, at.sentence - _SENTENCES_BACK)]
        begin = bisect_left(self.appearances, first, key=_start)
        end = bisect_left(self.appearances, at.start, key=_start)
        return [seen for each in self.appearances[begin:end] if (seen := self._seen(each)) is not None]

    def _seen(self, each: Appearance) -> Seen | None:
        at = self.standing(TextSpan(each.start, each.end))
        unclear = each.chain is None and each.form == "pronoun"
        if at is None or unclear or (each.chain is not None and each.chain in self._things):
            return None
        if each.chain is None:
            return Seen(NOBODY - 1 - each.start, at, each.gender, each.form, "", speaks=each.speaks)
        name = (self.chains[each.chain].name or "").split()
        ending = name[0][-1:] if len(name) > 1 else ""
        return Seen(each.chain, at, self.genders[each.chain], each.form, ending, speaks=each.speaks)

    def last_speaker(self, start: int) -> Appearance | None:
        """Whoever spoke last before a place, in the same paragraph or the one before."""
        here = self.paragraph(start)
        end = bisect_left(self.appearances, start, key=_start)
        before = next((each for each in reversed(self.appearances[:end]) if each.speaks), None)
        if here is None or before is None:
            return None
        at = self.paragraph(before.start)
        return before if at is not None and here - at <= 1 else None

    def spoke_before(self, start: int, count: int) -> list[Appearance]:
        """The last who spoke before a place, in order, at most so many."""
        end = bisect_left(self.appearances, start, key=_start)
        spoke = (each for each in reversed(self.appearances[:end]) if each.speaks)
        return list(islice(spoke, count))[::-1]

    def definite(self) -> Iterator[TextSpan]:
        """People by “the” and a noun, from the article on: “the Republican senator”."""
        for each in self.appearances:
            sentence = self.sentence(each.start) if each.form == "nominal" else None
            if sentence is None or self.in_speech(each.start):
                continue
            found = _DEFINITE.search(self.text, max(sentence.span.start, each.start - _DESCRIBED), each.end)
            if found is not None and found.end() == each.end:
                yield TextSpan(*found.span())

    def _named(self) -> Iterator[Appearance]:
        for place, chain in enumerate(self.chains):
            for index in chain.mentions:
                mention = self.notes.mentions[index]
                span = mention.span
                person = mention.kind is NameKind.PERSON and mention.form is Form.NAME
                if person and self.paragraph(span.start) is not None:
                    yield Appearance(span.start, span.end, place, self.is_subject(span))

    def _described(self) -> Iterator[Appearance]:
        """People by a noun alone (“a neighbour”), who may be meant before those with a name."""
        posts = [span for chain in self.chains for span in chain.roles]
        people = sorted(each.span.start for each in self.notes.mentions if each.kind is NameKind.PERSON)
        inside = {place for span in posts for place in range(span.start, span.end)}
        for sentence in self.notes.sentences:
            tops = {word.head for word in sentence.words if word.relation == "cop"}
            for number, word in enumerate(sentence.words):
                if word.tag != "NOUN" or word.relation in _OF_A_NAME or number in tops or word.span.start in inside:
                    continue
                noun = word.span.of(self.text)
                if (
                    is_person(noun)
                    and not self._is_named(sentence, number, people)
                    and self.paragraph(word.span.start) is not None
                ):
                    subject = word.relation.startswith("nsubj")
                    yield Appearance(*_edges(word), None, subject, form="nominal", gender=gender_of(noun))

    def _is_named(self, sentence: Sentence, number: int, people: Sequence[int]) -> bool:
        """Whether a noun's own name follows it: “his guest, the actress and activist” Ana Orlova."""
        for word in sentence.words[number + 1 :]:
            name = bisect_left(people, word.span.start)
            if name < len(people) and people[name] < word.span.end:
                return True
            if word.tag not in {"NOUN", "ADJ", "DET", "CCONJ", "PUNCT", "PROPN"} or word.span.of(self.text) in _ENDS:
                return False
        return False

    def _gender(self, place: int) -> Gender | None:
        """What titles, posts and the given name tell, else the pronouns of sentences that name nobody else."""
        chain = self.chains[place]
        heads = (gender_of(head_noun(role.of(self.text))) for role in chain.roles)
        mentions = [self.notes.mentions[i].span for i in chain.mentions]
        titles = (
            gender_of(self.text[max(0, span.start - 5) : span.start].split(" ")[-2:-1][0])
            for span in mentions
            if self.text[max(0, span.start - 5) : span.start].count(" ")
        )
        inside = (gender_of(words[0]) for span in mentions if (words := span.of(self.text).split()))
        told = next((each for each in (*heads, *titles, *inside) if each is not None), None)
        given = (chain.name or "").split()
        return told or (gender_of_name(given[0]) if given else None) or self._by_pronouns(place)

    def _by_pronouns(self, place: int) -> Gender | None:
        votes: Counter[Gender] = Counter()
        for each in self._of_chain.get(place, ()):
            number = self.sentence_number(each.start)
            if number is None or self.in_speech(each.start):
                continue
            span = self.notes.sentences[number].span
            first = bisect_left(self.appearances, span.start, key=_start)
            last = bisect_left(self.appearances, span.end, key=_start)
            if {other.chain for other in self.appearances[first:last]} == {place}:
                votes.update(self._pronouns(each.end, span.end))
        return next(iter(votes)) if len(votes) == 1 else None

    def _pronouns(self, start: int, end: int) -> Iterator[Gender]:
        for found in _PRONOUN.finditer(self.text, start, end):
            if not self.in_speech(found.start()):
                yield PRONOUNS[found[0].casefold()]


def _start(each: Appearance) -> int:
    return each.start


def _edges(word: Word) -> tuple[int, int]:
    return word.span.start, word.span.end
