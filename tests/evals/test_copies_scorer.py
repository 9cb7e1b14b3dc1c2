"""What the scorer of copies counts as right."""

import json
from pathlib import Path

import pytest

from corpora.location import corpora_root
from evals.copies.labels import RELATIONS, LabelledPair, Passage, TextPair, read_labels, texts_of
from evals.copies.scorer import Counts, Prediction, longest_passage, score

A = "The ferry sank at dawn, the coast guard said. Nobody was hurt."
B = 'Early news: "The ferry sank at dawn, the coast guard said." More follows.'
SHARED = "The ferry sank at dawn, the coast guard said"


def test_a_perfect_prediction_scores_one_everywhere() -> None:
    report = score([_label()], [Prediction("edited_copy", (_passage(),))], [_texts()])
    assert report.accuracy == report.characters.f1 == report.kinds.f1 == report.joined.f1 == 1.0
    assert (report.boundaries.exact, report.boundaries.near, report.boundaries.labelled) == (1, 1, 1)


def test_punctuation_at_the_ends_of_a_passage_does_not_matter() -> None:
    a, b = _span(A), _span(B)
    loose = Passage((a[0], a[1] + 1), (b[0] - 1, b[1] + 2), "copied")
    report = score([_label()], [Prediction("edited_copy", (loose,))], [_texts()])
    assert report.boundaries.exact == 1
    assert report.characters.f1 == 1.0


def test_a_word_too_many_is_near_but_not_exact_only_within_five_characters() -> None:
    a, b = _span(A), _span(B)
    short = Passage((a[0] + 4, a[1]), (b[0] + 4, b[1]), "copied")
    report = score([_label()], [Prediction("edited_copy", (short,))], [_texts()])
    assert (report.boundaries.exact, report.boundaries.near) == (0, 1)
    long = Passage((a[0], a[1] + 8), b, "copied")
    report = score([_label()], [Prediction("edited_copy", (long,))], [_texts()])
    assert (report.boundaries.exact, report.boundaries.near) == (0, 0)
    assert report.characters.recall == 1.0
    assert report.characters.precision < 1.0


def test_a_copied_passage_called_quoted_is_right_in_place_and_wrong_in_kind() -> None:
    said = Prediction("shared_quotation", (Passage(_span(A), _span(B), "quoted"),))
    report = score([_label()], [said], [_texts()])
    assert report.characters.f1 == 1.0
    assert report.kinds.f1 == 0.0


def test_furniture_counts_neither_way_whether_found_or_not() -> None:
    label = _label(relation="independent", same_origin="no", passages=(_passage("furniture"),))
    found = score([label], [Prediction("independent", (_passage(),))], [_texts()])
    missed = score([label], [Prediction("independent")], [_texts()])
    assert found.characters == missed.characters == Counts(0, 0, 0)
    assert found.boundaries.labelled == 0


def test_a_pair_of_unclear_origin_is_left_out_of_joining() -> None:
    labels = [_label(same_origin="unclear"), _label(same_origin="no", relation="shared_quotation", passages=())]
    report = score(labels, [Prediction("edited_copy"), Prediction("edited_copy")], [_texts(), _texts()])
    assert report.joined == Counts(right=0, predicted=1, labelled=0)


def test_an_agency_credit_may_join_what_shares_no_text() -> None:
    label = _label(relation="independent", same_origin="yes", passages=())
    report = score([label], [Prediction("independent", joined=True)], [_texts()])
    assert report.joined.f1 == report.accuracy == 1.0


def test_borderline_pairs_are_left_out_of_the_second_accuracy() -> None:
    labels = [_label(), _label(borderline=True)]
    report = score(labels, [Prediction("edited_copy"), Prediction("copy")], [_texts(), _texts()])
    assert report.accuracy == 0.5
    assert report.accuracy_clear == 1.0


def test_saying_independent_always_is_precise_about_nothing_else() -> None:
    labels = [_label(), _label(relation="independent", same_origin="no", passages=())]
    report = score(labels, [Prediction("independent")] * 2, [_texts(), _texts()])
    assert report.relations["independent"] == Counts(right=1, predicted=2, labelled=2 - 1)
    assert report.relations["edited_copy"].recall == 0.0
    assert "macro F1" in str(report)


def test_a_prediction_too_few_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        score([_label(), _label()], [Prediction("copy")], [_texts(), _texts()])


def test_the_labels_are_whole() -> None:
    labels = read_labels()
    assert len({label.id for label in labels}) == len(labels) >= 170
    assert {label.relation for label in labels} == set(RELATIONS)
    for label in labels:
        real = longest_passage(label.passages)
        assert (real is None) == (label.relation == "independent")
        if label.relation in {"copy", "edited_copy"}:
            assert label.same_origin == "yes"


def test_no_topic_is_in_both_halves() -> None:
    rows = [json.loads(line) for line in Path("evals/copies/labels.jsonl").read_text(encoding="utf-8").splitlines()]
    halves: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        articles = [row["a"], row["b"]] if row["corpus"] == "polnear" else [row["topic"]]
        for name in articles:
            halves.setdefault((row["corpus"], name), set()).add(row["split"])
    assert all(len(splits) == 1 for splits in halves.values())


def test_labelled_passages_begin_and_end_with_a_word_of_the_text() -> None:
    root = corpora_root()
    if root is None:
        pytest.skip("no corpora here")
    labels = read_labels()
    for label, pair in zip(labels, texts_of(labels, root), strict=True):
        for passage in label.passages:
            for text, (start, end) in ((pair.a, passage.a), (pair.b, passage.b)):
                assert text[start].isalnum()
                assert text[end - 1].isalnum()
                assert not text[start - 1 : start].isalnum()
                assert not text[end : end + 1].isalnum()


def _span(text: str) -> tuple[int, int]:
    start = text.index(SHARED)
    return start, start + len(SHARED)


def _passage(kind: str = "copied") -> Passage:
    return Passage(_span(A), _span(B), kind)  # type: ignore[arg-type]


def _texts() -> TextPair:
    return TextPair("a", A, "b", B)


def _label(**changes: object) -> LabelledPair:
    fields: dict[str, object] = {
        "id": "1",
        "corpus": "invented",
        "split": "dev",
        "a": "a",
        "b": "b",
        "a_sha": "",
        "b_sha": "",
        "relation": "edited_copy",
        "same_origin": "yes",
        "borderline": False,
        "passages": (_passage(),),
    }
    return LabelledPair(**{**fields, **changes})  # type: ignore[arg-type]
