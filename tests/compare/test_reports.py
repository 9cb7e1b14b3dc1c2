"""Two reports of one story: what both tell, what only one tells, which words differ for the same thing."""

from dataclasses import replace

import pytest

from readout.compare.reports import compare_reports, nearest, plain, worded
from readout.model.record import EntityMention, QuoteReport
from tests.present import fixtures


def two_wordings():
    """The ferry's record, with the bang quoted by two reports, and a name spelt in two ways."""
    record = fixtures.full()
    said = fixtures.spans_of("a-island", fixtures.ISLAND, "We heard a bang and then nothing")
    row = QuoteReport((said,), None, None, "We heard a big bang and then nothing.", "o-island")
    mine = replace(record.quotes[0].reports[0], text="we heard a bang and then nothing")
    quote = replace(record.quotes[0], reports=(mine, row))
    there = fixtures.spans_of("a-island", fixtures.ISLAND, "Ola Brandt")
    mention = EntityMention("a-island", there.start + 1, there.end, "name")
    person = replace(record.entities[0], mentions=(*record.entities[0].mentions, mention))
    return replace(record, quotes=(quote, record.quotes[1]), entities=(person, record.entities[1]))


def test_both_reports_tell_what_either_is_cited_for():
    found = compare_reports(two_wordings(), "a-ferry", "a-island")
    assert [thing.id for thing in found.both] == ["q-bang"]
    assert "v-rescue" in [thing.id for thing in found.left_only]
    assert found.right_only == ()


def test_left_and_right_change_places():
    record = two_wordings()
    there, back = compare_reports(record, "a-ferry", "a-island"), compare_reports(record, "a-island", "a-ferry")
    assert (there.left_only, there.right_only) == (back.right_only, back.left_only)
    assert there.both == back.both
    assert there.shares == back.shares[::-1]


def test_other_words_for_the_same_quotation_and_another_spelling_are_told():
    found = compare_reports(two_wordings(), "a-ferry", "a-island")
    assert [thing.kind for thing in found.worded] == ["quote", "name"]
    assert [thing.form("a-island") for thing in found.worded] == ["We heard a big bang and then nothing.", "la Brandt"]


def test_the_words_that_not_every_report_has_are_marked():
    thing = next(thing for thing in worded(two_wordings()) if thing.kind == "quote")
    text = thing.form("a-island")
    runs = thing.runs(text)
    assert "".join(words for words, _ in runs) == text
    assert [words for words, own in runs if own] == ["big"]


def test_where_hardly_a_word_is_the_same_none_is_marked():
    thing = next(thing for thing in worded(two_wordings()) if thing.kind == "quote")
    assert thing.runs("A wholly different account.") == (("A wholly different account.", False),)


def test_marks_drawn_otherwise_are_no_other_words():
    assert plain("“It won’t stay,”") == plain('"It won\'t stay."')


def test_the_reports_take_sides_in_a_conflict():
    record = fixtures.full()
    assert [c.id for c in compare_reports(record, "a-ferry", "a-island").disagree] == ["c-rescued"]
    assert compare_reports(record, "a-ferry", "a-gazette").disagree == ()


def test_shared_text_is_told_both_ways_round():
    left, right = compare_reports(fixtures.full(), "a-ferry", "a-gazette").shares
    assert left is not None
    assert right is not None
    assert 0 < left.copied <= left.share <= 1


def test_a_report_that_is_not_there_cannot_be_compared():
    with pytest.raises(KeyError):
        compare_reports(fixtures.full(), "a-ferry", "a-nowhere")


def test_the_pair_that_tells_most_in_common_from_two_origins_comes_first():
    assert nearest(two_wordings()) == ("a-ferry", "a-island")
    assert nearest(fixtures.nothing()) is None
