"""Words that introduce what somebody said."""

import pytest

from readout.grammar.cues import channel, is_newsroom, quotes, relays, says


@pytest.mark.parametrize(
    "cue", ["said", "told reporters", "has warned", "according to", "tweeted", "denies", "replied"]
)
def test_a_verb_of_saying_introduces_an_utterance(cue: str) -> None:
    assert says(cue)


@pytest.mark.parametrize(
    "cue", ["hopes", "fears", "wants", "refused to say", "would not say", "didn’t say", "asked not"]
)
def test_a_belief_or_a_refusal_introduces_none(cue: str) -> None:
    assert not says(cue)


def test_a_judgement_introduces_one_only_where_words_are_quoted() -> None:
    assert quotes("described")
    assert not quotes("hopes")


def test_who_quotes_relays() -> None:
    assert relays("quoted")
    assert not relays("said")


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("she tweeted on Monday", "tweet", None),
        ("she wrote on X", "post on X", None),
        ("in an interview with the private broadcaster Delta TV", "interview with Delta TV", "Delta TV"),
        ("in an interview with Ana Orlova", "interview", None),
        ("he said at a press conference", "news conference", None),
        ("on a call with reporters", "call with reporters", None),
        ("the office said in a written statement", "statement", None),
        ("warning on CNN", "CNN", "CNN"),
        ("she said on the public radio", "public radio", None),
    ],
)
def test_the_words_around_a_cue_tell_the_channel(words: str, name: str, outlet: str | None) -> None:
    found = channel(words)
    assert found is not None
    assert (found.name, found.outlet) == (name, outlet)
    assert words[found.start : found.end]


def test_words_without_a_channel_tell_none() -> None:
    assert channel("she said on Monday in Rotterdam") is None


@pytest.mark.parametrize(
    ("name", "known"), [("Delta TV", True), ("the Harbour Times", True), ("Ana Orlova", False), ("X", False)]
)
def test_a_newsroom_is_known_by_the_words_of_its_name(name: str, known: bool) -> None:
    assert is_newsroom(name) is known
