"""Spans that may be contents, described for the rescorer: their chances, their edges, how the parse cuts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from readout.annotate.decode import TaggedSpan
from readout.annotate.encoder import Encoded
from readout.annotate.links import content_ends, content_scores
from readout.annotate.marginals import Doubles, Marginals, SpanChance
from readout.annotate.weights import Integers, Weights
from readout.grammar.quotation import Quotation
from readout.model.notes import Word

_PARTS: Final = ("source", "cue", "content")
_CUE: Final = 1 + _PARTS.index("cue")
_MOST: Final = 3  # of what is counted: three stands for more
_EDGE: Final = 4  # instead of a neighbour's tag: the paragraph ends here
_LONGEST: Final = 9  # spans of four words and more are told apart by powers of two, up to this one
_FLOOR: Final = 1e-6
_UNLINKED: Final = -8.0


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading, word by word, as numbers.

    `taken`: the part of the best tags, from 1. `ends`: the place after the sentence's last word that is no
    punctuation. `quoted`: the number of the outer quotation that the word stands in, its marks too.
    """

    words: Integers
    parts: Integers
    relations: Integers
    heads: Integers
    taken: Integers
    sentence: Integers
    ends: Integers
    quoted: Integers
    bare: NDArray[np.bool_]
    punctuation: int


def seen(
    weights: Weights,
    encoded: Encoded,
    parsed: Sequence[Word],
    quotations: Sequence[Quotation],
    tagged: Sequence[TaggedSpan],
) -> Seen:
    """Look at each word once. `tagged` are the spans of the best tags."""
    vocabulary = {word: number for number, word in enumerate(weights.labels["content_words"], 1)}
    relations, parts = (
        {name: number for number, name in enumerate(weights.labels[table])} for table in ("relations", "parts")
    )
    forms = [word.of(encoded.text) for word in encoded.words]
    taken = np.zeros(len(forms), dtype=np.int64)
    for span in tagged:
        taken[span.first : span.last] = 1 + _PARTS.index(span.label)
    bare = np.array([not any(sign.isalnum() for sign in form) for form in forms], dtype=bool)
    return Seen(
        words=np.array([vocabulary.get(form.lower(), 0) for form in forms], dtype=np.int64),
        parts=np.array([1 + parts[word.tag] for word in parsed], dtype=np.int64),
        relations=np.array([1 + relations[word.relation] for word in parsed], dtype=np.int64),
        heads=np.array([word.head for word in parsed], dtype=np.int64),
        taken=taken,
        sentence=np.repeat(np.arange(len(encoded.begins) - 1), np.diff(encoded.begins)),
        ends=_sentence_ends(encoded, bare),
        quoted=_quoted(encoded, quotations),
        bare=bare,
        punctuation=1 + relations["punct"],
    )


def _sentence_ends(encoded: Encoded, bare: NDArray[np.bool_]) -> Integers:
    found = np.zeros(len(bare), dtype=np.int64)
    for begin, end in zip(encoded.begins, encoded.begins[1:], strict=False):
        last = end
        while last > begin and bare[last - 1]:
            last -= 1
        found[begin:end] = last
    return found


def _quoted(encoded: Encoded, quotations: Sequence[Quotation]) -> Integers:
    starts = np.array([word.start for word in encoded.words], dtype=np.int64)
    found = np.zeros(len(starts), dtype=np.int64)
    for number, one in enumerate((one for one in quotations if not one.depth), 1):
        found[np.searchsorted(starts, one.span.start) : np.searchsorted(starts, one.span.end)] = number
    return found


