"""What each line of a scraped report is for, where no markup tells."""

import itertools
import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.clean import find_blocks
from readout.model.text import Mark, Role
from tests.clean.pages import BODY, HEADLINE, LAST, LEAD, SECOND, THIRD, page, report, role_of, roles

FURNITURE = [
    "Advertisement",
    "Share on Facebook",
    "Home > World > Europe",
    "By Ana Ruiz",
    "11 January 2022, 07:23 AM",
    "ALSO READ | Ferry fares to rise in spring",
    "Sign up for our daily newsletter",
    "(Photo: Bo Ek/Reuters)",
    "© 2022 Sund Herald. All rights reserved.",
    '"We are not going back on those boats until the plan is gone."',
    "***",
]
PIECES = st.lists(st.sampled_from([*BODY, *FURNITURE, HEADLINE, ""]), max_size=14)


def _set_aside(text: str, paragraphs: tuple[str, ...] = BODY) -> list[str]:
    """The paragraphs that are not wholly running text."""
    return [words for words in paragraphs if role_of(text, words) != "paragraph"]


# --- whatever comes in ---


@settings(max_examples=60, deadline=None)
@given(PIECES.map("\n".join) | PIECES.map("\n\n".join) | st.text(max_size=300))
def test_blocks_are_in_order_apart_and_hold_all_but_white_space(text: str) -> None:
    blocks = find_blocks(page(text))
    assert all(one.end <= two.start for one, two in itertools.pairwise(blocks))
    rest = list(text)
    for block in blocks:
        words = text[block.start : block.end]
        assert words.strip() == words != ""
        rest[block.start : block.end] = " " * len(words)
    assert "".join(rest).strip() == ""


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FURNITURE), max_size=3), st.lists(st.sampled_from(FURNITURE[:9]), max_size=3))
def test_furniture_above_and_between_sets_no_paragraph_aside(above: list[str], between: list[str]) -> None:
    assert not _set_aside(report(above="\n\n".join(above), between="\n\n".join(between)))


def test_a_text_of_paragraphs_alone_is_all_running_text() -> None:
    assert roles("\n\n".join(BODY)) == [("paragraph", words) for words in BODY]


def test_an_article_on_one_line_is_running_text() -> None:
    assert roles(" ".join(BODY)) == [("paragraph", " ".join(BODY))]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_bare_article_of_few_paragraphs_is_all_running_text(count: int) -> None:
    assert not _set_aside("\n\n".join(BODY[:count]), BODY[:count])
    assert not _set_aside("\n\n".join([HEADLINE, *BODY[:count]]), BODY[:count])


@pytest.mark.parametrize(
    "last",
    [
        "The company is owned by a fund of the harbour town and its neighbours, which bought it nine years ago.",
        "It was the third strike on the islands since the bridge was closed, and the longest of the three.",
        "The next boat is due to leave on Friday.",
        "Nobody was hurt.",
        "You can’t run boats without crews.",
    ],
)
def test_background_at_the_end_is_running_text(last: str) -> None:
    assert role_of(report(below=last), last) == "paragraph"


TABLOID = [
    "Thousands of holidaymakers were stranded today.",
    "All five ferries were cancelled.",
    "Crews walked out at dawn.",
    "Furious families slept on benches at the terminal in Sund.",
    "One mum-of-three said: “We have no nappies left.”",
    "The union said its members had had enough.",
    "The company declined to comment.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", [[], ["By ANA RUIZ"], ["By ANA RUIZ", "11 January 2022"]])
def test_paragraphs_of_one_short_sentence_each_are_running_text(gap: str, head: list[str]) -> None:
    text = gap.join(["Holiday hell for thousands on the Orlo islands", *head, *TABLOID])
    assert [words for role, words in roles(text) if role == "paragraph"] == TABLOID


def test_a_text_in_capitals_is_running_text() -> None:
    shouted = [
        f"SUND, NORLAND (AP) - {LEAD.upper()}",
        "THE UNION SAID CREWS WOULD NOT GO BACK.",
        "THE COMPANY DENIED THAT.",
    ]
    text = "\n\n".join(["ORLO FERRIES HALTED BY STRIKE", *shouted])
    assert [words for role, words in roles(text) if role == "paragraph"] == shouted


def test_text_with_an_empty_line_after_every_wrapped_line_is_of_paragraphs() -> None:
    text = "\n\n".join(line for paragraph in BODY for line in textwrap.wrap(paragraph, 66))
    assert [" ".join(words.split()) for _, words in roles(text)] == list(BODY)


