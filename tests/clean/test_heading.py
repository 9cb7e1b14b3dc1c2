"""What an article says about itself, and where it says so."""

import pytest

from readout.model.text import Article, Fact
from tests.clean.pages import HEADLINE, LAST, LEAD, SECOND, THIRD, article, report

NEWS = report()


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def printed(made: Article, fact: Fact | None) -> list[str]:
    """The characters that are given as evidence."""
    assert fact is not None
    return [span.of(made.text) for span in fact.spans]


def with_dateline(dateline: str) -> str:
    return report().replace(LEAD, f"{dateline} {LEAD}")


# --- title ---


def test_the_title_is_the_headline_as_printed() -> None:
    made = article(NEWS)
    assert value(made.heading.title) == HEADLINE
    assert printed(made, made.heading.title) == [HEADLINE]


def test_a_headline_over_two_lines_is_told_on_one() -> None:
    text = "Subject: " + report()
    assert value(article(text).heading.title) == HEADLINE


def test_the_headline_printed_on_the_page_goes_before_the_one_in_the_metadata() -> None:
    assert value(article(NEWS, title=f"{HEADLINE} | Sund Herald").heading.title) == HEADLINE


def test_metadata_name_the_title_where_no_headline_is_printed() -> None:
    made = article(f"{LEAD}\n\n{SECOND}\n\n{THIRD}", title="Crews strike")
    assert made.heading.title == Fact("Crews strike")


def test_a_text_that_begins_with_its_first_paragraph_has_no_title() -> None:
    assert article(f"{LEAD}\n\n{SECOND}\n\n{THIRD}").heading.title is None


def test_a_headline_that_begins_with_report_is_no_byline() -> None:
    headline = "Report: Half of Orlo's boats are unsafe"
    made = article(report(headline=headline))
    assert (value(made.heading.title), made.heading.byline) == (headline, ())


# --- whose copy ---


@pytest.mark.parametrize(
    ("dateline", "agency", "place"),
    [
        ("SUND, Norland (AP) —", "AP", "SUND, Norland"),
        ("SUND, Norland (AFP) --", "AFP", "SUND, Norland"),
        ("SUND, Jan 11 (Reuters) -", "Reuters", "SUND"),
        ("SUND, Jan. 11 (Xinhua) --", "Xinhua", "SUND"),
        ("Sund (dpa) -", "dpa", "Sund"),
        ("New Sund, Jan 11 (PTI)", "PTI", "New Sund"),
        ("PORT ROYALE, St. Aubyn, Jan 11, CMC –", "CMC", "PORT ROYALE, St. Aubyn"),
        ("SUND, January 11. /TASS/.", "TASS", "SUND"),
        ("SUND. Jan 11 (Interfax) -", "Interfax", "SUND"),
        ("SUND —", None, "SUND"),
        ("SUND, Norland –", None, "SUND, Norland"),
    ],
)
def test_a_dateline_names_place_and_agency(dateline: str, agency: str | None, place: str) -> None:
    made = article(with_dateline(dateline))
    assert (value(made.heading.agency), value(made.heading.dateline)) == (agency, place)
    assert printed(made, made.heading.dateline) == [place]


@pytest.mark.parametrize(
    ("above", "below", "agency"),
    [
        ("By Ana Ruiz, Associated Press", "", "AP"),
        ("Reuters", "", "Reuters"),
        ("Ana Ruiz and Bo Ek, AFP", "", "AFP"),
        ("", "—AFP", "AFP"),
        ("", "Copyright 2022 The Associated Press. All rights reserved.", "AP"),
        ("", "(Reporting by Ana Ruiz; Editing by Bo Ek)\n\n© Thomson Reuters", "Reuters"),
        ("", "Agence France-Presse is a news agency with bureaus all over the world.", "AFP"),
    ],
)
def test_credits_and_blurbs_tell_whose_copy_it_is(above: str, below: str, agency: str) -> None:
    assert value(article(report(above=above, below=below)).heading.agency) == agency


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        report(between="Travellers wait for a boat in the rain at Sund harbour. (AP Photo/Bo Ek)"),
        report(between="The company spoke to Reuters by telephone, but gave no figure for what the strike had cost."),
        report(above="By Ana Ruiz", below="With inputs from agencies"),
        report(above="By Ana Ruiz", below="With inputs from PTI"),
    ],
)
def test_a_picture_a_mention_or_some_input_makes_it_no_agencys_copy(text: str) -> None:
    assert article(text).heading.agency is None


@pytest.mark.parametrize("sign_off", [" – AFP", " — Reuters", " -AP", " (AFP)", " - Bernama"])
def test_the_sign_off_at_the_end_of_the_last_paragraph_names_the_agency(sign_off: str) -> None:
    made = article(NEWS.rstrip() + sign_off + "\n")
    assert value(made.heading.agency) == sign_off.strip(" –—-()")
    assert made.text[made.paragraphs()[-1].start :].startswith(LAST)


def test_a_reprint_names_who_published_it_first() -> None:
    notice = "This article was first published by the Orlo Gazette and is republished here with permission."
    made = article(report(below=notice))
    assert value(made.heading.reprint_of) == "Orlo Gazette"
    assert value(made.heading.agency) == "Orlo Gazette"


