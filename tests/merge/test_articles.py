"""The articles of the record: what each says about itself, with its evidence, oldest first."""

import itertools

import pytest

from readout.merge.articles import article_entries, origin_by_article
from readout.model.record import ArticleEntry, Span
from readout.model.text import Dating, Fact, Heading, TextSpan
from readout.model.values import PartialDate
from tests.merge.made import article, dating, links, origin

TEXT = "By Ana Ruiz. The ferry sank at dawn."
NAMED = Heading(
    title=Fact("Ferry sinks"),
    outlet=Fact("Sund Herald", (TextSpan(0, 2), TextSpan(13, 16))),
    byline=(Fact("Ana Ruiz", (TextSpan(3, 11),)), Fact("Bo Ek")),
    language="en",
)


def entries(datings: dict[str, Dating]) -> list[ArticleEntry]:
    made = [article(name, f"Report {name}.") for name in datings]
    return list(article_entries(made, links(made, datings=datings), {each.id: "o" for each in made}))


def test_reports_stand_oldest_first_and_undated_ones_last() -> None:
    found = entries(
        {
            "d": Dating(),
            "c": dating(2022, 1, 11),
            "b": dating(2022, 1, 10, "20:17"),
            "a": dating(2022, 1, 10, "07:23"),
            "e": dating(2021, 12, 31),
        }
    )
    assert [entry.id for entry in found] == ["e", "a", "b", "c", "d"]


@pytest.mark.parametrize("order", list(itertools.permutations("abc")))
def test_their_order_does_not_depend_on_the_order_of_the_inputs(order: tuple[str, ...]) -> None:
    days = {"a": dating(2022, 1, 10), "b": dating(2022, 1, 10), "c": dating(2022, 1, 9)}
    assert [entry.id for entry in entries({name: days[name] for name in order})] == ["c", "a", "b"]


def test_facts_keep_their_evidence_and_unknown_is_null() -> None:
    made = [article("a", TEXT, heading=NAMED)]
    (entry,) = article_entries(made, links(made), {"a": "o-1"})
    assert (entry.title, entry.outlet, entry.byline, entry.language) == (
        "Ferry sinks",
        "Sund Herald",
        ("Ana Ruiz", "Bo Ek"),
        "en",
    )
    assert (entry.agency, entry.dateline, entry.url, entry.contributors) == (None, None, None, ())
    assert entry.evidence.title is None
    assert entry.evidence.outlet == Span("a", 0, 2)
    assert entry.evidence.byline == (Span("a", 3, 11),)
    assert entry.origin == "o-1"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (PartialDate(2022, 1, 10), "2022-01-10"),
        (PartialDate(None, 1, 10), "XXXX-01-10"),
        (PartialDate(2022, 1), "2022-01"),
        (None, None),
    ],
)
def test_the_day_of_publication_is_told_as_far_as_it_is_known(date: PartialDate | None, iso: str | None) -> None:
    (entry,) = entries({"a": Dating(date)})
    assert entry.published.date == iso


def test_each_article_finds_its_origin() -> None:
    assert origin_by_article([origin("AFP", "a", "c"), origin("AP", "b")], ["o-1", "o-2"]) == {
        "a": "o-1",
        "b": "o-2",
        "c": "o-1",
    }
