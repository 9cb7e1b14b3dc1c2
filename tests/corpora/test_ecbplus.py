"""ECB+ holds tokens; running text is made of them."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from corpora import ecbplus


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("He did n't say who 's there , police said .", "He didn't say who's there, police said."),
        ("`` We lost , '' she said .", '"We lost," she said.'),
        ("The court ( in Oslo ) ruled .", "The court (in Oslo) ruled."),
        ("It cost $ 5 - a bargain - they said .", "It cost $5 - a bargain - they said."),
    ],
)
def test_the_older_half_is_tokenised_as_in_a_treebank(tokens: str, text: str) -> None:
    assert ecbplus.detokenise(tokens.split(), "ecb") == text


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The 36 - year - old left the U . S . on May 3 , 2012 .", "The 36-year-old left the U.S. on May 3, 2012."),
        ("At 4 : 30 p . m . it cost $2 . 6 million .", "At 4:30 p.m. it cost $2.6 million."),
        ("He had 2 , 129 points in and / or out .", "He had 2,129 points in and/or out."),
        ("OSLO - A ship - the oldest - sank .", "OSLO - A ship-the oldest-sank."),
        ('"We left , " he said , "and waited . "', '"We left," he said, "and waited."'),
        ("the store ’ s owner", "the store’s owner"),
        ("It waited - - and sank", "It waited--and sank"),
    ],
)
def test_the_newer_half_has_every_point_and_hyphen_apart(tokens: str, text: str) -> None:
    assert ecbplus.detokenise(tokens.split(), "ecbplus") == text


def test_the_address_of_the_page_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = _document(tmp_path, "7_1ecbplus", ["http : / / a . example / b - c", "Ship sinks", "It sank ."])
    article = ecbplus.read_document(path)
    assert article.url == "http://a.example/b-c"
    assert article.text == "Ship sinks\n\nIt sank."
    assert (article.id, article.topic, article.subtopic) == ("7_1ecbplus", "7", "ecbplus")


def test_topics_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("10_1ecb", "2_1ecb"):
        _document(tmp_path, name, ["It sank ."])
    assert [article.id for article in ecbplus.read(tmp_path)] == ["2_1ecb", "10_1ecb"]
    assert {article.subtopic for article in ecbplus.read(tmp_path)} == {"ecb"}


def _document(root: Path, name: str, sentences: list[str]) -> Path:
    folder = root / "ecbplus" / "ECB+" / name.split("_", maxsplit=1)[0]
    folder.mkdir(parents=True, exist_ok=True)
    tokens = [
        f'<token t_id="1" sentence="{number}" number="0">{escape(token)}</token>'
        for number, sentence in enumerate(sentences)
        for token in sentence.split()
    ]
    path = folder / f"{name}.xml"
    path.write_text(f"<Document>{''.join(tokens)}</Document>", encoding="utf-8")
    return path
