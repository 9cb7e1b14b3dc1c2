"""One utterance in many reports: what reports give one speaker as saying, joined where the words are the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz

from readout.link.grouping import Grouping
from readout.link.sayings import Piece, sayings
from readout.model.links import Saying, SharedEntity, SharedUtterance
from readout.model.notes import Notes
from readout.model.record import Reason, Span
from readout.model.text import Article, Dating, TextSpan

# Shares of like signs (0 to 100); read against the quotations of `examples/`, that of reworded ones on the safe side.
_SAME = 85.0
_CUT = 92.0
_REWORDED = 88.0
_UNKNOWN = 95.0  # where the speaker of one is not known
_FEW = 4  # words under which nothing is joined but what is the same
_SOME = 6
_SHORT = 9  # words up to which two in a row are enough to be compared
_COMMON = 400  # sayings that share a run of words, over which it tells nothing
_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[\"“„«](.+?)[\"”»]|&quot;(.+?)&quot;", re.DOTALL)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})

Speakers = Mapping[tuple[str, int], str]


def find_utterances(
    articles: Sequence[Article],
    notes: Sequence[Notes],
    entities: Sequence[SharedEntity],
    datings: Mapping[str, Dating],
) -> tuple[SharedUtterance, ...]:
    """The utterances of the reports. Neither the order of the articles nor that of the entities matters."""
    speakers = {chain: f"{entity.kind} {entity.key}" for entity in entities for chain in entity.chains}
    pairs = sorted(zip(articles, notes, strict=True), key=lambda pair: pair[0].id)
    pieces = [piece for article, note in pairs for piece in sayings(article, note, datings[article.id])]
    texts = {article.id: article.text for article in articles}
    grouping: Grouping[int] = Grouping(range(len(pieces)))
    because: dict[int, list[Reason]] = defaultdict(list)
    likes = sorted(_likes(pieces, speakers, texts), key=lambda like: (-like[0], like[1], like[2]))
    _forbid(pieces, likes, grouping)
    joined = [
        (one, reason)
        for _, one, other, reason in likes
        if not grouping.together(one, other) and grouping.join(one, other)
    ]
    for one, reason in joined:
        because[grouping.root(one)].append(reason)
    return tuple(_utterances(pieces, grouping, because))


def words_said(text: str) -> str:
    """Words as they are compared: small letters, no marks."""
    return " ".join(_WORD.findall(text.translate(_APOSTROPHES).casefold().replace("'", "")))


_Like = tuple[float, int, int, Reason]


def _likes(pieces: Sequence[Piece], speakers: Speakers, texts: Mapping[str, str]) -> Iterator[_Like]:
    """Pairs of pieces of different reports that give the same utterance: by one speaker, or by one not known."""
    said = [_Words(piece.saying, texts[piece.saying.article]) for piece in pieces]
    told = [_speaker(piece.saying, speakers) for piece in pieces]
    for one, other in _sharing(said):
        if None in {told[one], told[other]}:
            yield from _like(one, other, said, least=_UNKNOWN)
        elif told[one] == told[other]:
            yield from _like(one, other, said, least=0.0)


def _sharing(said: Sequence["_Words"]) -> Iterator[tuple[int, int]]:
    """Pairs that share three words in a row, or two where one is short: what is alike shares them."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        before: set[int] = set()
        for key in one.runs():
            if len(places[key]) <= _COMMON:
                before.update(places[key])
            places[key].append(number)
        yield from ((other, number) for other in sorted(before))


def _speaker(saying: Saying, speakers: Speakers) -> str | None:
    return speakers.get(saying.chain) if saying.chain is not None else None


