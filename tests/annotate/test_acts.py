"""Who does what to whom, from a parse: actors, targets, what is negated, future, or hangs on a condition."""

import numpy as np
import pytest

from readout.annotate.acts import acts, chances
from readout.annotate.encoder import Encoded
from readout.annotate.units import Unit
from readout.model.notes import Act, Attribution, Directness, Form, Mention, NameKind, Polarity, Reality, Word
from readout.model.text import TextSpan
from tests.annotate.fakes import weights


def read(parse: str, names: str, said: str | None = None) -> tuple[str, list[Act]]:
    """The acts of a sentence given as lines of form, part of speech, head (from 1) and relation."""
    rows = [line.split() for line in parse.strip().splitlines()]
    text = " ".join(row[0] for row in rows)
    words: list[TextSpan] = []
    for row in rows:
        start = words[-1].end + 1 if words else 0
        words.append(TextSpan(start, start + len(row[0])))
    parsed = [Word(span, int(row[2]) - 1, row[3], row[1]) for span, row in zip(words, rows, strict=True)]
    mentions = [
        Mention(span, NameKind.ORGANIZATION, Form.NAME, span, 1.0) for span in words if span.of(text) in names.split()
    ]
    told: list[Attribution] = []
    if said:
        told = [
            Attribution(Directness.INDIRECT, (TextSpan(text.index(said), text.index(said) + len(said)),), (), (), 1.0)
        ]
    size = len(words)
    encoded = Encoded(
        text,
        [
            Unit(
                (0, len(text)), np.zeros(0, np.int64), (), np.zeros(0, np.int64), np.zeros((0, 4), np.int64), opens=True
            )
        ],
        words,
        [0, size],
        {"actors": np.zeros((size, 12), np.float32), "events": np.zeros((size, 9), np.float32)},
        np.zeros((1, 4), np.float32),
    )
    return text, acts(weights(text), encoded, parsed, mentions, told)


REJECTS = """
NATO PROPN 3 nsubj
has AUX 3 aux
rejected VERB 0 root
the DET 5 det
demands NOUN 3 obj
of ADP 7 case
Moscow PROPN 5 nmod
. PUNCT 3 punct
"""


def test_a_verb_has_its_subject_as_actor_and_its_object_as_target() -> None:
    text, (act,) = read(REJECTS, "NATO Moscow")
    assert act.actor is not None
    assert act.target is not None
    assert act.trigger is not None
    assert (act.actor.of(text), act.trigger.of(text), act.target.of(text)) == (
        "NATO",
        "rejected",
        "the demands of Moscow",
    )
    assert (act.type, act.polarity, act.reality) == ("REJECT", Polarity.AFFIRMED, Reality.ACTUAL)


def test_without_a_party_there_is_no_act() -> None:
    assert read(REJECTS, "")[1] == []


def test_the_agent_of_a_passive_acts_and_its_subject_is_the_target() -> None:
    parse = """
    Moscow PROPN 3 nsubj:pass
    was AUX 3 aux:pass
    warned VERB 0 root
    by ADP 5 case
    NATO PROPN 3 obl:agent
    """
    text, (act,) = read(parse, "NATO Moscow")
    assert act.actor is not None
    assert act.target is not None
    assert (act.actor.of(text), act.target.of(text)) == ("NATO", "Moscow")


@pytest.mark.parametrize(
    ("before", "polarity", "reality"),
    [
        ("will AUX 4 aux\nnot PART 4 advmod", Polarity.NEGATED, Reality.FUTURE),
        ("could AUX 4 aux\nsoon ADV 4 advmod", Polarity.AFFIRMED, Reality.HYPOTHETICAL),
        ("has AUX 4 aux\nnever ADV 4 advmod", Polarity.NEGATED, Reality.ACTUAL),
    ],
)
def test_auxiliaries_and_negations_decide(before: str, polarity: Polarity, reality: Reality) -> None:
    (act,) = read(f"NATO PROPN 4 nsubj\n{before}\nattack VERB 0 root\nMoscow PROPN 4 obj", "NATO Moscow")[1]
    assert (act.polarity, act.reality) == (polarity, reality)


def test_what_hangs_on_a_condition_is_hypothetical() -> None:
    parse = """
    NATO PROPN 2 nsubj
    sanctions VERB 0 root
    Moscow PROPN 2 obj
    if SCONJ 6 mark
    it PRON 6 nsubj
    invades VERB 2 advcl
    """
    text, found = read(parse, "NATO Moscow")
    act = next(one for one in found if one.trigger and one.trigger.of(text) == "sanctions")
    assert act.condition is not None
    assert (act.condition.of(text), act.reality) == ("if it invades", Reality.HYPOTHETICAL)


def test_an_act_in_reported_speech_names_the_attribution() -> None:
    assert read(REJECTS, "NATO Moscow", said="NATO has rejected the demands")[1][0].attribution == 0
    assert read(REJECTS, "NATO Moscow")[1][0].attribution is None


def test_a_verb_under_another_takes_its_subject() -> None:
    parse = """
    NATO PROPN 2 nsubj
    agreed VERB 0 root
    to PART 4 mark
    help VERB 2 xcomp
    Kyiv PROPN 4 obj
    """
    text, found = read(parse, "NATO Kyiv")
    assert ("NATO", "help", "Kyiv") in [
        (one.actor.of(text), one.trigger.of(text), one.target.of(text))
        for one in found
        if one.actor and one.trigger and one.target
    ]


def test_chances_are_of_all_types_and_sum_to_one() -> None:
    size = 2
    encoded = Encoded(
        "Ana spoke",
        [],
        [TextSpan(0, 3), TextSpan(4, 9)],
        [0, size],
        {"actors": np.zeros((size, 12), np.float32), "events": np.zeros((size, 9), np.float32)},
        np.zeros((1, 4), np.float32),
    )
    found = chances(weights("Ana spoke"), encoded, (0, 3), None)
    assert found.shape == (2,)
    assert float(found.sum()) == pytest.approx(1.0)
