"""The day of what was said, where words around it tell of the same occasion."""

from readout.annotate.occasions import with_occasions
from readout.grammar.times import find_times
from readout.model.notes import Attribution, Chain, Directness, Form, Mention, NameKind, Notes, Sentence
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan


def times(text: str, *told: tuple[str, str]) -> list[str | None]:
    """The words for the time of each attribution, all by the one person named Orlova or meant by she."""
    mentions, place = [], 0
    for words in ("Orlova", "she"):
        place = text.find(words)
        if place >= 0:
            at = TextSpan(place, place + len(words))
            mentions.append(Mention(at, NameKind.PERSON, Form.NAME, at, 1.0))
    chain = Chain(tuple(range(len(mentions))), "Orlova", (), (), 1.0)
    attributions, at = [], 0
    for source, cue in told:
        first = text.index(f"{source} {cue}", at)
        at = first + len(source) + 1 + len(cue)
        spans = (TextSpan(first, first + len(source)),), (TextSpan(first + len(source) + 1, at),)
        content = (TextSpan(text.rindex("“", 0, first), first),)
        attributions.append(Attribution(Directness.DIRECT, content, *spans, 1.0, chain=0))
    sentences, start = [], 0
    for part in text.split(". "):
        sentences.append(Sentence(TextSpan(start, start + len(part))))
        start += len(part) + 2
    article = Article("a", "a", text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (), Heading())
    notes = Notes(
        "a", tuple(mentions), (chain,), tuple(attributions), times=tuple(find_times(text)), sentences=tuple(sentences)
    )
    return [one.time.of(text) if one.time else None for one in with_occasions(article, notes).attributions]


def test_what_she_said_at_a_briefing_on_a_day_was_said_on_that_day() -> None:
    text = "At a briefing on Tuesday Orlova defended the plan. “We had no choice,” she said"
    assert times(text, ("she", "said")) == ["Tuesday"]


def test_a_day_that_is_no_occasion_of_speaking_tells_nothing() -> None:
    text = "The ship sank on Tuesday near Orlova. “We had no choice,” she said"
    assert times(text, ("she", "said")) == [None]


def test_what_she_has_often_said_was_not_said_there() -> None:
    text = "At a briefing on Tuesday Orlova defended the plan. “We had no choice,” she has said"
    assert times(text, ("she", "has said")) == [None]


def test_a_time_of_its_own_keeps_others_out() -> None:
    text = "At a briefing on Tuesday Orlova defended the plan. “No,” she said in 2014"
    assert times(text, ("she", "said")) == [None]
