"""Who wrote it: lines that name authors or whose copy it is, and the names in them."""

import functools
import re

from readout.clean.agencies import credited
from readout.clean.lexicon import load, word_list
from readout.clean.segments import plain

_BY = re.compile(
    r"^(?:(?:words|text|story|report|reported|written|researched|bylines?|posted|published|article|author|"
    r"analysis|review|interview|by-line|byline)"
    r"\s*(?:by\s*:?|:)|by\b\s*:?|from\s+our\b|author\s*:|reporter\s*:)\s*",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"^(?:(?:from |by )?(?:our|a|the|special|own)\b.{0,30}\b(?:correspondents?|reporters?|staff|desk|bureau)"
    r"|(?:\S+ ){0,3}(?:staff(?: reporters?| writers?| report)?|(?:web|online|digital|"
    r"news|agency|wire|monitoring) (?:desk|report|reporter|team|staff)|reporter|correspondents?|"
    r"agencies|news agencies|newsroom|news service))(?: in [A-Z][\w -]{1,30})?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"^(?:\S+@\S+\.\w+|(?:twitter|x|e-?mail|tel)?\s*:?\s*@\w+)$", re.IGNORECASE)
_SIGN_OFF = re.compile(r"^[-–—(\[\s]*[A-Z][\w./ -]{1,30}[)\]]?(?:[/\s][a-zA-Z]{1,4}){0,4}(?:/\d{4})?$")
_NAME_WORD = (
    r"(?:(?:Mc|Mac|O['’]|D['’]|Al-|El-|bin |van |von |de |der |den |la |le |da |dos "
    r"|di |du |al-|ul-|St\.? )*[A-ZÀ-ÞŁŠŽČĆ][\w'’À-ž-]*\.?|[A-Z]\.(?:[A-Z]\.)*)"
)
NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}(?:,? (?:Jr|Sr|II|III|IV)\.?)?")
_PLACE_WORDS = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}"
_PARTS = re.compile(
    r"(?:,|;|\||•|·|(?<![A-Z])/(?![A-Z])|&|\s[-–—]\s|\band\b|\bwith\b|\bfor\b|\bin\b|\bat\b|\bof\b|\bAND\b|\bFOR\b|\bWITH\b|\bIN\b|\n)"
)
_FILED = re.compile(rf"{NAME.pattern} in {_PLACE_WORDS}(?:(?:,| and| &) {NAME.pattern} in {_PLACE_WORDS}){{0,3}}")
_HANDLE = re.compile(r"\(?@\w+\)?|[\w.+-]{1,64}@[\w-]+\.[\w.]+|\((?:[^)]*)\)")
_PHONE = re.compile(r"\+?\d[\d ().-]{7,}\d")
_SOURCE = re.compile(r"(?:source|editor)\s*:\s*", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:photos?|images?|pictures?|video|graphics?)\b", re.IGNORECASE)
_MAX_WORDS = 22


def is_byline(line: str) -> bool:
    """Whether a line (as `segments.plain` gives it) says who wrote the text or whose copy it is."""
    if len(line.split()) > _MAX_WORDS or not line or _PHONE.search(line):
        return False
    if _SOURCE.match(line):
        return credited(_SOURCE.sub("", line)) is not None
    if _CONTACT.match(line) or _DESK.match(line):
        return True
    opening = _BY.match(line)
    if opening:
        rest = line[opening.end() :]
        return bool(names(line) or _DESK.match(rest) or credited(rest)) or _is_capitalised(rest)
    return _is_agency_alone(line) or _has_title(line)


def opens_with_by(line: str) -> bool:
    """Whether a line says outright that it names the author."""
    return _BY.match(line) is not None


