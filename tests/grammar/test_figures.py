"""Figures as reports state them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.figures import Change, Figure, find_figures
from readout.model.values import Amount, Qualifier


def one(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "words", "amount"),
    [
        (
            "an insurgency in which more than 13,000 people have died",
            "more than 13,000 people",
            Amount(13000, qualifier=Qualifier.MORE_THAN, unit="person"),
        ),
        (
            "fighting has killed over 14,000 people.",
            "over 14,000 people",
            Amount(14000, qualifier=Qualifier.MORE_THAN, unit="person"),
        ),
        (
            "it has deployed some 100,000 troops towards the border",
            "some 100,000 troops",
            Amount(100000, qualifier=Qualifier.ABOUT, unit="troop"),
        ),
        ("ambassadors from the 30 NATO members met", "30 NATO members", Amount(30, unit="member")),
        ("a 29-year-old soldier", "29-year-old", Amount(29, unit="year of age")),
        ("Senard, 65, now faces a task", "65", Amount(65, unit="year of age")),
        (
            "amassed tens of thousands of troops",
            "tens of thousands of troops",
            Amount(None, 20000, 99999, unit="troop"),
        ),
        ("At least 12 dead", "At least 12 dead", Amount(12, qualifier=Qualifier.AT_LEAST, unit="dead")),
        ("as many as 300 homes", "as many as 300 homes", Amount(300, qualifier=Qualifier.UP_TO, unit="home")),
        (
            "nearly 2.2 billion users",
            "nearly 2.2 billion users",
            Amount(2.2e9, qualifier=Qualifier.NEARLY, unit="user"),
        ),
        ("10 to 12 million people", "10 to 12 million people", Amount(None, 10e6, 12e6, unit="person")),
        (
            "priced between $62 and $68 per share",
            "$62 and $68 per share",
            Amount(None, 62, 68, unit="dollar per share"),
        ),
        ("a fine of €1.5bn", "€1.5bn", Amount(1.5e9, unit="euro")),
        ("worth HK$5.4m", "HK$5.4m", Amount(5.4e6, unit="hong kong dollar")),
        ("the 37m tower", "37m", Amount(37, unit="metre")),
        ("two-thirds of voters", "two-thirds of voters", Amount(2 / 3, unit="voter")),
        ("a dozen soldiers", "a dozen soldiers", Amount(12, unit="soldier")),
        ("winds of up to 60mph", "up to 60mph", Amount(60, qualifier=Qualifier.UP_TO, unit="mile per hour")),
        ("1,000 or more workers", "1,000 or more", None),
    ],
)
def test_a_figure_has_its_value_qualifier_and_unit(text: str, words: str, amount: Amount | None) -> None:
    figure = one(text)
    assert figure.span.of(text) == words if amount else figure.span.of(text).startswith("1,000")
    if amount is not None:
        assert figure.amount == amount


@pytest.mark.parametrize(
    "text",
    [
        "On Jan. 10, 2022 at 8:55 a.m. they met",
        "the iPhone 11 Pro and Game 7",
        "under Article 5 of the treaty",
        "the second of the three",
        "Boeing 737 and COVID-19",
        "since 2014, and by 2030",
        "they won 3-1",
    ],
)
def test_dates_names_and_scores_are_no_figures(text: str) -> None:
    assert find_figures(text) == ()


def test_a_verb_tells_the_direction() -> None:
    rose, fell = find_figures("Shares rose 2.8% and oil fell by 4 per cent.")
    assert (rose.change, fell.change) == (Change.UP, Change.DOWN)
    assert one("It rose to $7.36 billion.").change is None


def test_a_conversion_in_brackets_is_qualified_like_its_original() -> None:
    miles, kilometres = find_figures("It stretched for about 7 miles (11 km).")
    assert miles.amount.qualifier is kilometres.amount.qualifier is Qualifier.ABOUT


def test_a_step_and_where_it_led_are_no_range() -> None:
    step, level = find_figures("the deficit increased by $43.6 billion to $419.2 billion")
    assert (step.amount.value, level.amount.value) == (43.6e9, 419.2e9)


@given(st.integers(1000, 10**9), st.sampled_from(["troops", "people", "houses"]))
def test_every_count_is_read_back(count: int, noun: str) -> None:
    text = f"They say that {count:,} {noun} were there."
    figure = one(text)
    assert figure.amount.value == count
    assert figure.span.of(text) == f"{count:,} {noun}"


@given(st.decimals(0, 1000, places=2))
def test_every_price_is_read_back(price: object) -> None:
    assert one(f"It cost ${price} a barrel.").amount.value == pytest.approx(float(str(price)))


@given(
    st.text(max_size=80),
    st.lists(st.sampled_from(["some 100,000 troops", "$5m", "2-0", "tens of", "between 5 and", "½"])),
)
def test_spans_are_in_order_and_hold_their_parts(noise: str, words: list[str]) -> None:
    text = noise.join(words)
    place = 0
    for figure in find_figures(text):
        assert place <= figure.span.start <= figure.amount_span.start
        assert figure.amount_span.end <= figure.span.end <= len(text)
        place = figure.amount_span.end


def test_a_long_row_of_digits_is_a_code_and_no_number() -> None:
    assert find_figures("serial " + "7" * 5000) == ()
