"""Quotations in Citron's form."""

import json

import msgspec

from readout.model.record import (
    SCHEMA_VERSION,
    ArticleEntry,
    ArticleEvidence,
    Entity,
    EntityMention,
    Published,
    Quote,
    QuoteReport,
    Record,
    Span,
)
from readout.present import to_citron

TEXT = "Ana Orlova left. “We go on,” she said. “We win.”\n“No,” a clerk said."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span("a", start, start + len(words))


def quote(name: str, words: str, source: str, cue: str, speaker: str | None) -> Quote:
    row = QuoteReport((place(words),), place(source), place(cue), words, "o")
    return Quote(name, "direct", words, speaker, source, None, cue, None, None, None, None, (), (row,), ())


def made() -> Record:
    none = ArticleEvidence(None, None, None, (), (), None, None)
    day = Published(None, None, "unknown", ())
    entry = ArticleEntry("a", "one.txt", None, None, None, None, (), (), None, day, "en", TEXT, (), "o", none)
    mentions = (
        EntityMention("a", 0, 10, "name"),
        EntityMention("a", TEXT.index("she"), TEXT.index("she") + 3, "pronoun"),
    )
    ana = Entity("e-1", "person", "Ana Orlova", (), (), None, mentions, ())
    quotes = (
        quote("q-1", "We go on,", "she", "said", "e-1"),
        quote("q-2", "We win.", "she", "said", "e-1"),
        quote("q-3", "No,", "a clerk", "said", None),
    )
    return Record(SCHEMA_VERSION, None, (entry,), (), (), (ana,), quotes, (), (), (), (), (), (), ())


def test_every_span_is_the_text_that_it_cites() -> None:
    """The text of each span stands at its offsets."""
    document = json.loads(to_citron(made()))
    spans = [
        span
        for quoted in document["quotes"]
        for span in (*quoted["sources"], *quoted["coreferences"], quoted["cue"], *quoted["contents"])
    ]
    assert all(document["text"][span["start"] : span["end"]] == span["text"] for span in spans)


def test_sentences_of_one_cue_are_contents_of_one_quote() -> None:
    """What she said before and after “she said” is one quote, with its marks, under her name."""
    first, second = json.loads(to_citron(made()))["quotes"]
    assert [span["text"] for span in first["contents"]] == ["“We go on,”", "“We win.”"]
    assert [span["text"] for span in first["sources"]] == ["Ana Orlova"]
    assert [span["text"] for span in first["coreferences"]] == ["she"]
    assert [span["text"] for span in second["sources"]] == ["a clerk"]
    assert second["coreferences"] == []


def test_only_the_quotations_asked_for() -> None:
    """A speaker's quotations alone leave the others out, and the report's text in."""
    record = made()
    document = json.loads(to_citron(record, record.quotes[:1]))
    assert len(document["quotes"]) == 1
    assert document["text"] == TEXT


def test_mentions_of_one_person_are_a_group() -> None:
    """Her name and the pronoun are coreferent."""
    (group,) = json.loads(to_citron(made()))["coreference_groups"]
    assert [span["text"] for span in group] == ["Ana Orlova", "she"]


def test_a_record_read_back_gives_the_same_lines() -> None:
    """Nothing but the record is needed."""
    record = made()
    again = msgspec.json.decode(msgspec.json.encode(record), type=Record)
    assert to_citron(again) == to_citron(record)
