"""When something was said, where the words around it tell it of the same occasion.

"At a briefing on Tuesday, Orlova defended the plan. “We had no choice,” she said.": on Tuesday. Only inside one
paragraph, of one speaker, and never where the cue or its sentence speaks of another time.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from readout.annotate.marks import quotations
from readout.grammar.quotation import Shape
from readout.model.notes import Attribution, Notes, Sentence, TimeKind, TimeMention
from readout.model.text import Article, Role, TextSpan

_OTHER = re.compile(
    r"\b(?:has|have|had|often|repeatedly|always|previously|earlier|once|never|long|will|would|could|may|might|"
    r"last|before|ago|recently|since|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
_OCCASION = (
    r"(?:statement|interview|briefing|conference|speech|address|tweet|tweets|post|letter|hearing|testimony|remarks|call|rally|"
    r"debate|forum|interviews|message|memo|email|appearance|panel|podcast|broadcast|meeting)"
)
_BEFORE = re.compile(
    rf"\b{_OCCASION}(?:\s(?:in|at|with|to|on|from|for|the|a|late|early|[A-Z][\w.’'-]*|reporters|journalists)){{0,6}}\s\Z"
)
_AFTER = re.compile(rf"(?:['’]s?)?\s(?:\w+\s){{0,2}}{_OCCASION}\b")
_DAYS = frozenset({TimeKind.DATE, TimeKind.TIME})


def with_occasions(article: Article, notes: Notes) -> Notes:
    """The notes with the times of attributions that share an occasion with words that tell it."""
    reader = _Reader(article, notes)
    told: list[Attribution] = []
    for one in notes.attributions:
        told.append(reader.told(one, told))
    return replace(notes, attributions=tuple(told))


class _Reader:
    """Reads the paragraph of each attribution up to its cue."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self._text = article.text
        self._notes = notes
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._starts = [sentence.span.start for sentence in notes.sentences]
        self._spoken_words = [
            each.span for each in quotations(article) if not each.depth and each.shape is Shape.SPEECH
        ]
        self._spoken = {
            (index, mention.span.start)
            for index, chain in enumerate(notes.chains)
            for mention in (notes.mentions[i] for i in chain.mentions)
        }

    def told(self, one: Attribution, before: Sequence[Attribution]) -> Attribution:
        """The attribution with the time of its occasion; `before` are those before it, with theirs."""
        if one.time is not None or one.chain is None or not one.cue or self._is_of_another_time(one):
            return one
        paragraph = next((span for span in self._body if span.start <= one.cue[0].start < span.end), None)
        if paragraph is None:
            return one
        return replace(one, time=self._of_speaker(one, before, paragraph) or self._of_occasion(one, paragraph))

    def _sentence(self, place: int) -> Sentence | None:
        number = bisect_right(self._starts, place) - 1
        found = self._notes.sentences[number] if number >= 0 else None
        return found if found is not None and place < found.span.end else None

    def _is_of_another_time(self, one: Attribution) -> bool:
        """Whether the cue, or its sentence outside what is said, has words for a time of its own."""
        sentence = self._sentence(one.cue[0].start)
        if sentence is None:
            return True
        outside = self._text[sentence.span.start : sentence.span.end]
        for span in one.content:
            outside = outside.replace(
                self._text[max(span.start, sentence.span.start) : min(span.end, sentence.span.end)], " "
            )
        times = [time for time in self._notes.times if time.span.overlaps(sentence.span)]
        own = [time for time in times if not any(time.span.overlaps(span) for span in one.content)]
        return bool(own) or _OTHER.search(outside) is not None

    def _of_speaker(self, one: Attribution, before: Sequence[Attribution], paragraph: TextSpan) -> TextSpan | None:
        """The time of what the same person said right before in the paragraph."""
        last = next((each for each in reversed(before) if each.source and each.cue), None)
        near = last is not None and paragraph.start <= last.cue[0].start < paragraph.end
        return last.time if last is not None and near and last.chain == one.chain else None

    def _of_occasion(self, one: Attribution, paragraph: TextSpan) -> TextSpan | None:
        """The day of the briefing, interview ... of which a sentence before tells that the speaker was at it."""
        for time in reversed(self._notes.times):
            if not paragraph.start <= time.span.start < one.cue[0].start or time.kind not in _DAYS:
                continue
            sentence = self._sentence(time.span.start)
            if (
                sentence is None
                or any(span.overlaps(time.span) for span in self._spoken_words)
                or not self._is_of_occasion(time)
            ):
                continue
            there = any(
                index == one.chain and sentence.span.start <= start < sentence.span.end for index, start in self._spoken
            )
            return time.span if there else None
        return None

    def _is_of_occasion(self, time: TimeMention) -> bool:
        """Whether a time stands beside the word for an occasion of speaking: “a briefing on Tuesday”."""
        ahead = self._text[max(0, time.span.start - 80) : time.span.start]
        return _BEFORE.search(ahead) is not None or _AFTER.match(self._text, time.span.end) is not None
