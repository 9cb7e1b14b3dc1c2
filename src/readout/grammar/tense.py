"""Whether the words around a time expression speak of what was or of what is to come.

A cheap reading of the clause, without a parse: the verb right before ("said Monday"), else the nearest finite verb
of the clause behind or ahead. "On Thursday the parties head to Vienna" lies ahead, "stressed Sunday" behind.
"""

import re
import tomllib
from enum import StrEnum
from importlib import resources

from readout.model.text import TextSpan


class Tense(StrEnum):
    """Which side of the day of publication the clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_FILES = resources.files("readout.grammar").joinpath("words")
_CUES: dict[str, frozenset[str]] = {
    name: frozenset(words) for name, words in tomllib.loads(_FILES.joinpath("tense.toml").read_text("utf-8")).items()
}
_IRREGULAR = frozenset(tomllib.loads(_FILES.joinpath("irregular_past.toml").read_text("utf-8"))["past"])
_APPOINTED_S = frozenset(f"{verb}s" for verb in _CUES["appointed"])

_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"”’'][.!?])[\"”’')]*\s+(?=[\"“‘'(]?[A-Z])|\n\s*\n")
_WORD = re.compile(r"[A-Za-z]+(?:[’'](?:s|ll|t|d|re|ve|m)\b)?|[,;:—–()\"“”]|--|``|''")
_REACH = 400  # characters to either side that are read at most
_SUBJECT = 9  # words back within which a subject's noun stands
_PHRASE = frozenset({"in", "of", "at", "from"})
_NEAR = 3  # words between a verb and the day that belongs to it


def sentence_around(text: str, span: TextSpan) -> TextSpan:
    """The stretch between sentence ends in which the span lies, as far as punctuation tells."""
    floor, ceiling = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, floor, span.start)]
    after = _SENTENCE_END.search(text, span.end, ceiling)
    return TextSpan(ends[-1] if ends else floor, after.start() if after else ceiling)


def tense_at(text: str, span: TextSpan) -> Tense:
    """Where the happening that the span dates lies, as the clause's verbs say."""
    sentence = sentence_around(text, span)
    before = _words(text, sentence.start, span.start)
    after = _words(text, span.end, sentence.end)
    if text[span.end : span.end + 2] in {"'s", "’s"}:
        return _of_possessive(before)
    tense = _of_preposition(before) or _of_neighbour(before) or _of_clause(before, after)
    return _of_sentence(before, after) if tense is Tense.OPEN else tense


def tense_beside(text: str, span: TextSpan) -> Tense | None:
    """What the verb right before the span says: "began in January"; None where another word stands there."""
    return _of_neighbour(_words(text, sentence_around(text, span).start, span.start))


def _words(text: str, start: int, end: int) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text, start, end)]


def _of_possessive(before: list[str]) -> Tense:
    """Past: "Monday's talks" were held, "ahead of Monday's talks" they were not yet."""
    ahead = before[-2:] == ["ahead", "of"] or (
        before[-1:] != ["of"] and before[-1:] and before[-1] in _CUES["ahead_of"]
    )
    return Tense.FUTURE if ahead else Tense.PAST


def _of_preposition(before: list[str]) -> Tense | None:
    """For "since Monday", "postponed until Monday", "as early as Monday"."""
    if before and before[-1] in _CUES["since"]:
        return Tense.PAST
    if len(before) > 1 and before[-1] in _CUES["until"]:
        return Tense.FUTURE
    if len(before) > 2 and before[-3] == before[-1] == "as":
        return Tense.PAST if before[-2] in _CUES["so_far"] else Tense.FUTURE
    return None


def _of_neighbour(before: list[str]) -> Tense | None:
    """The verb that the day stands next to: "said Monday", "told reporters on Tuesday", "will meet Friday"."""
    words = before[:-1] if before[-1:] in (["on"], ["in"]) else before
    for back in range(1, min(_NEAR, len(words)) + 1):
        place = len(words) - back
        if words[place] in _CUES["boundaries"] or words[place] == ",":
            return None
        tense = _verb(words, place)
        if tense is not None:
            return tense
    return None


