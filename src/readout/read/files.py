"""Files and folders to sources."""

import gzip
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from readout.model.record import Problem
from readout.read.kinds import READ_SUFFIXES, Kind, kind_of_name
from readout.read.source import Source

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r"})
_SAVED_PAGE_PARTS = (
    "_files",
    ".files",
    "_archivos",
    "_fichiers",
    "_dateien",
)  # what browsers call the folder beside it


def sources_at(path: str) -> Iterator[Source | Problem]:
    """The file at a path, or those in and under the folder there, by name; hidden files are passed over.

    A source's stream is closed when the next one is asked for.
    """
    try:
        if Path(path).is_dir():
            yield from _in_folder(Path(path), ())
        else:
            yield from _open(path)
    except OSError as error:
        yield Problem(shown_name(path), "read", os_error_words(error))


def shown_name(path: str | os.PathLike[str]) -> str:
    """A path as it stands in the record: what is no text in it is replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def os_error_words(error: OSError) -> str:
    """Why the system would not give a file, in words."""
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "may not be read (permission denied)"
        case _:
            return f"could not be read ({error.strerror or error})"


def is_hidden(name: str) -> bool:
    """Whether a file or folder is none that a person put there to be read."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES


def _in_folder(folder: Path, above: tuple[str, ...]) -> Iterator[Source | Problem]:
    real = os.path.realpath(folder)
    if real in above:
        yield Problem(shown_name(folder), "read", "a link to a folder that it lies in")
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if not is_hidden(entry.name))
    except OSError as error:
        yield Problem(shown_name(folder), "read", os_error_words(error))
        return
    if not names and not above:
        yield Problem(shown_name(folder), "read", "an empty folder")
    for name in names:
        yield from _entry(folder / name, names, (*above, real))


def _entry(path: Path, siblings: list[str], above: tuple[str, ...]) -> Iterator[Source | Problem]:
    if path.is_dir():
        page = _page_of_parts(path.name, siblings)
        if page is None:
            yield from _in_folder(path, above)
        else:
            yield Problem(
                shown_name(path), "read", f"the images and scripts of the saved page {shown_name(page)}: not read"
            )
    elif kind_of_name(path.name) is None:
        yield Problem(shown_name(path), "read", f"{_suffix_words(path)}; what is read: {READ_SUFFIXES}")
    else:
        yield from _open(str(path))


def _page_of_parts(folder: str, siblings: list[str]) -> str | None:
    """The saved page whose pictures and scripts a folder holds."""
    stem = next((folder.removesuffix(end) for end in _SAVED_PAGE_PARTS if folder.endswith(end)), None)
    if stem is None:
        return None
    return next((name for name in siblings if name in {f"{stem}.html", f"{stem}.htm", f"{stem}.xhtml"}), None)


def _suffix_words(path: Path) -> str:
    return f"a {path.suffix.lower()} file" if path.suffix else "a file of no known kind"


def _open(path: str) -> Iterator[Source | Problem]:
    """The source at a path: a regular file, or a pipe such as a shell makes for `<(command)`."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            yield Problem(shown_name(path), "read", "a device, not a file")
            return
        with Path(path).open("rb") as stream:
            yield Source(shown_name(path), unpacked(path, stream), kind_of_name(path))
    except OSError as error:
        yield Problem(shown_name(path), "read", os_error_words(error))


def unpacked(name: str, stream: BinaryIO) -> BinaryIO:
    """The stream, through gzip where the name says so."""
    packed = name.lower().endswith(".gz") and kind_of_name(name) not in {None, Kind.ZIP}
    return gzip.GzipFile(fileobj=stream) if packed else stream  # type: ignore[return-value]
