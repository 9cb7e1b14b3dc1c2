"""The cleaner's errors on the development half, for those who write it: `python -m evals.roles.errors [012 ...]`.

There is no option for the held-out half: its errors and texts aren't looked at by those who write the cleaning code.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from evals.roles.evaluate import predicted, report
from evals.roles.labels import HERE, LabelledArticle, read_labels
from evals.roles.scorer import SHARE_OF_A_BLOCK, Prediction, describe, roles_of

_SHOWN = 110


def errors(article: LabelledArticle, prediction: Prediction) -> Iterator[str]:
    """A line for each block whose role is another than labelled, and for each field that differs."""
    roles = roles_of(article.text, prediction.blocks)
    for block in article.blocks:
        given = Counter(role for role in roles[block.start : block.end] if role is not None)
        if given[block.role] < SHARE_OF_A_BLOCK * given.total():
            text = " ".join(article.text[block.start : block.end].split())
            yield f"  {block.role:>10} -> {'+'.join(given):<22} {text[:_SHOWN]}"
    for name in type(article.meta).__dataclass_fields__:
        labelled, found = getattr(article.meta, name), getattr(prediction.meta, name)
        if labelled != found:
            yield f"  {name:>10}:  {found!r}  instead of  {labelled!r}"


def main() -> int:
    """Print the errors article by article, and the scores of the half."""
    wanted = set(sys.argv[1:])
    for article in read_labels(HERE, "dev"):
        if wanted and article.file.removesuffix(".txt") not in wanted:
            continue
        lines = list(errors(article, predicted(article)))
        if lines:
            print("\n".join([article.file, *lines]))
    print(describe(report(HERE, "dev")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
