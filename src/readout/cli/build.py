"""`readout build`: reports in, a record and a page out."""

import sys
from typing import TYPE_CHECKING

import click

from readout.cli.outputs import outputs, write
from readout.cli.reading import console, read_inputs, report

if TYPE_CHECKING:
    from readout.model.record import Record

_NOTHING_READ = 1


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@outputs
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("--max-size", type=click.IntRange(min=1), metavar="MB", help="Refuse documents over this size (20).")
@click.option("--keep-strays", is_flag=True, help="Keep reports that seem to belong to another story.")
@click.option(
    "--brief-words",
    type=click.IntRange(120, 300),
    default=200,
    show_default=True,
    metavar="N",
    help="The most words that the brief may have, 120 to 300.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def build(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    targets: dict[str, str],
    max_size: int | None,
    brief_words: int,
    *,
    allow_private: bool,
    keep_strays: bool,
    quiet: bool,
) -> None:
    """Build the record of the reports at PATH...

    PATH is any mix of files (.txt .html .md .json .jsonl .zip), folders, http(s) addresses, and '-' for
    standard input. A summary is printed too, unless -q is given or an output goes to '-'.

    \b
    Exit status: 0 a record was made, 1 no input could be read, 2 wrong usage.
    """
    import readout

    articles, problems = read_inputs(inputs, max_size, allow_private=allow_private, quiet=quiet)
    if not articles:
        click.echo("No article could be read:", err=True)
        report(problems)
        sys.exit(_NOTHING_READ)
    record = readout.build(articles, problems, keep_strays=keep_strays, brief_words=brief_words)
    write(record, targets)
    if not quiet and "-" not in targets.values():
        _summarise(record)


def _summarise(record: "Record") -> None:
    from readout.present import summary

    summary(record, console(stderr=False))
