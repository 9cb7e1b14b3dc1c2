"""What parties want, in sentences of one report each, read by the weights that are shipped."""

from functools import cache

import pytest

from readout.annotate import annotate
from readout.model.notes import Notes, Stance
from readout.model.text import Article, TextSpan
from tests.annotate.fakes import article

SENTENCES = {
    "demand": "Norway demanded an end to the blockade, the ministry said.",
    "refused demand": "Norway rejects Denmark's demand to pull back its ships.",
    "denial": "Norway says it has no plans to attack Denmark.",
    "threat": "Norway warned that Denmark will face sanctions if it closes the strait.",
    "own threat": "Norway would retaliate if its ships were attacked, Norway said.",
    "offer": "Norway is open to discussing the size of naval exercises on a reciprocal basis.",
    "nonstarter": "Norwegian officials said some of the Danish demands are nonstarters.",
    "will not": "“We will not accept the quota,” said Norwegian Foreign Minister Ana Orlova.",
    "urged": "Norway urged Denmark to release the crew.",
    "not refused": "Norway did not rule out a blockade.",
    "guess": "Norway may demand an end to the blockade.",
    "question": "Will Norway demand an end to the blockade?",
    "until": "Norway said it will not lift the ban until the crew is released.",
    "denied": "Denmark denied that its ships had entered Norwegian waters.",
    "accused": "Denmark accused Norway of jamming its radar.",
    "absolute": "Both sides stood firm on Tuesday, with the U.S. rebuffing a demand to halt the talks and Denmark saying it would wait.",  # noqa: E501
    "but only": "Dockworkers voted to suspend their strike, but only if the company first signs the guarantee.",
    "crossed": "Envoys met in Oslo after Denmark sent ships and demanded the islands.",
    "gap": "The minister asked which path Denmark is prepared to take.",
    "plain": "The ships were built in Norway in 1990.",
}


@cache
def read(name: str) -> tuple[Article, Notes]:
    made = article(f"Ships\n{SENTENCES[name]}", name=f"a-{name}")
    return made, annotate([made], threads=1)[0]


def words(name: str, span: TextSpan | None) -> str | None:
    return None if span is None else span.of(read(name)[0].text)


def told(name: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, holder and matter of each stance of a sentence."""
    stances = read(name)[1].stances
    return [(one.kind.value, words(name, one.holder), words(name, one.matter)) for one in stances]


def only(name: str) -> Stance:
    (stance,) = read(name)[1].stances
    return stance


def test_who_demands_what_is_told_by_the_verb() -> None:
    assert told("demand") == [("demand", "Norway", "an end to the blockade")]


def test_a_rejected_demand_is_a_refusal_and_the_others_demand() -> None:
    assert told("refused demand") == [
        ("refusal", "Norway", "Denmark's demand to pull back its ships"),
        ("demand", "Denmark's", "pull back its ships"),
    ]
    refusal, demand = read("refused demand")[1].stances
    assert words("refused demand", refusal.target) == "Denmark's"
    assert words("refused demand", demand.target) == "Norway"


def test_no_plans_are_a_denial() -> None:
    assert [(kind, matter) for kind, _, matter in told("denial")] == [("denial", "attack Denmark")]


def test_sanctions_that_one_warns_of_are_a_threat_on_a_condition() -> None:
    stance = only("threat")
    assert (stance.kind, words("threat", stance.target)) == ("threat", "Denmark")
    assert words("threat", stance.condition) == "if it closes the strait"


def test_what_one_would_do_in_return_is_a_threat() -> None:
    stance = only("own threat")
    assert (stance.kind, words("own threat", stance.condition)) == ("threat", "if its ships were attacked")


def test_open_to_discussing_is_an_offer_with_its_condition() -> None:
    stance = only("offer")
    assert (stance.kind, words("offer", stance.condition)) == ("offer", "on a reciprocal basis")


def test_a_nonstarter_is_refused_by_the_state_whose_officials_say_so() -> None:
    stance = only("nonstarter")
    assert (stance.kind, words("nonstarter", stance.acts_for)) == ("refusal", "Norwegian")


def test_we_means_the_state_of_the_minister_who_speaks() -> None:
    stance = only("will not")
    assert (stance.kind, words("will not", stance.acts_for)) == ("refusal", "Norwegian")


def test_whom_one_urges_is_the_target_and_not_part_of_the_matter() -> None:
    stance = only("urged")
    assert (words("urged", stance.target), words("urged", stance.matter)) == ("Denmark", "release the crew")


def test_what_is_not_ruled_out_is_not_refused() -> None:
    assert (only("not refused").kind, only("not refused").polarity) == ("refusal", "negated")


@pytest.mark.parametrize("name", ["guess", "question", "plain"])
def test_what_is_guessed_asked_or_merely_told_is_no_stance(name: str) -> None:
    assert told(name) == []


def test_until_makes_a_refusal_a_condition_too() -> None:
    assert [kind for kind, _, _ in told("until")] == ["refusal", "condition"]


def test_a_denied_allegation_is_a_denial() -> None:
    assert told("denied") == [("denial", "Denmark", "its ships had entered Norwegian waters")]


def test_who_is_accused_is_the_target() -> None:
    stance = only("accused")
    assert (stance.kind, words("accused", stance.target)) == ("accusation", "Norway")


def test_with_and_a_participle_name_who_refuses() -> None:
    """And not the city of the dateline, nor who else does something in the same breath."""
    assert ("refusal", "the U.S.", "a demand to halt the talks") in told("absolute")
    assert {holder for kind, holder, _ in told("absolute") if kind == "refusal"} == {"the U.S."}


def test_where_either_may_have_demanded_it_nobody_is_named() -> None:
    """Whether the envoys or Denmark demanded the islands only a reader can tell."""
    assert "Envoys" not in {holder for _, holder, _ in told("crossed")}


def test_a_path_that_one_is_prepared_to_take_is_no_offer() -> None:
    assert [kind for kind, _, _ in told("gap") if kind == "offer"] == []


def test_but_only_if_is_a_condition() -> None:
    """A vote to go back on a condition is not told without it."""
    conditions = [words("but only", one.condition) for one in read("but only")[1].stances]
    assert conditions == ["if the company first signs the guarantee"]
