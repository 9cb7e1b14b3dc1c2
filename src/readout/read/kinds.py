"""What kind of container an input is: by its name, by what its server says, by what stands in it."""

import re
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """The containers that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"
    ZIP = "zip"


READ_SUFFIXES = ".txt .html .htm .md .json .jsonl .ndjson .zip (and .gz of the single files)"

_SUFFIXES = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".shtml": Kind.HTML,
    ".json": Kind.JSON, ".jsonld": Kind.JSON,
    ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES, ".jsonlines": Kind.JSON_LINES,
    ".zip": Kind.ZIP,
}  # fmt: skip

_CONTENT_TYPES = {
    "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.TEXT, "text/markdown": Kind.MARKDOWN, "text/x-markdown": Kind.MARKDOWN,
    "application/json": Kind.JSON, "application/ld+json": Kind.JSON, "application/feed+json": Kind.JSON,
    "application/x-ndjson": Kind.JSON_LINES, "application/jsonl": Kind.JSON_LINES,
    "application/x-jsonlines": Kind.JSON_LINES,
    "application/zip": Kind.ZIP, "application/x-zip-compressed": Kind.ZIP,
}  # fmt: skip

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x00asm", "a program"),
)
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_HTML_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|section|div|p|h[1-6])\b)",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?|!doctype[^<>]*)>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</p\s*>|<p(?:\s[^<>]*)?>|<br\s*/?>|</div\s*>|</h[1-6]\s*>|</li\s*>", re.IGNORECASE)
_FEED_OPENING = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_JSON_OPENING = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_HEAD = 20_000


def kind_of_name(name: str) -> Kind | None:
    """The kind that a file's name tells, `.gz` aside."""
    path = PurePosixPath(name.lower())
    return _SUFFIXES.get(PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix)


def kind_of_content_type(header: str | None) -> Kind | None:
    """The kind that a `Content-Type` header tells."""
    return None if header is None else _CONTENT_TYPES.get(header.partition(";")[0].strip().lower())


def foreign_kind(data: bytes) -> str | None:
    """What a document is, in words, whose first bytes say that it is of no kind that is read."""
    if data.startswith(ZIP_MAGIC) and b"[Content_Types].xml" in data[:4096]:
        return "a Word, Excel or PowerPoint document"
    if data.startswith(b"RIFF"):
        return "an image, sound or video file"
    if data[4:8] == b"ftyp":
        return "a video file"
    return next((words for magic, words in _MAGIC if data.startswith(magic)), None)


def opens_as_html(text: str) -> bool:
    """Whether a text begins the way a page or a piece of one does."""
    return _HTML_OPENING.match(text[:_HEAD]) is not None


def has_block_tags(text: str) -> bool:
    """Whether tags, not blank lines, part the paragraphs of a text."""
    return "<" in text and _BLOCK_TAG.search(text) is not None


def has_tags(text: str) -> bool:
    """Whether there is any HTML tag in a text."""
    return _ANY_TAG.search(text) is not None


def is_feed(text: str) -> bool:
    """Whether a text is an RSS or Atom feed."""
    return _FEED_OPENING.match(text[:_HEAD]) is not None


def sniff(text: str) -> Kind:
    """The kind of a text of which nothing else is known."""
    if opens_as_html(text):
        return Kind.HTML
    if _JSON_OPENING.match(text):
        return Kind.JSON
    return Kind.TEXT
