"""Picture captions and the credits at their ends."""

import re

from readout.clean.agencies import any_credit
from readout.clean.lexicon import cues
from readout.clean.segments import Segment
from readout.model.text import Role

_PHOTO_WORDS = (
    r"photo(?:graph)?s?|pictures?|pics?|images?|getty|istock|shutterstock|alamy|unsplash|"
    r"pexels|handout|courtesy|pool|file|screengrab|"
    r"screenshot|video|epa|zuma|sipa|nurphoto|wikimedia|flickr|creative commons|cc "
    r"by\S*|twitter|facebook|instagram|supplied|via|illustration|graphic"
)
_WORD = re.compile(rf"\b(?:{_PHOTO_WORDS})\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,140})[)\]]\s*\.?\s*$")
_PICTURE = r"(?:photo(?:graph)?s?|pictures?|pics?|images?|graphic|video|illustration|credits?|courtesy)"
_LABEL = rf"{_PICTURE}(?: (?:credits?|courtesy|source|by|copyright|supplied|from|of)){{0,3}}"
_LABELLED = re.compile(  # behind the end of a sentence or a bar: Photo: X, Photo by X, Courtesy of X, © X
    rf"(?<=[.!?…;\"”’')|–—-])\s{{0,4}}(?P<credit>(?:{_LABEL}\s{{0,2}}(?::|/|©|\||(?<=by)\s|"
    rf"(?<=courtesy of)\s)|(?:©|&copy;|\(c\)))\s{{0,2}}"
    r"[^.!?]{2,90}[.)]?)\s{0,4}$",
    re.IGNORECASE,
)
_LOOSE = re.compile(  # behind plain words only with a capital and a colon
    r"(?<=\s)(?P<credit>(?:(?:Photo|Picture|Pic|Image|Credit)s?(?: (?:[Cc]redit|[Cc]ourtesy|"
    r"[Ss]ource|by))?\s?:|©|&copy;)\s{0,2}[A-Z@][^.!?]{1,70}[.)]?)\s{0,4}$"
)
_WORDY = r"[A-ZÀ-Þ][\w.'’-]*"
_SLASHED = re.compile(
    rf"(?:(?<=[.!?…\"”’')|])|(?<=[.!?] ))\s*(?P<credit>(?:{_WORDY}(?: {_WORDY}){{0,4}}|"
    rf"[a-z]{{2,4}})(?:\s?[/|]\s?(?:[\w.'’&-]+(?: [\w.'’&-]+){{0,4}})){{1,4}})\s*\.?$"
)
_BY_OUTLET = re.compile(rf"{_WORDY}(?: {_WORDY}){{1,3}} ?/ ?{_WORDY}(?: [\w.'’&-]+){{0,4}}")  # (Ana Ruiz/The Echo)
_BY_NAME = re.compile(r"[A-Z][\w .'’&-]{1,40}: [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")  # (The Echo: Ana Ruiz)
_REPORTS = re.compile(r"\b(?:said|says|told|added|warned|asked|announced)\b|\"")
_SAYS = re.compile(r"\b(?:said|says|told|added|warned|asked|announced|wrote|insisted|according to)\b")
_LABELS = re.compile(r"\W*(?:caption|image|photo|picture|video|file|pictured)\b", re.IGNORECASE)
_REACH = 200  # characters at the end of a line in which its credit is looked for
_MAX_WORDS = 90
_CREDIT_WORDS = 6  # a longer sentence in brackets is part of the text


def credit_start(text: str) -> int | None:
    """Where, in a line as printed, a picture's credit at its end begins; None if there is none."""
    reach = max(0, len(text) - _REACH)
    tail = text[reach:]
    for pattern, certain in ((_BRACKETED, False), (_LABELLED, True), (_LOOSE, True), (_SLASHED, False)):
        match = pattern.search(tail)
        if match is not None and (certain or _is_credit(match.group(1))):
            return reach + (match.start() if pattern is _BRACKETED else match.start("credit"))
    return None


def names_agency_alone(credit: str) -> bool:
    """Whether a credit is an agency's bare name, which may also sign a report off: "(AFP)"."""
    return any_credit().fullmatch(credit.strip(" .()[]-–—")) is not None


def is_credit(segment: Segment) -> bool:
    """Whether a line is a picture's credit and nothing else."""
    if cues()[Role.CREDIT].match(segment.plain.rstrip(".")) and len(segment.words) <= 16:
        return True
    return credit_start(segment.plain) == 0


def looks_like_caption(segment: Segment) -> bool:
    """Whether a line by itself shows that it is a caption: its label, "left", "pictured", a file photo."""
    if len(segment.words) > _MAX_WORDS or not cues()[Role.CAPTION].match(segment.plain):
        return False
    return is_labelled(segment) or not reports(segment)


def is_labelled(segment: Segment) -> bool:
    """Whether a line begins by saying that it is a caption."""
    return _LABELS.match(segment.plain) is not None and cues()[Role.CAPTION].match(segment.plain)


def quotes(segment: Segment) -> bool:
    """Whether somebody is quoted in a line and named as saying it."""
    return segment.plain.count('"') >= 2 and _SAYS.search(segment.plain) is not None


def reports(segment: Segment) -> bool:
    """Whether somebody speaks in a line, as seldom in a caption."""
    return _REPORTS.search(segment.plain) is not None


def _is_credit(inner: str) -> bool:
    """Whether words in brackets or behind a caption's full stop name a picture's source."""
    if len(inner.split()) > 16 or (inner.rstrip()[-1:] in ".!?" and len(inner.split()) > _CREDIT_WORDS):
        return False
    return (
        _WORD.search(inner) is not None
        or any(form.fullmatch(inner.strip()) for form in (_BY_NAME, _BY_OUTLET))
        or (("/" in inner or "|" in inner) and any_credit().search(inner) is not None)
        or names_agency_alone(inner)
    )
