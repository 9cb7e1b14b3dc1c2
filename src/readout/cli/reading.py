"""What commands share: reading with progress, a record made before, telling problems, the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from readout.model.record import Problem, Record
    from readout.model.text import Article


def open_record(inputs: tuple[str, ...], *, allow_private: bool, quiet: bool) -> "Record":
    """The record at the one path, or the one of the reports; ends the command where nothing could be read."""
    import readout

    if len(inputs) == 1 and inputs[0].endswith(".json") and Path(inputs[0]).is_file():
        try:
            return readout.from_json(Path(inputs[0]).read_bytes())
        except readout.RecordError:
            pass  # no record: reports in JSON
    articles, problems = read_inputs(inputs, None, allow_private=allow_private, quiet=quiet)
    report(problems)
    if not articles:
        sys.exit(1)
    return readout.build(articles, problems)


def cell(words: str) -> str:
    """Words that a spreadsheet does not take for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@")) else words


def read_inputs(
    inputs: tuple[str, ...], max_size: int | None, *, allow_private: bool, quiet: bool
) -> "tuple[list[Article], list[Problem]]":
    """The articles and problems of the inputs, with progress on a terminal. `max_size`: megabytes of a document."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    import readout

    limits = readout.Limits() if max_size is None else readout.Limits(document_bytes=max_size * 1_000_000)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} read"),
        BarColumn(pulse_style="dim"),
        TextColumn("{task.description}"),
    )
    terminal = console(stderr=True)
    with Progress(*columns, console=terminal, transient=True, disable=quiet or not terminal.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=name[-60:].replace("[", r"\["))

        return readout.read(inputs, limits=limits, allow_private=allow_private, progress=advance)


def report(problems: "Iterable[Problem]") -> None:
    """Tell what could not be used, on standard error."""
    for problem in problems:
        click.echo(f"  {problem.input}: {problem.message}", err=True)


def console(*, stderr: bool) -> "Console":
    """The terminal, without guesses at what to colour."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)
