"""One container as it was found: a name, and bytes that are not yet understood."""

from dataclasses import dataclass
from typing import BinaryIO

from readout.errors import Unreadable
from readout.read.kinds import Kind
from readout.read.limits import over_limit


@dataclass(frozen=True, slots=True)
class Source:
    """A container in the outside world. `name` is what the record will call it; `kind` is as declared, if at all."""

    name: str
    stream: BinaryIO
    kind: Kind | None = None
    charset: str | None = None
    url: str | None = None

    def read(self, limit: int) -> bytes:
        """All the bytes.

        Raises:
            Unreadable: there are more than `limit`.
        """
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(self.name, over_limit(limit))
        return data
