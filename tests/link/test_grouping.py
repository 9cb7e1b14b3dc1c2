"""Facts about groups of things that may have to stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from readout.link.grouping import Grouping

MEMBERS = list(range(8))
LINKS = st.lists(st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)), max_size=20)


def test_what_is_joined_is_together() -> None:
    groups = Grouping("abcd")
    assert groups.join("a", "b")
    assert groups.join("b", "c")
    assert groups.together("a", "c")
    assert groups.groups() == [["a", "b", "c"], ["d"]]


def test_two_that_must_be_apart_stay_apart_through_others() -> None:
    groups = Grouping("abcd")
    groups.forbid("a", "d")
    assert groups.join("a", "b")
    assert groups.join("c", "d")
    assert not groups.join("b", "c")
    assert not groups.may_join("a", "c")
    assert groups.groups() == [["a", "b"], ["c", "d"]]


@given(LINKS, LINKS)
def test_groups_keep_every_member_once_and_no_forbidden_pair(
    apart: list[tuple[int, int]], links: list[tuple[int, int]]
) -> None:
    groups = Grouping(MEMBERS)
    kept = [(left, right) for left, right in apart if left != right]
    for left, right in kept:
        groups.forbid(left, right)
    joined = [groups.join(left, right) for left, right in links]
    assert sorted(member for group in groups.groups() for member in group) == MEMBERS
    assert not any(groups.together(left, right) for left, right in kept)
    assert all(groups.together(*link) == done for link, done in zip(links, joined, strict=True) if done)


@given(LINKS)
def test_without_anything_forbidden_the_order_of_links_does_not_matter(links: list[tuple[int, int]]) -> None:
    forward, back = Grouping(MEMBERS), Grouping(MEMBERS)
    for left, right in links:
        forward.join(left, right)
    for left, right in reversed(links):
        back.join(right, left)
    assert forward.groups() == back.groups()
