"""Shared text: one entry for all reports that hold it."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.merge.passages import record_passages
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Passage, Span
from tests.merge.made import article, shared

TEXTS = {
    name: article(name, "The ferry sank at dawn off Orlo, the coast guard said, and nobody was hurt.") for name in "abc"
}
SPANS = st.builds(
    lambda name, start, length: Span(name, start, start + length),
    st.sampled_from("abc"),
    st.integers(0, 30),
    st.integers(5, 40),
)
PAIRS = st.lists(st.tuples(SPANS, SPANS).filter(lambda pair: pair[0].article != pair[1].article), max_size=6)


def passages(*found: SharedPassage) -> tuple[Passage, ...]:
    return record_passages(found, TEXTS)


def test_what_two_reports_share_is_one_passage_with_its_text() -> None:
    (made,) = passages(shared(Span("a", 4, 22), Span("b", 4, 22)))
    assert made.text == TEXTS["a"].text[4:22] == "ferry sank at dawn"
    assert made.spans == (Span("a", 4, 22), Span("b", 4, 22))
    assert made.kind == "copied"


def test_what_three_reports_share_is_one_passage() -> None:
    (made,) = passages(
        shared(Span("a", 0, 30), Span("b", 0, 30)),
        shared(Span("b", 2, 30), Span("c", 5, 33)),
        shared(Span("a", 0, 28), Span("c", 3, 33)),
    )
    assert {span.article for span in made.spans} == {"a", "b", "c"}
    assert made.spans[0] == Span("a", 0, 30)


def test_two_passages_of_one_pair_stay_apart() -> None:
    assert len(passages(shared(Span("a", 0, 20), Span("b", 0, 20)), shared(Span("a", 30, 50), Span("b", 30, 50)))) == 2


def test_a_short_passage_inside_a_long_one_stays_apart() -> None:
    made = passages(shared(Span("a", 0, 70), Span("b", 0, 70)), shared(Span("a", 0, 20), Span("c", 0, 20)))
    assert [len(each.spans) for each in made] == [2, 2]


def test_a_statement_that_both_quote_is_no_copied_text() -> None:
    copied = shared(Span("a", 0, 30), Span("b", 0, 30))
    quoted = shared(Span("a", 0, 30), Span("c", 0, 30), PassageKind.QUOTED)
    assert sorted(each.kind for each in passages(copied, quoted)) == ["copied", "quoted"]


def test_the_longest_passage_stands_first() -> None:
    made = passages(shared(Span("a", 60, 70), Span("b", 60, 70)), shared(Span("a", 0, 40), Span("b", 0, 40)))
    assert [len(each.text) for each in made] == [40, 10]


@settings(max_examples=100)
@given(PAIRS, st.randoms())
def test_the_order_in_which_they_were_found_does_not_matter(pairs: list[tuple[Span, Span]], random) -> None:
    found = [shared(*pair) for pair in pairs]
    turned = [shared(right, left) if random.random() < 0.5 else shared(left, right) for left, right in pairs]
    random.shuffle(turned)
    assert passages(*found) == passages(*turned)


@settings(max_examples=100)
@given(PAIRS)
def test_no_character_is_told_as_shared_that_is_not(pairs: list[tuple[Span, Span]]) -> None:
    made = passages(*(shared(*pair) for pair in pairs))
    assert _characters(span for each in made for span in each.spans) <= _characters(
        span for pair in pairs for span in pair
    )
    assert {span.article for each in made for span in each.spans} == {span.article for pair in pairs for span in pair}


def _characters(spans: Iterable[Span]) -> set[tuple[str, int]]:
    return {(span.article, at) for span in spans for at in range(span.start, span.end)}
