"""Stances of an article: what parties demand, offer, refuse, threaten, by what they say and do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.annotate.stances.found import Found
from readout.annotate.stances.reader import Reader
from readout.annotate.stances.sides import Side, Sides
from readout.annotate.stances.topics import topics, vectors
from readout.annotate.stances.tree import Tree
from readout.model.notes import Attribution, Notes, Polarity, Sentence, Stance
from readout.model.text import Article, Role, TextSpan

_BACK = 2  # sentences within which "the demands" point back to


def with_stances(article: Article, notes: Notes) -> Notes:
    """The notes with the stances of the article's running text, in its order."""
    found = tuple(_Annotator(article, notes).stances())
    if found and any(sentence.vector for sentence in notes.sentences):
        found = vectors(article.text, found)
    return replace(notes, stances=found)


class _Annotator:
    """Goes through an article's sentences in order."""

    def __init__(self, article: Article, notes: Notes) -> None:
        self._text = article.text
        self._notes = notes
        self._body = [block.span for block in article.blocks if block.role is Role.PARAGRAPH]
        self._sides = Sides(article.text, notes)
        self._trees = [Tree(article.text, one) for one in notes.sentences if one.words and self._in_body(one)]
        self._speakers = [self._sides.speaker(one, self._tree_at(one)) for one in notes.attributions]

    def stances(self) -> Iterator[Stance]:
        """All stances; one that only points back takes the topics of what it points to."""
        recent: list[list[Stance]] = []
        for tree in self._trees:
            told = self._told(tree)
            speakers = [[] if one is None else self._speakers[one] for one in told]
            reader = Reader(tree, self._sides, speakers, *self._cues(tree))
            made: list[Stance] = []
            for found in reader.stances():
                attribution = told[found.trigger[0]]
                made += self._made(tree, found, attribution)
            made = _unlike(made)
            recent = [*recent[-_BACK:], made]
            yield from made

    def _in_body(self, sentence: Sentence) -> bool:
        return any(block.start <= sentence.span.start < block.end for block in self._body)

    def _tree_at(self, one: Attribution) -> Tree | None:
        if not one.source:
            return None
        start = one.source[0].start
        return next((tree for tree in self._trees if tree.span.start <= start < tree.span.end), None)

    def _told(self, tree: Tree) -> list[int | None]:
        """For each word the attribution in whose words it stands, the shortest of several."""
        told: list[int | None] = [None] * len(tree.words)
        length = [0] * len(tree.words)
        for number, one in enumerate(self._notes.attributions):
            size = sum(span.end - span.start for span in one.content)
            for span in one.content:
                if not span.overlaps(tree.span):
                    continue
                for place in tree.inside(span):
                    if told[place] is None or size < length[place]:
                        told[place], length[place] = number, size
        return told

    def _cues(self, tree: Tree) -> tuple[list[Sequence[Side] | None], list[range | None]]:
        """For each word of a cue who speaks, and the words of the sentence that it introduces."""
        cues: list[Sequence[Side] | None] = [None] * len(tree.words)
        contents: list[range | None] = [None] * len(tree.words)
        for number, one in enumerate(self._notes.attributions):
            content = next((tree.inside(span) for span in one.content if span.overlaps(tree.span)), None)
            for span in one.cue:
                for place in tree.inside(span) if span.overlaps(tree.span) else ():
                    cues[place], contents[place] = self._speakers[number], content
        return cues, contents

    def _made(self, tree: Tree, found: Found, attribution: int | None) -> Iterator[Stance]:
        if not found.clause or _gapped(tree, found):
            return
        holders: Sequence[Side | None] = found.holders or [None]
        target = next((side for side in found.targets if side.key or side.chain is not None), None)
        if target is None and found.targets:
            target = found.targets[0]
        for holder in holders:
            if holder is not None and holder.nobody:
                continue
            if holder is not None and target is not None and holder.key is not None and holder.key == target.key:
                target = None
            yield Stance(
                span=self._sides.whole(tree.extent(found.clause)),
                trigger=tree.extent(found.trigger[:1]),
                kind=found.kind,
                holder=None if holder is None else holder.words,
                target=None if target is None else target.words,
                matter=tree.extent(found.matter) if found.matter else None,
                condition=tree.extent(found.condition) if found.condition else None,
                polarity=Polarity.NEGATED if found.negated else Polarity.AFFIRMED,
                attribution=attribution,
                chain=None if holder is None else holder.chain,
                acts_for=None if holder is None else holder.acts_for,
                target_chain=None if target is None else target.chain,
                target_acts_for=None if target is None else target.acts_for,
                topics=tuple(topics(tree, found.matter, found.head)),
            )


def _gapped(tree: Tree, found: Found) -> bool:
    """Whether what it is about stands before a relative clause: "the path that he is prepared to take"."""
    verb = len(found.matter) == 1 and tree.tag(found.matter[0]) == "VERB"
    return verb and tree.relation(found.trigger[0]) in {"acl", "acl:relcl"}


def _unlike(made: Sequence[Stance]) -> list[Stance]:
    """Stances of one sentence without those that say again what a wider one of the same kind and holder says."""
    kept: list[Stance] = []
    for one in sorted(made, key=lambda each: (each.span.start, -len(each.span))):
        again = any(
            one.kind is other.kind
            and (one.chain, one.acts_for) == (other.chain, other.acts_for)
            and _within(one, other)
            for other in kept
        )
        if not again:
            kept.append(one)
    return kept


def _within(one: Stance, other: Stance) -> bool:
    inner, outer = one.matter or one.span, other.matter or other.span
    return outer.start <= inner.start and inner.end <= outer.end


def _holds(outer: TextSpan, inner: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
