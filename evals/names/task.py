"""Task `worldwide_ner`: names as BIO tags on the given tokens, JSON lines with `id` and `paragraphs`."""

import json
from collections.abc import Sequence
from pathlib import Path

from corpora.detokenise import detokenise
from corpora.worldwide_ner import NamedArticle, Paragraph, read_file
from evals import plain
from evals.names.scorer import score as scored
from readout.annotate.annotator import each
from readout.annotate.names import KINDS
from readout.model.notes import Form, Notes

_TAGS = {kind: tag for tag, kind in KINDS.items()}


def predict(path: Path, out: Path) -> None:
    """Write the tags found for the articles of a file, or of `dev.jsonl` in a folder."""
    with out.open("w", encoding="utf-8") as lines:
        for article in predicted(list(read_file(_file(path)))):
            rows = [[list(pair) for pair in zip(one.tokens, one.tags, strict=True)] for one in article.paragraphs]
            lines.write(json.dumps({"id": article.id, "paragraphs": rows}, ensure_ascii=False) + "\n")


def score(path: Path) -> dict[str, float]:
    """Exact entity scores on a file, or on `dev.jsonl` in a folder."""
    golds = list(read_file(_file(path)))
    return scored(golds, predicted(golds))


def predicted(articles: Sequence[NamedArticle]) -> list[NamedArticle]:
    """The same articles with the tags that the annotator finds."""
    texts = [_Running(article) for article in articles]
    notes = each((plain.article(text.article.id, text.text) for text in texts), vectors=False)
    return [text.tagged(note) for text, note in zip(texts, notes, strict=True)]


class _Running:
    """An article as running text, with the place of each token."""

    def __init__(self, article: NamedArticle) -> None:
        self.article = article
        self.text = ""
        self.places: list[list[tuple[int, int]]] = []
        for paragraph in article.paragraphs:
            line, extents = detokenise(paragraph.tokens)
            self.places.append([(start + len(self.text), end + len(self.text)) for start, end in extents])
            self.text += line + "\n"

    def tagged(self, notes: Notes) -> NamedArticle:
        """Tokens that a name's span meets get its tags."""
        names = [mention for mention in notes.mentions if mention.form is Form.NAME]
        paragraphs: list[Paragraph] = []
        for paragraph, places in zip(self.article.paragraphs, self.places, strict=True):
            tags = ["O"] * len(places)
            for name in names:
                met = [i for i, (start, end) in enumerate(places) if start < name.span.end and end > name.span.start]
                for index in met:
                    tags[index] = f"{'B' if index == met[0] else 'I'}-{_TAGS[name.kind]}"
            paragraphs.append(Paragraph(paragraph.tokens, tuple(tags)))
        return NamedArticle(self.article.id, tuple(paragraphs))


def _file(path: Path) -> Path:
    if path.is_file():
        return path
    found = [folder / "dev.jsonl" for folder in (path, path / "worldwide_ner")]
    return next((file for file in found if file.is_file()), found[0])
