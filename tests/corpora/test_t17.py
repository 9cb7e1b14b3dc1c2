"""T17 articles come as stored, tokenised and dated."""

import json
from datetime import date
from pathlib import Path

from corpora import t17


def test_an_article_knows_its_story_its_outlet_and_its_day(tmp_path: Path) -> None:
    folder = tmp_path / "t17" / "harbour_courier"
    folder.mkdir(parents=True)
    row = {"uid": "7", "dct": "2019-03-02", "dates": ["2019-03-01", None], "text": "`` It sank , '' she said ."}
    (folder / "articles.json").write_text(json.dumps([row]), encoding="utf-8")
    (article,) = t17.read(tmp_path)
    assert article == t17.T17Article(
        "harbour_courier/7", "harbour", "courier", date(2019, 3, 2), "`` It sank , '' she said ."
    )


def test_a_corpus_that_is_not_there_has_no_articles(tmp_path: Path) -> None:
    assert list(t17.read(tmp_path)) == []