def codes(words: Seen, bounds: Sequence[int], spans: Sequence[SpanChance]) -> Integers:
    """(spans, slots): what stands at a span's edges, where it stands, how the parse cuts it. `bounds`: paragraphs."""
    first, last = (np.array([getattr(span, side) for span in spans]) for side in ("first", "last"))
    place = np.searchsorted(bounds, first, side="right")
    edges = np.asarray(bounds)
    at = _Places(first, last, edges[place - 1], edges[place])
    return np.stack([*_edges(words, at), *_surroundings(words, at), *_cuts(words, at)], axis=1).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Places:
    """First words of spans, the words after their last ones, and the same of their paragraphs."""

    first: Integers
    last: Integers
    begin: Integers
    end: Integers

    @property
    def before(self) -> NDArray[np.bool_]:
        """Whether a word of the paragraph stands before."""
        return self.first > self.begin

    @property
    def after(self) -> NDArray[np.bool_]:
        """Whether one stands behind."""
        return self.last < self.end

    @property
    def behind(self) -> Integers:
        """The word behind a span, or the span's last where the paragraph ends."""
        return np.where(self.after, self.last, self.last - 1)


def _edges(words: Seen, at: _Places) -> list[Integers]:
    first, final, previous, behind = at.first, at.last - 1, np.maximum(at.first - 1, 0), at.behind
    return [
        np.where(at.before, words.parts[previous], 0),
        words.parts[first],
        words.parts[final],
        np.where(at.after, words.parts[behind], 0),
        np.where(at.before, words.words[previous], 0),
        words.words[first],
        words.words[final],
        np.where(at.after, words.words[behind], 0),
        np.where(at.before, words.taken[previous], _EDGE),
        np.where(at.after, words.taken[behind], _EDGE),
        words.relations[first],
        np.where(at.after, words.relations[behind], 0),
    ]


def _surroundings(words: Seen, at: _Places) -> list[Integers]:
    """Where a span stands in paragraph and sentence, between marks, and beside the best tags."""
    first, final, previous, behind = at.first, at.last - 1, np.maximum(at.first - 1, 0), at.behind
    length = at.last - first
    powers = np.minimum(np.log2(length).astype(np.int64), _LONGEST)
    apart = words.sentence[behind] != words.sentence[final]
    return [
        np.where(at.before, words.sentence[first] != words.sentence[previous], 2),
        np.where(at.after, np.where(apart, 2, at.last >= words.ends[final]), 3),
        _marks(words, first, np.where(at.before, words.quoted[previous], 0)),
        _marks(words, final, np.where(at.after, words.quoted[behind], 0)),
        np.where(length > _MOST, powers, length + _LONGEST),
        np.minimum(words.sentence[final] - words.sentence[first], _MOST),
        sum(_holding(words, part, first, at.last) << (part - 1) for part in range(1, 1 + len(_PARTS))),
        _holding(words, _CUE, at.begin, first) + 2 * _holding(words, _CUE, at.last, at.end),
    ]


def _holding(words: Seen, part: int, first: Integers, last: Integers) -> Integers:
    """1 where words of a part stand between two places."""
    before = np.concatenate(([0], np.cumsum(words.taken == part)))
    return np.asarray(before[last] > before[first], dtype=np.int64)


def _marks(words: Seen, edge: Integers, other: Integers) -> Integers:
    """Whether a span's edge and the word beyond it are quoted: neither, one, the other, both in one, in two."""
    own = words.quoted[edge]
    apart = (own > 0) & (other > 0) & (own != other)
    return np.where(apart, 4, (own > 0) + 2 * (other > 0))


def _cuts(words: Seen, at: _Places) -> list[Integers]:
    """The word that a span hangs by, and what outside hangs on it."""
    sizes = at.end - at.begin
    row = np.repeat(np.arange(len(sizes)), sizes)
    word = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + at.begin[row]
    first, last, head = at.first[row], at.last[row], words.heads[word]
    inside, above = (word >= first) & (word < last), (head >= first) & (head < last)
    outward = inside & ~above & (words.relations[word] != words.punctuation)
    hanging = above & ~words.bare[word]
    left, right = hanging & (word < first), hanging & (word >= last)
    top = _nearest(row, word, outward, at.first, last=False)
    top = np.where(top < 0, at.first, top)
    head = words.heads[top]
    rooted = head >= 0
    return [
        *(np.minimum(np.bincount(row[some], minlength=len(sizes)), _MOST) for some in (outward, left, right)),
        _relation(words, _nearest(row, word, left, at.first, last=True)),
        _relation(words, _nearest(row, word, right, at.first, last=False)),
        words.relations[top],
        words.parts[top],
        np.where(rooted, 1 + words.taken[head], 0),
        np.where(rooted, words.parts[head], 0),
        np.where(rooted, 1 + (head >= at.last), 0),
    ]


