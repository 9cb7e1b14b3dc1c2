"""What one report counts: the figure, what it measures, who gives it, as of when."""

import pytest

from readout.annotate.figures import with_figures
from readout.grammar.times import find_times
from readout.model.notes import Attribution, Directness, FigureMention, Notes, Sentence, Word
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan
from readout.model.values import Qualifier

# Sentences with their parses: form|tag|relation|head.
INJURED = (
    "Police|PROPN|nsubj|1 said|VERB|root|-1 nine|NUM|nummod|3 people|NOUN|nsubj:pass|5 were|AUX|aux:pass|5 "
    "injured|VERB|ccomp|1 in|ADP|case|8 a|DET|det|8 clash|NOUN|obl|5 at|ADP|case|11 the|DET|det|11 "
    "gates|NOUN|obl|5 .|PUNCT|punct|1"
)
RISE = (
    "The|DET|det|1 union|NOUN|nsubj|2 wants|VERB|root|-1 a|DET|det|8 14|NUM|nummod|6 -|PUNCT|punct|4 "
    "percent|NOUN|compound|8 pay|NOUN|compound|8 rise|NOUN|obj|2 .|PUNCT|punct|2"
)
COST = (
    "The|DET|det|2 harbour|NOUN|compound|2 office|NOUN|nsubj|3 estimates|VERB|root|-1 the|DET|det|5 "
    "strike|NOUN|nsubj|7 has|AUX|aux|7 cost|VERB|ccomp|3 about|ADV|advmod|10 1.6|NUM|compound|10 "
    "million|NUM|nummod|11 euros|NOUN|obl|7 .|PUNCT|punct|3"
)
AGES = (
    "Rumen|PROPN|nsubj|4 ,|PUNCT|punct|2 41|NUM|nmod:unmarked|0 ,|PUNCT|punct|0 said|VERB|root|-1 "
    "a|DET|det|11 29|NUM|nummod|8 -|PUNCT|punct|6 year|NOUN|obl:unmarked|10 -|PUNCT|punct|6 old|ADJ|amod|11 "
    "driver|NOUN|nsubj|14 had|AUX|aux|14 been|AUX|aux:pass|14 hurt|VERB|ccomp|4 .|PUNCT|punct|4"
)
INSURGENCY = (
    "Ruritania|PROPN|nsubj|1 arms|VERB|root|-1 a|DET|det|3 revolt|NOUN|obj|1 in|ADP|case|6 "
    "the|DET|det|6 hills|NOUN|nmod|3 in|ADP|case|8 which|PRON|obl|14 more|ADJ|amod|12 than|ADP|fixed|9 "
    "8,000|NUM|nummod|12 people|NOUN|nsubj|14 have|AUX|aux|14 died|VERB|acl:relcl|3 .|PUNCT|punct|1"
)
STATES = (
    "Ambassadors|PROPN|nsubj|7 from|ADP|case|5 the|DET|det|5 30|NUM|nummod|5 member|NOUN|compound|5 "
    "states|NOUN|nmod|0 will|AUX|aux|7 meet|VERB|root|-1 on|ADP|case|9 Wednesday|PROPN|obl|7 .|PUNCT|punct|7"
)
BLAST = (
    "A|DET|det|1 blast|NOUN|nsubj|2 killed|VERB|root|-1 12|NUM|nummod|4 people|NOUN|obj|2 and|CCONJ|cc|6 "
    "injured|VERB|conj|2 30|NUM|nummod|8 others|NOUN|conj|4 on|ADP|case|10 Monday|PROPN|obl|2 "
    ".|PUNCT|punct|2"
)
JOBS = (
    "The|DET|det|1 plan|NOUN|nsubj|3 would|AUX|aux|3 cut|VERB|root|-1 210|NUM|nummod|10 of|ADP|case|10 "
    "the|DET|det|7 terminal|NOUN|nmod:poss|10 's|PART|case|7 940|NUM|nummod|10 jobs|NOUN|obj|3 "
    ".|PUNCT|punct|3"
)
PRISON = (
    "He|PRON|nsubj:pass|2 was|AUX|aux:pass|2 sentenced|VERB|root|-1 to|ADP|case|5 three|NUM|nummod|5 "
    "years|NOUN|obl|2 and|CCONJ|cc|8 four|NUM|nummod|8 months|NOUN|conj|5 in|ADP|case|10 prison|NOUN|obl|2 "
    ".|PUNCT|punct|2"
)
FREED = (
    "Three|NUM|nsubj:pass|6 of|ADP|case|4 the|DET|det|4 20|NUM|nummod|4 hostages|NOUN|nsubj:pass|6 "
    "were|AUX|aux:pass|6 freed|VERB|root|-1 ,|PUNCT|punct|6 according|VERB|case|11 to|ADP|fixed|8 "
    "the|DET|det|11 army|NOUN|obl|6 .|PUNCT|punct|6"
)