def is_name_line(line: str) -> bool:
    """Whether a line is nothing but one or more names of the shape that persons have, job titles aside."""
    if len(line.split()) not in range(2, 15) or line.endswith((".", "!", "?", ":")):
        return False
    parts = [part.strip() for part in _PARTS.split(_HANDLE.sub(" | ", line)) if part.strip()]
    titles = word_list("byline_titles")
    unlike = titles | word_list("small_words")
    persons = [
        part
        for part in parts
        if NAME.fullmatch(part) and part.split()[0].lower() not in unlike and not _holds_no_name(part)
    ]
    others = [part for part in parts if part not in persons]
    return bool(persons) and all(any(word.lower() in titles for word in part.split()) for part in others)


def is_filed_line(line: str) -> bool:
    """Whether a line names persons and where they wrote: "Ana Ruiz in Sund and Bo Ek in Orlo"."""
    head, where, _ = line.partition(" in ")
    return bool(where) and _FILED.fullmatch(line) is not None and is_name_line(head)


def names(line: str) -> tuple[str, ...]:
    """The persons that a byline names, in their order; `line` may hold curly marks and is read as printed."""
    body = _BY.sub("", line.strip(" *_>#"), count=1)
    body = _HANDLE.sub(" | ", _BY.sub("", body, count=1))
    found: list[str] = []
    for part in _PARTS.split(body):
        name = _person(part.strip(" .:–—-"))
        if name is not None and name.casefold() not in {each.casefold() for each in found}:
            found.append(name)
    return tuple(found)


def _person(part: str) -> str | None:
    """A part of a byline as a person's name, job titles cut off; None if it names no person."""
    titles = word_list("byline_titles")
    words = part.split()
    while words and words[0].strip(".:").lower() in titles:
        words.pop(0)
    kept: list[str] = []
    for word in words:
        if word.strip(".,:").lower() in word_list("outlet_endings"):
            return None  # a newsroom, not a person
        if word.strip(".,:").lower() in titles:
            break
        kept.append(word)
    name = " ".join(kept)
    if not NAME.fullmatch(name) or credited(name) or _holds_no_name(name):
        return None
    return name


def _holds_no_name(words: str) -> bool:
    """Whether words of a name's shape are a heading's or a label's: "Correction Appended", "Economic Scene"."""
    plain_words = [word.strip(".,'’").lower() for word in words.split()]
    if any(word in word_list("no_names") for word in plain_words):
        return True
    return len(plain_words) > 1 and plain_words[-1] in _publications()


@functools.cache
def _publications() -> frozenset[str]:
    """Words with which the names of outlets end and those of persons do not."""
    surnames = {
        "post",
        "star",
        "sun",
        "mail",
        "pilot",
        "reporter",
        "leader",
        "banner",
        "voice",
        "signal",
        "review",
        "press",
    }
    return frozenset(load("outlets.toml")["words"]) - surnames


def _is_agency_alone(line: str) -> bool:
    bare = line.strip("-–—()[] .")
    if len(bare.split()) > 6 or not _SIGN_OFF.match(line) or _PICTURE.search(line):
        return False
    head = re.split(r"[/|,\s]", bare, maxsplit=1)[0]
    return credited(bare) is not None or (credited(head) is not None and len(bare) <= 30)


def _has_title(line: str) -> bool:
    """Names with a job title or an agency behind them: "Ana Ruiz, Staff Reporter", "Ana Ruiz and Bo Li, AFP"."""
    head, _, tail = re.sub(r"\s*[|–—]\s*|\s-\s", ", ", line).rpartition(", ")
    if head and credited(tail) and is_name_line(head):
        return True
    titles = word_list("byline_titles")
    parts = [part for part in re.split(r"\s*[,|–—]\s*|\s-\s", line) if part]
    if not 2 <= len(parts) <= 4 or line.endswith((".", "!", "?")) or not NAME.fullmatch(parts[0]):
        return False
    return any(sum(word.lower() in titles for word in part.split()) * 2 >= len(part.split()) for part in parts[1:])


def _is_capitalised(text: str) -> bool:
    words = plain(text).split()
    return 1 <= len(words) <= 5 and all(word[:1].isupper() for word in words) and not text.endswith((".", "?", "!"))
