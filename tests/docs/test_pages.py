"""What the documentation tells a reader to type works, on the example reports."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from readout.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(page: Path) -> list[tuple[str, str]]:
    return _BLOCK.findall(page.read_text("utf-8"))


def names(pages: list[Path]) -> list[str]:
    return [str(page.relative_to(ROOT)) for page in pages]


@pytest.mark.parametrize("name", names([page for page in PAGES if blocks(page) and "reference" not in page.parts]))
def test_what_a_page_tells_to_type_works(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`reports` and `examples` stand for the reader's own folder; a page's blocks run in order."""
    monkeypatch.chdir(tmp_path)
    for folder in ("examples", "reports"):
        shutil.copytree(ROOT / "examples", tmp_path / folder)
    for language, text in blocks(ROOT / name):
        if language == "python":
            exec(compile(text, name, "exec"), {})
            continue
        for line in text.replace("\\\n", " ").splitlines():
            command, *arguments = shlex.split(line, comments=True) or [""]
            if command == "readout":
                result = CliRunner().invoke(main, arguments)
                assert result.exit_code == 0, f"{line}\n{result.output}"


@pytest.mark.parametrize("name", names(PAGES))
def test_the_links_of_a_page_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = [link for link in _LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_is_in_the_documentation() -> None:
    told = "".join(page.read_text("utf-8") for page in PAGES if "reference" not in page.parts)
    assert [name for name in main.commands if f"readout {name}" not in told] == []
