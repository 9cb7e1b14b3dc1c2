"""Sentences as sets of what they tell: content words, names by the entity they mean, figures, negation."""

import re
from dataclasses import dataclass

from readout.merge.brief.context import Context
from readout.merge.brief.lexicon import vocabulary, words_of
from readout.merge.brief.sentences import Telling
from readout.model.text import TextSpan

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_ENDING = re.compile(r"(?:'s|s'|ings?|edly|ed|ies|es|s|ly|ions?|ers?)\Z")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a stretch of text tells. `words` are stems and entity ids; `figures` as printed without separators.

    `ahead`: something is still to come.
    """

    words: frozenset[str]
    figures: frozenset[str]
    negated: bool
    ahead: bool

    def share_in(self, other: "Terms") -> float:
        """How much of this the other tells."""
        return len(self.words & other.words) / max(1, len(self.words))

    def agrees(self, other: "Terms") -> bool:
        """Whether the other gives the same figures, negates as this does, and looks as this does on what is to come."""
        same = self.negated == other.negated and self.ahead == other.ahead
        return same and self.figures <= other.figures


def terms(telling: Telling, spans: list[TextSpan], context: Context) -> Terms:
    """What some stretches of a sentence tell; a date counts by the day that it means."""
    named = [one for one in context.within(telling.article, telling.span) if one.entity is not None]
    times = [
        (time.span, when)
        for time, when in context.times[telling.article]
        if time.span.overlaps(telling.span) and when is not None and when.start is not None
    ]
    words, figures = set[str](), set[str]()
    for span in spans:
        left = span.of(telling.text)
        for one in named:
            inside = one.mention.span
            if span.start <= inside.start and inside.end <= span.end and one.entity is not None:
                words.add(one.entity.id)
                left = _blank(left, inside, span)
        for time, _ in times:
            if span.start <= time.start and time.end <= span.end:
                left = _blank(left, time, span)
        figures |= {found.group().replace(",", "").rstrip(".") for found in _NUMBER.finditer(left)}
        words |= stems(left)
    text = " ".join(span.of(telling.text) for span in spans)
    negated = any(word in vocabulary("refusal", "words") or word.endswith("n't") for word in words_of(text))
    ahead = any(word in vocabulary("ahead", "words") for word in words_of(text))
    return Terms(frozenset(words), frozenset(figures), negated, ahead)


def _blank(text: str, inside: TextSpan, span: TextSpan) -> str:
    start, end = inside.start - span.start, inside.end - span.start
    return text[:start] + " " * (end - start) + text[end:]


def stems(text: str) -> set[str]:
    """The content words of a text without their endings."""
    empty = vocabulary("content", "empty")
    return {stem(word) for word in words_of(text) if word not in empty and not word[0].isdigit()}


def stem(word: str) -> str:
    """A word without a common ending; what is left is no word, but the same for its forms."""
    return _ENDING.sub("", word) if len(word) > 4 else word
