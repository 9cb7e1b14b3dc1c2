"""A light reading of Markdown: which lines are headings, lists, quotations, captions; the text stays as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.model.text import Mark, Medium, Metadata, Page

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(?P<words>.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_QUOTE = re.compile(r" {0,3}>")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_IMAGE = re.compile(r"[ \t]*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?[ \t]*)+$")
_LINK = re.compile(r"[ \t]*(?:\[[^\]]+\]\([^)]*\)|<https?://[^>\s]+>)[ \t]*$")
_LINKS = re.compile(r"[\s|·•>/–—-]*(?:\[[^\]]*\]\([^)]*\)[\s|·•>/–—-]*){2,}$")
_ITALIC = re.compile(r"[ \t]*([*_])(?![*_\s]).*[^*_\s]\1[ \t]*$")
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w \-]*?)[ \t]*:[ \t]*(?P<value>.*)$")

_FIELDS = {
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "source_url": "url",
    "canonical": "url",
    "canonical_url": "url",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "sitename": "outlet",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "publishdate": "published",
    "datepublished": "published",
    "language": "language",
    "lang": "language",
    "agency": "agency",
}  # fmt: skip - what static-site generators, clippers and trafilatura's own Markdown call them


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text.rstrip())


def markdown_page(name: str, text: str, url: str | None = None) -> Page:
    """The page of a Markdown document. Marks cover whole blocks, their punctuation among them."""
    lines = list(_lines_of(text))
    front = _front_matter_end(lines)
    fields = _fields(lines[1 : front - 1]) if front else {}
    marks = tuple(_marks(lines[front:]))
    if front:
        marks = (Mark(lines[0].start, lines[front - 1].end, "pre"), *marks)
    return Page(name, text, Medium.MARKDOWN, _metadata(fields, _first_title(text, marks), url), marks)


def _lines_of(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line)
        start += len(line) + 1


def _front_matter_end(lines: list[_Line]) -> int:
    """How many lines the `---` block at the top takes; 0 where there is none."""
    if lines[0].text.rstrip() != "---":
        return 0
    return next((index + 1 for index, line in enumerate(lines) if index and line.text.rstrip() in {"---", "..."}), 0)


def _fields(lines: list[_Line]) -> dict[str, list[str]]:
    """Simple `key: value` lines, and lists of `- value` under a key."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        stripped = line.text.strip()
        field = _FIELD.match(line.text)
        if field:
            key = field["key"].lower().replace(" ", "").replace("-", "")
            fields[key] = _values(field["value"])
        elif stripped.startswith("- ") and key:
            fields[key] += _values(stripped[2:])
    return fields


def _values(value: str) -> list[str]:
    value = value.strip()
    parts = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
    return [word for part in parts if (word := part.strip().strip("\"'").strip())]


def _metadata(fields: dict[str, list[str]], title: str | None, url: str | None) -> Metadata:
    known: dict[str, list[str]] = {}
    for key, values in fields.items():
        target = _FIELDS.get(key) or _FIELDS.get(key.replace("_", ""))
        if target and values:
            known.setdefault(target, values)

    def first(key: str) -> str | None:
        return known[key][0] if key in known else None

    source = first("outlet")
    link = first("url") or (source if source and source.startswith(("http://", "https://")) else None)
    return Metadata(
        url=link or url,
        title=first("title") or title,
        outlet=source if source != link else None,
        byline=tuple(known.get("byline", ())),
        published=first("published"),
        language=first("language"),
        agency=first("agency"),
    )


def _first_title(text: str, marks: tuple[Mark, ...]) -> str | None:
    for mark in marks:
        if mark.tag == "h1":
            first_line = text[mark.start : mark.end].split("\n", maxsplit=1)[0]
            heading = _HEADING.match(first_line)
            return (heading["words"] if heading else first_line.strip()) or None
    return None


def _marks(lines: list[_Line]) -> Iterator[Mark]:
    at, before = 0, ""
    while at < len(lines):
        if not lines[at].text.strip():
            at += 1
            continue
        tag, count = _block(lines, at)
        first, last = lines[at], lines[at + count - 1]
        if tag == "p" and before == "figcaption" and count == 1 and _ITALIC.match(first.text):
            tag = "figcaption"
        before = tag
        yield Mark(first.start + len(first.text) - len(first.text.lstrip()), last.end, tag)
        at += count


def _block(lines: list[_Line], at: int) -> tuple[str, int]:
    """The tag of the block that begins with a line, and how many lines it takes."""
    line = lines[at].text
    heading = _HEADING.match(line)
    if heading:
        return f"h{len(heading[1])}", 1
    if _FENCE.match(line):
        return "pre", _fenced(lines, at)
    if _RULE.match(line):
        return "pre", 1
    for pattern, tag in ((_IMAGE, "figcaption"), (_LINK, "a"), (_TABLE, "table"), (_QUOTE, "blockquote")):
        if pattern.match(line):
            return tag, _run(lines, at, pattern) if tag in {"table", "blockquote"} else 1
    count = _paragraph(lines, at)
    underline = lines[at + count].text if at + count < len(lines) else ""
    if _ITEM.match(line):
        return "li", count
    if _UNDERLINE.match(underline):
        return ("h1" if "=" in underline else "h2"), count + 1
    return ("nav" if _LINKS.match(" ".join(line.text for line in lines[at : at + count])) else "p"), count


def _fenced(lines: list[_Line], at: int) -> int:
    opening = _FENCE.match(lines[at].text)
    assert opening
    for index in range(at + 1, len(lines)):
        if lines[index].text.strip().startswith(opening[1]):
            return index - at + 1
    return len(lines) - at


def _run(lines: list[_Line], at: int, pattern: re.Pattern[str]) -> int:
    end = at
    while end < len(lines) and pattern.match(lines[end].text):
        end += 1
    return end - at


def _paragraph(lines: list[_Line], at: int) -> int:
    """Lines up to a blank one or the beginning of another block."""
    end = at + 1
    while end < len(lines) and lines[end].text.strip() and not _begins_block(lines[end].text):
        end += 1
    return end - at


def _begins_block(line: str) -> bool:
    return any(p.match(line) for p in (_HEADING, _UNDERLINE, _FENCE, _RULE, _QUOTE, _ITEM, _IMAGE, _TABLE))
