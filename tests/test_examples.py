"""The reports in `examples/` against the answer key that was written with them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import readout
from readout.model.record import ArticleEntry
from readout.read import read_inputs
from tests.examples import FOLDER, record

KEY = json.loads((Path(__file__).parent / "data" / "examples_expected.json").read_text("utf-8"))
EXPECTED = {each["input"]: each for each in KEY["articles"]}
NAMES = sorted(EXPECTED)


@cache
def articles() -> dict[str, ArticleEntry]:
    return {Path(article.input).name: article for article in record().articles}


@cache
def written() -> Any:
    """The record as others read it."""
    return json.loads(readout.to_json(record()))


def blocks(name: str) -> list[tuple[str, str]]:
    return [(block.role, articles()[name].text[block.start : block.end]) for block in articles()[name].blocks]


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in a record that points at characters of an article."""
    if isinstance(value, dict):
        if {"article", "start", "end"} <= set(value):
            yield value
        for each in value.values():
            yield from spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from spans(each)


# --- the key still fits the reports ---


def printed(value: Any) -> Iterator[tuple[str, str]]:
    """All words that the key quotes, with the report that they stand in."""
    if isinstance(value, list):
        for each in value:
            yield from printed(each)
    elif isinstance(value, dict):
        words = value.get("text")
        if "article" in value and words is not None:
            for each in words if isinstance(words, list) else [words]:
                yield value["article"], each
        for each in value.values():
            yield from printed(each)


def test_the_key_quotes_the_reports_as_they_are() -> None:
    texts = {Path(page.input).name: page.text for page in read_inputs([str(FOLDER)]).pages}
    assert set(texts) == set(NAMES)
    quoted = [
        (report, words)
        for part in ("passages", "quotes", "indirect", "pull_quotes", "echoes", "not_quotations", "meetings", "figures")
        for report, words in printed(KEY[part])
    ]
    assert len(quoted) > 200
    assert [(report, words) for report, words in quoted if words not in texts[report]] == []


@pytest.mark.parametrize("name", sorted(KEY["roles"]))
def test_the_keys_blocks_fit_the_report(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    for row in KEY["roles"][name]:
        assert text[row["start"] : row["end"]].startswith(row["start_text"])
        assert text.count("\n", 0, row["start"]) + 1 == row["line"]


# --- what each report says of itself ---


def test_every_report_is_read() -> None:
    assert sorted(articles()) == NAMES
    assert record().problems == ()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["title", "outlet", "agency", "dateline", "url", "language"])
def test_a_fact_of_an_article(name: str, field: str) -> None:
    assert getattr(articles()[name], field) == EXPECTED[name][field]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["byline", "contributors"])
def test_the_persons_of_an_article(name: str, field: str) -> None:
    assert list(getattr(articles()[name], field)) == EXPECTED[name][field]


@pytest.mark.parametrize("name", NAMES)
def test_when_an_article_was_published_and_how_that_is_known(name: str) -> None:
    published, expected = articles()[name].published, EXPECTED[name]["published"]
    assert (published.date, published.source) == (expected["date"], expected["from"])
    assert (published.time or "")[:5] == (expected["time"] or "")  # the key leaves the zone out


@pytest.mark.parametrize("name", NAMES)
def test_the_evidence_stands_in_the_report(name: str) -> None:
    article, expected = articles()[name], EXPECTED[name]["evidence"]
    for field in ("outlet", "agency", "dateline"):
        span = getattr(article.evidence, field)
        if span is not None and field in expected:
            words = article.text[span.start : span.end]
            assert words in expected[field] or expected[field] in words
    wanted = expected.get("published", "")
    for span in article.published.spans:
        words = article.text[span.start : span.end]
        assert any(words in each or each in words for each in ([wanted] if isinstance(wanted, str) else wanted))


# --- roles ---


@pytest.mark.parametrize("name", sorted(KEY["roles"]))
def test_every_line_of_a_scraped_report_has_its_role(name: str) -> None:
    text = articles()[name].text
    expected = [(row["role"], text[row["start"] : row["end"]]) for row in KEY["roles"][name]]
    assert blocks(name) == expected


@pytest.mark.parametrize("name", sorted(KEY["body"]))
def test_the_body_of_a_page_is_its_paragraphs(name: str) -> None:
    expected = KEY["body"][name]
    paragraphs = [words for role, words in blocks(name) if role == "paragraph"]
    kept = paragraphs + [words for role, words in blocks(name) if role == "subhead"]
    assert [words for words in expected["contains"] if not any(words in each for each in kept)] == []
    assert [words for words in expected["not_paragraphs"] if any(words in each for each in paragraphs)] == []
    assert any(role == "caption" and expected["caption"] in words for role, words in blocks(name))


@pytest.mark.parametrize("row", KEY["pull_quotes"], ids=lambda row: row["article"])
def test_a_pull_quote_is_set_aside(row: dict[str, str]) -> None:
    assert any(role == "pull_quote" and row["text"] in words for role, words in blocks(row["article"]))


# --- origins and shared text ---


def test_the_origins_are_those_that_reported() -> None:
    found = {
        origin.name: sorted(Path(each.input).name for each in record().articles if each.id in origin.articles)
        for origin in record().origins
    }
    assert found == {each["name"]: sorted(each["articles"]) for each in KEY["origins"]}


@pytest.mark.parametrize("pair", [pair for pair in KEY["pairs"] if "copy" in pair["relation"]], ids=str)
def test_copies_share_copied_passages(pair: dict[str, Any]) -> None:
    ids = {articles()[name].id for name in pair["articles"]}
    shared = [each for each in record().passages if ids <= {span.article for span in each.spans}]
    assert any(each.kind == "copied" for each in shared)


# --- the record as a whole ---


def test_the_record_is_valid_by_its_own_schema() -> None:
    jsonschema.validate(written(), readout.schema())


def test_every_span_points_at_characters_of_an_article() -> None:
    texts = {article.id: article.text for article in record().articles}
    found = list(spans(written()))
    assert len(found) > 100
    for span in found:
        words = texts[span["article"]][span["start"] : span["end"]]
        assert 0 <= span["start"] < span["end"] <= len(texts[span["article"]])
        assert words.strip() != ""


def test_the_words_of_a_passage_are_those_of_one_of_its_spans() -> None:
    texts = {article.id: article.text for article in record().articles}
    for passage in record().passages:
        assert passage.text in [texts[span.article][span.start : span.end] for span in passage.spans]
        assert len({span.article for span in passage.spans}) > 1


def test_ids_are_told_apart_and_those_that_are_named_exist() -> None:
    ids = [each.id for each in (*record().articles, *record().origins)]
    assert len(ids) == len(set(ids))
    assert {article.origin for article in record().articles} <= set(ids)


def test_the_title_of_the_record_is_a_headline_of_the_reports() -> None:
    assert record().title in {article.title for article in record().articles}
