"""Quotation marks as newsrooms print them, and as scrapers leave them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.grammar.quotation import End, Quotation, Shape, find, inside
from readout.model.text import TextSpan


def contents(text: str) -> list[str]:
    return [" / ".join(part.of(text) for part in quotation.content) for quotation in find(text)]


def outer(text: str) -> list[str]:
    return [text[start:end] for start, end in inside(text)]


FOUND = [
    # plain pairs of every make
    ('"We will not move," the minister said.', ["We will not move,"]),
    ("“We will not move,” the minister said.", ["We will not move,"]),
    ("``We will not move,'' the minister said. ''Never.''", ["We will not move,", "Never."]),
    ("''We will not move,'' the minister said.", ["We will not move,"]),
    ("„Wir bleiben“, sagte er.", ["Wir bleiben"]),
    ("«Nous restons», dit-elle.", ["Nous restons"]),
    ("« Nous restons », dit-elle.", ["Nous restons"]),
    ("»Wir bleiben«, sagte er.", ["Wir bleiben"]),
    ("&ldquo;We stay,&rdquo; she said. &quot;Or we go.&quot;", ["We stay,", "Or we go."]),
    ("â€œWe stay,â€\u009d she said.", ["We stay,"]),
    # interrupted by the speaker
    ('"We stay," he said, "and we wait."', ["We stay,", "and we wait."]),
    ("“We stay,” said Orlova. “It is our harbour. We built it.”", ["We stay,", "It is our harbour. We built it."]),
    # reversed and mangled marks
    ("”We see a way out,” she told the council.", ["We see a way out,"]),
    ("“We see a way out,“ she told the council.", ["We see a way out,"]),
    ("She called it ”a farce“ and left.", ["a farce"]),
    ('[&]quot;The forecast is bleak."', ["The forecast is bleak."]),
    ("[&]quot;The forecast is bleak.[&]quot; He left.", ["The forecast is bleak."]),
    (
        '“The terms are simply dead on arrival for the island."',
        ["The terms are simply dead on arrival for the island."],
    ),
    ('Grabar said," We go at dawn." Nobody did.', ["We go at dawn."]),
    # a stray mark turns nothing that follows
    ('He said &quot; that the vote was "rigged" twice. "Not so," she said.', ["rigged", "Not so,"]),
    ('The deck measures 12" across. "Too small," the captain said.', ["Too small,"]),
    ('He is 6\'2" tall. "A giant," she said.', ["A giant,"]),
    ("“It stands,” he said.”\n\n“It falls,” she said.", ["It stands,", "It falls,"]),
    # a mark forgotten
    ('"We stay, he said. "They go," she said.', ["We stay,", "They go,"]),
    ('"We stay, he said.\n\n"They go," she said.', ["We stay,", "They go,"]),
    ('We stay put," he said. Then he left.', ["We stay put,"]),
    ('The mayor added: we stay put." Then he left.', ["we stay put."]),
    ('"No," he said. The dam will hold."', ["No,", "The dam will hold."]),
    ('We stay," he said. Nobody clapped. They go," she said.', ["We stay,", "Nobody clapped. They go,"]),
    (
        "He said “the dam holds. More followed.\n\nRain fell.\n\n“Good,” she said.",
        ["the dam holds. More followed.", "Good,"],
    ),
    # quotations in quotations
    ("“She told me ‘never again’ and meant it,” he said.", ["She told me ‘never again’ and meant it,", "never again"]),
    ("“‘We would send (aid),’” he wrote.", ["‘We would send (aid),’", "We would send (aid),"]),
    ("“He wrote ‘no aid (yet)’,” she said.", ["He wrote ‘no aid (yet)’,", "no aid (yet)"]),
    ("''He said, 'I won't,''' she recalled.", ["He said, 'I won't,'", "I won't,"]),
    (
        '"They told me "go home" and I went," he said. "Fine."',
        ['They told me "go home" and I went,', "go home", "Fine."],
    ),
    ("'She said \"never\" to me,' he wrote.", ['She said "never" to me,', "never"]),
    # British single marks, and apostrophes that are none
    ("'We'll hold the workers' ground,' he said. 'It's ours.'", ["We'll hold the workers' ground,", "It's ours."]),
    ("‘We’ll hold the workers’ ground,’ he said.", ["We’ll hold the workers’ ground,"]),
    ("The ministers' aides' cars blocked James' street.", []),
    ("Rock 'n' roll of the '90s, 'twas said, got 'em goin' again.", []),
    ("It was rock ’n’ roll in the ’60s for the workers’ clubs.", []),
    ("She'd been runnin' since the summer of '08.", []),
    ("Talks start on 'difficult' ground", ["difficult"]),
    ("Some demands 'non starters", []),
    ("'Gun to Sarnia's Head'", ["Gun to Sarnia's Head"]),
    # over paragraphs
    ("“One.\n\n“Two.\n\n“Three,” he said. “Four.”", ["One. / Two. / Three,", "Four."]),
    ("“One.\n\nTwo.\n\nThree,” he said. “Four.”", ["One. / Two. / Three,", "Four."]),
    ("'One is here.\n\n'Two is there,' he said.", ["One is here. / Two is there,"]),
    ("“One ‘and.\n\n“‘A half,’” he said.", ["One ‘and. / ‘A half,’", "and. / A half,"]),
    # markup left in the text has marks of its own
    ('<a href="x.html">More</a> "We stay," he said.', ["We stay,"]),
    # dashes and brackets
    ("“I was—” he began. (“He never was,” she said.)", ["I was—", "He never was,"]),
    ('He asked—"as always"—for more.', ["as always"]),
    ("“…and so we waited…” the note ended.", ["…and so we waited…"]),
    # nothing there
    ("No marks at all.", []),
    ("", []),
    ('""', []),
    ('" "', []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_quotations_are_found_by_their_marks(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def only(text: str) -> Quotation:
    (quotation,) = find(text)
    return quotation


def test_an_end_says_how_it_is_known() -> None:
    assert (only("“Plain.”").opened, only("“Plain.”").closed) == (End.MARK, End.MARK)
    assert only("”Reversed,” he said.").opened is End.REPAIRED
    assert only("„Tief“, sagte er.").closed is End.MARK
    assert only('Forgotten," he said.').opened is End.REPAIRED
    assert only("He said: “it goes on. And on.").closed is End.PARAGRAPH


def test_a_span_takes_in_the_marks() -> None:
    text = "Then &quot;we stay&quot;, he said."
    assert only(text).span.of(text) == "&quot;we stay&quot;"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("“We will hold the dam until the army comes,” he said.", Shape.SPEECH),
        ("“No,” he said.", Shape.SPEECH),
        ("She sang “The Lights of Home” twice.", Shape.TITLE),
        ("The “experts” agreed.", Shape.SCARE),
        ("It was “a moment of truth” for them.", Shape.FRAGMENT),
        ("They want “strategic stability,” which nobody defined.", Shape.SCARE),
        ("“Not this year.”", Shape.SPEECH),
    ],
)
def test_the_shape_tells_speech_from_titles_and_scare_quotes(text: str, shape: Shape) -> None:
    assert only(text).shape is shape


def test_blocks_say_what_is_read() -> None:
    text = '"Head\n"We stay," he said.'
    assert [text[start:end] for start, end in inside(text, [TextSpan(6, len(text))])] == ["We stay,"]


def test_a_caption_left_out_does_not_end_a_quotation() -> None:
    text = "“One.\n\nPhoto: a dam\n\n“Two,” he said."
    blocks = [TextSpan(0, 5), TextSpan(text.index("“Two"), len(text))]
    assert inside(text, blocks) == [(1, 5), (text.index("Two"), text.index("Two") + 4)]


def test_lines_of_hard_wrapped_text_are_one_paragraph() -> None:
    assert outer("“We stay\nhere,” he said.") == ["We stay\nhere,"]


SIGNS = ['"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "&quot;", "[&]quot;"]
WORDS = [",", ".", " ", "\n", "\n\n", "we", "Go", "said", "he", "s", "5", "—", "(", ")", ":", "<b", ">", "\u200b", "…"]
SCRAPS = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=60).map("".join)


@given(st.one_of(SCRAPS, st.text(max_size=80)))
def test_spans_are_nested_or_disjoint_and_inside_the_text(text: str) -> None:
    found = find(text)
    for quotation in found:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.content
        assert all(quotation.span.start <= part.start < part.end <= quotation.span.end for part in quotation.content)
        assert all(text[part.start : part.end].strip() == text[part.start : part.end] for part in quotation.content)
    for one in found:
        for other in found:
            apart = one.span.end <= other.span.start or other.span.end <= one.span.start
            within = one.span.start <= other.span.start and other.span.end <= one.span.end
            around = other.span.start <= one.span.start and one.span.end <= other.span.end
            assert apart or within or around


@given(SCRAPS)
def test_what_is_inside_is_ordered_and_disjoint(text: str) -> None:
    spans = inside(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


SENTENCES = [
    "“We stay,” she said.",
    "'No,' he said.",
    "It rained.",
    '"Never."',
    "The workers' pier stood.",
    "‘So,’ it read.",
]
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


@given(PARAGRAPHS, SCRAPS)
def test_a_paragraph_added_changes_nothing_before_it_where_no_quotation_is_open(text: str, added: str) -> None:
    found = find(text)
    assert find(f"{text}\n\n{added}")[: len(found)] == found


def test_a_long_text_of_marks_alone_is_read_in_time() -> None:
    assert find("\"'“”" * 20_000) is not None
