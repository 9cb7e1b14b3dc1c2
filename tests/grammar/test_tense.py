"""Which side of the report a sentence speaks of."""

import pytest

from readout.grammar.tense import Tense, tense_at
from readout.model.text import TextSpan


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("Envoys held talks on Monday in Geneva.", Tense.PAST),
        ("Ministers stressed Monday that they were ready.", Tense.PAST),
        ("The council will meet on Monday.", Tense.FUTURE),
        ("On Monday the parties head to Vienna.", Tense.FUTURE),
        ("They are due to sign on Monday.", Tense.FUTURE),
        ("He told reporters in Kyiv on Monday that it would rain.", Tense.PAST),
        ("Orlov said that talks in Lisbon on Monday would show it.", Tense.FUTURE),
        ("Sales have grown since Monday.", Tense.PAST),
        ("The vote was put off until Monday.", Tense.FUTURE),
        ("It could come as early as Monday.", Tense.FUTURE),
        ("It was denied as recently as Monday.", Tense.PAST),
        ("After Monday’s talks both sides smiled.", Tense.PAST),
        ("Monday, of course.", Tense.OPEN),
        ("The Senate votes Monday on the bill.", Tense.FUTURE),
        ("Mr. Biden is traveling to Poland on Monday.", Tense.FUTURE),
        ("The council was to meet Monday.", Tense.FUTURE),
        ("The deal, announced Monday, will create jobs.", Tense.PAST),
        ("Hale flew to Quito on Monday and will meet Orlov.", Tense.PAST),
        ("Talks between the two sides on Monday will focus on arms.", Tense.FUTURE),
        ("The EU on Monday is to unveil sanctions.", Tense.FUTURE),
        ("The pope called Monday for peace.", Tense.PAST),
        ("France and Germany, whose leaders meet Monday, want more.", Tense.FUTURE),
    ],
)
def test_the_verbs_of_the_clause_tell(sentence: str, tense: Tense) -> None:
    start = sentence.index("Monday")
    assert tense_at(sentence, TextSpan(start, start + len("Monday"))) is tense
