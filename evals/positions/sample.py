"""Draw the statements to be labelled: `python -m evals.positions.sample`. The same corpora give the same draw.

Nine in ten statements of a corpus hold a cue word of an act, the acts in turn; the others are drawn at random. Both
prefer the kinds of dispute drawn least so far, so that strikes and courts are there beside politics. A second and a
third draw add sentences with the cues of the one act that the first had too few of.
"""

import hashlib
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from corpora.location import corpora_root
from evals.positions.documents import Document, documents
from evals.positions.places import Drawn, write
from readout.annotate.words import Extent, paragraphs, sentences

HERE = Path(__file__).parent
SEED = 6
SIZES: Mapping[str, int] = {"polnear": 240, "basil": 160, "meantime": 50, "neus": 340, "plover": 210}
MOST_OF_ONE: Mapping[str, int] = {"polnear": 2, "basil": 3, "meantime": 4, "neus": 1, "plover": 1}
CUED = 0.9  # at random, two in three statements hold no position
MORE: Mapping[str, Mapping[str, int]] = {
    "second": {"polnear": 50, "basil": 15, "neus": 45, "plover": 30},
    "third": {"polnear": 30, "basil": 10, "neus": 35, "plover": 10},
}
SHORTEST, LONGEST = 30, 420  # characters: neither a fragment nor a list of a whole paragraph


@dataclass(frozen=True, slots=True)
class _Candidate:
    document: Document
    start: int
    end: int
    dispute: str
    acts: tuple[str, ...]


def main() -> None:
    """Draw, and write the places."""
    root = corpora_root()
    if root is None:
        sys.exit("No folder of corpora here; name one with READOUT_CORPORA.")
    drawn = draw(list(documents(root)))
    write(drawn)
    print(f"{len(drawn)} statements:", dict(Counter((one.corpus, one.split) for one in drawn)))


def draw(all_documents: Sequence[Document]) -> list[Drawn]:
    """The statements of both draws, in each the training half first, so that those who tune can begin early."""
    chance = random.Random(SEED)
    cues = _patterns()
    first: list[Drawn] = []
    candidates = {
        corpus: [one for document in all_documents if document.corpus == corpus for one in _candidates(document, cues)]
        for corpus in SIZES
    }
    for corpus, size in SIZES.items():
        first += [_drawn(one) for one in _chosen(candidates[corpus], size, MOST_OF_ONE[corpus], chance)]
    chance.shuffle(first)
    drawn = sorted(first, key=_is_test)
    for name, sizes in MORE.items():
        patterns = tuple(cues[name].values())
        drawn += sorted(_more(candidates, drawn, patterns, sizes, chance), key=_is_test)
    return drawn


def _more(
    candidates: Mapping[str, Sequence[_Candidate]],
    before: Sequence[Drawn],
    patterns: Sequence[re.Pattern[str]],
    sizes: Mapping[str, int],
    chance: random.Random,
) -> list[Drawn]:
    """One statement at most of an article that the draws before left alone, holding a cue of the rare acts."""
    used = {(one.corpus, one.document) for one in before}
    drawn: list[Drawn] = []
    for corpus, size in sizes.items():
        found = [
            one
            for one in candidates[corpus]
            if (corpus, one.document.id) not in used
            and any(pattern.search(one.document.text, one.start, one.end) for pattern in patterns)
        ]
        by_document = {one.document.id: one for one in chance.sample(found, len(found))}
        drawn += [_drawn(one) for one in list(by_document.values())[:size]]
    chance.shuffle(drawn)
    return drawn


def _is_test(one: Drawn) -> bool:
    return one.split == "test"


def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    cues = tomllib.loads((HERE / "cues.toml").read_text(encoding="utf-8"))
    return {
        group: {name: re.compile(rf"\b(?:{'|'.join(map(_pattern, words))})\b") for name, words in lists.items()}
        for group, lists in cues.items()
    }


def _pattern(cue: str) -> str:
    return ".{1,80}".join(re.escape(part) for part in cue.split(" .. "))


def _candidates(document: Document, cues: dict[str, dict[str, re.Pattern[str]]]) -> list[_Candidate]:
    counts = {name: len(pattern.findall(document.text)) for name, pattern in cues["disputes"].items()}
    dispute = max(counts, key=lambda name: counts[name]) if any(counts.values()) else "other"
    found = []
    for start, end in _statements(document.text):
        if SHORTEST <= end - start <= LONGEST:
            sentence = document.text[start:end]
            acts = tuple(name for name, pattern in cues["acts"].items() if pattern.search(sentence))
            found.append(_Candidate(document, start, end, dispute, acts))
    return found


def _chosen(found: Sequence[_Candidate], size: int, most: int, chance: random.Random) -> list[_Candidate]:
    """Most by the acts' cues in turn, some by the kinds of dispute in turn, at most `most` of one document."""
    by_act: dict[str, list[_Candidate]] = defaultdict(list)
    by_dispute: dict[str, list[_Candidate]] = defaultdict(list)
    for one in chance.sample(found, len(found)):
        by_dispute[one.dispute].append(one)
        for act in one.acts:
            by_act[act].append(one)
    taken: dict[tuple[str, int], _Candidate] = {}
    documents_used: Counter[str] = Counter()
    disputes_used: Counter[str] = Counter()
    for goal, groups in ((round(size * CUED), by_act), (size, by_dispute)):
        for name in cycle(sorted(groups)):
            if len(taken) >= goal or not any(groups.values()):
                break
            if (best := _next(groups[name], documents_used, disputes_used, most)) is not None:
                documents_used[best.document.id] += 1
                disputes_used[best.dispute] += 1
                taken.setdefault((best.document.id, best.start), best)
    return list(taken.values())


def _next(group: list[_Candidate], used: Counter[str], disputes: Counter[str], most: int) -> _Candidate | None:
    """Of the next few whose document may give more, the one of the kind of dispute drawn least; None at the end."""
    few: list[_Candidate] = []
    while group and len(few) < 8:
        one = group.pop()
        if used[one.document.id] < most:
            few.append(one)
    if not few:
        return None
    best = min(few, key=lambda one: disputes[one.dispute])
    group.extend(one for one in few if one is not best)
    return best


def _drawn(one: _Candidate) -> Drawn:
    half = hashlib.sha256(one.document.story.encode()).digest()[0] % 2
    return Drawn(one.document.corpus, one.document.id, one.start, one.end, "test" if half else "train")


def _statements(text: str) -> list[Extent]:
    """The sentences of a text, as offsets into it."""
    return [extent for line in paragraphs(text) for extent in sentences(text, *line)]


if __name__ == "__main__":
    main()
