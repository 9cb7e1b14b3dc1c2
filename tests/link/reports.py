"""Small reports for the tests of linking: blocks given outright, so that nothing hangs on cleaning."""

from collections.abc import Mapping, Sequence

from readout.clean.sentences import find_sentences
from readout.model.text import Article, Block, Dating, Fact, Heading, Medium, Role, TextSpan
from readout.model.values import PartialDate


def report(  # noqa: PLR0913 - one argument for each thing that a report says of itself
    name: str,
    *blocks: str | tuple[Role, str],
    agency: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    reprint_of: str | None = None,
    date: PartialDate | None = None,
) -> Article:
    """A report of the blocks, each a paragraph or a pair of role and text; credits get the text's first characters."""
    text, found = "", []
    for block in blocks:
        role, words = (Role.PARAGRAPH, block) if isinstance(block, str) else block
        text += "\n\n" if text else ""
        found.append(Block(role, len(text), len(text) + len(words)))
        text += words
    heading = Heading(
        title=_fact(title),
        outlet=_fact(outlet),
        agency=_fact(agency),
        reprint_of=_fact(reprint_of),
        dating=Dating(date),
    )
    return Article(name, f"{name}.txt", text, Medium.TEXT, tuple(found), find_sentences(text, found), heading)


def _fact(value: str | None) -> Fact | None:
    return None if value is None else Fact(value, (TextSpan(0, 3),))


def texts(articles: Sequence[Article]) -> Mapping[str, str]:
    """The texts by article."""
    return {article.id: article.text for article in articles}
