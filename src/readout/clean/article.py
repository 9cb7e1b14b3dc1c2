"""Page to article: roles, heading, sentences; or the reason why a page holds none."""

import re

from readout.clean.heading import find_heading
from readout.clean.language import find_language
from readout.clean.roles import find_blocks
from readout.clean.sentences import find_sentences
from readout.errors import NotAnArticle
from readout.model.ids import content_id
from readout.model.text import Article, Block, Page, Role

_FEWEST_WORDS = 25  # a news brief has more; a pay-wall's teaser, an error page or a lone caption has fewer
_PAYWALL = re.compile(
    r"\b(?:subscrib\w+|register|sign in|log in|create (?:a free |an )account|start "
    r"your)\b.{0,60}\b(?:to (?:continue|keep|read|access|view|unlock)|full (?:story|"
    r"article|access))"
    r"|\b(?:to (?:continue|keep) reading|continue reading)\b.{0,60}\b(?:subscrib|register|sign|log|account|trial)"
    r"|\bthis (?:article|story|content) is (?:for|reserved for|available (?:only "
    r")?to|exclusive to) (?:our )?(?:subscribers|members)",
    re.IGNORECASE,
)
_TEASER_WORDS = 120
_ERROR_PAGE = re.compile(
    r"\b(?:404|403|page not found|access denied|enable javascript|are you a robot|"
    r"verify you are human|captcha|just a moment)\b",
    re.IGNORECASE,
)


def clean(page: Page) -> Article:
    """The article of one page.

    Raises:
        NotAnArticle: the page is empty, not English, a pay-wall's stub, or holds no running text.
    """
    if not page.text.strip():
        raise NotAnArticle(page.input, "the text is empty")
    blocks = find_blocks(page)
    language = _language(page, blocks)
    _check(page, blocks, language)
    heading = find_heading(page, blocks, language)
    return Article(
        id=content_id("a", page.text, page.metadata.url, page.metadata.outlet),
        input=page.input,
        text=page.text,
        medium=page.medium,
        blocks=blocks,
        sentences=find_sentences(page.text, blocks),
        heading=heading,
    )


def _language(page: Page, blocks: tuple[Block, ...]) -> str | None:
    body = " ".join(block.span.of(page.text) for block in blocks if block.role is Role.PARAGRAPH)
    return find_language(body) or find_language(page.text)


def _check(page: Page, blocks: tuple[Block, ...], language: str | None) -> None:
    if language not in {"en", None}:
        raise NotAnArticle(page.input, f"the text is not English (language code {language})")
    body = [block.span.of(page.text) for block in blocks if block.role is Role.PARAGRAPH]
    words = sum(len(paragraph.split()) for paragraph in body)
    if words < _TEASER_WORDS and _PAYWALL.search(page.text):
        raise NotAnArticle(page.input, f"only the first {words} words stand before a pay-wall")
    if words < _FEWEST_WORDS:
        if _ERROR_PAGE.search(page.text):
            raise NotAnArticle(page.input, "an error page, not an article")
        raise NotAnArticle(page.input, f"no article found: {words} words of running text")
