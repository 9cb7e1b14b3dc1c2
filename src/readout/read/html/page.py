"""An HTML page, or HTML in another container, to a Page: text drawn in reading order, and a mark for each block."""

from readout.errors import NotAnArticle
from readout.model.text import Mark, Medium, Metadata, Page
from readout.read.html.blocks import blocks_of
from readout.read.html.linked_data import Object, article_object, linked_objects
from readout.read.html.main_content import found_text, kept, paragraph_runs
from readout.read.html.metadata import page_metadata, titles_of
from readout.read.html.region import Drawn, drawn_blocks
from readout.read.html.tree import Element, parse
from readout.read.html.verdict import refusal

_BETWEEN = "\n\n"
_WORTH_READING = 250  # characters: a shorter `articleBody` is a teaser


def html_page(name: str, markup: str, url: str | None = None) -> Page:
    """The page of an HTML document.

    Raises:
        NotAnArticle: no article in it, or only the stub before a pay wall.
    """
    tree = parse(markup)
    if tree is None:
        raise NotAnArticle(name, "empty: HTML without anything in it")
    objects = linked_objects(tree)
    article = article_object(objects)
    drawn = _draw(tree, markup, article)
    reason = refusal(drawn, blocks_of(tree), objects, article)
    if reason:
        raise NotAnArticle(name, reason)
    text, marks = laid_out(drawn)
    return Page(name, text, Medium.HTML, page_metadata(tree, objects, article, markup, url), marks)


def fragment_page(name: str, markup: str, metadata: Metadata) -> Page:
    """The page of a body that some API gives as HTML: all of it is the article."""
    tree = parse(markup)
    blocks = [] if tree is None else blocks_of(tree)
    text, marks = laid_out(drawn_blocks(blocks, [True] * len(blocks), []))
    return Page(name, text, Medium.JSON, metadata, marks)


def laid_out(drawn: list[Drawn]) -> tuple[str, tuple[Mark, ...]]:
    """The text, a blank line between blocks, and the marks, which cover the blocks exactly; dates inside follow."""
    marks: list[Mark] = []
    start = 0
    for block in drawn:
        end = start + len(block.text)
        marks.append(Mark(start, end, block.tag))
        marks += [
            Mark(start + left, start + right, "time") for left, right in block.times if right - left < len(block.text)
        ]
        start = end + len(_BETWEEN)
    return _BETWEEN.join(block.text for block in drawn), tuple(marks)


def _draw(tree: Element, markup: str, article: Object | None) -> list[Drawn]:
    blocks = blocks_of(tree)
    stated = _stated_body(article)
    found = kept(blocks, found_text(markup), stated)
    if not any(found):
        found = paragraph_runs(blocks)
    titles = titles_of(tree, article)
    drawn = drawn_blocks(blocks, found, titles)
    if stated and sum(len(block.text) for block in drawn if block.body) < len(stated) / 2:
        return _stated(stated, titles)
    return drawn


def _stated_body(article: Object | None) -> str | None:
    """The text that a page carries in its JSON-LD; where scripts draw the page, it is the only one there."""
    body = (article or {}).get("articleBody")
    return body if isinstance(body, str) and len(body) >= _WORTH_READING else None


def _stated(body: str, titles: list[str]) -> list[Drawn]:
    paragraphs = [" ".join(line.split()) for line in body.split("\n")]
    heading = [Drawn(titles[0], "h1", body=False)] if titles else []
    return heading + [Drawn(paragraph, "p", body=True) for paragraph in paragraphs if paragraph]
