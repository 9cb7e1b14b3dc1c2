"""Lines that hold two things are cut in two: byline and date, text and pointer, headline and outlet, glued tails."""

import re

from readout.clean import bylines, prose, publishing_dates
from readout.clean.draft import Draft
from readout.clean.lexicon import cues
from readout.clean.segments import Segment
from readout.model.text import Role

_GLUED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")
_POINTER = re.compile(
    r"(?<=[.!?\"”’)])\s{1,9}(?=(?:[\[(»>▶]\s*)?(?:read (?:more|also|next|too)|also "
    r"read|see also|related(?: (?:story|article|stories|articles|news))?|watch|must "
    r"read|more)\s*[:|»>])",
    re.IGNORECASE,
)
_PARTED = re.compile(r"(?<!\s)(?:\s{1,9}[|–—-]\s{1,9}|\s{1,9}[|•·]\s{0,9}|[|•·]\s{1,9})")
_BAR = re.compile(r"(?<!\s)(?:\s{0,9}[|•·]\s{0,9}|\s{1,9}[-–—/]\s{1,9})")
_BY_BEHIND = re.compile(r"[\s|•·,–—-]{1,6}(?=by [A-Z])", re.IGNORECASE)
_POST = re.compile(r"\W{0,3}\S.{0,60}\(@\w+\)")  # a post's signature, whose day is not the article's
_SUBJECT = re.compile(r"(?:>\s*)?subject\s*:\s*(?:(?:fwd?|re|fw)\s*:\s*)*", re.IGNORECASE)
_DRESSING = " |·•,-–—(/"
_LEGAL = (
    r"(?:(?:Copyright|©|\(c\))[^.]{3,90}(?:\.(?! )[^.]{1,40})?\.|[^.!?]{0,60}\b[Aa]ll "
    r"[Rr]ights [Rr]eserved\.|This material may not be [^.]{5,120}\.|"
    r"Please (?:enable|turn on) [Jj]ava[Ss]cript to [^.]{3,60}?(?:\.|video)|This story has been updated\.)"
)
_LEGAL_HEAD = re.compile(rf"(?:{_LEGAL}\s{{1,9}})+")
_LEGAL_END = re.compile(rf"(?<=[.!?\"”’)])\s(?=(?:{_LEGAL}\s{{0,9}})+$)")
_LEGAL_REACH = 500
_WHOLE_REPORT_WORDS = 50
_TAIL_WORDS = 8
_HEAD_WORDS = 26
_PART_WORDS = 8
_SUBJECT_WORDS = 4


def cut(draft: Draft) -> None:
    """Cut every line that holds two things."""
    _cut_window_title(draft)
    index = 0
    while index < len(draft):
        at = _cut_point(draft, draft.segments[index])
        if at is None:
            index += 1
        else:
            before = len(draft)
            draft.split(index, at)
            index += 1 if len(draft) == before else 0
            if len(draft) != before and _cut_point(draft, draft.segments[index]) is None:
                index += 1


def _cut_point(draft: Draft, segment: Segment) -> int | None:
    text = draft.text[segment.start : segment.end]
    for find in (_subject, _legal_head, _legal_end, _glued, _pointer, _dated, _parts):
        at = find(segment, text)
        if at is not None and 0 < at < len(text):
            return segment.start + at
    return None


def _glued(segment: Segment, text: str) -> int | None:
    """A signpost glued to the end of a sentence when markup was thrown away ("... agency.Top Story")."""
    found = list(_GLUED.finditer(text))
    if not found:
        return None
    tail = text[found[-1].start() :]
    short = len(tail.split()) <= _TAIL_WORDS and not re.search(r"[.!?\"”]$", tail)
    return found[-1].start() if short and not re.search(r"https?://|www\.", text) and len(segment.words) > 4 else None


def _legal_head(segment: Segment, text: str) -> int | None:
    """The end of the legal and technical sentences with which a report on one line begins."""
    if len(segment.words) < _WHOLE_REPORT_WORDS:
        return None
    match = _LEGAL_HEAD.match(text)
    return match.end() if match is not None and match.end() > 0 else None


def _legal_end(segment: Segment, text: str) -> int | None:
    """The beginning of the legal sentences with which a report on one line ends."""
    if len(segment.words) < _WHOLE_REPORT_WORDS:
        return None
    reach = max(0, len(text) - _LEGAL_REACH)
    match = _LEGAL_END.search(text, reach)
    return match.start() if match is not None else None


def _pointer(segment: Segment, text: str) -> int | None:
    match = _POINTER.search(text)
    if match is None or len(segment.words) < 5:
        return None
    tail = text[match.end() :]
    return match.end() if len(tail.split()) <= 30 and cues()[Role.RELATED].match(" ".join(tail.split())) else None


def _dated(segment: Segment, text: str) -> int | None:
    """A byline and a date on one line, in either order."""
    if len(segment.words) > _HEAD_WORDS or prose.is_strong(segment):
        return None
    by = _BY_BEHIND.search(text)
    if by is not None and publishing_dates.is_date_line(text[: by.start()].strip(_DRESSING)):
        return by.end()
    at = None if _POST.match(text) else publishing_dates.date_start(text)
    if at is None:
        return None
    head = text[:at].strip(_DRESSING)
    return at if bylines.is_byline(head) or bylines.is_name_line(head) else None


def _parts(segment: Segment, text: str) -> int | None:
    """Short things strung together with bars or dots, one of them a byline or a date."""
    if len(segment.words) > _HEAD_WORDS or prose.is_strong(segment):
        return None
    bars = list(_BAR.finditer(text))
    parts = [part.strip(_DRESSING) for part in _BAR.split(text)]
    if not bars or any(len(part.split()) > _PART_WORDS for part in parts):
        return None
    telling = [publishing_dates.is_date_line(part) or bylines.is_byline(part) for part in parts]
    if not any(telling) or all(map(publishing_dates.is_date_line, filter(None, parts))):
        return None
    return bars[0].end() if bars[0].end() < len(text) else None


def _subject(_: Segment, text: str) -> int | None:
    """The subject of a forwarded message, which is the headline."""
    match = _SUBJECT.match(text)
    return match.end() if match is not None and len(text[match.end() :].split()) >= _SUBJECT_WORDS else None


def _cut_window_title(draft: Draft) -> None:
    """Cut "Headline | Outlet" where the headline stands again below or the outlet is a few words."""
    if not draft.segments:
        return
    first = draft.segments[0]
    text = draft.text[first.start : first.end]
    parts = list(_PARTED.finditer(text))
    if not parts or prose.is_strong(first) or first.ends_sentence:
        return
    others = {_key(other.plain) for other in draft.segments[1:12]}
    for part in parts:
        if _key(text[: part.start()]) in others:
            draft.split(0, first.start + part.start())
            return
    last = parts[-1]
    tail = text[last.end() :].split()
    if "|" in last.group() and 1 <= len(tail) <= 5 and len(text[: last.start()].split()) >= 5:
        draft.split(0, first.start + last.start())


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
