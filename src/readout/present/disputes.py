"""Which statements rest on words that are a side of a conflict, so that each can say so where it stands."""

import re
from collections.abc import Iterable

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

    def of(self, spans: Iterable[Span], text: str | None = None) -> tuple[Conflict, ...]:
        """The conflicts of which a side lies in these characters, or these in a side.

        `text`: what the statement says, where it may say less than its places: the side's words must be in it.
        """
        said = None if text is None else _words(text)
        found = {
            conflict.id: conflict
            for span in spans
            for start, end, side, conflict in self._places.get(span.article, ())
            if (start <= span.start and end >= span.end)
            or (start >= span.start and end <= span.end and (said is None or side <= said))
        }
        return tuple(found[key] for key in sorted(found))


def version(conflict: Conflict, side: ConflictSide) -> str:
    """One side's value as a reader writes it: a day in words."""
    return (words.date(side.value) if conflict.kind == "date" else None) or side.value


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
