"""How, to whom and when something was said, from the words around the cue."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from readout.annotate.occasions import with_occasions
from readout.grammar.cues import channel, says
from readout.grammar.times import find_times
from readout.model.notes import Attribution, Notes, TimeKind, TimeMention
from readout.model.text import Article, TextSpan

_NEAR = 32  # characters between a cue and the time of what it introduces
_TOLD = re.compile(
    r"\s(?P<whom>(?:the\s|The\s|his\s|her\s|its\s|their\s)?[\w.’'&-]+(?:\s(?!that\b|on\b|in\b|at\b|after\b|before\b|during\b|when\b|"
    r"as\b|by\b|he\b|she\b|it\b|they\b|the\b|a\b|while\b|to\b|how\b|via\b|outside\b|near\b|inside\b|from\b|with\b|shortly\b|hours\b|earlier\b|there\b|if\b|whether\b|last\b|this\b|late\b|early\b|ahead\b)"
    r"(?![A-Z][a-z]+day\b)[\w.’'&-]+){0,4})"
)
_TELLING = re.compile(r"\b(?:tell(?:s|ing)?|told|inform(?:s|ed|ing)?|assur(?:es?|ed|ing))\s*\Z", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:after|before|ahead of|since|until|from|by|following|for|of|due|scheduled|than)\s(?:\S+\s)?\Z"
)


def with_circumstances(article: Article, notes: Notes) -> Notes:
    """The notes with channel, addressee and time of each attribution, and the times of the text where none are told."""
    times = notes.times or find_times(article.text)
    reader = _Reader(article.text, notes, times)
    told = replace(notes, times=times, attributions=tuple(reader.told(one) for one in notes.attributions))
    return with_occasions(article, told)


class _Reader:
    """Reads the sentence of each cue without what is said in it."""

    def __init__(self, text: str, notes: Notes, times: Sequence[TimeMention]) -> None:
        self._text = text
        self._notes = notes
        self._times = times
        self._starts = [sentence.span.start for sentence in notes.sentences]
        self._cues = sorted((cue, other.source) for other in notes.attributions for cue in other.cue)
        self._cue_starts = [cue.start for cue, _ in self._cues]

    def told(self, one: Attribution) -> Attribution:
        """The attribution with what its sentence tells of it."""
        if not one.cue:
            return one
        told = replace(one, channel=self._channel(one), addressee=self._addressee(one))
        return replace(told, time=self._time(told))

    def _sentence(self, place: int) -> TextSpan | None:
        number = bisect_right(self._starts, place) - 1
        return self._notes.sentences[number].span if number >= 0 else None

    def _around(self, one: Attribution) -> Iterator[TextSpan]:
        """The stretches of the cue's sentence in which nothing is said, and no other cue stands."""
        sentence = self._sentence(one.cue[0].start)
        if sentence is None:
            return
        first, last = bisect_left(self._cue_starts, sentence.start), bisect_left(self._cue_starts, sentence.end)
        others = [cue for cue, source in self._cues[first:last] if source != one.source and cue not in one.cue]
        said = sorted([*one.content, *others])
        edges = [sentence.start, *(edge for span in said for edge in (span.start, span.end)), sentence.end]
        for start, end in list(pairwise(edges))[::2]:
            begin, finish = max(start, sentence.start), min(end, sentence.end)
            if begin < finish:
                yield TextSpan(begin, finish)

    def _channel(self, one: Attribution) -> TextSpan | None:
        found = [
            TextSpan(stretch.start + told.start, stretch.start + told.end)
            for stretch in self._around(one)
            if (told := channel(stretch.of(self._text))) is not None
        ]
        return min(found, key=lambda span: abs(span.start - one.cue[0].start), default=None)

    def _addressee(self, one: Attribution) -> TextSpan | None:
        cue = one.cue[-1]
        words = cue.of(self._text).rstrip(" :,")
        if not _TELLING.search(words) or not says(words):
            return None
        found = _TOLD.match(self._text, cue.start + len(words))
        if found is None:
            return None
        span = TextSpan(*found.span("whom"))
        whom = span.of(self._text).rstrip(" .,'’")
        span = TextSpan(span.start, span.start + len(whom))
        return None if not whom or any(span.overlaps(content) for content in one.content) else span

    def _time(self, one: Attribution) -> TextSpan | None:
        """The day or hour that stands beside the cue, or between source and cue."""
        around = list(self._around(one))
        cue = TextSpan(one.cue[0].start, one.cue[-1].end)
        near = [
            time.span
            for time in self._times
            if time.kind in {TimeKind.DATE, TimeKind.TIME}
            and any(_holds(stretch, time.span) for stretch in around)
            and self._beside(time.span, cue, one)
            and not self._of_another(time.span)
        ]
        return min(near, key=lambda span: (_gap(span, cue), span), default=None)

    def _beside(self, span: TextSpan, cue: TextSpan, one: Attribution) -> bool:
        """Whether a time stands in the cue, right behind it, between source and cue, or opens the sentence."""
        if span.overlaps(cue) or any(_holds(source, span) for source in one.source):
            return True
        if span.start >= cue.end:
            between = self._text[cue.end : span.start]
            return len(between) <= _NEAR and not set(between) & set(',.;:“"')
        sentence = self._sentence(cue.start)
        opens = sentence is not None and len(self._text[sentence.start : span.start].strip()) <= len("On")
        of_channel = one.channel is not None and 0 <= span.start - one.channel.end <= len(" late on ")
        source = one.source[-1].end if one.source else cue.start
        between = self._text[source : span.start]
        return opens or of_channel or (source <= span.start and len(between) <= _NEAR and "," not in between)

    def _of_another(self, span: TextSpan) -> bool:
        """Whether a time is that of something else: “after Monday's talks”."""
        owned = self._text[span.end : span.end + 2] in {"'s", "’s"}
        return owned or _OTHER_TIME.search(self._text[max(0, span.start - 25) : span.start]) is not None


def _holds(stretch: TextSpan, span: TextSpan) -> bool:
    return stretch.start <= span.start and span.end <= stretch.end


def _gap(one: TextSpan, other: TextSpan) -> int:
    return max(0, one.start - other.end, other.start - one.end)
