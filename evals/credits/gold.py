"""What the texts of PolNeAR carry of agency and authors: the corpus's own fields, checked against the words.

The corpus holds an article's text and, beside it, fields of the archive that it came from. Archives cut bylines off, so
a field alone says little about what a reader of the text can know. RULES.md says what counts as carried.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_HEAD_LINES, _TAIL_LINES = 3, 4
_WIRES = {"ap": "AP", "afp": "AFP", "upi": "UPI", "reuters": "Reuters"}
_SHORT = {"Associated Press": "AP", "Bloomberg News": "Bloomberg"}
_DATELINE = re.compile(r"^[^()\n]{0,60}\((AP|AFP|UPI|Reuters)\)\s*[-–—]")
_SIGN_OFF = re.compile(r"^\W*(AP|AFP|UPI|Reuters|Associated Press|Bloomberg(?: News)?)\W*$")
_REPRINT = re.compile(
    r"\b(?:first|originally)\s+(?:appeared|published|posted|ran)\b|\bfirst published\b", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+|^\s*[Bb][Yy]\s+|(?<=\w{2})\.\s+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|al|bin))+")
_NO_PERSON = re.compile(
    r"\b(?:USA|TODAY|News|Press|Insights|Standard|Post|Times|Staff|Editorial|Board|Special)\b", re.IGNORECASE
)
_TITLE = r"(?:(?:Rep|Sen|Gov|Dr|Prof|Mr|Mrs|Ms)\. )?"


class Cue(StrEnum):
    """The form in which a text names its author."""

    BYLINE = "byline"
    SIGN_OFF = "sign-off"
    BIO = "bio"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True)
class Credits:
    """What one text carries: `agency` by its short name, `authors` (carried ones only) with the form they come in.

    `wire` and `named` are what the archive's fields say, carried or not: a system that says so is not wrong.
    `agency_open`: the text speaks of a reprint, so that whose copy it is can be told in two ways.
    """

    id: str
    publisher: str
    text: str
    agency: str | None
    agency_open: bool
    authors: dict[str, Cue]
    wire: str | None
    named: frozenset[str]


def read(path: Path) -> Iterator[Credits]:
    """What each article of a file of the corpus carries."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield credits_of(row["id"], row["publisher"], row["text"], row["author"], row["wire"])


def credits_of(name: str, publisher: str, text: str, author: str, wire: str) -> Credits:
    """What one article's text carries, given the archive's fields `author` and `wire`."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    persons = names(author)
    found = {person: cue for person in persons if (cue := _cue(person, lines)) is not None}
    if not persons:
        found = dict.fromkeys(_printed_bylines(lines), Cue.BYLINE)
    return Credits(
        id=name,
        publisher=publisher,
        text=text,
        agency=_agency(lines),
        agency_open=any(_REPRINT.search(line) for line in lines[-_TAIL_LINES:]),
        authors=found,
        wire=_WIRES.get(wire.lower()),
        named=frozenset({*persons, *found}),
    )


def names(author: str) -> tuple[str, ...]:
    """The persons of an `author` field, folded: "By A B and C D, USA TODAY" names two."""
    parts = [part.strip(" .") for part in _SPLIT.split(author) if part]
    return tuple(folded(part) for part in parts if _NAME.fullmatch(part) and not _NO_PERSON.search(part))


def folded(name: str) -> str:
    """A name for comparing: letter case, white space, a title and final points aside."""
    return re.sub(rf"^{_TITLE}", "", " ".join(name.split()).strip(" ."), flags=re.IGNORECASE).casefold()


def _agency(lines: list[str]) -> str | None:
    for line in lines[:_HEAD_LINES]:
        match = _DATELINE.match(line)
        if match:
            return match.group(1)
    match = _SIGN_OFF.match(lines[-1]) if lines else None
    return _SHORT.get(match.group(1), match.group(1)) if match else None


def _cue(person: str, lines: list[str]) -> Cue | None:
    """The form in which the first or last lines name a person as the author, if they do."""
    who = r"\s+".join(map(re.escape, person.split()))
    forms = (
        (Cue.BYLINE, rf"^\W*(?:by(?:line)?\b\W*)?{who}\W*$"),
        (Cue.SIGN_OFF, rf"\b(?:reporting|story|written|writing|text) by [^.;]*\b{who}\b|\b{who} reported from\b"),
        (Cue.FOLLOW, rf"^\W*follow\b.*\b{who}\b.*\bon\s+(?:twitter|facebook)"),
        (Cue.BIO, rf"(?:^|[.!] ){_TITLE}{who}(?:,| (?:is|was|chairs|covers|writes|edits|teaches|works|serves)\b)"),
    )
    ends = [*lines[1:_HEAD_LINES], *lines[-_TAIL_LINES:]]
    for cue, form in forms:
        sought = re.compile(form, re.IGNORECASE)
        where = lines[-_TAIL_LINES:] if cue is Cue.BIO else ends
        if any(sought.search(" ".join(line.split())) for line in where):
            return cue
    return None


def _printed_bylines(lines: list[str]) -> Iterator[str]:
    """Names in lines that say that they are bylines, where the archive's field is empty."""
    for line in lines[:_HEAD_LINES]:
        match = re.fullmatch(rf"by(?:line)?:?\s+({_NAME.pattern})\W*", line, flags=re.IGNORECASE)
        if match and re.match(r"by", line, re.IGNORECASE):
            yield folded(match.group(1))
