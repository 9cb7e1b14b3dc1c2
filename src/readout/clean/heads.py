"""What stands above the running text: the headline wherever it is printed, kickers, standfirst, byline by its place."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from readout.clean import bylines, prose
from readout.clean.datelines import find_dateline
from readout.clean.draft import Draft
from readout.clean.lexicon import word_list
from readout.clean.outlets import outlet_word
from readout.clean.segments import Segment
from readout.model.text import Role

_KEY = re.compile(r"\W+")
_SAME = 92  # ratio of two printings of one headline
_HEADLINE_WORDS = range(2, 36)
_FULL_HEADLINE_WORDS = 5
_LEAD = 3  # paragraphs whose words a headline takes up
_TITLE_SENTENCE_WORDS = 20
_TITLE_CASE = 0.75
_WITHIN = re.compile(r"[.!?] [A-Z]")
# What running text has and headlines leave out: articles before nouns, reported speech, the day.
_NEWS_STYLE = re.compile(
    r"\b(?:said|says he|says she|told|according to|the|an?|on (?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|was|were|"
    r"had been|has been|have been)\b",
    re.IGNORECASE,
)
_KICKER_WORDS = 3
_CANDIDATES = 40  # a headline stands among the first lines
_INTRODUCTION_PARAGRAPHS = 5
_INTRODUCTION_WORDS = 150  # an outlet's own words above an agency's headline are few
_DISPLACED = {Role.NAVIGATION, Role.RELATED, Role.PROMO, None}


def decide_headline(draft: Draft) -> None:
    """Find the headline above the text and mark every printing of it."""
    chosen = _from_metadata(draft)
    if chosen is None:
        marked = draft.indices(Role.HEADLINE)
        chosen = marked[0] if marked else _by_shape(draft)
    if chosen is None:
        return
    draft.roles[chosen] = Role.HEADLINE
    wanted = _key(draft.segments[chosen])
    for index, segment in enumerate(draft.segments):
        if draft.roles[index] in _DISPLACED and fuzz.ratio(_key(segment), wanted) >= _SAME:
            draft.roles[index] = Role.HEADLINE


def agency_headline(draft: Draft) -> None:
    """An agency's own headline, printed above its dateline under an introduction by the outlet."""
    body = draft.indices(Role.PARAGRAPH)
    for index in body[:_INTRODUCTION_PARAGRAPHS]:
        above = _line_above(draft, index)
        if above < 0 or find_dateline(draft.text, draft.segments[index].span) is None:
            continue
        introduction = [
            i
            for i in range(above)
            if draft.roles[i] in {Role.PARAGRAPH, Role.NOTE} and prose.is_strong(draft.segments[i])
        ]
        words = sum(len(draft.segments[i].words) for i in introduction)
        if (
            introduction
            and draft.roles[above] is None
            and words <= _INTRODUCTION_WORDS
            and _is_headline_shape(draft.segments[above])
        ):
            draft.roles[above] = Role.HEADLINE
            for each in introduction:
                draft.roles[each] = Role.NOTE
        return


def _line_above(draft: Draft, index: int) -> int:
    """The line above a paragraph, passing over bylines and dates; -1 if there is none."""
    above = index - 1
    while above >= 0 and draft.roles[above] in {Role.BYLINE, Role.DATE}:
        above -= 1
    return above


def above_the_text(draft: Draft) -> None:
    """Open lines above the first paragraph: kickers, standfirsts, bare names, captions."""
    body = draft.indices(Role.PARAGRAPH)
    headline = draft.indices(Role.HEADLINE)
    end = body[0] if body else len(draft)
    start = headline[0] if headline else -1
    for index in range(end):
        if draft.roles[index] is None:
            draft.roles[index] = _place_above(draft, index, start, end)
    _standfirst_sentence(draft, start)


def _place_above(draft: Draft, index: int, headline: int, end: int) -> Role:
    segment = draft.segments[index]
    below = index > headline >= 0
    words = len(segment.words)
    if below and _names_author(draft, index):
        return Role.BYLINE
    if below and index == end - 1 and words <= _KICKER_WORDS and segment.plain.isupper() and end < len(draft):
        return Role.BYLINE  # a dateline on a line of its own
    if segment.bullet or segment.tag == "li":
        return Role.SUBHEAD
    if words <= _KICKER_WORDS or (not below and not segment.ends_sentence):
        return Role.NAVIGATION
    if _meta_between(draft, index, end) or not _meta_between(draft, headline, index):
        return Role.PARAGRAPH if segment.ends_sentence and index == end - 1 else Role.SUBHEAD
    return Role.PARAGRAPH if prose.is_weak(segment) and index == end - 1 else Role.CAPTION


def _names_author(draft: Draft, index: int) -> bool:
    line = draft.segments[index].plain
    if bylines.is_name_line(line):
        return _beside(draft, index, {Role.DATE, Role.BYLINE, Role.HEADLINE, Role.SUBHEAD})
    return bylines.is_filed_line(line) and _beside(draft, index, {Role.DATE})


