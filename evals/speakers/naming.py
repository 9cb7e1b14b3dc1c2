"""Who speaks by name in PolNeAR: the gold is built from the texts, where the source's chain is certain without ours.

The corpus has no coreference. A full name is a run of capitals that begins with a given name of `given_names.toml`
(initials, middle names and particles allowed); names that end alike are one person's where their given names agree, and
are left out where they do not. The speaker of an attribution is certain where its one source span is, as a whole,

1. a full name, with at most titles and small words before it ("the campaign's press secretary, Ana Orlova") and an
   apposition behind a comma;
2. a single name, with titles, that ends exactly one person's full name in the article;
3. "he" or "she", and the article names exactly one person of that gender in full, and nobody whose given name tells
   none or who is only called by a title ("Mr. Maas").

All other attributions (bodies, descriptions, most pronouns, names that two share) have no gold here. `given`: with the
corpus's attributions given; `found`: as an article is read, where an attribution that was not found counts as open.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpora.polnear import PolnearArticle, read, read_file
from evals.speakers.resolved import Resolved, resolved, speaker
from readout.grammar.people import PRONOUNS, Gender, formal_name, gender_of_name, is_role
from readout.model.notes import Chain
from readout.model.text import TextSpan

_PART = r"[A-Z][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]+)?(?:[’'][A-Z][a-z]+)?(?:-[A-Z][a-zà-ÿ]+)*"
_FULL = re.compile(rf"\b(?P<given>{_PART})(?: [A-Z]\.| {_PART}| de| van| von| al| bin| la| del| der){{0,3}} {_PART}\b")
_ADDRESSED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|President|Senator|Secretary|Governor)\.? (?P<name>{_PART})"
)
_TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.? |(?:President|Senator|Secretary|Representative|Governor|Mayor|Judge) )*"
)
_WHOLE = re.compile(
    rf"(?:[a-z][\w’'-]*,? )*{_TITLES}(?P<name>{_FULL.pattern.replace('(?P<given>', '(?:')})(?:,.*)?", re.DOTALL
)
_SINGLE = re.compile(rf"{_TITLES}(?P<name>{_PART})(?:,.*)?", re.DOTALL)


def score(path: Path) -> dict[str, float]:
    """Per cent right, wrong and open of the attributions whose speaker's full name is certain."""
    articles = list(read_file(path) if path.is_file() else read(path, "dev"))
    tally: dict[str, Counter[str]] = {"given": Counter(), "found": Counter()}
    for one in resolved(articles):
        for number, name in gold(one.gold):
            tally["given"][_verdict(speaker(one.given, one.given.attributions[number]), name)] += 1
            tally["found"][_verdict(_found(one, number), name)] += 1
    scores = {
        f"{kind} {verdict}": round(100 * tally[kind][verdict] / max(tally[kind].total(), 1), 1)
        for kind in tally
        for verdict in ("right", "wrong", "open")
    }
    return scores | {"names": float(tally["given"].total())}


def gold(article: PolnearArticle) -> Iterator[tuple[int, str]]:
    """The numbers of the attributions with a certain speaker, and the speakers' full names."""
    people = _people(article.text)
    for number, one in enumerate(article.attributions):
        source = " ".join(article.text[slice(*one.source[0])].split()).rstrip(" ,") if len(one.source) == 1 else ""
        name = _by_name(source, people) or _by_pronoun(source, article.text, people)
        if name is not None:
            yield number, name


def _by_name(source: str, people: Mapping[str, str]) -> str | None:
    """The full name of a source that is a name as a whole."""
    whole = _WHOLE.fullmatch(source)
    if whole is not None and gender_of_name(whole["name"].split()[0]) is not None:
        return people.get(whole["name"].split()[-1])
    single = _SINGLE.fullmatch(source)
    return people.get(single["name"]) if single is not None else None


def _by_pronoun(source: str, text: str, people: Mapping[str, str]) -> str | None:
    """The one person of the pronoun's gender, where the article names no other that it could mean."""
    gender: Gender | None = PRONOUNS.get(source.casefold())
    if gender is None or any(found["name"] not in people for found in _ADDRESSED.finditer(text)):
        return None
    fitting = {name for name in people.values() if gender_of_name(name.split()[0]) in {None, gender}}
    return fitting.pop() if len(fitting) == 1 else None


def _people(text: str) -> dict[str, str]:
    """The full name of each surname that one person of an article bears, in its longest form."""
    borne: dict[str, set[str]] = {}
    for found in _FULL.finditer(text):
        known = gender_of_name(found["given"]) is not None or formal_name(found["given"]) != found["given"].casefold()
        if known and not any(is_role(word) for word in found[0].split()) and not found[0].endswith("ans"):
            borne.setdefault(found[0].split()[-1], set()).add(found[0])
    return {
        surname: max(names, key=lambda name: (len(name), name))
        for surname, names in borne.items()
        if len({formal_name(name.split()[0]) for name in names}) == 1
    }


def _found(one: Resolved, number: int) -> Chain | None:
    """The speaker of our attribution at the source of the corpus's."""
    wanted = one.gold.attributions[number]
    source, contents = TextSpan(*wanted.source[0]), [TextSpan(*extent) for extent in wanted.content]
    for ours in one.found.attributions:
        said = any(span.overlaps(content) for span in ours.content for content in contents)
        if said and any(span.overlaps(source) for span in ours.source):
            return speaker(one.found, ours)
    return None


def _verdict(chain: Chain | None, name: str) -> str:
    if chain is None:
        return "open"
    ours, wanted = (_parts(each) for each in (chain.name or "", name))
    same = formal_name(ours[0]) == formal_name(wanted[0]) if len(ours) > 1 else True
    return "right" if ours[-1:] == wanted[-1:] and same else "wrong"


def _parts(name: str) -> list[str]:
    return [part for part in name.casefold().replace(".", "").split() if len(part) > 1]
