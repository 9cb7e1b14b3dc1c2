"""Where a record can be written to: one option for each format, shared by the commands that have a record."""

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from readout.model.record import Record

_FILE = click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=str)
_FOLDER = click.Path(file_okay=False, path_type=str)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `function` of `readout.present` makes its text, its bytes, or (`folder`) its files by name."""

    option: str
    function: str
    about: str
    folder: bool = False


FORMATS = (
    Format("json", "to_json", "the record as JSON ('-': standard output)"),
    Format("html", "to_html", "one self-contained page"),
    Format("md", "to_markdown", "Markdown"),
    Format("docx", "to_docx", "a Word document"),
    Format("ics", "to_ics", "the scheduled events as a calendar (iCalendar)"),
    Format("csv", "to_csv", "one CSV table for each part of the record", folder=True),
    Format("jsonl", "to_jsonl", "JSON lines for each part of the record", folder=True),
    Format("jsonld", "to_jsonld", "JSON-LD (schema.org)"),
    Format("bibtex", "to_bibtex", "the reports as BibTeX"),
    Format("csl", "to_csl", "the reports as CSL-JSON"),
    Format("plover", "to_plover", "the positions as PLOVER events, as JSON lines"),
    Format("cameo", "to_cameo", "the positions as rows with CAMEO roots, as CSV"),
)


def outputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option for each format; it gets `targets`, the path asked for by the option's name."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the command takes
        asked = {each.option: kwargs.pop(f"{each.option}_out") for each in FORMATS}
        targets = {name: path for name, path in asked.items() if path is not None}
        if sum(path == "-" for path in targets.values()) > 1:
            raise click.UsageError("only one output can go to standard output")
        return command(*args, targets=targets, **kwargs)

    made: Callable[..., Any] = wrapped
    for each in reversed(FORMATS):
        made = _option(each)(made)
    return made


def _option(each: Format) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    kind, metavar = (_FOLDER, "DIR") if each.folder else (_FILE, "FILE")
    names = (f"--{each.option}", f"{each.option}_out")
    return click.option(*names, type=kind, metavar=metavar, help=f"Write {each.about}.")


def write(record: "Record", targets: dict[str, str]) -> None:
    """Write the record in every format that is asked for.

    Raises:
        click.UsageError: a target cannot be written.
    """
    import readout.present

    for each in FORMATS:
        if each.option not in targets:
            continue
        content = getattr(readout.present, each.function)(record)
        target = targets[each.option]
        if each.folder:
            for name, text in content.items():
                _put(text, str(Path(target) / name))
        else:
            _put(content, target)


def _put(content: str | bytes, target: str) -> None:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if target == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).write_bytes(data)
    except OSError as error:
        raise click.UsageError(f"cannot write {target}: {error.strerror}") from error
