"""Conflicts of the record over what was said: its wording in substance, and whose words they are.

Only what is certain is told: two people who say alike things on two occasions are no conflict.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from rapidfuzz import fuzz

from readout.merge.quotes import differences
from readout.model.ids import content_id
from readout.model.record import Conflict, ConflictSide, Quote, QuoteReport, Reason

_WHOLE = 90.0  # share of like signs of two wordings of one whole sentence
_SAME = 97.0  # share of like signs of the same words in two mouths
_LONG = 8  # words under which like words tell nothing
_NEGATIONS = frozenset({"not", "no", "never", "nothing", "none", "nobody", "neither", "nor", "cannot", "without"})
_NUMBER = re.compile(r"\d[\d,.]*")


def quote_conflicts(quotes: Sequence[Quote]) -> tuple[Conflict, ...]:
    """The conflicts over quotations."""
    return in_order([*_wordings(quotes), *_speakers(quotes)])


def in_order(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Conflicts in an order that their content gives."""
    return tuple(sorted(conflicts, key=lambda conflict: (conflict.kind, conflict.about, conflict.id)))


def _wordings(quotes: Sequence[Quote]) -> Iterator[Conflict]:
    """One utterance, quoted whole, with and without a negation or with two numbers."""
    for quote in quotes:
        if quote.kind != "direct":
            continue
        whole = [row for row in quote.reports if fuzz.ratio(row.text, quote.text) >= _WHOLE]
        sides: dict[str, list[QuoteReport]] = defaultdict(list)
        for row in whole:
            sides[_substance(row.text)].append(row)
        if len(sides) > 1 and any(differences(one.text, other.text) for one, other in combinations(whole, 2)):
            reason = Reason(
                "other_substance",
                "The reports quote the same words, but for a negation or a number.",
                tuple(row.spans[0] for row in whole),
            )
            rows = list(sides.values())
            yield _conflict("wording", quote.text, rows, [quote.speaker] * len(rows), reason)


def _substance(text: str) -> str:
    """The negations and numbers of a wording."""
    words = text.casefold().replace("’", "'").split()
    negations = sum(word.strip('.,;:!?"') in _NEGATIONS or "n't" in word for word in words)
    return f"{negations} {_NUMBER.findall(text)}"


def _speakers(quotes: Sequence[Quote]) -> Iterator[Conflict]:
    """The same words on the same day in two mouths."""
    said = [
        quote
        for quote in quotes
        if quote.kind == "direct" and quote.speaker and quote.said_on and len(quote.text.split()) >= _LONG
    ]
    for one, other in combinations(said, 2):
        same_day = one.said_on == other.said_on and one.speaker != other.speaker
        apart = {row.spans[0].article for row in one.reports}.isdisjoint(row.spans[0].article for row in other.reports)
        if same_day and apart and fuzz.ratio(one.text.casefold(), other.text.casefold()) >= _SAME:
            spans = (one.reports[0].spans[0], other.reports[0].spans[0])
            reason = Reason("two_mouths", "The reports give the same words on the same day to two people.", spans)
            rows = [list(one.reports), list(other.reports)]
            yield _conflict("speaker", one.text, rows, [one.speaker, other.speaker], reason)


def _conflict(
    kind: Literal["wording", "speaker"],
    about: str,
    sides: Sequence[Sequence[QuoteReport]],
    holders: Sequence[str | None],
    why: Reason,
) -> Conflict:
    told = [
        ConflictSide(
            value=rows[0].text if kind == "wording" else holder or "",
            origins=tuple(sorted({row.origin for row in rows})),
            holders=(holder,) if holder else (),
            spans=tuple(span for row in rows for span in row.spans),
        )
        for rows, holder in zip(sides, holders, strict=True)
    ]
    ordered = tuple(sorted(told, key=lambda side: (side.value, side.spans)))
    return Conflict(
        id=content_id("c", kind, *(side.value for side in ordered)),
        kind=kind,
        verdict="contradicts",
        about=about,
        sides=ordered,
        because=(why,),
    )
