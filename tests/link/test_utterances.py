"""One utterance in many reports."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from readout.link.utterances import _told_once, find_utterances
from readout.model.links import SharedEntity, SharedUtterance
from readout.model.notes import (
    Attribution,
    Chain,
    Directness,
    Form,
    Mention,
    NameKind,
    Notes,
    Sentence,
    TimeKind,
    TimeMention,
    Word,
)
from readout.model.record import Reason, Span
from readout.model.text import Article, Block, Dating, Heading, Medium, Role, TextSpan

Told = tuple[Article, Notes]


def span(text: str, words: str) -> TextSpan:
    return TextSpan(text.index(words), text.index(words) + len(words))


def report(name: str, text: str, said: str, cue: str = "said", *, time: str | None = None) -> Told:
    """A report of one line in which Orlova is given `said`."""
    direct = said.startswith(("“", '"'))
    kind = Directness.DIRECT if direct else Directness.MIXED if "“" in said else Directness.INDIRECT
    who = span(text, "Orlova")
    whole = TextSpan(0, len(text))
    words = tuple(Word(span(text, word), -1, "dep", "VERB") for word in {*said.strip('“”".,').split()} if word in text)
    times = (TimeMention(span(text, time), TimeKind.DATE, time),) if time else ()
    one = Attribution(
        kind, (span(text, said),), (who,), (span(text, cue),), 0.9, 0, time=times[0].span if times else None
    )
    notes = Notes(
        name,
        (Mention(who, NameKind.PERSON, Form.NAME, who, 1.0),),
        (Chain((0,), "Orlova", (), (), 1.0),),
        (one,),
        times,
        sentences=(Sentence(whole, (), words),),
    )
    return Article(name, name, text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (whole,), Heading()), notes


def utterances(*reports: Told, apart: bool = False) -> tuple[SharedUtterance, ...]:
    """The utterances; all sources are one person, or each one's own where `apart`."""
    chains = [(article.id, 0) for article, _ in reports]
    groups = [[chain] for chain in chains] if apart else [chains]
    entities = [SharedEntity("person", "Ana", f"ana {i}", tuple(group), ()) for i, group in enumerate(groups)]
    articles, notes = zip(*reports, strict=True)
    return find_utterances(articles, notes, entities, {article.id: Dating() for article in articles})


ONE = report("a", "“The quay will stay open all winter,” Orlova said.", "“The quay will stay open all winter,”")
SAME = report("b", "Orlova said: “The quay will stay open all Winter.”", "“The quay will stay open all Winter.”")
CUT = report("c", "Orlova said it “will stay open all winter”.", "it “will stay open all winter”")
TOLD = report("d", "Orlova said the quay would stay open all winter.", "the quay would stay open all winter")


def test_the_same_words_of_one_speaker_are_one_utterance() -> None:
    (found,) = utterances(ONE, SAME)
    assert [saying.article for saying in found.sayings] == ["a", "b"]
    assert found.because[0].rule == "same_words"


def test_a_cut_quotation_joins_the_whole_one() -> None:
    text = "“The quay will stay open all winter long, as every ship of the line has asked us to,” Orlova said."
    whole = report("a", text, text[: text.index(" Orlova")])
    (found,) = utterances(whole, CUT)
    assert [reason.rule for reason in found.because] == ["cut_quotation"]


def test_what_a_report_tells_in_its_own_words_joins_what_another_quotes() -> None:
    (found,) = utterances(ONE, TOLD)
    assert {saying.kind for saying in found.sayings} == {"direct", "indirect"}


def test_the_same_words_of_two_speakers_stay_two() -> None:
    assert len(utterances(ONE, SAME, apart=True)) == 2


def test_the_same_words_on_two_days_stay_two() -> None:
    early = report(
        "a",
        "“The quay will stay open,” Orlova said 2025-03-11.",
        "“The quay will stay open,”",
        time="2025-03-11",
    )
    late = report(
        "b",
        "“The quay will stay open,” Orlova said 2025-03-13.",
        "“The quay will stay open,”",
        time="2025-03-13",
    )
    assert len(utterances(early, late)) == 2


def test_words_stand_without_their_marks_and_the_comma_before_them() -> None:
    (found,) = utterances(ONE)
    assert found.sayings[0].text == "The quay will stay open all winter"
    article, _ = ONE
    (place,) = found.sayings[0].spans
    assert article.text[place.start : place.end] == found.sayings[0].text


def test_a_sentence_that_is_broken_by_its_cue_is_one_utterance_in_two_spans() -> None:
    text = "“My hope,” Orlova said, “is an open quay.”"
    article, notes = report("a", text, "“My hope,”")
    (one,) = notes.attributions
    both = replace(one, content=(*one.content, span(text, "“is an open quay.”")))
    (found,) = utterances((article, replace(notes, attributions=(both,))))
    (saying,) = found.sayings
    assert [text[part.start : part.end] for part in saying.spans] == ["My hope,", "is an open quay."]
    assert saying.text == "My hope, is an open quay."


def test_a_belief_is_no_utterance() -> None:
    assert utterances(report("a", "Orlova hopes the quay would stay open.", "the quay would stay open", "hopes")) == ()


def test_what_is_denied_is_told_with_its_verb() -> None:
    denied = report("a", "Orlova denied that the quay would close.", "that the quay would close", "denied")
    assert utterances(denied)[0].sayings[0].text == "denied that the quay would close"


@given(st.permutations([ONE, SAME, CUT, TOLD]))
def test_the_order_of_the_reports_changes_nothing(reports: list[Told]) -> None:
    assert utterances(*reports) == utterances(ONE, SAME, CUT, TOLD)


def test_a_reason_is_told_once_for_a_quotation_of_many_sentences() -> None:
    reasons = [
        Reason("same_words", "Both reports give the same words.", (Span("a", n, n + 1), Span("b", n, n + 1)))
        for n in range(3)
    ]
    other = Reason("same_words", "Both reports give the same words.", (Span("a", 0, 1), Span("c", 0, 1)))
    assert list(_told_once([*reasons, other])) == [reasons[0], other]
