"""Which attributions of a report are utterances, and the words of each: the notes of one article to its sayings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.annotate.marks import quotations
from readout.grammar.cues import quotes, says
from readout.grammar.quotation import Shape
from readout.grammar.times import resolve_all
from readout.link.channels import Channels
from readout.model.links import Saying
from readout.model.notes import Attribution, Directness, Notes
from readout.model.record import Span
from readout.model.text import Article, Dating, Role, TextSpan
from readout.model.values import Precision, When

_CERTAIN = 0.2  # score under which an indirect content is left out (read against the reports in `examples/`)
_LONG = 6  # words of a quotation that nobody is given for; shorter ones may be titles or held at a distance
_COVERED = 0.6  # share of a relay's words that are another's: then it has none of its own
_AHEAD = 3  # words of a subject before the marks
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+\Z")
_GOES_ON = re.compile(r"\s[A-Z][^,.;“”\"\n]*")
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\b", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:would|did|could|do|does|will|refus\w+|declin\w+)(?:n['’]t|\snot|\sto)\b|\brefus|\bdeclin", re.IGNORECASE
)
_ONLY = re.compile(r"\bonly\s(?:that\s|to say\s|saying\s)", re.IGNORECASE)
_OPENING = re.compile(r"\A(?:that\s|[\s,:]+)+")
_TELLING = re.compile(r"\b(?:tell|tells|told|telling|inform\w*|remind\w*|assur\w+)\Z", re.IGNORECASE)
_WHOM = re.compile(r"(?!that\b)[^,.;:“”\"]{2,60}?\s(?=that\s)")
_MARKS = "\"“”„«»'‘’`"

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A saying as far as one report parts it; `run`: the stretch between two marks, `place` its order in there."""

    saying: Saying
    run: TextSpan | None
    place: int


def sayings(article: Article, notes: Notes, dating: Dating) -> list[Piece]:
    """What a report's running text gives somebody as saying, sentence by sentence where it stands between marks."""
    return list(_Sayer(article, notes, dating).pieces())


