"""TimeML articles with TIMEX3 (TempEval-3: TimeBank and AQUAINT, cleaned; UzZaman and others 2013).

Offsets are into the text of the TEXT element, tags taken out. Time expressions without words (implicit durations)
are left out. The development set is every fifth document by sorted name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_CREATED = re.compile(r"<DCT>.*?value=\"([^\"]*)\"", re.DOTALL)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_PIECE = re.compile(r"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
EVERY = 5


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its extent, its TIMEX3 type (DATE, TIME, DURATION, SET) and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimemlArticle:
    """One document; `created` is the value of its creation time."""

    id: str
    created: str
    text: str
    timexes: tuple[Timex, ...]


def read(folder: Path) -> list[TimemlArticle]:
    """The documents in a folder and the folders below it, by name."""
    return [read_file(path) for path in sorted(folder.rglob("*.tml"), key=lambda path: path.name)]


def development(articles: Sequence[TimemlArticle]) -> list[TimemlArticle]:
    """Every fifth document by name."""
    return list(articles[EVERY - 1 :: EVERY])


def training(articles: Sequence[TimemlArticle]) -> list[TimemlArticle]:
    """The documents that are not for development."""
    return [article for place, article in enumerate(articles) if place % EVERY != EVERY - 1]


def read_file(path: Path) -> TimemlArticle:
    """One document."""
    source = path.read_text(encoding="utf-8")
    created, body = _CREATED.search(source), _BODY.search(source)
    text, timexes = _running(body[1] if body else "")
    return TimemlArticle(path.stem, created[1] if created else "", text, tuple(sorted(timexes, key=lambda t: t.start)))


def _running(body: str) -> tuple[str, list[Timex]]:
    text, timexes, opened = "", list[Timex](), list[tuple[int, dict[str, str]]]()
    for piece in _pieces(body):
        if piece.startswith("<TIMEX3") and not piece.endswith("/>"):
            opened.append((len(text), dict(_ATTRIBUTE.findall(piece))))
        elif piece == "</TIMEX3>":
            start, named = opened.pop()
            if start < len(text):
                timexes.append(Timex(start, len(text), named["type"], named["value"]))
        elif not piece.startswith("<"):
            text += unescape(piece)
    return text, timexes


def _pieces(body: str) -> Iterator[str]:
    return (match[0] for match in _PIECE.finditer(body))