class _Words:
    """What is compared of a saying."""

    def __init__(self, saying: Saying, text: str) -> None:
        self.saying = saying
        self.source = words_said(text[saying.source.start : saying.source.end]) if saying.source else None
        self.all = words_said(saying.text)
        marked = " ".join(part for found in _MARKED.findall(saying.text) for part in found if part)
        quoted = words_said(marked) if saying.kind == "mixed" else self.all if saying.kind == "direct" else ""
        many = len(quoted.split())
        self.quoted = quoted if many >= _FEW and many * 2 >= len(self.all.split()) else ""

    def runs(self) -> set[str]:
        """Its runs of three words, and of two or one where it has few."""
        words = self.all.split()
        lengths = (3,) if len(words) > _SHORT else (1, 2, 3) if len(words) < _FEW else (2, 3)
        return {" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1)}


def _like(one: int, other: int, said: Sequence[_Words], least: float) -> Iterator[_Like]:
    left, right = said[one], said[other]
    if _other_day(left.saying, right.saying):
        return
    if left.saying.article == right.saying.article and (left.all != right.all or len(left.all.split()) < _FEW):
        return
    spans = (left.saying.spans[0], right.saying.spans[0])
    same = fuzz.ratio(left.all, right.all, score_cutoff=max(_SAME, least))
    if same and (not least or len(left.all.split()) >= _SOME or (same == 100 and _alike_sources(left, right))):
        text = "Both reports give the same words." if same == 100 else "The two reports give nearly the same words."
        yield same, one, other, Reason("same_words", text, spans)
    elif least:
        return
    elif left.quoted and right.quoted and (cut := _contained(left.quoted, right.quoted)) >= _CUT:
        yield cut - 1, one, other, Reason("cut_quotation", "One report gives a part of what the other quotes.", spans)
    elif (
        "indirect" in {left.saying.kind, right.saying.kind}
        and min(len(left.all.split()), len(right.all.split())) >= _SOME
        and (score := fuzz.token_sort_ratio(left.all, right.all)) >= _REWORDED
    ):
        yield (
            score - 2,
            one,
            other,
            Reason("reworded", "One report tells in its own words what the other quotes.", spans),
        )


def _alike_sources(left: "_Words", right: "_Words") -> bool:
    """Whether two sources without a name are told in the same words."""
    return left.source is not None and left.source == right.source


def _contained(left: str, right: str) -> float:
    """How much of the shorter stands in the longer, word by word."""
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    return fuzz.partial_ratio(f" {short} ", f" {long} ", score_cutoff=_CUT)


def _other_day(left: Saying, right: Saying) -> bool:
    return left.said_on is not None and right.said_on is not None and left.said_on != right.said_on


def _forbid(pieces: Sequence[Piece], likes: Sequence[_Like], grouping: Grouping[int]) -> None:
    """Keeps apart what one report parts, and what was said on two days."""
    concerned = sorted({number for like in likes for number in like[1:3]})
    by_article: dict[str, list[int]] = defaultdict(list)
    for number in concerned:
        by_article[pieces[number].saying.article].append(number)
    for numbers in by_article.values():
        for one, other in combinations(numbers, 2):
            if words_said(pieces[one].saying.text) != words_said(pieces[other].saying.text):
                grouping.forbid(one, other)


def _utterances(
    pieces: Sequence[Piece], grouping: Grouping[int], because: Mapping[int, Sequence[Reason]]
) -> Iterator[SharedUtterance]:
    """The groups; neighbours between the same marks are one utterance where every report has them so."""
    groups = {grouping.root(number): members for members in grouping.groups() for number in members[:1]}
    follows = _followers(pieces, grouping, groups)
    heads = set(groups) - set(follows.values())
    for head in sorted(heads):
        chained = [head]
        while chained[-1] in follows:
            chained.append(follows[chained[-1]])
        reasons = [reason for root in chained for reason in because.get(root, ())]
        runs = [_run(pieces, number, len(chained)) for number in groups[head]]
        yield SharedUtterance(tuple(_once([_whole(run) for run in runs])), tuple(_told_once(reasons)))


def _told_once(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Reasons without those that say of further sentences what was said of the first, for the same reports."""
    told: set[tuple[str, str, frozenset[str]]] = set()
    for reason in reasons:
        key = (reason.rule, reason.text, frozenset(span.article for span in reason.spans))
        if key not in told:
            told.add(key)
            yield reason


def _followers(pieces: Sequence[Piece], grouping: Grouping[int], groups: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """For each group the one whose members follow its own in all reports."""
    places: dict[tuple[str, TextSpan | None, int], int] = {
        (piece.saying.article, piece.run, piece.place): number
        for number, piece in enumerate(pieces)
        if piece.run is not None
    }
    found: dict[int, int] = {}
    for root, members in groups.items():
        following = [places.get((pieces[i].saying.article, pieces[i].run, pieces[i].place + 1)) for i in members]
        after = {grouping.root(i) for i in following if i is not None}
        if None in following or len(after) != 1:
            continue
        other = after.pop()
        if other != root and sorted(groups[other]) == sorted(i for i in following if i is not None):
            found[root] = other
    return found


def _run(pieces: Sequence[Piece], first: int, length: int) -> Sequence[Piece]:
    """A piece and those behind it between the same marks; they stand in a row, as one report's pieces are in order."""
    return pieces[first : first + length]


def _whole(run: Sequence[Piece]) -> Saying:
    first, last = run[0].saying, run[-1].saying
    if len(run) == 1:
        return first
    span = Span(first.article, first.spans[-1].start, last.spans[-1].end)
    return replace(first, spans=(*first.spans[:-1], span), text=" ".join(piece.saying.text for piece in run))


def _once(found: Sequence[Saying]) -> Iterator[Saying]:
    """One report's row each, the first in its text."""
    seen: set[str] = set()
    for saying in sorted(found, key=lambda one: (one.article, one.spans)):
        if saying.article not in seen:
            seen.add(saying.article)
            yield saying
