"""Task `conllu`: the dependency parse of gold words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpora import treebanks
from corpora.treebanks import Document, Token, Tree
from evals.parse.scorer import score as scored
from readout.annotate.encoder import encode
from readout.annotate.parses import parse
from readout.annotate.units import units
from readout.annotate.weights import Weights, shipped
from readout.grammar.quotation import inside


def predict(path: Path, out: Path) -> None:
    """Write the trees of a CoNLL-U file, or of a folder's files one after the other, with our heads and relations."""
    weights = shipped()
    with out.open("w", encoding="utf-8") as lines:
        for document in _documents(path):
            for tree in parsed(weights, document):
                lines.write(_block(tree) + "\n\n")


def score(path: Path) -> dict[str, float]:
    """Attachment on a file, on all files of a folder, or on GUM's news-like development documents of the corpora."""
    golds = list(_documents(path))
    weights = shipped()
    found = [tree for document in golds for tree in parsed(weights, document)]
    return scored((tree for document in golds for tree in document.trees), found)


def _documents(path: Path) -> Iterator[Document]:
    if path.is_file():
        yield from treebanks.read_file(path)
    elif (path / "gum" / "splits.md").is_file():
        yield from treebanks.gum(path, "dev", news_like=True)
    elif path.name == "dep" and (path.parent / "splits.md").is_file():
        yield from treebanks.gum(path.parent.parent, "dev", news_like=True)
    else:
        for file in sorted(path.glob("*.conllu")):
            yield from treebanks.read_file(file)


def parsed(weights: Weights, document: Document) -> list[Tree]:
    """The document's trees with our heads, relations and parts of speech; the words are the gold ones."""
    text, cut, starts = _running(document)
    tokens = {
        at: [(at + token.start, at + token.end) for token in tree.tokens]
        for at, tree in zip(starts, document.trees, strict=True)
    }
    found = units(weights.tokenizer, text, cut, inside(text), lambda _text, start, _end: tokens[start])
    encoded = encode(weights, text, [found])
    words = parse(weights, encoded)
    by_start = {word.span.start: place for place, word in enumerate(words)}
    trees: list[Tree] = []
    for at, tree in zip(starts, document.trees, strict=True):
        places = [by_start.get(at + token.start) for token in tree.tokens]
        number = {place: index for index, place in enumerate(places, 1) if place is not None}
        rows: list[Token] = []
        for index, (token, place) in enumerate(zip(tree.tokens, places, strict=True), 1):
            if place is None:  # a word without a subword of its own, such as the "not" of "cannot"
                rows.append(replace(token, head=index - 1, deprel="dep", upos="X"))
                continue
            word = words[place]
            rows.append(replace(token, head=number.get(word.head, 0), deprel=word.relation, upos=word.tag))
        trees.append(replace(tree, tokens=tuple(rows)))
    return trees


def _running(document: Document) -> tuple[str, list[list[tuple[int, int]]], list[int]]:
    """The document's text, its sentences by paragraph, and where each tree begins."""
    text, cut, starts = "", list[list[tuple[int, int]]](), list[int]()
    for tree in document.trees:
        if tree.opens or not cut:
            cut.append([])
        starts.append(len(text))
        cut[-1].append((len(text), len(text) + len(tree.text)))
        text += tree.text + " "
    return text, cut, starts


def _block(tree: Tree) -> str:
    rows = [
        f"{number}\t{token.form}\t_\t{token.upos}\t_\t_\t{token.head}\t{token.deprel}\t_\t_"
        for number, token in enumerate(tree.tokens, 1)
    ]
    return "\n".join([f"# text = {tree.text}", *rows])
