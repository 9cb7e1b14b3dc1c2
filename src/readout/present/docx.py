"""The record as a Word document, for newsrooms: the brief with numbered sources, and every part below it."""

import io
import re
from collections.abc import Callable, Iterable

import docx
from docx.document import Document
from docx.shared import Pt, RGBColor

from readout.model.record import Conflict, Event, Figure, Quote, Record, Span
from readout.present import words
from readout.present.labels import Labels, known_as

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_GREY = RGBColor(0x59, 0x59, 0x59)


def to_docx(record: Record) -> bytes:
    """The document. `[2, 5]` behind a statement names the reports that say so; they are listed at the end."""
    labels = Labels(record)
    paper = docx.Document()
    paper.styles["Normal"].font.name = "Calibri"
    paper.styles["Normal"].font.size = Pt(11)
    paper.core_properties.title = _clean(record.title or "The record")
    paper.core_properties.author = "Readout"
    paper.add_heading(_clean(record.title or "The record"), 0)
    _note(paper, labels.standfirst())
    for heading, write in _PARTS:
        _section(paper, heading, write, labels)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _section(paper: Document, heading: str, write: Callable[[Document, Labels], None], labels: Labels) -> None:
    """A heading and what is under it, or nothing where there is nothing."""
    title = paper.add_heading(heading, 1)
    before = len(paper.element.body)
    write(paper, labels)
    if len(paper.element.body) == before:
        title._element.getparent().remove(title._element)  # noqa: SLF001 - python-docx has no other way to take a paragraph out


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


def _note(paper: Document, text: str) -> None:
    run = paper.add_paragraph().add_run(_clean(text))
    run.italic = True
    run.font.color.rgb = _GREY


def _line(paper: Document, text: str, source: str = "", lead: str = "", style: str = "List Bullet") -> None:
    """A paragraph: bold words that lead it, its text, and in grey who says so."""
    paragraph = paper.add_paragraph(style=style)
    if lead:
        paragraph.add_run(_clean(lead) + " ").bold = True
    paragraph.add_run(_clean(text))
    if source:
        run = paragraph.add_run(" " + _clean(source))
        run.font.size = Pt(9)
        run.font.color.rgb = _GREY


def _cites(spans: Iterable[Span], labels: Labels) -> str:
    numbers = sorted({labels.report(span.article).number for span in spans if labels.knows(span.article)})
    return f"[{', '.join(map(str, numbers))}]" if numbers else ""


def _brief(paper: Document, labels: Labels) -> None:
    if not labels.record.brief:
        return
    paragraph = paper.add_paragraph()
    for line in labels.record.brief:
        paragraph.add_run(_clean(line.text) + " ")
        alone = ", one origin" if len(line.origins) == 1 else ""
        run = paragraph.add_run(f"{_cites(line.cites, labels)[:-1]}{alone}] ")
        run.font.size = Pt(8)
        run.font.color.rgb = _GREY


def _events(paper: Document, labels: Labels) -> None:
    for event in labels.record.events:
        _line(paper, event.text, _event_source(event, labels), lead=_when(event))


def _when(event: Event) -> str:
    start, end = words.date(event.date.start), words.date(event.date.end)
    if start and end and start != end:
        return f"{start} – {end}"
    return start or (f"until {end}" if end else "No date given")


def _event_source(event: Event, labels: Labels) -> str:
    status = event.status.replace("_", " ") if event.status and event.status != "past" else ""
    told = [status, "background" if event.background else "", event.place or ""]
    about = "; ".join(part for part in told if part)
    return f"({about}) {_cites(event.spans, labels)}" if about else _cites(event.spans, labels)


def _positions(paper: Document, labels: Labels) -> None:
    for issue in dict.fromkeys(position.issue for position in labels.record.positions):
        paper.add_heading(_clean(labels.issue(issue) or "Other"), 2)
        for one in (each for each in labels.record.positions if each.issue == issue):
            act = f"no {one.act}" if one.polarity == "negated" else one.act
            who = labels.entity(one.party) or "Party not clear"
            _line(paper, one.text, _cites(one.spans, labels), lead=f"{who}, {act}:")


def _quotes(paper: Document, labels: Labels) -> None:
    said: dict[str, list[Quote]] = {}
    for quote in labels.record.quotes:
        who = labels.entity(quote.speaker) or quote.speaker_text or "Speaker not clear"
        said.setdefault(who, []).append(quote)
    for who, quotes in said.items():
        paper.add_heading(_clean(who), 2)
        for quote in quotes:
            about = "; ".join(filter(None, [quote.cue, quote.channel, words.date(quote.said_on)]))
            text = f"“{quote.text}”" if quote.kind == "direct" else quote.text
            source = _cites((row.spans[0] for row in quote.reports), labels)
            _line(paper, text, f"({about}) {source}" if about else source)


def _conflicts(paper: Document, labels: Labels) -> None:
    for conflict in labels.record.conflicts:
        _line(paper, conflict.about, f"({conflict.kind}: {conflict.verdict})", style="List Bullet")
        for side in conflict.sides:
            _line(paper, _side(conflict, side.value, labels), _cites(side.spans, labels), style="List Bullet 2")


def _side(conflict: Conflict, value: str, labels: Labels) -> str:
    return labels.entity(value) or value if conflict.kind == "speaker" else value


def _figures(paper: Document, labels: Labels) -> None:
    for figure in labels.record.figures:
        _line(paper, _measured(figure, labels), _cites(figure.spans, labels), lead=figure.text)


def _measured(figure: Figure, labels: Labels) -> str:
    holder = labels.entity(figure.holder)
    told = [figure.measures or "", f"according to {holder}" if holder else "", words.date(figure.as_of) or ""]
    return "; ".join(part for part in told if part)


def _origins(paper: Document, labels: Labels) -> None:
    for origin in labels.origins:
        numbers = sorted(labels.report(article).number for article in origin.articles)
        reasons = " ".join(reason.text for reason in origin.because)
        _line(paper, reasons, f"[{', '.join(map(str, numbers))}]", lead=labels.origin(origin.id))


def _reports(paper: Document, labels: Labels) -> None:
    for report in labels.reports:
        entry = report.article
        told = [entry.agency or "", ", ".join(entry.byline), report.day or "no date", known_as(entry, labels)]
        about = "; ".join(part for part in [*told, entry.url or entry.input] if part)
        _line(paper, entry.title or "Untitled", f"({about})", lead=f"{report.number}. {report.name}:", style="Normal")


def _problems(paper: Document, labels: Labels) -> None:
    for problem in labels.record.problems:
        _line(paper, problem.message, lead=f"{problem.input}:")


_PARTS: tuple[tuple[str, Callable[[Document, Labels], None]], ...] = (
    ("In brief", _brief),
    ("What happened, and when", _events),
    ("Who wants what", _positions),
    ("Where the reports disagree", _conflicts),
    ("Figures", _figures),
    ("Who said what", _quotes),
    ("Origins", _origins),
    ("Reports", _reports),
    ("Not used", _problems),
)
