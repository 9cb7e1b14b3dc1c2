"""Quotes of the record."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from readout.merge.conflicts import quote_conflicts
from readout.merge.quotes import differences, record_quotes
from readout.merge.sources import Sources
from readout.model.links import Saying, SharedUtterance
from readout.model.record import Quote, Span
from readout.model.text import Article, Heading, Medium

TEXT = "The quay will stay open all winter. " * 4


def article(name: str) -> Article:
    return Article(name, name, TEXT, Medium.TEXT, (), (), Heading())


def saying(name: str, text: str, **told: object) -> Saying:
    place = Span(name, 0, len(text))
    plain = Saying(name, "direct", (place,), text, Span(name, 0, 3), None, (name, 0), None, None, None, None, None, 0)
    return replace(plain, **told)  # type: ignore[arg-type]


def quotes(*utterances: tuple[Saying, ...], speakers: dict[str, str] | None = None) -> tuple[Quote, ...]:
    names = sorted({one.article for sayings in utterances for one in sayings})
    sources = Sources(
        entities={(name, 0): (speakers or {}).get(name, "e-ana") for name in names},
        origins={name: f"o-{name}" for name in names},
        articles={name: article(name) for name in names},
        newsrooms={"quay": "Quay"},
        notes={},
        datings={},
    )
    return record_quotes([SharedUtterance(each, ()) for each in utterances], sources)


def test_a_quote_has_a_row_for_each_report_and_its_variants_by_words() -> None:
    (quote,) = quotes(
        (saying("a", "The quay will stay open all winter."), saying("b", "The quay stays open all winter."))
    )
    assert [row.origin for row in quote.reports] == ["o-a", "o-b"]
    assert quote.variants[0].differs == (("will stay", "stays"),)


def test_curly_and_straight_apostrophes_and_a_full_stop_are_no_difference() -> None:
    assert differences("The port’s quay is open.", "The port's quay is open") == ()


def test_a_capital_is_a_difference() -> None:
    assert differences("with our Allies there", "with our allies there") == (("Allies", "allies"),)


def test_a_direct_wording_is_shown_before_one_in_a_reporters_words() -> None:
    (quote,) = quotes(
        (saying("a", "the quay would stay open", kind="indirect"), saying("b", "The quay will stay open"))
    )
    assert (quote.kind, quote.text) == ("direct", "The quay will stay open")


def test_what_was_said_to_a_newsroom_has_it_for_its_origin() -> None:
    (quote,) = quotes((saying("a", "The quay will stay open", outlet=Span("a", 4, 8)),))
    assert quote.reports[0].origin == "Quay"


def test_sentences_of_one_breath_share_a_statement() -> None:
    one, other, third = quotes(
        (saying("a", "The quay will stay open"),), (saying("a", "We shall see"),), (saying("a", "No", statement=1),)
    )
    shared = {quote.statement for quote in (one, other, third)}
    assert None in shared
    assert len(shared) == 2


def test_an_id_stays_when_a_report_comes_in() -> None:
    first = saying("a", "The quay will stay open")
    assert quotes((first,))[0].id == quotes((first, saying("b", "The quay will stay open")))[0].id


@given(st.permutations([(saying("a", "The quay will stay open"),), (saying("b", "The pier is ours now"),)]))
def test_the_order_of_the_utterances_changes_nothing(each: list[tuple[Saying, ...]]) -> None:
    assert quotes(*each) == quotes((saying("a", "The quay will stay open"),), (saying("b", "The pier is ours now"),))


def test_a_negation_that_one_report_lacks_is_a_conflict_of_wording() -> None:
    found = quote_conflicts(
        quotes(
            (saying("a", "The quay will not stay open all winter"), saying("b", "The quay will stay open all winter"))
        )
    )
    assert [conflict.kind for conflict in found] == ["wording"]


def test_a_cut_quotation_is_no_conflict() -> None:
    assert (
        quote_conflicts(
            quotes((saying("a", "The quay will not stay open all winter"), saying("b", "stay open all winter")))
        )
        == ()
    )


LONG = "The quay will stay open for all ships until the end of winter"


def test_the_same_words_on_the_same_day_in_two_mouths_are_a_conflict() -> None:
    both = quotes(
        (saying("a", LONG, said_on="2025-03-11"),),
        (saying("b", LONG, said_on="2025-03-11"),),
        speakers={"a": "e-1", "b": "e-2"},
    )
    assert [conflict.kind for conflict in quote_conflicts(both)] == ["speaker"]


def test_two_people_who_say_alike_things_on_two_days_are_no_conflict() -> None:
    both = quotes(
        (saying("a", LONG, said_on="2025-03-11"),),
        (saying("b", LONG, said_on="2025-03-13"),),
        speakers={"a": "e-1", "b": "e-2"},
    )
    assert quote_conflicts(both) == ()


def test_where_the_day_is_not_known_two_mouths_are_no_conflict() -> None:
    assert quote_conflicts(quotes((saying("a", LONG),), (saying("b", LONG),), speakers={"a": "e-1", "b": "e-2"})) == ()


def test_marks_that_a_page_left_spelt_out_are_no_difference() -> None:
    assert differences("We call it “open” now.", "We call it &quot;open&quot; now.") == ()
    assert differences("He said &quot; no", "He said no") == ()


def test_a_word_that_one_report_leaves_out_is_told_alone() -> None:
    assert differences("That is the point of it.", "That is the of it.") == (("point", ""),)
