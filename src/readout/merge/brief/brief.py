"""The brief: sentences of the reports, chosen, trimmed and ordered, each resting on the spans it cites."""

from collections.abc import Sequence

from readout.merge.brief.candidates import LONG, Candidate, candidates
from readout.merge.brief.check import faults
from readout.merge.brief.choice import choose, is_short
from readout.merge.brief.context import Context
from readout.merge.brief.names import Introductions
from readout.merge.brief.order import in_reading_order
from readout.merge.brief.scores import Scores
from readout.merge.brief.sentences import tellings
from readout.merge.brief.wording import printed
from readout.merge.sources import Sources
from readout.model.record import BriefSentence, Record, Span

BRIEF_WORDS = 200
"""The length of a brief where none is asked for; `readout build` takes 120 to 300."""
_WHOLE = 100  # words: in a short brief, where a sentence is half of all, its asides stay


def record_brief(record: Record, sources: Sources, words: int = BRIEF_WORDS) -> tuple[BriefSentence, ...]:
    """The brief of a record that is otherwise complete, of at most so many words.

    A sentence that its citations do not support (`brief_check`) is dropped, and another is looked for in its place.
    """
    context = Context(record, sources)
    scores = Scores(tellings(sources), context)
    offered = candidates(scores, context, _WHOLE if is_short(words) else LONG)
    while offered:
        chosen = choose(offered, scores, context, words)
        if not is_short(words):
            chosen = in_reading_order(chosen, context)
        written = _written(chosen, context)
        bad = {one.key for one, sentence in zip(chosen, written, strict=True) if faults(sentence, record)}
        over = _excess(chosen, written, words)
        if over is not None:
            bad.add(over.key)
        if not bad:
            return tuple(written)
        offered = [one for one in offered if one.key not in bad]
    return ()


def _excess(chosen: Sequence[Candidate], written: Sequence[BriefSentence], words: int) -> Candidate | None:
    """The sentence of least worth, where names put in made the brief longer than it may be."""
    if len(chosen) < 2 or sum(len(sentence.text.split()) for sentence in written) <= words:
        return None
    return min(chosen[1:], key=lambda one: (one.value, one.key))


def _written(chosen: Sequence[Candidate], context: Context) -> list[BriefSentence]:
    """The sentences in their order, with the names that a reader needs at each."""
    introductions = Introductions(context)
    return [_sentence(one, introductions, context) for one in chosen]


def _sentence(one: Candidate, introductions: Introductions, context: Context) -> BriefSentence:
    wording = introductions.named(one.telling, one.wording, one.standing.references)
    text, edits = printed(wording, one.telling.text)
    return BriefSentence(
        text=text,
        cites=_with_sources(one.cites, [edit.span for edit in edits]),
        edits=edits,
        origins=tuple(origin.id for origin in context.record.origins if origin.id in one.origins),
    )


def _with_sources(cites: Sequence[Span], sources: Sequence[Span]) -> tuple[Span, ...]:
    """The citations, and after them the places that the words of edits come from."""
    return tuple(dict.fromkeys([*cites, *sources]))
