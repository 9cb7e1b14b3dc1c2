"""Run the linker over the labelled pairs: relations, origins, passages.

    python -m evals.copies.evaluate [--corpora DIR]

The linker is given all texts of a split and BASIL's articles as one pile, as a reader would give them, and each
pair's answer is read off the links: see `relation`.
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpora.location import corpora_root
from evals.copies.labels import Passage, Relation, Split, TextPair
from evals.copies.scorer import Counts, Prediction, Report, evaluate
from readout.clean import clean
from readout.clean.sentences import find_sentences
from readout.errors import NotAnArticle
from readout.link.origins import find_origins
from readout.link.passages import find_passages
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import Article, Block, Heading, Medium, Page, Role

_LINE = re.compile(r"\S(?:(?!\n\n).)*", re.DOTALL)
_CLOSED = re.compile(r"[.!?…:,;][\s\"'”’`)\]]*\Z|\A.{150}", re.DOTALL)

COPY = 0.8
"""Share of a body that copied words make up in a copy; set on the development half."""


def link_pairs(pairs: Sequence[TextPair]) -> list[Prediction]:
    """What the linker says of each pair."""
    articles = {
        name: _article(name, text) for pair in pairs for name, text in ((pair.a_name, pair.a), (pair.b_name, pair.b))
    }
    found = find_passages(list(articles.values()))
    origins = find_origins(list(articles.values()), found)
    between: dict[tuple[str, str], list[SharedPassage]] = {}
    for passage in found:
        between.setdefault((passage.left.article, passage.right.article), []).append(passage)
    origin = {article: number for number, one in enumerate(origins) for article in one.articles}
    answers = []
    for pair in pairs:
        a, b = pair.a_name, pair.b_name
        shared = between.get((min(a, b), max(a, b)), [])
        said = relation(shared, articles[a], articles[b])
        passages = tuple(_passage(one, turned=a > b) for one in shared)
        answers.append(Prediction(said, passages, joined=origin[a] == origin[b]))
    return answers


def relation(shared: Sequence[SharedPassage], a: Article, b: Article) -> Relation:
    """The relation that the passages shared by two articles amount to.

    `copy`: copied words are nearly all of the shorter body, and of the longer one up to where the last of them stands.
    `edited_copy`: there are copied passages.  `shared_quotation`: quoted ones only.  `independent`: none.
    """
    copied = [one for one in shared if one.kind is PassageKind.COPIED]
    if not copied:
        return "shared_quotation" if shared else "independent"
    same = sum(one.similarity * (_width(one.left) + _width(one.right)) / 2 for one in copied)
    longer = max(a, b, key=_length)
    reach = max(span.end for one in copied for span in (one.left, one.right) if span.article == longer.id)
    whole = same >= COPY * min(_length(a), _length(b)) and same >= COPY * _length(longer, reach)
    return "copy" if whole else "edited_copy"


def _width(span: Span) -> int:
    return span.end - span.start


def _length(article: Article, reach: int | None = None) -> int:
    """The characters of an article's body, up to an offset into its text."""
    end = len(article.text) if reach is None else reach
    return sum(max(0, min(block.end, end) - block.start) for block in article.paragraphs())


def _passage(shared: SharedPassage, *, turned: bool) -> Passage:
    a, b = (shared.right, shared.left) if turned else (shared.left, shared.right)
    return Passage((a.start, a.end), (b.start, b.end), "copied" if shared.kind is PassageKind.COPIED else "quoted")


def _article(name: str, text: str) -> Article:
    """A corpus text as the product reads it.

    ECB+ has no paragraphs, and to the cleaner each of its sentences would be one: there, as where the cleaner sees no
    article, only lines that end no sentence (headlines, dates) are set aside.
    """
    if not name.startswith("ecbplus/"):
        try:
            return replace(clean(Page(name, text)), id=name)
        except NotAnArticle:
            pass
    blocks = tuple(
        Block(Role.PARAGRAPH if _CLOSED.search(found[0]) else Role.HEADLINE, *found.span())
        for found in _LINE.finditer(text)
    )
    return Article(name, name, text, Medium.TEXT, blocks, find_sentences(text, blocks), Heading())


def score(corpora: Path) -> dict[str, Any]:
    """Scores of both halves, by name."""
    return {split: _numbers(evaluate(link_pairs, corpora, split)) for split in ("dev", "held_out")}


def _numbers(report: Report) -> dict[str, float]:
    numbers = {f"{relation}_f1": counts.f1 for relation, counts in report.relations.items()}
    false = report.false_joins or Counts(0, 0, 0)
    return numbers | {
        "macro_f1": report.macro_f1,
        "accuracy": report.accuracy,
        "accuracy_without_borderline": report.accuracy_clear,
        "same_origin_precision": report.joined.precision,
        "same_origin_recall": report.joined.recall,
        "same_origin_f1": report.joined.f1,
        "characters_f1": report.characters.f1,
        "characters_of_kind_f1": report.kinds.f1,
        "longest_exact": report.boundaries.exact / max(1, report.boundaries.labelled),
        "longest_near": report.boundaries.near / max(1, report.boundaries.labelled),
        "basil_false_joins": false.predicted / max(1, false.labelled),
    }


def main() -> int:
    """Print the tables of both halves."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_root())
    parser.add_argument("--split", choices=["dev", "held_out"])
    given = parser.parse_args()
    if given.corpora is None:
        print("no corpora here: set READOUT_CORPORA to score the copies")
        return 0
    splits: list[Split] = [given.split] if given.split else ["dev", "held_out"]
    for split in splits:
        print(f"== {split}\n{evaluate(link_pairs, given.corpora, split)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