def test_a_forwarded_message_keeps_its_paragraphs() -> None:
    said = [*BODY, "“No,” she said.", "It was the third in two years."]
    lines = [line for words in [HEADLINE, *said] for line in [*textwrap.wrap(words, 70), ""]]
    found = roles("\n".join(f"> {line}" for line in lines))
    assert [role for role, words in found if any(map(str.isalpha, words))] == ["headline", *["paragraph"] * len(said)]


# --- the head ---


def test_the_headline_stands_above_the_text() -> None:
    assert roles(report())[0] == ("headline", HEADLINE)


def test_a_headline_printed_twice_is_a_headline_twice() -> None:
    text = f"Home > News\n\n{HEADLINE}\n\nTuesday 11 January 2022\n\n" + report()
    assert [words for role, words in roles(text) if role == "headline"] == [HEADLINE, HEADLINE]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "By ANA RUIZ and BO EK",
        "Ana Ruiz, Staff Reporter",
        "By Our Correspondent",
        "Staff Reporter",
        "Ana Ruiz and Bo Ek, Reuters",
        "Words by Ana Ruiz",
        "From our correspondent in Sund",
        "(AFP)",
    ],
)
def test_a_line_that_names_the_author_or_the_agency_is_a_byline(line: str) -> None:
    assert role_of(report(above=line), line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "11 January 2022, 07:23 AM",
        "Published: 08:17 PM, 11 Jan, 2022",
        "Tuesday, January 11, 2022",
        "Updated 3 hours ago",
        "11/01/2022 07:15",
        "2022-01-11T07:23:00Z",
        "Posted Tue 11 Jan 2022 at 5:14pm",
        "Jan. 11, 2022 Updated: Jan. 12, 2022 9:05 a.m.",
    ],
)
def test_a_line_that_tells_when_it_was_published_is_a_date(line: str) -> None:
    assert role_of(report(above=line), line) == "date"


def test_byline_and_date_on_one_line_are_two_blocks() -> None:
    found = roles(report(above="By Ana Ruiz | January 11, 2022"))
    assert [role for role, _ in found[:4]] == ["headline", "byline", "date", "paragraph"]
    assert found[2][1] == "January 11, 2022"


def test_a_window_title_is_headline_and_outlet() -> None:
    text = f"{HEADLINE} | Sund Herald\n" + report()
    assert [role for role, _ in roles(text)][:3] == ["headline", "navigation", "headline"]


@pytest.mark.parametrize(
    "line", ["Home > World > Europe", "Home / News / Shipping", "Skip to main content", "5 min read", "Share"]
)
def test_the_machinery_of_the_page_is_navigation(line: str) -> None:
    assert role_of(f"{line}\n\n{report()}", line) == "navigation"


def test_an_outlets_words_above_an_agencys_own_headline_are_a_note() -> None:
    introduction = (
        "If you hoped to spend the long weekend on the islands, you may want to think again. The Associated Press has "
        "the story:"
    )
    own = "Island ferries idle as crews walk out over night sailings"
    text = "\n\n".join(
        ["Weekend plans? Check the boats first", introduction, own, f"SUND, Norland (AP) — {LEAD}", SECOND, THIRD, LAST]
    )
    assert role_of(text, introduction) == "note"
    assert role_of(text, own) == "headline"
    assert role_of(text, LEAD) == "paragraph"


# --- between the paragraphs ---


@pytest.mark.parametrize(
    "line",
    [
        "Caption: Travellers wait at the ferry terminal in Sund.",
        "FILE - Travellers wait at the ferry terminal in Sund, Norland, on July 4, 2021. (AP Photo/Bo Ek)",
        "Travellers wait for a boat at Sund. Photograph: Bo Ek/Reuters",
        "Marta Keel (left) speaks to the striking crews at the harbour of Sund on Tuesday. (Getty Images)",
        "Representational image",
        "Image caption, Travellers sleep on benches in the terminal",
    ],
)
def test_a_caption_between_paragraphs_is_no_running_text(line: str) -> None:
    text = report(between=line)
    words = max(re.split(r" Photograph|\(", line), key=len).strip()
    assert role_of(text, words) == "caption"
    assert not _set_aside(text)


@pytest.mark.parametrize(
    "credit", ["(AP Photo/Bo Ek)", "Photograph: Bo Ek/Reuters", "(Getty Images)", "(Bo Ek/AFP via Getty Images)"]
)
def test_the_credit_at_a_captions_end_is_a_block_of_its_own(credit: str) -> None:
    text = report(between=f"Travellers wait for a boat in the rain at Sund harbour. {credit}")
    assert ("credit", credit) in roles(text)


