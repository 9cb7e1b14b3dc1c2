"""Facts about what shared passages amount to between two reports."""

from evals.copies.evaluate import relation
from readout.model.links import PassageKind, SharedPassage
from readout.model.record import Span
from readout.model.text import Article, Block, Heading, Medium, Role


def body(name: str, length: int) -> Article:
    text = "x" * length
    return Article(name, name, text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, length),), (), Heading())


def shared(start: int, end: int, kind: PassageKind, similarity: float = 1.0, at: int = 0) -> SharedPassage:
    return SharedPassage(Span("a", start, end), Span("b", start + at, end + at), kind, similarity)


def test_nothing_shared_is_independent() -> None:
    assert relation([], body("a", 100), body("b", 100)) == "independent"


def test_quotations_alone_are_a_shared_quotation() -> None:
    assert relation([shared(0, 90, PassageKind.QUOTED)], body("a", 100), body("b", 100)) == "shared_quotation"


def test_one_copied_paragraph_is_an_edited_copy() -> None:
    passages = [shared(0, 30, PassageKind.COPIED), shared(50, 90, PassageKind.QUOTED)]
    assert relation(passages, body("a", 100), body("b", 100)) == "edited_copy"


def test_nearly_all_of_both_is_a_copy() -> None:
    assert relation([shared(0, 95, PassageKind.COPIED)], body("a", 100), body("b", 110)) == "copy"


def test_much_that_was_reworded_is_an_edited_copy() -> None:
    assert relation([shared(0, 95, PassageKind.COPIED, 0.7)], body("a", 100), body("b", 100)) == "edited_copy"


def test_the_beginning_of_a_longer_report_is_a_copy() -> None:
    assert relation([shared(0, 100, PassageKind.COPIED)], body("a", 100), body("b", 1000)) == "copy"


def test_a_brief_from_the_middle_of_a_longer_report_is_an_edited_copy() -> None:
    assert relation([shared(0, 100, PassageKind.COPIED, at=600)], body("a", 100), body("b", 1000)) == "edited_copy"
