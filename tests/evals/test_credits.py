"""What the credits eval counts as carried by a text, right, and invented."""

import pytest

from evals.credits.gold import Credits, Cue, credits_of, names
from evals.credits.scorer import Found, total

BODY = "The ferry resumed on Thursday.\n\nFour hundred people had waited.\n\nNobody was hurt.\n\nBoats run."


def _gold(text: str, author: str = "Ann Lee", wire: str = "None") -> Credits:
    return credits_of("1", "a-paper", f"Ferry resumes.\n\n{text}", author, wire)


@pytest.mark.parametrize(
    ("author", "persons"),
    [
        ("Ann Lee", ("ann lee",)),
        ("By ANN LEE and BO EK", ("ann lee", "bo ek")),
        ("Ann Lee, Bo Ek, and Cy Day, USA TODAY", ("ann lee", "bo ek", "cy day")),
        ("Joel B. Ek", ("joel b. ek",)),
        ("By ANN LEE. ANN LEE is the editor of a paper.", ("ann lee",)),
        ("Ann Lee, @annlee", ("ann lee",)),
        ("UPI", ()),
        ("Harbour News", ()),
        ("None", ()),
        ("", ()),
    ],
)
def test_an_archives_author_field_names_persons_among_outlets_and_handles(
    author: str, persons: tuple[str, ...]
) -> None:
    assert names(author)[: len(persons)] == persons
    assert set(names(author)) == set(persons)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"OSLO (AP) — {BODY}", "AP"),
        (f"OSLO, March 3 (UPI) — {BODY}", "UPI"),
        (f"March 3 (Reuters) - {BODY}", "Reuters"),
        (f"{BODY}\n\n- Reuters.", "Reuters"),
        (f"{BODY}\n\nThe minister told Reuters.", None),
        (f"The poll (AP) {BODY}", None),
        (BODY, None),
    ],
)
def test_an_agency_is_carried_by_a_dateline_or_a_sign_off_and_by_no_mention(text: str, agency: str | None) -> None:
    assert _gold(text).agency == agency


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"By Ann Lee\n\n{BODY}", Cue.BYLINE),
        (f"{BODY}\n\n- Ann Lee.", Cue.BYLINE),
        (f"{BODY}\n\n(Reporting by Bo Ek and Ann Lee; Editing by Cy Day.)", Cue.SIGN_OFF),
        (f"{BODY}\n\nFollow Ann Lee on Twitter @annlee.", Cue.FOLLOW),
        (f"{BODY}\n\nRep. Ann Lee, I-Maine, sits on the fisheries committee.", Cue.BIO),
        (f"{BODY}\n\nBo Ek is a sailor. Ann Lee is a professor of law.", Cue.BIO),
        (f"{BODY}\n\n(Reporting by Bo Ek; Editing by Ann Lee.)", None),
        (f"Ann Lee is a professor whose boat sank.\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_an_author_is_carried_only_where_the_ends_of_the_text_say_so(text: str, cue: Cue | None) -> None:
    assert _gold(text).authors.get("ann lee") == cue


def test_what_is_found_where_the_text_carries_nothing_is_invented() -> None:
    scores = total([(_gold(BODY), Found(agency="AP", authors=("Bo Ek",)))]).scores()
    assert scores["agencies invented"] == 1
    assert scores["agency P"] == 0
    assert scores["author P"] == 0


def test_what_the_archive_says_is_never_invented_though_the_text_hides_it() -> None:
    found = Found(agency="AP", authors=("ANN LEE",))
    scores = total([(_gold(BODY, wire="AP"), found)]).scores()
    assert scores["agency P"] == scores["author P"] == 100
    assert scores["articles with agency"] == scores["authors carried"] == 0


def test_silence_misses_what_the_text_carries() -> None:
    gold = _gold(f"OSLO (AP) — {BODY}\n\nFollow Ann Lee on Twitter.", wire="AP")
    scores = total([(gold, Found())]).scores()
    assert scores["agency R"] == scores["author R"] == scores["author R (follow)"] == 0


def test_contributors_answer_for_a_sign_off_and_for_nothing_else() -> None:
    signed = _gold(f"{BODY}\n\n(Reporting by Ann Lee; Editing by Cy Day.)")
    assert total([(signed, Found(contributors=("Ann Lee",)))]).scores()["author R"] == 100
    byline = _gold(f"By Ann Lee\n\n{BODY}")
    assert total([(byline, Found(contributors=("Ann Lee",)))]).scores()["author R"] == 0


def test_a_reprint_may_be_credited_or_not() -> None:
    gold = _gold(f"{BODY}\n\nThis piece first appeared in the Harbour Review.")
    assert total([(gold, Found(agency="Harbour Review"))]).scores()["agency P"] == 100
    assert "agencies invented" not in total([(gold, Found())]).scores()
