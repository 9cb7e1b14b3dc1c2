"""Sentences that may stand in a brief, each in the wording in which it would be printed, and what it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from readout.merge.brief.context import Context, Said
from readout.merge.brief.dates import dated, left_over, undated
from readout.merge.brief.lexicon import vocabulary
from readout.merge.brief.names import Introductions
from readout.merge.brief.references import Standing, standing
from readout.merge.brief.scores import Scores
from readout.merge.brief.sentences import Telling, is_whole
from readout.merge.brief.support import support
from readout.merge.brief.terms import Terms, terms
from readout.merge.brief.trimming import bare, optional
from readout.merge.brief.wording import Wording, printed
from readout.model.record import Event, Span

LONG = 30  # words from which what can be cut is cut
_SAID = 0.4  # share of a sentence from which it is there for what somebody said
_LATE, _VAGUE = 0.08, 0.02  # worth of the newest report over the oldest; of each word that needs another sentence
_EVENT, _POSITION = 0.08, 0.03  # worth of an event of salience 1, of a demand, offer or refusal
_NOBODY = 0.05  # taken off where nobody and nothing is named


class Part(IntEnum):
    """What a sentence is for, in the order in which a brief tells it."""

    LEAD = 0
    HAPPENING = 1
    SAID = 2
    DISPUTED = 3
    BACKGROUND = 4
    NEXT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence as it may be printed. `place` is its number among the story's sentences.

    `day` is the latest day that it tells
    of, `past` the latest that is no later than the newest report; `parties` are those whose words it gives; `origins`
    tell it.
    """

    place: int
    telling: Telling
    wording: Wording
    standing: Standing
    part: Part
    words: int
    value: float
    terms: Terms
    parties: frozenset[str]
    day: str | None
    past: str | None
    cites: tuple[Span, ...]
    origins: frozenset[str]
    events: tuple[Event, ...]

    @property
    def start(self) -> int:
        """Where the wording begins."""
        return self.wording.kept()[0].start

    @property
    def key(self) -> tuple[str, int]:
        """The place in the reports, to settle ties."""
        return self.telling.key


def candidates(scores: Scores, context: Context, long: int = LONG) -> list[Candidate]:
    """All sentences that can stand alone, in the order of the reports; those over `long` words without their asides."""
    return [
        candidate
        for place, telling in enumerate(scores.tellings)
        if is_whole(telling) and (candidate := _candidate(place, telling, scores, context, long)) is not None
    ]


def _candidate(place: int, telling: Telling, scores: Scores, context: Context, long: int) -> Candidate | None:
    wording = _trimmed(telling, bare(telling), long)
    found = standing(telling, wording, context)
    if found is None:
        return None
    return candidate_of(place, telling, wording, found, scores, context)


def candidate_of(  # noqa: PLR0913, PLR0917 - the sentence, its wording, and where both come from
    place: int, telling: Telling, wording: Wording, found: Standing, scores: Scores, context: Context
) -> Candidate | None:
    """A sentence in a wording, with its dates put; None where a day is left that nobody could place."""
    wording = dated(telling, wording, context)
    if undated(telling, wording, context):
        return None
    day = _latest(telling, wording, context)
    if _is_stale(telling, wording, day, context):
        return None
    named = Introductions(context).named(telling, wording, found.references)
    text, _ = printed(named, telling.text)
    said = list(_said(telling, wording, context))
    cites = support(place, wording, scores, context)
    origins = {telling.origin, *(context.articles[span.article].origin for span in cites)}
    return Candidate(
        place=place,
        telling=telling,
        wording=wording,
        standing=found,
        part=_part(telling, wording, said, day, context),
        words=len(text.split()),
        value=float(scores.values[place]) + _worth(telling, wording, found, context),
        terms=terms(telling, wording.kept(), context),
        parties=frozenset(_parties(said, context)),
        day=day,
        past=_latest(telling, wording, context, until=context.newest),
        cites=(Span(telling.article, telling.span.start, telling.span.end), *cites),
        origins=frozenset(origins),
        events=tuple(context.events(telling.article, wording)),
    )


def _worth(telling: Telling, wording: Wording, found: Standing, context: Context) -> float:
    """What the round-ups could not teach, as their openings bear no dates: newer reports, words that need no others."""
    days = sorted({article.published.date for article in context.record.articles if article.published.date})
    ours = context.articles[telling.article].published.date
    late = days.index(ours) / (len(days) - 1) if ours and len(days) > 1 else 1.0
    events = [event for event in context.events(telling.article, wording) if not event.background]
    worth = _LATE * late - _VAGUE * len(found.wants) - _VAGUE * left_over(telling, wording)
    worth += _EVENT * max((event.salience for event in events), default=0.0)
    if not any(word.startswith("e-") for word in terms(telling, wording.kept(), context).words):
        worth -= _NOBODY
    return worth + _POSITION * context.takes_position(telling.article, wording)


def _is_stale(telling: Telling, wording: Wording, day: str | None, context: Context) -> bool:
    """Whether a sentence looks ahead to a day that newer reports have behind them."""
    newest = context.newest
    ours = context.articles[telling.article].published.date
    if _is_told_off(telling, wording):
        return True
    if newest is None or ours is None or ours >= newest:
        return False
    if _has_only_begun(telling):
        return True
    if day is not None and day[: len(newest)] >= newest[: len(day)]:
        return False
    return _is_scheduled(telling, wording) or (
        day is not None and _is_to_come(telling, wording, context) and day >= ours
    )


