"""Which sentences make the brief: the newest main event first, then what adds most, origin by origin, side by side."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readout.merge.brief.candidates import Candidate, Part
from readout.merge.brief.context import Context
from readout.merge.brief.disputes import disputes
from readout.merge.brief.scores import Scores
from readout.merge.brief.terms import stems
from readout.model.record import Event

# Worth of what a sentence adds, on the scale of the scores (predicted ROUGE); set on NeuS train, then read on basil.
_NEW_ORIGIN, _NEW_ARTICLE, _NEW_PARTY, _TOLD_BY_MORE, _QUOTED = 0.06, 0.03, 0.04, 0.02, 0.03
_NEW_EVENT, _OLD_EVENT = 0.06, 0.06
_REPEATS = 0.25  # taken off for full likeness with what is chosen
_SAME, _SHARED = 0.85, 0.64  # cosine, or share of words, from which a sentence repeats another
_SPEECH = 0.1  # taken off a lead that opens with a quotation or is curt
_OPENS, _NEWS = 0.02, 0.08  # worth of a report's first sentence as the lead, and of telling of the newest day
_SAME_SHORT, _SHARED_SHORT = 0.9, 0.8  # the same for a brief too short to hear the sides; set on NeuS train
_LEADS = 3  # sentences of a report among which its lead is
_AHEAD, _APART = 120, 0.6  # words of a brief that keeps room for what comes next; the most of it that is said
_DISPUTES, _DISPUTED = 2, 0.65  # contradictions that are told; the most that they may take of what is left
_ORIGINS = 4  # origins that are told of in any case
_SIDES = 2  # parties that are heard in any case
_CURT = 12  # words from which a lead tells enough
_FEWEST = 8  # words that are worth a sentence


class Choice:
    """The sentences chosen so far."""

    def __init__(self, scores: Scores, context: Context, words: int) -> None:
        self._scores = scores
        self._context = context
        self._words = words
        self.chosen: list[Candidate] = []

    @property
    def left(self) -> int:
        """Words that may still be added."""
        return self._words - sum(one.words for one in self.chosen)

    @property
    def has_room(self) -> bool:
        """Whether the brief is long enough to hear the sides and to say what comes next."""
        return self._words >= _AHEAD

    def add(self, candidate: Candidate) -> None:
        """Take a sentence in."""
        self.chosen.append(candidate)

    def allows(self, candidate: Candidate, *, disputed: bool = False) -> bool:
        """Whether a sentence fits, can be understood, and repeats nothing."""
        if candidate.words > self.left or any(one.place == candidate.place for one in self.chosen):
            return False
        if candidate.standing.needs and not self._knows(candidate):
            return False
        if self.has_room and candidate.standing.wants and not any(_leads_to(one, candidate) for one in self.chosen):
            return False
        return disputed or not any(self._repeats(candidate, one) for one in self.chosen)

    def _knows(self, candidate: Candidate) -> bool:
        """Whether the lead tells the nouns that a sentence takes for known."""
        lead = self.chosen[0] if self.chosen else None
        if lead is None:
            return False
        told = {word for part in lead.wording.kept() for word in stems(part.of(lead.telling.text))}
        return all(stems(noun) <= told for noun in candidate.standing.needs)

    def _repeats(self, candidate: Candidate, other: Candidate) -> bool:
        same, shared = (_SAME, _SHARED) if self.has_room else (_SAME_SHORT, _SHARED_SHORT)
        if self._scores.likeness[candidate.place, other.place] >= same:
            return True
        if self.has_room and (_cites(candidate, other) or _cites(other, candidate)):
            return True
        return max(candidate.terms.share_in(other.terms), other.terms.share_in(candidate.terms)) >= shared

    def gain(self, candidate: Candidate) -> float:
        """What a sentence adds to those chosen; a short brief has no room for more than what the scores have learnt."""
        if not self.has_room:
            return candidate.value
        origins = {origin for one in self.chosen for origin in one.origins}
        articles = {span.article for one in self.chosen for span in one.cites}
        parties = {party for one in self.chosen for party in one.parties}
        likeness = max((float(self._scores.likeness[candidate.place, one.place]) for one in self.chosen), default=0.0)
        gain = candidate.value - _REPEATS * max(0.0, likeness - 0.3)
        gain += _NEW_ORIGIN * bool(candidate.origins - origins)
        gain += _NEW_ARTICLE * bool({span.article for span in candidate.cites} - articles)
        if candidate.part is Part.SAID:
            gain += _QUOTED * bool(candidate.telling.quoted) + _NEW_PARTY * bool(candidate.parties - parties)
        told = {event.id for one in self.chosen for event in one.events}
        main = candidate.events[0].id if candidate.events else None
        gain -= _OLD_EVENT * any(one.events and one.events[0].id == main for one in self.chosen)
        gain += _NEW_EVENT * max((event.salience for event in candidate.events if event.id not in told), default=0.0)
        return gain + _TOLD_BY_MORE * (len(candidate.origins) - 1)

    def share(self, part: Part) -> float:
        """How much of the brief's length a part has."""
        return sum(one.words for one in self.chosen if one.part is part) / self._words


