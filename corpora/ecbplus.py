"""ECB+ articles (Cybulska and Vossen 2014), with their tokens put back into running text.

The corpus holds tokens only. `detokenise` is deterministic, so offsets into `EcbArticle.text` can be
kept without the text. The two halves are tokenised differently: the older one (`ecb`) in the manner of the
Penn Treebank, the newer one (`ecbplus`) with every hyphen, point and slash apart. Sentence 0 of an
`ecbplus` document is the address of the page: it becomes `url` and is no part of `text`. Every other sentence is a
paragraph of its own, since the corpus keeps no paragraphs; the headline, where there is one, is not marked as such.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Subtopic = Literal["ecb", "ecbplus"]

PARAGRAPH_BREAK = "\n\n"

_NO_SPACE_BEFORE = frozenset({",", ".", ":", ";", "!", "?", "%", ")", "]", "}", "”", "''", "…", "...", "'s", "n't"})
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "£", "€", "“", "‘", "``", "#"})
_NO_SPACE_AROUND = frozenset({"/", "_", "@", "\\"})
_CLITIC = re.compile(r"(?:'(?:s|S|m|re|ve|d|ll|t|RE|VE|LL)|n't|N'T)")
_AFTER_APOSTROPHE = frozenset({"s", "S", "t", "T", "re", "ve", "ll", "d", "m"})
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
PRINTED = {"``": '"', "''": '"'}


@dataclass(frozen=True, slots=True)
class EcbArticle:
    """One ECB+ document. `subtopic` is `ecb` or `ecbplus`: two look-alike events of the same `topic`."""

    id: str
    topic: str
    subtopic: Subtopic
    url: str | None
    text: str


def read(root: Path) -> Iterator[EcbArticle]:
    """Yield the articles under `root/ecbplus/ECB+`, by topic and then by name."""
    folder = root / "ecbplus" / "ECB+"
    for path in sorted(folder.glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.name)):
        yield read_document(path)


def read_document(path: Path) -> EcbArticle:
    """Read one ECB+ XML file into running text."""
    sentences = _sentences(path)
    url = None
    if sentences and sentences[0][0].startswith("http"):
        url = "".join(sentences.pop(0))
    subtopic: Subtopic = "ecbplus" if path.stem.endswith("ecbplus") else "ecb"
    text = PARAGRAPH_BREAK.join(detokenise(sentence, subtopic) for sentence in sentences)
    return EcbArticle(id=path.stem, topic=path.parent.name, subtopic=subtopic, url=url, text=text)


def _sentences(path: Path) -> list[list[str]]:
    sentences: dict[int, list[str]] = {}
    for token in ET.parse(path).getroot().iter("token"):
        words = (token.text or "").split()
        sentences.setdefault(int(token.get("sentence", "0")), []).extend(words)
    return [sentences[number] for number in sorted(sentences) if sentences[number]]


def detokenise(tokens: Sequence[str], subtopic: Subtopic) -> str:
    """Put one sentence's tokens back together, straight quotation marks in pairs from the left.

    A `-` alone is a dash in `ecb`; in `ecbplus` it is a hyphen where it stands between two words, but for a dateline's.
    """
    pieces: list[str] = []
    marks = _Marks(hyphens_apart=subtopic == "ecbplus")
    glued = True
    for index, token in enumerate(tokens):
        before, after = marks.spacing(tokens, index)
        if not (glued or before):
            pieces.append(" ")
        pieces.append(PRINTED.get(token, token))
        glued = after
    return "".join(pieces)


class _Marks:
    """Which straight quotation marks are open so far in the sentence."""

    def __init__(self, *, hyphens_apart: bool) -> None:
        self._hyphens_apart = hyphens_apart
        self._open = {'"': False, "'": False}

    def spacing(self, tokens: Sequence[str], index: int) -> tuple[bool, bool]:
        """Whether the token sticks to the one before it, and to the one after it."""
        token = tokens[index]
        previous = tokens[index - 1] if index else ""
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if token in self._open:
            return self._mark(token, previous, following)
        self._track(token)
        if token in _NO_SPACE_AROUND or _joins_figures(token, previous, following):
            return True, True
        if token == "-" and self._hyphens_apart and _joins_words(previous, following):
            return True, True
        if token == "’":
            return True, following in _AFTER_APOSTROPHE
        if token == "." and _initial_follows(tokens, index):
            return True, True
        before = token in _NO_SPACE_BEFORE or _CLITIC.fullmatch(token) is not None
        return before, token in _NO_SPACE_AFTER

    def _mark(self, mark: str, previous: str, following: str) -> tuple[bool, bool]:
        possessive = mark == "'" and previous[-1:] in {"s", "S"} and not self._open[mark]
        closes = possessive or not following or (self._open[mark] and previous != "")
        self._open[mark] = not closes
        return closes, not closes

    def _track(self, token: str) -> None:
        """Follow marks that the corpus left on a word: `"We` opens, `now"` closes."""
        if len(token) > 1 and token.strip('"'):
            if token.startswith('"'):
                self._open['"'] = True
            if token.endswith('"'):
                self._open['"'] = False


def _joins_figures(token: str, previous: str, following: str) -> bool:
    """Decimal points, thousands and clock times that the tokeniser took apart."""
    if token in {".", ":"}:
        return previous.lstrip("$£€").isdigit() and following[:1].isdigit()
    if token == ",":
        return previous.isdigit() and len(previous) <= 3 and _THREE_DIGITS.match(following) is not None
    return False


def _joins_words(previous: str, following: str) -> bool:
    """Whether a `-` is a hyphen, or one half of a double one, and not the dash after a dateline."""
    if "-" in {previous, following}:
        return True
    dateline = len(previous) > 2 and previous.isupper()
    return previous[-1:].isalnum() and following[:1].isalnum() and not dateline


def _initial_follows(tokens: Sequence[str], index: int) -> bool:
    """Whether the point stands inside `U . S .` or `p . m .`."""
    around = [*tokens[index - 1 : index], *tokens[index + 1 : index + 3]] if index else []
    return len(around) == 3 and len(around[0]) == len(around[1]) == 1 and around[0].isalpha() and around[2] == "."
