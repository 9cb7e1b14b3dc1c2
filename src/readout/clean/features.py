"""What a line of a scraped text looks like, as the features by which `tagger` gives it a role.

A feature is a string; what is not worth a number is a bucket. The same code runs when the tagger is trained.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from readout.clean import agencies, bylines, captions, prose, publishing_dates
from readout.clean.draft import Draft
from readout.clean.lexicon import cues, word_list
from readout.clean.segments import Segment
from readout.model.text import Role

_WORD = re.compile(r"[a-z][a-z'-]*|\d+")
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 30, 60)
_REACH = 600  # characters of a line that are looked at
_BAG_WORDS = 25  # lines up to so many words give their words; longer ones only how they begin and end
_SIGNS = {
    "said": re.compile(r"\b(?:said|says|told|added|according to|asked|wrote|announced|warned)\b"),
    "you": re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE),
    "us": re.compile(r"\b(?:us|our|we)\b", re.IGNORECASE),
    "here": re.compile(
        r"\b(?:this (?:article|story|report|page|site|website|content|piece|post|newspaper)|here)\b", re.IGNORECASE
    ),
    "mail": re.compile(r"\S+@\S+\.\w+"),
    "handle": re.compile(r"(?<!\w)@\w+"),
    "link": re.compile(r"https?://|www\.|\w\.(?:com|org|net|co)\b"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "clock": re.compile(r"\b\d{1,2}[:.]\d\d\b"),
    "phone": re.compile(r"\+?\d[\d ().-]{7,}\d"),
    "bar": re.compile(r"[|•·»›>→←]"),
    "slash": re.compile(r"\w ?/ ?\w"),
    "copyright": re.compile(r"©|\(c\)|copyright", re.IGNORECASE),
    "hash": re.compile(r"(?<!\w)#\w"),
    "money": re.compile(r"[$£€]\s?\d"),
    "colon-after-few": re.compile(r"^(?:\S+ ){0,3}\S+:"),
    "speaker": re.compile(r"^(?:[A-Z][A-Za-z.'-]*|Q|A)(?: [A-Z][A-Za-z.'-]*){0,3}\s?[:.]\s+\S"),
    "and-names": re.compile(r"^[A-Z]\S+ [A-Z]\S+(?:,| and )"),
    "bracketed": re.compile(r"^[(\[].*[)\]]\.?$"),
    "present": re.compile(
        r"\b(?:is|are|stands?|sits?|speaks?|walks?|holds?|looks?|arrives?|attends?|poses?|"
        r"waits?|waves?|carr(?:y|ies)|gathers?|shows?|seen|pictured)\b"
    ),
}


def line_features(draft: Draft, rules: Sequence[Role | None]) -> list[list[str]]:
    """For each segment its features; `rules` are the roles that the hand-written passes give."""
    segments = draft.segments
    own = [_own(segment) for segment in segments]
    places = _places(segments)
    repeats = Counter(_key(segment) for segment in segments)
    lead = _lead_words(segments)
    kinds = [_kind(segment) for segment in segments]
    return [
        own[i]
        + _shape(kinds, i)
        + _zoned(places[i], own[i], rules[i])
        + places[i]
        + _repetition(segment, repeats, lead)
        + _around(segments, rules, i)
        for i, segment in enumerate(segments)
    ]


def _own(segment: Segment) -> list[str]:
    line = segment.plain[:_REACH]
    words = _WORD.findall(line.lower())
    found = [
        f"len={_bucket(len(segment.words))}",
        f"end={_ending(line)}",
        f"begin={_beginning(line)}",
        f"gap={min(segment.gap, 3)}",
    ]
    found += [
        f"title={round(prose.title_case_share(segment) * 4)}",
        f"function={round(min(0.5, prose.function_word_share(words)) * 10)}",
    ]
    found += [f"sign={name}" for name, sign in _SIGNS.items() if sign.search(line)]
    found += [f"cue={role.value}" for role, table in cues().items() if table.match(line)]
    found += _shapes(segment)
    if segment.bullet:
        found.append("bullet")
    if line.isupper():
        found.append("upper")
    if len(words) <= _BAG_WORDS:
        found += [f"w={word}" for word in set(words)]
        found += [f"2={one}_{two}" for one, two in pairwise(words)]
    found += [f"first={word}" for word in words[:1]] + [f"second={word}" for word in words[1:2]]
    found += [f"last={word}" for word in words[-1:]]
    return found


def _shapes(segment: Segment) -> list[str]:
    line = segment.plain
    found = []
    if prose.is_strong(segment):
        found.append("strong")
    elif prose.is_weak(segment):
        found.append("weak")
    if len(segment.words) <= _BAG_WORDS:
        tests = {
            "date": publishing_dates.is_date_line(line),
            "byline": bylines.is_byline(line),
            "names": bylines.is_name_line(line),
            "credit": captions.is_credit(segment),
        }
        found += [f"is={name}" for name, true in tests.items() if true]
        if agencies.any_credit().search(line):
            found.append("agency")
    if line.count('"') >= 2:
        found.append("quotes")
    digits = sum(char.isdigit() for char in line)
    found.append(f"digits={round(4 * digits / max(1, len(line)))}")
    return found


def _places(segments: Sequence[Segment]) -> list[list[str]]:
    """Where each segment stands to the running text."""
    strong = [i for i, segment in enumerate(segments) if prose.is_strong(segment)]
    first, last = (strong[0], strong[-1]) if strong else (len(segments), -1)
    total = sum(len(segments[i].words) for i in strong) or 1
    places = []
    seen = 0
    for i, segment in enumerate(segments):
        zone = "above" if i < first else "below" if i > last else "within"
        place = [f"zone={zone}", f"seen={round(4 * seen / total)}"]
        if zone == "above":
            place += [f"index={min(i, 6)}", f"before-text={min(first - i, 5)}"]
        if zone == "below":
            place.append(f"after-text={min(i - last, 5)}")
        if i in {first, last}:
            place.append("first-strong" if i == first else "last-strong")
        seen += len(segment.words) if prose.is_strong(segment) else 0
        places.append(place)
    return places


def _kind(segment: Segment) -> str:
    """What sort of line it is, at a glance."""
    if prose.is_strong(segment):
        return "text"
    if prose.is_weak(segment):
        return "sentence"
    return f"line{min(3, _bucket(len(segment.words)) // 2)}"


def _shape(kinds: Sequence[str], index: int) -> list[str]:
    """The line among its neighbours: a short one between two paragraphs is something else than one of many."""
    padded = ["edge", "edge", *kinds, "edge", "edge"][index : index + 5]
    return [f"shape3={'>'.join(padded[1:4])}", f"shape5={'>'.join(padded)}"]


def _zoned(place: Sequence[str], own: Sequence[str], rule: Role | None) -> list[str]:
    """What a line says together with where it stands."""
    zone = place[0].removeprefix("zone=")
    name = rule.value if rule is not None else "none"
    return [f"{zone}:rule={name}"] + [
        f"{zone}:{each}" for each in own if each.startswith(("cue=", "is=", "len=", "end="))
    ]


def _repetition(segment: Segment, repeats: Counter[str], lead: set[str]) -> list[str]:
    content = [word for word in _WORD.findall(segment.plain.lower()) if len(word) > 3]
    found = []
    if repeats[_key(segment)] > 1:
        found.append("repeated")
    if content and len(segment.words) <= _BAG_WORDS:
        found.append(f"lead={round(4 * sum(word[:6] in lead for word in content) / len(content))}")
    return found


def _around(segments: Sequence[Segment], rules: Sequence[Role | None], index: int) -> list[str]:
    found = [
        f"rule={_name(rules, index)}",
        f"rules={_name(rules, index - 1)}>{_name(rules, index)}>{_name(rules, index + 1)}",
    ]
    for step in (-2, -1, 1, 2):
        place = index + step
        if not 0 <= place < len(segments):
            found.append(f"{step}:edge")
            continue
        near = segments[place]
        found += [
            f"{step}:len={_bucket(len(near.words))}",
            f"{step}:end={_ending(near.plain)}",
            f"{step}:rule={_name(rules, place)}",
        ]
    if index + 1 < len(segments):
        found.append(f"1:gap={min(segments[index + 1].gap, 3)}")
    return found


def _lead_words(segments: Sequence[Segment]) -> set[str]:
    strong = [segment for segment in segments if prose.is_strong(segment)][:3]
    known = word_list("function_words")
    return {
        word[:6]
        for segment in strong
        for word in _WORD.findall(segment.plain.lower())
        if len(word) > 3 and word not in known
    }


def _name(rules: Sequence[Role | None], index: int) -> str:
    role = rules[index] if 0 <= index < len(rules) else None
    return role.value if role is not None else "none"


def _bucket(count: int) -> int:
    return next((i for i, bound in enumerate(_LENGTHS) if count <= bound), len(_LENGTHS))


def _ending(line: str) -> str:
    last = line[-1:]
    if last in "\"')]":
        return "stop-close" if line[-2:-1] in ".!?," else "close"
    return last if last in ".!?:,;-" else "digit" if last.isdigit() else "word"


def _beginning(line: str) -> str:
    first = line[:1]
    if first.isalpha():
        return "upper" if first.isupper() else "lower"
    return "digit" if first.isdigit() else "quote" if first in "\"'" else "other"


def _key(segment: Segment) -> str:
    return " ".join(_WORD.findall(segment.plain.lower()))
