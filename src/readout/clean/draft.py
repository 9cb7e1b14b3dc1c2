"""The pieces of one text while their roles are being decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from readout.clean.segments import Segment, plain, split
from readout.model.text import Metadata, Role


@dataclass(slots=True)
class Draft:
    """Segments and the roles found so far (None: open). Lives only while one article is cleaned."""

    text: str
    metadata: Metadata
    segments: list[Segment]
    roles: list[Role | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.roles:
            self.roles = [None] * len(self.segments)

    def __len__(self) -> int:
        return len(self.segments)

    def open(self) -> Iterator[tuple[int, Segment]]:
        """The segments without a role, with their indices."""
        for index, (segment, role) in enumerate(zip(self.segments, self.roles, strict=True)):
            if role is None:
                yield index, segment

    def indices(self, role: Role) -> list[int]:
        """Where a role was given."""
        return [index for index, each in enumerate(self.roles) if each is role]

    def of(self, role: Role) -> list[Segment]:
        """The segments of a role."""
        return [self.segments[index] for index in self.indices(role)]

    def split(self, index: int, at: int) -> None:
        """Cut a segment in two at an offset into the text; both halves are open."""
        left, right = split(self.segments[index], at, self.text)
        if left.start < left.end and right.start < right.end:
            self.segments[index : index + 1] = [left, right]
            self.roles[index : index + 1] = [None, None]

    def title(self) -> str | None:
        """The headline as printed on the page, else what its metadata names, for comparing."""
        found = self.of(Role.HEADLINE)
        if found:
            return found[0].plain
        return plain(self.metadata.title) if self.metadata.title else None
