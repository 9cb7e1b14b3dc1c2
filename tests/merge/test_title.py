"""The title of a record: the headline that tells most."""

from readout.merge.articles import article_entries
from readout.merge.title import record_title
from readout.model.record import ArticleEntry
from tests.merge.made import article, links

BODY = "Ferry crews on the Orlo islands walked out on Tuesday over a plan to halve the number of night sailings."


def entries(*titles: str | None, body: str = BODY) -> tuple[ArticleEntry, ...]:
    made = [article(f"a{number}", f"{body} {number}", title) for number, title in enumerate(titles)]
    return article_entries(made, links(made), {each.id: "o" for each in made})


def test_the_headline_about_the_event_goes_before_one_about_the_couch() -> None:
    telling = "Ferry crews on Orlo walk out over night sailings"
    assert record_title(entries("Still planning that weekend? Read this first", telling)) == telling


def test_a_headline_of_common_length_goes_before_a_word() -> None:
    assert record_title(entries("Ferry", "Ferry crews walked out over night sailings")) != "Ferry"


def test_without_headlines_there_is_no_title() -> None:
    assert record_title(entries(None, None)) is None


def test_the_only_headline_is_the_title() -> None:
    assert record_title(entries(None, "‘No’")) == "‘No’"


def test_equal_headlines_give_one_title_in_any_order() -> None:
    one, two = "Ferry crews walk out over night sailings", "Ferry crews walk out over night voyages"
    assert record_title(entries(one, two)) == record_title(entries(two, one))
