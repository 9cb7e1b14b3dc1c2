"""The words of stances, from `words/stances.toml`: which act each tells, and where its matter and target stand."""

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from readout.model.notes import StanceKind

_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bdgmnprt"


@dataclass(frozen=True, slots=True)
class Frame:
    """How a word tells an act: the keys of the data file; `particle` is the "out" of "rule out"."""

    lemma: str
    particle: str
    kind: StanceKind
    object: str
    matter: frozenset[str]
    target: frozenset[str]
    clause: bool
    needs: bool
    infinitive: bool
    aimed: bool
    future: bool
    own: bool
    holder: bool
    reported: bool
    statal: bool
    nouns: frozenset[str]
    never: frozenset[str]
    opposite: StanceKind | None


def verb_frames(form: str) -> Sequence[Frame]:
    """The frames that a verb's form may tell, those with a particle first."""
    return _verbs().get(form, ())


def noun_frame(form: str) -> Frame | None:
    """The frame of a noun's form."""
    return _nouns().get(form)


def state_frame(form: str) -> Frame | None:
    """The frame of an adjective of which the holder is the subject ("ready")."""
    return _states().get(form)


@functools.cache
def verdicts() -> tuple[tuple[re.Pattern[str], StanceKind], ...]:
    """What a speaker may say of a matter ("a nonstarter"), and the act that it is."""
    return tuple(
        (re.compile(r"\b(?:" + "|".join(_spaced(words) for words in each["words"]) + r")\b", re.IGNORECASE), kind)
        for each in _table()["verdict"]
        for kind in (StanceKind(each["act"]),)
    )


@functools.cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of words of the data file."""
    return frozenset(_table()[table][key].split())


def singular(noun: str) -> str:
    """The form under which a noun stands in the lists."""
    if noun in {"series", "species", "news", "means"}:
        return noun
    for ending, other in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + other
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3 else noun


@functools.cache
def lemma(form: str) -> str:
    """The verb or noun that a form belongs to, as far as the lists know it."""
    return _lemmas().get(form, singular(form))


def body_state(name: str) -> str | None:
    """The country of a well-known body whose name does not tell it."""
    bare = " ".join(name.replace("’", "'").casefold().removeprefix("the ").removesuffix("'s").split())
    bodies: Mapping[str, str] = _table()["bodies"]
    return bodies.get(bare)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


@functools.cache
def _table() -> Mapping[str, Any]:
    place = resources.files("readout.annotate").joinpath("words").joinpath("stances.toml")
    return tomllib.loads(place.read_text("utf-8"))


def _frame(entry: Mapping[str, Any], word: str) -> Frame:
    base, _, particle = word.partition("-")

    def listed(key: str) -> frozenset[str]:
        return frozenset(str(entry.get(key, "")).split())

    nouns = frozenset(noun for group in listed("nouns") for noun in words("nouns", group))
    return Frame(
        lemma=base,
        particle=particle,
        kind=StanceKind(entry["act"]),
        object=entry.get("object", "none"),
        matter=listed("matter"),
        target=listed("target"),
        clause=bool(entry.get("clause")),
        needs=bool(entry.get("needs")),
        infinitive=bool(entry.get("infinitive")),
        aimed=bool(entry.get("aimed")),
        future=bool(entry.get("future")),
        own=entry.get("own", True),
        holder=bool(entry.get("holder")),
        reported=bool(entry.get("reported")),
        statal=bool(entry.get("statal")),
        nouns=nouns,
        never=listed("never"),
        opposite=StanceKind(entry["not"]) if "not" in entry else None,
    )


@functools.cache
def _verbs() -> Mapping[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = defaultdict(list)
    for entry in _table()["verb"]:
        for word in entry["lemmas"].split():
            frame = _frame(entry, word)
            for form in forms(frame.lemma):
                found[form].append(frame)
    return {form: tuple(sorted(frames, key=lambda one: not one.particle)) for form, frames in found.items()}


@functools.cache
def _nouns() -> Mapping[str, Frame]:
    return {
        form: _frame(entry, word)
        for entry in _table()["noun"]
        for word in entry["lemmas"].split()
        for form in (word, f"{word}s")
    }


@functools.cache
def _states() -> Mapping[str, Frame]:
    return {word: _frame(entry, word) for entry in _table()["state"] for word in entry["lemmas"].split()}


@functools.cache
def _lemmas() -> Mapping[str, str]:
    listed = {word for key in ("deeds", "meet", "said", "force", "perils") for word in words("harm", key)}
    listed |= (
        words("general", "support")
        | words("wrong", "deeds")
        | words("kind", "deeds")
        | words("general", "actual")
        | words("general", "ending")
    )
    found = {form: base for word in sorted(listed) for base in (word.split("-")[0],) for form in forms(base)}
    for form, frames in _verbs().items():
        found.setdefault(form, frames[0].lemma)
    return found


def forms(base: str) -> frozenset[str]:
    """All forms of a verb."""
    irregular = frozenset(_table()["irregular"].get(base, "").split())
    found = {base, f"{base}s"} | irregular
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        found.add(f"{base}es")
    if base.endswith("e"):
        return frozenset(found | {f"{base}d", f"{base[:-1]}ing"})
    if base.endswith("y") and base[-2] not in _VOWELS:
        return frozenset(found | {f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"})
    if base[-1] in _CONSONANTS and len(base) > 2 and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        found |= {f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"}
    return frozenset(found | {f"{base}ed", f"{base}ing"})
