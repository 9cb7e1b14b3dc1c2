"""Files and folders come in by name; what cannot be read is named with its reason."""

import gzip
import os
from pathlib import Path

import pytest

from readout.model.text import Medium
from readout.read import Limits, read_inputs

REPORT = "Two ministers resigned on Tuesday.\n"


def messages(harvest):
    return {problem.input: problem.message for problem in harvest.problems}


def inputs(harvest):
    return [page.input for page in harvest.pages]


def test_a_folder_is_read_in_the_order_of_its_names_and_to_its_depth(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/config.txt", "~$draft.txt", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT)
    harvest = read_inputs([str(tmp_path)])
    assert inputs(harvest) == [f"{tmp_path}/{name}" for name in ("a.txt", "b.txt", "sub/c.txt")]
    assert not harvest.problems


def test_kinds_that_are_not_read_are_named_once_each(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    harvest = read_inputs([str(tmp_path)])
    assert set(messages(harvest)) == {f"{tmp_path}/scan.pdf", f"{tmp_path}/photo.jpg"}
    assert "a .pdf file" in messages(harvest)[f"{tmp_path}/scan.pdf"]


def test_the_folder_beside_a_saved_page_is_one_problem(tmp_path):
    (tmp_path / "story.html").write_text("<p>short")
    parts = tmp_path / "story_files"
    parts.mkdir()
    for name in ("a.js", "b.css", "frame.html"):
        (parts / name).write_text("x")
    told = messages(read_inputs([str(tmp_path)]))
    assert list(told) == [f"{tmp_path}/story.html", str(parts)]
    assert "saved page story.html" in told[str(parts)]


def test_each_fault_has_its_reason_and_the_rest_goes_on(tmp_path):
    (tmp_path / "empty.txt").write_text(" \n\ufeff\n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 9)
    (tmp_path / "really.txt").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "word").write_bytes(b"PK\x03\x04 [Content_Types].xml")
    (tmp_path / "good.txt").write_text(REPORT)
    names = ["empty.txt", "binary.txt", "really.txt", "word", "missing.txt", "good.txt"]
    harvest = read_inputs([str(tmp_path / name) for name in names])
    told = {key.rsplit("/", 1)[1]: value for key, value in messages(harvest).items()}
    assert inputs(harvest) == [str(tmp_path / "good.txt")]
    assert told == {
        "empty.txt": "empty",
        "binary.txt": "binary, not text",
        "really.txt": "a PDF, not text",
        "word": "a Word, Excel or PowerPoint document, not text",
        "missing.txt": "no such file or folder",
    }


def test_problems_belong_to_the_stage_of_reading():
    (problem,) = read_inputs(["/no/such/file"]).problems
    assert (problem.input, problem.stage) == ("/no/such/file", "read")


def test_a_file_over_the_limit_is_not_read(tmp_path):
    (tmp_path / "long.txt").write_text("word " * 100)
    harvest = read_inputs([str(tmp_path / "long.txt")], limits=Limits(document_bytes=100))
    assert harvest.problems[0].message == "over the limit of 100 bytes for one document"


def test_an_empty_folder_says_so(tmp_path):
    assert read_inputs([str(tmp_path)]).problems[0].message == "an empty folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_says_so(tmp_path):
    (tmp_path / "secret.txt").write_text(REPORT)
    (tmp_path / "secret.txt").chmod(0)
    assert "permission denied" in read_inputs([str(tmp_path)]).problems[0].message


def test_a_folder_that_links_to_itself_ends(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "loop").symlink_to(tmp_path)
    harvest = read_inputs([str(tmp_path)])
    assert len(harvest.pages) == 1
    assert messages(harvest) == {f"{tmp_path}/loop": "a link to a folder that it lies in"}


def test_a_name_that_is_no_text_still_makes_a_problem(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text(REPORT)
    (page,) = read_inputs([str(tmp_path)]).pages
    assert page.input == f"{tmp_path}/caf\ufffd.txt"


def test_gzip_is_looked_through(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(REPORT.encode()))
    (tmp_path / "b.txt.gz").write_bytes(b"\x1f\x8b\x08broken")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(REPORT.encode() * 9)[:-12])
    harvest = read_inputs([str(tmp_path)])
    assert [page.text for page in harvest.pages] == [REPORT]
    assert len(harvest.problems) == 2


def test_a_pipe_is_read_as_a_file_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_text(REPORT)
        os._exit(0)
    assert read_inputs([str(pipe)]).pages[0].text == REPORT
    os.wait()


def test_names_lie_and_contents_do_not(tmp_path):
    page = (
        f"<!DOCTYPE html><html><body><h1>Dam row</h1><p>{'Two ministers resigned on Tuesday. ' * 12}</p></body></html>"
    )
    (tmp_path / "page.txt").write_text(page)
    (tmp_path / "text.html").write_text(REPORT)
    html, text = read_inputs([str(tmp_path)]).pages
    assert (html.medium, text.medium) == (Medium.HTML, Medium.TEXT)
    assert text.text == REPORT


def test_progress_is_told_page_by_page(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(REPORT)
    seen = []
    harvest = read_inputs([str(tmp_path)], on_page=seen.append)
    assert tuple(seen) == harvest.pages
