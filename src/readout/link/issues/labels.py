"""Names for issues: the noun phrase of the reports that says best what a group of stances is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from readout.annotate.stances.lexicon import singular, words
from readout.link.issues.alike import stem
from readout.model.notes import Notes, Sentence, Stance
from readout.model.text import Article, TextSpan

_POSSESSIVE = re.compile(r"['’]s?\b")
_COMPOUND, _ADJECTIVE, _BARE, _LONG = 1.0, 0.75, 0.45, 0.5  # how well a phrase of each kind reads as a row's header
_LONGEST = 4
_OFTEN = 3
_ROOT = 4  # letters that a verb shares with the noun of its deed: invade, invasion
_DEEDS = ("ion", "al", "ment", "ance", "ence", "ure")
_JOINT = re.compile(r"\s(?:of|about|on|for|with|to)\s")
_SHORT = 3
_VAGUE = frozenset(
    (
        *("new", "further", "possible", "future", "own", "broad", "wider", "recent", "current", "such", "more"),
        *("other", "early", "initial"),
    )
)
_FIRST_TOPIC, _LATER_TOPIC = 1.0, 0.4


class Phrasebook:
    """The noun phrases of a story by the stem of their head, for matters that only a verb tells ("to expand")."""

    def __init__(self, pairs: Sequence[tuple[Article, Notes]], names: frozenset[str]) -> None:
        self._names = names
        self._by_stem: dict[str, Counter[str]] = defaultdict(Counter)
        self._by_root: dict[str, Counter[str]] = defaultdict(Counter)
        self._printed: dict[str, Counter[str]] = defaultdict(Counter)
        self._verbs: dict[str, list[TextSpan]] = {}
        for article, notes in pairs:
            self._verbs.setdefault(article.text, []).extend(
                word.span for sentence in notes.sentences for word in sentence.words if word.tag == "VERB"
            )
            for sentence in notes.sentences:
                for phrase, head in _phrases(article.text, sentence):
                    self._by_stem[stem(head)][_plain(phrase)] += 1
                    if singular(head).endswith(_DEEDS):
                        self._by_root[head[:_ROOT]][_plain(phrase)] += 1
                    self._printed[_plain(phrase)][phrase] += 1

    def verbs(self, matter: TextSpan, text: str) -> list[str]:
        """The verbs of a matter, in order."""
        spans = self._verbs.get(text, [])
        return [span.of(text).casefold() for span in spans if matter.start <= span.start < matter.end]

    def nouns_of(self, verb: str) -> list[str]:
        """The noun phrases whose head is a form of a verb, the most frequent first."""
        found = self._by_stem.get(stem(verb), Counter())
        if not found:
            found = self._by_root.get(verb[:_ROOT], Counter())
        if sum(found.values()) < 2:
            return []  # once may be a misreading
        return [self.printed(phrase) for phrase, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))]

    def printed(self, phrase: str, shown: Iterable[str] = ()) -> str:
        """A phrase as the reports print it most; `shown`: forms that it was seen in."""
        forms = self._printed.get(_plain(phrase)) or Counter(shown) or Counter([phrase])
        return min(forms, key=lambda form: (-forms[form], "'" in form or "’" in form, form))

    def told(self, phrase: str) -> int:
        """How many noun phrases of the story have a phrase's head."""
        return sum(self._by_stem.get(stem(_head(phrase)), Counter()).values())

    def often(self, phrase: str) -> int:
        """How many times the reports print a phrase."""
        return sum(self._printed.get(_plain(phrase), Counter()).values())


