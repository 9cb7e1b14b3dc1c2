"""Which figures of several reports measure one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.link.dates import settle
from readout.link.figures import find_figures
from readout.link.figures.words import fate, is_partial, stem
from readout.model.links import SharedFigure
from readout.model.notes import FigureMention, Mention, NameKind, Notes, Sentence
from readout.model.notes import Form as NameForm
from readout.model.text import Article, TextSpan
from readout.model.values import Amount, PartialDate, Qualifier
from tests.link.reports import report

DAY = PartialDate(2025, 3, 12)
LATER = PartialDate(2025, 3, 14)
ALIKE = (1.0, 0.0)
LIKE = (0.8, 0.6)
UNLIKE = (0.0, 1.0)


@dataclass(frozen=True)
class Counted:
    """A sentence with one figure: its words, what is measured, its predicate."""

    text: str
    figure: str
    value: float
    unit: str
    measures: str
    predicate: str
    vector: tuple[float, ...] = ALIKE
    qualifier: Qualifier | None = None
    name: str | None = None


def told(name: str, *counted: Counted, date: PartialDate | None = DAY) -> tuple[Article, Notes]:
    """A report of the sentences, with its notes."""
    article = report(name, *(each.text for each in counted), date=date)
    figures, sentences, mentions = [], [], []
    place = 0
    for each in counted:
        start = article.text.index(each.text, place)
        place = start + len(each.text)

        def span(words: str, start: int = start) -> TextSpan:
            at = article.text.index(words, start)
            return TextSpan(at, at + len(words))

        sentences.append(Sentence(TextSpan(start, place), each.vector))
        figures.append(
            FigureMention(
                span(each.figure),
                Amount(each.value, qualifier=each.qualifier, unit=each.unit),
                None,
                tuple(span(part) for part in each.measures.split(" … ")),
                None,
                predicate=span(each.predicate),
            )
        )
        if each.name:
            mentions.append(Mention(span(each.name), NameKind.LOCATION, NameForm.NAME, span(each.name), 1.0))
    return article, Notes(name, mentions=tuple(mentions), figures=tuple(figures), sentences=tuple(sentences))


def found(*reports: tuple[Article, Notes]) -> tuple[SharedFigure, ...]:
    articles, notes = [article for article, _ in reports], [note for _, note in reports]
    return find_figures(articles, notes, (), settle(articles))


def joined(*reports: tuple[Article, Notes]) -> list[list[tuple[str, int]]]:
    return [list(each.tellings) for each in found(*reports) if len(each.tellings) > 1]


NINE = Counted(
    "Police said nine people were injured in the clash at the gate.",
    "nine people",
    9,
    "person",
    "people were injured in the clash",
    "injured",
)
FOURTEEN = Counted(
    "The clash at the gate left 14 people injured, a hospital said.",
    "14 people",
    14,
    "person",
    "The clash at the gate left … people injured",
    "left",
    LIKE,
)
KILLED = Counted(
    "Police said 14 people were killed in the clash at the gate.",
    "14 people",
    14,
    "person",
    "people were killed in the clash",
    "killed",
)
JOBS = Counted("The plan would cut 210 jobs.", "210 jobs", 210, "job", "The plan would cut … jobs", "cut")
POSTS = Counted("It would cost 210 jobs at the port.", "210 jobs", 210, "job", "It would cost … jobs", "cost", LIKE)


def test_the_same_number_of_the_same_thing_is_one_figure() -> None:
    (shared,) = [each for each in found(told("a", JOBS), told("b", POSTS)) if len(each.tellings) > 1]
    assert shared.tellings == (("a", 0), ("b", 0))
    assert shared.because[0].rule == "same_number"
    assert [span.article for span in shared.because[0].spans] == ["a", "b"]


def test_two_numbers_for_one_thing_are_one_figure_told_in_two_ways() -> None:
    (shared,) = [each for each in found(told("a", NINE), told("b", FOURTEEN)) if len(each.tellings) > 1]
    assert shared.because[0].text == "The reports give two numbers of people injured."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("a", NINE), told("b", KILLED), id="the injured and the killed"),
        pytest.param(told("a", NINE), told("b", FOURTEEN, date=LATER), id="a toll two days later"),
        pytest.param(
            told("a", NINE),
            told(
                "b",
                Counted(
                    "Police said two people were injured in the clash, of them officers.",
                    "two people",
                    2,
                    "person",
                    "people were injured in the clash",
                    "injured",
                ),
            ),
            id="numbers too far apart",
        ),
        pytest.param(
            told(
                "a",
                Counted(
                    "In Poland nine people were injured in the clash.",
                    "nine people",
                    9,
                    "person",
                    "people were injured in the clash",
                    "injured",
                    name="Poland",
                ),
            ),
            told(
                "b",
                Counted(
                    "In Spain 14 people were injured in the clash.",
                    "14 people",
                    14,
                    "person",
                    "people were injured in the clash",
                    "injured",
                    name="Spain",
                ),
            ),
            id="two countries",
        ),
        pytest.param(
            told("a", NINE),
            told(
                "b",
                Counted(
                    "Police said 14 officers were injured in the clash.",
                    "14 officers",
                    14,
                    "officer",
                    "officers were injured in the clash",
                    "injured",
                ),
            ),
            id="people and officers",
        ),
        pytest.param(
            told("a", JOBS),
            told(
                "b",
                Counted("Ten ships have 210 berths.", "210 berths", 210, "berth", "Ten ships have … berths", "have"),
            ),
            id="other units",
        ),
        pytest.param(
            told(
                "a",
                Counted("The shares fell 6 percent.", "6 percent", 6, "percentage", "The shares fell", "fell"),
            ),
            told(
                "b",
                Counted("The shares fell 7 percent.", "7 percent", 7, "percentage", "The shares fell", "fell"),
            ),
            id="prices of two moments",
        ),
        pytest.param(
            told(
                "a",
                Counted(
                    "Checks rose by a 25% increase from a year before.",
                    "25%",
                    25,
                    "percentage",
                    "Checks rose by a … increase",
                    "rose",
                ),
            ),
            told(
                "b",
                Counted(
                    "Checks rose by a 36% increase from February.",
                    "36%",
                    36,
                    "percentage",
                    "Checks rose by a … increase",
                    "rose",
                ),
            ),
            id="increases from two bases",
        ),
        pytest.param(
            told(
                "a",
                Counted(
                    "The plan would cut 210 jobs at the yard.",
                    "210 jobs",
                    210,
                    "job",
                    "The plan would cut … jobs at the yard",
                    "cut",
                ),
            ),
            told(
                "b",
                Counted(
                    "The firm has cut 250 jobs at the yard.",
                    "250 jobs",
                    250,
                    "job",
                    "The firm has cut … jobs at the yard",
                    "cut",
                ),
            ),
            id="what would be and what has been",
        ),
    ],
)
def test_what_measures_different_things_stays_apart(one: tuple[Article, Notes], other: tuple[Article, Notes]) -> None:
    assert joined(one, other) == []


def test_one_report_with_two_numbers_means_two_things() -> None:
    both = told("a", NINE, FOURTEEN)
    assert joined(both) == []


def test_figures_of_years_past_need_no_one_day() -> None:
    """A toll that a war took over years does not change between Monday's report and Tuesday's."""
    one = Counted(
        "More than 8,000 people have died in the border war since 2014.",
        "More than 8,000 people",
        8_000,
        "person",
        "people have died in the border war",
        "died",
        qualifier=Qualifier.MORE_THAN,
    )
    other = Counted(
        "Seven years of the border war have killed over 9,000 people.",
        "over 9,000 people",
        9_000,
        "person",
        "the border war have killed … people",
        "killed",
        LIKE,
        Qualifier.MORE_THAN,
    )
    assert joined(told("a", one), told("b", other, date=LATER)) == [[("a", 0), ("b", 0)]]


@given(st.permutations([told("a", NINE, JOBS), told("b", FOURTEEN, POSTS), told("c", KILLED), told("d", NINE)]))
@settings(max_examples=12, deadline=None)
def test_the_order_of_the_reports_makes_no_difference(reports: Sequence[tuple[Article, Notes]]) -> None:
    expected = found(told("a", NINE, JOBS), told("b", FOURTEEN, POSTS), told("c", KILLED), told("d", NINE))
    assert found(*reports) == expected


def test_every_figure_is_told_once() -> None:
    shared = found(told("a", NINE, JOBS), told("b", FOURTEEN, POSTS), told("c", KILLED))
    tellings = [telling for each in shared for telling in each.tellings]
    assert sorted(tellings) == [("a", 0), ("a", 1), ("b", 0), ("b", 1), ("c", 0)]


def test_words_beside_a_number_tell_what_befell_those_counted() -> None:
    text = "A blast killed 12 people and injured 30 others."
    span = TextSpan(text.index("30"), text.index("30") + 2)
    thirty = FigureMention(span, Amount(30, unit="person"), None, (), None)
    assert fate("killed", text, thirty, "") == "injured"
    assert is_partial(text, thirty)


@pytest.mark.parametrize(
    ("one", "other"), [("injuring", "injured"), ("talks", "talk"), ("cutting", "cut"), ("Jobs", "job")]
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
