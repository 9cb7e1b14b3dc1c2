"""What one report tells of a happening, made comparable with what others tell: day, place, parties, words."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from readout.annotate.happenings.heads import NAMED
from readout.grammar.countries import country_named, country_of_people, country_seated_at
from readout.grammar.times import resolve_all
from readout.model.links import SharedEntity
from readout.model.notes import Happening, HappeningStatus, Notes, Sentence
from readout.model.text import Article, Dating, Role, TextSpan
from readout.model.values import Precision, When

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_DEFINITE = re.compile(
    r"\b(?:the|these|those|this|that|their|its|his|her|both|[A-Z][\w.]+['’]s)\b[^.,;:]{0,30}\Z", re.IGNORECASE
)
_TOLD = 1.0  # score from which the verb says when: what is told beside something may have another's tense
_FINE = {Precision.MINUTE: 0, Precision.HOUR: 1, Precision.DAY: 2, Precision.MONTH: 3, Precision.YEAR: 4}


@dataclass(frozen=True)
class Telling:
    """One happening as one report tells it. `place`, `parties` and `words` are folded for comparison."""

    article: Article
    number: int
    happening: Happening
    when: When | None
    place: str | None
    parties: frozenset[str]
    words: frozenset[str]
    context: frozenset[str]
    context_parties: frozenset[str]
    sentence: int
    headline: bool

    @property
    def key(self) -> tuple[str, int]:
        """The article's id and the happening's place in its notes."""
        return self.article.id, self.number

    @cached_property
    def head(self) -> str:
        """The word that tells it, in small letters."""
        return self.happening.head.of(self.article.text).casefold()

    @cached_property
    def clause(self) -> str:
        """The words that tell it, as they are compared."""
        return " ".join(re.findall(r"\w+", self.happening.span.of(self.article.text).casefold()))

    @cached_property
    def definite(self) -> bool:
        """Whether the words speak of something already known: "the talks"."""
        return _DEFINITE.search(self.article.text[: self.happening.head.start][-45:]) is not None

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """First and last day, where the date is closed."""
        return None if self.when is None else days_of(self.when)


def tellings(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> list[Telling]:
    """All happenings of the reports, by article and place."""
    parties = _Parties(articles, notes, entities)
    pairs = sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
    return [one for article, note in pairs for one in _of_article(article, note, parties, datings[article.id])]


def days_of(when: When) -> tuple[str, str] | None:
    """The first and last day of a closed stretch, as ISO dates; months and years by their first and last days."""
    if when.start is None or when.end is None:
        return None
    first, last = when.start[:10], when.end[:10]
    if len(first) == 4:
        return f"{first}-01-01", f"{last}-12-31"
    if len(first) == 7:
        return f"{first}-01", f"{last}-31"
    return first, last


def best(whens: Sequence[When | None]) -> When | None:
    """Of the times that stand with one happening the finest."""
    known = [when for when in whens if when is not None]
    return min(known, key=lambda when: (_FINE[when.precision], days_of(when) != _one_day(when)), default=None)


def trusted(when: When | None, happening: Happening, published: str | None) -> When | None:
    """The time, unless what the sentence tells as past would lie ahead of the report, or what it plans behind it."""
    days = None if when is None else days_of(when)
    if days is None or published is None or happening.score < _TOLD:
        return when
    early = happening.status is HappeningStatus.SCHEDULED and days[1] < published
    late = happening.status is HappeningStatus.PAST and days[0] > published
    return None if early or late else when


def _one_day(when: When) -> tuple[str, str] | None:
    return None if when.start is None else (when.start[:10], when.start[:10])


def _of_article(article: Article, notes: Notes, parties: "_Parties", dating: Dating) -> list[Telling]:
    whens = resolve_all(notes.times, dating.date)
    published = dating.date.iso() if dating.date is not None and dating.date.is_full else None
    headlines = [block.span for block in article.blocks if block.role is not Role.PARAGRAPH]
    starts = [sentence.span.start for sentence in notes.sentences]
    order = _body_order(article, starts)
    contents = _Contents(article.text, notes.sentences)
    found: list[Telling] = []
    sentence = 0
    for number, one in enumerate(notes.happenings):
        while sentence + 1 < len(starts) and starts[sentence + 1] <= one.head.start:
            sentence += 1
        if one.score <= NAMED:
            continue
        headline = any(span.start <= one.head.start < span.end for span in headlines)
        found.append(
            Telling(
                article=article,
                number=number,
                happening=one,
                when=trusted(best([whens[time] for time in one.times]), one, published),
                place=_folded(one.place.of(article.text)) if one.place is not None else None,
                parties=parties.of(article.id, one.chains),
                words=contents.within(sentence, one.span),
                context=contents.around(sentence),
                context_parties=parties.within(article.id, notes.sentences, sentence),
                sentence=0 if headline else order[sentence],
                headline=headline,
            )
        )
    return found


def _body_order(article: Article, starts: Sequence[int]) -> list[int]:
    """For each sentence how many sentences of the running text stand before it."""
    body = [block.span for block in article.paragraphs()]
    begins = [span.start for span in body]
    order, count = [], 0
    for start in starts:
        order.append(count)
        place = bisect_right(begins, start) - 1
        count += place >= 0 and start < body[place].end
    return order


def _folded(place: str) -> str:
    return re.sub(r"^the ", "", place.split(",", maxsplit=1)[0].casefold()).strip(" .'’")


class _Contents:
    """The content words of an article's sentences, names among them, without endings; each sentence is read once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._read: dict[int, list[tuple[int, str]]] = {}

    def within(self, number: int, span: TextSpan) -> frozenset[str]:
        """The words of a stretch of a sentence."""
        return frozenset(word for start, word in self._of(number) if span.start <= start < span.end)

    def around(self, number: int) -> frozenset[str]:
        """The words of a sentence and the one before it."""
        return frozenset(word for near in range(max(0, number - 1), number + 1) for _, word in self._of(near))

    def _of(self, number: int) -> list[tuple[int, str]]:
        if number not in self._read:
            self._read[number] = [
                (word.span.start, _stem(word.span.of(self._text).casefold()))
                for word in self._sentences[number].words
                if word.tag in _CONTENT
            ]
        return self._read[number]


