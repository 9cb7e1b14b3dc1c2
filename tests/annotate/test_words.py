"""Words and sentences of news text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.annotate.words import paragraphs, sentences, words


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. said no.", ["The", "U.S.", "said", "no", "."]),
        ("Mr. O’Neill won’t go", ["Mr.", "O’Neill", "wo", "n’t", "go"]),
        ("They can't; he's out", ["They", "ca", "n't", ";", "he", "'s", "out"]),
        ("John F. Kennedy's 15-year plan", ["John", "F.", "Kennedy", "'s", "15", "-", "year", "plan"]),
        ("more than 13,000 at 9:30 a.m.", ["more", "than", "13,000", "at", "9:30", "a.m."]),
        ("“Go,” she said...", ["“", "Go", ",", "”", "she", "said", "..."]),
        ("It cost US$4.2bn.", ["It", "cost", "US", "$", "4.2bn", "."]),
        ("Article No. 5, he said. No.", ["Article", "No.", "5", ",", "he", "said", ".", "No", "."]),
        ("https://example.org/a?b=1, he wrote", ["https://example.org/a?b=1", ",", "he", "wrote"]),
        ("at 5 p.m. on Jan. 10", ["at", "5", "p.m.", "on", "Jan.", "10"]),
    ],
)
def test_words_follow_the_treebanks(text: str, expected: list[str]) -> None:
    """A clitic, a hyphen and a mark are words of their own; an abbreviation and a number are one."""
    assert forms(text) == expected


@given(st.text(max_size=200))
def test_words_cover_all_but_white_space(text: str) -> None:
    """No character but white space is outside every word; words do not overlap nor end in white space."""
    covered = [False] * len(text)
    before = 0
    for start, end in words(text):
        assert before <= start < end <= len(text)
        covered[start:end] = [True] * (end - start)
        before = end
    assert all(inside or character.isspace() for character, inside in zip(text, covered, strict=True))


@given(st.text(max_size=300))
def test_sentences_and_paragraphs_lose_nothing(text: str) -> None:
    """Every word of a text stands in one sentence of one paragraph."""
    kept = "".join(text[start:end] for line in paragraphs(text) for start, end in sentences(text, *line))
    assert "".join(kept.split()) == "".join(text.split())


def test_a_title_ends_no_sentence() -> None:
    """Abbreviated titles and initials do not end a sentence; a closing quotation mark belongs to its own."""
    text = "“We met Gen. Hook,” Mr. Vane told the U.S. mission. “Then we left.” Talks go on."
    assert [text[start:end] for start, end in sentences(text)] == [
        "“We met Gen. Hook,” Mr. Vane told the U.S. mission.",
        "“Then we left.”",
        "Talks go on.",
    ]
