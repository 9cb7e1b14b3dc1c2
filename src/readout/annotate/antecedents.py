"""Whom a "he", "his", "she" or "her" means: a log-linear ranking of those on the scene before it.

The weights come from OntoGUM and GAP (`training/antecedents`). What they weigh is plain: how far back somebody was
last named or meant, as the subject of what, how often, and whether a title or given name tells the gender.
"""

import functools
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from readout.grammar.people import Gender
from readout.model.notes import Sentence, Word
from readout.model.text import TextSpan

NOBODY = -1  # the candidate that none of the others is meant
_BACK = 8  # sentences; further back stand 2 % of OntoGUM's antecedents


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words stand: in which paragraph and sentence, as what part of it, and inside which quotation.

    `role`: `subject`, `object`, `owner` or `other`; `verb` is the index in its sentence of the word that it hangs on.
    """

    start: int
    paragraph: int
    sentence: int
    role: str
    verb: int
    speech: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody named or meant: `who` is a chain, or below `NOBODY` a description; `gender` as far as it is known."""

    who: int
    at: Standing
    gender: Gender | None
    form: str
    ending: str  # the last letter of a given name that tells no gender by itself
    speaks: bool


def standing(sentence: Sentence, number: int, paragraph: int, span: TextSpan, speech: int | None) -> Standing:
    """Where a span stands, by the parse of its sentence."""
    inside = [i for i, word in enumerate(sentence.words) if word.span.overlaps(span)]
    top = next((i for i in inside if sentence.words[i].head not in inside), None)
    if top is None:
        return Standing(span.start, paragraph, number, "other", -1, speech)
    return Standing(span.start, paragraph, number, _role(sentence.words[top]), sentence.words[top].head, speech)


def _role(word: Word) -> str:
    if word.relation.startswith("nsubj"):
        return "subject"
    if word.relation in {"obj", "iobj"}:
        return "object"
    return "owner" if word.relation == "nmod:poss" else "other"


def likely(pronoun: Standing, gender: Gender, seen: Sequence[Seen], *, speaks: bool) -> dict[int, float]:
    """The chance of each candidate, `NOBODY` among them; `seen` are those before the pronoun, in order."""
    weights = _weights()
    found = candidates(pronoun, gender, seen, speaks=speaks)
    scores = {who: sum(weights.get(name, 0.0) * value for name, value in told.items()) for who, told in found.items()}
    most = max(scores.values())
    raised = {who: math.exp(value - most) for who, value in scores.items()}
    total = sum(raised.values())
    return {who: value / total for who, value in raised.items()}


def candidates(
    pronoun: Standing, gender: Gender, seen: Sequence[Seen], *, speaks: bool
) -> dict[int, Mapping[str, float]]:
    """What is weighed of each whom the pronoun may mean."""
    last: dict[int, Seen] = {}
    count: dict[int, int] = {}
    for each in seen:
        count[each.who] = count.get(each.who, 0) + 1
        if each.gender in {None, gender} and pronoun.sentence - each.at.sentence <= _BACK:
            last[each.who] = each
    recent = sorted(last, key=lambda who: -last[who].at.start)
    told: dict[int, Mapping[str, float]] = {
        who: dict(_told(pronoun, last[who], _Among(rank, count[who], gender, speaks)))
        for rank, who in enumerate(recent)
    }
    known = any(last[who].gender is gender for who in recent)
    return told | {NOBODY: {"nobody": 1.0, "nobody but unknown": float(not known), "nobody at all": float(not recent)}}


@dataclass(frozen=True, slots=True)
class _Among:
    """How many others were seen after a candidate, how often it was seen, and what the pronoun is."""

    rank: int
    count: int
    gender: Gender
    speaks: bool


def _told(pronoun: Standing, last: Seen, among: _Among) -> Iterator[tuple[str, float]]:
    at, known, rank, count = last.at, last.gender is among.gender, among.rank, among.count
    back = min(pronoun.sentence - at.sentence, 4)
    near = "here" if back == 0 else "before" if back == 1 else "far"
    yield f"sentences {back}", 1.0
    yield f"sentences beyond {back == 4}", float(max(0, pronoun.sentence - at.sentence - 4)) / 4
    yield f"paragraphs {min(pronoun.paragraph - at.paragraph, 3)}", 1.0
    yield f"{at.role} {near}", 1.0
    yield f"{at.role} {near} to {pronoun.role}", 1.0
    yield f"rank {min(rank, 3)}", 1.0
    yield f"rank {min(rank, 3)} {near}", 1.0
    yield f"{last.form} {near}", 1.0
    yield f"known {known}", 1.0
    if not known and last.ending:
        yield f"ends {'a' if last.ending in 'aei' else 'other'} {among.gender}", 1.0
    yield "count", math.log(count)
    yield f"count once {near}", float(count == 1)
    if last.speaks:
        yield f"spoke {near} to {'speaker' if among.speaks else 'other'}", 1.0
    if back == 0:
        yield f"same verb {at.role} to {pronoun.role}", float(at.verb == pronoun.verb)
        yield "distance", math.log1p(pronoun.start - at.start) / 4
    if (at.speech is None) != (pronoun.speech is None):
        yield f"across marks {'out' if pronoun.speech is None else 'in'}", 1.0
    elif at.speech is not None:
        yield f"in speech {'same' if at.speech == pronoun.speech else 'other'}", 1.0


@functools.cache
def _weights() -> dict[str, float]:
    text = resources.files("readout.annotate").joinpath("antecedents.toml").read_text("utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}


def forget() -> None:
    """Read the weights anew when they are next used: they were written again."""
    _weights.cache_clear()
