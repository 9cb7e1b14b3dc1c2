"""Words given to somebody by print alone."""

from readout.annotate.signed import signed
from readout.annotate.words import paragraphs
from readout.grammar.quotation import find
from readout.model.text import TextSpan


def rows(text: str) -> list[tuple[str, str, str]]:
    lines = [TextSpan(*line) for line in paragraphs(text)]
    return [
        (one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text))
        for one in signed(text, lines, find(text, lines))
    ]


def test_a_signed_quotation_is_the_signers() -> None:
    text = "Readers wrote in.\n“The pier is ours.” ― Ana Orlova\n“Let it go!” — Ivo Prat, a fisherman."
    assert rows(text) == [("Ana Orlova", "―", "“The pier is ours.”"), ("Ivo Prat", "—", "“Let it go!”")]


def test_a_name_colon_and_quotation_in_a_headline() -> None:
    assert rows("Ana Orlova: 'The pier is ours'") == [("Ana Orlova", ":", "'The pier is ours'")]


def test_the_turns_of_a_transcript_are_their_speakers() -> None:
    text = 'A transcript follows.\n"LUND: Will you go?\n"PRAT: No. I said “no” before.\n"LUND: Why not?'
    assert [(source, content) for source, _, content in rows(text)] == [
        ("LUND", "Will you go?"),
        ("PRAT", "No. I said “no” before."),
        ("LUND", "Why not?"),
    ]


def test_labels_and_datelines_are_no_speakers() -> None:
    assert rows("UPDATE: The pier opened.\nVARNA: Rain fell.\nNOTE: Names were changed.") == []
    assert rows("“The pier is ours,” she said – and left.") == []
    assert rows("“The pier” — Varna's oldest — reopened.") == []
