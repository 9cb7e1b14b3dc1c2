"""Words that one source hands on from another: a post that quotes somebody, an agency that quotes an official."""

import re
from collections.abc import Callable, Iterator, Sequence

from readout.annotate.subjects import subject
from readout.grammar.cues import relays
from readout.grammar.quotation import Quotation
from readout.model.notes import Attribution, Directness, Sentence
from readout.model.text import TextSpan

_SCORE = 0.5  # of what the marks and one cue beside them tell
_RELAYED = re.compile(
    r"\b(?P<cue>quoting|citing|referring to)\s(?P<source>(?:[\w’']+\s){0,4}?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)"
)
_SAYING = re.compile(r"(?P<source>[A-Z][\w.’'-]+(?:\s[\w.’'-]+){0,6}?)\s(?:as\s)?(?P<cue>saying)\s(?:that\s)?")
_QUOTED = re.compile(r"\bquot(?:ed|es|ing)\s\Z")


class Relays:
    """Goes through one article's attributions in order, since what is relayed may run on."""

    def __init__(self, text: str, quotations: Sequence[Quotation], sentence: Callable[[int], Sentence | None]) -> None:
        self._text = text
        self._quotations = quotations
        self._outer = [each for each in quotations if not each.depth]
        self._sentence = sentence
        self._relayed: tuple[str, TextSpan] | None = None  # who relayed last, and whose words

    def of(self, one: Attribution) -> Iterator[Attribution]:
        """What an attribution relays from another: a post that quotes somebody, an agency that quotes an official."""
        if not one.source or not one.cue:
            return
        if relays(one.cue[0].of(self._text)) and (told := _SAYING.match(self._text, one.content[0].start)):
            content = TextSpan(told.end(), one.content[-1].end)
            source, cue = TextSpan(*told.span("source")), TextSpan(*told.span("cue"))
            if content.start < content.end:
                yield Attribution(one.kind, (content,), (source,), (cue,), one.score)
            return
        if _QUOTED.search(self._text[: one.source[0].start][-12:]):
            yield from self._relaying(one)
            return
        end = max(one.cue[-1].end, one.source[-1].end, one.content[-1].end)
        sentence = self._sentence(end - 1)
        start = min(one.cue[0].end, end)
        found = _RELAYED.search(self._text, start, sentence.span.end if sentence else end + 80)
        relay = one.source[0].of(self._text).rstrip(", ").split(",")[0].split()[-1]
        if found is not None:
            name = found["source"].rstrip(".")
            source, cue = (
                TextSpan(found.start("source"), found.start("source") + len(name)),
                TextSpan(*found.span("cue")),
            )
            self._relayed = (relay, source)
        elif self._relayed is not None and self._relayed[0] == relay and self._of_one_before(one):
            source, cue = self._relayed[1], one.cue[0]
        else:
            return
        inner = [
            each
            for each in self._quotations
            if each.depth and any(span.start <= each.span.start < span.end for span in one.content)
        ]
        for each in inner:
            yield Attribution(Directness.DIRECT, each.content, (source,), (cue,), _SCORE)
        if not inner and found is not None and found["cue"] != "referring to":
            parts = [part for each in self._outer if each.span in one.content for part in each.content]
            if parts:
                yield Attribution(Directness.DIRECT, tuple(parts), (source,), (cue,), _SCORE)

    def _of_one_before(self, one: Attribution) -> bool:
        """Whether what is relayed begins with a pronoun: “He adds that …”."""
        return re.match(r"\W*(?:He|She)\s", one.content[0].of(self._text)) is not None

    def _relaying(self, one: Attribution) -> Iterator[Attribution]:
        """The attribution to whom "quoted" has for its subject: all of the other's words are its content."""
        sentence = self._sentence(one.source[0].start)
        if sentence is None:
            return
        for place, word in enumerate(sentence.words):
            if word.span.end <= one.source[0].start and relays(word.span.of(self._text)):
                found = subject(sentence, place)
                if found is not None:
                    behind = one.content[-1].end > one.source[0].start
                    content = (TextSpan(one.source[0].start, one.content[-1].end),) if behind else one.content
                    yield Attribution(one.kind, content, (found,), (word.span,), _SCORE)
                return
