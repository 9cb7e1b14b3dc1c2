"""How much of the outside world is taken in before an input is refused."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one reading; sizes in bytes after unpacking, times in seconds.

    document_bytes: one file, archive member, JSON line or response.  container_bytes: one JSON file, compressed file
    or archive as it lies there.  archive_bytes, archive_members: all that one archive unpacks to.
    archive_ratio: unpacked to packed; text packs at about 3 to 1, so beyond 200 it was made to burst.
    """

    document_bytes: int = 20 * _MB
    container_bytes: int = 1_000 * _MB
    archive_bytes: int = 2_000 * _MB
    archive_members: int = 100_000
    archive_ratio: int = 200
    timeout: float = 20.0
    total_time: float = 90.0
    redirects: int = 5
    retries: int = 3
    longest_wait: float = 30.0
    host_delay: float = 1.0


def over_limit(count: int) -> str:
    """Why something too large is not read."""
    return f"over the limit of {size_words(count)} for one document"


def size_words(count: int) -> str:
    """A number of bytes as a reader says it: `20 MB`."""
    for unit, size in (("GB", 1_000 * _MB), ("MB", _MB), ("kB", 1_000)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} bytes"
