"""From inputs to a record: nothing is lost in silence, and the order of the inputs changes nothing."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import readout
from readout.errors import Unreadable
from readout.model.record import Problem
from readout.read import Fetched
from tests.clean.pages import BODY, report
from tests.examples import record, reports

NEWS = report()
OTHER = report(
    headline="Islands wait for boats as crews stay on shore", above="By Ana Ruiz", below="© 2022 Sund Herald"
)
GERMAN = (
    "Tausende Reisende saßen am Dienstag auf den Inseln fest, nachdem die Besatzungen die Arbeit niedergelegt hatten. "
)


class FakeFetcher:
    """Answers with one page, and refuses what its robots refuse."""

    def fetch(self, url: str) -> Fetched:
        if "private" in url:
            raise Unreadable(url, "refused by robots.txt")
        return Fetched(url=url, body=NEWS.encode(), content_type="text/plain; charset=utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def told(problems: list[Problem]) -> dict[str, str]:
    """The message about each input, by the last part of its name."""
    return {problem.input.rpartition("/")[2]: problem.message for problem in problems}


# --- reading ---


def test_every_input_is_an_article_or_a_problem(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "german.txt").write_text(GERMAN * 3, encoding="utf-8")
    (folder / "teaser.txt").write_text(f"{BODY[0]}\n\nSubscribe to continue reading.\n", encoding="utf-8")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and then nothing")
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    articles, problems = readout.read([str(folder), str(folder / "missing.txt")])
    assert {Path(article.input).name for article in articles} == {"news.txt", "other.txt"}
    named = told(problems)
    assert set(named) == {
        "empty.txt",
        "german.txt",
        "teaser.txt",
        "photo.txt",
        "broken.zip",
        "notes.docx",
        "missing.txt",
    }
    assert all(named.values())
    assert "empty" in named["empty.txt"]
    assert "not English" in named["german.txt"]
    assert "pay-wall" in named["teaser.txt"]


@pytest.mark.parametrize("given_", [["news.txt", "news.txt"], ["news.txt", "copy.txt"], ["copy.txt", "news.txt"]])
def test_the_same_report_twice_is_read_once_and_said(tmp_path: Path, given_: list[str]) -> None:
    for name in given_:
        (tmp_path / name).write_text(NEWS, encoding="utf-8")
    articles, problems = readout.read([str(tmp_path / name) for name in given_])
    assert [Path(article.input).name for article in articles] == [min(given_)]
    (problem,) = problems
    assert Path(problem.input).name == max(given_)
    assert "given twice" in problem.message or "the same text" in problem.message


def test_standard_input_archives_and_addresses_are_inputs(tmp_path: Path) -> None:
    archive = tmp_path / "pile.zip"
    with zipfile.ZipFile(archive, "w") as pile:
        pile.writestr("a/other.txt", OTHER)
    stdin = io.BytesIO(report(headline="Crews of Orlo walk out").encode())
    inputs = [str(archive), "-", "https://sund-herald.example/ferries", "https://private.example/x"]
    articles, problems = readout.read(inputs, stdin=stdin, fetcher=FakeFetcher())
    assert [article.input for article in articles] == [f"{archive}!a/other.txt", "-", inputs[2]]
    assert [(problem.input, problem.message) for problem in problems] == [(inputs[3], "refused by robots.txt")]


def test_progress_hears_of_every_input(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    heard: list[str] = []
    readout.read([str(folder)], progress=heard.append)
    assert sorted(Path(name).name for name in heard) == ["empty.txt", "news.txt", "other.txt"]


def test_a_file_over_the_limit_is_refused(folder: Path) -> None:
    articles, problems = readout.read([str(folder / "news.txt")], limits=readout.Limits(document_bytes=100))
    assert not articles
    assert "limit" in problems[0].message


# --- building ---


def test_a_record_of_nothing_cannot_be_made() -> None:
    with pytest.raises(readout.UsageError):
        readout.build([])


def test_problems_of_reading_are_kept_in_the_record(folder: Path) -> None:
    articles, problems = readout.read([str(folder), "missing.txt"])
    assert readout.build(articles, problems).problems == tuple(problems)


@settings(max_examples=3, deadline=None)
@given(st.data())
def test_the_order_of_the_inputs_does_not_change_the_record(data: st.DataObject) -> None:
    some = st.lists(st.sampled_from(reports()[0]), min_size=2, max_size=3, unique_by=lambda each: each.id)
    chosen = data.draw(some)
    assert readout.to_json(readout.build(chosen[::-1])) == readout.to_json(readout.build(chosen))


def test_building_again_in_another_order_gives_the_same_bytes() -> None:
    articles, problems = reports()
    assert readout.to_json(readout.build(articles[::-1], problems)) == readout.to_json(record())


def test_the_order_of_equal_inputs_does_not_change_the_record(tmp_path: Path) -> None:
    names = ["a.txt", "b.txt", "c.txt"]
    for name in names:
        (tmp_path / name).write_text(NEWS, encoding="utf-8")
    forth = readout.build(*readout.read([str(tmp_path / name) for name in names]))
    back = readout.build(*readout.read([str(tmp_path / name) for name in reversed(names)]))
    assert readout.to_json(forth) == readout.to_json(back)


def test_a_further_report_renames_nothing_that_was_there() -> None:
    before = readout.build(reports()[0][:-1])
    assert {each.id for each in before.articles} <= {each.id for each in record().articles}
    named = {each.name: each.id for each in record().origins}
    assert all(named[each.name] == each.id for each in before.origins)


def test_every_article_has_its_origin_and_every_origin_its_articles() -> None:
    homes = {article: origin.id for origin in record().origins for article in origin.articles}
    assert homes == {article.id: article.origin for article in record().articles}
    assert all(origin.because for origin in record().origins if len(origin.articles) > 1)
    assert all(reason.text for origin in record().origins for reason in origin.because)


def test_a_record_survives_being_written_and_read() -> None:
    assert readout.from_json(readout.to_json(record())) == record()
