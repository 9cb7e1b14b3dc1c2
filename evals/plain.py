"""A corpus's bare text as an article, so that a stage can be measured alone."""

from readout.annotate.words import paragraphs, sentences
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan


def article(name: str, text: str) -> Article:
    """Every line is a paragraph; nothing is known of the article but its text."""
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
