"""Figures of the record, and their disagreements."""

from readout.merge.figures import figure_conflicts, record_figures
from readout.merge.sources import Sources
from readout.model.links import SharedFigure
from readout.model.notes import FigureMention, Notes
from readout.model.record import Reason, Span
from readout.model.text import Article, Dating, TextSpan
from readout.model.values import Amount, PartialDate, Qualifier
from tests.merge.made import article

TEXTS = {
    "a": "Police said nine people were injured in a clash.",
    "b": "The clash left 14 people injured, the regional hospital said.",
    "c": "Police said some nine people were injured.",
}


def mention(text: str, words: str, amount: Amount, measures: str, holder: str | None = None) -> FigureMention:
    def span(part: str) -> TextSpan:
        return TextSpan(text.index(part), text.index(part) + len(part))

    parts = tuple(span(part) for part in measures.split(" … "))
    unit = span(words.rsplit(maxsplit=1)[-1])
    return FigureMention(span(words), amount, unit, parts, span(holder) if holder else None)


def sources(**figures: FigureMention) -> Sources:
    articles: dict[str, Article] = {name: article(name, TEXTS[name]) for name in figures}
    return Sources(
        articles=articles,
        notes={name: Notes(name, figures=(figure,)) for name, figure in figures.items()},
        datings={name: Dating(PartialDate(2025, 3, 12)) for name in figures},
        entities={},
        origins={name: f"o-{name}" for name in figures},
        newsrooms={},
    )


NINE = mention(TEXTS["a"], "nine people", Amount(9, unit="person"), "people were injured in a clash", "Police")
FOURTEEN = mention(
    TEXTS["b"], "14 people", Amount(14, unit="person"), "The clash left … people injured", "the regional hospital"
)
SOME_NINE = mention(
    TEXTS["c"], "some nine people", Amount(9, qualifier=Qualifier.ABOUT, unit="person"), "people were injured", "Police"
)
WHY = Reason("same_measure", "The reports give two numbers of people injured.", (Span("a", 12, 23), Span("b", 15, 24)))


def shared(*names: str) -> tuple[SharedFigure, ...]:
    return (SharedFigure(tuple((name, 0) for name in names), (WHY,)),)


def test_two_numbers_for_one_thing_are_two_figures_and_a_conflict() -> None:
    made = sources(a=NINE, b=FOURTEEN)
    assert [figure.value for figure in record_figures(shared("a", "b"), made)] == [9, 14]
    (conflict,) = figure_conflicts(shared("a", "b"), made)
    assert conflict.verdict == "contradicts"
    assert conflict.about == "people were injured in a clash"
    assert [(side.value, side.holders, side.origins) for side in conflict.sides] == [
        ("14 people", ("the regional hospital",), ("o-b",)),
        ("nine people", ("Police",), ("o-a",)),
    ]
    assert conflict.because[0].text == "The reports give “14 people” and “nine people”: they cannot all be right."


def test_a_qualifier_is_no_conflict() -> None:
    made = sources(a=NINE, c=SOME_NINE)
    (figure,) = record_figures(shared("a", "c"), made)
    assert figure.origins == ("o-a", "o-c")
    assert len(figure.spans) == 2
    assert figure_conflicts(shared("a", "c"), made) == ()


def test_one_newsroom_does_not_contradict_itself() -> None:
    made = sources(a=NINE, b=FOURTEEN)
    one = Sources(made.articles, made.notes, made.datings, {}, {"a": "o-1", "b": "o-1"}, {})
    assert figure_conflicts(shared("a", "b"), one) == ()


def test_copies_of_one_report_are_one_origin_of_a_side() -> None:
    made = sources(a=NINE, b=FOURTEEN, c=SOME_NINE)
    one = Sources(made.articles, made.notes, made.datings, {}, {"a": "o-1", "b": "o-2", "c": "o-1"}, {})
    (conflict,) = figure_conflicts(shared("a", "b", "c"), one)
    assert [side.origins for side in conflict.sides] == [("o-2",), ("o-1",)]
    assert len(conflict.sides[1].spans) == 2


def test_a_figure_says_what_it_measures_in_the_words_of_the_report() -> None:
    (figure,) = record_figures(shared("b"), sources(b=FOURTEEN))
    assert figure.text == "14 people"
    assert figure.unit_text == "people"
    assert figure.measures == "The clash left … people injured"
    assert figure.holder == "the regional hospital"


def test_a_further_report_renames_no_figure() -> None:
    alone = record_figures(shared("b"), sources(b=FOURTEEN))
    more = record_figures(shared("a", "b"), sources(a=NINE, b=FOURTEEN))
    assert alone[0].id in {figure.id for figure in more}
