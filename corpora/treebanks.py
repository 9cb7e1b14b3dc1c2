"""English treebanks in CoNLL-U with Universal Dependencies: EWT, and GUM (without GENTLE, its out-of-domain test)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_NEWS_LIKE = ("GUM_news_", "GUM_interview_", "GUM_speech_")


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `head` counts from 1, 0 is the root; offsets are into the sentence's text."""

    form: str
    upos: str
    head: int
    deprel: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence with its parse. `opens` is true where a paragraph begins."""

    text: str
    tokens: tuple[Token, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class Document:
    """The sentences of one document, in order."""

    id: str
    trees: tuple[Tree, ...]


def ewt(root: Path, split: Literal["train", "dev"]) -> Iterator[Document]:
    """Yield the documents of the English Web Treebank."""
    yield from read_file(root / "ewt" / f"{split}.conllu")


def gum(root: Path, split: Literal["train", "dev"], *, news_like: bool = False) -> Iterator[Document]:
    """Yield the documents of GUM; `news_like` keeps news, interviews and speeches.

    The development documents are those that GUM's `splits.md` lists; its test documents are yielded by neither split.
    """
    listed = _splits((root / "gum" / "splits.md").read_text(encoding="utf-8"))
    for path in sorted((root / "gum" / "dep").glob("GUM_*.conllu")):
        kept = not news_like or path.name.startswith(_NEWS_LIKE)
        if listed.get(path.stem) == split and kept:
            yield from read_file(path)


def read_file(path: Path) -> Iterator[Document]:
    """Yield the documents of one CoNLL-U file."""
    name, trees = path.stem, list[Tree]()
    opens = True
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if not block.strip():
            continue
        if found := re.search(r"^# newdoc(?: id = (.*))?$", block, re.MULTILINE):
            if trees:
                yield Document(name, tuple(trees))
            name, trees = found.group(1) or path.stem, []
        opens = bool(re.search(r"^# newpar", block, re.MULTILINE)) or not trees
        trees.append(tree(block, opens=opens))
    if trees:
        yield Document(name, tuple(trees))


def tree(block: str, *, opens: bool) -> Tree:
    """The tree of one block of lines; the text is that of its words, multiword tokens spelt as they stand."""
    text = ""
    tokens: list[Token] = []
    inside_until, spaced_after = 0, True
    for line in block.splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 10 or "." in cells[0]:
            continue
        spaced = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            inside_until = int(cells[0].split("-")[1])
            spaced_after = spaced
            continue
        start = len(text)
        text += cells[1]
        tokens.append(Token(cells[1], cells[3], int(cells[6]), cells[7], start, len(text)))
        within = int(cells[0]) < inside_until
        last = int(cells[0]) == inside_until
        if not within and (spaced_after if last else spaced):
            text += " "
    return Tree(text.rstrip(), tuple(tokens), opens)


def _splits(text: str) -> dict[str, str]:
    listed: dict[str, str] = {}
    split = ""
    for line in text.splitlines():
        if line.startswith("## "):
            split = line.removeprefix("## ").strip()
        elif found := re.search(r"\*\s+(G\w+)", line):
            listed[found.group(1)] = split
    return listed
