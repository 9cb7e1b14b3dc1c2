"""The whole flow on one screen: inputs → Page → Article → Links → Record."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from readout.clean import clean
from readout.errors import NotAnArticle, UsageError
from readout.link import link
from readout.merge import merge
from readout.model.record import Problem, Record
from readout.model.text import Article, Page
from readout.read import Fetcher, Limits, iter_inputs


def read(  # noqa: PLR0913 - each stands for something that a caller may set
    inputs: Iterable[str],
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[list[Article], list[Problem]]:
    """The articles of the inputs, in the order given, and every input that holds none, with the reason.

    Args:
        inputs: paths of files, folders and archives, `http(s)` addresses, `-` for standard input.
        limits: bounds on what is read.
        allow_private: also fetch from addresses of private networks.
        stdin: read for `-`; by default the process's own.
        fetcher: fetches addresses; by default over HTTP, politely.
        progress: called with the name of each input when it has been read.
    """
    found = iter_inputs(inputs, limits=limits or Limits(), allow_private=allow_private, stdin=stdin, fetcher=fetcher)
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for item in _cleaned(found):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            problems.extend(_take(item, articles))
        if progress is not None:
            progress(item.input)
    return list(articles.values()), problems


def build(articles: Iterable[Article], problems: Iterable[Problem] = ()) -> Record:
    """The record of articles about one story. The order of the articles does not change it.

    Raises:
        UsageError: there is no article.
    """
    unique = {article.id: article for article in sorted(articles, key=lambda each: each.input, reverse=True)}
    if not unique:
        raise UsageError("a record needs at least one article")
    ordered = sorted(unique.values(), key=lambda article: article.id)
    return merge(ordered, link(ordered), list(problems))


def _cleaned(found: Iterable[Page | Problem]) -> Iterator[Article | Problem]:
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        try:
            yield clean(item)
        except NotAnArticle as error:
            yield Problem(error.input, "clean", error.message)


def _take(article: Article, taken: dict[str, Article]) -> Iterator[Problem]:
    """Take an article unless it is there already; of two inputs that are the same, the first by name is kept."""
    known = taken.get(article.id)
    if known is None:
        taken[article.id] = article
    elif known.input == article.input:
        yield Problem(article.input, "read", "given twice")
    else:
        kept, dropped = sorted((known, article), key=lambda each: each.input)
        taken[article.id] = kept
        yield Problem(dropped.input, "read", f"the same text as {kept.input}")
