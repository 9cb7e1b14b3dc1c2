"""What a report calls the people it names: the posts beside their names, and whom these say they speak for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.grammar.countries import country_named, country_of_people, country_seated_at
from readout.grammar.people import is_apart, is_nobodys, is_role, is_states
from readout.model.notes import Mention, NameKind, Notes, Sentence, Word
from readout.model.text import Article, Role, TextSpan

_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
_JOINTS = frozenset({"of", "for"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "-"})
_PHRASE = r"(?:[A-Z]\.(?:[A-Z]\.)*|[^,.;:“”\"()…])"
_AFTER = re.compile(rf",\s(?P<post>(?:the|The|a|an|its|his|her|their)\s{_PHRASE}{{3,90}}|[a-z]{_PHRASE}{{3,90}})")
_LEADS = re.compile(rf",\s(?P<post>who\s(?:leads|runs|heads|chairs|directs)\s{_PHRASE}{{3,70}})")
_BEFORE = re.compile(rf"(?:^|[,;]\s|\s)(?P<post>(?:the|The|Its|its|Their|their)\s{_PHRASE}{{3,80}}?),\s\Z")
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Mx"})
_REPRESENTED = re.compile(
    r"\s(?:will be|was|were|is|are|has been|had been|would be|being)\srepresented\s(?:there\s|at the [a-z]+\s)?"
    r"by\s(?:the\s|its\s|their\s)?\Z"
)
_DASHES = frozenset({"-", "--", "–", "—"})
_HEAD_ENDS = re.compile(
    r"\s(?:of|for|at|in|to|who|on|and|from|with|whose|which|through|via|by|about|that|under|against|over|between)\s"
)
_CUT = re.compile(r"\s(?:who|whose|which|and|said|says|told|when|while|as|after|before|in a|on a)\s")
_CUT_OFF = re.compile(r"\b(?P<state>(?:[A-Z]\.){2,})\s\Z")  # a sentence end that is none: “U.S.” Ambassador


@dataclass(frozen=True, slots=True)
class Posts:
    """The words for a person's posts, and the words in them that tell the party."""

    roles: tuple[TextSpan, ...]
    party: tuple[TextSpan, ...]


def posts(article: Article, notes: Notes) -> tuple[Posts, ...]:
    """The posts of each chain of `notes`; those of chains that are no persons are empty."""
    reader = _Reader(article, notes)
    return tuple(reader.posts(place) for place in range(len(notes.chains)))