def _trimmed(telling: Telling, wording: Wording, long: int) -> Wording:
    """The wording without asides, as far as the sentence is long."""
    for cut in optional(telling):
        length = sum(len(part.of(telling.text).split()) for part in wording.kept())
        if length > long and wording.keeps(cut.start, cut.end):
            wording = wording.without(cut)
    return wording


def _said(telling: Telling, wording: Wording, context: Context) -> Iterator[Said]:
    """What a wording gives of what was said."""
    for said in context.said.get(telling.article, ()):
        if any(wording.keeps(span.start, span.end) for span in said.report.spans):
            yield said


def _parties(said: list[Said], context: Context) -> Iterator[str]:
    for one in said:
        speaker = context.entities.get(one.quote.speaker or "")
        if speaker is not None:
            yield speaker.party or speaker.id


def _latest(telling: Telling, wording: Wording, context: Context, until: str | None = None) -> str | None:
    """The latest day, month or year, up to a day, that the wording tells of outside of what was said in marks."""
    days = [
        when.end or when.start
        for time, when in context.times[telling.article]
        if when is not None
        and wording.keeps(time.span.start, time.span.end)
        and not telling.is_quoted(time.span.start, time.span.end)
    ]
    return max((day[:10] for day in days if day and (until is None or day[:10] <= until)), default=None)


def _part(telling: Telling, wording: Wording, said: list[Said], day: str | None, context: Context) -> Part:
    share = sum(len(span) for one in said for span in _text_spans(one)) / max(
        1, sum(len(part) for part in wording.kept())
    )
    newest = context.newest
    if (
        day is not None
        and newest is not None
        and day[: len(newest)] > newest[: len(day)]
        and _is_to_come(telling, wording, context)
    ):
        return Part.NEXT
    if share >= _SAID and _is_about_words(telling, said):
        return Part.SAID
    if day is None and _is_scheduled(telling, wording):
        return Part.NEXT
    if day is not None and newest is not None and day[:7] < _months_before(newest):
        return Part.BACKGROUND
    events = context.events(telling.article, wording)
    if events and all(event.background for event in events):
        return Part.BACKGROUND
    return Part.HAPPENING


def _is_about_words(telling: Telling, said: list[Said]) -> bool:
    """Whether the main verb is that of saying, or is said itself: no suit that was filed "claiming that ..."."""
    root = telling.tree.root
    if root is None:
        return False
    span = telling.tree.words[root].span
    cues = [one.report.cue for one in said if one.report.cue is not None]
    return any(
        each.start <= span.start < each.end for each in (*cues, *(part for one in said for part in one.report.spans))
    )


def _text_spans(said: Said) -> list[range]:
    return [range(span.start, span.end) for span in said.report.spans]


def _months_before(day: str) -> str:
    """The month before that of a day, as far as it is known."""
    if len(day) < len("2022-01"):
        return day
    year, month = int(day[:4]), int(day[5:7])
    return f"{year - 1}-12" if month == 1 else f"{year:04d}-{month - 1:02d}"


def _is_to_come(telling: Telling, wording: Wording, context: Context) -> bool:
    """Whether the sentence tells of what is scheduled, or its main verb looks ahead ("is due to", "plans to")."""
    for event in context.events(telling.article, wording):
        if (
            event.status == "scheduled"
            and event.date.start
            and context.newest
            and event.date.start[:10] > context.newest
        ):
            return True
    tree = telling.tree
    main = [tree.root, *tree.children(tree.root)] if tree.root is not None else []
    return any(tree.forms[place] in vocabulary("ahead", "words") for place in main)


def _has_only_begun(telling: Telling) -> bool:
    """Whether a sentence tells that something has begun or is going on: "have started", "are meeting"."""
    tree, root = telling.tree, telling.tree.root
    if root is None:
        return False
    helpers = {tree.forms[one] for one in tree.children(root) if tree.words[one].relation.startswith(("aux", "cop"))}
    form = tree.forms[root]
    if helpers & {"has", "have", "is", "are"} and form in vocabulary("ahead", "begun"):
        return True
    return bool(helpers & {"is", "are"}) and form.endswith("ing") and tree.words[root].tag == "VERB"


def _is_told_off(telling: Telling, wording: Wording) -> bool:
    """Whether a sentence gives in advance what somebody "is expected to say"."""
    plain = " ".join(part.of(telling.text) for part in wording.kept())
    return re.search(r"\b(?:is|are|was|were) (?:expected|set|due|scheduled) to (?:say|tell|argue)\b", plain) is not None


def _extent(telling: Telling, place: int) -> tuple[int, int]:
    span = telling.tree.words[place].span
    return span.start, span.end


def _is_scheduled(telling: Telling, wording: Wording) -> bool:
    """Whether the main verb says that something will be, or is set for a time."""
    tree, root = telling.tree, telling.tree.root
    if root is None or not wording.keeps(*_extent(telling, root)):
        return False
    below = {tree.forms[place] for place in tree.children(root) if tree.words[place].relation.startswith("aux")}
    return "will" in below or tree.forms[root] in {"scheduled", "slated", "due"}


def as_part(candidate: Candidate, part: Part) -> Candidate:
    """The candidate in another part."""
    return replace(candidate, part=part)
