"""One source to its pages: the bytes are understood, and what cannot be is named with its reason."""

import gzip
import io
import zlib
from collections.abc import Iterator

from readout.errors import InputError, NotAnArticle, Unreadable
from readout.model.record import Problem
from readout.model.text import Medium, Metadata, Page
from readout.read.archives import BROKEN, sources_in
from readout.read.decoding import declared_in_html, decode
from readout.read.files import os_error_words
from readout.read.json_articles import read_json, read_json_lines
from readout.read.kinds import ZIP_MAGIC, Kind, foreign_kind, has_tags, is_feed, opens_as_html, sniff
from readout.read.limits import Limits, over_limit
from readout.read.markdown import markdown_page
from readout.read.source import Source


def pages_of(source: Source, limits: Limits) -> Iterator[Page | Problem]:
    """The pages of a source, and a problem for each part of it that gives none."""
    try:
        yield from _pages(source, limits)
    except InputError as error:
        yield Problem(error.input, "read", error.message)
    except gzip.BadGzipFile as error:
        yield Problem(source.name, "read", f"a broken gzip file ({error})")
    except OSError as error:
        yield Problem(source.name, "read", os_error_words(error))
    except (*BROKEN, zlib.error) as error:
        yield Problem(source.name, "read", f"broken ({str(error).rstrip('.').lower()})")


def _pages(source: Source, limits: Limits) -> Iterator[Page | Problem]:
    if source.kind is Kind.ZIP:
        yield from _archive_pages(source, limits)
    elif source.kind is Kind.JSON_LINES:
        yield from read_json_lines(source.name, source.stream, limits)
    else:
        yield from _understood(source, _read(source, limits), limits)


def _read(source: Source, limits: Limits) -> bytes:
    """The bytes of a source; many articles may stand in one JSON document, so it may be larger than one article."""
    if source.kind is Kind.JSON:
        return source.read(limits.container_bytes)
    if source.kind is not None:
        return source.read(limits.document_bytes)
    data = source.stream.read(limits.document_bytes)
    if data.lstrip()[:1] in {b"{", b"["} or data.startswith(ZIP_MAGIC):
        return data + source.read(limits.container_bytes)
    if source.stream.read(1):
        raise Unreadable(source.name, over_limit(limits.document_bytes))
    return data


def _archive_pages(source: Source, limits: Limits) -> Iterator[Page | Problem]:
    stream = source.stream if source.stream.seekable() else io.BytesIO(source.read(limits.container_bytes))
    for member in sources_in(source.name, stream, limits):
        if isinstance(member, Problem):
            yield member
        else:
            yield from pages_of(member, limits)


def _understood(source: Source, data: bytes, limits: Limits) -> Iterator[Page | Problem]:
    if source.kind is None and data.startswith(ZIP_MAGIC) and foreign_kind(data) is None:
        yield from _archive_pages(Source(source.name, io.BytesIO(data), Kind.ZIP), limits)
        return
    text = _text(source, data)
    kind = _settled_kind(source.kind, text)
    if kind is Kind.JSON:
        yield from read_json(source.name, text, source.url)
    else:
        yield _page(source, kind, text)


def _text(source: Source, data: bytes) -> str:
    if not data.strip():
        raise NotAnArticle(source.name, "empty")
    foreign = foreign_kind(data)
    if foreign:
        raise Unreadable(source.name, f"{foreign}, not text")
    text = decode(data, source.charset or declared_in_html(data))
    if text is None:
        raise Unreadable(source.name, "binary, not text")
    if not text.strip("\ufeff\u200b \t\n\r\f\v\xa0"):
        raise NotAnArticle(source.name, "empty")
    if is_feed(text):
        raise NotAnArticle(source.name, "a feed (RSS or Atom), not an article")
    return text


def _settled_kind(declared: Kind | None, text: str) -> Kind:
    """What a text is: names lie, so pages called .txt and plain text called .html are taken for what they are."""
    if declared in {Kind.TEXT, Kind.MARKDOWN} and opens_as_html(text):
        return Kind.HTML
    if declared is Kind.HTML and not has_tags(text):
        return sniff(text)
    return declared or sniff(text)


def _page(source: Source, kind: Kind, text: str) -> Page:
    if kind is Kind.HTML:
        from readout.read.html.page import html_page  # noqa: PLC0415 - lxml and trafilatura are heavy, plain text needs neither

        return html_page(source.name, text, source.url)
    if kind is Kind.MARKDOWN:
        return markdown_page(source.name, text, source.url)
    return Page(source.name, text, Medium.TEXT, Metadata(url=source.url))
