"""Zip archives to sources, wary of those made to burst."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from readout.errors import Unreadable
from readout.model.record import Problem
from readout.read.files import is_hidden, unpacked
from readout.read.kinds import READ_SUFFIXES, Kind, kind_of_name
from readout.read.limits import Limits, size_words
from readout.read.source import Source

_SMALL = 1_000_000  # below this a high ratio is a file of blank lines, and harmless
_ENCRYPTED = 0x1

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, struct.error)


def sources_in(name: str, stream: BinaryIO, limits: Limits) -> Iterator[Source | Problem]:
    """The files in an archive, by name; archives within it are not opened.

    Raises:
        Unreadable: broken, or over a limit before anything is unpacked.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*BROKEN, ValueError, OSError) as error:
        raise Unreadable(name, f"a broken zip ({str(error).rstrip('.').lower()})") from None
    with archive:
        members = _members(name, archive, limits)
        if not members:
            raise Unreadable(name, "an empty zip")
        for member in members:
            yield from _source(name, archive, member, limits)


def _members(name: str, archive: zipfile.ZipFile, limits: Limits) -> list[zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    if len(infos) > limits.archive_members:
        raise Unreadable(name, f"{len(infos):,} files in one zip, over the limit of {limits.archive_members:,}")
    total = sum(info.file_size for info in infos)
    if total > limits.archive_bytes:
        raise Unreadable(name, f"unpacks to {size_words(total)}, over the limit of {size_words(limits.archive_bytes)}")
    return sorted(infos, key=lambda info: info.filename)


def _is_hidden(filename: str) -> bool:
    return any(is_hidden(part) for part in filename.split("/"))


def _source(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> Iterator[Source | Problem]:
    inner = f"{name}!{_clean(member.filename)}"
    kind = kind_of_name(member.filename)
    refusal = _refusal(member, kind, limits)
    if refusal:
        yield Problem(inner, "read", refusal)
        return
    try:
        with archive.open(member) as stream:
            yield Source(inner, unpacked(member.filename, cast("BinaryIO", stream)), kind)
    except (*BROKEN, RuntimeError, ValueError) as error:  # what a damaged directory makes of reading
        yield Problem(inner, "read", f"broken inside the zip ({str(error).rstrip('.').lower()})")


def _refusal(member: zipfile.ZipInfo, kind: Kind | None, limits: Limits) -> str | None:
    if kind is Kind.ZIP:
        return "a zip inside a zip: not opened"
    if kind is None:
        return f"of no kind that is read; what is read: {READ_SUFFIXES}"
    if member.flag_bits & _ENCRYPTED:
        return "locked with a password"
    if member.file_size > max(_SMALL, limits.archive_ratio * max(member.compress_size, 1)):
        ratio = member.file_size // max(member.compress_size, 1)
        return f"packed {ratio:,} to 1, as a zip bomb is: not unpacked"
    return None


def _clean(filename: str) -> str:
    return filename.encode("utf-8", "replace").decode("utf-8")
