"""Whether a page is a report that can be read: not a list of others, not the stub before a pay wall, not nothing."""

import functools
import re
import tomllib
from importlib import resources

from readout.read.html.blocks import TextBlock
from readout.read.html.linked_data import is_list_page
from readout.read.html.markup import PageMarkup
from readout.read.html.opening import Drawn
from readout.read.json_fields import is_behind_wall

_LEAST_ARTICLE = 250  # characters of body: trafilatura's own MIN_EXTRACTED_SIZE
_LEAST_STATED_ARTICLE = 80  # where the markup says that it is an article: news in brief
_SURE_STUB = 800  # characters: the free opening of a paid article is one to four paragraphs
_LONGEST_STUB = 1_500
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_LINKED = 0.9
_TEASERS = 5
_GATE = 8  # blocks
_LONGEST_TEASER = 0.4  # of the page's text: an article among teasers is longer


@functools.cache
def _wall_phrases() -> dict[str, re.Pattern[str]]:
    text = resources.files("readout.read").joinpath("words/paywall.toml").read_text("utf-8")
    return {strength: re.compile("|".join(words), re.IGNORECASE) for strength, words in tomllib.loads(text).items()}


def refusal(markup: PageMarkup, blocks: list[TextBlock], drawn: list[Drawn]) -> str | None:
    """Why a page is not taken in; None where it is an article."""
    body = sum(len(block.text) for block in drawn if block.body)
    if _is_stub(body, blocks, markup, drawn):
        there = f"only its opening ({body} characters) is on the page" if body else "no text of it is on the page"
        return f"behind a pay wall: {there}"
    if is_list_page(markup.objects) or _is_list(blocks):
        return "a page that lists articles, not an article"
    if body < (_LEAST_ARTICLE if markup.article is None else _LEAST_STATED_ARTICLE):
        return "a page without an article"
    return None


def _is_stub(body: int, blocks: list[TextBlock], markup: PageMarkup, drawn: list[Drawn]) -> bool:
    """Whether the page shows the opening only; what it says of itself and what it shows must agree, or it is short."""
    if body >= _LONGEST_STUB:
        return False
    gate = _around_text(blocks, drawn)
    asked = any(_wall_phrases()["strong"].search(block.text) for block in gate)
    if body < _SURE_STUB:
        asked = asked or any(_wall_phrases()["weak"].search(block.text) for block in gate)
    if markup.article is not None and is_behind_wall(markup.article):
        return body < _SURE_STUB or asked or _breaks_off(drawn)
    return asked


def _around_text(blocks: list[TextBlock], drawn: list[Drawn]) -> list[TextBlock]:
    """The blocks among which a wall would stand: from the text's first to a few after its last."""
    texts = {block.text for block in drawn if block.body}
    found = [index for index, block in enumerate(blocks) if block.text in texts]
    return blocks[found[0] : found[-1] + 1 + _GATE] if found else blocks


def _breaks_off(drawn: list[Drawn]) -> bool:
    last = next((block.text for block in reversed(drawn) if block.body), "")
    return last.rstrip().endswith(("…", "...", "[…]", "[...]"))


def _is_list(blocks: list[TextBlock]) -> bool:
    """Whether headings that link elsewhere cut the page's text into many short pieces: teasers of other articles."""
    runs = [0]
    for block in blocks:
        if block.tag in _HEADINGS and block.link_share > _LINKED and not (block.sure and block.purpose):
            runs.append(0)
        elif block.link_share < _LINKED / 2:
            runs[-1] += len(block.text)
    return len(runs) > _TEASERS and max(runs) < _LONGEST_TEASER * sum(runs)
