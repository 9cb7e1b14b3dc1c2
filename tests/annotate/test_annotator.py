"""From an article to its notes, with graphs that say what they are told."""

import pytest

from readout.annotate.annotator import each, joined
from readout.annotate.attributions import snapped
from readout.annotate.reading import readings
from readout.errors import ReadoutError
from readout.grammar.quotation import find
from readout.model.notes import Attribution, Directness, NameKind, Notes
from readout.model.notes_codec import notes_to_json
from readout.model.text import Article, Role, TextSpan
from tests.annotate.fakes import FakeGraphs, article, weights

REPORT = """Harbour talks end
Minister Ana Orlova said "we will hold the harbour" on Monday.
"The pier is ours," she added.
Traders said prices would fall."""


def said(word: str) -> str:
    if word in {"orlova", "she", "traders"}:
        return "B-source"
    if word in {"said", "added"}:
        return "B-cue"
    content = {"we": "B", "the": "B", "prices": "B", "will": "I", "hold": "I", "pier": "I", "is": "I", "ours": "I"}
    return f"{content[word]}-content" if word in content else "I-content" if word in {"would", "fall"} else "O"


def notes_of(one: Article, **told: object) -> Notes:
    (notes,) = each([one], weights=weights(one.text, **told))  # type: ignore[arg-type]
    return notes


def test_a_name_has_its_words_and_type() -> None:
    notes = notes_of(article(REPORT), names={"ana": "B-Person", "orlova": "I-Person"})
    mention, *pronouns = notes.mentions
    assert {each.span.of(REPORT) for each in pronouns} <= {"she", "he"}
    assert (mention.span.of(REPORT), mention.kind) == ("Ana Orlova", NameKind.PERSON)
    assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end


def test_an_attribution_joins_the_nearest_source_cue_and_content() -> None:
    notes = notes_of(article(REPORT), attribution=said)
    rows = [
        (one.source[0].of(REPORT), one.cue[0].of(REPORT), [span.of(REPORT) for span in one.content], one.kind)
        for one in notes.attributions
    ]
    assert ("she", "added", ['"The pier is ours,"'], Directness.DIRECT) in rows
    assert ("Traders", "said", ["prices would fall"], Directness.INDIRECT) in rows


def test_a_quotation_that_the_encoder_missed_is_found_by_its_marks() -> None:
    text = 'Head\n"We shall hold the harbour until the very end," it read.'
    (one,) = notes_of(article(text)).attributions
    assert (one.content[0].of(text), one.kind, one.source) == (
        '"We shall hold the harbour until the very end,"',
        Directness.DIRECT,
        (),
    )


def test_every_sentence_has_its_words_and_vector() -> None:
    one = article(REPORT)
    notes = notes_of(one)
    assert [sentence.span for sentence in notes.sentences] == list(one.sentences)
    for sentence in notes.sentences:
        assert sum(value * value for value in sentence.vector) == pytest.approx(1.0)
        assert sentence.words[0].head == -1
        assert all(-1 <= word.head < len(sentence.words) for word in sentence.words)
        assert "".join(word.span.of(REPORT) for word in sentence.words) == "".join(sentence.span.of(REPORT).split())


def test_vectors_are_left_out_where_none_are_asked_for() -> None:
    (notes,) = each([article(REPORT)], weights=weights(REPORT), vectors=False)
    assert all(sentence.vector == () for sentence in notes.sentences)


def test_captions_are_read_apart_and_credits_not_at_all() -> None:
    text = "Head\nMarta Lund spoke.\nPhoto of Ivo Prat.\nIvo Prat / Agency\nShe left."
    one = article(text, {2: Role.CAPTION, 3: Role.CREDIT})
    (reading,) = readings(one)
    read = [[text[s:e] for block in passage.paragraphs for s, e in block] for passage in reading.passages]
    assert read == [["Head", "Marta Lund spoke.", "She left."], ["Photo of Ivo Prat."]]


def test_a_quotation_runs_past_a_caption() -> None:
    text = "Head\n“We stay.\nPhoto of a pier\n“We hold,” she said."
    (reading,) = readings(article(text, {2: Role.CAPTION}))
    assert [len(quotation.content) for quotation in reading.quotations] == [2]


def test_a_long_article_is_read_in_windows_and_parts_and_nothing_is_lost() -> None:
    line = "Ana Orlova spoke to the harbour council about the pier. "
    text = "Head\n" + "\n".join(line * 4 for _ in range(400))
    told = weights(text, names={"ana": "B-Person", "orlova": "I-Person"})
    one = article(text)
    assert len(readings(one)) > 1
    (notes,) = each([one], weights=told)
    assert len(notes.mentions) == 1600
    assert [sentence.span for sentence in notes.sentences] == list(one.sentences)
    assert isinstance(told.graphs, FakeGraphs)
    assert max(width for _, width in told.graphs.shapes) <= 40


def test_an_article_without_anything_to_read_has_empty_notes() -> None:
    one = article("Photo credit", {0: Role.CREDIT})
    assert notes_of(one) == Notes(one.id)


def test_half_a_character_hurts_nothing() -> None:
    text = "Head\nAna \ud83d Orlova spoke."
    (notes,) = each([article(text)], weights=weights("Head Ana Orlova spoke."))
    assert len(notes.sentences) == 2


def test_notes_come_in_the_order_of_the_articles() -> None:
    articles = [article(REPORT, name=f"a-{number}") for number in range(20)]
    assert [notes.article for notes in each(articles, threads=3, weights=weights(REPORT))] == [a.id for a in articles]


def test_parts_are_joined_with_their_attributions_counted_on() -> None:
    one = Attribution(Directness.DIRECT, (TextSpan(0, 1),), (), (), 1.0)
    whole = joined(article(REPORT), [Notes("a-1", attributions=(one,)), Notes("a-1", attributions=(one, one))])
    assert len(whole.attributions) == 3


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        ('He said "we stay here" today.', "we stay here", '"we stay here"'),
        ('He said "we stay here" today.', "stay here", '"we stay here"'),
        ("“We stay here for ever,” she said.", "We stay here for ever", "“We stay here for ever,”"),
        ("“We stay. We hold. We wait,” she said.", "“We stay. We hold.", "“We stay. We hold. We wait,”"),
        ("She said “stay” was no word for what they did then.", "“stay” was no word for what they did", None),
        ("She said they would “hold the pier”.", "they would “hold the pier", "they would “hold the pier”"),
        ("She said they left.", "they left", None),
    ],
)
def test_the_edge_of_a_content_stands_on_its_quotation_mark(text: str, tagged: str, expected: str | None) -> None:
    start = text.index(tagged)
    span = snapped(text, TextSpan(start, start + len(tagged)), find(text))
    assert span.of(text) == (expected or tagged)


def test_notes_are_one_line_of_json() -> None:
    one = article(REPORT)
    line = notes_to_json(notes_of(one), one)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


def test_a_package_without_weights_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    from readout.annotate import weights as module

    module.shipped.cache_clear()
    monkeypatch.setattr(module.resources, "files", lambda _package: tmp_path)
    with pytest.raises(ReadoutError, match="weights"):
        module.shipped()
    module.shipped.cache_clear()