def _standfirst_sentence(draft: Draft, headline: int) -> None:
    """A full sentence between headline and byline sums the text up; it does not begin it."""
    body = draft.indices(Role.PARAGRAPH)
    if headline < 0 or len(body) < 3 or body[0] < headline:
        return
    first = body[0]
    if (
        len(draft.segments[first].words) <= 45
        and _meta_between(draft, first, body[1])
        and not _meta_between(draft, headline, first)
    ):
        draft.roles[first] = Role.SUBHEAD


def _meta_between(draft: Draft, start: int, end: int) -> bool:
    return any(draft.roles[index] in {Role.BYLINE, Role.DATE} for index in range(start + 1, end))


def _beside(draft: Draft, index: int, roles: set[Role]) -> bool:
    around = [draft.roles[i] for i in (index - 1, index + 1) if 0 <= i < len(draft)]
    return any(role in roles for role in around)


def _from_metadata(draft: Draft) -> int | None:
    if draft.metadata.title is None:
        return None
    wanted = _KEY.sub(" ", draft.metadata.title.lower()).strip()
    for index, segment in enumerate(draft.segments[:20]):
        if draft.roles[index] in {*_DISPLACED, Role.HEADLINE} and fuzz.ratio(_key(segment), wanted) >= _SAME:
            return index
    return None


def _by_shape(draft: Draft) -> int | None:
    """The line that looks most like the headline among the open lines above the text."""
    if _is_title_sentence(draft):
        return 0
    end = next((i for i, each in draft.open() if prose.is_strong(each)), len(draft))
    shaped = [i for i in range(end) if draft.roles[i] is None and _is_headline_shape(draft.segments[i])][:_CANDIDATES]
    if not shaped:
        return None
    notes = [i for i in draft.indices(Role.NOTE) if prose.is_strong(draft.segments[i])]
    candidates = [
        i for i in shaped if not notes or i < notes[0]
    ] or shaped  # an agency's own stands below the introduction
    full = [i for i in candidates if len(draft.segments[i].words) >= _FULL_HEADLINE_WORDS]
    late = {index: rank for rank, index in enumerate(full)}  # a standfirst stands below its headline
    lead = {word for segment in draft.segments[end : end + _LEAD] for word in _content(segment)}
    last = {_key(segment): index for index, segment in enumerate(draft.segments)}
    return max(candidates, key=lambda i: (_headline_score(draft, i, lead, last) - 0.4 * late.get(i, 0), -i))


def _headline_score(draft: Draft, index: int, lead: set[str], last: Mapping[str, int]) -> float:
    """How much a line looks like a headline: its length, its words in the lead, a second printing, what follows it.

    `last`: where a line's words are printed for the last time.
    """
    segment = draft.segments[index]
    words = _content(segment)
    score = sum(word in lead for word in words) / max(3, len(words))
    score += 0.5 if len(segment.words) >= _FULL_HEADLINE_WORDS else 0.1 * len(segment.words)
    if last[_key(segment)] > index:
        score += 1.0
    if any(role in {Role.DATE, Role.BYLINE} for role in draft.roles[index + 1 : index + 4]):
        score += 0.25
    if segment.tag.startswith("h"):
        score += 0.5
    return score - (0.8 if outlet_word().search(segment.plain) and len(segment.words) <= _FULL_HEADLINE_WORDS else 0.0)


def _content(segment: Segment) -> set[str]:
    known = word_list("function_words") | word_list("small_words")
    return {word[:6] for word in _key(segment).split() if word not in known and len(word) > 2}


def _is_headline_shape(segment: Segment) -> bool:
    return (
        len(segment.words) in _HEADLINE_WORDS
        and not segment.plain.endswith((".", ":", ",", ";"))
        and not (segment.plain[:1] in "\"'" and segment.plain.rstrip("\"'").endswith("."))
        and not segment.bullet
        and segment.plain[:1] not in "(["
        and not segment.plain[:1].islower()
    )


def _is_title_sentence(draft: Draft) -> bool:
    """A first line that heads the text but is closed with a full stop, as some archives store headlines.

    It is one short sentence with nobody speaking in it, a longer paragraph follows, and it is set as a title, stands
    above a dateline, or takes its words from the paragraphs below.
    """
    if len(draft) < 2 or draft.roles[0] is not None:
        return False
    first, second = draft.segments[:2]
    dateline = find_dateline(draft.text, first.span)
    if dateline is not None and ":" not in dateline.span.of(draft.text):
        return False
    if first.plain[-1:] not in ".;" or '"' in first.plain or len(first.words) * 3 > len(second.words) * 2:
        return False
    if len(first.words) > _TITLE_SENTENCE_WORDS or _WITHIN.search(first.plain[:-1]):
        return False
    if prose.title_case_share(first) >= _TITLE_CASE or find_dateline(draft.text, second.span) is not None:
        return True
    below = {word for segment in draft.segments[1 : 1 + _LEAD] for word in _content(segment)}
    words = _content(first)
    return (
        second.gap > 1
        and len(words) >= 3
        and sum(word in below for word in words) >= 0.5 * len(words)
        and _NEWS_STYLE.search(first.plain) is None
    )


def _key(segment: Segment) -> str:
    return _KEY.sub(" ", segment.plain.lower()).strip()
