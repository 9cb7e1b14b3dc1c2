"""The dateline at the head of a report: where it was filed, when, and for which agency."""

import re
from dataclasses import dataclass

from readout.clean.agencies import any_credit, short_name
from readout.grammar.dates import DateMatch, find_dates
from readout.model.text import TextSpan

_PLACE = (
    r"(?P<place>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|[A-ZÀ-Þ][\w.'’-]+)(?:[ /-](?:[A-ZÀ-Þ][\w.'’-]*|"
    r"de|la|le|of|the|del|los|al|es|upon|on|am)){0,4}(?:, (?:[A-ZÀ-Þ][\w.'’-]*\.?)(?: "
    r"[A-ZÀ-Þ][\w.'’-]*\.?){0,2})?)"
)
_WHEN = (
    r"(?P<when>[, ]+(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? "
    r")?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?,? \d{1,2}|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?)(?:,? "
    r"\d{4})?)"
)
_DASH = r"\s*(?:--?|–|—|―|:|\.\s?[-–—])\s+"
_FORMS = (
    # NAIROBI, March 3 (Xinhua) --   New Delhi, Jan 4 (PTI)   Lusaka (dpa) -
    re.compile(rf"{_PLACE}(?i:{_WHEN})?\s*[(\[](?P<who>[^()\[\]]{{2,60}})[)\]]\s*(?:--?|–|—|―|:)?\s*"),
    # MOSCOW, January 11. /TASS/.   Ulaanbaatar /MONTSAME/.
    re.compile(rf"{_PLACE}(?i:{_WHEN})?[.,]?\s*/\s?(?P<who>[^/\n]{{2,30}}?)\s?/\s*[.:–—-]*\s+"),
    # PORT ROYALE, St. Aubyn, Jul 8, CMC –
    re.compile(rf"{_PLACE}(?i:{_WHEN})(?:,?\s*(?P<who>[^()\[\]–—:,]{{2,40}}))?{_DASH}"),
    # LAHORE:   RIGA -   SAO PAULO, Brazil —
    re.compile(rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,40}}(?:, [A-ZÀ-Þ][\w.'’ -]{{1,25}})?){_DASH}"),
    # Houston — The decision
    re.compile(
        r"(?P<place>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}(?:, [A-ZÀ-Þ][\w.'’-]+)?)\s*(?:--|–|—)\s+(?=[A-Z\"“‘])"
    ),
)
_LABEL = re.compile(  # words set like a place in front of a text
    r"(?:exclusive|updated?|breaking|watch|opinion|analysis|video|live|interview|"
    r"fact[ -]?check|review|explainer|column|commentary|comment|q&a|q|a|note|editorial|"
    r"photos?|listen|correction|today|news|alert|abstract|full text|transcript)\b",
    re.IGNORECASE,
)
_OPENS_SENTENCE = re.compile(
    r"(?:on|in|at|for|as|after|before|when|while|if|but|and|with|by|from|since|during)\b", re.IGNORECASE
)
_UPPER_LETTERS = 3
_ABBREVIATED = 3  # letters and full stop of a state's or province's short name in capitals
_REACH = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` covers all of it; `agency` is a short name; `agency_span` and `date` where they stand."""

    span: TextSpan
    place: TextSpan
    agency: str | None
    agency_span: TextSpan | None
    date: DateMatch | None


def find_dateline(text: str, paragraph: TextSpan) -> Dateline | None:
    """The dateline with which a paragraph begins, or None."""
    quoting = re.match(r"[> ]*", paragraph.of(text))  # a forwarded message's marks
    paragraph = TextSpan(paragraph.start + (quoting.end() if quoting else 0), paragraph.end)
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _REACH)]
    for form in _FORMS:
        match = form.match(head)
        if match is None:
            continue
        if _LABEL.match(match.group("place")) or _OPENS_SENTENCE.match(match.group("place")):
            continue
        who = match.groupdict().get("who")
        credit = any_credit().search(who) if who else None
        dates = find_dates(text, paragraph.start, paragraph.start + match.end())
        if (
            who
            and re.search(r"[(\[/]", match.group())
            and credit is None
            and not dates
            and not _begins_upper(match.group("place"))
        ):
            continue
        place = TextSpan(paragraph.start + match.start("place"), paragraph.start + match.end("place"))
        who_start = paragraph.start + match.start("who") if credit else 0
        return Dateline(
            TextSpan(paragraph.start, paragraph.start + match.end()),
            _trimmed(text, place),
            short_name(credit.group()) if credit else None,
            TextSpan(who_start + credit.start(), who_start + credit.end()) if credit else None,
            dates[0] if dates else None,
        )
    return None


def _begins_upper(place: str) -> bool:
    first = place.split(",", maxsplit=1)[0]
    return first.isupper() and len(first) >= _UPPER_LETTERS


def _trimmed(text: str, span: TextSpan) -> TextSpan:
    place = re.split(r"-(?=\d)", span.of(text), maxsplit=1)[0]
    bare = place.rstrip(" ,-–—:")
    last = bare.rsplit(maxsplit=1)[-1]
    if last.endswith(".") and last[:-1].isupper() and last[:-1].isalpha() and len(last) > _ABBREVIATED:
        bare = bare[:-1]  # "KYIV. Jan 11", and not "BEDFORD, N.H."
    return TextSpan(span.start, span.start + len(bare))