def printed(parse: str) -> str:
    """The words of a parse as a report prints them."""
    text = " ".join(word.split("|")[0] for word in parse.split())
    for glued in (" ,", " .", " 's"):
        text = text.replace(glued, glued[1:])
    return text.replace(" - ", "-")


def report(*parses: str, roles: dict[int, Role] | None = None) -> tuple[Article, Notes]:
    """An article of the sentences, each a paragraph unless `roles` says otherwise, and its notes without figures."""
    text, blocks, sentences = "", [], []
    for number, parse in enumerate(parses):
        start = len(text)
        text += printed(parse)
        blocks.append(Block((roles or {}).get(number, Role.PARAGRAPH), start, len(text)))
        sentences.append(Sentence(TextSpan(start, len(text)), (), words(parse, text, start)))
        text += "\n"
    spans = tuple(sentence.span for sentence in sentences)
    article = Article("a", "a", text, Medium.TEXT, tuple(blocks), spans, Heading())
    return article, Notes("a", times=find_times(text), sentences=tuple(sentences))


def words(parse: str, text: str, start: int) -> tuple[Word, ...]:
    found, place = [], start
    for word in parse.split():
        form, tag, relation, head = word.split("|")
        place = text.index(form, place)
        found.append(Word(TextSpan(place, place + len(form)), int(head), relation, tag))
        place += len(form)
    return tuple(found)


def figures(*parses: str, roles: dict[int, Role] | None = None) -> tuple[str, tuple[FigureMention, ...]]:
    article, notes = report(*parses, roles=roles)
    return article.text, with_figures(article, notes).figures


def measured(text: str, figure: FigureMention) -> str:
    return " … ".join(span.of(text) for span in figure.measures)


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        (INJURED, [("nine people", 9, "person", "people were injured in a clash at the gates")]),
        (RISE, [("14-percent", 14, "percentage", "The union wants a … pay rise")]),
        (COST, [("about 1.6 million euros", 1_600_000, "euro", "the strike has cost")]),
        (AGES, [("41", 41, "year of age", "Rumen"), ("29-year-old", 29, "year of age", "driver")]),
        (
            INSURGENCY,
            [("more than 8,000 people", 8_000, "person", "a revolt in the hills in which … people have died")],
        ),
        (STATES, [("30 member states", 30, "state", "Ambassadors from the … member states will meet")]),
        (
            JOBS,
            [
                ("210", 210, "job", "The plan would cut … of the terminal's 940 jobs"),
                ("940 jobs", 940, "job", "The plan would cut 210 of the terminal's … jobs"),
            ],
        ),
        (PRISON, [("three years and four months", 40, "month", "He was sentenced … in prison")]),
    ],
)
def test_a_figure_tells_what_it_measures_in_the_words_of_its_clause(
    parse: str, expected: list[tuple[str, float, str, str]]
) -> None:
    text, found = figures(parse)
    told = [(one.span.of(text), one.amount.value, one.amount.unit, measured(text, one)) for one in found]
    assert told == expected