def _of_clause(before: list[str], after: list[str]) -> Tense:
    """The nearest verb behind within the clause, else ahead; words that are said lie beyond "said"."""
    reporting = False
    for place in range(len(before) - 1, -1, -1):
        if before[place] in _CUES["boundaries"]:
            break
        tense = _verb(before, place)
        if tense is not None and before[place] in _CUES["saying"]:
            reporting = True
            break
        if tense is not None:
            return tense
    ahead = _ahead(after, past_commas=not before or reporting or len(before) <= _NEAR)
    if ahead is not None:
        return ahead
    return Tense.PAST if reporting else Tense.OPEN


def _of_sentence(before: list[str], after: list[str]) -> Tense:
    """The nearest verb of the sentence, where the clause has none: behind, else ahead."""
    for words, places in ((before, range(len(before) - 1, -1, -1)), (after, range(len(after)))):
        for place in places:
            tense = _verb(words, place)
            if tense is not None:
                return tense
    return Tense.OPEN


def _ahead(after: list[str], *, past_commas: bool) -> Tense | None:
    """The first verb after the day, up to the end of the clause."""
    for place, word in enumerate(after):
        if word in _CUES["boundaries"] or (place and word == "," and not past_commas):
            return None
        tense = _verb(after, place)
        if tense is not None:
            return tense
    return None


def _verb(words: list[str], place: int) -> Tense | None:
    """What the word at a place says of the clause's time, if it is a verb that says so."""
    word = words[place]
    last = words[place - 1] if place else ""
    if word in _CUES["future"] or word in _CUES["planning"]:
        return Tense.FUTURE
    if word in _CUES["planned"]:
        return None if "been" in words[max(0, place - 3) : place] else _plan(last, words, place)
    if word in _CUES["past"]:
        return _after_auxiliary(words, place)
    if word in _IRREGULAR or _is_regular_past(word, last):
        return _governed(words, place)
    if word in _CUES["present"] and words[place + 1 : place + 2] == ["to"]:
        return Tense.FUTURE
    if word.endswith("ing") and last in _CUES["present"]:
        return Tense.FUTURE
    if word in _CUES["appointed"]:
        subject = last in {"they", "we"} or (
            last.endswith("s") and last not in _CUES["past"] and last not in {"as", "is"}
        )
        return Tense.FUTURE if subject or _is_plural_before(words, place) else None
    if word in _APPOINTED_S:
        return Tense.FUTURE if last and last not in _CUES["determiners"] and not last.endswith("s") else None
    return None


def _is_plural_before(words: list[str], place: int) -> bool:
    """Whether the subject is a plural with a phrase behind it: "dockers in the port of Varna vote"."""
    if place and words[place - 1] in _CUES["determiners"]:
        return False
    for back in range(place - 1, max(0, place - _SUBJECT), -1):
        if words[back] in _CUES["boundaries"] or words[back] == ",":
            return False
        if (
            words[back] in _PHRASE
            and words[back - 1].endswith("s")
            and words[back - 1] not in _CUES["past"] | _CUES["present"]
        ):
            return True
    return False


def _plan(last: str, words: list[str], place: int) -> Tense | None:
    """Whether it is a plan: "is scheduled", "due Friday"; not "the planned visit", nor "he set off"."""
    following = words[place + 1] if place + 1 < len(words) else ""
    plain = words[place] in {"scheduled", "slated", "due", "planned"}
    plan = plain or last in _CUES["present"] or last in {"was", "were"} or following in {"to", "for"}
    return Tense.FUTURE if plan and last not in _CUES["determiners"] else None


def _after_auxiliary(words: list[str], place: int) -> Tense | None:
    """Past, unless a plan follows: "was to meet", "were scheduled for"; "had been due" leaves the day open."""
    following = words[place + 1 : place + 3]
    if words[place] in {"was", "were"} and (following[:1] == ["to"] or set(following) & _CUES["planned"]):
        return Tense.FUTURE
    return None if set(following) & _CUES["planned"] else Tense.PAST


def _governed(words: list[str], place: int) -> Tense:
    """A past form; with an auxiliary of the future before it, it is a participle ("will be held")."""
    before = words[max(0, place - 4) : place]
    if any(word in _CUES["future"] or word == "to" for word in before[-3:]) and "be" in before[-2:]:
        return Tense.FUTURE
    return Tense.PAST


def _is_regular_past(word: str, last: str) -> bool:
    """Whether a word in -ed is a verb and no participle before a noun ("the united front")."""
    return word.endswith("ed") and len(word) > 3 and word not in _CUES["not_verbs"] and last not in _CUES["determiners"]
