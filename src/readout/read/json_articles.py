"""JSON and JSON lines to pages."""

import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol

import msgspec

from readout.errors import Unreadable
from readout.model.record import Problem
from readout.model.text import Medium, Page
from readout.read.decoding import decode
from readout.read.json_fields import Object, articles_in, id_of, metadata_of, summary_of, text_of
from readout.read.kinds import has_block_tags
from readout.read.limits import Limits, size_words

_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?(\d+) chars\]\s*$")
_CUT_OFF_WITHIN = 60  # characters at the end
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _Lines(Protocol):
    def readline(self, size: int, /) -> bytes: ...


class _Joined:
    """Bytes that were read ahead, and the stream that they came from."""

    def __init__(self, ahead: bytes, stream: BinaryIO) -> None:
        self._ahead = io.BytesIO(ahead)
        self._stream = stream

    def readline(self, size: int, /) -> bytes:
        line = self._ahead.readline(size)
        return line if line.endswith(b"\n") or len(line) == size else line + self._stream.readline(size - len(line))


def read_json(name: str, text: str, url: str | None = None) -> Iterator[Page | Problem]:
    """The articles of one JSON document, or of JSON lines that go by the name of one.

    Raises:
        Unreadable: it is neither.
    """
    try:
        value = parse(text)
    except ValueError as error:
        if not _is_json_lines(text):
            raise Unreadable(name, f"not valid JSON: {error}") from None
        yield from _read_lines(name, (line.encode("utf-8", "replace") for line in text.split("\n")), len(text) * 4)
        return
    names = _Names(name)
    single = isinstance(value, dict) and text_of(value) is not None
    number = 0
    for number, article in enumerate(articles_in(value), 1):
        yield from _pages(name if single else names.of(article, str(number)), article, url)
    if not number:
        raise Unreadable(name, "JSON without an article in it")


def read_json_lines(name: str, stream: BinaryIO, limits: Limits) -> Iterator[Page | Problem]:
    """The articles of a file with one JSON value on each line; a bad line costs only itself.

    Raises:
        Unreadable: the stream is no text at all, or empty.
    """
    limit = limits.document_bytes
    first = stream.readline(limit + 1)
    opening = decode(first)
    if opening is None:
        raise Unreadable(name, "binary, not JSON lines")
    if opening.strip() and len(first) <= limit and not _parses(opening):
        whole = first + stream.read(limit)
        text = decode(whole)
        if text is not None and _parses(text):  # one value, printed over many lines
            yield from read_json(name, text)
            return
        yield from _read_lines(name, _lines(b"", _Joined(whole, stream), limit), limit)
        return
    yield from _read_lines(name, _lines(first, stream, limit), limit)


def _read_lines(name: str, lines: Iterable[bytes], limit: int) -> Iterator[Page | Problem]:
    names = _Names(name)
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        try:
            articles = list(articles_in(_parse_line(line, limit)))
        except ValueError as error:
            yield Problem(f"{name}#{number}", "read", str(error))
            continue
        if not articles:
            yield Problem(f"{name}#{number}", "read", "JSON without an article in it")
        for within, article in enumerate(articles, 1):
            yield from _pages(names.of(article, str(number) if len(articles) == 1 else f"{number}.{within}"), article)
    if empty:
        raise Unreadable(name, "empty")


def _parse_line(line: bytes, limit: int) -> object:
    if len(line) > limit:
        raise ValueError(f"over the limit of {size_words(limit)} for one line")
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text = decode(line)
    if text is None:
        raise ValueError("binary, not JSON")
    try:
        return parse(text)
    except ValueError as error:
        raise ValueError(f"not valid JSON: {error}") from None


def parse(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    """A JSON value; NaN and broken escapes, as Python's and pandas' writers leave them, are let through.

    Raises:
        ValueError: it is not JSON; the message says where.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} (line {error.lineno}, column {error.colno})") from None


class _Names:
    """Names for the articles of one container: their own id, else their number; none is given twice."""

    def __init__(self, container: str) -> None:
        self._container = container
        self._given: set[str] = set()

    def of(self, article: Object, place: str) -> str:
        own = id_of(article)
        name = place if own is None or own in self._given else own
        while name in self._given:
            name += "'"
        self._given.add(name)
        return f"{self._container}#{name}"


def _pages(name: str, article: Object, url: str | None = None) -> Iterator[Page | Problem]:
    """One article, and what is wrong with it."""
    text = text_of(article)
    if text is None:
        text = summary_of(article)
        if text is None:
            yield Problem(name, "read", "no text in it (looked for text, content, articleBody, body and the like)")
            return
        yield Problem(name, "read", "no text in it: its summary was read instead")
    text = _LONE_SURROGATE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        yield Problem(name, "read", "binary, not text")
        return
    cut = _CUT_OFF.search(text[-_CUT_OFF_WITHIN:])
    if cut:
        yield Problem(name, "read", f"cut off by its source: {cut[1]} more characters were not delivered")
    yield _page(name, text, article, url)


def _page(name: str, text: str, article: Object, url: str | None) -> Page:
    metadata = metadata_of(article, url)
    if has_block_tags(text):
        from readout.read.html.page import fragment_page  # noqa: PLC0415 - lxml is heavy, and most JSON holds plain text

        return fragment_page(name, text, metadata)
    return Page(name, text, Medium.JSON, metadata)


def _is_json_lines(text: str) -> bool:
    lines = [line for line in text.split("\n", 3)[:3] if line.strip()]
    return len(lines) > 1 and lines[0].lstrip().startswith("{") and _parses(lines[0])


def _parses(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _lines(first: bytes, stream: _Lines, limit: int) -> Iterator[bytes]:
    """Lines of at most `limit` + 1 bytes; what is beyond that of a line is passed over."""
    line = first or stream.readline(limit + 1)
    while line:
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        line = stream.readline(limit + 1)
