"""The line about the author under a text: "Ana Ruiz, a former mayor, teaches history and writes on ports."."""

import re

from readout.clean.bylines import NAME

_DOES = (
    r"(?:(?:is|was) (?:an?|the|our|one of|co-|now)\b|chairs|heads|leads|edits|teaches|"
    r"covers|reports on|writes (?:about|for|on)|"
    r"represents|served as|reported from|hosts|practices|directs|studies|researches)\b"
)
_ABOUT = re.compile(
    rf"\W*(?:[Ff]ollow |[Aa]bout the [Aa]uthor:? )?(?P<name>{NAME.pattern})(?:,[^.]{{3,110}}?,)? "
    rf"(?:on (?:Twitter|X|Facebook|Bluesky)\b|{_DOES})"
)
_CALLING = re.compile(
    r"\b(?:reporter|writer|correspondent|editor|journalist|columnist|author|professor|"
    r"fellow|director|contributor|producer|member|lecturer|"
    r"researcher|analyst|president|chair\w*|founder|historian|economist|lawyer|attorney|"
    r"senator|governor|teaches|writes|covers|edits|"
    r"scholar|scientist|student|teacher|host|adviser|advisor|strategist|consultant|"
    r"activist|executive|chief|twitter|follow)\b",
    re.IGNORECASE,
)
_REACH = 420  # characters


def author_named(line: str) -> re.Match[str] | None:
    """The match whose group `name` is whom a line is about, if it has the form of a line about an author."""
    match = _ABOUT.match(line[:_REACH])
    return match if match is not None and _CALLING.search(line[:_REACH]) is not None else None
