"""`readout export`: a record made before, in another format."""

from pathlib import Path

import click

from readout.cli.outputs import outputs, write


@click.command()
@click.argument("record", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="RECORD.json")
@outputs
def export(record: Path, targets: dict[str, str]) -> None:
    """Write a record that `readout build --json` made in other formats, without reading the reports again.

    \b
    Exit status: 0 written, 2 the file is no record, or wrong usage.
    """
    import readout

    if not targets:
        raise click.UsageError("say what to write: --html FILE, --csv DIR, --docx FILE, ...")
    try:
        found = readout.from_json(record.read_bytes())
    except readout.RecordError as error:
        raise click.UsageError(f"{record}: {error}") from error
    write(found, targets)
