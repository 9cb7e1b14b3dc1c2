"""Pronouns with all whom they may mean and whom they do: OntoGUM's training documents, and GAP's development rows.

Names are read by the shipped encoder, so that the ranking learns from what it will see. A pronoun that means nobody
whom we read as a person's name or noun is nobody's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpora import gap
from corpora.treebanks import Document, gum
from readout.annotate.annotator import each
from readout.annotate.antecedents import NOBODY, Seen, Standing, candidates
from readout.annotate.chains import chained
from readout.annotate.roles import posts
from readout.annotate.scene import Scene
from readout.annotate.speakers import resolved
from readout.annotate.words import Extent, paragraphs, sentences
from readout.grammar.people import Gender
from readout.model.notes import Form, Notes
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan

_BRACKET = re.compile(r"(?P<opens>\(?)(?P<name>\d+)(?P<closes>\)?)")
_GENRES = (
    "news",
    "interview",
    "bio",
    "speech",
    "fiction",
    "letter",
    "court",
    "essay",
    "voyage",
    "academic",
    "textbook",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: what is weighed of each candidate, and which of them are right."""

    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


Judge = Callable[[Standing, list[Seen]], set[int] | None]
"""Whom a pronoun means of those seen; None where nobody labelled it."""


class _Teacher(Scene):
    """A scene on which labelled pronouns mean what they mean, and are written down."""

    judge: Judge
    choices: list[Choice]

    def antecedent(self, span: TextSpan, gender: Gender, *, speaks: bool) -> int | None:
        """The right chain, where the pronoun is labelled; else what the weights so far say."""
        at = self.standing(span)
        if at is None:
            return None
        seen = self.seen(at)
        right = self.judge(at, seen)
        if right is None:
            return super().antecedent(span, gender, speaks=speaks)
        told = candidates(at, gender, seen, speaks=speaks)
        right = right & set(told) or {NOBODY}
        self.choices.append(Choice(tuple(told.values()), tuple(who in right for who in told)))
        return next((who for who in right if who > NOBODY), None) if len(right) == 1 else None


def gum_choices(root: Path, split: Literal["train", "dev"]) -> Iterator[Choice]:
    """The pronouns of OntoGUM's documents of the genres that are told in the third person."""
    documents = [one for one in gum(root, split) if one.id.split("_")[1] in _GENRES]
    texts = [_text(one) for one in documents]
    articles = [_article(one.id, text) for one, (text, _) in zip(documents, texts, strict=True)]
    for article, (_, extents), notes in zip(articles, texts, each(articles, vectors=False), strict=True):
        clusters = _clusters(root / "gum" / "ontogum" / f"{article.id}.conll", extents)
        yield from _taught(article, notes, _gum_judge(clusters))


def gap_choices(root: Path) -> Iterator[Choice]:
    """The pronouns of GAP's development rows."""
    rows = list(gap.read(root, "development"))
    for row, notes in zip(rows, each([_article(row.id, row.text) for row in rows], vectors=False), strict=True):
        yield from _taught(_article(row.id, row.text), notes, _gap_judge(row))


def _taught(article: Article, notes: Notes, judge: Judge) -> list[Choice]:
    names = tuple(replace(one, form=Form.NAME) for one in notes.mentions if one.form in {Form.NAME, Form.METONYM})
    bare = chained(article, replace(notes, mentions=names, chains=()))
    chains = [
        replace(chain, roles=post.roles, party=post.party)
        for chain, post in zip(bare.chains, posts(article, bare), strict=True)
    ]
    scene = _Teacher(article, bare, chains)
    scene.judge, scene.choices = judge, []
    resolved(scene)
    return scene.choices


def _gap_judge(row: gap.GapRow) -> Judge:
    def judge(at: Standing, seen: list[Seen]) -> set[int] | None:
        if at.start != row.pronoun[0]:
            return None
        named = [{one.who for one in seen if _covers(one, name)} for name in row.names]
        meant = {who for whos, means in zip(named, row.means, strict=True) if means for who in whos}
        if any(row.means):
            return meant or {NOBODY}
        return {one.who for one in seen} - named[0] - named[1] | {NOBODY}

    return judge


def _covers(one: Seen, name: Extent) -> bool:
    return name[0] - 40 <= one.at.start < name[1] and one.form == "name"


def _gum_judge(clusters: Mapping[Extent, str]) -> Judge:
    spans = sorted(clusters, key=lambda extent: extent[1] - extent[0])

    def entity(place: int) -> str | None:
        return next((clusters[extent] for extent in spans if extent[0] <= place < extent[1]), None)

    def judge(at: Standing, seen: list[Seen]) -> set[int] | None:
        pronoun = entity(at.start)
        return None if pronoun is None else {one.who for one in seen if entity(one.at.start) == pronoun}

    return judge


def _text(document: Document) -> tuple[str, list[Extent]]:
    """A document's running text and where its tokens stand; every paragraph is a line."""
    text, extents = "", list[Extent]()
    for tree in document.trees:
        text += ("\n" if tree.opens else " ") if text else ""
        extents += [(len(text) + token.start, len(text) + token.end) for token in tree.tokens]
        text += tree.text
    return text, extents


def _clusters(path: Path, extents: list[Extent]) -> dict[Extent, str]:
    """The entity of each mention; its brackets stand in the last column."""
    found: dict[Extent, str] = {}
    open_at: dict[str, list[int]] = {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
    for number, cells in enumerate(rows):
        for bracket in _BRACKET.finditer(cells[-1]):
            name = bracket["name"]
            if bracket["opens"]:
                open_at.setdefault(name, []).append(number)
            if bracket["closes"] and open_at.get(name):
                found[extents[open_at[name].pop()][0], extents[number][1]] = name
    return found


def _article(name: str, text: str) -> Article:
    lines = paragraphs(text)
    return Article(
        id=name,
        input=name,
        text=text,
        medium=Medium.TEXT,
        blocks=tuple(Block(Role.PARAGRAPH, *line) for line in lines),
        sentences=tuple(TextSpan(*extent) for line in lines for extent in sentences(text, *line)),
        heading=Heading(),
    )
