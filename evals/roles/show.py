"""Prints labelled articles with their roles in the margin: `python -m evals.roles.show 012 031`."""

import sys
from collections.abc import Iterable, Iterator

from evals.roles.labels import Block, LabelledArticle, read_labels


def margin(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    """One line for each line of each block, with the role before it."""
    for block in blocks:
        for line in text[block.start : block.end].split("\n"):
            yield f"{block.role:>10} | {line}"


def _page(article: LabelledArticle) -> str:
    return "\n".join(
        [f"== {article.file} ({article.split})", *margin(article.text, article.blocks), str(article.meta), ""]
    )


if __name__ == "__main__":
    print("\n".join(_page(article) for article in read_labels() if article.file.removesuffix(".txt") in sys.argv[1:]))
