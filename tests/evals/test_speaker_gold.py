"""Whom the gold of speakers' names takes for certain."""

from corpora.polnear import Attribution, PolnearArticle
from evals.speakers.naming import gold


def article(text: str, *sources: str) -> PolnearArticle:
    told = []
    place = 0
    for source in sources:
        place = text.index(source, place)
        told.append(Attribution(((place, place + len(source)),), (), ()))
        place += len(source)
    return PolnearArticle("a", "Herald", text, tuple(told))


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    """A full name with its post, then the surname alone."""
    text = "The mayor, Anna Brandt, said no. Brandt said more."
    assert list(gold(article(text, "The mayor, Anna Brandt", "Brandt"))) == [(1, "Anna Brandt")]
    text = "mayor Anna Brandt said no. Brandt said more."
    assert list(gold(article(text, "mayor Anna Brandt", "Brandt"))) == [(0, "Anna Brandt"), (1, "Anna Brandt")]


def test_a_surname_that_two_bear_is_nobodys() -> None:
    """Two people of one surname leave it open."""
    text = "Anna Brandt met Peter Brandt. Brandt said more."
    assert list(gold(article(text, "Brandt"))) == []


def test_a_pronoun_is_certain_only_where_one_person_is_named() -> None:
    """A second man, or one called by a title alone, leaves "he" open."""
    alone = "Peter Brandt left. He said more."
    assert list(gold(article(alone, "He"))) == [(0, "Peter Brandt")]
    assert list(gold(article(alone + " Thomas Weber came.", "He"))) == []
    assert list(gold(article(alone + " Mr. Weber came.", "He"))) == []


def test_a_name_in_a_source_that_speaks_of_others_is_no_speaker() -> None:
    """Whose campaign, ad or adviser speaks is not said to speak."""
    text = "Anna Brandt left. Anna Brandt's campaign said no."
    assert list(gold(article(text, "Anna Brandt's campaign"))) == []
