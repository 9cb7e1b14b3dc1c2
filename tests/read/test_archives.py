"""Zip archives are opened with care."""

import io
import zipfile
from pathlib import Path

from readout.read import Limits, read_inputs

REPORT = "Two ministers resigned on Tuesday.\n"


def pack(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return str(path)


def messages(harvest):
    return {problem.input.partition("!")[2]: problem.message for problem in harvest.problems}


def test_members_are_named_after_the_archive(tmp_path):
    pile = pack(tmp_path / "pile.zip", {"b/two.txt": REPORT, "a.md": "# Dam row", "__MACOSX/._a.md": "x", "b/.x": "x"})
    harvest = read_inputs([pile])
    assert [page.input for page in harvest.pages] == [f"{pile}!a.md", f"{pile}!b/two.txt"]
    assert not harvest.problems


def test_what_cannot_be_read_inside_is_named(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.txt", REPORT)
    pile = pack(
        tmp_path / "pile.zip", {"photo.jpg": b"x", "inner.zip": inner.getvalue(), "empty.txt": "", "ok.txt": REPORT}
    )
    harvest = read_inputs([pile])
    assert len(harvest.pages) == 1
    told = messages(harvest)
    assert told["inner.zip"] == "a zip inside a zip: not opened"
    assert told["empty.txt"] == "empty"
    assert told["photo.jpg"].startswith("of no kind that is read")


def test_a_bomb_is_not_unpacked(tmp_path):
    pile = pack(tmp_path / "bomb.zip", {"bomb.txt": b"a" * 3_000_000, "ok.txt": REPORT})
    harvest = read_inputs([pile])
    assert [page.text for page in harvest.pages] == [REPORT]
    assert "zip bomb" in messages(harvest)["bomb.txt"]


def test_an_archive_over_its_limits_is_refused_whole(tmp_path):
    pile = pack(tmp_path / "big.zip", {f"{index}.txt": REPORT for index in range(20)})
    assert "over the limit of 5" in read_inputs([pile], limits=Limits(archive_members=5)).problems[0].message
    assert "unpacks to 700 bytes" in read_inputs([pile], limits=Limits(archive_bytes=100)).problems[0].message


def test_a_broken_archive_says_so(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and then nothing")
    assert read_inputs([str(tmp_path / "broken.zip")]).problems[0].message.startswith("a broken zip")


def test_a_damaged_member_costs_only_itself(tmp_path):
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("bad.txt", REPORT)
        archive.writestr("good.txt", REPORT)
    data = path.read_bytes().replace(REPORT.encode(), REPORT.replace("Two", "Ten").encode(), 1)
    path.write_bytes(data)
    harvest = read_inputs([str(path)])
    assert [page.input for page in harvest.pages] == [f"{path}!good.txt"]
    assert "bad.txt" in messages(harvest)


def test_a_locked_member_says_so(tmp_path):
    path = tmp_path / "locked.zip"
    pack(path, {"a.txt": REPORT})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    data[6] |= 1
    path.write_bytes(bytes(data))
    assert read_inputs([str(path)]).problems[0].message == "locked with a password"


def test_an_empty_archive_says_so(tmp_path):
    assert read_inputs([pack(tmp_path / "none.zip", {})]).problems[0].message == "an empty zip"


def test_standard_input_may_be_an_archive(tmp_path):
    pile = pack(tmp_path / "pile.zip", {"a.txt": REPORT})
    with Path(pile).open("rb") as stream:
        assert [page.input for page in read_inputs(["-"], stdin=stream).pages] == ["-!a.txt"]
