"""How one report's words differ from another's, said in words and marked in the text."""

from dataclasses import dataclass

from readout.model.record import Quote, Span, Variant


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a wording; `changed`: the quotation has other words here, or none."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's words for a quotation. `variant` is None where they are the quotation's own."""

    spans: tuple[Span, ...]
    text: str
    variant: Variant | None


def wordings(quote: Quote) -> tuple[Wording, ...]:
    """The wording of each report, in the record's order."""
    variants = {variant.article: variant for variant in quote.variants}
    return tuple(Wording(row.spans, row.text, variants.get(row.spans[0].article)) for row in quote.reports if row.spans)


def difference(ours: str, theirs: str) -> str:
    """`has “would” for “will”`, `leaves out “point”`, `adds “point”`."""
    if not theirs.strip():
        return f"leaves out “{ours.strip()}”"
    if not ours.strip():
        return f"adds “{theirs.strip()}”"
    return f"has “{theirs.strip()}” for “{ours.strip()}”"


def differences(variant: Variant) -> str:
    """All that one wording changes, in one sentence without its subject."""
    found = [difference(ours, theirs) for ours, theirs in variant.differs if ours.strip() or theirs.strip()]
    return "; ".join(found) if found else "gives it in other words"


def marked(variant: Variant) -> tuple[Piece, ...]:
    """The wording cut at what it changes or adds, as far as those words are found in their order."""
    pieces = []
    position = 0
    for _, theirs in variant.differs:
        at = variant.text.find(theirs, position) if theirs.strip() else -1
        if at >= 0:
            pieces += [Piece(variant.text[position:at], changed=False), Piece(theirs, changed=True)]
            position = at + len(theirs)
    pieces.append(Piece(variant.text[position:], changed=False))
    return tuple(piece for piece in pieces if piece.text)
