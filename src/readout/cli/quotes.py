"""`readout quotes`: who said what, from reports or from a record made before."""

import csv
import io
import sys
from typing import TYPE_CHECKING

import click

from readout.cli.reading import cell, console, open_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.model.record import Quote, Record

_FIELDS = (
    "id",
    "speaker",
    "speaker_text",
    "kind",
    "text",
    "cue",
    "channel",
    "addressee",
    "said_on",
    "via",
    "statement",
)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option("--speaker", metavar="NAME", help="Only what this speaker said (a part of the name is enough).")
@click.option("--csv", "form", flag_value="csv", help="Print one row for each report of each quotation, as CSV.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print one quotation a line, as in the record.")
@click.option("--citron", "form", flag_value="citron", help="Print one report a line, in the JSON form of BBC Citron.")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def quotes(inputs: tuple[str, ...], speaker: str | None, form: str | None, *, allow_private: bool, quiet: bool) -> None:
    """Print who said what in the reports at PATH..., or in a record that `readout build --json` wrote.

    \b
    Exit status: 0 quotations were looked for, 1 no input could be read, 2 wrong usage.
    """
    record = open_record(inputs, allow_private=allow_private, quiet=quiet)
    names = {entity.id: entity.name for entity in record.entities}
    found = [quote for quote in record.quotes if speaker is None or _is_by(quote, speaker, record)]
    if form == "csv":
        _print_csv(found, names, record)
    elif form == "jsonl":
        _print_lines(found)
    elif form == "citron":
        _print_citron(found, record)
    else:
        _print_text(found, names, record)


def _is_by(quote: "Quote", name: str, record: "Record") -> bool:
    wanted = name.casefold()
    known = next((entity for entity in record.entities if entity.id == quote.speaker), None)
    if known is None:
        return wanted in (quote.speaker_text or "").casefold()
    return any(wanted in form.casefold() for form in (known.name, *known.aliases))


def _print_csv(found: "Sequence[Quote]", names: dict[str, str], record: "Record") -> None:
    inputs = {article.id: article.input for article in record.articles}
    origins = {origin.id: origin.name for origin in record.origins}
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*_FIELDS, "report", "start", "end", "wording", "origin"])
    for quote in found:
        named = [_shown(getattr(quote, field), field, names) for field in _FIELDS]
        for row in quote.reports:
            place = (cell(inputs[row.spans[0].article]), row.spans[0].start, row.spans[-1].end)
            rows.writerow([*named, *place, cell(row.text), cell(origins.get(row.origin, row.origin))])
    sys.stdout.buffer.write(out.getvalue().encode("utf-8", "surrogatepass"))


def _shown(value: str | None, field: str, names: dict[str, str]) -> str:
    shown = names.get(value, value) if value is not None and field in {"speaker", "via"} else value
    return cell(shown or "")


def _print_lines(found: "Sequence[Quote]") -> None:
    import msgspec

    for quote in found:
        sys.stdout.buffer.write(msgspec.json.encode(quote) + b"\n")


def _print_citron(found: "Sequence[Quote]", record: "Record") -> None:
    from readout.present.citron import to_citron

    sys.stdout.buffer.write(to_citron(record, found).encode("utf-8", "surrogatepass"))


def _print_text(found: "Sequence[Quote]", names: dict[str, str], record: "Record") -> None:
    from rich.text import Text

    terminal = console(stderr=False)
    titles = {article.id: article.outlet or article.title or article.input for article in record.articles}
    by_speaker: dict[str, list[Quote]] = {}
    for quote in found:
        who = names.get(quote.speaker or "", "") or quote.speaker_text or "Speaker not clear"
        by_speaker.setdefault(who, []).append(quote)
    for who, said in by_speaker.items():
        terminal.print(Text(who, style="bold"))
        for quote in said:
            words = f"“{quote.text}”" if quote.kind == "direct" else quote.text
            about = [part for part in (quote.cue, quote.channel, quote.said_on) if part]
            where = ", ".join(dict.fromkeys(titles[row.spans[0].article] for row in quote.reports))
            terminal.print(Text(f"  {words}"), Text(f"({'; '.join([*about, where])})", style="dim"))
