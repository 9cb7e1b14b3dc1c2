"""Which statements rest on words that are a side of a conflict, so that each can say so where it stands."""

from collections.abc import Iterable

from readout.model.record import Conflict, Record, Span


class Disputes:
    """The conflicts of a record, looked up by the characters of their sides."""

    def __init__(self, record: Record) -> None:
        self._places: dict[str, list[tuple[int, int, Conflict]]] = {}
        for conflict in record.conflicts:
            for side in conflict.sides:
                for span in side.spans:
                    self._places.setdefault(span.article, []).append((span.start, span.end, conflict))

    def of(self, spans: Iterable[Span]) -> tuple[Conflict, ...]:
        """The conflicts of which a side lies in these characters, or these in a side."""
        found = {
            conflict.id: conflict
            for span in spans
            for start, end, conflict in self._places.get(span.article, ())
            if (start >= span.start and end <= span.end) or (start <= span.start and end >= span.end)
        }
        return tuple(found[key] for key in sorted(found))
