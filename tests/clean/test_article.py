"""What is taken for an article, and the reason where none is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.clean import clean
from readout.errors import NotAnArticle
from readout.model.text import Article, Role
from tests.clean.pages import BODY, HEADLINE, LAST, LEAD, SECOND, article, page, report

GERMAN = (
    "Tausende Reisende saßen am Dienstag auf den Inseln fest, nachdem die Besatzungen aller fünf Fähren die Arbeit "
    "niedergelegt hatten. Die Gewerkschaft fordert, dass die Reederei ihren Plan zurücknimmt und wieder verhandelt."
)
FRENCH = (
    "Des milliers de voyageurs étaient bloqués mardi sur les îles après que les équipages des cinq bateaux ont cessé "
    "le travail. Le syndicat demande que la compagnie retire son projet et revienne à la table des négociations."
)


def refused(text: str) -> str:
    with pytest.raises(NotAnArticle) as caught:
        clean(page(text))
    assert caught.value.input == "report.txt"
    return caught.value.message


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0\u2003\n"])
def test_an_empty_text_is_no_article(text: str) -> None:
    assert "empty" in refused(text)


@pytest.mark.parametrize(
    ("text", "code"), [(GERMAN, "de"), (FRENCH, "fr"), (f"{HEADLINE}\n\n{GERMAN}\n\n{GERMAN}", "de")]
)
def test_a_text_in_another_language_is_named_as_such(text: str, code: str) -> None:
    assert f"not English (language code {code})" in refused(text)


def test_english_with_words_of_another_language_is_english() -> None:
    text = report(between="„Wir bleiben an Land“, she told the crews in German: „Die Nacht gehört uns.“")
    assert article(text).heading.language == "en"


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading this article.",
        "To continue reading, sign in or create a free account.",
        "This article is for subscribers only.",
        "Already a subscriber? Log in to read the full story.",
    ],
)
def test_a_paywalls_stub_is_told_from_an_article(wall: str) -> None:
    assert "pay-wall" in refused(f"{HEADLINE}\n\nBy Ana Ruiz\n\n{LEAD}\n\n{wall}\n")


def test_an_offer_below_a_whole_article_is_no_paywall() -> None:
    hotels = (
        "In Orlo, the larger of the two towns, hotels put up camp beds in their dining rooms and asked no money for "
        "them, and a baker drove from door to door with what was left of the morning's bread."
    )
    boats = (
        "The harbour master said that fishing boats had carried some forty people to the mainland since the morning, "
        "all of them patients of the hospital or on their way to a funeral."
    )
    text = report(between=f"{hotels}\n\n{boats}", below="Subscribe to continue reading this article.")
    assert len(article(text).paragraphs()) == len(BODY) + 2


@pytest.mark.parametrize(
    "text",
    [
        "404\n\nPage not found\n\nThe page you asked for has moved or is gone.\n\nBack to home",
        "Just a moment...\n\nPlease verify you are human before you go on.",
        "Access denied\n\nYou do not have permission to view this page.",
    ],
)
def test_an_error_page_is_told_from_an_article(text: str) -> None:
    assert "error page" in refused(text)


def test_a_number_is_no_error_page() -> None:
    text = report(between="The bus line 404 ran on, full to the last seat, from the harbour to the town and back.")
    assert len(article(text).paragraphs()) == len(BODY) + 1


def test_a_page_of_furniture_holds_no_article() -> None:
    text = "Home\nWorld\nSport\n\nMost read\nStorm closes Sund bridge\nFerry fares to rise\n\n© 2022 Sund Herald"
    assert "no article" in refused(text)


def test_a_brief_of_two_sentences_is_an_article() -> None:
    assert len(article(f"{HEADLINE}\n\n{LEAD} {LAST}").paragraphs()) == 1


def test_sentences_lie_in_blocks_that_are_read_and_in_order() -> None:
    text = report(above="By Ana Ruiz", between="Advertisement\n\nTravellers wait at Sund. (AP Photo/Bo Ek)")
    made = article(text)
    read = {Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION, Role.PULL_QUOTE}
    homes = [block.span for block in made.blocks if block.role in read]
    assert all(any(home.start <= each.start and each.end <= home.end for home in homes) for each in made.sentences)
    assert list(made.sentences) == sorted(made.sentences)
    assert {each.of(text) for each in made.sentences} >= {HEADLINE, LEAD, SECOND, "Travellers wait at Sund."}


def test_the_text_is_left_as_it_came() -> None:
    text = report(between="She said &quot;no&quot; to it\u00a0all, and left.\x0b") + "\n\n  \n"
    assert article(text).text == text


def test_the_id_of_an_article_goes_by_its_text_and_home_alone() -> None:
    same = article(report(), title="One"), article(report(), title="Two")
    other = article(report(), outlet="Sund Herald")
    assert same[0].id == same[1].id != other.id


HOSTILE = st.lists(
    st.sampled_from(
        [
            *BODY,
            "",
            " ",
            "\x00",
            "\ud800",
            "﷽",
            "\u202eabc",
            "😀" * 9,
            '"' * 9,
            "(" * 40,
            "- " * 30,
            "| " * 30,
            "By ",
            "1/1/1",
        ]
    )
    | st.text(max_size=40),
    max_size=12,
)


def _cleaned(text: str) -> Article | str:
    try:
        return clean(page(text))
    except NotAnArticle as error:
        return error.message


@settings(max_examples=120, deadline=None)
@given(HOSTILE.map("\n".join) | HOSTILE.map(" ".join))
def test_whatever_comes_in_is_an_article_or_a_reason(text: str) -> None:
    made = _cleaned(text)
    if isinstance(made, str):
        assert made
        return
    facts = [made.heading.title, made.heading.outlet, made.heading.agency, made.heading.dateline, made.heading.url]
    spans = [span for fact in [*facts, *made.heading.byline, *made.heading.contributors] if fact for span in fact.spans]
    for span in [*spans, *made.sentences, *made.heading.dating.spans]:
        assert 0 <= span.start < span.end <= len(text)
