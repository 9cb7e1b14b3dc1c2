"""`readout build`: reports in, a record and a page out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readout.cli.reading import console, read_inputs, report

if TYPE_CHECKING:
    from readout.model.record import Record

_NOTHING_READ = 1
_OUT = click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=str)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "json_out", type=_OUT, metavar="FILE", help="Write the record as JSON ('-': standard output).")
@click.option("--html", "html_out", type=_OUT, metavar="FILE", help="Write the record as one self-contained page.")
@click.option("--md", "md_out", type=_OUT, metavar="FILE", help="Write the record as Markdown.")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("--max-size", type=click.IntRange(min=1), metavar="MB", help="Refuse documents over this size (20).")
@click.option("--keep-strays", is_flag=True, help="Keep reports that seem to belong to another story.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def build(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    json_out: str | None,
    html_out: str | None,
    md_out: str | None,
    max_size: int | None,
    *,
    allow_private: bool,
    keep_strays: bool,
    quiet: bool,
) -> None:
    r"""Build the record of the reports at PATH...

    PATH is any mix of files (.txt .html .md .json .jsonl .zip), folders, http(s) addresses, and '-' for
    standard input. A summary is printed too, unless -q is given or an output goes to '-'.

    \b
    Exit status: 0 a record was made, 1 no input could be read, 2 wrong usage.
    """
    import readout

    outputs = {"json": json_out, "html": html_out, "md": md_out}
    if sum(target == "-" for target in outputs.values()) > 1:
        raise click.UsageError("only one output can go to standard output")
    articles, problems = read_inputs(inputs, max_size, allow_private=allow_private, quiet=quiet)
    if not articles:
        click.echo("No article could be read:", err=True)
        report(problems)
        sys.exit(_NOTHING_READ)
    record = readout.build(articles, problems, keep_strays=keep_strays)
    for kind, target in outputs.items():
        if target is not None:
            _write(record, kind, target)
    if not quiet and "-" not in outputs.values():
        _summarise(record)


def _write(record: "Record", kind: str, target: str) -> None:
    import readout

    content = {"json": readout.to_json, "html": readout.to_html, "md": readout.to_markdown}[kind](record)
    data = content.encode("utf-8", "surrogatepass")
    if target == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).write_bytes(data)
    except OSError as error:
        raise click.UsageError(f"cannot write {target}: {error.strerror}") from error


def _summarise(record: "Record") -> None:
    from readout.present import summary

    summary(record, console(stderr=False))
