"""The lines between a headline and the text: who wrote it, when, and what it is about, told by their words."""

import re
from dataclasses import dataclass, replace

from readout.grammar.dates import find_dates

_ZONE = 8  # blocks after the headline
_LONGEST_DATE_LINE = 90
_REST_OF_DATE_LINE = 30  # letters beside the date: "Published", "Updated 3 hours ago", a weekday
_BYLINE = re.compile(r"(?:written |reported |posted |story |words )?by:?\s+[A-Z‘'“\"]", re.IGNORECASE)
_LONGEST_BYLINE = 120
_PROSE = 60  # characters of a paragraph that is no label
_LINES = frozenset({"p", "aside", "li", "h2", "h3", "h4", "a", "pre"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block with the tag that its mark will have. `body`: it is the article's own text."""

    text: str
    tag: str
    body: bool
    times: tuple[tuple[int, int], ...] = ()


def with_opening(drawn: list[Drawn]) -> list[Drawn]:
    """The blocks, with dates and bylines near the headline marked, and the lines between it and them as subheads."""
    headline = next((index for index, block in enumerate(drawn) if block.tag == "h1"), None)
    if headline is None:
        return drawn
    blocks = [
        _told_by_words(block) if headline - 3 <= index <= headline + _ZONE else block
        for index, block in enumerate(drawn)
    ]
    last = _last_line(blocks, headline)
    return [
        replace(block, tag="h2", body=False) if headline < index < last and _is_deck(block) else block
        for index, block in enumerate(blocks)
    ]


def _told_by_words(block: Drawn) -> Drawn:
    if block.tag not in _LINES:
        return block
    if len(block.text) <= _LONGEST_BYLINE and _BYLINE.match(block.text) and not block.text.endswith("."):
        return replace(block, tag="address", body=False)
    if len(block.text) <= _LONGEST_DATE_LINE and _is_date_line(block.text):
        return replace(block, tag="time", body=False)
    return block


def _is_date_line(text: str) -> bool:
    dates = [match for match in find_dates(text) if match.date.day is not None and match.date.month is not None]
    if not dates or text.endswith("."):
        return False
    dated = sum(len(match.span) for match in dates)
    rest = sum(1 for char in text if char.isalpha()) - sum(char.isalpha() for m in dates for char in m.span.of(text))
    return dated > 0 and rest <= _REST_OF_DATE_LINE


def _last_line(blocks: list[Drawn], headline: int) -> int:
    """The last byline or date above the text; a second paragraph of prose means that the text has begun."""
    prose, last = 0, headline
    for index in range(headline + 1, min(headline + 1 + _ZONE, len(blocks))):
        if blocks[index].tag in {"address", "time"}:
            last = index
        elif blocks[index].body and len(blocks[index].text) >= _PROSE:
            prose += 1
            if prose > 1:
                break
    return last


def _is_deck(block: Drawn) -> bool:
    return block.tag in {"p", "h3", "h4", "aside"} and len(block.text) >= _PROSE / 2
