"""The score of HTML bodies counts as the article-extraction-benchmark does."""

import gzip
import json

import pytest

from evals.html.make import TEMPLATES, write_pages
from evals.html.scorer import matches, metrics, score
from evals.html.stories import STORIES

TRUE = "one two three four five six"


def test_counts_are_shares_of_a_page():
    assert matches(TRUE, TRUE) == (1, 0, 0)
    assert matches(TRUE, "") == (0, 0, 1)
    assert matches("", TRUE) == (0, 1, 0)
    assert matches("", "") == (0, 0, 0)
    hits, false, missed = matches(TRUE, "two three four five six seven")
    assert (hits, false, missed) == pytest.approx((0.5, 0.25, 0.25))


def test_a_text_shorter_than_a_shingle_is_one_shingle():
    assert matches("one two", "one two") == (1, 0, 0)


def test_a_repeated_shingle_counts_as_often_as_it_stands_there():
    hits, false, missed = matches("a b c d a b c d", "a b c d")
    assert hits == pytest.approx(1 / 5)
    assert (false, missed) == (0, pytest.approx(4 / 5))


def test_precision_and_recall_are_means_over_pages_and_f1_is_made_of_them():
    scores = metrics([(1.0, 0.0, 0.0), (0.5, 0.5, 0.0), (0.0, 0.0, 1.0)])
    assert scores["precision"] == pytest.approx(0.75)  # a page without any answer has no precision
    assert scores["recall"] == pytest.approx(2 / 3)
    assert scores["f1"] == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))
    assert scores["accuracy"] == pytest.approx(1 / 3)


def test_a_folder_of_the_benchmarks_shape_is_scored(tmp_path):
    (tmp_path / "html").mkdir()
    paragraphs = [text for kind, text in STORIES[0].body if kind == "p"]
    page = f"<html><body><h1>{STORIES[0].headline}</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</body></html>"
    (tmp_path / "html" / "a1.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "html" / "b2.html.gz").write_bytes(gzip.compress(b"<html></html>"))
    truth = {
        "a1": {"articleBody": "\n".join(paragraphs), "url": "https://x.test/a"},
        "b2": {"articleBody": "lost words"},
    }
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    scores = score(tmp_path)
    assert scores["precision"] == 1
    assert scores["recall"] == pytest.approx(0.5)


def test_the_test_pages_are_made_the_same_each_time(tmp_path):
    assert write_pages(tmp_path / "one") == write_pages(tmp_path / "two") == 2 * len(TEMPLATES)
    one, two = (sorted((tmp_path / name).rglob("*.*")) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
