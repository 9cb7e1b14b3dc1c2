"""The brief of a story: what it tells, in which order, on whose word, and how long it is."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import readout
from readout.merge.brief.check import faults
from readout.model.record import BriefSentence, Record
from tests.examples import record, reports

HARBOUR = (
    "Kastel's harbour masters walked out on Tuesday after the port authority cut night shifts from six to four.\n\n"
    "The walkout left nine freighters at anchor, harbour spokeswoman Ida Brandt said.\n\n"
    '"We are not leaving the quay before the six shifts are back," union leader Marek Olsen told reporters.\n\n'
    "He said the crews would vote on Friday.\n\n"
    "However, the authority also said it would not pay the crews for Tuesday.\n\n"
    "That move angered many of them.\n"
)
ISLAND = (
    "Freighters were stuck off Kastel on Tuesday as harbour masters struck over a cut in night shifts.\n\n"
    "Port director Ana Lunde said the authority could not afford more than four night shifts.\n\n"
    '"The four shifts are what the traffic pays for," she said.\n\n'
    "Crews of the harbour masters' union will vote on Friday on whether to go on.\n"
)


@cache
def story(*texts: str) -> Record:
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            report = {"title": f"Harbour strike in Kastel {number}", "text": text, "published": "2025-03-12"}
            (Path(folder) / f"{number}.json").write_text(json.dumps(report), encoding="utf-8")
        articles, problems = readout.read([folder])
    return readout.build(articles, problems, keep_strays=True)


def told(made: Record) -> str:
    return " ".join(sentence.text for sentence in made.brief)


def sentence_with(words: str, made: Record) -> BriefSentence:
    return next(sentence for sentence in made.brief if words in sentence.text)


# --- the examples ---


@pytest.mark.parametrize("words", [120, 200, 300])
def test_a_brief_is_as_long_as_was_asked_for(words: int) -> None:
    made = readout.build(reports()[0], brief_words=words)
    count = len(told(made).split())
    assert 0.7 * words <= count <= words


def test_every_sentence_of_a_brief_is_held_by_its_citations() -> None:
    assert record().brief
    assert [faults(sentence, record()) for sentence in record().brief if faults(sentence, record())] == []


def test_a_brief_hears_every_origin_and_cites_most_reports() -> None:
    origins = {origin for sentence in record().brief for origin in sentence.origins}
    assert origins == {origin.id for origin in record().origins}
    assert len({span.article for sentence in record().brief for span in sentence.cites}) >= 5


def test_the_lead_is_the_newest_main_event_and_what_comes_next_stands_last() -> None:
    first, last = record().brief[0], record().brief[-1]
    assert "voted on March 15 to suspend" in first.text
    assert "March 17" in last.text


def test_a_brief_does_not_say_a_thing_twice() -> None:
    kept = [set(sentence.text.casefold().split()) for sentence in record().brief]
    for number, one in enumerate(kept):
        for other in kept[:number]:
            assert len(one & other) < 0.7 * min(len(one), len(other))


def test_the_order_of_the_reports_does_not_change_the_brief() -> None:
    articles, problems = reports()
    assert readout.build(list(reversed(articles)), problems).brief == record().brief


def test_each_origin_of_a_sentence_has_a_citation() -> None:
    origin = {article.id: article.origin for article in record().articles}
    for sentence in record().brief:
        assert set(sentence.origins) <= {origin[span.article] for span in sentence.cites}
        assert sentence.origins


# --- one story, sentence by sentence ---


def test_a_weekday_is_told_as_a_date_and_marked() -> None:
    sentence = next(one for one in story(HARBOUR, ISLAND).brief if any("Tuesday" in edit.was for edit in one.edits))
    edit = next(edit for edit in sentence.edits if "Tuesday" in edit.was)
    assert sentence.text[edit.start : edit.end] == "on March 11"
    assert edit.span in sentence.cites


def test_a_quotation_has_its_speaker_and_a_pronoun_gives_way_to_the_name() -> None:
    sentence = sentence_with("what the traffic pays for", story(HARBOUR, ISLAND))
    assert "Ana Lunde" in sentence.text
    assert '"' in sentence.text or "“" in sentence.text


def test_what_leans_on_another_sentence_is_left_out() -> None:
    assert "That move" not in told(story(HARBOUR, ISLAND))
    assert not told(story(HARBOUR, ISLAND)).startswith(("However", "He "))


def test_words_that_tie_a_sentence_to_the_one_before_are_cut() -> None:
    assert "However" not in told(story(HARBOUR, ISLAND))
    assert " also " not in told(story(HARBOUR, ISLAND))


def test_a_report_without_sentences_to_tell_gives_no_brief() -> None:
    made = story(
        "Who will stay at the quay tonight, and who will go home to the islands before the morning comes?\n" * 3
    )
    assert made.brief == ()


# --- the checker ---


def spoiled(words: str, by: str, made: Record | None = None) -> tuple[str, ...]:
    """The faults of a sentence of the examples' brief in which some words are changed."""
    whole = made or record()
    sentence = sentence_with(words, whole)
    place = sentence.text.index(words)
    assert not any(edit.start < place + len(words) and place < edit.end for edit in sentence.edits)
    shift = len(by) - len(words)
    edits = tuple(
        replace(edit, start=edit.start + shift, end=edit.end + shift) if edit.start > place else edit
        for edit in sentence.edits
    )
    return faults(replace(sentence, text=sentence.text.replace(words, by, 1), edits=edits), whole)


