"""Words of reports, citations and tables in Markdown."""

import re
from collections.abc import Iterable

from readout.model.record import Reason, Span
from readout.present import words
from readout.present.labels import Labels

_MARKUP = re.compile(r"([\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|^#)")
_LIST_START = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MANY = 12  # citations of one statement beyond this are counted, not listed


def escape(text: str | None) -> str:
    """Text of a report on one line, so that none of its characters is taken for markup."""
    line = _CONTROL.sub("\ufffd", " ".join((text or "").split()))
    line = _MARKUP.sub(r"\\\1", line)
    return _LIST_START.sub(_shield, line)


def _shield(found: re.Match[str]) -> str:
    """The start of a line that would otherwise begin a list or underline a heading."""
    space, digits, stop, blank, dash = found.groups()
    return f"{space}{digits}\\{stop}" if digits else f"{blank}\\{dash}"


def cites(spans: Iterable[Span], labels: Labels) -> str:
    """` [1:4–20] [2:7–30]`, or nothing."""
    ordered = labels.ordered(spans)
    text = "".join(f" [{labels.report(span.article).number}:{span.start}–{span.end}]" for span in ordered[:_MANY])
    return text + (f" and {words.count(len(ordered) - _MANY, 'more place')}" if len(ordered) > _MANY else "")


def because(reasons: Iterable[Reason], labels: Labels) -> str:
    """A list within a list, one reason a line."""
    return "".join(f"\n  - {escape(reason.text)}{cites(reason.spans, labels)}" for reason in reasons)


def behind(spans: Iterable[Span], origins: Iterable[str], labels: Labels) -> str:
    """`two reports, one origin`, with emphasis where one origin of several stands alone."""
    told = tuple(origins)
    text = labels.behind(spans, told)
    return f"*{text}*" if len(set(told)) == 1 and len(labels.record.origins) > 1 else text


def notes(parts: Iterable[str | None]) -> str:
    """` (a; b)` of what there is, or nothing."""
    there = "; ".join(filter(None, parts))
    return f" ({there})" if there else ""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table, or nothing where there are no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    rule = "|" + " --- |" * len(head)
    return "\n".join((f"| {' | '.join(head)} |", rule, *body)) if body else ""
