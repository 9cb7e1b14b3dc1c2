"""Which statements rest on words that are a side of a conflict, so that each can say so where it stands."""

import re
from collections.abc import Iterable, Iterator

from readout.model.record import Conflict, ConflictSide, Record, Span
from readout.present import words

_WORD = re.compile(r"[^\W_]+")


class Disputes:
    """The conflicts of a record, looked up by the characters of their sides."""

    def __init__(self, record: Record) -> None:
        texts = {article.id: article.text for article in record.articles}
        self._places: dict[str, list[tuple[int, int, frozenset[str], Conflict]]] = {}
        for conflict in record.conflicts:
            for side in conflict.sides:
                for span in side.spans:
                    said = _words(texts.get(span.article, "")[span.start : span.end])
                    self._places.setdefault(span.article, []).append((span.start, span.end, said, conflict))

    def of(self, spans: Iterable[Span], text: str | None = None, *, dated: bool = False) -> tuple[Conflict, ...]:
        """The conflicts of which a side lies in these characters, or these in a side.

        `text`: what the statement says, where it may say less than its places: the side's words, or its day, must be
        in it. `dated`: the statement is a happening, of which a conflict of dates is told whatever it says.
        """
        said = None if text is None else _words(text)
        found = {
            conflict.id: conflict
            for span in spans
            for start, end, side, conflict in self._places.get(span.article, ())
            if _meets(span, start, end)
            and (said is None or _tells(conflict, side, said, _inside(span, start, end), dated))
        }
        return tuple(found[key] for key in sorted(found))


def _meets(span: Span, start: int, end: int) -> bool:
    """Whether one of the two stretches lies in the other."""
    return (start >= span.start and end <= span.end) or _inside(span, start, end)


def _inside(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end


def _tells(conflict: Conflict, side: frozenset[str], said: frozenset[str], within: bool, dated: bool) -> bool:  # noqa: FBT001
    """Whether a statement says what is disputed: the side's words, or its day by date or weekday."""
    if conflict.kind != "date":
        return within or side <= said
    return dated or any(day <= said for one in conflict.sides for day in _days(one.value))


def _days(iso: str) -> Iterator[frozenset[str]]:
    """The words by which a day may be told: `march 13`, `thursday`."""
    written, weekday = words.date(iso), words.weekday(iso)
    if written is not None:
        yield _words(written.rsplit(" ", 1)[0])
    if weekday is not None:
        yield _words(weekday)


def version(conflict: Conflict, side: ConflictSide) -> str:
    """One side's value as a reader writes it: a day in words."""
    return (words.date(side.value) if conflict.kind == "date" else None) or side.value


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
