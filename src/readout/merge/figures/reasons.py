"""Why two figures are told as a disagreement, in words for a reader."""

from collections.abc import Sequence

from readout.grammar.figure_amounts import Agreement
from readout.model.record import ConflictSide, Reason


def disagreement(verdict: Agreement, sides: Sequence[ConflictSide]) -> tuple[Reason, ...]:
    """That the reports cannot all be right, or that they could but do not say the same."""
    values = [f"“{side.value}”" for side in sides]
    listed = f"{', '.join(values[:-1])} and {values[-1]}"
    spans = tuple(side.spans[0] for side in sides)
    if verdict is Agreement.CONTRADICTS:
        return (Reason("other_number", f"The reports give {listed}: they cannot all be right.", spans),)
    text = f"The reports give {listed}: both could be true as worded, but they are not the same figure."
    return (Reason("other_wording", text, spans),)