def _main_event(context: Context) -> Event | None:
    """The most salient event that has happened and is no background."""
    past = [one for one in context.record.events if one.status == "past" and not one.background]
    return max(past, key=lambda one: (one.salience, one.id), default=None)


def _leads_to(one: Candidate, candidate: Candidate) -> bool:
    """Whether a sentence stands right before another in its report, and may tell what that takes for known."""
    return one.place == candidate.place - 1 and one.telling.article == candidate.telling.article


def _cites(one: Candidate, other: Candidate) -> bool:
    """Whether one sentence cites the other as telling the same."""
    return any(
        span.article == other.telling.article and span.start == other.telling.span.start for span in one.cites[1:]
    )


def choose(offered: Sequence[Candidate], scores: Scores, context: Context, words: int) -> list[Candidate]:
    """The sentences of a brief of so many words, the lead first, the others as they were chosen."""
    choice = Choice(scores, context, words)
    lead = _lead(offered, context, words)
    if lead is None:
        return []
    choice.add(replace(lead, part=Part.LEAD))
    if choice.has_room:
        _take_best(choice, [one for one in offered if one.part is Part.NEXT and _is_after(one, lead)])
        main = _main_event(context)
        if main is not None and all(one.events[:1] != (main,) for one in choice.chosen):
            _take_best(choice, [one for one in offered if one.events[:1] == (main,) and one.part is Part.HAPPENING])
        _take_disputes(choice, offered, scores, context)
        for party in _sides(context):
            heard = {side for one in choice.chosen if one.part is Part.SAID for side in one.parties}
            if party not in heard:
                _take_first(choice, _voices(offered, party, context))
        for origin in context.record.origins:
            told = {name for one in choice.chosen for name in one.origins}
            if origin.id not in told and len(told) < _ORIGINS:
                _take_best(choice, [one for one in _open(choice, offered) if origin.id in one.origins])
    offered = [one for one in offered if not (one.part is Part.NEXT or one.terms.ahead) or _is_after(one, lead)]
    while choice.left >= _FEWEST and _take_best(choice, _open(choice, offered)):
        pass
    return choice.chosen


def _sides(context: Context) -> list[str]:
    """The two parties whose words the reports give most often, each origin counting once for an utterance."""
    count: Counter[str] = Counter()
    for quote in context.record.quotes:
        speaker = context.entities.get(quote.speaker or "")
        if speaker is not None:
            count[speaker.party or speaker.id] += len({report.origin for report in quote.reports})
    return [party for party, _ in sorted(count.items(), key=lambda each: (-each[1], each[0]))[:_SIDES]]