class _Reader:
    """Reads the words on either side of a name."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self._text = article.text
        self._notes = notes
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._starts = [sentence.span.start for sentence in notes.sentences]

    def posts(self, chain: int) -> Posts:
        """The posts of one chain."""
        found = [span for index in self._notes.chains[chain].mentions for span in self._beside(index)]
        party = [span for post in found if (span := self._party(post)) is not None]
        party += [span for index in self._notes.chains[chain].mentions for span in self._represented(index, found)]
        return Posts(tuple(sorted(set(found))), tuple(sorted(set(party))))

    def _represented(self, index: int, found: Sequence[TextSpan]) -> Iterator[TextSpan]:
        """Whom a report says somebody represents: “the republic” was represented by the minister Ana Orlova."""
        mention = self._notes.mentions[index]
        if mention.kind is not NameKind.PERSON:
            return
        start = min([mention.span.start, *(post.start for post in found if 0 <= mention.span.start - post.end <= 1)])
        sentence = self._sentence(start)
        ahead = _REPRESENTED.search(self._text[sentence.span.start : start]) if sentence is not None else None
        if ahead is None or sentence is None:
            return
        before = TextSpan(sentence.span.start, sentence.span.start + ahead.start())
        near = [m.span for m in self._notes.mentions if m.span.end == before.end]
        states = [span for span in _states(self._text, before) if span.end == before.end]
        yield from (states or near)[:1]

    def _beside(self, index: int) -> Iterator[TextSpan]:
        mention = self._notes.mentions[index]
        sentence = self._sentence(mention.span.start)
        if mention.kind is not NameKind.PERSON or sentence is None or not self._in_body(mention.span):
            return
        for span in (self._premodifier(mention, sentence), *self._appositions(mention, sentence)):
            if span is not None and len(span) > 0:
                yield span

    def _in_body(self, span: TextSpan) -> bool:
        return any(block.start <= span.start < block.end for block in self._body)

    def _sentence(self, place: int) -> Sentence | None:
        number = bisect_right(self._starts, place) - 1
        if number < 0 or self._notes.sentences[number].span.end <= place:
            return None
        return self._notes.sentences[number]

    def _premodifier(self, mention: Mention, sentence: Sentence) -> TextSpan | None:
        """The run of nouns and adjectives that ends at the name: “union spokesman” Iwan Orlov."""
        words = sentence.words
        last = self._last_before(words, mention)
        if last >= 0 and self._governs(words[last]):
            return None  # "a spokeswoman for the" Orlova campaign: the name is not whose post it is
        first = last + 1
        others = [m.span for m in self._notes.mentions if m.kind is NameKind.PERSON and m is not mention]
        for place in range(last, -1, -1):
            word = words[place]
            printed = word.span.of(self._text)
            joint = printed in _JOINTS or (printed == "the" and words[place - 1].span.of(self._text) in _JOINTS)
            inside = word.tag in _INSIDE or printed in _POSSESSIVE or (joint and place > 0)
            if (
                not inside
                or (printed in _DASHES and self._stands_apart(word))
                or any(span.overlaps(word.span) for span in others)
            ):
                break
            if first <= last and _is_new_phrase(printed, words[first].span.of(self._text)):
                break
            first = place
        while first <= last and (
            words[first].span.of(self._text) in (_POSSESSIVE | _JOINTS | {"the"}) or words[first].tag == "ADP"
        ):
            first += 1
        if first > last:
            return None
        for place in range(
            last, first, -1
        ):  # “a spokesman for President Orlova”: the president is she, not the spokesman
            if words[place].span.of(self._text) in _JOINTS and is_role(words[last].span.of(self._text)):
                first = place + 1
                break
        start = words[first].span.start
        if first == 0 and (cut := _CUT_OFF.search(self._text, 0, start)):
            start = cut.start("state")
        span = TextSpan(start, words[last].span.end)
        return span if _is_post(span.of(self._text)) else None

    def _stands_apart(self, word: Word) -> bool:
        """Whether a dash has space before it: a dateline's, and not the hyphen of “Secretary-General”."""
        return self._text[word.span.start - 1 : word.span.start].isspace()

    def _last_before(self, words: Sequence[Word], mention: Mention) -> int:
        """The index of the word before a name and its courtesy title; -1 if there is none."""
        start = _name_start(self._text, mention)
        last = next((i for i, word in enumerate(words) if word.span.start >= start), 0) - 1
        while last >= 0 and words[last].span.of(self._text).rstrip(".") in _COURTESY:
            last -= 1
        return last

    def _governs(self, word: Word) -> bool:
        """Whether a word leads on to the name as its object: "for", "of the"."""
        return word.tag in {"ADP", "DET"} or word.span.of(self._text).lower() in _JOINTS | {"the", "a", "an"}

    def _appositions(self, mention: Mention, sentence: Sentence) -> Iterator[TextSpan]:
        """“The union’s lawyer”, Ana Orlova; Ana Orlova, “the union’s lawyer”; Ana Orlova, “who leads the union”."""
        if after := _AFTER.match(self._text, mention.span.end, sentence.span.end):
            yield from self._post(*after.span("post"))
        if leads := _LEADS.match(self._text, mention.span.end, sentence.span.end):
            yield TextSpan(leads.start("post"), leads.start("post") + len(leads["post"].rstrip()))
        ahead = self._text[sentence.span.start : _name_start(self._text, mention)]
        if before := _BEFORE.search(ahead):
            start = sentence.span.start
            yield from self._post(start + before.start("post"), start + before.end("post"))

    def _post(self, start: int, end: int) -> Iterator[TextSpan]:
        words = self._text[start:end]
        cut = _CUT.search(words)
        words = (words if cut is None else words[: cut.start()]).rstrip()
        span = TextSpan(start, start + len(words))
        people = (m.span for m in self._notes.mentions if m.kind is NameKind.PERSON and m.span.overlaps(span))
        named = any(self._text[person.end : person.end + 2] not in {"'s", "’s"} for person in people)
        if _is_post(words) and not named and words.split()[-1] not in _COURTESY:
            yield span

    def _party(self, post: TextSpan) -> TextSpan | None:
        """The words of a post that name a state or a body."""
        words = post.of(self._text)
        head = head_noun(words)
        if is_nobodys(head) or is_apart(words):
            return None
        inside = [m for m in self._notes.mentions if _within(m.span, post)]
        owning = [m.span for m in inside if self._text[m.span.end : m.span.end + 2] in {"'s", "’s"}]
        body = [m.span for m in inside if m.kind is NameKind.ORGANIZATION] or owning
        states = list(_states(self._text, post))
        if states and is_states(head) and (not body or states[0].start <= body[0].start):
            return states[0]
        return body[0] if body else self._body_called(post)

    def _body_called(self, post: TextSpan) -> TextSpan | None:
        """The noun for the one body of the report that has it for its last word: the “union” president."""
        names = {m.span.of(self._text).casefold() for m in self._notes.mentions if m.kind is NameKind.ORGANIZATION}
        lasts = [name.replace("’", "'").split()[-1] for name in {name.replace("’", "'") for name in names}]
        for word in re.finditer(r"[a-z]+", post.of(self._text)):
            if word[0] != head_noun(post.of(self._text)) and lasts.count(word[0]) == 1:
                return TextSpan(post.start + word.start(), post.start + word.end())
        return None


