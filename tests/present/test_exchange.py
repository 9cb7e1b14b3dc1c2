"""The record in the forms of other trades: JSON-LD, bibliographies, a Word document."""

import io
import json
import re
from dataclasses import replace
from zipfile import ZipFile

import docx

from readout.present import to_bibtex, to_csl, to_docx, to_jsonld
from tests.present import fixtures


def test_json_ld_holds_everything_under_its_id_and_no_nulls() -> None:
    record = fixtures.full()
    graph = json.loads(to_jsonld(record))["@graph"]
    by_id = {node["@id"]: node for node in graph}
    assert len(by_id) == len(graph)
    for part, kind in ((record.articles, "NewsArticle"), (record.quotes, "Quotation"), (record.figures, "Claim")):
        assert {by_id[f"#{one.id}"]["@type"] for one in part} == {kind}
    assert None not in {value for node in graph for value in node.values() if not isinstance(value, (list, dict))}


def test_json_ld_links_lead_to_nodes_of_the_graph() -> None:
    graph = json.loads(to_jsonld(fixtures.full()))["@graph"]
    known = {node["@id"] for node in graph}
    quotations = [node for node in graph if node["@type"] == "Quotation"]
    assert quotations
    for node in quotations:
        assert node.get("creator", {"@id": None})["@id"] in {*known, None}
        for place in node["citation"]:
            assert place["isPartOf"]["@id"] in known
            assert re.fullmatch(r"#.+#char=\d+,\d+", place["@id"])


def test_claims_carry_no_rating() -> None:
    assert "Rating" not in to_jsonld(fixtures.full())


def test_bibtex_has_an_entry_for_each_report_with_its_signs_escaped() -> None:
    record = fixtures.full()
    hostile = replace(record.articles[0], title="50% of R&D_x {lost}", byline=("Ana Ruiz", "Bo Lind"))
    text = to_bibtex(replace(record, articles=(hostile, *record.articles[1:])))
    assert text.count("@online{") == len(record.articles)
    assert r"title = {{50\% of R\&D\_x \{lost\}}}" in text
    assert "author = {{Ana Ruiz} and {Bo Lind}}" in text
    keys = re.findall(r"@online\{(\S+),", text)
    assert len(set(keys)) == len(keys)


def test_csl_dates_are_parts_and_unknown_ones_are_missing() -> None:
    record = fixtures.full()
    issued = [item.get("issued", {}).get("date-parts") for item in json.loads(to_csl(record))]
    assert issued == [[[2026, 3, 3]] if article.published.date else None for article in record.articles]
    assert None in issued


def test_the_word_document_opens_and_holds_the_brief_and_its_sources() -> None:
    record = fixtures.full()
    paper = docx.Document(io.BytesIO(to_docx(record)))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    headings = [each.text for each in paper.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings[0] == "In brief"
    assert record.brief[0].text in text
    assert "Reports" in headings


def test_a_part_that_is_empty_has_no_heading_in_the_word_document() -> None:
    paper = docx.Document(io.BytesIO(to_docx(fixtures.nothing())))
    assert [each.text for each in paper.paragraphs if each.style is not None and each.style.name == "Heading 1"] == []


def test_the_word_document_can_hold_any_character_of_a_report() -> None:
    record = replace(fixtures.full(), title="A \x00 sign, \ud83d half of one, \u202e and a turn")
    with ZipFile(io.BytesIO(to_docx(record))) as parts:
        assert parts.testzip() is None
