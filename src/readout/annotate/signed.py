"""Words that are given to somebody by print alone: a signed quotation (“…” ― Ana Orlova) and the turns of a transcript.

No verb of saying stands there, so the cue is the dash or the colon.
"""

import re
from collections.abc import Sequence

from readout.grammar.quotation import Quotation
from readout.model.notes import Attribution, Directness
from readout.model.text import TextSpan

_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w.’'-]*){0,5}"
_SIGNATURE = re.compile(rf"[\s,]*(?P<cue>[―—–]|--?)\s*(?P<source>{_NAME})(?:,\s[^.!?]{{1,80}})?[\s.]*\Z")
_TURN = re.compile(r"(?P<mark>[\"“'‘]{0,2})(?P<source>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?P<cue>:)\s+(?=\S)")
_CREDIT = re.compile(rf"(?P<source>{_NAME})(?P<cue>:)\s*\Z")
_TURNS = 3  # fewer lines of “NAME: …” may be datelines, notes or labels
_SCORE = 0.9


def signed(text: str, paragraphs: Sequence[TextSpan], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions by print alone, in the order of their paragraphs; spans of content take in quotation marks."""
    turns = [
        (paragraph, turn) for paragraph in paragraphs if (turn := _TURN.match(text, paragraph.start, paragraph.end))
    ]
    speakers = {turn["source"] for _, turn in turns}
    found = []
    if len(turns) >= _TURNS and len(speakers) < len(turns):
        found = [_made(TextSpan(turn.end(), paragraph.end), turn) for paragraph, turn in turns]
    taken = [span for one in found for span in one.content]
    for paragraph in paragraphs:
        whole = _alone(text, paragraph, quotations)
        if whole is not None and not any(span.overlaps(paragraph) for span in taken):
            found += whole
    return sorted(found, key=lambda one: one.content[0])


def _alone(text: str, paragraph: TextSpan, quotations: Sequence[Quotation]) -> list[Attribution] | None:
    """A paragraph that is one quotation and who signs it, or a headline's name, colon and quotation."""
    inside = [one for one in quotations if not one.depth and one.span.overlaps(paragraph)]
    if len(inside) != 1 or inside[0].span.start < paragraph.start:
        return None
    quotation = inside[0].span
    if quotation.start == paragraph.start and (after := _SIGNATURE.match(text, quotation.end, paragraph.end)):
        return [_made(quotation, after)]
    before = _CREDIT.match(text, paragraph.start, quotation.start)
    rest = text[quotation.end : paragraph.end].strip(" .")
    return [_made(quotation, before)] if before and not rest else None


def _made(content: TextSpan, match: re.Match[str]) -> Attribution:
    source, cue = (TextSpan(*match.span(part)) for part in ("source", "cue"))
    return Attribution(Directness.DIRECT, (content,), (source,), (cue,), _SCORE)
