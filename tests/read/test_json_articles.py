"""Articles in JSON come in the shapes that people have."""

import gzip
import io
import json

from readout.model.text import Medium
from readout.read import Limits, read_inputs

TEXT = "Two ministers resigned on Tuesday.\n\nThe government refused to publish a report."


def read(tmp_path, name, value, **options):
    text = value if isinstance(value, str) else json.dumps(value)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_inputs([str(tmp_path / name)], **options)


def names(harvest):
    return [page.input.rpartition("/")[2] for page in harvest.pages]


def test_our_own_shape_single_and_listed(tmp_path):
    article = {
        "text": TEXT,
        "title": "Dam row",
        "url": "https://post.test/a",
        "published": "2025-03-04",
        "outlet": "Post",
    }
    (page,) = read(tmp_path, "one.json", article).pages
    assert (page.text, page.medium, page.metadata.title, page.metadata.outlet) == (TEXT, Medium.JSON, "Dam row", "Post")
    assert (page.metadata.url, page.metadata.published) == ("https://post.test/a", "2025-03-04")
    assert names(read(tmp_path, "many.json", [article, {**article, "id": "x7"}])) == ["many.json#1", "many.json#x7"]


def test_newsapi_and_its_cut_texts(tmp_path):
    article = {
        "source": {"id": None, "name": "The Post"}, "author": "Ana Kord", "title": "Dam row", "description": "In short",
        "url": "https://post.test/a", "publishedAt": "2025-03-04T18:42:00Z",
        "content": "Two ministers resigned… [+1234 chars]",
    }  # fmt: skip
    harvest = read(tmp_path, "news.json", {"status": "ok", "totalResults": 1, "articles": [article]})
    (page,), (problem,) = harvest.pages, harvest.problems
    assert page.text == article["content"]
    assert page.metadata.outlet == "The Post"
    assert page.metadata.byline == ("Ana Kord",)
    assert page.metadata.published == "2025-03-04T18:42:00Z"
    assert problem.input == page.input
    assert problem.message == "cut off by its source: 1234 more characters were not delivered"


def test_a_summary_stands_in_only_where_there_is_no_text(tmp_path):
    harvest = read(tmp_path, "news.json", {"articles": [{"title": "Dam", "content": None, "description": "In short."}]})
    assert harvest.pages[0].text == "In short."
    assert "its summary was read instead" in harvest.problems[0].message


def test_schema_org_in_a_graph_with_companions(tmp_path):
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "BreadcrumbList", "itemListElement": []},
            {"@type": "Organization", "name": "The Post"},
            {
                "@type": "NewsArticle", "headline": "Dam row", "articleBody": TEXT, "datePublished": "2025-03-04",
                "author": [{"@type": "Person", "name": "Ana Kord"}, {"@type": "Person", "name": "Jan Oom"}],
                "publisher": {"@type": "Organization", "name": "The Post"}, "mainEntityOfPage": {"@id": "https://post.test/a"},
                "inLanguage": "en-GB",
            },
        ],
    }  # fmt: skip
    harvest = read(tmp_path, "ld.json", graph)
    (page,) = harvest.pages
    assert not harvest.problems
    assert page.text == TEXT
    assert page.metadata.title == "Dam row"
    assert page.metadata.byline == ("Ana Kord", "Jan Oom")
    assert page.metadata.url == "https://post.test/a"
    assert page.metadata.language == "en-GB"


def test_a_record_of_readout_can_be_read_again(tmp_path):
    record = {
        "schema_version": "1.0",
        "articles": [{"id": "a-1", "text": TEXT, "title": "Dam", "published": {"date": "2025-03-04"}}],
    }
    (page,) = read(tmp_path, "record.json", record).pages
    assert page.input.endswith("record.json#a-1")
    assert page.metadata.published == "2025-03-04"


def test_a_broken_line_costs_only_itself(tmp_path):
    lines = [json.dumps({"text": TEXT}), "{broken", "", json.dumps({"title": "no text"}), json.dumps({"text": "More."})]
    harvest = read(tmp_path, "lines.jsonl", "\n".join(lines))
    assert names(harvest) == ["lines.jsonl#1", "lines.jsonl#5"]
    told = {problem.input.rpartition("#")[2]: problem.message for problem in harvest.problems}
    assert told["2"].startswith("not valid JSON")
    assert told["4"].startswith("no text in it")


def test_a_line_over_the_limit_costs_only_itself(tmp_path):
    lines = "\n".join([json.dumps({"text": "a"}), json.dumps({"text": "b" * 300}), json.dumps({"text": "c"})])
    harvest = read(tmp_path, "lines.jsonl", lines, limits=Limits(document_bytes=100))
    assert [page.text for page in harvest.pages] == ["a", "c"]
    assert harvest.problems[0].message == "over the limit of 100 bytes for one line"


def test_packed_lines_are_read(tmp_path):
    (tmp_path / "lines.jsonl.gz").write_bytes(gzip.compress((json.dumps({"text": TEXT}) + "\n").encode() * 3))
    assert len(read_inputs([str(tmp_path)]).pages) == 3


def test_lines_called_json_and_json_called_lines(tmp_path):
    assert len(read(tmp_path, "a.json", "\n".join([json.dumps({"text": TEXT})] * 3)).pages) == 3
    assert len(read(tmp_path, "b.jsonl", json.dumps([{"text": TEXT}, {"text": TEXT}], indent=2)).pages) == 2
    assert len(read(tmp_path, "c.jsonl", json.dumps([{"text": TEXT}, {"text": TEXT}])).pages) == 2


def test_what_pythons_writers_leave_is_let_through(tmp_path):
    (page,) = read(tmp_path, "nan.json", '{"text": "A \\ud83d b", "title": NaN}').pages
    assert (page.text, page.metadata.title) == ("A \ufffd b", None)


def test_json_without_articles_says_so(tmp_path):
    assert read(tmp_path, "a.json", []).problems[0].message == "JSON without an article in it"
    assert read(tmp_path, "b.json", "{} trailing").problems[0].message.startswith("not valid JSON")
    assert read(tmp_path, "c.json", "[" * 100_000).problems[0].message == "not valid JSON: nested too deeply"
    assert read(tmp_path, "d.json", {"config": {"depth": 3}}).problems[0].message.startswith("no text in it")


def test_html_in_a_body_is_drawn(tmp_path):
    body = "<p>Two ministers resigned &amp; left.</p><h3>A wall</h3><p>It moved by 12&nbsp;cm.</p>"
    (page,) = read(tmp_path, "a.json", {"title": "Dam", "content": body}).pages
    assert page.text == "Two ministers resigned & left.\n\nA wall\n\nIt moved by 12 cm."
    assert [mark.tag for mark in page.marks] == ["p", "h3", "p"]


def test_equal_ids_do_not_make_equal_names(tmp_path):
    harvest = read(tmp_path, "a.json", [{"id": 2, "text": "a"}, {"text": "b"}, {"id": 2, "text": "c"}])
    assert len(set(names(harvest))) == 3


def test_standard_input_may_be_lines():
    lines = b'{"text": "a"}\n{"text": "b"}\n'
    assert [page.input for page in read_inputs(["-"], stdin=io.BytesIO(lines)).pages] == ["-#1", "-#2"]


def test_seconds_since_1970_become_a_date(tmp_path):
    (page,) = read(tmp_path, "a.json", {"text": TEXT, "timestamp": 1641859200}).pages
    assert page.metadata.published == "2022-01-11T00:00:00+00:00"
