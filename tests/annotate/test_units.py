"""Sentences as the encoder reads them."""

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from readout.annotate.units import LONGEST, units


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A word-piece tokenizer of letters, so that every word is many subwords."""
    letters = "abcdefghijklmnopqrstuvwxyz.,'’“”0123456789"
    vocabulary = {"[UNK]": 0} | {piece: n for n, piece in enumerate([*letters, *(f"##{one}" for one in letters)], 1)}
    built = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    built.normalizer = normalizers.BertNormalizer(lowercase=True)
    built.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return built


def test_each_word_begins_at_its_first_subword(tokenizer: Tokenizer) -> None:
    """[CLS] comes first, and offsets are into the whole text."""
    text = "No. He can’t go"
    second = units(tokenizer, text, [[(0, 3), (4, 15)]], [])[1]
    assert [text[start:end] for start, end in second.words] == ["He", "ca", "n’t", "go"]
    assert second.first.tolist() == [1, 3, 5, 8]  # h ##e c ##a | ##n ’ t g ##o
    assert (second.ids[0], second.ids[-1]) == (101, 102)


def test_features_stand_beside_subwords(tokenizer: Tokenizer) -> None:
    """Every subword of a word has the word's features; [CLS] and [SEP] have none."""
    unit = units(tokenizer, "Oslo met", [[(0, 8)]], [])[0]
    assert unit.features[:, 0].tolist() == [0, 2, 2, 2, 2, 1, 1, 1, 0]


def test_a_sentence_too_long_is_cut_between_words(tokenizer: Tokenizer) -> None:
    """No word is lost, none is in two units, and only the first unit opens the paragraph."""
    text = " ".join(["dockers"] * 120)
    found = units(tokenizer, text, [[(0, len(text))]], [])
    assert all(len(unit.ids) <= LONGEST + 2 for unit in found)
    assert sum(len(unit.words) for unit in found) == 120
    assert [unit.opens for unit in found] == [True] + [False] * (len(found) - 1)


def test_an_endless_word_does_not_overflow(tokenizer: Tokenizer) -> None:
    """What no tokenizer can cut is one unknown subword."""
    text = "a" * 5000
    found = units(tokenizer, text, [[(0, len(text))]], [])
    assert [unit.words for unit in found] == [((0, 5000),)]
