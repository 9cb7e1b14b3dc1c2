"""Attributions set right by the quotation marks and the words beside them.

What ran over a quotation's end is cut, what was missed is found, and words that one source relays from another are
told apart.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.annotate.marks import quotations
from readout.annotate.relays import Relays
from readout.annotate.subjects import subject, subject_over, subtree
from readout.grammar.cues import says
from readout.grammar.quotation import Quotation, Shape
from readout.model.notes import Attribution, Directness, NameKind, Notes, Sentence
from readout.model.text import Article, Role, TextSpan

_SCORE = 0.5  # of what the marks and one cue beside them tell
_OVERRUN = 3  # words behind a quotation that a content may have run into
_NAME = r"(?:[A-Z][\w.’'-]*|[a-z]+|of|de|al-\w+)"
_MAIN = frozenset({"root", "conj", "parataxis", "ccomp"})  # verbs of a clause that is no part of a noun
_APART = 3  # characters between a content and the source or cue that breaks it
_GOES_ON = re.compile(
    r"(?:,\s(?:the|a|an|his|her|its|their)\s[^,.;:“”\"]{3,80})?,\s(?!(?:who|which|but|and|as|while|adding|saying|though|although|whose|when|after|before|in|at|on|during)\b)"
)
_LONGEST = 120  # characters behind a quotation in which its cue is looked for
_WORD = re.compile(r"[^\W\d_]+")
_SOURCE = re.compile(rf"[\s,]*(?P<source>{_NAME}(?:\s{_NAME}){{0,7}}?)(?:\s(?:also|later|then))?\s\Z")
_TURNED = re.compile(
    r"[\s,]*(?P<cue>[a-z]+)\s(?P<source>(?:the\s)?(?:[\w’'-]+\s){0,5}?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)"
)
_RELATIVE = re.compile(r"\W*(?:which|that|who|whom|what)\W*")


def with_quotations(article: Article, notes: Notes) -> Notes:
    """The notes with the attributions that their quotations call for."""
    setter = _Setter(article, notes)
    relaying = Relays(article.text, setter.quotations, setter.sentence)
    mended = [(old, new) for old, one in enumerate(notes.attributions) if (new := setter.mended(one)) is not None]
    kept = [one for _, one in mended]
    kept = [setter.with_rest(one, kept) for one in kept]
    whole = [setter.with_source(one) for one in (*kept, *setter.missed(kept))]
    relayed = [*whole, *(other for one in sorted(whole, key=_start) for other in relaying.of(one))]
    order = sorted(range(len(relayed)), key=lambda i: (_start(relayed[i]), i))
    place = {i: new for new, i in enumerate(order)}
    moved = {old: place[i] for i, (old, _) in enumerate(mended)}
    acts = tuple(
        act if act.attribution is None else replace(act, attribution=moved.get(act.attribution)) for act in notes.acts
    )
    return replace(notes, attributions=tuple(relayed[i] for i in order), acts=acts)


def _start(one: Attribution) -> int:
    return min(span.start for span in (*one.content, *one.cue, *one.source))


class _Setter:
    """Looks at one article's attributions beside its quotations."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self._text = article.text
        self._notes = notes
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self.quotations = quotations(article)
        self._outer = [each for each in self.quotations if not each.depth]
        self._speech = [each for each in self._outer if each.shape is Shape.SPEECH]
        self._speech_from = {each.span.start: each for each in reversed(self._speech)}
        self._people = sorted(each.span for each in notes.mentions if each.kind is NameKind.PERSON)
        self._starts = [sentence.span.start for sentence in notes.sentences]

    def mended(self, one: Attribution) -> Attribution | None:
        """An attribution without what is not its own; None where nothing is left."""
        content = [self._cut(span) for span in one.content]
        content = [span for span in content if not self._after_cue(span, content, one)]
        content = [part for span in content for part in self._own(span, one)]
        content = [span for span in content if len(content) == 1 or not _RELATIVE.fullmatch(span.of(self._text))]
        if not content:
            return None
        one = self._sourced(self._without_clause(one), content)
        if one.source and content[0].start < one.source[0].end <= content[0].end:
            rest = TextSpan(min(one.source[0].end + 1, content[0].end), content[0].end)
            content = [*([rest] if len(rest) else []), *content[1:]]
        if not content:
            return None
        if tuple(content) == one.content:
            return one
        return replace(one, content=tuple(content), kind=self._kind(content))

    def _without_clause(self, one: Attribution) -> Attribution:
        """An attribution whose source ran over a clause with its subject alone: “He [met Orlova], saying …”."""
        if len(one.source) != 1 or not one.cue or (sentence := self.sentence(one.source[0].start)) is None:
            return one
        source = one.source[0]
        for place, word in enumerate(sentence.words):
            if word.tag == "VERB" and word.relation in _MAIN and source.start < word.span.start < source.end:
                found = subject(sentence, place)
                if found is not None and source.start <= found.start and found.end < word.span.start:
                    return replace(one, source=(found,))
        return one

    def _sourced(self, one: Attribution, content: Sequence[TextSpan]) -> Attribution:
        """An attribution with all of its source: a name before its marks, and one between the source and the cue."""
        if not one.source:
            first = next((span for span in self._people_from(content[0].start, content[0].start + 1)), None)
            if first is not None and re.match(r"\s[\"“]\w+ed\b", self._text[first.end : content[0].end]):
                return replace(one, source=(first,))
        elif len(one.source) == 1 and one.cue and one.source[0].end < one.cue[0].start:
            source, cue = one.source[0], one.cue[0]
            for span in self._people_from(source.end, cue.start):
                between = self._text[source.end : span.start]
                if (
                    source.end < span.start
                    and span.end + 1 == cue.start
                    and re.fullmatch(r"(?:\s[a-z]+){1,4}\s", between)
                ):
                    return replace(one, source=(TextSpan(source.start, span.end),))
        return one

    def _cut(self, span: TextSpan) -> TextSpan:
        """A content without the few words that follow its quotation: “…,” Thorsen [told]."""
        each = self._speech_from.get(span.start)
        if each is None or each.span.end >= span.end:
            return span
        rest = self._text[each.span.end : span.end]
        return each.span if len(rest.split()) <= _OVERRUN else span

    def _people_from(self, start: int, end: int) -> list[TextSpan]:
        """The names of persons that begin between two places."""
        first, last = bisect_left(self._people, TextSpan(start, 0)), bisect_left(self._people, TextSpan(end, 0))
        return self._people[first:last]

    def _after_cue(self, span: TextSpan, content: Sequence[TextSpan], one: Attribution) -> bool:
        """Whether a content is no more than to whom or where it was said: “…,” she told [the court in June]."""
        cue = one.cue[-1].end if one.cue else None
        if cue is None or self._holding(span) or self._text[cue : span.start].strip():
            return False
        return any(self._holding(other) for other in content if other.start < span.start)

    def _own(self, span: TextSpan, one: Attribution) -> Iterator[TextSpan]:
        """A content without the quotations of another paragraph that have a source of their own."""
        at = self._paragraph(one.cue[0].start) if one.cue else None
        other = [
            each.span
            for each in self._speech
            if span.overlaps(each.span)
            and at is not None
            and self._paragraph(each.span.start) != at
            and self._beside(each)
        ]
        if not other:
            yield span
            return
        kept = TextSpan(span.start, min(each.start for each in other))
        words = kept.of(self._text).rstrip(" \n.,")
        if words.strip():
            yield TextSpan(kept.start, kept.start + len(words))

    def with_rest(self, one: Attribution, told: Sequence[Attribution]) -> Attribution:
        """An attribution whose cue breaks a sentence, with what goes on behind it: The ships, she said, [stay away]."""
        sentence = self.sentence(one.content[0].start)
        if len(one.content) != 1 or not one.cue or not one.source or sentence is None or self._holding(one.content[0]):
            return one
        begun, inside = one.content[0], sentence.span
        aside = [*one.source, *one.cue]
        start, end = min(span.start for span in aside), max(span.end for span in aside)
        if begun.start - inside.start > 1 or not 0 < start - begun.end <= _APART or end >= inside.end:
            return one
        on = _GOES_ON.match(self._text, end, inside.end)
        if on is None or "," not in self._text[begun.end - 1 : start]:
            return one
        rest = TextSpan(on.end(), inside.end)
        said = (other for other in told if other is not one and other.cue and says(other.cue[0].of(self._text)))
        taken = any(rest.overlaps(span) for other in said for span in (*other.content, *other.cue))
        if taken or not self._has_verb(sentence, rest):
            return one
        content = [begun, rest]
        return replace(one, content=tuple(content), kind=self._kind(content))

    def _has_verb(self, sentence: Sentence, span: TextSpan) -> bool:
        return any(word.tag in {"VERB", "AUX"} and word.span.overlaps(span) for word in sentence.words)

    def missed(self, told: Sequence[Attribution]) -> Iterator[Attribution]:
        """Quotations that no attribution holds, with the source and cue that stand beside them."""
        for each in self._outer:
            if any(span.overlaps(each.span) for one in told for span in one.content):
                continue
            beside = self._beside(each) if each.shape is Shape.SPEECH else None
            source, cue = beside or self._before(each) or (None, None)
            if source is not None and cue is not None:
                content = self._complement(each, cue)
                kind = Directness.DIRECT if content == each.span else Directness.MIXED
                yield Attribution(kind, (content,), (source,), (cue,), _SCORE)

    def _beside(self, quotation: Quotation) -> tuple[TextSpan, TextSpan] | None:
        """The source and cue right behind a quotation: “…,” the minister said."""
        at = self._paragraph(quotation.span.start)
        start = quotation.span.end
        end = min(self._body[at].end if at is not None else start, start + _LONGEST)
        for word in _WORD.finditer(self._text, start, end):
            if says(word[0]):
                source = _SOURCE.match(self._text, start, word.start())
                turned = _TURNED.match(self._text, start, end)
                if source is None and (turned is None or turned.start("cue") != word.start()):
                    return None
                spans = source or turned
                assert spans is not None
                return TextSpan(*spans.span("source")), TextSpan(*word.span())
        return None

    def _before(self, quotation: Quotation) -> tuple[TextSpan, TextSpan] | None:
        """The cue before a quotation in its sentence, with its subject by the parse."""
        sentence = self.sentence(quotation.span.start)
        if sentence is None:
            return None
        for place in range(len(sentence.words) - 1, -1, -1):
            word = sentence.words[place]
            if word.span.end > quotation.span.start or word.tag != "VERB" or not says(word.span.of(self._text)):
                continue
            found = subject(sentence, place) or self._named_before(word.span)
            return None if found is None else (found, word.span)
        return None

    def _named_before(self, verb: TextSpan) -> TextSpan | None:
        """A person named right before a verb, one adverb apart at most."""
        for mention in self._notes.mentions:
            between = self._text[mention.span.end : verb.start]
            if (
                mention.kind is NameKind.PERSON
                and mention.span.end < verb.start
                and re.fullmatch(r"\s(?:\w+\s)?", between)
            ):
                return mention.span
        return None

    def _complement(self, quotation: Quotation, cue: TextSpan) -> TextSpan:
        """The clause around a quotation of a few words that its cue introduces; else the quotation alone."""
        sentence = self.sentence(cue.start)
        if sentence is None or quotation.span.start < cue.end:
            return quotation.span
        verb = next((i for i, word in enumerate(sentence.words) if word.span == cue), -1)
        for place, word in enumerate(sentence.words):
            if word.head == verb and word.relation == "ccomp":
                start = min(sentence.words[i].span.start for i in subtree(sentence, place))
                if cue.end <= start < quotation.span.start:
                    return TextSpan(start, quotation.span.end)
        return quotation.span

    def with_source(self, one: Attribution) -> Attribution:
        """An attribution without a source given the subject of its cue."""
        if one.source or not one.cue or not says(one.cue[0].of(self._text)):
            return one
        sentence = self.sentence(one.cue[0].start)
        if sentence is None:
            return one
        verb = next((i for i, word in enumerate(sentence.words) if word.span.overlaps(one.cue[0])), None)
        found = None if verb is None else subject_over(sentence, verb)
        beside = next(
            (told for each in self._speech if each.span in one.content and (told := self._beside(each))), None
        )
        source = beside[0] if beside is not None else found
        if source is None or any(sign.isdigit() for sign in source.of(self._text)[:24]):
            return one
        if any(source.overlaps(span) for span in (*one.content, *one.cue)):
            return one
        return replace(one, source=(source,))

    def _holding(self, span: TextSpan) -> bool:
        """Whether a content is a quotation of some length."""
        return any(each.span.start <= span.start and span.end <= each.span.end for each in self._speech)

    def _kind(self, content: Sequence[TextSpan]) -> Directness:
        held = [any(_inside(span, each.span) for each in self._outer) for span in content]
        touched = any(span.overlaps(each.span) for span in content for each in self._outer)
        if all(held):
            return Directness.DIRECT
        return Directness.MIXED if touched else Directness.INDIRECT

    def _paragraph(self, place: int) -> int | None:
        return next((i for i, span in enumerate(self._body) if span.start <= place < span.end), None)

    def sentence(self, place: int) -> Sentence | None:
        """The sentence at a place, or the last before it."""
        number = bisect_right(self._starts, place) - 1
        return self._notes.sentences[number] if number >= 0 else None


def _inside(span: TextSpan, other: TextSpan) -> bool:
    return other.start <= span.start and span.end <= other.end
