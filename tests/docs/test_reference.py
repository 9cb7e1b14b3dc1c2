"""The reference pages say what the code says."""

import runpy
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = runpy.run_path(str(REFERENCE / "__main__.py"))["pages"]()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_is_the_one_that_the_code_gives(name: str) -> None:
    """Else: python docs/reference."""
    assert (REFERENCE / name).read_text("utf-8") == PAGES[name]
