"""Sentences of what is read."""

import pytest

from readout.clean.sentences import find_sentences
from readout.model.text import Block, Role


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(text, [Block(Role.PARAGRAPH, 0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke with U.S. Secretary of State Ann Harlow on Tuesday.",
        "“We will not move,” said U.S. Ambassador Ruth Ellery.",
        "It was taken there by U.N. Special Envoy Omar Diallo.",
    ],
)
def test_initials_before_a_title_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_initials_with_the_may_end_one() -> None:
    assert len(sentences("She flew home from the U.S. The talks went on.")) == 2
