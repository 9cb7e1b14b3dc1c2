"""A report in whose midst the tests set down lines, and readers of what cleaning makes of it."""

from readout.clean import clean, find_blocks
from readout.model.text import Article, Mark, Medium, Metadata, Page

HEADLINE = "Ferry strike strands thousands on Orlo islands"
LEAD = (
    "Thousands of travellers were stuck on the Orlo islands on Tuesday after the crews of all five ferries walked off "
    "the job over a plan to halve the number of night sailings."
)
SECOND = (
    "Marta Keel, who leads the seafarers' union, said the crews would not go back to work until the company "
    "withdrew the plan."
)
THIRD = (
    "The company, Orlo Lines, has said that it loses money on every boat that leaves after ten in the evening, and "
    "that nobody would be dismissed."
)
LAST = "Talks between the two sides are to resume at the harbour office in Sund on Thursday, officials said."
BODY = (LEAD, SECOND, THIRD, LAST)


def report(*, above: str = "", between: str = "", below: str = "", headline: str = HEADLINE) -> str:
    """The report, a blank line between its paragraphs; `between` stands in the middle of the text."""
    parts = [headline, above, LEAD, SECOND, between, THIRD, LAST, below]
    return "\n\n".join(part for part in parts if part) + "\n"


def page(text: str, *, marks: tuple[Mark, ...] = (), **metadata: object) -> Page:
    medium = Medium.HTML if marks else Medium.TEXT
    return Page("report.txt", text, medium, Metadata(**metadata), marks)  # type: ignore[arg-type]


def article(text: str, **metadata: object) -> Article:
    return clean(page(text, **metadata))


def roles(text: str, **metadata: object) -> list[tuple[str, str]]:
    """Each block as its role and its words."""
    return [(block.role.value, block.span.of(text)) for block in find_blocks(page(text, **metadata))]


def role_of(text: str, words: str) -> str:
    """The role of the block that the words stand in; they must stand in one."""
    start = text.index(words)
    found = [each for each in find_blocks(page(text)) if each.start <= start and start + len(words) <= each.end]
    assert len(found) == 1, f"{words!r} stands in no single block"
    return found[0].role.value
