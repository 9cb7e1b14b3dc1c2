"""`readout diff`: what is new, changed or withdrawn since an earlier record."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readout.cli.reading import console

if TYPE_CHECKING:
    from readout.model.record import Record

_RECORD = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("old", type=_RECORD, metavar="OLD.json")
@click.argument("new", type=_RECORD, metavar="NEW.json")
@click.option("--html", "html_out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the page of the newer record, with what is new on top.")  # fmt: skip
def diff(old: Path, new: Path, html_out: Path | None) -> None:
    """Print what is new, changed or withdrawn in NEW.json against OLD.json, both from `readout build --json`.

    \b
    Exit status: 0 the records were compared, 2 a file is no record, or wrong usage.
    """
    from readout.compare.records import diff as compare
    from readout.present.difference import print_difference

    difference = compare(_record(old), _record(new))
    if html_out is not None:
        from readout.present.html import to_html

        try:
            html_out.parent.mkdir(parents=True, exist_ok=True)
            html_out.write_bytes(to_html(difference.new, difference).encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise click.UsageError(f"cannot write {html_out}: {error.strerror}") from error
    print_difference(difference, console(stderr=False))


def _record(path: Path) -> "Record":
    import readout

    try:
        return readout.from_json(path.read_bytes())
    except readout.RecordError as error:
        raise click.UsageError(f"{path}: {error}") from error
    except OSError as error:
        raise click.UsageError(f"cannot read {path}: {error.strerror}") from error