class _Sayer:
    """Takes the utterances out of one article's attributions."""

    def __init__(self, article: Article, notes: Notes, dating: Dating) -> None:
        self._id = article.id
        self._text = article.text
        self._notes = notes
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._outer = [each for each in quotations(article) if not each.depth]
        self._whens = dict(zip((time.span for time in notes.times), resolve_all(notes.times, dating.date), strict=True))
        self._channels = Channels(article.id, article.text)

    def pieces(self) -> Iterator[Piece]:
        """All utterances in text order."""
        for number, one in enumerate(self._notes.attributions):
            if self._in_body(one) and self._is_utterance(one) and not self._only_relays(one):
                yield from self._pieces(number, one)

    def _in_body(self, one: Attribution) -> bool:
        return any(block.start <= one.content[0].start < block.end for block in self._body)

    def _cue(self, one: Attribution) -> str:
        return " ".join(span.of(self._text) for span in one.cue)

    def _is_utterance(self, one: Attribution) -> bool:
        """Whether somebody is said to have said it; a belief, a title or a word held at a distance is none."""
        cue = self._cue(one)
        held = [each for each in self._outer if any(span.overlaps(each.span) for span in one.content)]
        speech = any(each.shape is Shape.SPEECH for each in held)
        if one.kind is Directness.INDIRECT:
            return bool(one.source) and says(cue) and one.score >= _CERTAIN and self._is_clause(one)
        if not cue:
            return speech and any(len(each.span.of(self._text).split()) >= _LONG for each in held)
        if one.kind is Directness.DIRECT and speech and cue:
            return True
        if _REFUSAL.search(cue):
            return one.kind is Directness.MIXED and self._only(one) is not None
        return bool(one.source) and quotes(cue)

    def _is_clause(self, one: Attribution) -> bool:
        """Whether a verb stands in what is said."""
        return any(
            word.tag in {"VERB", "AUX"}
            for sentence in self._notes.sentences
            if sentence.span.overlaps(one.content[0])
            for word in sentence.words
            if any(span.start <= word.span.start < span.end for span in one.content)
        )

    def _only(self, one: Attribution) -> int | None:
        """Where what was said begins in “would not say whether …, only that …”."""
        found = _ONLY.search(self._text, one.content[0].start, one.content[-1].end)
        return found.end() if found is not None else None

    def _relay(self, one: Attribution) -> Attribution | None:
        """The attribution in whose words this one's stand."""
        around = (each for each in self._notes.attributions if each is not one and _holds(each, one))
        return next(around, None)

    def _only_relays(self, one: Attribution) -> bool:
        inside = [
            each
            for each in self._notes.attributions
            if each is not one and _holds(one, each) and self._is_utterance(each)
        ]
        return sum(_length(each) for each in inside) >= _COVERED * _length(one)

    def _pieces(self, number: int, one: Attribution) -> Iterator[Piece]:
        told = self._run_on(number, one)
        rest: list[TextSpan] = []
        direct: list[TextSpan] = []
        for span in one.content:
            parts = list(self._quoted(span))
            if self._is_title(span) and len(one.content) > 1:
                continue
            if one.kind is Directness.DIRECT and not parts:
                parts = [span]
            begun = self._begun(span, one) if len(one.content) == 1 else None
            if begun is not None:
                rest.append(begun)
            elif parts and (one.kind is Directness.DIRECT or self._all_quoted(span, parts)):
                direct += parts
            else:
                rest.append(span)
        yield from self._sentences(number, told, direct)
        if rest:
            yield from self._as_told(number, told, rest)

    def _is_title(self, span: TextSpan) -> bool:
        """Whether a content is the name of a work or a programme between marks."""
        return any(each.shape is Shape.TITLE and _covers(each.span, span) for each in self._outer)

    def _begun(self, span: TextSpan, one: Attribution) -> TextSpan | None:
        """A quotation that goes on from a subject outside its marks, with the subject: Orlova “affirmed that …”."""
        sentence = next(
            (each.span for each in self._notes.sentences if each.span.start < span.start < each.span.end), None
        )
        if sentence is None or not span.of(self._text).lstrip(_MARKS)[:1].islower():
            return None
        begun = TextSpan(sentence.start, span.end)
        ahead = self._text[sentence.start : span.start]
        taken = any(begun.overlaps(each) and not span.overlaps(each) for each in (*one.source, *one.cue))
        short = len(ahead.split()) <= _AHEAD and ahead[:1].isupper() and "," not in ahead
        return begun if short and not taken else None

    def _run_on(self, number: int, one: Attribution) -> Attribution:
        """A paragraph of quotation with no source of its own, with the source of the quotation that it goes on from."""
        if one.source or one.cue or number == 0:
            return one
        before = self._notes.attributions[number - 1]
        here, there = (self._paragraph(each.content[edge].start) for each, edge in ((one, 0), (before, -1)))
        paragraph = self._body[here] if here is not None else None
        alone = paragraph is not None and one.content[0].start - paragraph.start <= 1
        if not alone or here is None or there != here - 1 or before.kind is not Directness.DIRECT or not before.source:
            return one
        return Attribution(one.kind, one.content, before.source, before.cue, one.score, before.chain, before.channel)

    def _paragraph(self, place: int) -> int | None:
        return next((i for i, span in enumerate(self._body) if span.start <= place < span.end), None)

    def _quoted(self, span: TextSpan) -> Iterator[TextSpan]:
        """The stretches of a content that stand between marks."""
        for each in self._outer:
            for part in each.content:
                if part.overlaps(span):
                    yield TextSpan(max(part.start, span.start), min(part.end, span.end))

    def _all_quoted(self, span: TextSpan, parts: Sequence[TextSpan]) -> bool:
        def letters(one: TextSpan) -> int:
            return sum(sign.isalnum() for sign in one.of(self._text).replace("&quot;", ""))

        shape = {each.shape for each in self._outer if each.span.overlaps(span)}
        return Shape.SPEECH in shape and letters(span) == sum(map(letters, parts))

    def _sentences(self, number: int, one: Attribution, parts: Sequence[TextSpan]) -> Iterator[Piece]:
        broken: list[TextSpan] = []  # what goes on behind “she said”
        for index, part in enumerate(parts):
            sentences = [each for each in self._parted(part) if any(map(str.isalnum, each.of(self._text)))]
            for place, sentence in enumerate(sentences):
                last = place == len(sentences) - 1
                if last and index + 1 < len(parts) and self._goes_on(one, sentence, parts[index + 1]):
                    broken.append(self._bare_of_space(sentence))
                    continue
                words = [*broken, self._trimmed(sentence)]
                broken = []
                yield Piece(self._saying(number, one, "direct", words), part, place)

    def _goes_on(self, one: Attribution, part: TextSpan, following: TextSpan) -> bool:
        """Whether a sentence that is broken by "she said" goes on in the next quotation."""
        ended = part.of(self._text).rstrip()[-1:] in {".", "!", "?", "…", ":", "—"}
        broken = any(part.end <= cue.start < following.start for cue in one.cue)
        begun = part.of(self._text).lstrip(_MARKS + " ")[:1].isupper()
        return not ended and broken and begun and following.of(self._text).lstrip(_MARKS)[:1].islower()

    def _bare_of_space(self, span: TextSpan) -> TextSpan:
        words = span.of(self._text)
        return TextSpan(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))

    def _parted(self, part: TextSpan) -> Iterator[TextSpan]:
        """A stretch by sentences."""
        inside = [each.span for each in self._notes.sentences if each.span.overlaps(part)]
        starts = [part.start, *(span.start for span in inside if part.start < span.start < part.end)]
        for start, end in zip(starts, [*starts[1:], part.end], strict=True):
            yield TextSpan(start, end)

    def _as_told(self, number: int, one: Attribution, spans: Sequence[TextSpan]) -> Iterator[Piece]:
        """An utterance in the reporter's words, or partly so."""
        first = self._only(one) if _REFUSAL.search(self._cue(one)) else None
        spans = [TextSpan(max(span.start, first or 0), span.end) for span in spans if first is None or span.end > first]
        denied = _DENIAL.search(self._cue(one))
        if (
            denied and one.cue[0].end <= spans[0].start
        ):  # what is denied is told with the verb, or it would read as said
            spans = [TextSpan(one.cue[0].start, spans[0].end), *spans[1:]]
        if _TELLING.search(self._cue(one)) and (whom := _WHOM.match(spans[0].of(self._text))):
            spans = [TextSpan(spans[0].start + whom.end(), spans[0].end), *spans[1:]]
        kept = [trimmed for span in spans if len(trimmed := self._trimmed(span, told=not denied)) > 0]
        if kept:
            kind: Kind = "mixed" if any(list(self._quoted(span)) for span in kept) else "indirect"
            yield Piece(self._saying(number, one, kind, kept), None, 0)

    def _trimmed(self, span: TextSpan, *, told: bool = False) -> TextSpan:
        """A span without white space and the comma at its end; what is told also without "that" and its full stop."""
        words = span.of(self._text)
        opening = _OPENING.match(words) if told else None
        start = span.start + (opening.end() if opening else len(words) - len(words.lstrip()))
        kept = self._text[start : span.end].rstrip(" ,\n.;:" if told else " ,\n")
        end = start + len(kept)
        if told and _ABBREVIATED.search(self._text[start : end + 1]):  # “U.S.” is no sentence's end
            more = _GOES_ON.match(self._text, end + 1)
            return TextSpan(start, more.end() if more else end + 1)
        if kept.count("“") > kept.count("”"):
            end += 1
        return TextSpan(start, end)

    def _saying(self, number: int, one: Attribution, kind: Kind, spans: Sequence[TextSpan]) -> Saying:
        relay = self._relay(one)
        channel_name, outlet, addressee = self._channels.of(one, relay)
        return Saying(
            article=self._id,
            kind=kind,
            spans=tuple(self._span(span) for span in spans),
            text=(" " if kind == "direct" else " … ").join(" ".join(span.of(self._text).split()) for span in spans),
            source=self._span(self._source(one)) if one.source else None,
            cue=self._span(self._bare(one.cue[0])) if one.cue else None,
            chain=None if one.chain is None else (self._id, one.chain),
            via=None if relay is None or relay.chain is None else (self._id, relay.chain),
            channel=channel_name,
            outlet=outlet,
            addressee=addressee,
            said_on=self._said_on(one),
            statement=number,
        )

    def _bare(self, span: TextSpan) -> TextSpan:
        """A cue without the marks and the colon beside it."""
        words = span.of(self._text)
        start = span.start + len(words) - len(words.lstrip(_MARKS))
        return TextSpan(start, span.start + len(words.rstrip(_MARKS + " :,")))

    def _source(self, one: Attribution) -> TextSpan:
        words = one.source[0].of(self._text)
        return TextSpan(one.source[0].start, one.source[0].start + len(words.rstrip(" ,")))

    def _span(self, span: TextSpan) -> Span:
        return Span(self._id, span.start, span.end)

    def _said_on(self, one: Attribution) -> str | None:
        when = self._whens.get(one.time) if one.time is not None else None
        return _day(when) if when is not None else None


def _day(when: When) -> str | None:
    if (
        when.precision not in {Precision.DAY, Precision.HOUR, Precision.MINUTE}
        or when.start is None
        or when.end is None
    ):
        return None
    return when.start[:10] if when.start[:10] == when.end[:10] else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all of one's content stands in another's, which has more."""
    inside = all(
        any(span.start <= part.start and part.end <= span.end for span in outer.content) for part in inner.content
    )
    return inside and _length(inner) < _length(outer)


def _covers(outer: TextSpan, inner: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _length(one: Attribution) -> int:
    return sum(len(span) for span in one.content)
