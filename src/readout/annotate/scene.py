"""Who is on the scene at each place of an article's running text: the mentions that a later pronoun may mean."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.annotate.roles import words_of
from readout.grammar.people import Gender, gender_of, gender_of_name
from readout.grammar.quotation import Shape, find
from readout.model.notes import Chain, Form, NameKind, Notes, Sentence
from readout.model.text import Article, Role, TextSpan

_PARAGRAPHS_BACK = 2
_PREPOSED = re.compile(r"\b(?:by|with|for|to|of|from|about|against|on|than|like|between|and)\s(?:\S+\s){0,6}\Z")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody is named or meant at `start`; `chain` None: somebody, but it is not clear who."""

    start: int
    end: int
    chain: int | None
    subject: bool
    speaks: bool = False


class Scene:
    """The running text of one article with those who appear in it, in order; captions and asides are not in it."""

    def __init__(self, article: Article, notes: Notes, chains: Sequence[Chain]) -> None:
        self.text = article.text
        self.notes = notes
        self.chains = list(chains)
        self.body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._starts = [block.start for block in self.body]
        self.quotations = find(article.text, self.body)
        self.spoken = [each.span for each in self.quotations if not each.depth and each.shape is Shape.SPEECH]
        self._sentence_starts = [sentence.span.start for sentence in notes.sentences]
        self.appearances: list[Appearance] = sorted(self._named(), key=lambda each: each.start)
        self.genders = [self._gender(place) for place in range(len(self.chains))]

    def paragraph(self, place: int) -> int | None:
        """The number of the paragraph at a place; None outside running text."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.body[number].end else None

    def sentence(self, place: int) -> Sentence | None:
        """The sentence at a place."""
        number = bisect_right(self._sentence_starts, place) - 1
        if number < 0 or place >= self.notes.sentences[number].span.end:
            return None
        return self.notes.sentences[number]

    def in_speech(self, place: int) -> bool:
        """Whether a place lies between the marks of a quotation of some length."""
        return any(span.start <= place < span.end for span in self.spoken)

    def appear(self, appearance: Appearance) -> None:
        """Add somebody whom a pronoun or description was found to mean, in place of what stood there."""
        self.appearances = sorted(
            [each for each in self.appearances if each.start != appearance.start] + [appearance],
            key=lambda each: each.start,
        )

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

    def antecedent(self, start: int, gender: Gender) -> int | None:
        """The chain that a "he" or "she" at `start` means; None where that is not clear."""
        here = self.paragraph(start)
        if here is None:
            return None
        sentence = self.sentence(start)
        for group in self._sentences_back(start, here):
            own = sentence is not None and group[0].start >= sentence.span.start
            fitting = [each for each in group if self._fits(each, gender)]
            if own and len({each.chain for each in fitting if each.subject}) > 1:
                return None
            found = self._chosen(fitting, gender, own=own)
            if found is not None:
                return found.chain
            if fitting and not own:
                return None
        return None

    def last_speaker(self, start: int) -> Appearance | None:
        """Whoever spoke last before a place, in the same paragraph or the one before."""
        here = self.paragraph(start)
        before = [each for each in self.appearances if each.start < start and each.speaks]
        if here is None or not before:
            return None
        at = self.paragraph(before[-1].start)
        return before[-1] if at is not None and here - at <= 1 else None

    def _named(self) -> Iterator[Appearance]:
        for place, chain in enumerate(self.chains):
            for index in chain.mentions:
                mention = self.notes.mentions[index]
                span = mention.span
                person = mention.kind is NameKind.PERSON and mention.form is Form.NAME
                if person and self.paragraph(span.start) is not None and not self.in_speech(span.start):
                    yield Appearance(span.start, span.end, place, self.is_subject(span))

    def _sentences_back(self, start: int, here: int) -> Iterator[list[Appearance]]:
        """Those who appear before a place, sentence by sentence, the nearest sentence first."""
        group: list[Appearance] = []
        number: int | None = None
        for each in reversed([one for one in self.appearances if one.start < start]):
            at = self.paragraph(each.start)
            if at is None or here - at > _PARAGRAPHS_BACK:
                break
            sentence = bisect_right(self._sentence_starts, each.start)
            if sentence != number and group:
                yield group
                group = []
            number = sentence
            group.insert(0, each)
        if group:
            yield group

    def _fits(self, each: Appearance, gender: Gender) -> bool:
        return each.chain is None or self.genders[each.chain] in {None, gender}

    def _chosen(self, fitting: Sequence[Appearance], gender: Gender, *, own: bool) -> Appearance | None:
        """Whom of those in one sentence a pronoun means: who speaks, else its subject, else the only one there."""
        known = [each for each in fitting if each.chain is not None and self.genders[each.chain] is gender]
        for those in (known, fitting):
            speaking = [each for each in those if each.speaks]
            subjects = [each for each in those if each.subject]
            for part in (speaking, subjects, () if own else those):
                if len({each.chain for each in part}) == 1 and not self._possessive(part[-1]):
                    return part[-1]
            if len({each.chain for each in speaking}) > 1:
                return speaking[-1]
        return None

    def _possessive(self, each: Appearance) -> bool:
        return _POSSESSIVE.match(self.text, each.end) is not None

    def _gender(self, place: int) -> Gender | None:
        """What titles, posts and the given name tell, else the pronouns of sentences that name nobody else."""
        chain = self.chains[place]
        told = gender_of(" ".join(words_of(chain.roles, self.text)))
        mentions = [self.notes.mentions[i].span for i in chain.mentions]
        titles = (
            gender_of(self.text[max(0, span.start - 5) : span.start].split(" ")[-2:-1][0])
            for span in mentions
            if self.text[max(0, span.start - 5) : span.start].count(" ")
        )
        inside = (gender_of(words[0]) for span in mentions if (words := span.of(self.text).split()))
        told = told or next((each for each in (*titles, *inside) if each is not None), None)
        given = (chain.name or "").split()
        return told or (gender_of_name(given[0]) if given else None) or self._by_pronouns(place)

    def _by_pronouns(self, place: int) -> Gender | None:
        votes: Counter[Gender] = Counter()
        for each in [one for one in self.appearances if one.chain == place]:
            sentence = self.sentence(each.start)
            if sentence is None:
                continue
            span = sentence.span
            others = {o.chain for o in self.appearances if span.start <= o.start < span.end}
            if len(others) == 1:
                votes.update(self._pronouns(each.end, span.end))
        return next(iter(votes)) if len(votes) == 1 else None

    def _pronouns(self, start: int, end: int) -> Iterator[Gender]:
        for found in re.finditer(r"\b(?:(she|hers?|herself)|(?:he|his|him|himself))\b", self.text[start:end]):
            if not self.in_speech(start + found.start()):
                yield Gender.FEMALE if found[1] else Gender.MALE