def cited(text: str, report: str, keep: str) -> tuple[str, ...]:
    """The faults of a sentence that cites one sentence of a report."""
    made = story(report, ISLAND if report != ISLAND else HARBOUR)
    article = next(one for one in made.articles if keep in one.text)
    start = article.text.index(keep)
    span = type(made.brief[0].cites[0])(article.id, start, start + len(keep))
    return faults(BriefSentence(text, (span,), (), (article.origin,)), made)


def test_a_word_that_no_report_has_is_found() -> None:
    assert spoiled("job guarantee", "pay guarantee")


def test_another_figure_is_found() -> None:
    assert spoiled("six-day", "seven-day")


def test_words_in_another_order_are_found() -> None:
    assert spoiled("suspend their", "their suspend")


def test_a_sentence_as_printed_has_no_fault() -> None:
    said = "Port director Ana Lunde said the authority could not afford more than four night shifts."
    assert cited(said, ISLAND, said) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Port director Ana Lunde said the authority could afford more than four night shifts.", "negation"),
        ("Port director Ana Lunde said the authority could not afford four night shifts.", "figure"),
        ("The authority could not afford more than four night shifts.", "source"),
    ],
)
def test_a_cut_that_turns_the_sense_is_found(text: str, why: str) -> None:
    said = "Port director Ana Lunde said the authority could not afford more than four night shifts."
    assert any(why in fault for fault in cited(text, ISLAND, said))


def test_a_cut_inside_of_a_quotation_is_found() -> None:
    said = '"We are not leaving the quay before the six shifts are back," union leader Marek Olsen told reporters.'
    text = '"We are not leaving the quay," union leader Marek Olsen told reporters.'
    assert any("quotation" in fault for fault in cited(text, HARBOUR, said))


def test_a_sentence_that_cites_nothing_is_found() -> None:
    sentence = record().brief[0]
    assert "cites nothing" in faults(replace(sentence, cites=()), record())


def test_a_name_put_in_for_somebody_else_is_found() -> None:
    sentence = next(one for one in record().brief if any(edit.was in {"He", "She", "he", "she"} for edit in one.edits))
    wrong = next(entity for entity in record().entities if entity.name == "Jonas Friis")
    mention = next(one for one in wrong.mentions if one.form == "name")
    span = type(sentence.cites[0])(mention.article, mention.start, mention.end)
    edit = next(edit for edit in sentence.edits if edit.was in {"He", "She", "he", "she"})
    text = sentence.text[: edit.start] + "Jonas Friis" + sentence.text[edit.end :]
    put = replace(edit, end=edit.start + len("Jonas Friis"), span=span)
    spoilt = replace(sentence, text=text, edits=(put,), cites=(*sentence.cites, span))
    assert any("not known to mean" in fault or "stand" in fault for fault in faults(spoilt, record()))