def head_noun(post: str) -> str:
    """The noun that a post is about: “minister” of “the foreign minister of the republic”."""
    ended = _HEAD_ENDS.search(post)
    words = (post if ended is None else post[: ended.start()]).split()
    return words[-1].strip(",.'’") if words else ""


def state_named(words: str) -> str | None:
    """The short name of the country that words name, by name, nationality or seat."""
    country = country_named(words) or country_of_people(words) or country_seated_at(words)
    return None if country is None else country.name


def _states(text: str, span: TextSpan) -> Iterator[TextSpan]:
    """The words for countries in a span, longest first at each place."""
    words = [
        TextSpan(span.start + found.start(), span.start + found.end())
        for found in re.finditer(r"[A-Z](?:\.[A-Z]\.|[^\W_])*", span.of(text))
    ]
    place = 0
    while place < len(words):
        for length in (3, 2, 1):
            part = words[place : place + length]
            whole = TextSpan(part[0].start, part[-1].end)
            if len(part) == length and state_named(whole.of(text)) is not None:
                yield whole
                break
        else:
            length = 1
        place += length


def _is_post(words: str) -> bool:
    return is_role(head_noun(words)) and not words.casefold().endswith((" of", " for"))


def _is_new_phrase(word: str, following: str) -> bool:
    """Whether a title starts after a common noun that is no part of it: “which path” President Orlova."""
    return word.islower() and following[:1].isupper() and not is_role(word) and word not in _JOINTS


def _name_start(text: str, mention: Mention) -> int:
    """Where the name begins after the titles that were read as part of it."""
    start = mention.span.start
    for word in re.finditer(r"\S+\s+", mention.span.of(text)):
        if not is_role(word[0].strip(" .\n")):
            break
        start = mention.span.start + word.end()
    return start


def _within(span: TextSpan, other: TextSpan) -> bool:
    return other.start <= span.start and span.end <= other.end


def words_of(spans: Sequence[TextSpan], text: str) -> frozenset[str]:
    """The words of spans in small letters."""
    return frozenset(word for span in spans for word in re.findall(r"[^\W_]+", span.of(text).casefold()))
