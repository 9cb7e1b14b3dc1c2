"""With the weights of the package: the same article gives the same notes, whatever it is read with."""

import functools

import numpy as np
import pytest

from readout.annotate import annotate
from readout.annotate.weights import shipped
from readout.model.notes import NameKind, Notes
from readout.model.text import Article
from tests.annotate.fakes import article

SPEECH = """Harbour talks end without a deal
Foreign Minister Ana Orlova said on Tuesday that Kestria would not accept the terms of the port agreement.
“We will not give up the northern pier,” she told reporters in Varna after six hours of talks. “Not this year.”
Her Sarnian counterpart, Ivo Prat, rejected the claim.
“The pier was ours before the treaty, and it is ours now,
“and we shall go on using it,” Prat said.
Sarnia has threatened to close its airspace to Kestrian aircraft if the harbour is not opened by March 3.
"""
NOTICE = "Ferry service resumes\nThe Port Authority of Varna said ferries would run again on Friday."
LONG = "Council debates harbour\n" + "\n".join(SPEECH.splitlines()[1:] * 12)


def articles() -> list[Article]:
    texts = [SPEECH, NOTICE, LONG, NOTICE.replace("Friday", "Sunday"), SPEECH.replace("Varna", "Port Lisse")]
    return [article(text, name=f"a-{number}") for number, text in enumerate(texts)]


@functools.cache
def alone() -> tuple[Notes, ...]:
    return tuple(annotate([one], threads=1)[0] for one in articles())


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_notes_do_not_depend_on_the_number_of_threads(threads: int) -> None:
    assert annotate(articles(), threads=threads) == alone()


def test_notes_do_not_depend_on_the_articles_beside() -> None:
    many = articles()
    assert annotate(many[::-1] + many, threads=2) == alone()[::-1] + alone()


def test_a_second_reading_gives_the_same() -> None:
    assert annotate([articles()[2]]) == (alone()[2],)


def test_people_are_found_and_their_words_are_theirs() -> None:
    notes = alone()[0]
    people = {mention.span.of(SPEECH) for mention in notes.mentions if mention.kind is NameKind.PERSON}
    assert {"Ana Orlova", "Ivo Prat", "Prat"} <= people
    said = {span.of(SPEECH): one for one in notes.attributions for span in one.content}
    tweet = said["“We will not give up the northern pier,”"]
    assert [span.of(SPEECH) for span in tweet.source] == ["she"]
    assert tweet.kind == "direct"


def test_a_sentence_vector_is_that_of_the_sentence_alone() -> None:
    (inside,) = (one for one in alone()[0].sentences if one.span.of(SPEECH).startswith("Sarnia"))
    text = inside.span.of(SPEECH)
    ((single,),) = (notes.sentences for notes in annotate([article(text)]))
    assert float(np.dot(inside.vector, single.vector)) == pytest.approx(1.0, abs=1e-5)


def test_weights_are_read_once() -> None:
    assert shipped() is shipped()