# --- who wrote it ---


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ["Ana Ruiz"]),
        ("By ANA RUIZ", ["ANA RUIZ"]),
        ("By Ana Ruiz and Bo Ek", ["Ana Ruiz", "Bo Ek"]),
        ("By Ana Ruiz, Bo Ek and María-José O'Neill", ["Ana Ruiz", "Bo Ek", "María-José O'Neill"]),
        ("By Ana Ruiz in Sund and Bo Ek in Orlo", ["Ana Ruiz", "Bo Ek"]),
        ("By Ana Ruiz, Transport Correspondent", ["Ana Ruiz"]),
        ("Ana Ruiz and Bo Ek, AFP", ["Ana Ruiz", "Bo Ek"]),
        ("By J. R. van der Berg", ["J. R. van der Berg"]),
        ("By Our Correspondent", []),
        ("By Staff Reporter", []),
        ("AFP", []),
    ],
)
def test_a_byline_names_persons_only(line: str, names: list[str]) -> None:
    made = article(report(above=line))
    assert [fact.value for fact in made.heading.byline] == names
    assert [printed(made, fact) for fact in made.heading.byline] == [[name] for name in names]


def test_a_name_and_a_place_above_the_date_are_the_author_and_where_she_wrote() -> None:
    standfirst = "Union says crews will stay on shore until plan to halve night sailings is withdrawn"
    made = article(report(above=f"{standfirst}\n\nAna Ruiz in Sund\n\nTue 11 Jan 2022 18.30 GMT"))
    assert [fact.value for fact in made.heading.byline] == ["Ana Ruiz"]


def test_metadata_name_the_author_where_no_line_does() -> None:
    assert [fact.value for fact in article(NEWS, byline=("Ana Ruiz",)).heading.byline] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Additional reporting by Bo Ek in Orlo.", ["Bo Ek"]),
        ("Bo Ek contributed to this report.", ["Bo Ek"]),
        ("(Reporting by Bo Ek and Cy Dahl; Editing by Eva Falk)", ["Bo Ek", "Cy Dahl"]),
        (
            "Associated Press writers Bo Ek in Orlo and Cy Dahl in Sund contributed to this report.",
            ["Bo Ek", "Cy Dahl"],
        ),
        ("Editing by Eva Falk", []),
    ],
)
def test_contributors_are_named_in_a_line_of_their_own(line: str, names: list[str]) -> None:
    made = article(report(above="By Ana Ruiz", below=line))
    assert [fact.value for fact in made.heading.contributors] == names
    assert [fact.value for fact in made.heading.byline] == ["Ana Ruiz"]


def test_who_stands_in_the_byline_is_no_contributor() -> None:
    made = article(report(above="By Ana Ruiz", below="(Reporting by Ana Ruiz and Bo Ek; Editing by Eva Falk)"))
    assert [fact.value for fact in made.heading.contributors] == ["Bo Ek"]


# --- who publishes it ---


@pytest.mark.parametrize(
    ("below", "outlet"),
    [
        ("© 2022 Sund Herald. All rights reserved.", "Sund Herald"),
        ("Copyright 2017 by Channel 3000. All rights reserved.", "Channel 3000"),
        ("Copyright © 2022 The Sund Herald", "The Sund Herald"),
        ("The post Ferry strike strands thousands appeared first on Sund Herald.", "Sund Herald"),
        ("Original url: https://www.sund-herald.example/ferries", "sund-herald.example"),
        ("https://news.sund-herald.co.uk/ferries", "sund-herald.co.uk"),
    ],
)
def test_the_page_says_who_publishes_it(below: str, outlet: str) -> None:
    made = article(report(below=below))
    assert value(made.heading.outlet) == outlet
    assert printed(made, made.heading.outlet) != []


def test_an_agencys_copyright_makes_it_no_outlet() -> None:
    below = "Copyright 2022 The Associated Press. All rights reserved."
    assert article(report(below=below)).heading.outlet is None


def test_a_text_that_names_no_publisher_has_none() -> None:
    assert article(NEWS).heading.outlet is None


def test_a_reporters_handle_names_no_publisher() -> None:
    assert article(report(below="Follow Ana Ruiz on Twitter @anaruiz.")).heading.outlet is None


def test_the_registrable_domain_stands_for_an_outlet_without_a_name() -> None:
    url = "https://www.sund-herald.co.uk/ferries/strike"
    made = article(NEWS, url=url)
    assert (value(made.heading.outlet), value(made.heading.url)) == ("sund-herald.co.uk", url)


# --- where it was filed ---


@pytest.mark.parametrize(
    "lead",
    [
        f"EXCLUSIVE — {LEAD}",
        f"BREAKING: {LEAD}",
        f"On Tuesday, Senator Ana Ruiz (I-Vt.) took the floor. {LEAD}",
        f"“{LEAD}”",
        f"Five boats – all that the company owns – lay in port. {LEAD}",
        f"Keel (left) was clear. {LEAD}",
    ],
)
def test_what_is_no_place_is_no_dateline(lead: str) -> None:
    assert article(report().replace(LEAD, lead)).heading.dateline is None


def test_the_language_is_told() -> None:
    assert article(NEWS).heading.language == "en"
