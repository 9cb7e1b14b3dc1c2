"""How the record is arranged: statements, wordings in words, positions side by side, sources to copy, disputes."""

from dataclasses import replace

import pytest

from readout.model.record import Variant
from readout.present.disputes import Disputes, version
from readout.present.labels import Labels
from readout.present.parts import by_subject, contents, once, rests_on
from readout.present.people import silent, speakers
from readout.present.places import citation_groups, with_sources
from readout.present.stands import courses, dates, stand_table, tone, verb
from readout.present.wordings import difference, differences, marked
from tests.present import fixtures


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ("point", "", "leaves out “point”"),
        ("", "point", "adds “point”"),
        ("will", "would", "has “would” for “will”"),
    ],
)
def test_a_wording_leaves_out_adds_or_has_other_words(ours, theirs, said):
    assert difference(ours, theirs) == said


def test_a_wording_that_names_no_words_is_said_to_be_another():
    assert differences(Variant("a", "elsewhere", ())) == "gives it in other words"


def test_words_that_differ_are_marked_where_they_stand():
    pieces = marked(Variant("a", "a loud bang, a loud cry", (("", "loud"), ("shout", "cry"))))
    assert [piece.text for piece in pieces if piece.changed] == ["loud", "cry"]
    assert "".join(piece.text for piece in pieces) == "a loud bang, a loud cry"


def test_sentences_of_one_statement_stand_together_and_their_reason_once():
    record = fixtures.story()
    first = speakers(record, Labels(record))[0]
    assert first.name == "Ola Brandt"
    assert [quote.id for quote in first.statements[0].quotes] == ["q-bang", "q-dark"]
    assert len(first.statements[0].because) == 1


def test_who_has_no_name_comes_last_and_who_is_silent_is_named_apart():
    record = fixtures.story()
    assert speakers(record, Labels(record))[-1].name is None
    assert [entity.id for entity in silent(record)] == ["e-line"]


def test_an_issue_with_two_sides_is_a_row_and_what_one_side_alone_says_is_none():
    table = stand_table(fixtures.story())
    assert table.parties == ("e-line", "e-brandt")
    assert [[len(held) for _, held in row.cells] for row in table.rows] == [[2, 1]]
    assert [(party, len(held)) for party, held in table.alone] == [(None, 1)]


def test_parties_beyond_the_third_of_many_share_a_column():
    record = fixtures.story()
    many = tuple(replace(record.positions[0], id=f"p-{n}", party=f"e-{n}") for n in range(7))
    table = stand_table(replace(record, positions=many))
    assert (len(table.parties), len(table.others)) == (3, 4)
    assert sum(row.count for row in table.rows) == 7


def test_what_a_party_held_from_day_to_day_is_told_in_order():
    record = fixtures.story()
    (course,) = courses(record)
    assert [day for day, _ in course.steps] == ["2026-03-03", "2026-03-05"]
    assert dates(record) == ("2026-03-03", "2026-03-04", "2026-03-05")


def test_a_negated_act_is_negated_in_words():
    record = fixtures.story()
    assert verb(record.positions[3]) == "does not deny"
    assert verb(replace(record.positions[3], polarity="affirmed")) == "denies"
    assert tone(record.positions[3]) == "asks"


def test_no_disagreement_is_announced_where_there_is_none():
    record = fixtures.story()
    heading = {name: text for name, text, _ in contents(replace(record, conflicts=()))}["figures"]
    assert heading == "Figures"


def test_figures_of_one_subject_stand_together():
    record = fixtures.story()
    ((subject, figures),) = by_subject(record.figures)
    assert (subject, len(figures)) == ("rescued", 2)


def test_a_sentence_with_a_disputed_figure_is_known_by_its_place():
    record = fixtures.story()
    found = Disputes(record)
    assert [conflict.id for conflict in found.of(rests_on(record.brief[1]))] == ["c-rescued"]
    assert found.of(record.quotes[0].reports[0].spans) == ()


def test_a_sentence_that_leaves_the_disputed_figure_out_is_not_in_dispute():
    record = fixtures.story()
    found = Disputes(record)
    assert found.of(record.brief[1].cites, "Forty-two people were brought ashore.")
    assert found.of(record.brief[1].cites, "People were brought ashore.") == ()


def test_a_day_in_dispute_is_told_of_the_happening_and_of_what_names_the_day():
    record = fixtures.story()
    conflict = record.conflicts[0]
    sides = tuple(replace(s, value=day) for s, day in zip(conflict.sides, ("2026-03-03", "2026-03-04"), strict=True))
    found = Disputes(replace(record, conflicts=(replace(conflict, kind="date", sides=sides),)))
    spans = record.brief[1].cites
    assert found.of(spans, "People were brought ashore.", dated=True)
    assert found.of(spans, "People were brought ashore on March 4.")
    assert found.of(spans, "On Tuesday people were brought ashore.")
    assert found.of(spans, "People were brought ashore.") == ()


def test_a_side_that_is_a_day_is_told_in_words():
    conflict = replace(fixtures.full().conflicts[0], kind="date")
    assert version(conflict, replace(conflict.sides[0], value="2025-03-13")) == "13 March 2025"


def test_a_reason_given_for_each_pair_is_told_once_with_all_places():
    reasons = fixtures.full().conflicts[0].because
    (merged,) = once((*reasons, replace(reasons[0], spans=fixtures.full().passages[0].spans)))
    assert len(merged.spans) == len(reasons[0].spans) + 2


def test_reports_of_one_origin_hang_together():
    record = fixtures.story()
    groups = citation_groups(record.passages[2].spans, Labels(record))
    assert [(group.name, group.tied, len(group.citations)) for group in groups] == [
        ("NNA", True, 2), ("island.txt", False, 1),
    ]  # fmt: skip


def test_places_in_one_paragraph_are_one_citation():
    record = fixtures.story()
    spans = tuple(fixtures.spans_of("a-ferry", fixtures.FERRY, words) for words in ("We heard a bang", "lights"))
    (group,) = citation_groups(spans, Labels(record))
    assert [len(one.also) for one in group.citations] == [1]


def test_a_copied_sentence_names_its_reports_with_day_and_paragraph():
    record = fixtures.story()
    sentence = record.brief[1]
    assert with_sources(sentence.text, sentence.cites, Labels(record)).endswith("said. (a-island.txt, ¶1)")
    assert with_sources("Rescued.", record.passages[0].spans, Labels(record)) == (
        "Rescued. (Gazette & Post, 3 March 2026, ¶1; The Harbour Herald (NNA), 3 March 2026, ¶1)"
    )