@pytest.mark.parametrize("line", ["Photo: Reuters", "Image source, Getty Images", "(Photo by Bo Ek/Getty Images)"])
def test_a_credit_on_its_own_line_is_a_credit(line: str) -> None:
    assert role_of(report(between=line), line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Related article: Ferry fares to rise in spring",
        "ALSO READ | Ferry fares to rise in spring",
        "Read more: Ferry fares to rise in spring",
        "WATCH: Crews march through Sund",
        "Most read",
    ],
)
def test_a_pointer_to_another_story_is_related(line: str) -> None:
    assert role_of(report(between=line), line) == "related"


def test_a_pointer_glued_to_a_paragraph_is_cut_off() -> None:
    text = report(between="The harbour stayed shut all day, he said. Read more: Ferry fares to rise in spring")
    found = roles(text)
    assert ("related", "Read more: Ferry fares to rise in spring") in found
    assert ("paragraph", "The harbour stayed shut all day, he said.") in found


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Download on the App Store",
        "Sign up for our daily newsletter and never miss a story.",
        "Click on a star to rate it!",
        "Follow us on Telegram",
        "Subscribe now for full access",
    ],
)
def test_a_line_that_asks_for_something_is_promotion(line: str) -> None:
    assert role_of(report(between=line), line) == "promo"


@pytest.mark.parametrize("line", ["Night boats", "‘Nothing left to give’", "What happens now?", "‘A plan on paper"])
def test_a_few_words_above_a_paragraph_head_it(line: str) -> None:
    assert role_of(report(between=line), line) == "subhead"


def test_a_pull_quote_repeats_words_of_the_text() -> None:
    said = "We will not sail at night for half the pay and half the crew"
    text = report(between=f"“{said}”\n\n“{said},” Keel told a meeting of the crews in Sund, “and they know it.”")
    assert [role for role, words in roles(text) if said in words] == ["pull_quote", "paragraph"]


def test_a_pull_quote_may_stand_before_its_words() -> None:
    said = "We will not sail at night for half the pay and half the crew"
    text = report(
        above=f"&quot;{said}.&quot;", between=f"&quot;{said},&quot; Keel told a meeting of the crews in Sund."
    )
    assert [role for role, words in roles(text) if said in words][-1] == "paragraph"


@pytest.mark.parametrize(
    "quotation",
    [
        "“We will not sail at night for half the pay and half the crew,” Keel told the crews. “They know it.”",
        "“They know it.”",
        "“This is the third plan in two years. Each was worse than the one before it.",
        "'We stay,' she said.",
    ],
)
def test_a_quotation_printed_once_is_running_text(quotation: str) -> None:
    before = "Keel told a meeting of the crews that their patience had come to its end."
    text = report(between=f"{before}\n\n{quotation}")
    assert role_of(text, quotation) == "paragraph"


def test_a_quotation_over_three_paragraphs_reopens_its_mark_and_is_running_text() -> None:
    said = [
        "“This is the third plan in two years,” Keel told the crews. “Each was worse than the one before it.",
        "“We have read all three of them. We have answered each with a plan of our own.",
        "“They have not read one.”",
    ]
    text = report(between="\n\n".join(said))
    assert [role_of(text, words) for words in said] == ["paragraph"] * 3


def test_what_a_colon_announces_is_running_text() -> None:
    said = "“No boat will leave at night until the plan is gone. That is all.”"
    assert role_of(report(between=f"Keel was clear about what would come next:\n\n{said}"), said) == "paragraph"


def test_an_interview_of_answers_alike_is_not_set_aside() -> None:
    answers = [f"“We will talk for {n} days and {n * 3} nights until we agree,” the minister said." for n in range(30)]
    found = roles(report(between="\n\n".join(answers)))
    assert sum(role == "paragraph" for role, _ in found) == len(BODY) + len(answers)


