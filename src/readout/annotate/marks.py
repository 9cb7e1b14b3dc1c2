"""The quotations of an article's running text by their marks, found once for all who ask."""

import functools

from readout.grammar.quotation import Quotation, find
from readout.model.text import Article, Role, TextSpan


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Of the paragraphs alone, in order, the nested behind those that hold them."""
    return _found(article.text, tuple(block.span for block in article.blocks if block.role is Role.PARAGRAPH))


@functools.lru_cache(maxsize=32)  # as many as are in hand at once (annotator); the steps of one article ask in a row
def _found(text: str, body: tuple[TextSpan, ...]) -> tuple[Quotation, ...]:
    return tuple(find(text, list(body)))
