"""The one seam to the network: whoever can fetch a URL."""

from dataclasses import dataclass
from typing import Protocol

from readout.read.decoding import charset_of_content_type


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave. `url` is where the redirects ended."""

    url: str
    body: bytes
    content_type: str | None = None

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        return charset_of_content_type(self.content_type)


class Fetcher(Protocol):
    """Fetches pages; tests hand in one that needs no network."""

    def fetch(self, url: str) -> Fetched:
        """What is at a URL.

        Raises:
            Unreadable: it could not be had, or must not be; the message says why.
        """
        ...
