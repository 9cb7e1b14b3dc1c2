"""Whom a source means, in one report."""

from dataclasses import replace

import pytest

from readout.annotate.roles import posts
from readout.annotate.speakers import with_speakers
from readout.model.notes import Attribution, Chain, Directness, Form, Mention, NameKind, Notes, Sentence, Word
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan

NAMES = {
    "Ana Orlova": NameKind.PERSON,
    "Orlova": NameKind.PERSON,
    "Piet Maas": NameKind.PERSON,
    "Maas": NameKind.PERSON,
    "Harbour Office": NameKind.ORGANIZATION,
    "Dockers' Union": NameKind.ORGANIZATION,
}


def span(text: str, words: str, start: int = 0) -> TextSpan:
    place = text.index(words, start)
    return TextSpan(place, place + len(words))


def article(text: str, *, captions: tuple[str, ...] = ()) -> Article:
    blocks, place = [], 0
    for line in text.split("\n"):
        role = Role.CAPTION if line in captions else Role.PARAGRAPH
        blocks.append(Block(role, place, place + len(line)))
        place += len(line) + 1
    return Article("a", "a", text, Medium.TEXT, tuple(blocks), (), Heading())


def notes(text: str, subjects: tuple[str, ...], told: list[tuple[str, str]]) -> Notes:
    """Notes with the names found; `subjects` are the words that are subjects; `told`: source and cue in order."""
    mentions, place = [], 0
    names = sorted(NAMES, key=len, reverse=True)
    while place < len(text):
        name = next((one for one in names if text.startswith(one, place)), None)
        if name is not None:
            at = TextSpan(place, place + len(name))
            mentions.append(Mention(at, NAMES[name], Form.NAME, at, 1.0))
        place += len(name or "x")
    chains = {
        key: tuple(i for i, one in enumerate(mentions) if one.span.of(text).endswith(key.split()[-1]))
        for key in ("Ana Orlova", "Piet Maas", "Harbour Office", "Dockers' Union")
    }
    made = tuple(Chain(indices, name, (), (), 1.0) for name, indices in chains.items() if indices)
    sentences, start = [], 0
    for line in text.split("\n"):
        words, at = [], start
        for word in line.replace(",", " ,").replace(".", " .").split():
            found = span(text, word, at)
            tag = "PUNCT" if word in ",." else "PROPN" if word[0].isupper() else "NOUN"
            tag = "VERB" if word in {"said", "met", "left"} else tag
            words.append(Word(found, -1, "nsubj" if word in subjects else "dep", tag))
            at = found.end
        sentences.append(Sentence(TextSpan(start, start + len(line)), (), tuple(words)))
        start += len(line) + 1
    attributions, at = [], 0
    for source, cue in told:
        cue_span = span(text, cue, at + len(source))
        source_span = span(text, source, text.rindex(source, 0, cue_span.start))
        content = TextSpan(cue_span.end, min(len(text), cue_span.end + 5))
        attributions.append(Attribution(Directness.INDIRECT, (content,), (source_span,), (cue_span,), 1.0))
        at = cue_span.end
    return Notes("a", tuple(mentions), made, tuple(attributions), sentences=tuple(sentences))


def speakers(text: str, subjects: tuple[str, ...], *told: tuple[str, str], captions: tuple[str, ...] = ()) -> list:
    found = with_speakers(article(text, captions=captions), notes(text, subjects, list(told)))
    return [None if one.chain is None else found.chains[one.chain].name for one in found.attributions]


def test_a_surname_speaks_for_its_bearer() -> None:
    text = "Ana Orlova met Piet Maas.\nMaas said the quay would open."
    assert speakers(text, ("Ana", "Maas"), ("Maas", "said")) == ["Piet Maas"]


def test_she_is_the_subject_of_the_sentence_before() -> None:
    text = "Ana Orlova met Piet Maas.\nThen she said the quay would open."
    assert speakers(text, ("Ana", "she"), ("she", "said")) == ["Ana Orlova"]


def test_he_is_no_woman_though_she_was_the_subject() -> None:
    text = "Ana Orlova met Piet Maas.\nThen he said the quay would open."
    assert speakers(text, ("Ana", "he"), ("he", "said")) == ["Piet Maas"]


def test_a_caption_between_speaker_and_words_takes_no_pronoun() -> None:
    text = "Ana Orlova said little.\nMaria, see Ana Orlova left of Piet Maas.\nThen she said more."
    caption = "Maria, see Ana Orlova left of Piet Maas."
    assert speakers(text, ("Ana", "she"), ("Ana Orlova", "said"), ("she", "said"), captions=(caption,)) == [
        "Ana Orlova",
        "Ana Orlova",
    ]


