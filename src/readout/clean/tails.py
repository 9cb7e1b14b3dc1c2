"""What stands below the running text, and boxes that go on over several lines."""

import re

from readout.clean import bylines, prose
from readout.clean.biographies import author_named
from readout.clean.draft import Draft
from readout.model.text import Role

_BOXES = {Role.RELATED, Role.PROMO, Role.NAVIGATION}
_COMMENTS = re.compile(
    r"\b(?:comments?|have your say|join the (?:conversation|discussion)|leave a reply)\b", re.IGNORECASE
)
_LABEL_WORDS = 6
_TEXT_PARAGRAPHS = 4
_BOXES_AT_END, _LITTLE_WORDS, _MOST = 2, 120, 0.7
_BOX_LABEL_WORDS = 3  # "Advertisement" alone opens no box
_HOUSE = re.compile(
    r"\b(?:this (?:site|website|page|excerpt|group|newspaper)|external sites|to (?:our "
    r"|its )?(?:subscribers|readers)|press contact|for interviews|b-roll|"
    r"our (?:journalists|reporters|readers|website|newsletters?|team|app|editors|newsroom|standards|coverage|work))\b",
    re.IGNORECASE,
)
_BIO = re.compile(r"(?:is|was|has|covers|writes|reports|works|can be|joined|lives)\b")


def goes_on(draft: Draft, index: int) -> bool:
    """Whether an open line belongs to the box above it: listed headlines under "Most read", a newsletter's lines."""
    above = draft.roles[index - 1]
    segment = draft.segments[index]
    if above not in {Role.RELATED, Role.PROMO} or segment.ends_sentence or segment.gap > 2:
        return False
    label = draft.segments[index - 1]
    if above is Role.PROMO:
        return segment.gap <= 1 and len(segment.words) <= _LABEL_WORDS and len(label.words) >= _BOX_LABEL_WORDS
    is_list = len(label.words) <= _LABEL_WORDS or label.gap <= 1
    return is_list and segment.gap <= 1 and ":" not in label.plain.rstrip(":")


def below_the_text(draft: Draft) -> None:
    """Everything open below the last paragraph, by what stands above it."""
    if not draft.indices(Role.PARAGRAPH):
        _only_boxes(draft)
        return
    start = last_paragraph(draft)
    context: Role | None = None
    comments = False
    for index in range(start, len(draft)):
        segment, role = draft.segments[index], draft.roles[index]
        if role in _BOXES and segment.plain != ">":
            comments = comments or (role is Role.NAVIGATION and _COMMENTS.search(segment.plain) is not None)
            context = role
        elif role is Role.NOTE and len(segment.words) <= _LABEL_WORDS and not segment.ends_sentence:
            context = role
        elif role is Role.DATE and segment.gap == 1 and draft.roles[index - 1] is Role.RELATED:
            draft.roles[index] = Role.RELATED
        elif role is Role.DATE and comments:
            draft.roles[index] = Role.NAVIGATION
        elif role is Role.BYLINE and context is Role.PROMO:
            draft.roles[index] = Role.PROMO
        if role is None or (role is Role.PARAGRAPH and index > start):
            draft.roles[index] = _place_below(draft, index, context, comments=comments)
            if draft.roles[index] in _BOXES:
                context = draft.roles[index]


def author_line(draft: Draft) -> None:
    """The last paragraph, where it tells who somebody is whom the text does not speak of: the author."""
    body = draft.indices(Role.PARAGRAPH)
    if len(body) >= _TEXT_PARAGRAPHS and tells_of_author(draft, body[-1]):
        draft.roles[body[-1]] = Role.NOTE


def tells_of_author(draft: Draft, index: int) -> bool:
    """Whether a line is about a person whose surname stands nowhere else but in a byline."""
    match = author_named(draft.segments[index].plain)
    if match is None or '"' in draft.segments[index].plain:
        return False
    surname = match.group("name").split()[-1]
    others = [i for i in draft.indices(Role.PARAGRAPH) if i != index]
    return not any(surname in draft.segments[i].plain for i in others)


def last_paragraph(draft: Draft) -> int:
    """The index of the last paragraph of the report: what follows boxes at the end and is little is not the report."""
    body = draft.indices(Role.PARAGRAPH)
    total = sum(len(draft.segments[i].words) for i in body)
    seen = 0
    for position, index in enumerate(body[:-1]):
        seen += len(draft.segments[index].words)
        between = range(index + 1, body[position + 1])
        boxes = [i for i in between if draft.roles[i] in _BOXES and not draft.segments[i].is_mark]
        if len(boxes) >= _BOXES_AT_END and total - seen <= _LITTLE_WORDS and seen >= _MOST * total:
            return index
    return body[-1]


def _place_below(draft: Draft, index: int, context: Role | None, *, comments: bool) -> Role:
    segment = draft.segments[index]
    authors = [name for each in draft.of(Role.BYLINE) for name in bylines.names(each.plain)]
    if any(segment.plain.startswith(name) and _BIO.search(segment.plain) for name in authors):
        return Role.NOTE
    if comments:
        return Role.NAVIGATION
    if prose.is_strong(segment) or (context is None and prose.is_weak(segment)):
        return (
            Role.NOTE
            if context is not None and '"' not in segment.plain and _HOUSE.search(segment.plain)
            else Role.PARAGRAPH
        )
    if context in {Role.RELATED, Role.PROMO, Role.NOTE}:
        return context
    if segment.ends_sentence:
        return Role.NOTE if _HOUSE.search(segment.plain) else Role.NAVIGATION
    return Role.RELATED if context is Role.NAVIGATION and len(segment.words) >= _LABEL_WORDS else Role.NAVIGATION


def _only_boxes(draft: Draft) -> None:
    """A text without running text: short closed sentences are all the text there is."""
    for index, segment in draft.open():
        draft.roles[index] = Role.PARAGRAPH if prose.is_weak(segment) else Role.NAVIGATION