def _lead(offered: Sequence[Candidate], context: Context, words: int) -> Candidate | None:
    """The best opening of the newest reports; of any report, where no day is known."""
    days = {name: article.published.date or "" for name, article in context.articles.items()}
    newest = max(days.values(), default="")
    fitting = [one for one in offered if not one.standing.needs and one.words <= words]
    openings = [
        one for one in fitting if one.telling.place < _LEADS and one.part in {Part.HAPPENING, Part.SAID, Part.NEXT}
    ]
    late = [one for one in openings if _is_close(days[one.telling.article], newest)]
    for group in (fitting,) if is_short(words) else (late, openings, fitting, list(offered)):
        if group:
            return max(group, key=lambda one: (_opening_worth(one, context, short=is_short(words)), one.key))
    return None


def _is_close(day: str, newest: str) -> bool:
    """Whether a report is of the last two days of the story; an undated one may be."""
    if len(day) < len("2022-01-10") or len(newest) < len("2022-01-10"):
        return day in {newest, ""}
    return (dt.date.fromisoformat(newest) - dt.date.fromisoformat(day)).days <= 1


def _opening_worth(one: Candidate, context: Context, *, short: bool) -> float:
    """How well a sentence opens the brief: a report's own opening, of the newest day, of more than what was said."""
    days = {event.date.start[:10] for event in one.events if event.date.start and not event.background}
    if short:
        return one.value - _SPEECH * one.telling.is_quoted(one.start, one.start + 1)
    worth = _NEWS * (context.newest is not None and context.newest in {*days, one.day})
    worth += one.value + _TOLD_BY_MORE * (len(one.origins) - 1) + _OPENS * (one.telling.place == 0)
    root = one.telling.tree.root
    worth -= _SPEECH * (one.words < _CURT) + _OPENS * (root is None or one.telling.tree.words[root].tag != "VERB")
    return worth - _SPEECH * one.telling.is_quoted(one.start, one.start + 1)


def _voices(offered: Sequence[Candidate], party: str, context: Context) -> list[list[Candidate]]:
    """What may stand for a party: its words in marks on what it wants, else either, else what it is said to say."""
    said = [one for one in offered if one.part is Part.SAID and party in one.parties]
    wants = [one for one in said if context.takes_position(one.telling.article, one.wording)]
    quoted = [one for one in said if one.telling.quoted]
    return [[one for one in wants if one in quoted], quoted, wants, said]


def _take_first(choice: Choice, groups: Sequence[Sequence[Candidate]]) -> bool:
    return any(_take_best(choice, group) for group in groups)


def _take_disputes(choice: Choice, offered: Sequence[Candidate], scores: Scores, context: Context) -> None:
    """Take contradictions in whole: every side or none."""
    for sides in disputes(offered, scores, context)[:_DISPUTES]:
        new = [one for one in sides if all(one.place != other.place for other in choice.chosen)]
        room = sum(one.words for one in new) <= choice.left * _DISPUTED
        if room and all(choice.allows(one, disputed=True) for one in new):
            for one in new:
                choice.add(one)


def _is_after(one: Candidate, lead: Candidate) -> bool:
    """Whether what comes next is not what the lead tells as done."""
    return one.day is None or lead.day is None or lead.part is Part.NEXT or one.day > lead.day


def is_short(words: int) -> bool:
    """Whether a brief is too short to be told part by part."""
    return words < _AHEAD


def _open(choice: Choice, offered: Sequence[Candidate]) -> list[Candidate]:
    """What may still be added without a part that outgrows the others."""
    if not choice.has_room:
        return list(offered)
    return [
        one
        for one in offered
        if not (one.part is Part.SAID and choice.share(Part.SAID) >= _APART)
        and not (one.part is Part.BACKGROUND and choice.share(Part.BACKGROUND) >= 0.15)
        and not (one.part is Part.NEXT and choice.share(Part.NEXT) >= 0.2)
    ]


def _take_best(choice: Choice, offered: Sequence[Candidate]) -> bool:
    fitting = [one for one in offered if choice.allows(one)]
    if not fitting:
        return False
    choice.add(max(fitting, key=lambda one: (choice.gain(one), one.key)))
    return True
