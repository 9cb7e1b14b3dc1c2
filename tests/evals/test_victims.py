"""How the numbers of victims are read and compared."""

from evals.victims.answer import INJURED, KILLED, Toll, baseline, states, toll
from readout.model.notes import FigureMention, Notes
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan
from readout.model.values import Amount

TEXT = "Two men were killed and three people were injured at 9 p.m., police said. One of the killed was 27."


def test_the_simplest_answer_is_the_nearest_number() -> None:
    assert baseline("At 9 p.m. two men were killed; the third was injured with 4 others.") == Toll(2, 4)
    assert baseline("A man was killed.") == Toll(0, 0)


def test_a_count_is_stated_where_its_number_stands_beside_the_word() -> None:
    assert states(TEXT, 2, KILLED)
    assert states(TEXT, 3, INJURED)
    assert not states(TEXT, 4, KILLED)
    assert not states("Four people came. A man was killed.", 4, KILLED)


def test_figures_give_the_toll() -> None:
    def figure(words: str, value: int) -> FigureMention:
        start = TEXT.index(words)
        return FigureMention(TextSpan(start, start + len(words)), Amount(value, unit="person"), None, (), None)

    article = Article("a", "a", TEXT, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(TEXT)),), (), Heading())
    notes = Notes("a", figures=(figure("Two men", 2), figure("three people", 3)))
    assert toll(article, notes) == Toll(2, 3)


def test_who_is_told_of_without_a_number_is_one() -> None:
    text = "A man was shot and killed on Monday."
    article = Article("a", "a", text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (), Heading())
    assert toll(article, Notes("a")) == Toll(1, 0)
