"""`readout positions`: what each side wants, from reports or from a record made before."""

import sys
from typing import TYPE_CHECKING

import click

from readout.cli.reading import console, open_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.model.record import Position, Record


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option("--party", metavar="NAME", help="Only what this party wants (a part of the name is enough).")
@click.option("--issue", metavar="WORDS", help="Only this issue (a part of its label or terms is enough).")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print one position a line, as in the record.")
@click.option("--plover", "form", flag_value="plover", help="Print one PLOVER event a line, as JSON.")
@click.option("--csv", "form", flag_value="csv", help="Print one event a row with its CAMEO root, as CSV.")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def positions(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    party: str | None,
    issue: str | None,
    form: str | None,
    *,
    allow_private: bool,
    quiet: bool,
) -> None:
    r"""Print what each side demands, offers, refuses ... in the reports at PATH..., or in a record made before.

    First a table of issues and parties, then each position with the words that say it and the reports that print them.

    \b
    Exit status: 0 positions were looked for, 1 no input could be read, 2 wrong usage.
    """
    from dataclasses import replace

    record = open_record(inputs, allow_private=allow_private, quiet=quiet)
    found = tuple(one for one in record.positions if _is_wanted(one, party, issue, record))
    chosen = replace(record, positions=found)
    if form == "jsonl":
        _print_lines(found)
    elif form is not None:
        _print_events(chosen, form)
    else:
        _print_table(chosen)
        _print_evidence(chosen)


def _is_wanted(position: "Position", party: str | None, issue: str | None, record: "Record") -> bool:
    """Whether a position is of the party and on the issue asked for."""
    if party is not None:
        known = next((entity for entity in record.entities if entity.id == position.party), None)
        forms = () if known is None else (known.name, *known.aliases)
        if not any(party.casefold() in form.casefold() for form in forms):
            return False
    if issue is not None:
        told = next((one for one in record.issues if one.id == position.issue), None)
        words = () if told is None else (told.label, *told.terms)
        return any(issue.casefold() in each.casefold() for each in words)
    return True


def _print_lines(found: "Sequence[Position]") -> None:
    import msgspec

    for position in found:
        sys.stdout.buffer.write(msgspec.json.encode(position) + b"\n")


def _print_events(record: "Record", form: str) -> None:
    from readout.present import to_cameo, to_plover

    text = to_plover(record) if form == "plover" else to_cameo(record)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))


def _print_table(record: "Record") -> None:
    """Issues by parties: in each cell what the party does there."""
    from rich.table import Table
    from rich.text import Text

    from readout.present.labels import Labels
    from readout.present.stands import stand_table, verb

    labels, found = Labels(record), stand_table(record)
    if not found.rows:
        return
    table = Table(show_lines=True)
    table.add_column("")
    for party in found.parties:
        table.add_column(labels.entity(party) or "not told")
    for row in found.rows:
        cells = [Text("\n".join(dict.fromkeys(verb(one) for one in held))) for _, held in row.cells]
        table.add_row(Text(labels.issue(row.issue) or ""), *cells)
    console(stderr=False).print(table)


def _print_evidence(record: "Record") -> None:
    """By issue and party each position, with who said it, when, on what condition, and in which reports."""
    from rich.text import Text

    from readout.present.labels import Labels
    from readout.present.stands import verb

    terminal, labels = console(stderr=False), Labels(record)
    if not record.positions:
        terminal.print("No positions were found.")
    for issue in dict.fromkeys(position.issue for position in record.positions):
        terminal.print(Text(labels.issue(issue) or "On no issue that the reports name", style="bold"))
        held = [position for position in record.positions if position.issue == issue]
        for party in dict.fromkeys(position.party for position in held):
            terminal.print(Text(f"  {labels.entity(party) or 'not told'}"))
            for one in (position for position in held if position.party == party):
                named = (labels.entity(one.target), labels.entity(one.speaker), one.date)
                told = [f"{what} {value}" for what, value in zip(("to", "by", "on"), named, strict=True) if value]
                where = ", ".join(dict.fromkeys(labels.report(span.article).name for span in one.spans))
                terminal.print(
                    Text(f"    {verb(one)}:", style="italic"),
                    Text(one.text),
                    Text(f"({'; '.join([*told, where])})", style="dim"),
                )
