"""Figures of an article: every quantity that it states, with its unit, what it measures and who gives it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from readout.annotate.figures.clause import Clause, Measured
from readout.annotate.figures.counts import bare_counts
from readout.annotate.figures.holders import Attributions, holder_by_phrase, holder_by_verb, source_of, time_of
from readout.annotate.figures.parts import compounded, told
from readout.annotate.figures.tree import Tree
from readout.annotate.figures.waste import is_furniture
from readout.grammar.figures import YEAR_OF_AGE, Figure, find_figures
from readout.grammar.units import is_measure, is_state
from readout.model.notes import FigureMention, Notes, TimeKind
from readout.model.text import Article, Block, Role, TextSpan

_BODY = frozenset({Role.PARAGRAPH})
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEAD})
_ASIDES = frozenset({Role.CAPTION, Role.PULL_QUOTE})
_OF_THEM = re.compile(r"\sof\s(?:them|whom|those|the)\b")


def with_figures(article: Article, notes: Notes) -> Notes:
    """The notes with the figures of headline, subheads and paragraphs; captions and pull-quotes only echo those."""
    reader = _Reader(article.text, notes)
    body = [one for block in article.blocks if block.role in _BODY for one in reader.figures(block)]
    heads = [one for block in article.blocks if block.role in _HEADS for one in reader.figures(block)]
    asides = [one for block in article.blocks if block.role in _ASIDES for one in reader.figures(block)]
    known = {(one.amount.value, one.amount.low, one.amount.high, one.amount.unit) for one in (*body, *heads)}
    echoes = [one for one in asides if (one.amount.value, one.amount.low, one.amount.high, one.amount.unit) in known]
    echoed = (replace(one, echo=True) for one in (*heads, *echoes))
    found = tuple(sorted((*body, *echoed), key=lambda one: one.span))
    return replace(notes, figures=found)


class _Reader:
    """Reads the figures of one text's blocks."""

    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes
        self._starts = [sentence.span.start for sentence in notes.sentences]
        self._said = Attributions(text, notes)
        self._time_starts = [time.span.start for time in notes.times]
        self._trees: dict[int, Tree | None] = {}

    def figures(self, block: Block) -> Iterator[FigureMention]:
        """The figures of a block, in order."""
        first, last = (bisect_left(self._time_starts, edge) for edge in (block.start, block.end))
        times = self._notes.times[first:last]
        found = compounded(self._text, find_figures(self._text, block.start, block.end, times))
        kept = [
            one for figure in found if not is_furniture(self._text, figure, block) for one in told(self._text, figure)
        ]
        others = sorted(figure.span for figure in kept)
        taken = sorted([*others, *(time.span for time in times)])
        mentions = [self._mention(figure, others) for figure in kept]
        for tree in self._trees_of(block.span):
            mentions += [self._mention(count, others) for count in bare_counts(tree, _within(tree, taken))]
        return self._with_units(sorted(mentions, key=lambda one: one.span))

    def _with_units(self, mentions: list[FigureMention]) -> Iterator[FigureMention]:
        """The mentions; "two of them" counts what the figure before it counts."""
        before: FigureMention | None = None
        for one in mentions:
            whole = one
            if one.amount.unit is None and before is not None and not is_measure(before.amount.unit):
                gap = self._text[before.span.end : one.span.start]
                if _OF_THEM.match(self._text, one.span.end) and "." not in gap:
                    whole = replace(one, amount=replace(one.amount, unit=before.amount.unit))
            before = whole
            yield whole

    def _trees_of(self, span: TextSpan) -> Iterator[Tree]:
        number = max(0, bisect_right(self._starts, span.start) - 1)
        while number < len(self._starts) and self._starts[number] < span.end:
            tree = self._tree(number)
            if tree is not None and self._starts[number] >= span.start:
                yield tree
            number += 1

    def _tree(self, number: int) -> Tree | None:
        if number not in self._trees:
            words = self._notes.sentences[number].words if number >= 0 else ()
            self._trees[number] = Tree(self._text, words) if words else None
        return self._trees[number]

    def _mention(self, figure: Figure, others: Sequence[TextSpan]) -> FigureMention:
        tree = self._tree(bisect_right(self._starts, figure.span.start) - 1)
        said = self._said.around(figure.span)
        holder = None if said is None else source_of(self._notes.attributions[said])
        amount = figure.amount
        if is_state(amount.unit):
            amount = replace(amount, unit="person")
        mention = FigureMention(figure.span, amount, figure.unit_span, (), holder, attribution=said)
        if tree is None:
            return mention
        measured = self._measured(tree, figure, others)
        return replace(
            mention,
            measures=measured.spans,
            predicate=figure.unit_span if is_state(figure.amount.unit) else measured.predicate,
            holder=holder or holder_by_verb(tree, figure.span) or holder_by_phrase(tree, figure.span),
            time=time_of(tree, figure.span, measured.predicate, self._notes),
        )

    def _measured(self, tree: Tree, figure: Figure, others: Sequence[TextSpan]) -> Measured:
        counted = figure.unit_span if figure.unit_span and not is_measure(figure.amount.unit) else None
        start, end = tree.words[0].span.start, tree.words[-1].span.end
        first, last = (bisect_left(self._time_starts, edge) for edge in (start, end))
        near_times = (one.span for one in self._notes.times[first:last] if one.kind in {TimeKind.DATE, TimeKind.TIME})
        apart = [*self._without(figure.span, counted), *near_times]
        near = [span for span in _within(tree, others) if not span.overlaps(figure.span)]
        return Clause(tree, figure.span, counted, apart, near).measured(aged=figure.amount.unit == YEAR_OF_AGE)

    def _without(self, span: TextSpan, counted: TextSpan | None) -> Iterable[TextSpan]:
        """The stretches of a figure that are not the noun that it counts."""
        if counted is None:
            return [span]
        parts = (TextSpan(span.start, counted.start), TextSpan(counted.end, span.end))
        return [part for part in parts if part.start < part.end]


def _within(tree: Tree, spans: Sequence[TextSpan]) -> Sequence[TextSpan]:
    """Those of ordered spans that begin within a sentence."""
    start, end = tree.words[0].span.start, tree.words[-1].span.end
    return spans[bisect_left(spans, TextSpan(start, start)) : bisect_left(spans, TextSpan(end, end))]
