"""Names of one thing in one report."""

import pytest

from readout.annotate.chains import chained
from readout.model.notes import Form, Mention, NameKind, Notes
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan

PERSON, BODY, PLACE = NameKind.PERSON, NameKind.ORGANIZATION, NameKind.LOCATION


def names(text: str, *read: tuple[str, NameKind]) -> list[tuple[str | None, list[str]]]:
    """The chains of the names that were read, in order: each with its name and its mentions as printed."""
    mentions, place = [], 0
    for words, kind in read:
        place = text.index(words, place)
        at = TextSpan(place, place + len(words))
        mentions.append(Mention(at, kind, Form.NAME, at, 1.0))
        place += len(words)
    article = Article(
        "a", "a", text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (TextSpan(0, len(text)),), Heading()
    )
    found = chained(article, Notes("a", tuple(mentions)))
    return [(each.name, [found.mentions[i].span.of(text) for i in each.mentions]) for each in found.chains]


def test_a_name_in_full_ends_a_fuller_one() -> None:
    text = "Enrique Vila Rossi came. Vila Rossi left."
    assert names(text, ("Enrique Vila Rossi", PERSON), ("Vila Rossi", PERSON)) == [
        ("Enrique Vila Rossi", ["Enrique Vila Rossi", "Vila Rossi"])
    ]


def test_a_nickname_is_the_name_it_is_short_for() -> None:
    text = "Joseph R. Maas came. Joe Maas left."
    assert len(names(text, ("Joseph R. Maas", PERSON), ("Joe Maas", PERSON))) == 1


def test_an_acronym_is_the_body_whose_letters_it_has() -> None:
    text = "The Harbour Safety Board met. The HSB voted."
    assert len(names(text, ("Harbour Safety Board", BODY), ("HSB", BODY))) == 1


def test_two_bodies_with_the_same_letters_stay_two() -> None:
    text = "The Harbour Safety Board met the Home Savings Bank."
    assert len(names(text, ("Harbour Safety Board", BODY), ("Home Savings Bank", BODY))) == 2


def test_a_president_is_not_his_wife() -> None:
    """His surname with his post is his, though she alone is named in full."""
    text = "President Orlov spoke. First lady Anna Orlov came. Orlov left."
    found = names(text, ("Orlov", PERSON), ("Anna Orlov", PERSON), ("Orlov", PERSON))
    assert sorted(name or "" for name, _ in found) == ["Anna Orlov", "Orlov"]


def test_a_president_is_herself_by_her_surname() -> None:
    text = "President Anna Orlova spoke. President Orlova left."
    assert len(names(text, ("Anna Orlova", PERSON), ("Orlova", PERSON))) == 1


@pytest.mark.parametrize("verb", ["demurred", "said no"])
def test_a_name_that_ran_on_is_cut(verb: str) -> None:
    text = f"Anna Orlova {verb}."
    assert names(text, (f"Anna Orlova {verb}", PERSON)) == [("Anna Orlova", ["Anna Orlova"])]


def test_a_place_that_was_read_as_a_person_is_none() -> None:
    """What a report says things happen in is no surname."""
    text = "In Varna the port closed. Ships waited in Varna."
    first = chained_kinds(text, ("Varna", PERSON), ("Varna", PERSON))
    assert first == {PLACE}


def chained_kinds(text: str, *read: tuple[str, NameKind]) -> set[NameKind]:
    mentions, place = [], 0
    for words, kind in read:
        place = text.index(words, place)
        at = TextSpan(place, place + len(words))
        mentions.append(Mention(at, kind, Form.NAME, at, 1.0))
        place += len(words)
    article = Article("a", "a", text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (), Heading())
    return {each.kind for each in chained(article, Notes("a", tuple(mentions))).mentions}


def test_a_post_that_was_read_as_a_body_is_none() -> None:
    assert names("The House Speaker left.", ("House Speaker", BODY)) == []


def test_words_made_of_surnames_are_nobody() -> None:
    text = "Anna Orlova met Piet Maas. The Orlova-Maas plan is called Orlovacare."
    read = ("Anna Orlova", PERSON), ("Piet Maas", PERSON), ("Orlova-Maas", PERSON), ("Orlovacare", PERSON)
    assert [name for name, _ in names(text, *read)] == ["Anna Orlova", "Piet Maas"]


def test_a_title_between_marks_is_nobody() -> None:
    text = "She read “Anna Karenina” twice."
    assert names(text, ("Anna Karenina", PERSON)) == []


def test_a_surname_in_the_headline_is_his_who_has_the_post() -> None:
    text = "Orlov sees an insult. President Orlov spoke. First lady Anna Orlov came."
    found = names(text, ("Orlov", PERSON), ("Orlov", PERSON), ("Anna Orlov", PERSON))
    assert sorted(found) == [("Anna Orlov", ["Anna Orlov"]), ("Orlov", ["Orlov", "Orlov"])]
