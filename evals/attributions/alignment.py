"""Where the tokens of a published window stand in the article that they were cut from."""

import re
from collections.abc import Iterator, Sequence

from corpora.polnear import Extent, PolnearArticle, Window

_DOUBLE = r"(?:``|''|[\"“”„])"
_SINGLE = r"[`'‘’]"
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_REACH = 60
"""Characters within which the next token is looked for when the window does not stand in the text as a whole."""

Place = Extent | None


def aligned(article: PolnearArticle, windows: Sequence[Window]) -> Iterator[list[Place]]:
    """For each window of the article, in order, the offsets of its tokens; None for one that the text does not hold."""
    cursor = 0
    for window in windows:
        found = _whole(article.text, window.tokens, cursor) or _piecewise(article.text, window.tokens, cursor)
        ends = [place[1] for place in found if place]
        cursor = max(ends, default=cursor)
        yield found


def _whole(text: str, tokens: Sequence[str], cursor: int) -> list[Place] | None:
    pattern = re.compile(r"\s*".join(f"({_pattern(token)})" for token in tokens))
    match = pattern.search(text, max(cursor - 1, 0)) or pattern.search(text)
    return [match.span(number + 1) for number in range(len(tokens))] if match else None


def _piecewise(text: str, tokens: Sequence[str], cursor: int) -> list[Place]:
    start = _anchor(text, tokens, cursor)
    found: list[Place] = []
    for token in tokens:
        match = re.compile(_pattern(token)).search(text, start, start + _REACH + len(token))
        found.append(match.span() if match else None)
        start = match.end() if match else start
    return found


def _anchor(text: str, tokens: Sequence[str], cursor: int) -> int:
    """Where the first run of four tokens that the text does hold begins, from the cursor on."""
    for first in range(max(len(tokens) - 3, 1)):
        pattern = re.compile(r"\s*".join(_pattern(token) for token in tokens[first : first + 4]))
        if match := pattern.search(text, cursor):
            return max(cursor, match.start() - len(" ".join(tokens[:first])))
    return cursor


def _pattern(token: str) -> str:
    if token in {"``", "''", '"'}:
        return _DOUBLE
    if token in {"`", "'"}:
        return _SINGLE
    escaped = re.escape(_BRACKETS.get(token, token)).replace("'", "['’‘]")
    return escaped.replace(r"\-\-", "(?:--|–|—)").replace(r"\.\.\.", r"(?:…|\.\.\.|\. \. \.)")