def label(members: Sequence[tuple[Article, Stance]], book: Phrasebook) -> list[str]:
    """The phrases that name what stances are about, the best first; none where no noun tells it."""
    weights: dict[str, float] = defaultdict(float)
    heads: dict[str, float] = defaultdict(float)
    kinds: dict[str, float] = {}
    shown: dict[str, set[str]] = {}
    for article, stance in members:
        told = list(_topics(article.text, stance, book))
        for rank, (phrase, compound) in enumerate(told):
            weight = _FIRST_TOPIC if rank == 0 else _LATER_TOPIC
            heads[stem(_head(phrase))] += weight
            for form, kind in _suffixes(phrase, compound=compound):
                key = _plain(form)
                shown.setdefault(key, set()).add(form)
                weights[key] += weight
                kinds[key] = max(kind, kinds.get(key, 0.0))
    if not heads:
        return []
    best = max(heads, key=lambda head: (heads[head], head))
    scored = {phrase: weights[phrase] * kinds[phrase] + 0.02 * min(book.often(phrase), 10) for phrase in weights}
    ranked = sorted(scored, key=lambda phrase: (stem(_head(phrase)) != best, -scored[phrase], phrase))
    if " " not in ranked[0] and book.told(ranked[0]) < _OFTEN and len(members) < _OFTEN:
        return []  # one word that the story hardly uses names no issue
    return list(dict.fromkeys(book.printed(phrase, shown[phrase]) for phrase in ranked))


def _topics(text: str, stance: Stance, book: Phrasebook) -> Iterator[tuple[str, bool]]:
    for span in stance.topics:
        phrase = " ".join(re.sub(r"[“”\"]", "", span.of(text)).split())
        yield phrase, _is_compound(phrase)
    if not stance.topics and stance.matter is not None:
        for word in book.verbs(stance.matter, text):
            found = book.nouns_of(word) if len(word) > _SHORT else []
            if found and singular(word) not in words("general", "nouns"):
                yield found[0], _is_compound(found[0])
                return


def _head(phrase: str) -> str:
    """The noun that a phrase is about: “revival” of “revival of the talks”."""
    return _JOINT.split(phrase.casefold())[0].split()[-1]


def _is_compound(phrase: str) -> bool:
    """Whether a phrase's last two words are a noun and a noun, or a name and a noun."""
    parts = phrase.split()
    return len(parts) > 1 and (
        parts[-2][:1].isupper() or not parts[-2].endswith(("al", "ic", "ive", "ous", "ary", "ed", "ing"))
    )


def _suffixes(phrase: str, *, compound: bool) -> Iterator[tuple[str, float]]:
    """The ends of a phrase that are phrases too, with how well each reads."""
    if _JOINT.search(phrase):
        yield _JOINT.split(phrase)[0].split()[-1], _BARE
        yield phrase, _LONG + 0.1
        return
    parts = phrase.split()
    for length in range(1, min(len(parts), _LONGEST) + 1):
        form = " ".join(parts[-length:])
        first = parts[-length].casefold()
        if first in _VAGUE or first in {"'s", "’s"}:
            continue
        kind = _BARE if length == 1 else (_COMPOUND if compound else _ADJECTIVE) if length <= 3 else _LONG
        yield form, kind


def _phrases(text: str, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The base noun phrases of a sentence with their heads: nouns with what is joined to them from before."""
    for place, word in enumerate(sentence.words):
        if word.tag != "NOUN" or word.relation in {"compound", "nmod:desc"}:
            continue
        first = place
        while (
            first
            and sentence.words[first - 1].head == place
            and sentence.words[first - 1].relation in {"compound", "amod"}
        ):
            first -= 1
        head = word.span.of(text).casefold()
        if not head[0].isalpha():
            continue
        whole = TextSpan(sentence.words[first].span.start, word.span.end)
        yield " ".join(whole.of(text).split()), head
        if first < place - 1 or first == place - 1:
            yield " ".join(TextSpan(sentence.words[place - 1].span.start, word.span.end).of(text).split()), head


def _plain(phrase: str) -> str:
    """A phrase as it is compared: small letters, no possessive."""
    return " ".join(_POSSESSIVE.sub("", phrase.casefold()).split())