def test_a_caption_between_two_paragraphs_of_one_quotation_leaves_both() -> None:
    opening = "“This is the third plan in two years,” Keel told the crews. “Each was worse than the one before it."
    closing = "“We will not read the fourth one, whatever they write in it,” she said."
    caption = "Marta Keel, right, speaks to crews at the harbour of Sund on Tuesday, Jan. 11, 2022. (AP Photo/Bo Ek)"
    text = report(between=f"{opening}\n\n{caption}\n\n{closing}")
    assert role_of(text, opening) == role_of(text, closing) == "paragraph"
    assert role_of(text, "Marta Keel, right") == "caption"


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Pavel Lindt (R) said he would vote for the bill.",
        "The union’s report said that the company had hidden its losses.",
        "“I saw the photo,” he said.",
        "He read more: the letters, the minutes and the three contracts of 2019.",
        "The company will follow the order of the court, its lawyers told the judge in Sund.",
        "Subscribers to the company’s season ticket will be paid back, it said.",
        "An earlier version of the plan had named twelve boats, not five, and was withdrawn in May after a vote.",
        "The company’s shares are down by a third. (Before the strike, they stood at half of what they cost in 2019.)",
        "“The boats are seen as a second home by those who work on them,” said Ana Ruiz, a historian.",
        "UPDATE: The company said on Wednesday that it would pay for the hotels of those who were stranded in Orlo.",
        "Q: Have you talked to the company?",
        "A: Yes.",
        "KEEL: The company knows what we want, and it has known that for two years.",
        "A video of her speech, which she gave on a crate in the rain, was seen by half the islands by evening.",
        "Keel has led the union for nine years. (That record comes courtesy of a rule that she wrote herself.)",
        "Images of the empty quay were shown on television all day, and the minister was not amused by them.",
    ],
)
def test_sentences_that_only_sound_like_furniture_are_running_text(sentence: str) -> None:
    assert role_of(report(between=sentence), sentence) == "paragraph"


def test_demands_in_a_list_are_running_text() -> None:
    items = [
        "- no night sailing with fewer than nine crew",
        "- pay for every hour on board",
        "- a say in the timetable",
    ]
    text = report(between="The union has three demands:\n\n" + "\n".join(items))
    assert {role_of(text, item.removeprefix("- ")) for item in items} == {"paragraph"}


def test_the_words_of_a_post_are_running_text() -> None:
    post = "We are sorry. All sailings are cancelled today. #orlo"
    text = report(between=f"{post}\n\n— Orlo Lines (@orlolines) March 3, 2020")
    assert role_of(text, post) == "paragraph"


def test_a_credit_at_the_end_of_a_whole_article_makes_it_no_caption() -> None:
    assert role_of(" ".join(BODY) + " Photo: Sund Police Department", LAST) == "paragraph"


# --- below the text ---


@pytest.mark.parametrize(
    "line",
    [
        "© 2022 Sund Herald. All rights reserved.",
        "(Reporting by Ana Ruiz; Editing by Bo Ek)",
        "Additional reporting by Bo Ek in Orlo.",
        "This article was first published by the Sund Herald and is republished here with permission.",
        "Correction: An earlier version of this article gave the wrong number of boats.",
        "Disclaimer: The views expressed are the author’s own.",
        "Copyright 2022 The Associated Press. This material may not be published, broadcast or rewritten.",
        "Bo Ek contributed to this report.",
    ],
)
def test_words_about_the_text_are_a_note(line: str) -> None:
    assert role_of(report(below=line), line) == "note"


@pytest.mark.parametrize(
    "line", ["Original url: https://www.sund-herald.example/ferries", "https://www.sund-herald.example/ferries"]
)
def test_an_address_by_itself_is_a_url(line: str) -> None:
    assert role_of(report(below=line), line) == "url"


def test_headlines_listed_under_a_label_are_related() -> None:
    listed = ["Ferry fares to rise in spring", "Storm closes Sund bridge", "Harbour chief steps down after audit"]
    text = report(below="Most read\n" + "\n".join(listed))
    assert {role_of(text, words) for words in ["Most read", *listed]} == {"related"}


@pytest.mark.parametrize("line", ["ENDS", "***", "-30-", "Tags: ferries, Orlo, strike", "12 Comments"])
def test_end_marks_tags_and_counters_are_navigation(line: str) -> None:
    assert role_of(report(below=line), line) == "navigation"


def test_boxes_below_set_no_paragraph_aside() -> None:
    below = "Tags: ferries\n\nMost read\n\nStorm closes Sund bridge\n\nSign up for our daily newsletter"
    assert not _set_aside(report(below=below))


# --- markup ---


def test_markup_outweighs_the_words() -> None:
    text = report(between="Travellers wait for the boat that never came.")
    start = text.index("Travellers wait")
    mark = Mark(start, start + len("Travellers wait for the boat that never came."), "figcaption")
    found = {block.role for block in find_blocks(page(text, marks=(mark,))) if block.start == start}
    assert found == {Role.CAPTION}
