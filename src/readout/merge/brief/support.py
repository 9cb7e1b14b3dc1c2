"""Who else says it: sentences of other reports that tell the same, so that a brief's sentence can cite them."""

from collections.abc import Iterator

from readout.grammar import cues
from readout.merge.brief.context import Context
from readout.merge.brief.lexicon import vocabulary
from readout.merge.brief.scores import Scores
from readout.merge.brief.sentences import Telling
from readout.merge.brief.terms import Terms, stem, stems, terms
from readout.merge.brief.wording import Wording
from readout.model.record import Span

_ALIKE, _SHARED = 0.72, 0.55  # cosine, and share of the words, from which two sentences tell the same; read on basil
_CLOSE, _SOME = 0.82, 0.42  # the same where the vectors are closer still
_LINKED = 0.62  # the cosine where the record links the events
_PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "xcomp"})
_COPIED = 0.8  # share of a sentence that a copied passage holds
_QUOTED = 0.5  # share of a sentence that a quotation makes up


def support(place: int, wording: Wording, scores: Scores, context: Context) -> list[Span]:
    """The sentences of other reports that tell what is printed of a sentence, in the order of the reports."""
    ours = scores.tellings[place]
    told = terms(ours, wording.kept(), context)
    found = {*_copies(ours, told, wording, scores, context), *_same_words_said(ours, wording, scores, context)}
    for other, theirs in enumerate(scores.tellings):
        if theirs.article != ours.article and _same(place, other, told, scores, context):
            found.add(Span(theirs.article, theirs.span.start, theirs.span.end))
    order = {article.id: number for number, article in enumerate(context.record.articles)}
    return sorted(_apart(found), key=lambda span: (order[span.article], span.start))


def _same(place: int, other: int, told: Terms, scores: Scores, context: Context) -> bool:
    cosine, theirs = float(scores.likeness[place, other]), scores.terms[other]
    if cosine < _LINKED:
        return False
    share = told.share_in(theirs)
    near = (cosine >= _ALIKE and share >= _SHARED) or (cosine >= _CLOSE and share >= _SOME)
    near = near or (cosine >= _LINKED and _same_event(place, other, scores, context))
    if not near or not told.agrees(theirs):
        return False
    if _is_speech(scores.tellings[place]) and share < _COPIED:
        return False
    if not core(scores.tellings[place]) & core(scores.tellings[other]):
        return False
    return _speakers(scores.tellings[place], context) <= theirs.words


def _is_speech(telling: Telling) -> bool:
    """Whether most of a sentence stands between marks: then only the same words are the same."""
    quoted = sum(max(0, min(one.end, telling.span.end) - max(one.start, telling.span.start)) for one in telling.quoted)
    return quoted > _QUOTED * len(telling.span)


def _same_event(place: int, other: int, scores: Scores, context: Context) -> bool:
    """Whether the record holds for one event what the two sentences tell first."""
    told = [
        context.events(one.article, Wording(one.article, one.span))[:1]
        for one in (scores.tellings[place], scores.tellings[other])
    ]
    return bool(told[0]) and told[0] == told[1]


def core(telling: Telling) -> set[str]:
    """What a sentence says before all else: the stems of its main verb, of that verb's subject and object.

    Where it only says who says so, those of what is said.
    """
    tree, place = telling.tree, telling.tree.root
    if place is None:
        return set()
    said = tree.child(place, "ccomp", "parataxis")
    if said is not None and cues.says(tree.form(place)):
        place = said
    parts = [
        one for one in tree.children(place) if tree.words[one].relation in _PARTS and tree.words[one].tag == "NOUN"
    ]
    verb = [] if tree.forms[place] in vocabulary("content", "light") else [place]
    return {stem(tree.forms[one]) for one in (*verb, *parts)}


def _speakers(telling: Telling, context: Context) -> set[str]:
    """Who is said to say what the sentence tells; another report of it names them too."""
    found = set()
    for said in context.said.get(telling.article, ()):
        inside = any(telling.span.start <= span.start < telling.span.end for span in said.report.spans)
        if inside and said.quote.speaker is not None:
            found.add(said.quote.speaker)
    return found


def _copies(ours: Telling, told: Terms, wording: Wording, scores: Scores, context: Context) -> Iterator[Span]:
    """The sentences of another report in which the same words stand, copied."""
    for passage in context.record.passages:
        if passage.kind != "copied":
            continue
        if not any(span.article == ours.article and _covered(wording, span) >= _COPIED for span in passage.spans):
            continue
        for other, theirs in enumerate(scores.tellings):
            within = any(
                span.article == theirs.article and span.start < theirs.span.end and theirs.span.start < span.end
                for span in passage.spans
            )
            if within and theirs.article != ours.article and told.share_in(scores.terms[other]) >= _COPIED:
                yield Span(theirs.article, theirs.span.start, theirs.span.end)


def _covered(wording: Wording, span: Span) -> float:
    kept = wording.kept()
    shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in kept)
    return shared / max(1, sum(len(part) for part in kept))


def _same_words_said(ours: Telling, wording: Wording, scores: Scores, context: Context) -> Iterator[Span]:
    """The sentences in which other reports give the quotation that the sentence is made of."""
    for said in context.said.get(ours.article, ()):
        if said.quote.kind == "indirect" or len(said.quote.reports) < 2:
            continue
        if max((_covered(wording, span) for span in said.report.spans), default=0.0) < _QUOTED:
            continue
        for report in said.quote.reports:
            for span in report.spans:
                if span.article != ours.article and _alike_words(said.report.text, report.text):
                    yield _sentence(span, scores)


def _alike_words(ours: str, theirs: str) -> bool:
    """Whether most of what one report quotes stands in the other."""
    left, right = stems(ours), stems(theirs)
    return len(left & right) >= _COPIED * max(1, len(left))


def _sentence(span: Span, scores: Scores) -> Span:
    for one in scores.tellings:
        if one.article == span.article and one.span.start <= span.start and span.end <= one.span.end:
            return Span(one.article, one.span.start, one.span.end)
    return span


def _apart(spans: set[Span]) -> list[Span]:
    """Spans of which none lies in another."""
    return [
        span
        for span in spans
        if not any(
            other != span and other.article == span.article and other.start <= span.start and span.end <= other.end
            for other in spans
        )
    ]
