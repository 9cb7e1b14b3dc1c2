"""Where the corpora lie."""

from pathlib import Path

import pytest

from corpora.location import corpora_root


def test_a_named_folder_is_taken_where_it_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CORPORA", str(tmp_path))
    assert corpora_root() == tmp_path
    monkeypatch.setenv("READOUT_CORPORA", str(tmp_path / "absent"))
    assert corpora_root() is None
