"""`readout build`: reports in, a record and a page out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from readout.model.record import Problem, Record
    from readout.model.text import Article

_NOTHING_READ = 1
_OUT = click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=str)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "json_out", type=_OUT, metavar="FILE", help="Write the record as JSON ('-': standard output).")
@click.option("--html", "html_out", type=_OUT, metavar="FILE", help="Write the record as one self-contained page.")
@click.option("--md", "md_out", type=_OUT, metavar="FILE", help="Write the record as Markdown.")
@click.option("--allow-private", is_flag=True, help="Also fetch from addresses of private networks.")
@click.option("--max-size", type=click.IntRange(min=1), metavar="MB", help="Refuse documents over this size (20).")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def build(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    json_out: str | None,
    html_out: str | None,
    md_out: str | None,
    max_size: int | None,
    *,
    allow_private: bool,
    quiet: bool,
) -> None:
    r"""Build the record of the reports at PATH...

    PATH is any mix of files (.txt .html .md .json .jsonl .zip), folders, http(s) addresses, and '-' for
    standard input. Without an output option a summary is printed.

    \b
    Exit status: 0 a record was made, 1 no input could be read, 2 wrong usage.
    """
    import readout

    outputs = {"json": json_out, "html": html_out, "md": md_out}
    if sum(target == "-" for target in outputs.values()) > 1:
        raise click.UsageError("only one output can go to standard output")
    articles, problems = _read(inputs, max_size, allow_private=allow_private, quiet=quiet)
    if not articles:
        _report(problems)
        sys.exit(_NOTHING_READ)
    record = readout.build(articles, problems)
    for kind, target in outputs.items():
        if target is not None:
            _write(record, kind, target)
    if not quiet and "-" not in outputs.values():
        _summarise(record)


def _read(
    inputs: tuple[str, ...], max_size: int | None, *, allow_private: bool, quiet: bool
) -> "tuple[list[Article], list[Problem]]":
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    import readout

    limits = readout.Limits() if max_size is None else readout.Limits(document_bytes=max_size * 1_000_000)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} read"),
        BarColumn(pulse_style="dim"),
        TextColumn("{task.description}"),
    )
    console = _console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=name[-60:].replace("[", r"\["))

        return readout.read(inputs, limits=limits, allow_private=allow_private, progress=advance)


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

    summary(record, _console(stderr=False))


def _report(problems: "list[Problem]") -> None:
    click.echo("No article could be read:", err=True)
    for problem in problems:
        click.echo(f"  {problem.input}: {problem.message}", err=True)


def _console(*, stderr: bool) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)
