"""What happened, will or should, read off single sentences by the parse of the shipped encoder."""

import pytest

from readout.annotate import annotate
from readout.annotate.happenings.heads import NAMED
from readout.model.notes import Happening, HappeningStatus
from tests.annotate.fakes import article


def told(*sentences: str) -> list[tuple[str, Happening, dict[str, object]]]:
    """Each happening of a report of these paragraphs: its head, itself, and its times, place and parties in words."""
    made = article("\n".join(["A headline without news", *sentences]))
    (notes,) = annotate([made], threads=1, vectors=False)
    return [
        (
            one.head.of(made.text),
            one,
            {
                "times": [notes.times[number].span.of(made.text) for number in one.times],
                "place": one.place.of(made.text) if one.place else None,
                "parties": sorted(name for number in one.chains if (name := notes.chains[number].name)),
                "text": one.span.of(made.text),
            },
        )
        for one in notes.happenings
        if one.score > NAMED
    ]


def only(sentence: str) -> tuple[Happening, dict[str, object]]:
    """The one dated happening of a sentence."""
    dated = [(one, parts) for _, one, parts in told(sentence) if one.times]
    assert len(dated) == 1, [parts for _, parts in dated]
    return dated[0]


def test_talks_that_were_held_are_told_by_their_noun_with_the_verbs_day_and_parties() -> None:
    one, parts = only("Envoys from Norway and Chad held talks on Monday in Lisbon after months of silence.")
    assert one.kind == "meeting"
    assert one.status is HappeningStatus.PAST
    assert parts["times"] == ["Monday"]
    assert parts["place"] == "Lisbon"
    assert parts["parties"] == ["Chad", "Norway"]


def test_what_will_be_is_scheduled() -> None:
    one, parts = only("The council will meet in Vienna on Thursday.")
    assert one.status is HappeningStatus.SCHEDULED
    assert parts["place"] == "Vienna"


def test_the_plain_present_with_a_day_is_an_appointment() -> None:
    one, _ = only("The board meets in Aarhus on Monday, March 17.")
    assert one.status is HappeningStatus.SCHEDULED


def test_what_somebody_demands_is_called_for() -> None:
    found = {head: one for head, one, _ in told("Kenya demanded an international summit.")}
    assert found["summit"].status is HappeningStatus.CALLED_FOR


def test_a_possessive_day_belongs_to_the_noun_behind_it() -> None:
    _, parts = only("The minister left Tuesday's meeting in Oslo without a word.")
    assert parts["times"] == ["Tuesday"]
    assert parts["place"] == "Oslo"


def test_two_days_of_one_noun_are_two_happenings() -> None:
    found = [
        parts["times"]
        for head, _, parts in told("The presidents held talks on March 7 and March 30.")
        if head == "talks"
    ]
    assert found == [["March 7"], ["March 30"]]


def test_a_statement_is_no_happening() -> None:
    assert [head for head, _, _ in told("The mayor said on Tuesday that the bridge was safe.")] == []


def test_who_issues_a_statement_only_says_something() -> None:
    assert told("The mayor issued a statement on Tuesday.") == []


def test_a_relative_clause_is_told_with_its_noun() -> None:
    _, parts = only("The police spoke to Ann Harlow, who left the bank in 2014.")
    assert parts["text"] == "Ann Harlow, who left the bank in 2014"


def test_what_the_tense_contradicts_is_not_dated_by_a_weekday_behind_the_report() -> None:
    """A weekday of what is planned lies ahead, though the sentence's first verb is a past."""
    ((one, parts),) = [
        (one, parts)
        for head, one, parts in told("They said both sides had agreed to meet in Sofia on Sunday.")
        if head == "meet"
    ]
    assert one.status is HappeningStatus.SCHEDULED
    assert parts["times"] == ["Sunday"]


def test_a_deadline_is_not_the_day_of_what_it_bounds() -> None:
    assert all(not one.times for _, one, _ in told("The company must repair the bridge by Friday."))


def test_a_year_before_another_noun_dates_nothing() -> None:
    assert all(not one.times for _, one, _ in told("The alliance refused to withdraw its forces to its 1997 borders."))


def test_what_has_been_so_since_a_year_is_a_state() -> None:
    one, _ = only("The two armies have been fighting in the north since 2014.")
    assert one.lasting


def test_a_record_since_a_year_is_no_state() -> None:
    found = told("The carmaker has posted its first annual loss since 1992.")
    assert not any(one.lasting for _, one, _ in found)


def test_a_strike_with_pickets_is_one_of_workers() -> None:
    found = told("The union said pickets stayed at the gates.", "The strike began on Monday.")
    assert [one.kind for head, one, _ in found if head == "strike"] == ["walkout"]


@pytest.mark.parametrize("sentence", ["The court did not meet on Monday.", "The two sides held no talks on Monday."])
def test_what_did_not_happen_is_negated(sentence: str) -> None:
    assert all(one.negated for _, one, _ in told(sentence))


def test_a_clause_that_stands_alone_is_cut_out_of_a_long_sentence() -> None:
    _, parts = only("The delegations met in Sofia on Sunday, with neither side ready to give way on pay.")
    assert str(parts["text"]).startswith("The delegations met in Sofia on Sunday")


def test_a_press_conference_is_no_meeting() -> None:
    assert told("The minister spoke at a press conference on Friday.") == []


def test_what_is_only_named_is_kept_with_a_score_of_its_own() -> None:
    """What may be is no happening, but the notes name it, for whoever counts events."""
    made = article("A headline without news\nThe firm said it might repair the bridge.")
    (notes,) = annotate([made], threads=1, vectors=False)
    assert [(one.head.of(made.text), one.score) for one in notes.happenings] == [("repair", NAMED)]


def test_a_dateline_is_no_part_of_the_text() -> None:
    found = told("OSLO (NNA) — The parliament voted on Tuesday to close the mine.")
    assert [parts["text"] for _, one, parts in found if one.kind == "vote"] == [
        "The parliament voted on Tuesday to close the mine"
    ]
