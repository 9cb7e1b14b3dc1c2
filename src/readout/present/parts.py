"""The record's parts arranged for reading: the sections of the page, the brief at its edits, figures by subject."""

from collections.abc import Iterable
from dataclasses import dataclass

from readout.model.record import BriefSentence, Entity, Figure, Reason, Record, Span

MOST_FIGURES = 12  # subjects that stand open; what one report alone counts comes last
_KINDS = (
    ("person", "People"),
    ("country", "Countries"),
    ("organization", "Organizations"),
    ("group", "Groups"),
    ("place", "Places"),
)


@dataclass(frozen=True, slots=True)
class BriefPiece:
    """A run of a brief's sentence; `was` is what an edit put it in place of, `span` where that is known from."""

    text: str
    was: str | None = None
    span: Span | None = None


def contents(record: Record, *, difference: object = None) -> tuple[tuple[str, str, str], ...]:
    """(id, heading, short name) of each section that the page has, in the order of an editor's questions."""
    sections: tuple[tuple[str, str, str, object], ...] = (
        ("brief", "In brief", "Brief", record.brief),
        ("difference", "Since the earlier record", "New", difference),
        ("timeline", "What happened, and when", "Timeline", record.events),
        ("positions", "Who wants what", "Positions", record.positions),
        ("people", "Who said what", "People", record.quotes or record.entities),
        ("figures", _figures_heading(record), "Figures", record.figures or record.conflicts),
        ("origins", "Who reported it first-hand", "Sources", record.articles),
        ("compare", "Two reports side by side", "Compare", len(record.articles) > 1),
        ("problems", "Not used", "Not used", record.problems),
    )
    return tuple((name, heading, short) for name, heading, short, content in sections if content)


def _figures_heading(record: Record) -> str:
    if not record.conflicts:
        return "Figures"
    return "Figures, and where the reports disagree" if record.figures else "Where the reports disagree"


def brief_lines(sentence: BriefSentence) -> tuple[BriefPiece, ...]:
    """The sentence cut at its edits."""
    pieces = []
    position = 0
    for edit in sorted(sentence.edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            continue
        pieces.append(BriefPiece(sentence.text[position : edit.start]))
        pieces.append(BriefPiece(sentence.text[edit.start : edit.end], edit.was, edit.span))
        position = edit.end
    pieces.append(BriefPiece(sentence.text[position:]))
    return tuple(piece for piece in pieces if piece.text)


def borrowed(sentence: BriefSentence) -> tuple[Span, ...]:
    """The places that only a date or a name was taken from, which the sentence itself does not rest on."""
    edits = {edit.span for edit in sentence.edits}
    rest = tuple(span for span in sentence.cites if span not in edits)
    return tuple(span for span in sentence.cites if span in edits) if rest else ()


def rests_on(sentence: BriefSentence) -> tuple[Span, ...]:
    """The places that a sentence of the brief rests on."""
    lent = set(borrowed(sentence))
    return tuple(span for span in sentence.cites if span not in lent)


def said_in(sentence: BriefSentence) -> str:
    """The words of a sentence of the brief, and those in whose place edits stand."""
    return " ".join((sentence.text, *(edit.was for edit in sentence.edits)))


def once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """A reason that holds several times is told once, with all its places."""
    merged: dict[tuple[str, str], dict[Span, None]] = {}
    for reason in reasons:
        merged.setdefault((reason.rule, reason.text), {}).update(dict.fromkeys(reason.spans))
    return tuple(Reason(rule, text, tuple(spans)) for (rule, text), spans in merged.items())


def by_kind(entities: Iterable[Entity]) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    """(heading, entities), most mentioned first."""
    ranked = sorted(entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))
    kinds = ((heading, tuple(entity for entity in ranked if entity.kind == kind)) for kind, heading in _KINDS)
    return tuple((heading, members) for heading, members in kinds if members)


def by_subject(figures: Iterable[Figure]) -> tuple[tuple[str | None, tuple[Figure, ...]], ...]:
    """(what is measured, figures), what most origins give first; figures of one subject by day, then as they stand."""
    subjects: dict[str | None, list[Figure]] = {}
    names: dict[str, str] = {}
    for figure in figures:
        subject = figure.measures
        key = names.setdefault(subject.casefold(), subject) if subject else None
        subjects.setdefault(key, []).append(figure)
    ranked = sorted(subjects.items(), key=lambda item: (item[0] is None, -_weight(item[1])))
    return tuple(
        (subject, tuple(sorted(found, key=lambda f: (f.as_of or "", -len(f.origins))))) for subject, found in ranked
    )


def _weight(figures: Iterable[Figure]) -> int:
    return len({origin for figure in figures for origin in figure.origins}) + max(len(f.spans) for f in figures)
