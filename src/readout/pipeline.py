"""The whole flow on one screen: inputs → Page → Article → Notes → Links → Record."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from readout.annotate import annotate
from readout.clean import clean
from readout.errors import NotAnArticle, UsageError
from readout.link import link, outsiders
from readout.merge import BRIEF_WORDS, merge
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
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in _cleaned(found):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            articles.append(item)
        if progress is not None:
            progress(item.input)
    kept, repeated = _unique(articles)
    return kept, problems + repeated


def build(
    articles: Iterable[Article],
    problems: Iterable[Problem] = (),
    *,
    keep_strays: bool = False,
    brief_words: int = BRIEF_WORDS,
) -> Record:
    """The record of articles about one story. The order of the articles does not change it.

    Args:
        articles: the reports.
        problems: inputs that gave no article, to be told in the record.
        keep_strays: also keep reports that seem to belong to another story; else they are told as problems.
        brief_words: the most words that the brief may have.

    Raises:
        UsageError: there is no article.
    """
    kept, repeated = _unique(articles)
    if not kept:
        raise UsageError("a record needs at least one article")
    ordered = sorted(kept, key=lambda article: article.id)
    notes = annotate(ordered)
    strays = {} if keep_strays else dict(outsiders(ordered, notes))
    story = [(article, note) for article, note in zip(ordered, notes, strict=True) if article.id not in strays]
    told = [Problem(article.input, "link", strays[article.id]) for article in ordered if article.id in strays]
    ours, said = [article for article, _ in story], [note for _, note in story]
    return merge(ours, said, link(ours, said), [*problems, *repeated, *told], brief_words=brief_words)


def _cleaned(found: Iterable[Page | Problem]) -> Iterator[Article | Problem]:
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        try:
            yield clean(item)
        except NotAnArticle as error:
            yield Problem(error.input, "clean", error.message)


def _unique(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
    """Articles of which no two are the same, and a problem for each of the others; the first input by name is kept."""
    inputs: dict[str, list[Article]] = {}
    for article in articles:
        inputs.setdefault(article.id, []).append(article)
    kept, problems = [], []
    for same in inputs.values():
        first, *others = sorted(same, key=lambda each: each.input)
        kept.append(first)
        problems += [
            Problem(
                each.input, "read", "given twice" if each.input == first.input else f"the same text as {first.input}"
            )
            for each in others
        ]
    return kept, problems