def test_a_pronoun_after_two_men_in_its_own_sentence_is_nobody() -> None:
    text = "Piet Maas said Hans Maas left when he said no."
    found = notes(text, ("Piet", "Hans", "he"), [("Piet Maas", "said"), ("he", "said")])
    hans = Mention(span(text, "Hans Maas"), NameKind.PERSON, Form.NAME, span(text, "Hans Maas"), 1.0)
    two = replace(
        found,
        mentions=(found.mentions[0], hans),
        chains=(Chain((0,), "Piet Maas", (), (), 1.0), Chain((1,), "Hans Maas", (), (), 1.0)),
    )
    resolved = with_speakers(article(text), two)
    assert [one.chain for one in resolved.attributions] == [0, None]


def test_two_who_may_be_meant_are_nobody() -> None:
    text = "A word of Maas and of Orlova.\nThey left.\nThen it said more."
    assert speakers(text, (), ("it", "said")) == [None]


@pytest.mark.parametrize("source", ["the Orlova campaign", "a lawyer for Ana Orlova", "Ana Orlova's lawyer"])
def test_who_is_only_named_in_a_source_does_not_speak(source: str) -> None:
    text = f"Ana Orlova left.\nThen {source} said no."
    assert speakers(text, ("Ana",), (source, "said")) == [None]


def test_an_apposition_names_others_but_the_first_speaks() -> None:
    text = "Ana Orlova, a friend of Piet Maas, said no."
    assert speakers(text, ("Ana",), ("Ana Orlova, a friend of Piet Maas", "said")) == ["Ana Orlova"]


def test_a_description_means_who_holds_the_post() -> None:
    text = "Dutch harbour minister Piet Maas left.\nThen the Dutch minister said no."
    assert speakers(text, ("Piet",), ("the Dutch minister", "said")) == ["Piet Maas"]


def test_a_source_without_a_name_returns() -> None:
    text = "Then a senior customs official said no.\nThen the official said yes."
    found = with_speakers(
        article(text), notes(text, (), [("a senior customs official", "said"), ("the official", "said")])
    )
    first, second = (one.chain for one in found.attributions)
    assert first == second is not None
    assert found.chains[first or 0].name is None


def test_the_union_is_the_one_body_of_that_name() -> None:
    text = "The Dockers' Union left.\nThen the union said no."
    assert speakers(text, (), ("the union", "said")) == ["Dockers' Union"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Dutch harbour minister Piet Maas left.", "Dutch harbour minister"),
        ("Piet Maas, the head of the Harbour Office, left.", "the head of the Harbour Office"),
        ("The union's lawyer, Piet Maas, left.", "The union's lawyer"),
        ("Piet Maas, who leads the Harbour Office, left.", "who leads the Harbour Office"),
    ],
)
def test_posts_stand_on_either_side_of_a_name(text: str, post: str) -> None:
    (found, *_) = (one for one in posts(article(text), notes(text, (), [])) if one.roles)
    assert [role.of(text) for role in found.roles] == [post]


def test_who_speaks_for_a_president_is_not_the_president() -> None:
    text = "A spokesman for President Piet Maas left."
    (found,) = posts(article(text), notes(text, (), []))
    assert [role.of(text) for role in found.roles] == ["President"]


def test_a_journalist_speaks_for_no_party() -> None:
    text = "Dutch journalist Piet Maas left."
    (found,) = posts(article(text), notes(text, (), []))
    assert [role.of(text) for role in found.roles] == ["Dutch journalist"]
    assert found.party == ()


def test_his_attorney_is_not_he() -> None:
    text = "Piet Maas left.\nThen his attorney said no."
    assert speakers(text, ("Piet", "attorney"), ("his attorney", "said")) == [None]


def test_who_behind_an_apposition_is_whom_it_tells_of() -> None:
    text = "We met Ana Orlova, now the harbour chief, who said no."
    assert speakers(text, ("who",), ("who", "said")) == ["Ana Orlova"]


def test_it_is_the_body_that_is_subject_of_its_sentence() -> None:
    text = "Though the Harbour Office met Maas, it said no."
    assert speakers(text, ("Office", "it"), ("it", "said")) == ["Harbour Office"]


def test_his_and_her_are_mentions() -> None:
    text = "Ana Orlova left.\nThen her ship sank."
    found = with_speakers(article(text), notes(text, ("Ana",), []))
    assert [found.mentions[i].span.of(text) for i in found.chains[0].mentions] == ["Ana Orlova", "her"]


def test_who_represents_a_state_speaks_for_it() -> None:
    text = "Denmark will be represented by Piet Maas."
    (found,) = posts(article(text), notes(text, (), []))
    assert [party.of(text) for party in found.party] == ["Denmark"]


def test_who_is_no_body_at_which_somebody_works() -> None:
    text = "An official at the Harbour Office, who asked for quiet, said no."
    assert speakers(text, ("who",), ("who", "said")) == [None]


def test_a_relative_clause_that_was_read_as_the_source_is_the_name_before_it() -> None:
    text = "Ana Orlova, who leads the port, said no."
    assert speakers(text, ("Ana",), ("who leads the port", "said")) == ["Ana Orlova"]
