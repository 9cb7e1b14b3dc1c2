"""What the scorer of roles and metadata counts as right, and that the labels are whole."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.roles.labels import ROLES, Block, LabelledArticle, Metadata, Published, read_labels, read_text
from evals.roles.scorer import Prediction, Report, describe, roles_of, score
from evals.roles.show import margin

TEXT = "Ferry sinks\n\nBy Ann Lee\n\nThe ferry sank at dawn.\n\nRead more: Ferry was late\n"
META = Metadata(
    title="Ferry sinks",
    outlet="The Harbour Post",
    byline=("Ann Lee", "Bo Ek"),
    published=Published("2022-01-10", None, "stated"),
    language="en",
)


def _block(role: str, words: str) -> Block:
    start = TEXT.index(words)
    return Block(role, start, start + len(words))


GOLD = (
    _block("headline", "Ferry sinks"),
    _block("byline", "By Ann Lee"),
    _block("paragraph", "The ferry sank at dawn."),
    _block("related", "Read more: Ferry was late"),
)
ARTICLE = LabelledArticle("1.txt", "dev", "own", TEXT, GOLD, META)


def _score(blocks: Sequence[Block], meta: Metadata = META) -> Report:
    return score([ARTICLE], [Prediction(blocks, meta)])


def test_the_labels_score_one_against_themselves() -> None:
    articles = read_labels()
    report = score(articles, [Prediction(article.blocks, article.meta) for article in articles])
    assert (
        report.accuracy == report.coarse_accuracy == report.macro_f1 == report.purity == report.paragraphs.recall == 1
    )
    assert all(field.accuracy == 1 and field.invented == 0 for field in report.fields.values())


def test_a_pointer_taken_for_text_makes_the_text_impure() -> None:
    report = _score([*GOLD[:3], Block("paragraph", GOLD[3].start, GOLD[3].end)])
    words, pointer = len("Theferrysankatdawn."), len("Readmore:Ferrywaslate")
    assert report.purity == pytest.approx(words / (words + pointer))
    assert report.paragraphs.recall == 1
    assert report.confusions == {("related", "paragraph"): 1}


def test_text_left_out_costs_recall_but_not_purity() -> None:
    report = _score([block for block in GOLD if block.role != "paragraph"])
    assert (report.purity, report.paragraphs.recall) == (1, 0)
    assert report.confusions == {("paragraph", ""): 1}


def test_white_space_belongs_to_nobody() -> None:
    spread = [Block(block.role, max(0, block.start - 1), min(len(TEXT), block.end + 1)) for block in GOLD]
    assert _score(spread).accuracy == 1


def test_a_stray_letter_does_not_lose_a_block_and_a_third_of_it_does() -> None:
    paragraph = GOLD[2]
    stray = [*GOLD, Block("note", paragraph.start, paragraph.start + 1)]
    third = [*GOLD, Block("note", paragraph.start, paragraph.start + 8)]
    assert _score(stray).roles["paragraph"].right == 1
    assert _score(third).roles["paragraph"].right == 0


def test_a_block_counts_for_precision_under_the_role_that_most_of_it_was_given() -> None:
    report = _score([Block("byline", 0, len(TEXT))])
    assert (report.roles["byline"].labelled, report.roles["byline"].predicted, report.roles["byline"].right) == (
        1,
        4,
        1,
    )
    assert report.roles["byline"].precision == 0.25


def test_macro_f1_leaves_out_roles_that_no_article_has() -> None:
    report = _score(GOLD)
    assert report.roles["url"].labelled == 0
    assert report.macro_f1 == 1


def test_promo_for_related_is_no_coarse_error() -> None:
    report = _score([*GOLD[:3], Block("promo", GOLD[3].start, GOLD[3].end)])
    assert report.accuracy < 1
    assert report.coarse_accuracy == 1


def test_names_in_another_order_and_case_are_the_same_names() -> None:
    report = _score(GOLD, replace(META, byline=("BO EK", "Ann  Lee"), outlet="Harbour Post"))
    assert report.fields["byline"].accuracy == report.fields["outlet"].accuracy == 1


def test_a_value_where_the_text_says_nothing_is_invented() -> None:
    field = _score(GOLD, replace(META, agency="AFP")).fields["agency"]
    assert (field.right, field.known, field.invented) == (0, 0, 1)


def test_silence_where_the_text_says_something_is_wrong_but_not_invented() -> None:
    field = _score(GOLD, replace(META, published=Published())).fields["published.date"]
    assert (field.right, field.known, field.right_where_known, field.invented) == (0, 1, 0, 0)


def test_how_a_date_is_known_is_a_field_of_its_own() -> None:
    report = _score(GOLD, replace(META, published=Published("2022-01-10", None, "inferred")))
    assert report.fields["published.date"].accuracy == 1
    assert report.fields["published.from"].accuracy == 0


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))
def test_any_blocks_at_all_give_scores_between_nothing_and_one(cuts: list[tuple[str, int, int]]) -> None:
    blocks = [Block(role, min(a, b), max(a, b)) for role, a, b in cuts]
    report = _score(blocks)
    shares = [report.accuracy, report.coarse_accuracy, report.purity, report.paragraphs.recall, report.macro_f1]
    assert all(0 <= share <= 1 for share in shares)
    assert len(roles_of(TEXT, blocks)) == len(TEXT)


def test_predictions_that_are_missing_are_an_error() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        score([ARTICLE], [])


def test_the_description_names_every_role_and_field() -> None:
    lines = describe(_score(GOLD))
    assert all(role in lines for role in ROLES)
    assert "published.from" in lines


@pytest.mark.parametrize("article", read_labels(), ids=lambda article: article.file)
def test_labels_cover_all_that_is_printed_exactly_once(article: LabelledArticle) -> None:
    covered = [0] * len(article.text)
    for block in article.blocks:
        assert block.role in ROLES
        assert article.text[block.start : block.end] == article.text[block.start : block.end].strip() != ""
        for position in range(block.start, block.end):
            covered[position] += 1
    assert all(n == 1 or (n == 0 and character.isspace()) for n, character in zip(covered, article.text, strict=True))


@pytest.mark.parametrize("article", read_labels(), ids=lambda article: article.file)
def test_labelled_names_and_places_stand_in_the_text(article: LabelledArticle) -> None:
    text = " ".join(article.text.split())
    meta = article.meta
    printed = [meta.title, meta.dateline, *meta.byline, *meta.contributors]
    assert [value for value in printed if value and value not in text] == []
    assert meta.outlet is None or meta.outlet.casefold() in text.casefold()


def test_both_halves_have_every_role() -> None:
    for split in ("dev", "held_out"):
        assert {block.role for article in read_labels(split=split) for block in article.blocks} == set(ROLES)


def test_windows_line_endings_and_byte_order_marks_take_no_room(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_bytes(b"\xef\xbb\xbfFerry sinks\r\n\r\nBy Ann Lee &amp; Bo")
    assert read_text(path) == "Ferry sinks\n\nBy Ann Lee &amp; Bo"


def test_the_margin_names_the_role_of_each_line() -> None:
    assert list(margin("Two\nlines", [Block("note", 0, 9)])) == ["      note | Two", "      note | lines"]