@lru_cache(20_000)
def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


class _Parties:
    """Who takes part, by entity, and the states that they stand for."""

    def __init__(self, articles: Sequence[Article], notes: Sequence[Notes], entities: Sequence[SharedEntity]) -> None:
        self._notes = {note.article: note for note in notes}
        self._texts = {article.id: article.text for article in articles}
        self._of_chain = {chain: each for each in entities for chain in each.chains}
        self._starts = {
            note.article: sorted(
                (note.mentions[mention].span.start, number)
                for number, chain in enumerate(note.chains)
                for mention in chain.mentions
            )
            for note in notes
        }
        self._sides = {id(each): self._sides_of(each) for each in entities}

    def of(self, article: str, chains: Sequence[int]) -> frozenset[str]:
        named = [each for chain in chains if (each := self._of_chain.get((article, chain))) is not None]
        return frozenset(side for each in named for side in self._sides[id(each)])

    def within(self, article: str, sentences: Sequence[Sentence], number: int) -> frozenset[str]:
        """Who is named in a sentence or the one before it."""
        near = sentences[max(0, number - 1)].span.start, sentences[number].span.end
        named = self._starts[article]
        found = named[bisect_left(named, (near[0], 0)) : bisect_left(named, (near[1], 0))]
        return self.of(article, sorted({chain for _, chain in found}))

    def _sides_of(self, entity: SharedEntity) -> frozenset[str]:
        """The entity itself, and the state that most of its posts name or that sits there."""
        if entity.kind == "country":
            return frozenset({f"country {entity.name}"})
        seat = country_seated_at(entity.name)
        if seat is not None:
            return frozenset({f"country {seat.name}"})
        votes: Counter[str] = Counter()
        for article, chain in entity.chains:
            for span in self._notes[article].chains[chain].party:
                words = span.of(self._texts[article])
                country = country_named(words) or country_of_people(words) or country_seated_at(words)
                if country is not None:
                    votes[country.name] += 1
        state = max(votes, key=lambda name: (votes[name], name), default=None)
        own = f"{entity.kind} {entity.key}"
        return frozenset({own} if state is None else {own, f"country {state}"})


def settled_status(telling: Telling, published: str | None) -> HappeningStatus | None:
    """The status as told; where the words leave it open or the date contradicts them, as the date says."""
    told, days = telling.happening.status, telling.days
    if days is None or published is None or told is HappeningStatus.CALLED_FOR:
        return told
    if days[1] < published:
        return HappeningStatus.PAST
    if days[0] > published:
        return HappeningStatus.SCHEDULED
    return told
