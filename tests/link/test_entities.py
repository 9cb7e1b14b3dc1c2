"""One thing that many reports name."""

from hypothesis import given
from hypothesis import strategies as st

from readout.link.entities import find_entities
from readout.model.links import SharedEntity
from readout.model.notes import Chain, Form, Mention, NameKind, Notes
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan


def entities(*reports: dict[str, NameKind], pronouns: tuple[str, ...] = ()) -> list[SharedEntity]:
    """The entities of reports of which each is the names in it; of `pronouns` a report says "he" too."""
    told = read(*reports, pronouns=pronouns)
    return list(find_entities([article for article, _ in told], [notes for _, notes in told]))


def read(*reports: dict[str, NameKind], pronouns: tuple[str, ...] = ()) -> list[tuple[Article, Notes]]:
    """Reports and their notes, named by their place."""
    articles, notes = [], []
    for number, names in enumerate(reports):
        text = "; ".join([*names, "he"])
        mentions, chains = [], []
        for name, kind in names.items():
            at = TextSpan(text.index(name), text.index(name) + len(name))
            mentions.append(Mention(at, kind, Form.NAME, at, 1.0))
            mine = [len(mentions) - 1]
            if name in pronouns:
                he = TextSpan(len(text) - 2, len(text))
                mentions.append(Mention(he, kind, Form.PRONOUN, he, 1.0))
                mine.append(len(mentions) - 1)
            chains.append(Chain(tuple(mine), name, (), (), 1.0))
        block = Block(Role.PARAGRAPH, 0, len(text))
        articles.append(Article(str(number), str(number), text, Medium.TEXT, (block,), (), Heading()))
        notes.append(Notes(str(number), tuple(mentions), tuple(chains)))
    return list(zip(articles, notes, strict=True))


PERSON, FIRM = NameKind.PERSON, NameKind.ORGANIZATION


def test_a_firm_is_one_by_its_first_word_though_a_report_takes_it_for_a_person() -> None:
    (found,) = entities({"Maas Line": FIRM}, {"Maas": PERSON})
    assert (found.kind, found.name) == ("organization", "Maas Line")
    assert found.because[0].rule == "short_name"


def test_who_is_called_he_is_no_firm() -> None:
    found = entities({"Maas Line": FIRM}, {"Maas": PERSON}, pronouns=("Maas",))
    assert sorted(each.kind for each in found) == ["organization", "person"]


def test_one_name_in_two_reports_is_one_person_where_nobody_else_bears_it() -> None:
    (found,) = entities({"Rumyana": PERSON}, {"Rumyana": PERSON})
    assert len(found.chains) == 2


def test_a_surname_that_two_bear_joins_neither_and_keys_differ() -> None:
    found = entities({"Ana Orlova": PERSON, "Eva Orlova": PERSON}, {"Orlova": PERSON}, {"Orlova": PERSON})
    assert len({each.key for each in found}) == len(found) == 4


def test_a_single_letter_is_nobody() -> None:
    assert entities({"X": PERSON}) == []


def test_a_newsroom_by_its_initials_is_no_person() -> None:
    (found,) = entities({"RIA Novosti": PERSON})
    assert found.kind == "organization"


def test_a_person_is_named_in_the_fullest_form_that_most_print() -> None:
    (found,) = entities({"Ana Orlova": PERSON}, {"Ana B. Orlova": PERSON})
    assert found.name == "Ana B. Orlova"


def test_a_he_is_not_the_woman_of_his_surname() -> None:
    found = entities({"Anna Orlov": PERSON}, {"Orlov": PERSON}, pronouns=("Orlov",))
    assert len(found) == 2


def test_a_familiar_form_of_a_given_name_is_the_same_person() -> None:
    (found,) = entities({"Richard J. Maas": PERSON}, {"Dick Maas": PERSON})
    assert len(found.chains) == 2


def test_an_acronym_in_one_report_is_the_body_in_another() -> None:
    (found,) = entities({"Harbour Safety Board": FIRM}, {"H.S.B.": FIRM})
    assert found.name == "Harbour Safety Board"


REPORTS = (
    {"Ana Orlova": PERSON, "Harbour Safety Board": FIRM},
    {"Anna Orlova": PERSON, "H.S.B.": FIRM},
    {"Orlova": PERSON, "Dick Maas": PERSON},
    {"Richard J. Maas": PERSON, "Eva Maas": PERSON},
    {"Maas": PERSON, "Maas Line": FIRM},
    {"Vila Rossi": PERSON, "Enrique Vila Rossi": PERSON},
)


@given(st.permutations(range(len(REPORTS))))
def test_the_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    told = read(*REPORTS)
    shuffled = [told[place] for place in order]
    again = find_entities([article for article, _ in shuffled], [notes for _, notes in shuffled])
    assert again == find_entities([article for article, _ in told], [notes for _, notes in told])
