"""The clearest words for an event among those of its reports, as printed."""

import re
from collections.abc import Sequence

from readout.merge.events.dates import Told
from readout.model.notes import HappeningStatus

_PRONOUN = re.compile(
    r"\A(?:He|She|It|They|This|That|These|Those|There|We|I|You|Which|Who|his|her|its|their|he|she|it|they|who|which)\b"
)
_QUOTED = re.compile(r"[\"“”]")
_FITS = 1.0  # to tell what happened as having happened, what is planned as planned
_LENGTHS = range(7, 31)  # words that a line of a timeline takes


def clearest(tellings: Sequence[Told], status: str | None = None) -> Told:
    """The telling whose words stand best alone: whole, dated, with who and where, not too long, and prominent."""
    return max(
        tellings, key=lambda one: (_clearness(one) + (_FITS if one.happening.status == status else 0.0), one.span)
    )


def _clearness(one: Told) -> float:
    text = one.happening.span.of(one.article.text)
    words = len(text.split())
    score = one.weight + 1.5 * one.happening.score
    score += 1.0 if one.when is not None else 0.0
    score += 0.6 if one.happening.status in {HappeningStatus.PAST, HappeningStatus.SCHEDULED} else 0.0
    score += 0.3 if one.happening.place is not None else 0.0
    score += 0.3 * min(2, len(one.participants))
    score -= 1.2 if _PRONOUN.match(text) else 0.0
    score -= 0.5 if _QUOTED.search(text) else 0.0
    score -= 2.0 if one.headline else 0.0
    score -= 0.5 if not text[:1].isupper() else 0.0
    score -= 0.05 * max(0, words - _LENGTHS.stop) + 0.2 * max(0, _LENGTHS.start - words)
    return score
