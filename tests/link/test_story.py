"""A report of another story among the reports of one."""

from hypothesis import given
from hypothesis import strategies as st

from readout.link.story import outsiders
from readout.model.notes import Form, Mention, NameKind, Notes, Sentence
from readout.model.text import Article, Block, Heading, Medium, Role, TextSpan

HARBOUR = (1.0, 0.1, 0.0)
HARBOUR_TOO = (0.9, 0.3, 0.0)
WEATHER = (0.0, 0.1, 1.0)


def report(name: str, vector: tuple[float, ...], names: str = "") -> tuple[Article, Notes]:
    """A report of one sentence whose words are all names."""
    text = names or "nothing"
    spans = [TextSpan(names.index(word), names.index(word) + len(word)) for word in names.split()]
    article = Article(
        name, name, text, Medium.TEXT, (Block(Role.PARAGRAPH, 0, len(text)),), (TextSpan(0, len(text)),), Heading()
    )
    mentions = tuple(Mention(span, NameKind.PERSON, Form.NAME, span, 1.0) for span in spans)
    return article, Notes(name, mentions=mentions, sentences=(Sentence(TextSpan(0, len(text)), vector),))


def found(*reports: tuple[Article, Notes]) -> list[str]:
    return [name for name, _ in outsiders([one for one, _ in reports], [notes for _, notes in reports])]


def test_a_report_unlike_the_others_is_told() -> None:
    assert found(report("a", HARBOUR), report("b", HARBOUR_TOO), report("c", WEATHER)) == ["c"]


def test_the_reason_says_how_far_it_is_and_which_names_it_shares() -> None:
    reports = [report("a", HARBOUR, "Orlova"), report("b", HARBOUR_TOO, "Orlova"), report("c", WEATHER, "Lund")]
    ((_, reason),) = outsiders([one for one, _ in reports], [notes for _, notes in reports])
    assert "another story" in reason
    assert "names shared with it: none" in reason


def test_reports_of_one_story_all_stay() -> None:
    assert found(report("a", HARBOUR), report("b", HARBOUR_TOO), report("c", HARBOUR)) == []


def test_names_in_common_keep_a_report_in_the_story() -> None:
    far = (0.35, 1.0, 0.0)
    assert found(report("a", HARBOUR), report("b", HARBOUR_TOO), report("c", far)) == []
    farther = (0.0, 0.45, 1.0)
    assert found(report("a", HARBOUR), report("b", HARBOUR_TOO), report("c", farther)) == ["c"]


def test_two_reports_alone_leave_nothing_to_go_by() -> None:
    assert found(report("a", HARBOUR), report("b", WEATHER)) == []


def test_two_stories_of_equal_size_are_both_kept() -> None:
    assert found(report("a", HARBOUR), report("b", HARBOUR), report("c", WEATHER), report("d", WEATHER)) == []


def test_notes_without_vectors_tell_nothing() -> None:
    assert found(report("a", HARBOUR), report("b", HARBOUR), report("c", ())) == []


VECTORS = st.tuples(*[st.floats(0.1, 1.0)] * 3)


@given(st.lists(VECTORS, max_size=6), st.randoms())
def test_the_order_of_the_reports_does_not_matter(vectors: list[tuple[float, ...]], random: object) -> None:
    reports = [report(f"a-{number}", vector) for number, vector in enumerate(vectors)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found(*reports) == found(*shuffled)
