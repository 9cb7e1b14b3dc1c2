"""Names set right before they are chained: what ran on is cut, what is no person or body is told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.grammar.acronyms import abbreviates
from readout.grammar.people import is_role
from readout.model.notes import Mention, NameKind
from readout.model.text import TextSpan

_POSSESSIVE = re.compile(r"['’]s?$")
_TITLE = re.compile(
    r"^(?:(?:Mrs?|Ms|Miss|Mx|Drs?|Prof|Professor|Sir|Dame|Lord|Lady|Sens?|Reps?|Govs?|Gens?|Col|Lt|Maj|Capt|Sgt|Rev|Hon|"
    r"Judge|Justice|President|Minister|Secretary|Senators?|Governor|Mayor|General|Colonel|King|Queen|Prince|Princess|Pope)"
    r"\.? )+"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_RUN_ON = re.compile(r"(?:(?:\s[a-z]+)+|\s?\([A-Z][\w.-]*)\Z")
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Ii]nside)\s\Z")
_MARKS = frozenset("\"“”‘’'")
_SIDES = re.compile(r"\s(?:Majority|Minority|Democratic|Republican)\Z")
_ACRONYM = re.compile(r"^\s?\((?P<short>[A-Z][A-Z.&/-]{1,9})\)")
_BRIDGE = re.compile(r" (?:in|of|for|and|on) (?:the )?")
_AHEAD = 24  # characters before a name in which it is told that things happen there


def named_rightly(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without the words that names of persons ran on into, and places that were read as persons as places."""
    cut = [_without_run_on(text, mention) for mention in mentions]
    places = {
        mention.span.of(text).split(",")[0]
        for mention in cut
        if mention.kind in {NameKind.LOCATION, NameKind.FACILITY} and "," in mention.span.of(text)
    }
    single: dict[str, list[bool]] = {}
    for mention in cut:
        if mention.kind is NameKind.PERSON and " " not in (name := bare_name(mention.span.of(text))):
            ahead = text[max(0, mention.span.start - _AHEAD) : mention.span.start]
            single.setdefault(name, []).append(_IN.search(ahead) is not None)
    borne = {part for mention in cut if mention.kind is NameKind.PERSON for part in mention.span.of(text).split()[1:]}
    wrong = {name for name, inside in single.items() if name in places or 2 * sum(inside) > len(inside)} - borne
    return [
        replace(mention, kind=NameKind.LOCATION)
        if mention.kind is NameKind.PERSON and bare_name(mention.span.of(text)) in wrong
        else mention
        for mention in cut
    ]


def only_between_marks(text: str, mentions: Sequence[Mention]) -> set[str]:
    """The names of persons that a text has only alone between quotation marks: those of works, and nicknames."""
    inside: dict[str, bool] = {}
    for mention in mentions:
        if mention.kind is NameKind.PERSON:
            marked = text[mention.span.start - 1 : mention.span.start] in _MARKS and mention.span.start > 0
            closed = text[mention.span.end : mention.span.end + 2].lstrip(",.")[:1] in _MARKS
            name = bare_name(mention.span.of(text))
            inside[name] = inside.get(name, True) and marked and closed
    return {name for name, alone in inside.items() if alone}


def _without_run_on(text: str, mention: Mention) -> Mention:
    """A person's name without the small words behind it, a chamber's without its sides: Orlova [demurred]."""
    pattern = {NameKind.PERSON: _RUN_ON, NameKind.ORGANIZATION: _SIDES}.get(mention.kind)
    ran = pattern.search(mention.span.of(text)) if pattern is not None else None
    if ran is None or ran.start() == 0:
        return mention
    span = TextSpan(mention.span.start, mention.span.start + ran.start())
    return replace(mention, span=span, head=span)


def is_post(mention: Mention, name: str) -> bool:
    """Whether what was read as a body is a post: “House Speaker”."""
    last = name.rsplit(maxsplit=1)[-1]
    return mention.kind is NameKind.ORGANIZATION and " " in name and is_role(last) and not last.endswith("s")


def joined_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Names read in two pieces ("Organization for Security" "in" "Europe") joined where an acronym proves them one."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind is NameKind.ORGANIZATION
            and _BRIDGE.fullmatch(text[last.span.end : mention.span.start])
        ):
            whole = TextSpan(last.span.start, mention.span.end)
            acronym = _ACRONYM.match(text[whole.end : whole.end + 14])
            if acronym is not None and abbreviates(acronym.group("short"), whole.of(text)):
                joined[-1] = replace(last, span=whole)
                continue
        joined.append(mention)
    return joined


def bare_name(words: str) -> str:
    """A name as printed without title, possessive and suffix, white space folded."""
    folded = (
        " ".join(words.split()).strip(" ,.;:\"'“”‘’()[]")
        if not words.strip().endswith(".")
        else " ".join(words.split())
    )
    return _SUFFIX.sub("", _TITLE.sub("", _POSSESSIVE.sub("", folded))) or folded
