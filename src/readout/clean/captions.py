"""Picture captions and the credits at their ends."""

import re

from readout.clean.agencies import any_credit
from readout.clean.lexicon import cues
from readout.clean.segments import Segment
from readout.model.text import Role

_PHOTO_WORDS = (
    r"photo(?:graph)?s?|pictures?|pics?|images?|getty|istock|shutterstock|alamy|unsplash|pexels|handout|courtesy|pool|file|screengrab|"
    r"screenshot|video|epa|zuma|sipa|nurphoto|wikimedia|flickr|creative commons|cc by\S*|twitter|facebook|instagram|supplied|via|illustration|graphic"
)
_WORD = re.compile(rf"\b(?:{_PHOTO_WORDS})\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,140})[)\]]\s*\.?\s*$")
_LABELLED = re.compile(
    r"(?:(?<=[.!?…;\"”’'|)–—-])|(?<=\s\s)|(?<=\s))\s*(?:[|–—-]\s*)?"
    r"(?P<credit>(?:(?:photo(?:graph)?s?|pictures?|pics?|images?|graphic|video|illustration|credits?|courtesy)"
    r"(?:\s+(?:credits?|courtesy|source|by|copyright|supplied|from|of))*\s*(?::|/|by\b|of\b|©|\|)\s*|(?:©|&copy;|\(c\))\s*)[^.!?]{2,90}[.)]?)\s*$",
    re.IGNORECASE,
)
_WORDY = r"[A-ZÀ-Þ][\w.'’-]*"
_SLASHED = re.compile(
    rf"(?:(?<=[.!?…\"”’')|])|(?<=[.!?] ))\s*(?P<credit>(?:{_WORDY}(?: {_WORDY}){{0,4}}|[a-z]{{2,4}})(?:\s?[/|]\s?(?:[\w.'’&-]+(?: [\w.'’&-]+){{0,4}})){{1,4}})\s*\.?$"
)
_BY_OUTLET = re.compile(rf"{_WORDY}(?: {_WORDY}){{1,3}} ?/ ?{_WORDY}(?: [\w.'’&-]+){{0,4}}")  # (Ana Ruiz/The Echo)
_BY_NAME = re.compile(r"[A-Z][\w .'’&-]{1,40}: [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")  # (The Echo: Ana Ruiz)
_MAX_WORDS = 90


def credit_start(text: str) -> int | None:
    """Where, in a line as printed, a picture's credit at its end begins; None if there is none."""
    for pattern, certain in ((_BRACKETED, False), (_LABELLED, True), (_SLASHED, False)):
        match = pattern.search(text)
        if match is None:
            continue
        if certain or _is_credit(match.group(1)):
            return match.start() if pattern is _BRACKETED else match.start("credit")
    return None


def is_credit(segment: Segment) -> bool:
    """Whether a line is a picture's credit and nothing else."""
    if cues()[Role.CREDIT].match(segment.plain) and len(segment.words) <= 16:
        return True
    return credit_start(segment.plain) == 0


def looks_like_caption(segment: Segment) -> bool:
    """Whether a line by itself shows that it is a caption: its label, "left", "pictured", a file photo."""
    return len(segment.words) <= _MAX_WORDS and cues()[Role.CAPTION].match(segment.plain)


def _is_credit(inner: str) -> bool:
    """Whether words in brackets or behind a caption's full stop name a picture's source."""
    if len(inner.split()) > 16:
        return False
    return (
        _WORD.search(inner) is not None
        or any(form.fullmatch(inner.strip()) for form in (_BY_NAME, _BY_OUTLET))
        or (("/" in inner or "|" in inner) and any_credit().search(inner) is not None)
        or _bare_agency(inner)
    )


def _bare_agency(inner: str) -> bool:
    return any_credit().fullmatch(inner.strip(" .")) is not None