def _nearest(row: Integers, word: Integers, some: NDArray[np.bool_], like: Integers, *, last: bool) -> Integers:
    """For each row the first or the last of its words that are marked, -1 where none is. Words stand in order."""
    found = np.full(len(like), -1, dtype=np.int64)
    rows, words = (part[some] if last else part[some][::-1] for part in (row, word))
    found[rows] = words  # the later assignment stays
    return found


def _relation(words: Seen, place: Integers) -> Integers:
    return np.where(place < 0, 0, words.relations[place])


def measures(  # noqa: PLR0913, PLR0917 - what is known of spans comes from many sides
    weights: Weights,
    encoded: Encoded,
    odds: Marginals,
    label: int,
    tagged: Sequence[TaggedSpan],
    spans: Sequence[SpanChance],
) -> Doubles:
    """(spans, measures): chances of a span and its rivals as log odds, its best link, and the encoder's words of it."""
    first, last = (np.array([getattr(span, side) for span in spans]) for side in ("first", "last"))
    emissions = encoded.scores["attribution"]
    beyond = np.append(emissions, np.zeros_like(emissions[:1]), axis=0)
    ends = content_ends(weights, encoded)
    return np.concatenate(
        [
            _chances(odds, label, spans, first, last),
            _best_links(weights, encoded, tagged, spans)[:, None],
            *(beyond[place] for place in (first - 1, first, last - 1, last)),
            ends[0][first],
            ends[1][last - 1],
        ],
        axis=1,
    )


def _chances(odds: Marginals, label: int, spans: Sequence[SpanChance], first: Integers, last: Integers) -> Doubles:
    outer, inner = odds.tags[:, 1 + 2 * label], odds.tags[:, 2 + 2 * label]
    within = np.append(outer + inner, 0.0)
    sums = np.concatenate(([0.0], np.cumsum(within)))
    chance = np.array([span.chance for span in spans])
    overlap = (first[:, None] < last) & (first < last[:, None])
    np.fill_diagonal(overlap, val=False)
    rivals = np.where(overlap, chance, 0.0)
    columns = [
        chance,
        outer[first],
        within[first],
        within[last - 1] - np.append(inner, 0.0)[last],
        (sums[last] - sums[first]) / (last - first),
        np.array([within[one:other].min() for one, other in zip(first, last, strict=True)]),
        rivals.max(axis=1),
        rivals.sum(axis=1),
        np.where(first[:, None] == first, chance, 0.0).sum(axis=1),
        np.where(last[:, None] == last, chance, 0.0).sum(axis=1),
        within[last],
        within[np.maximum(first - 1, 0)],
    ]
    return np.stack([*map(_log_odds, columns), np.log(last - first)], axis=1)


def _log_odds(chance: Doubles) -> Doubles:
    bounded = np.clip(chance, _FLOOR, 1 - _FLOOR)
    return np.asarray(np.log(bounded / (1 - bounded)))


def _best_links(
    weights: Weights, encoded: Encoded, tagged: Sequence[TaggedSpan], spans: Sequence[SpanChance]
) -> Doubles:
    """How well the best cue of its paragraph fits each span."""
    cues = [span for span in tagged if span.label == "cue"]
    if not cues:
        return np.full(len(spans), _UNLINKED)
    scores = content_scores(weights, encoded, cues, [TaggedSpan("content", one.first, one.last) for one in spans])
    return np.asarray(np.maximum(scores.max(axis=0), _UNLINKED), dtype=np.float64)
