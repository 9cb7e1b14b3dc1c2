"""Yesterday's record and today's: what is new, changed or withdrawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.compare.matching import Sighting, match, shared
from readout.compare.records import diff
from readout.model.record import Edit, Span
from tests.present import fixtures


def test_a_record_does_not_differ_from_itself():
    assert not diff(fixtures.full(), fixtures.full())
    assert not diff(fixtures.nothing(), fixtures.nothing())


def test_what_the_older_record_does_not_have_is_new_and_the_other_way_round_withdrawn():
    full, sources = fixtures.full(), fixtures.sources()
    there = diff(sources, full)
    assert [quote.id for quote in there.quotes.new] == ["q-bang", "q-who"]
    assert [event.id for event in there.events.new] == ["v-rescue", "v-inquiry"]
    assert not there.reports
    back = diff(full, sources)
    assert [figure.id for figure in back.figures.withdrawn] == ["f-forty"]
    assert [conflict.id for conflict in back.conflicts.withdrawn] == ["c-rescued"]


def test_a_report_that_now_tells_a_figure_too_is_told():
    old = fixtures.full()
    span = fixtures.spans_of("a-island", fixtures.ISLAND, "Forty-two people")
    figure = replace(old.figures[0], spans=(*old.figures[0].spans, span))
    (change,) = diff(old, replace(old, figures=(figure,))).figures.changed
    assert change.added == ("a-island",)
    assert change.fields == change.dropped == ()


def test_a_quotation_that_grew_and_so_has_another_id_is_the_same_one():
    old = fixtures.full()
    quote = old.quotes[0]
    row = replace(quote.reports[0], spans=quote.reports[0].spans[:1])
    shorter = replace(quote, id="q-short", text="We heard a bang and then nothing.", reports=(row,))
    found = diff(replace(old, quotes=(shorter,)), replace(old, quotes=(quote,))).quotes
    assert not found.new
    assert not found.withdrawn
    assert found.changed[0].fields == ("text",)


def test_a_date_that_two_sentences_of_the_brief_borrow_does_not_make_them_one():
    old = fixtures.full()
    day = fixtures.spans_of("a-ferry", fixtures.FERRY, "Tuesday, March 3, 2026")
    lights = fixtures.spans_of("a-ferry", fixtures.FERRY, "Then the lights went out.")
    one = replace(old.brief[0], cites=(*old.brief[0].cites, day), edits=(Edit(35, 46, "on Tuesday", day),))
    other = replace(one, text="On 3 March the lights went out.", cites=(lights, day))
    found = diff(replace(old, brief=(one,)), replace(old, brief=(other,))).brief
    assert (len(found.new), len(found.changed), len(found.withdrawn)) == (1, 0, 1)


def test_a_corrected_report_is_changed_and_not_another():
    old = fixtures.full()
    corrected = replace(old.articles[1], id="a-ferry-2", text=old.articles[1].text.replace("40", "41"))
    new = replace(old, articles=(old.articles[0], corrected, old.articles[2]))
    found = diff(old, new).reports
    assert not found.new
    assert [change.fields for change in found.changed] == [("text",)]


def test_a_speaker_who_is_an_entity_of_another_id_but_the_same_name_is_no_change():
    old = fixtures.full()
    renamed = replace(old.entities[0], id="e-renamed")
    quote = replace(old.quotes[0], speaker="e-renamed")
    new = replace(old, entities=(renamed, old.entities[1]), quotes=(quote, old.quotes[1]))
    assert not diff(old, new).quotes


@pytest.mark.parametrize("which", [0, 1])
def test_characters_shared_are_a_share_of_the_shorter(which):
    spans = [(Span("a", 0, 10),), (Span("a", 5, 10), Span("b", 0, 90))]
    assert shared(spans[which], spans[1 - which]) == 1.0
    assert shared(spans[0], (Span("b", 0, 5),)) == 0.0


sightings = st.lists(
    st.builds(
        Sighting,
        st.sampled_from(["q-1", "q-2", "q-3", None]),
        st.sampled_from(["", "talks end", "Talks  end", "a vote"]),
        st.lists(st.builds(Span, st.just("a"), st.integers(0, 9), st.integers(10, 20)), max_size=2).map(tuple),
    ),
    max_size=6,
)


@given(sightings, sightings)
def test_nothing_is_matched_twice(old, new):
    pairs = match(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs) <= set(range(len(new)))
    assert set(pairs.values()) <= set(range(len(old)))


@given(sightings)
def test_everything_that_can_be_recognised_matches_itself(same):
    pairs = match(same, same)
    assert all(place in pairs for place, one in enumerate(same) if one.id or one.words)
