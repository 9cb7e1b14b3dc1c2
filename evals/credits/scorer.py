"""How far an article's agency and authors agree with what its text carries.

Recall counts over the articles whose text carries them. Precision counts over all articles, so that an agency or an
author found where the text names none is an error; but what the archive's own fields say is never one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.credits.gold import Credits, Cue, folded


@dataclass(frozen=True, slots=True)
class Found:
    """What a system says of one text. `contributors` answer only for authors that a sign-off names."""

    agency: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts over articles."""

    agencies: Counter[str] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    cues: Counter[tuple[Cue, bool]] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Credits, found: Found) -> None:
        """Count one article."""
        self.agencies += agency_errors(gold, found)
        self.authors += author_errors(gold, found)
        authors = {folded(name) for name in found.authors}
        signed = authors | {folded(name) for name in found.contributors}
        for person, cue in gold.authors.items():
            self.cues[cue, person in (signed if cue is Cue.SIGN_OFF else authors)] += 1
        if gold.agency is None and gold.wire is None and not gold.agency_open:
            self.silent["articles without agency"] += 1
            self.silent["agencies invented"] += found.agency is not None

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent; recall by the form in which an author is named; inventions."""
        scores = _three("agency", self.agencies) | _three("author", self.authors)
        for cue in Cue:
            known = self.cues[cue, True] + self.cues[cue, False]
            if known:
                scores[f"author R ({cue.value})"] = _percent(self.cues[cue, True], known)
        counts = {"articles with agency": self.agencies["carried"], "authors carried": self.authors["carried"]}
        return scores | {name: float(count) for name, count in (counts | dict(self.silent)).items()}


def agency_errors(gold: Credits, found: Found) -> Counter[str]:
    """What one article adds to the counts: `carried`, `recalled`, `said`, `right`."""
    right = found.agency is not None and found.agency in {gold.agency, gold.wire}
    said = found.agency is not None and not (gold.agency_open and gold.agency is None and not right)
    carried = gold.agency is not None
    recalled = carried and found.agency == gold.agency
    return Counter(carried=carried, recalled=recalled, said=said, right=right)


def author_errors(gold: Credits, found: Found) -> Counter[str]:
    """What one article adds to the counts of names."""
    authors = {folded(name) for name in found.authors}
    signed = authors | {folded(name) for name in found.contributors}
    recalled = [p for p, cue in gold.authors.items() if p in (signed if cue is Cue.SIGN_OFF else authors)]
    right = authors & gold.named
    return Counter(carried=len(gold.authors), recalled=len(recalled), said=len(authors), right=len(right))


def total(pairs: Iterable[tuple[Credits, Found]]) -> Tally:
    """The counts over articles and what was found in them."""
    tally = Tally()
    for gold, found in pairs:
        tally.add(gold, found)
    return tally


def _three(name: str, counts: Counter[str]) -> dict[str, float]:
    precision = _percent(counts["right"], counts["said"])
    recall = _percent(counts["recalled"], counts["carried"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name} P": precision, f"{name} R": recall, f"{name} F1": round(f1, 2)}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 100.0
