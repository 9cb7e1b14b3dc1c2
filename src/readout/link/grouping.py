"""Grouping by links: union-find in which some things must not be in one group."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Grouping(Generic[T]):
    """Disjoint groups of members; `forbid` keeps two apart, with all that either is or will be joined to.

    What is forbidden has to be told before what is joined. Joins are taken in the order in which they come: bring
    them in an order of their own, the surest first, and the groups do not depend on the order of the members.
    """

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {member: member for member in members}
        self._size: dict[T, int] = dict.fromkeys(self._parent, 1)
        self._apart: dict[T, set[T]] = {member: set() for member in self._parent}

    def root(self, member: T) -> T:
        """The member that stands for a member's group."""
        top = member
        while self._parent[top] != top:
            top = self._parent[top]
        while self._parent[member] != top:
            self._parent[member], member = top, self._parent[member]
        return top

    def together(self, left: T, right: T) -> bool:
        """Whether two members are in one group."""
        return self.root(left) == self.root(right)

    def forbid(self, left: T, right: T) -> None:
        """Keep two members, and their groups, apart. Members that are together already stay so."""
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def may_join(self, left: T, right: T) -> bool:
        """Whether nothing keeps two members' groups apart."""
        return self.root(right) not in self._apart[self.root(left)]

    def join(self, left: T, right: T) -> bool:
        """Make two groups one, unless they must be apart; tells whether the two are together now."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        if b in self._apart[a]:
            return False
        if self._size[a] < self._size[b]:
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size.pop(b)
        for other in self._apart.pop(b):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        return True

    def groups(self) -> list[list[T]]:
        """The groups, in the order in which their first members were given, members in that order too."""
        found: dict[T, list[T]] = {}
        for member in self._parent:
            found.setdefault(self.root(member), []).append(member)
        return list(found.values())
