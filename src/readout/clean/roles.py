"""The role of each piece of a text, decided in passes from the surest signs to the weakest.

First what a line says by itself (its markup, its words, its shape), then where the running text lies, then what the
lines around it are by their place: above the text, between its paragraphs, below it.
"""

import re
from collections.abc import Callable, Sequence

from readout.clean import agencies, bylines, captions, heads, prose, publishing_dates, pull_quotes, tails
from readout.clean.cutting import cut
from readout.clean.draft import Draft
from readout.clean.features import line_features
from readout.clean.lexicon import cues
from readout.clean.segments import Segment, segments
from readout.clean.tagger import tag
from readout.model.text import Block, Page, Role

_MARKUP = {
    "h1": Role.HEADLINE,
    "figcaption": Role.CAPTION,
    "time": Role.DATE,
    "address": Role.BYLINE,
    "nav": Role.NAVIGATION,
    "footer": Role.NAVIGATION,
    "pre": Role.NAVIGATION,
}
_LINE_CUES = (Role.URL, Role.CREDIT, Role.NAVIGATION, Role.PROMO, Role.RELATED, Role.NOTE)
_ABOUT_THE_TEXT = re.compile(
    r"^\W*(?:this (?:article|story|report|piece|post|column|version|content|text|"
    r"item|is a)|(?:the|a|an) (?:post|article|story|above|earlier version|version|"
    r"writer|author|views|opinions)|"
    r"article|story|copyright|©|\(c\)|additional|re-?printed|re-?published|originally|"
    r"first published|with |reporting|written|editing|edited|correction|clarification|"
    r"editor|note|disclaimer|for more|to (?:learn|find)|all rights|"
    r"[A-Z][\w.]*(?: [A-Z][\w.]*)+ (?:\(.{1,30}\) )?(?:contributed|is an? (?:\S+ "
    r"){0,4}(?:news|reporter|correspondent|editor|writer|columnist|journalist))|"
    r"(?:[A-Z][\w.'-]+ ){2}.{0,200}\bcontributed\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:newsletters?|subscri\w+|inbox|cookies?|sign(?:ing)? up|account|notifications?|"
    r"members?(?:hip)?|donat\w+|journalism|privacy|follow us|download|app|e-?mail|"
    r"personal data|advertis\w+|partners)\b",
    re.IGNORECASE,
)
_CROSSHEAD_WORDS = 9
_CAPTION_REACH = 70  # words; a picture's credit at the end of more does not make them its caption
_RUN = 3  # short closed sentences in a row are a text of short paragraphs
_SHOWN_ALONE = re.compile(r"(?:image|photo|picture|video|media)? ?caption\s*[:,]?|caption\s*[:,]?", re.IGNORECASE)
_HANDS_OVER = re.compile(
    r"\b(?:ha(?:s|ve) (?:the|this|more|the full) (?:story|report|details)|ha(?:s|"
    r"ve) more|reports?|has this report) ?:$",
    re.IGNORECASE,
)
_INTRODUCTION_WORDS = 60
_ASIDE_WORDS = 75
_BLURB_WORDS, _BLURB_REACH = 40, 60
_PULLED_WORDS = 45
_CAPTION_WORDS = 45
_FURNITURE = {Role.NOTE, Role.PROMO, Role.RELATED, Role.NAVIGATION, Role.BYLINE, Role.DATE, Role.CREDIT, Role.URL}
_MENU_LINES = 3
_POINTS = 7
_HANDLE = re.compile(r"(?<!\w)@\w+")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_TURN = re.compile(r"(?:Q|A|[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,2})\s?[:.]\s\S")  # an interview's or a transcript's
_HEADER = re.compile(r"(?:from|to|cc|sent|date|subject|reply-to)\s*:", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:key (?:points|takeaways|facts|developments|findings)|at a glance|in (?:brief|"
    r"short|summary)|highlights|summary|story highlights|what (?:we|you need to) "
    r"know|the (?:gist|lowdown|facts)|main points|tl;?dr)\s*:?",
    re.IGNORECASE,
)


def find_blocks(page: Page) -> tuple[Block, ...]:
    """Every piece of the page's text with its role; the blocks together hold all that is not white space.

    Hand-written passes give each piece a role; a tagger that has learnt from labelled pages takes these as evidence
    beside the line's words and neighbours, and decides what neither markup nor repetition has settled.
    """
    draft = by_rules(page)
    tagged = tag(line_features(draft, draft.roles))
    roles = [_settled(draft, tagged, index) for index in range(len(draft))]
    for needed in (Role.HEADLINE, Role.PARAGRAPH):
        if needed not in roles:
            roles = [rule if rule is needed else role for role, rule in zip(roles, draft.roles, strict=True)]
    blocks = [Block(role, segment.start, segment.end) for segment, role in zip(draft.segments, roles, strict=True)]
    return _joined(blocks, draft.segments)


def _settled(draft: Draft, tagged: Sequence[Role], index: int) -> Role:
    """The tagger's role, but for what needs no second opinion and for what it may not set aside."""
    segment, rule, found = draft.segments[index], draft.roles[index], tagged[index]
    if rule is None or rule is found:
        return found
    sure = segment.tag or rule in {Role.URL, Role.PULL_QUOTE} or _is_sure(draft, index, found)
    spoken = rule is Role.PARAGRAPH and prose.is_strong(segment) and captions.quotes(segment)
    lone = rule is Role.PARAGRAPH and found in _FURNITURE and not _beside_furniture(draft, tagged, index)
    crosshead = rule is Role.SUBHEAD and found is Role.PARAGRAPH and _stands_alone(draft, tagged, index)
    boxed = rule is Role.PROMO and found is Role.NAVIGATION and _in_offer(draft, tagged, index)
    return rule if sure or spoken or lone or crosshead or boxed else found


def _is_sure(draft: Draft, index: int, found: Role) -> bool:
    """Whether a line's own form tells its role: a caption with its label or its credit, a formula as a whole."""
    segment, rule = draft.segments[index], draft.roles[index]
    formula = rule is not None and rule in cues() and cues()[rule].whole_match(segment.plain)
    if rule is Role.CAPTION:
        return formula or captions.is_labelled(segment) or _has_credit(draft, index)
    if rule is Role.CREDIT:
        return index > 0 and draft.roles[index - 1] is Role.CAPTION and _has_credit(draft, index - 1)
    if rule is Role.HEADLINE:
        return _is_printed_again(draft, index)
    if rule is Role.NOTE:  # an introduction that hands over to an agency's report, a line about the author
        return segment.plain.endswith(":") or tails.tells_of_author(draft, index)
    if rule is Role.BYLINE or found is Role.BYLINE:
        return found is Role.BYLINE and segment.plain.islower()
    if rule is Role.SUBHEAD and found is Role.HEADLINE:
        return index > 0 and draft.roles[index - 1] is Role.HEADLINE
    return formula and (rule in {Role.PROMO, Role.RELATED} or found in {Role.PARAGRAPH, Role.CAPTION})


def _in_offer(draft: Draft, tagged: Sequence[Role], index: int) -> bool:
    """Whether the box that a line belongs to by the rules holds a line that the tagger, too, reads as asking."""
    first = last = index
    while first > 0 and draft.roles[first - 1] is Role.PROMO:
        first -= 1
    while last + 1 < len(draft) and draft.roles[last + 1] is Role.PROMO:
        last += 1
    return Role.PROMO in tagged[first : last + 1]


def _is_printed_again(draft: Draft, index: int) -> bool:
    """Whether a line repeats the headline between the headline and the text."""
    before = [i for i in draft.indices(Role.HEADLINE) if i < index]
    body = draft.indices(Role.PARAGRAPH)
    return bool(before and body) and index < body[0] and draft.segments[before[0]].plain == draft.segments[index].plain


def _beside_furniture(draft: Draft, tagged: Sequence[Role], index: int) -> bool:
    """Whether a line next to this one is no running text by the rules and the tagger alike.

    A text that stands bare has nothing to set aside, however its last lines sound.
    """
    around = [i for i in (index - 1, index + 1) if 0 <= i < len(draft)]
    return any(draft.roles[i] in _FURNITURE and tagged[i] in _FURNITURE for i in around)


def _has_credit(draft: Draft, index: int) -> bool:
    """Whether a bracketed credit closes a caption's line."""
    following = index + 1
    return (
        following < len(draft)
        and draft.roles[following] is Role.CREDIT
        and draft.segments[following].gap == 0
        and draft.segments[following].plain.rstrip(".").endswith((")", "]"))
    )


def _stands_alone(draft: Draft, tagged: Sequence[Role], index: int) -> bool:
    """Whether a line is short, open-ended and between two paragraphs."""
    segment = draft.segments[index]
    short = len(segment.words) <= _CROSSHEAD_WORDS and not segment.plain.endswith(".")
    return short and all(tagged[i] is Role.PARAGRAPH for i in (index - 1, index + 1) if 0 <= i < len(tagged))


def by_rules(page: Page) -> Draft:
    """The page's pieces with the roles that the passes give them."""
    draft = Draft(page.text, page.metadata, list(segments(page)))
    cut(draft)
    for decide in _PASSES:
        decide(draft)
    return draft


def _by_markup(draft: Draft) -> None:
    """What HTML or Markdown says outright."""
    for index, segment in draft.open():
        draft.roles[index] = _MARKUP.get(segment.tag)
    for index in draft.indices(Role.CAPTION):
        if captions.is_credit(draft.segments[index]):
            draft.roles[index] = Role.CREDIT


def _by_words(draft: Draft) -> None:
    """What a line says of itself: addresses, dates, credits, bylines, requests, pointers, notes."""
    for index, segment in draft.open():
        if prose.is_strong(segment):
            draft.roles[index] = _running_text_cue(segment) or (_box_cue(segment) if segment.tag == "aside" else None)
        else:
            draft.roles[index] = _line_cue(segment)


def _line_cue(segment: Segment) -> Role | None:
    line = segment.plain
    if segment.gap == 0 and segment.start > 0 and line[:1] in "|•·–—-" and publishing_dates.is_date_line(line) is False:
        return None if captions.is_credit(segment) or bylines.opens_with_by(line.lstrip("|•·–—- ")) else Role.NAVIGATION
    if publishing_dates.is_date_line(line):
        return Role.DATE
    if _starts(Role.NOTE, line):
        return Role.NOTE
    if cues()[Role.CAPTION].whole_match(line):
        return Role.CAPTION
    if captions.is_credit(segment) and not bylines.is_byline(line):
        return Role.CREDIT
    if bylines.is_byline(line):
        return Role.BYLINE
    for role in _LINE_CUES:
        if role in cues() and role is not Role.CREDIT and cues()[role].match(line):
            return role
    if segment.tag in {"a", "aside"}:
        return Role.RELATED
    return None


def _box_cue(segment: Segment) -> Role:
    """Running text in a box beside the text, which markup says is not the report's."""
    return Role.PROMO if _ASKS.search(segment.plain) else Role.RELATED


def _starts(role: Role, line: str) -> bool:
    start = cues()[role].start
    return start is not None and start.match(line) is not None


def _running_text_cue(segment: Segment) -> Role | None:
    """Sentences that are not the report's: about the text, asking for something, pointing elsewhere."""
    line = segment.plain
    if len(segment.words) > _ASIDE_WORDS:
        return None  # whole reports stand on one line that begins or ends with a legal notice
    if _starts(Role.NOTE, line) or (_ABOUT_THE_TEXT.match(line) and cues()[Role.NOTE].match(line)):
        return Role.NOTE
    if len(segment.words) <= _BLURB_WORDS and agencies.named(line[:_BLURB_REACH]) and cues()[Role.NOTE].match(line):
        return Role.NOTE
    if len(segment.words) <= _INTRODUCTION_WORDS and _HANDS_OVER.search(line):
        return Role.NOTE
    if _starts(Role.PROMO, line) and _ASKS.search(line):
        return Role.PROMO
    return Role.RELATED if _starts(Role.RELATED, line) and not segment.ends_sentence else None


def _parted_bylines(draft: Draft) -> None:
    """The word "By" on a line of its own and the name on the next."""
    for index in range(len(draft) - 1):
        line, following = draft.segments[index].plain, draft.segments[index + 1].plain
        if line.rstrip(":").lower() == "by" and draft.roles[index + 1] is None and bylines.is_name_line(following):
            draft.roles[index : index + 2] = [Role.BYLINE, Role.BYLINE]


def _labelled(draft: Draft) -> None:
    """The line under a label that stands alone: "Image caption,"."""
    for index in range(len(draft) - 1):
        alone = _SHOWN_ALONE.fullmatch(draft.segments[index].plain) is not None
        if alone and draft.roles[index] in {None, Role.CAPTION} and draft.roles[index + 1] is None:
            draft.roles[index : index + 2] = [Role.CAPTION, Role.CAPTION]


def _captions(draft: Draft) -> None:
    """Captions by their label, their credit or the credit line beside them."""
    _labelled(draft)
    index = 0
    last = max((i for i, each in enumerate(draft.segments) if prose.is_strong(each)), default=-1)
    while index < len(draft):
        segment = draft.segments[index]
        if draft.roles[index] in {None, Role.CAPTION} and not (index >= last and _signs_off(draft, segment)):
            start = captions.credit_start(draft.text[segment.start : segment.end])
            if start is not None and start > 0:
                draft.split(index, segment.start + start)
                shown = Role.CAPTION if len(draft.segments[index].words) <= _CAPTION_REACH else None
                draft.roles[index : index + 2] = [shown, Role.CREDIT]
                index += 1
            elif draft.roles[index] is None and captions.looks_like_caption(segment):
                draft.roles[index] = Role.CAPTION
        index += 1


def _signs_off(draft: Draft, segment: Segment) -> bool:
    """Whether the brackets at the end of a last paragraph name the agency rather than a photographer."""
    start = captions.credit_start(draft.text[segment.start : segment.end])
    return start is not None and captions.names_agency_alone(draft.text[segment.start + start : segment.end])


def _beside_credits(draft: Draft) -> None:
    """The caption above a credit that has a line of its own."""
    for index in draft.indices(Role.CREDIT):
        above = index - 1
        if above <= 0 or draft.roles[above] is not None:
            continue
        segment = draft.segments[above]
        if _HANDLE.search(draft.segments[index].plain):
            draft.roles[above] = Role.PARAGRAPH  # the words of a post, which its author's name signs
            continue
        close = (draft.segments[index].gap <= 1 or not prose.is_strong(segment)) and segment.tag != "p"
        if close and len(segment.words) <= _CAPTION_WORDS and not captions.reports(segment):
            draft.roles[above] = Role.CAPTION


def _body(draft: Draft) -> None:
    """The running text: long closed sentences, and the short ones among them."""
    for index, segment in draft.open():
        if prose.is_strong(segment) and segment.tag not in _HEADINGS:
            draft.roles[index] = Role.PARAGRAPH
    _short_paragraphs(draft)


def _short_paragraphs(draft: Draft) -> None:
    """Runs of short closed sentences, a paragraph each, as tabloids and broadcasters set them."""
    strong = bool(draft.indices(Role.PARAGRAPH))
    run: list[int] = []
    for index in range(len(draft) + 1):
        inside = index < len(draft) and draft.roles[index] is None and _is_short_paragraph(draft.segments[index])
        if inside:
            run.append(index)
            continue
        if len(run) >= (_RUN if strong else _RUN - 1):
            for each in run:
                draft.roles[each] = Role.PARAGRAPH
        run = []


def _is_short_paragraph(segment: Segment) -> bool:
    listed = segment.bullet or segment.tag in {"li", *_HEADINGS}
    asks = segment.plain.endswith("?")  # so do crossheads
    return not (listed or asks) and prose.is_weak(segment) and not captions.looks_like_caption(segment)


def _pull_quotes(draft: Draft) -> None:
    """Words of the text that stand twice, and quotations that nobody says."""
    body = draft.of(Role.PARAGRAPH)
    if not body:
        return
    first = draft.indices(Role.PARAGRAPH)[0]
    finder = pull_quotes.PullQuotes(body, draft.text)
    for index in range(first, len(draft)):
        boxed = draft.segments[index].tag == "aside" and draft.roles[index] is Role.RELATED
        if (draft.roles[index] in {None, Role.PARAGRAPH} or boxed) and _is_pull_quote(draft, index, finder):
            draft.roles[index] = Role.PULL_QUOTE
    for index in draft.indices(Role.PULL_QUOTE):
        if index + 1 < len(draft) and _names_who(draft, index + 1):
            draft.roles[index + 1] = Role.PULL_QUOTE


def _is_pull_quote(draft: Draft, index: int, finder: pull_quotes.PullQuotes) -> bool:
    segment = draft.segments[index]
    crosshead = not segment.ends_sentence and len(segment.words) <= 6 and not segment.plain.isupper()
    if (
        not crosshead
        and (draft.roles[index] is None or len(segment.words) <= _PULLED_WORDS)
        and finder.repeats(segment)
    ):
        return True
    before = next((draft.segments[i] for i in range(index - 1, -1, -1) if draft.roles[i] is Role.PARAGRAPH), None)
    return before is not None and finder.is_orphan(segment, before)


def _names_who(draft: Draft, index: int) -> bool:
    """Whether a line is the name under a pull-quote."""
    segment = draft.segments[index]
    return draft.roles[index] in {None, Role.BYLINE} and len(segment.words) <= 10 and not segment.ends_sentence


def _between(draft: Draft) -> None:
    """Open lines between the first paragraph and the last: short sentences, crossheads, items of lists."""
    body = draft.indices(Role.PARAGRAPH)
    if not body:
        return
    for index in range(body[0] + 1, tails.last_paragraph(draft)):
        if draft.roles[index] is None:
            draft.roles[index] = _place_between(draft, index)


def _place_between(draft: Draft, index: int) -> Role:
    segment = draft.segments[index]
    if _TURN.match(segment.plain):
        return Role.PARAGRAPH
    listed = segment.bullet or segment.tag == "li"
    heads_text = draft.roles[index + 1] is Role.PARAGRAPH or (
        draft.roles[index + 1] is None and prose.is_weak(draft.segments[index + 1])
    )
    short = len(segment.words) <= _CROSSHEAD_WORDS
    if segment.tag in _HEADINGS or (short and heads_text and segment.plain.endswith("?") and '"' not in segment.plain):
        return Role.SUBHEAD
    if (
        prose.is_weak(segment)
        or segment.plain.endswith(":")
        or (listed and not (len(segment.words) <= 4 and heads_text))
    ):
        return Role.PARAGRAPH
    if tails.goes_on(draft, index):
        return draft.roles[index - 1] or Role.NAVIGATION
    if short and heads_text:
        return Role.SUBHEAD
    if len(segment.words) <= 4:
        return Role.NAVIGATION
    if _in_list(draft, index):
        return Role.PARAGRAPH
    return Role.SUBHEAD if short else Role.CAPTION


def _in_list(draft: Draft, index: int) -> bool:
    """Whether an open line stands among others of its kind: a table or list of the text."""
    around = [i for i in (index - 1, index + 1) if 0 <= i < len(draft)]
    return any(
        draft.roles[i] in {None, Role.PARAGRAPH}
        and not draft.segments[i].ends_sentence
        and not prose.is_strong(draft.segments[i])
        for i in around
    )


def _stray_bylines(draft: Draft) -> None:
    """Names between paragraphs: an agency alone is a picture's credit, a person alone goes with the words above."""
    body = draft.indices(Role.PARAGRAPH)
    if not body:
        return
    for index in range(body[0] + 1, body[-1]):
        segment = draft.segments[index]
        if draft.roles[index] is not Role.BYLINE or bylines.opens_with_by(segment.plain):
            continue
        if captions.names_agency_alone(segment.plain):
            draft.roles[index] = Role.CREDIT
        elif segment.ends_sentence or segment.plain.endswith('"'):
            draft.roles[index] = Role.PARAGRAPH


def _messages(draft: Draft) -> None:
    """The header lines of a forwarded message."""
    headers = [i for i, each in enumerate(draft.segments) if _HEADER.match(each.plain)]
    for index in headers:
        if any(0 < abs(index - other) <= 4 for other in headers):
            draft.roles[index] = Role.NAVIGATION


def _menus(draft: Draft) -> None:
    """Runs of words alone on their lines above the text: the site's sections."""
    run: list[int] = []
    for index, segment in enumerate(draft.segments):
        if prose.is_strong(segment):
            break
        if draft.roles[index] in {None, Role.NAVIGATION, Role.PROMO} and len(segment.words) <= 3 and segment.gap <= 2:
            run.append(index)
            continue
        _mark_menu(draft, run)
        run = []
    _mark_menu(draft, run)


def _mark_menu(draft: Draft, run: list[int]) -> None:
    if len(run) >= _MENU_LINES:
        for index in run:
            draft.roles[index] = draft.roles[index] or Role.NAVIGATION


def _joined(blocks: list[Block], segments_: list[Segment]) -> tuple[Block, ...]:
    """Blocks, those of one role on one line joined again."""
    joined: list[Block] = []
    for block, segment in zip(blocks, segments_, strict=True):
        if joined and segment.gap == 0 and joined[-1].role is block.role:
            joined[-1] = Block(block.role, joined[-1].start, block.end)
        else:
            joined.append(block)
    return tuple(joined)


def _key_points(draft: Draft) -> None:
    """A box that sums the text up: its label and the items under it."""
    for index, segment in enumerate(draft.segments):
        if draft.roles[index] is None and _LABEL.fullmatch(segment.plain):
            draft.roles[index] = Role.SUBHEAD
            for item in range(index + 1, min(len(draft), index + 1 + _POINTS)):
                if prose.is_strong(draft.segments[item]) and not draft.segments[item].bullet:
                    break
                draft.roles[item] = Role.SUBHEAD


_PASSES: tuple[Callable[[Draft], None], ...] = (
    _by_markup,
    _messages,
    _by_words,
    _parted_bylines,
    _menus,
    _key_points,
    _captions,
    heads.decide_headline,
    _beside_credits,
    _body,
    heads.agency_headline,
    heads.above_the_text,
    _pull_quotes,
    _stray_bylines,
    _between,
    tails.author_line,
    tails.below_the_text,
)
