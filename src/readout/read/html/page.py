"""An HTML page, or HTML in another container, to a Page: text drawn in reading order, and a mark for each block."""

from readout.errors import NotAnArticle
from readout.model.text import Mark, Medium, Metadata, Page
from readout.read.html.blocks import TextBlock, blocks_of
from readout.read.html.kept import with_siblings
from readout.read.html.main_content import found_text, kept, paragraph_runs
from readout.read.html.markup import PageMarkup
from readout.read.html.metadata import page_metadata, titles_of
from readout.read.html.opening import Drawn
from readout.read.html.region import drawn_blocks
from readout.read.html.tree import parse
from readout.read.html.verdict import refusal

_BETWEEN = "\n\n"


def html_page(name: str, source: str, url: str | None = None) -> Page:
    """The page of an HTML document.

    Raises:
        NotAnArticle: no article in it, or only the stub before a pay wall.
    """
    tree = parse(source)
    if tree is None:
        raise NotAnArticle(name, "empty: HTML without anything in it")
    markup = PageMarkup(source, tree, url)
    blocks = blocks_of(tree)
    drawn = _draw(markup, blocks)
    reason = refusal(markup, blocks, drawn)
    if reason:
        raise NotAnArticle(name, reason)
    headline = next((block.text for block in drawn if block.tag == "h1"), None)
    text, marks = laid_out(drawn)
    return Page(name, text, Medium.HTML, page_metadata(markup, headline), marks)


def fragment_page(name: str, source: str, metadata: Metadata) -> Page:
    """The page of a body that some API gives as HTML: all of it is the article."""
    tree = parse(source)
    blocks = [] if tree is None else blocks_of(tree)
    text, marks = laid_out(drawn_blocks(blocks, [True] * len(blocks), []))
    return Page(name, text, Medium.JSON, metadata, marks)


def laid_out(drawn: list[Drawn]) -> tuple[str, tuple[Mark, ...]]:
    """The text, a blank line between blocks, and the marks, which cover the blocks exactly; dates inside follow."""
    marks: list[Mark] = []
    start = 0
    for block in drawn:
        length = len(block.text)
        marks.append(Mark(start, start + length, block.tag))
        inner = (span for span in block.times if span != (0, length))
        marks += [Mark(start + left, start + right, "time") for left, right in inner]
        start += length + len(_BETWEEN)
    return _BETWEEN.join(block.text for block in drawn), tuple(marks)


def _draw(markup: PageMarkup, blocks: list[TextBlock]) -> list[Drawn]:
    stated = markup.stated_body
    found = kept(blocks, found_text(markup.source), stated)
    found = with_siblings(blocks, found) if any(found) else paragraph_runs(blocks)
    titles = titles_of(markup)
    drawn = drawn_blocks(blocks, found, titles)
    if stated and sum(len(block.text) for block in drawn if block.body) < len(stated) / 2:
        return _stated(stated, titles)
    return drawn


def _stated(body: str, titles: list[str]) -> list[Drawn]:
    """A page drawn from the text in its JSON-LD."""
    paragraphs = [" ".join(line.split()) for line in body.split("\n")]
    heading = [Drawn(titles[0], "h1", body=False)] if titles else []
    return heading + [Drawn(paragraph, "p", body=True) for paragraph in paragraphs if paragraph]
