"""Any mix of inputs to pages; the only file that knows all the doors to the outside world."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from readout.errors import Unreadable
from readout.model.record import Problem
from readout.model.text import Page
from readout.read.fetch.fetcher import Fetched, Fetcher
from readout.read.files import sources_at
from readout.read.kinds import kind_of_content_type
from readout.read.limits import Limits
from readout.read.pages import pages_of
from readout.read.source import Source

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one reading brought in; an input that could be read in part only is in both."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


def read_inputs(  # noqa: PLR0913 - one keyword for each thing that a caller may bring along
    inputs: Iterable[str],
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    on_page: Callable[[Page], None] | None = None,
) -> Harvest:
    """The pages of files, folders, archives, URLs and standard input ("-"), in the order given, folders by name.

    Bad input never raises: it is among the problems, with its reason. `on_page` is told of each page as it comes in.
    `fetcher` and `stdin` stand in for the network and for this process's standard input.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for found in iter_inputs(inputs, limits=limits, allow_private=allow_private, stdin=stdin, fetcher=fetcher):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        pages.append(found)
        if on_page:
            on_page(found)
    return Harvest(tuple(pages), tuple(problems))


def iter_inputs(
    inputs: Iterable[str],
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Page | Problem]:
    """As `read_inputs`, one page or problem after the other."""
    bounds = limits or Limits()
    for given in inputs:
        if given == STANDARD_INPUT:
            yield from pages_of(Source(STANDARD_INPUT, stdin or sys.stdin.buffer), bounds)
        elif given.lower().startswith(("http://", "https://")):
            fetcher = fetcher or _polite_fetcher(bounds, allow_private=allow_private)
            yield from _fetched(given, fetcher, bounds)
        else:
            yield from _at_path(given, bounds)


def _at_path(path: str, limits: Limits) -> Iterator[Page | Problem]:
    for source in sources_at(path):
        if isinstance(source, Problem):
            yield source
        else:
            yield from pages_of(source, limits)


def _fetched(url: str, fetcher: Fetcher, limits: Limits) -> Iterator[Page | Problem]:
    try:
        response = fetcher.fetch(url)
    except Unreadable as error:
        yield Problem(url, "read", error.message)
        return
    yield from pages_of(_source_of(url, response), limits)


def _source_of(url: str, response: Fetched) -> Source:
    return Source(
        name=url,
        stream=io.BytesIO(response.body),
        kind=kind_of_content_type(response.content_type),
        charset=response.charset,
        url=response.url,
    )


def _polite_fetcher(limits: Limits, *, allow_private: bool) -> Fetcher:
    from readout.read.fetch.polite import PoliteFetcher  # noqa: PLC0415 - only a URL needs an HTTP client

    return PoliteFetcher(limits, allow_private=allow_private)