def test_killed_and_injured_of_one_sentence_are_told_apart() -> None:
    text, (killed, injured) = figures(BLAST)
    assert (killed.amount.value, killed.predicate and killed.predicate.of(text)) == (12, "killed")
    assert (injured.amount.value, injured.amount.unit) == (30, "person")
    assert injured.predicate is not None
    assert injured.predicate.of(text) == "injured"


def test_a_figure_knows_its_day() -> None:
    article, notes = report(BLAST)
    told = with_figures(article, notes)
    time = told.figures[0].time
    assert time is not None
    assert told.times[time].span.of(article.text) == "Monday"


def test_who_estimates_holds_the_figure() -> None:
    text, (cost,) = figures(COST)
    assert cost.holder is not None
    assert cost.holder.of(text) == "The harbour office"
    assert cost.amount.qualifier is Qualifier.ABOUT


def test_according_to_names_the_holder() -> None:
    text, found = figures(FREED)
    assert [one.holder and one.holder.of(text) for one in found] == ["the army", "the army"]
    assert [(one.amount.value, one.amount.unit) for one in found] == [(3, "hostage"), (20, "hostage")]


def test_the_source_of_a_statement_holds_its_figures() -> None:
    article, notes = report(INJURED)
    content = TextSpan(article.text.index("nine"), article.text.index("."))
    source, cue = TextSpan(0, 6), TextSpan(7, 11)
    said = Attribution(Directness.INDIRECT, (content,), (source,), (cue,), 1.0)
    told = with_figures(article, Notes("a", sentences=notes.sentences, attributions=(said,)))
    assert told.figures[0].holder == source
    assert told.figures[0].attribution == 0


def test_whoever_wants_a_figure_does_not_give_it() -> None:
    article, notes = report(RISE)
    content = TextSpan(article.text.index("a 14"), article.text.index("."))
    wanted = Attribution(Directness.INDIRECT, (content,), (TextSpan(0, 9),), (TextSpan(10, 15),), 1.0)
    told = with_figures(article, Notes("a", sentences=notes.sentences, attributions=(wanted,)))
    assert told.figures[0].holder is None


def test_a_caption_only_echoes_what_the_report_counts() -> None:
    _, told = figures(INJURED, BLAST, roles={1: Role.CAPTION})
    assert [one.amount.value for one in told] == [9]
    _, echoed = figures(BLAST, BLAST, roles={0: Role.CAPTION})
    assert [(one.amount.value, one.echo) for one in echoed] == [(12, True), (30, True), (12, False), (30, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-0134 or 020-555-0199 with information.",
        "It happened in the 2300 block of Quay Street.",
        "She lives at 14 Harbour Street.",
        "1. Open the gates",
        "At one point the gates were opened.",
        "By one official's account it was short.",
        "Covid-19 vaccines arrived on F-35 jets.",
        "The talks begin at 10:30 a.m. on January 12, 2025.",
        "It was the 21st session, in Room 12.",
        "They spoke one-on-one at the 7-Eleven by the port.",
        "Read on at https://news.example/2013/4-injured-in-harbour-clash.html today.",
        "Its serial number is 001.",
    ],
)
def test_numbers_that_state_nothing_are_no_figures(text: str) -> None:
    """Telephone numbers, addresses, list numbers, idioms, names, dates and ordinals."""
    block = Block(Role.PARAGRAPH, 0, len(text))
    article = Article("a", "a", text, Medium.TEXT, (block,), (), Heading())
    assert with_figures(article, Notes("a", times=find_times(text))).figures == ()


def test_a_change_is_two_figures_and_a_range_is_one() -> None:
    text = "Unemployment fell from 5.8% to 5.7%, and 10 to 12 ships waited."
    block = Block(Role.PARAGRAPH, 0, len(text))
    article = Article("a", "a", text, Medium.TEXT, (block,), (), Heading())
    told = with_figures(article, Notes("a")).figures
    assert [(one.amount.value, one.amount.low, one.amount.high) for one in told] == [
        (5.8, None, None),
        (5.7, None, None),
        (None, 10, 12),
    ]
