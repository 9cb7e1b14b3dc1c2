"""The record as CSV tables and JSON lines."""

import csv
import io
import json
from dataclasses import fields, replace

from readout.model.record import Record
from readout.present import to_csv, to_jsonl
from tests.present import fixtures


def rows(name: str, record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(record)[f"{name}.csv"])))


def test_every_part_of_the_record_has_a_table_even_when_it_is_empty() -> None:
    parts = {field.name for field in fields(Record)} - {"schema_version", "title"}
    for record in (fixtures.full(), fixtures.nothing()):
        assert {name.removesuffix(".csv") for name in to_csv(record)} == parts
        assert {name.removesuffix(".jsonl") for name in to_jsonl(record)} == parts


def test_a_quotation_has_a_row_for_each_report_with_the_speaker_in_words() -> None:
    record = fixtures.full()
    found = rows("quotes", record)
    assert len(found) == sum(len(quote.reports) for quote in record.quotes)
    names = {entity.id: entity.name for entity in record.entities}
    assert {row["speaker"] for row in found} == {names.get(quote.speaker or "", "") for quote in record.quotes}
    for row in found:
        text = next(article.text for article in record.articles if article.input == row["report"])
        assert text[int(row["start"]) : int(row["end"])]


def test_a_conflict_has_a_row_for_each_side() -> None:
    record = fixtures.full()
    assert [row["side"] for row in rows("conflicts", record)][:2] == ["1", "2"]


def test_evidence_names_report_and_characters() -> None:
    record = fixtures.full()
    figure, row = record.figures[0], rows("figures", record)[0]
    names = {article.id: article.input for article in record.articles}
    assert row["evidence"].split("; ")[0] == (
        f"{names[figure.spans[0].article]}:{figure.spans[0].start}-{figure.spans[0].end}"
    )
    assert float(row["value"]) == figure.value


def test_words_that_a_spreadsheet_takes_for_a_formula_are_kept_from_it() -> None:
    record = fixtures.full()
    figure = replace(record.figures[0], measures='=HYPERLINK("x")')
    assert rows("figures", replace(record, figures=(figure,)))[0]["measures"] == '\'=HYPERLINK("x")'


def test_json_lines_are_the_records_own_objects() -> None:
    record = fixtures.full()
    lines = [json.loads(line) for line in to_jsonl(record)["quotes.jsonl"].splitlines()]
    assert [line["id"] for line in lines] == [quote.id for quote in record.quotes]
