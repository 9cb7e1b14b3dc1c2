"""Positions of the record: whose they are, and the words that prove them."""

import random

import readout
from readout.model.record import Position
from tests.examples import record, reports


def held(name: str) -> list[Position]:
    party = next(entity.id for entity in record().entities if entity.name == name)
    return [position for position in record().positions if position.party == party]


def test_every_position_has_a_party_and_words_that_prove_it() -> None:
    texts = {article.id: article.text for article in record().articles}
    assert record().positions
    for position in record().positions:
        assert position.party is not None
        assert position.spans
        printed = [" ".join(texts[span.article][span.start : span.end].split()) for span in position.spans]
        assert position.text in printed


def test_what_a_spokesman_denies_his_company_denies() -> None:
    denials = [position for position in held("Halskov Line") if position.act == "denial"]
    assert any("strikebreakers" in position.text for position in denials)


def test_one_position_holds_all_the_reports_that_tell_it() -> None:
    asked = [p for p in held("Halskov Line") if p.act == "demand" and "unlawful" in p.text]
    assert len({span.article for position in asked for span in position.spans}) >= 3


def test_a_quotation_that_says_it_is_named() -> None:
    quotes = {quote.id for quote in record().quotes}
    named = [quote for position in record().positions for quote in position.quotes]
    assert named
    assert set(named) <= quotes


def test_positions_stand_on_issues_of_the_record_and_every_issue_has_one() -> None:
    issues = {issue.id for issue in record().issues}
    assert {position.issue for position in record().positions} - {None} == issues


def test_the_order_of_the_reports_changes_nothing() -> None:
    articles, problems = reports()
    shuffled = random.Random(3).sample(articles, len(articles))
    again = readout.build(shuffled, problems)
    assert (again.issues, again.positions) == (record().issues, record().positions)


def test_ids_are_told_apart() -> None:
    ids = [position.id for position in record().positions]
    assert len(set(ids)) == len(ids)


def test_a_bystander_has_no_column() -> None:
    names = {entity.id: entity.name for entity in record().entities}
    assert "Rumen" not in {names[position.party] for position in record().positions if position.party}
